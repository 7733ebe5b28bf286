/** In: facts of a PDF. Out: checks of what a print shop or a screen reader needs of the file itself. */

import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { EditionName } from '../../model/edition.ts'
import type { Issue } from '../../model/issue.ts'
import { millimetresToPoints } from '../../model/type-area.ts'
import type { PdfFacts } from '../pdf/facts.ts'
import type { Box } from '../pdf/objects.ts'
import { significant } from '../text/characters.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { PagedEvidence } from './evidence.ts'

/** Points; the tolerance of our own files, far below what any press can hold. */
const tolerance = 0.01

const sizeOf = ([left, bottom, right, top]: Box) => ({ width: right - left, height: top - bottom })
const isSize = (box: Box, width: number, height: number): boolean =>
  Math.abs(sizeOf(box).width - width) <= tolerance && Math.abs(sizeOf(box).height - height) <= tolerance
const written = (width: number, height: number): string => `${width.toFixed(2)} × ${height.toFixed(2)} pt`

export function checkFile(
  verdict: Verdict,
  issue: Issue,
  edition: EditionName,
  file: string,
  facts: PdfFacts,
  evidence: PagedEvidence,
): void {
  const { pages } = facts
  const check = (name: string, causes: readonly Diagnostic[]) => verdict.check(`preflight/${name}`, file, causes)

  const { signature } = issue.page
  const uneven = pages.length % signature !== 0
  check('signature', uneven ? [diagnostic('preflight/signature', { file }, { pages: pages.length, signature })] : [])
  // What is asked of the print edition besides is asserted in preflight/ from its objects.
  if (edition === 'screen') checkScreen(check, issue, file, facts, evidence)
}

function checkScreen(
  check: (name: string, causes: readonly Diagnostic[]) => void,
  issue: Issue,
  file: string,
  facts: PdfFacts,
  evidence: PagedEvidence,
): void {
  const width = millimetresToPoints(issue.page.trim.width)
  const height = millimetresToPoints(issue.page.trim.height)
  check(
    'trim-box',
    facts.pages.flatMap(({ number, trim, media }) => {
      // On a screen nothing is trimmed: there the sheet is the page.
      const sheet = trim ?? media
      if (isSize(sheet, width, height)) return []
      const found = written(sizeOf(sheet).width, sizeOf(sheet).height)
      const sizes = { page: number, found, expected: written(width, height) }
      return [diagnostic('preflight/trim-box', { file, page: number }, sizes)]
    }),
  )
  check('tagged', facts.tagged ? [] : [diagnostic('preflight/not-tagged', { file })])
  const language = { found: facts.language, expected: issue.language }
  check('language', facts.language === issue.language ? [] : [diagnostic('preflight/no-language', { file }, language)])
  check('title', facts.info.Title && facts.showsTitle ? [] : [diagnostic('preflight/no-title', { file })])
  check(
    'outline',
    issue.articles.flatMap((article, i) => {
      const first = evidence.articles[i]?.first
      const title = significant(article.title)
      const listed = facts.outline.some((item) => significant(item.title) === title && item.page === first)
      return listed ? [] : [diagnostic('preflight/outline', { file }, { title: article.title })]
    }),
  )
  check(
    'links',
    facts.pages.flatMap((page) =>
      page.links
        .filter((link) => link.page === null && link.url === null)
        .map(() => diagnostic('preflight/link', { file, page: page.number }, { page: page.number })),
    ),
  )
}

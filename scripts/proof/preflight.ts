/** In: facts of a PDF. Out: checks of what a print shop or a screen reader needs of the file itself. */

import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { EditionName } from '../model/edition.ts'
import type { Issue } from '../model/issue.ts'
import { millimetresToPoints } from '../model/type-area.ts'
import { significant } from './characters.ts'
import type { Box } from './pdf-objects.ts'
import type { PagedEvidence } from './pdf-pages.ts'
import type { PdfFacts, PdfPage } from './pdf-read.ts'
import type { Verdict } from './verdict.ts'

/** Points; the tolerance of our own files, far below what any press can hold. */
const tolerance = 0.01

const sizeOf = ([left, bottom, right, top]: Box) => ({ width: right - left, height: top - bottom })
const isSize = (box: Box, width: number, height: number): boolean =>
  Math.abs(sizeOf(box).width - width) <= tolerance && Math.abs(sizeOf(box).height - height) <= tolerance
const inside = (inner: Box, outer: Box): boolean =>
  inner[0] >= outer[0] - tolerance &&
  inner[1] >= outer[1] - tolerance &&
  inner[2] <= outer[2] + tolerance &&
  inner[3] <= outer[3] + tolerance
const written = (width: number, height: number): string => `${width.toFixed(2)} × ${height.toFixed(2)} pt`
const writtenBox = (box: Box | null): string => (box ? written(sizeOf(box).width, sizeOf(box).height) : '–')

export function checkFile(
  verdict: Verdict,
  issue: Issue,
  edition: EditionName,
  file: string,
  facts: PdfFacts,
  evidence: PagedEvidence,
): void {
  const { pages } = facts
  const width = millimetresToPoints(issue.page.trim.width)
  const height = millimetresToPoints(issue.page.trim.height)
  const bleed = millimetresToPoints(issue.page.bleed)
  const at = (page: PdfPage) => ({ file, page: page.number })
  const check = (name: string, causes: readonly Diagnostic[]) => verdict.check(`preflight/${name}`, file, causes)

  // On a screen nothing is trimmed: there the sheet is the page.
  const trimOf = (page: PdfPage): Box | null => page.trim ?? (edition === 'screen' ? page.media : null)
  check(
    'trim-box',
    pages.flatMap((page) => {
      const trim = trimOf(page)
      if (trim && isSize(trim, width, height)) return []
      const sizes = { page: page.number, found: writtenBox(trim), expected: written(width, height) }
      return [diagnostic('preflight/trim-box', at(page), sizes)]
    }),
  )
  if (edition === 'print') {
    const expected: readonly [number, number] = [width + 2 * bleed, height + 2 * bleed]
    check(
      'bleed-box',
      pages.flatMap((page) => {
        if (page.bleed && isSize(page.bleed, ...expected)) return []
        const sizes = { page: page.number, found: writtenBox(page.bleed), expected: written(...expected) }
        return [diagnostic('preflight/bleed-box', at(page), sizes)]
      }),
    )
    check(
      'box-order',
      pages
        .filter(({ trim, bleed: box, media }) => trim && box && !(inside(trim, box) && inside(box, media)))
        .map((page) => diagnostic('preflight/box-order', at(page), { page: page.number })),
    )
  }
  const { signature } = issue.page
  const uneven = pages.length % signature !== 0
  check('signature', uneven ? [diagnostic('preflight/signature', { file }, { pages: pages.length, signature })] : [])
  const fonts = (
    code: 'preflight/type3-font' | 'preflight/font-not-embedded',
    bad: (font: PdfFacts['fonts'][number]) => boolean,
  ) => facts.fonts.filter(bad).map((font) => diagnostic(code, { file }, { font: font.name || font.type }))
  check(
    'type3-font',
    fonts('preflight/type3-font', (font) => font.type === 'Type3'),
  )
  check(
    'font-embedded',
    fonts('preflight/font-not-embedded', (font) => !font.embedded),
  )
  if (edition === 'screen') checkScreen(check, issue, file, facts, evidence)
}

function checkScreen(
  check: (name: string, causes: readonly Diagnostic[]) => void,
  issue: Issue,
  file: string,
  facts: PdfFacts,
  evidence: PagedEvidence,
): void {
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

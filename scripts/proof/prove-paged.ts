/** In: a finished PDF and the issue. Out: its pages as a record, and every check of its words, credits, folios and form. */
import type { Artifact } from '../model/artifact.ts'
import type { Copyfit } from '../model/copyfit.ts'
import { diagnostic } from '../model/diagnostic.ts'
import type { Issue } from '../model/issue.ts'
import type { ProvedArtifact } from '../model/proof.ts'
import { checkArticleNumber, dueNumber, withNumber } from './paged/article-number.ts'
import { checkContents, checkFolios, checkRunningHeads } from './paged/contents.ts'
import { checkCopyfit, copyfitOf } from './paged/copyfit.ts'
import type { PagedEvidence } from './paged/evidence.ts'
import { checkFile } from './paged/facts.ts'
import { checkJumps } from './paged/jump-lines.ts'
import { checkMetadata } from './paged/metadata.ts'
import { readPages } from './paged/pages.ts'
import { type PdfFacts, readPdf } from './pdf/facts.ts'
import { type PdfObjects, readObjects } from './pdf/objects.ts'
import { PdfSyntaxError } from './pdf/syntax.ts'
import { checkPdfUa } from './pdfua/check.ts'
import { checkPdfX } from './pdfx/check.ts'
import { platesOf } from './pdfx/plates.ts'
import { type Comparison, compare } from './text/compare.ts'
import { type Counts, checkConservation, checkCounts, expectedCounts, referencesIn } from './text/conservation.ts'
import type { Expected } from './text/expected.ts'
import { usualSize } from './text/flow.ts'
import { checkFrontMatter } from './text/front-matter.ts'
import { join, part, runAt } from './text/located-text.ts'
import { auditTypography } from './typography/audit.ts'
import type { GlyphPage } from './typography/read/glyph-page.ts'
import { readGlyphs } from './typography/read/glyphs.ts'
import { readLines } from './typography/read/lines.ts'
import type { Verdict } from './verdict/verdict.ts'

export interface PagedProof {
  readonly record: Pick<ProvedArtifact, 'pages' | 'boxes' | 'plates'>
  /** Null where the file cannot be read or was not audited. */
  readonly copyfit: Copyfit | null
  /** Null where the file cannot be read. */
  readonly evidence: PagedEvidence | null
}

/** @param audited both paged editions have the same pages: their lines are looked at in one of them. */
export async function provePaged(
  verdict: Verdict,
  issue: Issue,
  all: readonly Expected[],
  { edition, file, bytes }: Artifact,
  audited: boolean,
): Promise<PagedProof> {
  let objects: PdfObjects
  let facts: PdfFacts
  let glyphPages: readonly GlyphPage[]
  try {
    objects = readObjects(bytes)
    facts = await readPdf(objects)
    glyphPages = audited ? readGlyphs(objects) : []
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error
    verdict.check('preflight/readable', file, [diagnostic('preflight/unreadable', { file }, { reason: error.message })])
    return { record: { pages: [] }, copyfit: null, evidence: null }
  }
  const evidence = readPages(issue, all, facts, file)
  const { articles, pages } = evidence
  all.forEach((fixed, i) => {
    const { article } = fixed
    const found = articles[i]
    if (!found) {
      verdict.check('text/conserved', article.title, [
        diagnostic('proof/article-missing', { file }, { title: article.title }),
      ])
      verdict.skip('structure/count', article.title, diagnostic('proof/not-found', { file }))
      return
    }
    const opening = { file, page: found.first }
    const expected = withNumber(fixed, found.main.text, dueNumber(article, found))
    const comparison = compare(expected, found, opening)
    checkConservation(verdict, expected, comparison, opening)
    checkCounts(verdict, article.title, expectedCounts(expected), countsOf(expected, comparison), opening)
    checkArticleNumber(verdict, article, found, evidence, file)
  })
  const found = articles.filter((article) => article !== null).length
  const differ = diagnostic('proof/articles-differ', { file }, { expected: all.length, found })
  verdict.check('structure/count', file, found === all.length ? [] : [differ])
  checkContents(verdict, issue, edition, file, evidence, facts)
  checkFolios(verdict, file, evidence)
  checkRunningHeads(verdict, issue, file, evidence)
  checkJumps(verdict, issue, file, evidence)
  checkFrontMatter(verdict, issue, outside(evidence), { file }, 'paged')
  checkMetadata(verdict, issue, facts, file)
  checkFile(verdict, issue, edition, file, facts, evidence)
  const print = edition === 'print' ? checkPdfX(verdict, issue, file, objects) : null
  if (edition !== 'print') checkPdfUa(verdict, issue, file, objects)
  if (audited) checkGlyphs(verdict, glyphPages, file)
  const typeset = audited ? readLines(issue, glyphPages) : null
  if (typeset) auditTypography(verdict, issue, { edition, file }, glyphPages, typeset)
  else verdict.skip('typography/audit', file, diagnostic('typography/same-layout', { file }))
  const copyfit = typeset ? copyfitOf(issue, evidence, typeset) : null
  if (copyfit) checkCopyfit(verdict, copyfit, file)
  const records = pages.map(({ number, folio }, i) => {
    const owner = evidence.owners[i]
    return { number, folio, article: owner == null ? null : issue.articles[owner]!.id }
  })
  const boxes = facts.pages.map(({ media, bleed, trim }) => (bleed && trim ? { media, bleed, trim } : null))
  const record = { pages: records, ...(edition === 'print' && { boxes }), ...(print && { plates: platesOf(print) }) }
  return { record, copyfit, evidence }
}

/** What a face lacks it shows as its glyph 0, for which no character can be read. */
function checkGlyphs(verdict: Verdict, pages: readonly GlyphPage[], file: string): void {
  const causes = pages.flatMap(({ number: page, glyphs }) => {
    const lacking = glyphs.filter(({ text }) => text === '')
    const facts = { page, count: lacking.length, font: lacking[0]?.font ?? '' }
    return lacking.length > 0 ? [diagnostic('proof/glyph-missing', { file, page }, facts)] : []
  })
  verdict.check('text/glyphs', file, causes)
}

const outside = ({ pages, owners }: PagedEvidence): string =>
  pages
    .filter((_, i) => owners[i] === null)
    .map((page) => page.all.text)
    .join('\n')

/**
 * Counts what can be told from the page alone: a heading is its words in other type than the text around it, a note is its
 * number and words, a figure its caption and credit, a table its caption and all its cells.
 */
function countsOf(expected: Expected, comparison: Comparison): Counts {
  const { blocks, body } = comparison
  const whole = (kind: string) => expected.body.filter((block) => block.kind === kind && blocks.get(block))
  const headed = whole('heading')
  // A heading may be longer than the text below it.
  const usual = usualFont(
    headed.reduceRight((rest, block) => {
      const { located, start, end } = blocks.get(block)!
      return located === body ? join(part(rest, 0, start), part(rest, end, rest.text.length)) : rest
    }, body).runs,
  )
  const headings = headed.filter((block) => {
    const at = blocks.get(block)!
    const run = runAt(at.located, at.start)
    return run !== undefined && (run.font !== usual.font || Math.abs(run.size - usual.size) > 0.2)
  })
  // A table's cells follow its own block up to the next block of another kind.
  const tables = expected.body.filter((block, i) => {
    if (block.kind !== 'table' || !blocks.get(block)) return false
    const after = expected.body.slice(i + 1)
    const end = after.findIndex((other) => other.kind !== 'cell')
    return after.slice(0, end < 0 ? after.length : end).every((cell) => blocks.get(cell))
  })
  return {
    headings: headings.length,
    notes: expected.notes.filter((block) => blocks.get(block)).length,
    figures:
      whole('figure').length + expected.body.filter((b) => b.kind === 'figure' && b.floats && !blocks.has(b)).length,
    tables: tables.length,
    references: referencesIn(comparison),
  }
}

function usualFont(runs: Comparison['body']['runs']): { font: string; size: number } {
  const size = usualSize(runs)
  const counts = new Map<string, number>()
  for (const run of runs) counts.set(run.font, (counts.get(run.font) ?? 0) + run.text.length)
  return { font: [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '', size }
}

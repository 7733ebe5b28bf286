/** The raw text of a printed periodical in; its articles, every repair, and the files of a manuscript folder out. No disk, no clock. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { isolateAnchors } from './affiliation.ts'
import { type ArticleUnits, divide } from './articles.ts'
import { readBlocks, usesIndents } from './blocks.ts'
import { excerpt, lengthOf } from './characters.ts'
import { findings } from './findings.ts'
import { manifestFile } from './manifest.ts'
import { articleFile } from './markdown.ts'
import { reportFile } from './report.ts'
import type { ImportedArticle, ImportOptions, ImportResult, LeakedLine, Repair } from './result.ts'
import { isJoin, type RuleName, rules } from './rules.ts'
import type { Block } from './search.ts'
import { readUnits, type Unit } from './units.ts'

export { decode } from './decode.ts'
export type * from './result.ts'
export { isJoin, type RuleName, rules }

/** The longest heading of the first spread has 26 characters, the shortest first half found by its length alone 302. */
const defaultJoinLength = 44

/** What was joined in one block, and what was dropped there. */
function seamRepairs(block: Block, units: readonly Unit[], joinLength: number): Repair[] {
  return block.seams.flatMap((seam, at) => {
    const [first, second] = [units[block.from + at]!, units[block.from + at + 1]!]
    const dropped = seam.overlap.drop
    const before = excerpt(seam.before, seam.after, ' ⏎ ')
    const after = excerpt(seam.before, seam.after.slice(dropped.length), '')
    const long: RuleName = lengthOf(seam.before) > joinLength ? 'join-long' : 'join-place'
    const rule: RuleName = block.kind === 'heading' ? 'head-join' : (seam.rule ?? long)
    const repairs: Repair[] = [{ line: first.line, rule, action: 'applied', before, after }]
    if (dropped !== '')
      repairs.push({
        line: second.line,
        rule: 'overlap',
        action: 'applied',
        before,
        after,
        note: `删去重出的“${dropped}”。`,
      })
    if (seam.overlap.doubt !== '')
      repairs.push({
        line: second.line,
        rule: 'overlap-doubt',
        action: 'confirm',
        before: after,
        after,
        note: `断行前后都有“${seam.overlap.doubt}”，可能重出，也可能原文如此。`,
      })
    return repairs
  })
}

function importArticle(
  source: ArticleUnits,
  joinLength: number,
  indents: boolean,
): { article: ImportedArticle; repairs: Repair[] } {
  const { body } = source
  const reading = readBlocks(body, joinLength, indents)
  const names = source.byline?.names ?? []
  const article: ImportedArticle = {
    title: source.title,
    ...(source.subtitle !== undefined && { subtitle: source.subtitle }),
    authors: names.filter((named) => named.role === 'author').map((named) => named.name),
    others: names.filter((named) => named.role !== 'author'),
    affiliations: source.affiliations,
    blocks: reading.blocks.map(({ kind, text, from }) => ({ kind, text, line: body[from]!.line })),
    line: source.line,
  }
  const doubts = reading.doubtful.map((at): Repair => {
    const before = excerpt(body[at - 1]!.text, body[at]!.text, ' ⏎ ')
    const note = '前后可能是一段（或一个标题）被栏底断开，没有把握，未接。'
    return { line: body[at - 1]!.line, rule: 'join-doubt', action: 'confirm', before, after: before, note }
  })
  const lines = [...reading.lines]
  const standing = lines
    .filter((at) => !reading.lines.has(at - 1))
    .map((at): Repair => {
      const before = excerpt(body[at]!.text, body[at + 1]!.text, ' ⏎ ')
      const note = '连续几行短句，可能是诗或列表，各自成段；诗请改用 ::: verse。'
      return { line: body[at]!.line, rule: 'lines', action: 'confirm', before, after: before, note }
    })
  const joined = reading.blocks.filter((block) => block.seams.length > 0)
  const found = findings({
    article,
    units: body,
    joinedLines: new Set(joined.map((block) => body[block.from]!.line)),
    textLines: new Set(lines.map((at) => body[at]!.line)),
  })
  return {
    article,
    repairs: [...joined.flatMap((block) => seamRepairs(block, body, joinLength)), ...doubts, ...standing, ...found],
  }
}

function diagnosticsOf(
  file: string,
  articles: readonly ImportedArticle[],
  leaked: readonly LeakedLine[],
  repairs: readonly Repair[],
): Diagnostic[] {
  return [
    ...articles
      .filter((article) => article.authors.length + article.others.length === 0)
      .map((article) => diagnostic('import/author-missing', { file, line: article.line }, { title: article.title })),
    ...articles
      .filter((article) => article.affiliations.length === 0)
      .map((article) =>
        diagnostic('import/affiliation-missing', { file, line: article.line }, { title: article.title }),
      ),
    ...leaked.map((one) => diagnostic('import/leaked', { file, line: one.line }, { text: one.text })),
    ...repairs
      .filter((repair) => repair.action === 'confirm')
      .map((repair) =>
        diagnostic('import/confirm', { file, line: repair.line }, { rule: rules[repair.rule], text: repair.before }),
      ),
  ]
}

const named = (at: number): string => `${String(at + 1).padStart(2, '0')}-article.md`

/**
 * Order of work: invisible characters; anchors divide the text into articles; in each, the likeliest reading of its units as
 * headings and paragraphs joins what a column's end cut; then everything doubtful is looked for and only reported.
 * An error (nothing to import, bytes that were no text, no affiliation to divide by) leaves `files` as they would be.
 */
export function importText(text: string, options: ImportOptions): ImportResult {
  const { file, id, joinLength = defaultJoinLength } = options
  const { units: raw, repairs: cleaned } = readUnits(text)
  if (raw.length === 0)
    return { articles: [], leaked: [], repairs: [], files: [], diagnostics: [diagnostic('import/empty', { file })] }
  const faults: Diagnostic[] = []
  const damaged = raw.find((unit) => unit.text.includes('\ufffd'))
  if (damaged) faults.push(diagnostic('import/encoding', { file, line: damaged.line }))
  const anchors = isolateAnchors(raw)
  const division = divide(anchors.units)
  if (!division.anchored) faults.push(diagnostic('import/no-anchor', { file }))
  const indents = usesIndents(raw, joinLength)
  const imported = division.articles.map((source) => importArticle(source, joinLength, indents))
  const articles = imported.map((one) => one.article)
  const { leaked } = division
  const repairs = [...cleaned, ...anchors.repairs, ...division.repairs, ...imported.flatMap((one) => one.repairs)].sort(
    (a, b) => a.line - b.line,
  )
  const names = articles.map((_, at) => named(at))
  const files = [
    {
      path: 'issue.yaml',
      text: manifestFile({ id, year: options.year, articles: names, section: '文章', origin: '由原文导入。' }),
    },
    ...articles.map((article, at) => ({ path: names[at]!, text: articleFile(article) })),
    { path: 'import-report.md', text: reportFile({ file, articles, names, repairs, leaked }) },
    ...(leaked.length === 0 ? [] : [{ path: '_leak.txt', text: leaked.map((one) => `${one.text}\n`).join('') }]),
  ]
  return {
    articles,
    leaked,
    repairs,
    files,
    diagnostics: [...faults, ...diagnosticsOf(file, articles, leaked, repairs)],
  }
}

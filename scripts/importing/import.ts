/** The raw text of a printed periodical in; its articles, every repair, and the files of a manuscript folder out. No disk, no clock. */

import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { manifestName } from '../model/manuscript.ts'
import { readArticle } from './article/article.ts'
import { usesIndents } from './blocks/blocks.ts'
import { divide } from './boundaries/divide.ts'
import { isolateAnchors } from './byline/affiliation.ts'
import { joinBios } from './byline/bios.ts'
import { excerpt } from './characters/marks.ts'
import { isSimplified, isTraditional, scriptOf } from './characters/script.ts'
import { isBinary, mojibake } from './encoding/refusal.ts'
import { markEnds } from './furniture/ends.ts'
import { markJumps } from './furniture/jumps.ts'
import { withoutPageFurniture } from './furniture/pages.ts'
import { withoutRules } from './furniture/rules.ts'
import { withoutWebFurniture } from './furniture/web.ts'
import { interleaved } from './lines/columns.ts'
import { indentRepairs } from './lines/indents.ts'
import { mendLabels } from './lines/labels.ts'
import { readMarkdown } from './lines/markdown.ts'
import { readUnits } from './lines/units.ts'
import { unwrap } from './lines/wrap.ts'
import { type IssueFacts, readIssue } from './matter/issue.ts'
import { account } from './report/account.ts'
import { type Placed, reportFile, undecided } from './report/report.ts'
import type { ImportedArticle, ImportOptions, ImportResult, LeakedLine, Repair } from './result.ts'
import { isJoin, type RuleName, rules } from './rules.ts'
import { type ArticleFile, writeArticle } from './write/article.ts'
import { manifestFile } from './write/manifest.ts'

export { decode } from './encoding/decode.ts'
export { encodingNames } from './encoding/names.ts'
export { formatOf } from './encoding/refusal.ts'
export type * from './result.ts'
export { isJoin, type RuleName, rules }

/** The longest heading of the first spread has 26 characters, the shortest first half found by its length alone 302. */
const defaultJoinLength = 44

/** What makes a text useless to an editor; with what was seen. */
function refusal(text: string, file: string): Diagnostic | undefined {
  if (text.replace(/[\s\ufeff]/gu, '') === '') return diagnostic('import/empty', { file })
  if (isBinary(text)) return diagnostic('import/binary', { file }, { kind: '' })
  const garbled = mojibake(text)
  return garbled === undefined ? undefined : diagnostic('import/encoding', { file }, { sample: garbled })
}

/** U+FFFD here and there: a few characters are lost, and the rest can be edited. */
const damaged = (text: string): Repair[] =>
  text.split(/\r\n|[\r\n]/u).flatMap((line, at): Repair[] => {
    const found = line.indexOf('\ufffd')
    if (found === -1) return []
    const before = excerpt(line.slice(0, found), line.slice(found + 1), '【\ufffd】')
    return [
      {
        line: at + 1,
        rule: 'damaged',
        action: 'confirm',
        before,
        after: before,
        note: '这里的字已经损坏，请查原刊补上。',
      },
    ]
  })

interface Imported {
  readonly kind: 'imported'
  readonly issue: IssueFacts
  readonly articles: readonly ImportedArticle[]
  readonly repairs: readonly Repair[]
  readonly leaked: readonly LeakedLine[]
}

/** A text whose columns run into one another cannot be read. */
interface Interleaved {
  readonly kind: 'interleaved'
  readonly sample: string
}

function importArticles(text: string, joinLength: number, id: string): Imported | Interleaved {
  const raw = readUnits(text)
  const columns = interleaved(text, raw.units)
  if (columns !== undefined) return { kind: 'interleaved', sample: columns }
  const web = withoutWebFurniture(raw.units)
  const pages = withoutPageFurniture(web.units)
  const jumps = markJumps(pages.units)
  const rules = withoutRules(jumps.units)
  const ends = markEnds(rules.units)
  const marked = readMarkdown(ends.units)
  const labels = mendLabels(marked.units)
  const lines = marked.markdown ? { units: labels.units, repairs: [] } : unwrap(labels.units)
  const anchors = isolateAnchors(lines.units)
  const bios = joinBios(anchors.units)
  const division = divide(bios.units)
  const script = scriptOf(text)
  const settings = {
    joinLength,
    indents: usesIndents(lines.units, joinLength),
    markdown: marked.markdown,
    simplified: isSimplified(script),
  }
  const read = division.parts.map((part) => readArticle(part, settings))
  const aside = new Set(pages.leaked.map(({ line }) => line))
  const issue = readIssue(raw.units, aside, id)
  const verse = new Set(read.flatMap((one) => one.verseLines))
  const indents = { repairs: indentRepairs(raw.units, verse) }
  const steps = [
    raw,
    issue,
    indents,
    web,
    pages,
    jumps,
    rules,
    ends,
    marked,
    labels,
    lines,
    anchors,
    bios,
    division,
    ...read,
  ]
  return {
    kind: 'imported',
    issue: issue.facts,
    articles: read.map((one) => one.article),
    repairs: [...damaged(text), ...steps.flatMap((step) => step.repairs)].sort((a, b) => a.line - b.line),
    leaked: [web, pages, jumps, ends, division, ...read].flatMap((step) => step.leaked).sort((a, b) => a.line - b.line),
  }
}

/** A section holds for the articles after it until the next one. */
function sectionsOf(articles: readonly ImportedArticle[]): string[] {
  let section = '文章'
  return articles.map((article) => {
    section = article.section ?? section
    return section
  })
}

const inherited = (articles: readonly ImportedArticle[], sections: readonly string[]): Repair[] =>
  articles.flatMap((article, at): Repair[] =>
    article.section !== undefined || sections[at] === '文章'
      ? []
      : [
          {
            line: article.line,
            rule: 'section',
            action: 'applied',
            confidence: 'likely',
            before: article.title,
            after: `issue.yaml 的栏目“${sections[at]}”`,
            note: '题目之上没有栏目，归入前一篇的栏目。',
          },
        ],
  )

function diagnosticsOf(file: string, { articles, repairs }: Omit<Imported, 'kind' | 'issue'>): Diagnostic[] {
  const missing = (
    code: 'import/author-missing' | 'import/affiliation-missing',
    article: ImportedArticle,
  ): Diagnostic => diagnostic(code, { file, line: article.line }, { title: article.title })
  return [
    ...articles.filter(({ people }) => people.length === 0).map((article) => missing('import/author-missing', article)),
    ...articles
      .filter(({ affiliations }) => affiliations.length === 0)
      .map((article) => missing('import/affiliation-missing', article)),
    ...repairs
      .filter(({ rule }) => rule === 'leak')
      .map(({ line, before }) => diagnostic('import/leaked', { file, line }, { text: before })),
    ...undecided(repairs)
      .filter(({ rule }) => rule !== 'leak')
      .map((repair) =>
        diagnostic('import/confirm', { file, line: repair.line }, { rule: rules[repair.rule], text: repair.before }),
      ),
  ]
}

/** Numbers of as many digits as the last one has, two at least. */
const named = (at: number, count: number): string =>
  `${String(at + 1).padStart(Math.max(2, String(count).length), '0')}-article.md`

/** Where a line of the raw text went: the article that begins last before it. */
function placeIn(
  files: readonly ArticleFile[],
  articles: readonly ImportedArticle[],
  line: number,
): Placed | undefined {
  // The rest of an article that jumps stands after the start of another.
  const starts = articles.flatMap((article, at) =>
    [article.line, ...article.blocks.map((block) => block.line)].map((start) => ({ at, start })),
  )
  const last = starts
    .filter(({ start }) => start <= line)
    .reduce((best, one) => (one.start > best.start ? one : best), { at: 0, start: 0 })
  const { at } = last
  const file = files[at]
  if (!file) return undefined
  const own = articles[at]!.line === line ? 3 : file.lineOf(line)
  const text = file.text.split('\n')[own - 1] ?? ''
  const quote = Array.from(text.replace(/[「」]/gu, ''))
    .slice(0, 16)
    .join('')
  return { file: named(at, articles.length), line: own, quote }
}

/**
 * Order of work: what cannot be used is refused; invisible characters, what pages and web sites put around a text, line ends;
 * heads divide the text into articles; in each, labelled facts and people are read, and the likeliest reading of its units as
 * headings and paragraphs joins what a column's end cut; then everything doubtful is looked for. At the end every line of the raw
 * text is looked up in the files, and what is not there to the letter is quoted in the report.
 */
export function importText(text: string, options: ImportOptions): ImportResult {
  const { file, id, joinLength = defaultJoinLength } = options
  const nothing = { articles: [], leaked: [], repairs: [], files: [] }
  const refused = refusal(text, file)
  if (refused) return { ...nothing, diagnostics: [refused] }
  const read = importArticles(text, joinLength, id)
  if (read.kind === 'interleaved')
    return {
      ...nothing,
      diagnostics: [diagnostic('import/columns', { file }, { sample: read.sample.trim().slice(0, 30) })],
    }
  const { articles, leaked } = read
  const sections = sectionsOf(articles)
  const repairs = [...read.repairs, ...inherited(articles, sections)].sort((a, b) => a.line - b.line)
  const names = articles.map((_, at) => named(at, articles.length))
  const written = articles.map((article, at) => writeArticle(article, names[at]!.replace(/-.*/, '')))
  const language = isTraditional(scriptOf(text)) ? { language: 'zh-Hant' } : {}
  const manifest = manifestFile({
    id,
    issue: read.issue,
    articles: articles.map((_, at) => ({
      file: names[at]!,
      section: sections[at]!,
      rests: articles.flatMap((other, from) => (other.continuedAfter === at ? [names[from]!] : [])),
    })),
    origin: '由原文导入。',
    ...language,
  })
  const leakText = leaked.map((one) => `${one.text}\n`).join('')
  const report = reportFile({
    file,
    encoding: options.encoding,
    articles,
    names,
    sections,
    repairs,
    leaked,
    account: account(text, [...written.map((one) => one.text), leakText]),
    raw: text,
    placeOf: (line) => placeIn(written, articles, line),
  })
  return {
    articles,
    leaked,
    repairs,
    files: [
      { path: manifestName, text: manifest },
      ...written.map((one, at) => ({ path: names[at]!, text: one.text })),
      { path: 'import-report.md', text: report },
      ...(leaked.length === 0 ? [] : [{ path: '_leak.txt', text: leakText }]),
    ],
    diagnostics: diagnosticsOf(file, { articles, leaked, repairs }),
  }
}

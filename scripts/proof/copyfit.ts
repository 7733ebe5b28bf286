/** In: the pages of a finished PDF, line by line. Out: how the articles fill their last pages and the pages the signatures. */
import { type ArticleFit, type Copyfit, endsShort } from '../model/copyfit.ts'
import { diagnostic } from '../model/diagnostic.ts'
import type { Article, Issue } from '../model/issue.ts'
import { type Columns, millimetresToPoints, typeArea } from '../model/type-area.ts'
import type { PagedArticle, PagedEvidence } from './pdf-pages.ts'
import type { TypesetColumn, TypesetLine, TypesetPage } from './typography/lines.ts'
import type { Verdict } from './verdict.ts'

/** Where a baseline lies in its line: the middle and so many ems below (Noto Serif SC: half of ascent less descent). */
const baselineShift = 0.43
/** Rule and space above the foot notes, in lines. */
const aboveNotes = 1

export function copyfitOf(issue: Issue, evidence: PagedEvidence, typeset: readonly TypesetPage[]): Copyfit {
  const { pages, owners } = evidence
  const { signature } = issue.page
  const lastOfText = owners.findLastIndex((owner) => owner !== null)
  // The back cover comes last; what stands before it after all articles fills the signature.
  const fillers = pages.slice(lastOfText + 1, -1).filter(({ area }) => area.length === 0 || saysFiller(area))
  const filled = pages.length - fillers.length
  return {
    pages: pages.length,
    signature,
    filled,
    fillers: fillers.length,
    blanks: fillers.filter(({ area }) => area.length === 0).length,
    articles: issue.articles.flatMap((article, i) => {
      const found = evidence.articles[i]
      if (!found) return []
      const on = issue.articles.filter((_, k) => evidence.articles[k]?.pages.includes(found.last))
      return [fitOf(article, found, issue, typeset[found.last - 1]!, on)]
    }),
    toSaveSignature: filled % signature,
  }
}

const saysFiller = (area: PagedEvidence['pages'][number]['area']): boolean =>
  area
    .map((run) => run.text)
    .join('')
    .startsWith('读者笔记')

/** @param on the articles that stand on its last page. */
function fitOf(
  article: Article,
  found: PagedArticle,
  issue: Issue,
  page: TypesetPage,
  on: readonly Article[],
): ArticleFit {
  const { id, title } = article
  const { first, last } = found
  const depth = depthOf(issue)
  const columns = page.columns.filter((column) => on.some((it) => it.id === column.article))
  const own = columns.filter((column) => column.article === id)
  const begins = (found.jump?.resuming.page ?? first) === last
  const used = linesIn(own, begins, depth)
  // Whatever stands lowest on the page is pushed down when this article grows.
  const lowest = [...columns].sort((a, b) => lowestOf(a.lines) - lowestOf(b.lines))[0]?.article
  const under = columns.filter((column) => column.article === lowest)
  const notes = page.lines.filter((line) => line.kind === 'note' && !flows(issue, line))
  return {
    article: id,
    title,
    first,
    last,
    linesOnLast: used,
    linesLeft: under.length === 0 ? 0 : roomBelow(under, notes, depth),
    toSavePage: begins ? null : used,
    sharesLast: on.length > 1,
  }
}

const lowestOf = (lines: readonly TypesetLine[]): number => Math.min(...lines.map((line) => line.y))

/** Notes that stand after their article count as its text. */
const flows = (issue: Issue, line: TypesetLine): boolean =>
  line.kind !== 'note' || issue.articles.find(({ id }) => id === line.article)?.notesAt === 'end'

interface Depth {
  /** The line of a setting that a baseline stands on, counted from 0 at the head of the type area. */
  line(y: number, setting: Columns): number
  flows(line: TypesetLine): boolean
}

function depthOf(issue: Issue): Depth {
  const top = millimetresToPoints(issue.page.trim.height - typeArea(issue.page).head)
  return {
    line: (y, { pitch, size }) => Math.round((top - y - pitch / 2 - baselineShift * size) / pitch),
    flows: (line) => flows(issue, line),
  }
}

/** From the head of the page, or from where the text begins on it, down to the last line of each column. */
function linesIn(columns: readonly TypesetColumn[], begins: boolean, depth: Depth): number {
  const spans = columns.flatMap(({ lines, setting }) => {
    const at = lines.filter(depth.flows).map((line) => depth.line(line.y, setting))
    return at.length > 0 ? [{ from: Math.min(...at), to: Math.max(...at) + 1 }] : []
  })
  const from = begins ? Math.min(...spans.map((span) => span.from)) : 0
  return spans.reduce((sum, { to }) => sum + to - from, 0)
}

/** Lines that go into the columns below the text, down to the foot notes or the foot of the type area. */
function roomBelow(columns: readonly TypesetColumn[], notes: readonly TypesetLine[], depth: Depth): number {
  const { setting } = columns[0]!
  const highest = Math.max(...notes.map((line) => line.y))
  const foot = notes.length > 0 ? depth.line(highest, setting) - aboveNotes : setting.lines
  const ends = columns.map(({ lines }) =>
    Math.max(0, ...lines.filter(depth.flows).map(({ y }) => depth.line(y, setting) + 1)),
  )
  const empty = setting.count - columns.length
  const head = Math.min(
    ...columns.flatMap(({ lines }) => lines.filter(depth.flows).map(({ y }) => depth.line(y, setting))),
  )
  const below = ends.reduce((sum, end) => sum + Math.max(0, foot - end), 0)
  return below + empty * Math.max(0, foot - (Number.isFinite(head) ? head : 0))
}

/** What an artist would act on: notes, which fail nothing. */
export function checkCopyfit(verdict: Verdict, copyfit: Copyfit, file: string): void {
  const short = copyfit.articles.filter(endsShort).map(({ title, last, linesOnLast }) => {
    const place = { file, page: last }
    return diagnostic('copyfit/short-last-page', place, { title, page: last, lines: linesOnLast })
  })
  verdict.check('copyfit/last-page', file, short)
}

/** In: the pages of a finished PDF, line by line. Out: how the articles fill their last pages and the pages the signatures. */
import { type ArticleFit, type Copyfit, endsShort } from '../../model/copyfit.ts'
import { diagnostic } from '../../model/diagnostic.ts'
import type { Article, Issue } from '../../model/issue.ts'
import { type Columns, millimetresToPoints, typeArea } from '../../model/type-area.ts'
import type { LineKind, TypesetLine, TypesetPage } from '../typography/read/typeset-page.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { PagedArticle, PagedEvidence } from './evidence.ts'

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
  const begins = (found.jump?.resuming.page ?? first) === last
  const measure = measureOf(issue, page)
  const used = linesIn(measure(id), begins)
  // Whatever stands lowest on the page is pushed down when this article grows. Pictures of a picture page leave no room.
  const lowest = on.map((it) => measure(it.id)).sort((a, b) => a.lowest - b.lowest)[0]!
  return {
    article: id,
    title,
    first,
    last,
    linesOnLast: used,
    linesLeft: on.some(({ layout }) => layout === 'photo') ? 0 : roomBelow(lowest),
    toSavePage: begins ? null : used,
    sharesLast: on.length > 1,
  }
}

/** What an article takes of a page, counted in lines of its setting from 0 at the head of the type area. */
interface Taken {
  /** From the first line to below the last, for each column that holds any. */
  readonly columns: readonly { readonly from: number; readonly to: number }[]
  readonly setting: Columns
  /** Where the columns end: at the foot notes or at the foot of the type area. */
  readonly foot: number
  /** Points above the foot of the page: its last baseline. */
  readonly lowest: number
}

/** Kinds of lines that are no text of an article, or none that runs. */
const apart: ReadonlySet<LineKind> = new Set(['title', 'front', 'vertical', 'running-head', 'folio', 'other'])

function measureOf(issue: Issue, page: TypesetPage): (article: string) => Taken {
  const area = typeArea(issue.page)
  const top = millimetresToPoints(issue.page.trim.height - area.head)
  const atFoot = (line: TypesetLine) =>
    line.kind === 'note' && issue.articles.find(({ id }) => id === line.article)?.notesAt !== 'end'
  const notes = page.lines.filter(atFoot).map((line) => line.y)
  return (article) => {
    const own = page.lines.filter((line) => line.article === article && !apart.has(line.kind) && !atFoot(line))
    const setting = page.columns.find((column) => column.article === article)?.setting ?? area.columns.standard
    const { pitch, size, count, lines } = setting
    const number = (y: number) => Math.round((top - y - pitch / 2 - baselineShift * size) / pitch)
    const columns = Array.from({ length: count }, (_, i) => {
      // What stands in no column spans them all.
      const inside = own.filter((line) => line.column === i + 1 || line.column === 0).map((line) => number(line.y))
      return inside.length > 0 ? [{ from: Math.min(...inside), to: Math.max(...inside) + 1 }] : []
    })
    return {
      columns: columns.flat(),
      setting,
      foot: notes.length > 0 ? number(Math.max(...notes)) - aboveNotes : lines,
      lowest: Math.min(...own.map((line) => line.y)),
    }
  }
}

const headOf = ({ columns }: Taken): number => Math.min(...columns.map(({ from }) => from))

/** From the head of the page, or from where the text begins on it, down to the last line of each column. */
const linesIn = (taken: Taken, begins: boolean): number =>
  taken.columns.reduce((sum, { to }) => sum + to - (begins ? headOf(taken) : 0), 0)

/** Lines that go below the text and into columns that hold none of it yet. */
function roomBelow(taken: Taken): number {
  const { columns, setting, foot } = taken
  if (columns.length === 0) return 0
  const empty = (setting.count - columns.length) * Math.max(0, foot - headOf(taken))
  return columns.reduce((sum, { to }) => sum + Math.max(0, foot - to), empty)
}

/** What an artist would act on: notes, which fail nothing. */
export function checkCopyfit(verdict: Verdict, copyfit: Copyfit, file: string): void {
  const short = copyfit.articles.filter(endsShort).map(({ title, last, linesOnLast }) => {
    const place = { file, page: last }
    return diagnostic('copyfit/short-last-page', place, { title, page: last, lines: linesOnLast })
  })
  verdict.check('copyfit/last-page', file, short)
}

/** In: the lines of a page and what they say. Out: the same lines, each counted in the column of its article. */
import type { Article } from '../../../model/issue.ts'
import { settingNames } from '../../../model/measures.ts'
import { type Columns, millimetresToPoints, narrowings, type TypeArea } from '../../../model/type-area.ts'
import { endsEarly } from './early-ends.ts'
import type { Match } from './match.ts'
import type { GlyphRun } from './runs.ts'
import type { Edges, LineKind, TypesetColumn, TypesetLine, TypesetPage } from './typeset-page.ts'

export interface Draft {
  readonly run: GlyphRun
  readonly text: string
  readonly match: Match | null
  readonly kind: LineKind
}

/** Odd pages are right-hand pages: their spine is at the left. */
const leftOf = (area: TypeArea, page: number): number =>
  millimetresToPoints(page % 2 === 1 ? area.spine : area.foreEdge)

function gridOf(area: TypeArea, page: number, { count, width, gap }: Columns): Edges[] {
  return Array.from({ length: count }, (_, i) => {
    const left = leftOf(area, page) + i * (width + gap)
    return { left, right: left + width }
  })
}

/** Where columns of any setting may begin on a page, the first ones excepted. */
export const columnEdges = (area: TypeArea, page: number): readonly number[] =>
  settingNames
    .flatMap((name) => narrowings(area.columns[name], area.width))
    .flatMap((columns) => gridOf(area, page, columns).slice(1))
    .map(({ left }) => left)

/** The setting whose size and columns most lines of an article's text keep; a short text may stand in fewer, wider columns. */
export function settingOf(
  article: Article,
  pages: readonly { readonly number: number; readonly lines: readonly Draft[] }[],
  area: TypeArea,
): Columns {
  const scores = settingNames
    .flatMap((name) => narrowings(area.columns[name], area.width))
    .map((columns) => {
      let score = 0
      for (const { number, lines } of pages) {
        const grid = gridOf(area, number, columns)
        for (const { run, kind, match } of lines) {
          if (kind !== 'body' || match?.passage.article !== article) continue
          if (Math.abs(run.size - columns.size) < 0.1) score += 2
          if (grid.some(({ left }) => Math.abs(run.x - left) < 0.6)) score++
          if (grid.some(({ right }) => Math.abs(run.end - right) < 0.6)) score++
        }
      }
      return { columns, score }
    })
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).columns
}

/** Kinds of lines that stand in the columns of their article. */
const inColumns = new Set<LineKind>([
  ...(['body', 'heading', 'verse', 'attribution', 'code', 'caption', 'cell'] as const),
  ...(['note', 'reference', 'label', 'closing', 'bio'] as const),
])

export function arrange(
  number: number,
  drafts: readonly Draft[],
  area: TypeArea,
  settings: ReadonlyMap<string, Columns>,
): TypesetPage {
  const done = new Map<Draft, TypesetLine>()
  const columns: TypesetColumn[] = []
  const owners = drafts.map((_, i) => ownerOf(drafts, i))
  for (const article of new Set(owners.filter((owner) => owner !== null))) {
    const setting = settings.get(article)!
    const own = drafts.filter((_, i) => owners[i] === article)
    const grid =
      setting.count > 1 ? gridOf(area, number, setting) : [single(own, gridOf(area, number, setting)[0]!, area)]
    grid.forEach((edges, i) => {
      const inside = own
        .filter(({ run }) => columnOf(run, grid, setting) === i)
        .sort((a, b) => b.run.y - a.run.y || a.run.x - b.run.x)
      if (inside.length === 0) return
      let count = 0
      const lines = inside.map((draft, k) => {
        const above = inside[k - 1]
        if (!above || above.run.y - draft.run.y > 1) count++
        const line = lineOf(draft, article, i + 1, count)
        done.set(draft, line)
        return line
      })
      columns.push({ article, number: i + 1, ...edgesOf(lines, edges, setting.size), setting, lines })
    })
  }
  const lines = drafts.map((draft) => done.get(draft) ?? lineOf(draft, draft.match?.passage.article.id ?? null, 0, 0))
  return { number, columns, lines }
}

/**
 * A single column that is narrower than the type area may stand anywhere in it, and lines that go on begin at its edge. Where all
 * of its text is set in or ends at once, as on a page of lists, it stands where most lines begin and end at an edge: at the
 * left, in the middle or at the right.
 */
function single(drafts: readonly Draft[], { left, right }: Edges, area: TypeArea): Edges {
  const body = drafts.filter(({ kind }) => kind === 'body')
  const flush = body.filter(({ match }) => !match?.passage.inset)
  const goesOn = flush.filter(({ run, match }) => match && match.from > 0 && !mark.test(run.glyphs[0]!.text))
  const xs = (own: readonly Draft[]) => own.map(({ run }) => run.x)
  const begins = Math.min(...shared(xs(flush)), ...xs(goesOn))
  const width = right - left
  if (Number.isFinite(begins)) return { left: begins, right: begins + width }
  const scored = [0, (area.width - width) / 2, area.width - width].map((offset) => {
    const edges = { left: left + offset, right: right + offset }
    const score =
      flush.filter((draft) => beginsAt(draft, edges)).length + body.filter((draft) => endsAt(draft, edges)).length
    return { edges, score }
  })
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).edges
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.6

/** Flush or with the indent of a paragraph; an opening mark may have lost its left half. */
const beginsAt = ({ run: { x, size, glyphs } }: Draft, { left }: Edges): boolean =>
  [0, ...(mark.test(glyphs[0]!.text) ? [size / 2] : [])].some(
    (half) => near(x + half, left) || near(x + half, left + 2 * size),
  )

/** A line that goes on fills its column; a mark at its end may have lost its right half. */
const endsAt = ({ run: { end, size, glyphs }, match }: Draft, { right }: Edges): boolean =>
  match !== null &&
  match.to < match.passage.text.length &&
  (near(end, right) || (mark.test(glyphs.at(-1)!.text) && near(end - size / 2, right)))

/** Notes at the foot stand below all columns, however short they are. */
const standsInColumn = (kind: LineKind, { passage }: Match): boolean =>
  inColumns.has(kind) && (kind !== 'note' || passage.article.notesAt === 'end')

/**
 * The article in whose columns a line stands. Text that could not be matched, such as a cell of several lines, belongs to the
 * article that goes on around it.
 */
function ownerOf(drafts: readonly Draft[], i: number): string | null {
  const owner = (draft: Draft | undefined) =>
    draft?.match && standsInColumn(draft.kind, draft.match) ? draft.match.passage.article.id : null
  if (drafts[i]!.kind !== 'other') return owner(drafts[i])
  const matched = (draft: Draft) => draft.match !== null
  const before = owner(drafts.slice(0, i).findLast(matched))
  return before !== null && before === owner(drafts.slice(i + 1).find(matched)) ? before : null
}

/** The column that holds a line whole; -1 where it reaches over the gap into the next. */
function columnOf(run: GlyphRun, grid: readonly Edges[], { gap, size }: Columns): number {
  const at = grid.findLastIndex(({ left }) => run.x > left - size)
  const column = grid[at]
  return column && (at === grid.length - 1 || run.end < column.right + gap) && run.end < column.right + 2 * size
    ? at
    : -1
}

function lineOf(
  { run, text, match, kind }: Draft,
  article: string | null,
  column: number,
  number: number,
): TypesetLine {
  return {
    x: run.x,
    y: run.y,
    end: run.end,
    size: run.size,
    text,
    kind,
    article,
    column,
    number,
    passage: match?.passage ?? null,
    from: match?.from ?? 0,
    to: match?.to ?? 0,
    label: match?.label ?? 0,
    opens: match?.from === 0,
    closes: match !== null && match.to === match.passage.text.length,
    glyphs: run.glyphs,
    attached: run.attached,
  }
}

/** Points off whole ems: Chromium rounds the page itself to steps of 0.24 pt. */
const wholeSlack = 0.3

/**
 * The outermost edges that lines of paragraphs share, or that one line has in common with the grid; else those of the grid.
 * Lists and quotations are set in, lines before an address end early, and a paragraph of one line begins with its indent: none of
 * them says that the column is another than the design's, as long as it stays inside it.
 */
function edgesOf(lines: readonly TypesetLine[], grid: Edges, size: number): Edges {
  const flush = lines.filter(({ kind, passage }) => kind === 'body' && !passage?.inset)
  const { lefts, rights } = flushEdges(flush)
  const kept = (values: readonly number[], edge: number) => values.filter((value) => Math.abs(value - edge) <= 0.3)
  const left = Math.min(...shared(lefts), ...kept(lefts, grid.left))
  const right = Math.max(...shared(rights), ...kept(rights, grid.right))
  const whole = (length: number) => Math.abs(length - Math.round(length / size) * size) <= wholeSlack
  const designed = !Number.isFinite(left) || (left >= grid.left && whole(left - grid.left))
  return {
    left: designed ? grid.left : left,
    right: Number.isFinite(right) ? right : grid.right,
  }
}

/** Marks may be half as wide as their font says, so that they tell no edge. */
export const mark = /^\p{P}$/u

/** Where lines begin, and where those end that close nothing, in points. */
export function flushEdges(lines: readonly TypesetLine[]): { lefts: readonly number[]; rights: readonly number[] } {
  const ended = lines.filter((line) => !endsEarly(line, line.size))
  return {
    lefts: lines.filter((line) => !mark.test(line.glyphs[0]!.text)).map((line) => line.x),
    rights: ended.filter((line) => !line.closes && !mark.test(line.glyphs.at(-1)!.text)).map((line) => line.end),
  }
}

/** Values that have another one within 0.1 pt. */
export function shared(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const near = (a: number | undefined, b: number) => a !== undefined && Math.abs(a - b) <= 0.1
  return sorted.filter((value, i) => near(sorted[i - 1], value) || near(sorted[i + 1], value))
}

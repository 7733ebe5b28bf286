/** Rules of the columns: P1–P3 (CLREQ, type area), by the edges and baselines found. */
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import { type AuditContext, each, faultOf, type PlacedLine, type Rule, whereOf } from './audited.ts'
import { ems } from './edges.ts'
import type { TypesetColumn, TypesetLine } from './read/typeset-page.ts'

interface PlacedColumn {
  readonly column: TypesetColumn
  readonly page: number
}

const columnsOf = ({ pages }: AuditContext): readonly PlacedColumn[] =>
  pages.flatMap(({ number, columns }) => columns.map((column) => ({ column, page: number })))

const bodyOf = (column: TypesetColumn): readonly TypesetLine[] => column.lines.filter(({ kind }) => kind === 'body')

function columnFault(
  context: AuditContext,
  code: 'typography/measure' | 'typography/column-gap' | 'typography/pitch',
  { column, page }: PlacedColumn,
  facts: Readonly<Record<string, string | number>>,
): Diagnostic {
  const where = { page, column: column.number, article: column.article }
  const title = context.issue.articles.find(({ id }) => id === column.article)?.title ?? ''
  return diagnostic(code, { file: context.file, page }, { ...where, title, ...facts })
}

/** Points off whole ems: Chromium rounds the page itself to steps of 0.24 pt. */
const measureSlack = 0.25

/** P1. A place is a column with at least three lines of text, and a gap between two such columns. */
export const measures: Rule = (context) => {
  const full = columnsOf(context).filter(({ column }) => bodyOf(column).length >= 3)
  const widths = each(full, (place) => {
    const { left, right, setting } = place.column
    const width = right - left
    const off = Math.abs(width - Math.round(width / setting.size) * setting.size)
    return off <= measureSlack
      ? null
      : columnFault(context, 'typography/measure', place, { ems: ems(width, setting.size) })
  })
  const beside = full.flatMap((place) => {
    const next = full.find(({ column, page }) => {
      const follows = column.number === place.column.number + 1
      return page === place.page && column.article === place.column.article && follows
    })
    return next ? [{ place, gap: next.column.left - place.column.right }] : []
  })
  // The gap is what whole characters leave of the type area, so it is the design's and the same everywhere; a column that
  // begins with a list begins whole characters further in.
  const gaps = each(beside, ({ place, gap }) => {
    const { setting } = place.column
    const off = gap - setting.gap
    if (Math.abs(off - Math.round(off / setting.size) * setting.size) <= measureSlack && gap >= setting.size)
      return null
    const facts = { ems: ems(gap, setting.size), expected: ems(setting.gap, setting.size) }
    return columnFault(context, 'typography/column-gap', place, facts)
  })
  return {
    places: widths.places + gaps.places,
    faults: widths.faults + gaps.faults,
    causes: [...widths.causes, ...gaps.causes],
  }
}

/** P2. A place is a column with two lines of one paragraph under one another. */
export const pitches: Rule = (context) => {
  const places = columnsOf(context).flatMap((place) => {
    const pitch = pitchOf(bodyOf(place.column))
    return pitch === null ? [] : [{ place, pitch }]
  })
  return each(places, ({ place, pitch }) => {
    const { size } = place.column.setting
    const gap = pitch / size - 1
    const right = gap >= 0.495 && gap <= 1.005
    return right ? null : columnFault(context, 'typography/pitch', place, { percent: Math.round(100 * gap) })
  })
}

/** The distance of most baselines of one text that follow one another. */
function pitchOf(lines: readonly TypesetLine[]): number | null {
  const counts = new Map<number, number>()
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1]
    if (!above || above.passage !== line.passage || above.y - line.y < 1) continue
    const step = Math.round((above.y - line.y) * 20) / 20
    counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** Points. */
const phaseSlack = 0.1

/** P3. A place is a line of running text; faults that follow one another down a column are told once. */
export const baselines: Rule = (context) => {
  const causes: Diagnostic[] = []
  let places = 0
  let faults = 0
  for (const { number, columns } of context.pages) {
    for (const pitch of new Set(columns.map(({ setting }) => setting.pitch))) {
      const set = columns.filter(({ setting }) => setting.pitch === pitch)
      const apart = (a: number, b: number) => {
        const off = (((a - b) % pitch) + pitch) % pitch
        return Math.min(off, pitch - off)
      }
      const all = set.flatMap(bodyOf)
      const phase = mostShared(
        all.map(({ y }) => y),
        (a, b) => apart(a, b) <= phaseSlack,
      )
      places += all.length
      for (const column of set) {
        let before: PlacedLine | null = null
        for (const line of bodyOf(column)) {
          const off = apart(line.y, phase)
          const place: PlacedLine | null = off > phaseSlack ? { line, page: number } : null
          if (place) faults++
          if (place && !before)
            causes.push(
              faultOf(context, 'typography/off-grid', place, {
                ...whereOf(number, line.column, line.number),
                points: off.toFixed(2),
              }),
            )
          before = place
        }
      }
    }
  }
  return { places, faults, causes }
}

/** The value that most others agree with. */
function mostShared(values: readonly number[], same: (a: number, b: number) => boolean): number {
  let best = { value: 0, count: 0 }
  for (const value of values) {
    const count = values.filter((other) => same(other, value)).length
    if (count > best.count) best = { value, count }
  }
  return best.value
}

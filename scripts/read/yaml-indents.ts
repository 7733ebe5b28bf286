/** A line that is indented by other signs than spaces, or not as its neighbours, in; the levels at which it may stand out. */
import type { Mend, MendRule } from './yaml-mend.ts'
import { columnIn, indentOf, isBare, type Row, shapeOf, spliced, widthOf } from './yaml-rows.ts'

interface Level {
  readonly width: number
  readonly dashed: boolean
}

/** Levels that the rows above leave open, the innermost first. */
function openLevels(rows: readonly Row[], at: number): Level[] {
  const levels: Level[] = []
  let limit = Number.POSITIVE_INFINITY
  for (let i = at - 1; i >= 0 && limit > 0; i -= 1) {
    const { text } = rows[i]!
    if (isBare(text)) continue
    const { indent, start, dashed } = shapeOf(text)
    const width = widthOf(text.slice(0, indent))
    if (limit === Number.POSITIVE_INFINITY && /:\s*(#.*)?$/.test(text)) {
      const own = dashed ? width + start - indent : width
      levels.push({ width: own + 2, dashed: true }, { width: own + 2, dashed: false }, { width: own, dashed: true })
    }
    if (dashed && width + start - indent < limit) levels.push({ width: width + start - indent, dashed: false })
    if (width < limit) levels.push({ width, dashed })
    limit = Math.min(limit, width)
  }
  return levels
}

/** Widths for the row, the nearest to its own first; of two as near the deeper. */
function widthsFor(rows: readonly Row[], at: number, own: number): number[] {
  const { dashed } = shapeOf(rows[at]!.text)
  const widths = openLevels(rows, at)
    .filter((level) => level.dashed === dashed)
    .map(({ width }) => width)
  return [...new Set(widths)].sort((a, b) => Math.abs(a - own) - Math.abs(b - own) || b - a)
}

/** The row and those below it that `belongs` allows, moved so that the first stands at `width`. */
function moved(rows: readonly Row[], at: number, width: number, belongs: (text: string) => boolean): readonly Row[] {
  const by = width - widthOf(indentOf(rows[at]!.text))
  let last = at
  for (let i = at + 1; i < rows.length && (isBare(rows[i]!.text) || belongs(rows[i]!.text)); i += 1) {
    if (!isBare(rows[i]!.text)) last = i
  }
  return rows.map((row, i) => {
    if (i < at || i > last || isBare(row.text)) return row
    const indent = indentOf(row.text)
    return spliced(row, 0, indent.length, ' '.repeat(Math.max(0, widthOf(indent) + by)))
  })
}

const isSpaced = (indent: string): boolean => /^ *$/.test(indent)

/** Tabs and wide spaces: a run of such lines is one fault. */
const signs: MendRule = (rows, at) => {
  const row = rows[at]!
  const indent = indentOf(row.text)
  if (isSpaced(indent)) return []
  const column = columnIn(row, indent.search(/[^ ]/))
  const wrong = (text: string): boolean => !isSpaced(indentOf(text))
  const facts = { sign: indent.includes('\t') ? 'tab' : 'wide' }
  return [...widthsFor(rows, at, widthOf(indent)), widthOf(indent)].map((width) => ({
    rows: moved(rows, at, width, wrong),
    code: 'manuscript/yaml-indent-sign',
    facts,
    row: at,
    column,
  }))
}

const levels: MendRule = (rows, at) => {
  const row = rows[at]!
  const indent = indentOf(row.text)
  const own = indent.length
  if (isBare(row.text) || !isSpaced(indent)) return []
  const inner = (least: number) => (text: string) => widthOf(indentOf(text)) >= least
  return widthsFor(rows, at, own)
    .filter((width) => width !== own)
    .flatMap((width): Mend[] =>
      [own, own + 1].map((least) => ({
        rows: moved(rows, at, width, inner(Math.max(1, least))),
        code: 'manuscript/yaml-indent',
        facts: { found: own, expected: width },
        row: at,
        column: columnIn(row, own),
      })),
    )
}

export const indentRules = { signs, levels }

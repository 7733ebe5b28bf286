/** In: the trimmed size of a page and the measures of a theme. Out: the type area (版心): margins, lines and columns. */
import type { Measures, Setting, SettingName } from './measures.ts'

const ptPerMm = 72 / 25.4

export const millimetresToPoints = (mm: number): number => mm * ptPerMm
export const pointsToMillimetres = (pt: number): number => pt / ptPerMm

export interface Columns {
  readonly count: number
  /** Han characters in a line. */
  readonly characters: number
  /** Points. */
  readonly size: number
  /** Points. */
  readonly pitch: number
  /** Points between two columns; the columns and their gaps fill the width of the type area. */
  readonly gap: number
  /** Points: the width of a column. */
  readonly width: number
  /** Whole lines in a full column. */
  readonly lines: number
}

export interface TypeArea {
  /** Millimetres from the trimmed edges. */
  readonly head: number
  readonly foot: number
  readonly spine: number
  readonly foreEdge: number
  /** Points. */
  readonly width: number
  /** Points. */
  readonly height: number
  readonly columns: Readonly<Record<SettingName, Columns>>
}

/** Head margins in millimetres that differ from 25, by trim height. */
const heads: Readonly<Record<number, number>> = { 297: 25.4 }
/** Spine margins in millimetres, by trim width; other widths divide their margins in the same proportion. */
const spines: Readonly<Record<number, number>> = { 210: 21, 185: 19.5 }
const least = { foot: 20, sides: 36 }
/** A narrower line cannot be set solid: a setting then has one column less. Characters. */
const narrowest = 16
/** A line of one column is no longer than the eye finds back from (CLREQ asks for 40 at most). Characters. */
const widest = 34

/**
 * As many whole lines of the standard pitch as leave 20 mm at the foot, and as many whole characters in the standard columns
 * as leave 36 mm for both sides.
 */
export function typeArea(page: {
  readonly trim: { readonly width: number; readonly height: number }
  readonly measures: Measures
}): TypeArea {
  const { trim, measures } = page
  const { standard } = measures
  const head = heads[trim.height] ?? 25
  const lines = Math.floor(millimetresToPoints(trim.height - head - least.foot) / standard.pitch)
  const height = lines * standard.pitch
  const gaps = (standard.columns - 1) * standard.gap
  const room = millimetresToPoints(trim.width - least.sides) - gaps
  const width = Math.floor(room / standard.columns / standard.size) * standard.columns * standard.size + gaps
  const sides = trim.width - pointsToMillimetres(width)
  const spine = spines[trim.width] ?? Math.round(sides * 5.3) / 10
  const columns = (setting: Setting) => columnsOf(setting, width, height)
  return {
    head,
    foot: trim.height - head - pointsToMillimetres(height),
    spine,
    foreEdge: sides - spine,
    width,
    height,
    columns: {
      standard: columns(standard),
      brief: columns(measures.brief),
      editorial: columns(measures.editorial),
    },
  }
}

/**
 * The columns of a setting and, for texts too short for them, ever fewer and wider ones over the same width, down to one.
 * @param width of the type area, points.
 */
export function narrowings(columns: Columns, width: number): readonly Columns[] {
  const { count, gap, size } = columns
  return Array.from({ length: count }, (_, less): Columns => {
    const fewer = count - less
    if (less === 0) return columns
    const fitting = Math.floor((width - (fewer - 1) * gap) / fewer / size)
    const characters = fewer === 1 ? Math.min(fitting, widest) : fitting
    return {
      ...columns,
      count: fewer,
      characters,
      gap: fewer === 1 ? 0 : (width - fewer * characters * size) / (fewer - 1),
      width: characters * size,
    }
  })
}

function columnsOf(setting: Setting, width: number, height: number): Columns {
  const { size, pitch } = setting
  const fitting = (count: number) => Math.floor((width - (count - 1) * setting.gap) / count / size)
  let count = setting.columns
  while (count > 1 && fitting(count) < narrowest) count--
  const characters = count === 1 ? Math.min(fitting(1), widest) : fitting(count)
  return {
    count,
    characters,
    size,
    pitch,
    gap: count === 1 ? 0 : (width - count * characters * size) / (count - 1),
    width: characters * size,
    lines: Math.floor(height / pitch),
  }
}

/** In: the trimmed size of a page. Out: the type area (版心) on it: margins, lines and columns, the same for layout and proof. */

const ptPerMm = 72 / 25.4

export const millimetresToPoints = (mm: number): number => mm * ptPerMm
export const pointsToMillimetres = (pt: number): number => pt / ptPerMm

/** Body size and line pitch in points: 五号 on a pitch that is a multiple of 0.75 pt, so that baselines fall on whole pixels. */
export const body = { size: 10.5, pitch: 16.5 } as const

export interface Columns {
  readonly count: number
  /** Han characters in a line. */
  readonly characters: number
  /** Points. */
  readonly size: number
  /** Points. */
  readonly pitch: number
  /** Points between two columns. */
  readonly gap: number
  /** Lines in a full column. */
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
  /** The two settings the journal knows: two columns of 五号, three of 小五. */
  readonly columns: { readonly two: Columns; readonly three: Columns }
}

/** Head margins in millimetres that differ from 25, by trim height. */
const heads: Readonly<Record<number, number>> = { 297: 25.4 }
/** Spine margins in millimetres, by trim width; other widths divide their margins in the same proportion. */
const spines: Readonly<Record<number, number>> = { 210: 21, 185: 19.5 }
const least = { foot: 20, sides: 36 }

/**
 * The type area for a trimmed size in millimetres: as many whole lines of 16.5 pt as leave 20 mm at the foot, and two columns
 * of as many whole characters of 10.5 pt, two characters apart, as leave 36 mm for both sides.
 */
export function typeArea(trim: { readonly width: number; readonly height: number }): TypeArea {
  const head = heads[trim.height] ?? 25
  const lines = Math.floor(millimetresToPoints(trim.height - head - least.foot) / body.pitch)
  const height = lines * body.pitch
  const characters = Math.floor((millimetresToPoints(trim.width - least.sides) / body.size - 2) / 2)
  const width = (2 * characters + 2) * body.size
  const sides = trim.width - pointsToMillimetres(width)
  const spine = spines[trim.width] ?? Math.round(sides * 5.3) / 10
  const small = { size: 9, pitch: 15, gap: 12 }
  const brief = Math.floor((width - 2 * small.gap) / 3 / small.size)
  return {
    head,
    foot: trim.height - head - pointsToMillimetres(height),
    spine,
    foreEdge: sides - spine,
    width,
    height,
    columns: {
      two: { count: 2, characters, ...body, gap: 2 * body.size, lines },
      three: {
        count: 3,
        characters: brief,
        size: small.size,
        pitch: small.pitch,
        gap: (width - 3 * brief * small.size) / 2,
        lines: Math.floor(height / small.pitch),
      },
    },
  }
}

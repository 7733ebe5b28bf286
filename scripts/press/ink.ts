/**
 * In: content with the RGB colours of the browser. Out: the same content in printing inks as far as the inks are known, and
 * every colour that is not.
 */
import { rewrite } from './content-stream.ts'

/** Cyan, magenta, yellow, black: shares of full ink from 0 to 1. */
export type Ink = readonly [number, number, number, number]

export interface InkRow {
  /** `#rrggbb`, as the style sheet writes it. */
  readonly rgb: string
  readonly ink: Ink
}

/** The colours of the themes and the inks that print them. Neutral colours need no row: they are tints of black. */
export const themeInks: readonly InkRow[] = [
  { rgb: '#b0202b', ink: [0.2, 1, 0.85, 0.15] },
  { rgb: '#f4efe6', ink: [0.03, 0.05, 0.1, 0] },
  { rgb: '#1d3557', ink: [1, 0.75, 0.25, 0.4] },
]

// Chromium writes a channel with four decimals; half a step of 8 bits is 0.002.
const tolerance = 0.0019

type Rgb = readonly [number, number, number]

const channels = (rgb: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16) / 255) as unknown as Rgb

const css = (rgb: Rgb): string =>
  `#${rgb
    .map((v) =>
      Math.round(v * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

const share = (value: number): string => String(Number(Math.min(1, Math.max(0, value)).toFixed(4)))

/** The inks of a colour: its row, black alone for a neutral colour, undefined for any other. */
export function inkOf(rgb: Rgb, table: readonly InkRow[]): Ink | undefined {
  const row = table.find((r) => channels(r.rgb).every((v, i) => Math.abs(v - rgb[i]!) < tolerance))
  if (row) return row.ink
  if (Math.max(...rgb) - Math.min(...rgb) > tolerance) return undefined
  return [0, 0, 0, 1 - (rgb[0] + rgb[1] + rgb[2]) / 3]
}

/**
 * Colour operators in inks (ISO 32000-1 8.6.8): `rg RG g G` become `k K` where the inks are known. A text colour so gets the
 * inks of its row and never a conversion into four.
 * @param left is told each RGB colour, as `#rrggbb`, that stays as it is.
 */
export function inInks(content: string, table: readonly InkRow[], left: (rgb: string) => void): string {
  return rewrite(content, ({ operator, operands }) => {
    if (operator !== 'rg' && operator !== 'RG' && operator !== 'g' && operator !== 'G') return undefined
    const values = operands.map(Number)
    const rgb: Rgb = values.length === 1 ? [values[0]!, values[0]!, values[0]!] : [values[0]!, values[1]!, values[2]!]
    const ink = inkOf(rgb, table)
    if (ink) return `${ink.map(share).join(' ')} ${operator === 'rg' || operator === 'g' ? 'k' : 'K'}`
    left(css(rgb))
    return undefined
  })
}

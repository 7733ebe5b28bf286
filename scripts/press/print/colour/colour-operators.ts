/** In: content with the colour operators of the browser. Out: the same content in printing inks, or in greys for a mask. */
import type { Ink } from '../../../model/inks.ts'
import { rewrite } from '../../pdf/content-stream.ts'
import type { Rgb } from './ink.ts'

/** What the numbers of a colour space mean, as far as they become inks: three additive components or one. */
export type Additive = 'rgb' | 'grey'

const share = (value: number): string => String(Number(Math.min(1, Math.max(0, value)).toFixed(4)))

/** The operands of `k` or `K` as this program writes them. */
const inkOperands = (ink: Ink): string => ink.map(share).join(' ')

const strokes = new Set(['RG', 'G', 'K', 'CS', 'SC', 'SCN'])

interface Spaces {
  readonly fill: Additive | undefined
  readonly stroke: Additive | undefined
}

/** Replaces every operator that sets a colour in additive components (ISO 32000-1 8.6.8): `rg RG g G`, and `sc scn SC SCN` behind `cs CS`. */
function recolour(
  content: string,
  additiveOf: (space: string) => Additive | undefined,
  write: (rgb: Rgb, stroke: boolean) => string,
): string {
  const saved: Spaces[] = []
  let spaces: Spaces = { fill: undefined, stroke: undefined }
  // Functions made anew for each of a hundred thousand operations would cost more than all the rest.
  const setSpace = (stroke: boolean, additive: Additive | undefined) => {
    spaces = stroke ? { ...spaces, stroke: additive } : { ...spaces, fill: additive }
  }
  const paint = (stroke: boolean, operands: readonly string[]) => {
    const values = operands.map(Number)
    const [r, g, b] = values.length === 1 ? [values[0]!, values[0]!, values[0]!] : values
    return write([r!, g!, b!], stroke)
  }
  return rewrite(content, ({ operator, operands }) => {
    switch (operator) {
      case 'q':
        saved.push(spaces)
        return undefined
      case 'Q':
        spaces = saved.pop() ?? spaces
        return undefined
      case 'rg':
      case 'RG':
      case 'g':
      case 'G':
        setSpace(strokes.has(operator), undefined)
        return paint(strokes.has(operator), operands)
      case 'k':
      case 'K':
        setSpace(strokes.has(operator), undefined)
        return undefined
      case 'cs':
      case 'CS': {
        const additive = additiveOf(operands[0]?.slice(1) ?? '')
        setSpace(strokes.has(operator), additive)
        // An additive space begins with black (8.6.8).
        return additive && write([0, 0, 0], strokes.has(operator))
      }
      case 'sc':
      case 'scn':
        return spaces.fill && paint(false, operands)
      case 'SC':
      case 'SCN':
        return spaces.stroke && paint(true, operands)
      default:
        return undefined
    }
  })
}

/**
 * Content in inks.
 * @param additiveOf what a colour space is, by its name in the resources; undefined for inks and patterns, which stay.
 */
export const inInks = (
  content: string,
  additiveOf: (space: string) => Additive | undefined,
  ink: (rgb: Rgb) => Ink,
): string => recolour(content, additiveOf, (rgb, stroke) => `${inkOperands(ink(rgb))} ${stroke ? 'K' : 'k'}`)

/** The grey that a soft mask takes for a colour of DeviceRGB (ISO 32000-1 10.3.3). */
export const greyOf = (rgb: Rgb): number => 0.3 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2]

/** Content of a soft mask in greys: its colours are no ink but say how much shines through. */
export const inGreys = (content: string, additiveOf: (space: string) => Additive | undefined): string =>
  recolour(content, additiveOf, (rgb, stroke) => `${share(greyOf(rgb))} ${stroke ? 'G' : 'g'}`)

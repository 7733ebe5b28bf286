/** In: content with the colour operators of the browser. Out: the same content in printing inks, or in greys for a mask. */
import type { Ink } from '../../../model/inks.ts'
import { rewrite } from '../../pdf/content-stream.ts'
import type { Rgb } from './ink.ts'

const share = (value: number): string => String(Number(Math.min(1, Math.max(0, value)).toFixed(4)))

/** The operands of `k` or `K` as this program writes them. */
const inkOperands = (ink: Ink): string => ink.map(share).join(' ')

/**
 * Replaces every operator that sets a colour. Chromium writes `rg` and `RG` (Skia, SkPDFGraphicStackState.cpp), and behind
 * `/Pattern cs` the names of patterns, which stay.
 */
const recolour = (content: string, write: (rgb: Rgb, stroke: boolean) => string): string =>
  rewrite(content, ({ operator, operands }) => {
    if (operator !== 'rg' && operator !== 'RG') return undefined
    const [r, g, b] = operands.map(Number)
    return write([r!, g!, b!], operator === 'RG')
  })

/** Content in inks. */
export const inInks = (content: string, ink: (rgb: Rgb) => Ink): string =>
  recolour(content, (rgb, stroke) => `${inkOperands(ink(rgb))} ${stroke ? 'K' : 'k'}`)

/** The grey that a soft mask takes for a colour of DeviceRGB (ISO 32000-1 10.3.3). */
export const greyOf = (rgb: Rgb): number => 0.3 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2]

/** Content of a soft mask in greys: its colours are no ink but say how much shines through. */
export const inGreys = (content: string): string =>
  recolour(content, (rgb, stroke) => `${share(greyOf(rgb))} ${stroke ? 'G' : 'g'}`)

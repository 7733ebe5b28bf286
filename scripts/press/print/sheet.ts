/** In: the trimmed size and the bleed of an issue. Out: where trim, bleed and the edge of the sheet lie in the print PDF. */
import { type Box, points } from '../pdf/document.ts'

/** Boxes in points; the sheet's lower left corner is the origin, and bleed and slug are the same on all four sides. */
export interface Sheet {
  readonly trim: Box
  readonly bleed: Box
  readonly media: Box
}

/** Millimetres outside of the bleed that hold marks, colour bar and slug line. */
export const slug = 10

/** @param trim width and height in millimetres. @param bleed millimetres on each side. */
export function sheetOf(trim: { readonly width: number; readonly height: number }, bleed: number): Sheet {
  const [width, height] = [points(trim.width), points(trim.height)]
  const [inner, outer] = [points(slug + bleed), points(slug)]
  return {
    trim: [inner, inner, inner + width, inner + height],
    bleed: [outer, outer, 2 * inner - outer + width, 2 * inner - outer + height],
    media: [0, 0, 2 * inner + width, 2 * inner + height],
  }
}

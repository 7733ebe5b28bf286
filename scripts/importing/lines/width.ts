/** Lines in, the measure to which they were set out: by the distribution of their widths. */
import { eastAsianWidth } from 'get-east-asian-width'
import type { Unit } from './units.ts'

/** Width in half characters, as a monospaced page has it: Han and full-width marks are two. */
export function widthOf(text: string): number {
  let width = 0
  for (const c of text) width += /[“”‘’…—]/.test(c) ? 2 : eastAsianWidth(c.codePointAt(0)!)
  return width
}

/** An indent of two characters is no longer in the text, but filled the line. */
export const setWidth = (unit: Unit): number => unit.width ?? widthOf(unit.text) + (unit.indented ? 4 : 0)

export const isLatin = (text: string): boolean => {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length > 0 && letters.replace(/\p{Script=Latin}/gu, '').length * 4 <= letters.length
}

/**
 * The measure in half characters, or undefined where lines end with their paragraphs. Set lines end within two characters of
 * one another (Western ones within a word), so that their widths heap up at the measure with next to nothing beyond.
 */
export function measureOf(units: readonly Unit[]): number | undefined {
  const widths = units
    .filter((unit) => !unit.cells)
    .map(setWidth)
    .filter((width) => width >= 24)
  if (widths.length < 3) return undefined
  const most = Math.max(...widths)
  let best: { measure: number; count: number; near: number } | undefined
  for (const measure of new Set(widths)) {
    const count = widths.filter((width) => width === measure).length
    const near = widths.filter((width) => width <= measure + 2 && width >= measure - 4).length
    const beyond = widths.filter((width) => width > measure + 4).length
    if (beyond > widths.length / 8 || near < 3 || near < widths.length * 0.45) continue
    // Most lines are exactly full; where words are long, none is, and the nearest count.
    if (!best || count > best.count || (count === best.count && near > best.near)) best = { measure, count, near }
  }
  if (!best) return undefined
  return most <= best.measure + 8 || widths.filter((w) => w > best.measure + 4).length <= widths.length / 8
    ? best.measure
    : undefined
}

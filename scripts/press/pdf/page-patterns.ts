/** In: a page whose content is displaced. Out: its gradients and tilings displaced with it. */
import { type PDFDict, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib'
import { arrayAt, dictAt, name, numbers, round, type Shift } from './document.ts'

/**
 * Moves the patterns of a page. They hang on the page's own coordinates and not on the matrix in force where they are
 * painted (ISO 32000-1 8.7.2), so that moving the content leaves them behind; those of forms hang on the form and need nothing.
 */
export function movePatterns(page: PDFPage, shift: Shift): void {
  const { context } = page.doc
  const resources = page.node.Resources()
  const patterns = resources && dictAt(resources, 'Pattern')
  for (const [key, value] of patterns?.entries() ?? []) {
    const pattern = context.lookup(value)
    const dict = dictAt(patterns!, key.decodeText())
    if (!pattern || !dict) continue
    const matrix = arrayAt(dict, 'Matrix')
    const [a, b, c, d, x, y] = matrix ? numbers(matrix) : [1, 0, 0, 1, 0, 0]
    // A copy: another page may use the same pattern.
    const moved = dict.clone() as PDFDict
    moved.set(name('Matrix'), context.obj([a!, b!, c!, d!, round(x! + shift.x), round(y! + shift.y)]))
    const copy = pattern instanceof PDFRawStream ? PDFRawStream.of(moved, pattern.contents) : moved
    patterns!.set(key, context.register(copy))
  }
}

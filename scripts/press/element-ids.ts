/** A tagged PDF from Chromium in; the same with ids of structure elements that no longer tell how the browser counted. */
import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFString } from '@cantoo/pdf-lib'

const counted = /^node(\d+)$/

/**
 * Chromium names table headers by its own node numbers (`node00001375`), and these change from run to run with whatever
 * else the browser did (seen in 147). They are numbered anew in the same order, so that the id tree stays sorted.
 */
export function renumberElementIds(document: PDFDocument): void {
  const found: { readonly id: string; readonly replace: (by: PDFString) => void }[] = []
  const visit = (value: PDFObject, replace: (by: PDFString) => void): void => {
    if (value instanceof PDFString && counted.test(value.asString())) found.push({ id: value.asString(), replace })
    else walk(value)
  }
  const walk = (object: PDFObject): void => {
    if (object instanceof PDFArray) {
      for (const [i, item] of object.asArray().entries()) visit(item, (by) => object.set(i, by))
    } else if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) visit(value, (by) => object.set(key, by))
    }
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) walk(object)
  const ids = [...new Set(found.map(({ id }) => id))].sort((a, b) => Number(a.slice(4)) - Number(b.slice(4)))
  const names = new Map(ids.map((id, i) => [id, PDFString.of(`element-${String(i + 1).padStart(6, '0')}`)]))
  for (const { id, replace } of found) replace(names.get(id)!)
}

/** In: a document whose pages are moved. Out: its destinations moved along, and the page that each name leads to. */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { dictAt, round, type Shift } from '../pdf/document.ts'

const kinds = new Set(['XYZ', 'Fit', 'FitH', 'FitV', 'FitR', 'FitB', 'FitBH', 'FitBV'])

/** Moves a destination with its page; what it leaves open stays open (ISO 32000-1 table 151). */
function moveDestination(destination: PDFArray, shift: Shift): void {
  const kind = destination.get(1)
  const axes =
    kind instanceof PDFName
      ? { FitH: 'y', FitBH: 'y', FitV: 'x', FitBV: 'x', XYZ: 'xy', FitR: 'xyxy' }[kind.decodeText()]
      : ''
  for (const [i, axis] of Array.from(axes ?? '').entries()) {
    const value = destination.lookup(i + 2)
    if (value instanceof PDFNumber)
      destination.set(i + 2, PDFNumber.of(round(value.asNumber() + shift[axis as 'x' | 'y'])))
  }
}

/** Moves every destination of the document, wherever it stands: links, named destinations, actions. */
export function moveDestinations(document: PDFDocument, shifts: ReadonlyMap<string, Shift>): void {
  const walk = (object: PDFObject): void => {
    if (object instanceof PDFArray) {
      const [page, kind] = [object.asArray()[0], object.asArray()[1]]
      const shift = page instanceof PDFRef ? shifts.get(page.toString()) : undefined
      if (shift && kind instanceof PDFName && kinds.has(kind.decodeText())) moveDestination(object, shift)
      else for (const item of object.asArray()) walk(item)
    } else if (object instanceof PDFDict) for (const value of object.values()) walk(value)
  }
  // A direct object has one place only, and references are not followed: so each is met once.
  for (const [, object] of document.context.enumerateIndirectObjects()) walk(object)
}

/** Index of the page that each name of the document's dictionary of destinations leads to (ISO 32000-1 12.3.2.3). */
export function namedPages(document: PDFDocument): ReadonlyMap<string, number> {
  const indices = new Map(document.getPages().map(({ ref }, i) => [ref.toString(), i]))
  const pages = new Map<string, number>()
  const dests = dictAt(document.catalog, 'Dests')
  for (const key of dests?.keys() ?? []) {
    const value = dests!.lookup(key)
    const index = value instanceof PDFArray ? indices.get(String(value.get(0))) : undefined
    if (index !== undefined) pages.set(key.decodeText(), index)
  }
  return pages
}

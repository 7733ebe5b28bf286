/** An opened EPUB that is inspected, and how its parts are named in messages. */
import type { Document, Element } from '@xmldom/xmldom'
import type { Place } from '../../model/place.ts'
import { type EpubContainer, elementsOf } from './container.ts'

export interface Book extends EpubContainer {
  /** Name of the EPUB, for places. */
  readonly file: string
}

export const at = ({ file }: Book, entry: string, element?: Element): Place => ({
  file,
  entry,
  ...(element?.lineNumber && { line: element.lineNumber }),
})

/** XHTML documents that are well-formed, navigation included. */
export const pagesOf = (book: Book): [entry: string, document: Document][] =>
  [...book.documents].filter(([entry]) => entry.endsWith('.xhtml'))

export const shortText = (element: Element): string => {
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}

export const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** The `meta` elements of the package: what they refine, their property and value. */
export function metadataOf(book: Book) {
  return elementsOf(book.documents.get(book.packageEntry)!, 'meta').map((element) => ({
    element,
    id: element.getAttribute('id') ?? '',
    refines: element.getAttribute('refines') ?? '',
    property: element.getAttribute('property') ?? '',
    value: (element.textContent ?? '').trim(),
  }))
}

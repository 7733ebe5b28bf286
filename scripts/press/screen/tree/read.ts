/** In: the structure tree that Chromium wrote. Out: the same as plain objects, free to be taken apart. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { type Mark, readMark } from '../../in-page/pages/marks.ts'
import { dictAt, name, nameAt, numberAt, textAt } from '../../pdf/document.ts'

/** Marked content of a page. */
export interface Content {
  readonly kind: 'content'
  readonly page: string
  readonly id: number
}

/** An annotation that an element encloses, here always a link. */
export interface Annotation {
  readonly kind: 'annotation'
  readonly page: string
  readonly ref: PDFRef
  readonly annotation: PDFDict
}

export interface Element {
  readonly kind: 'element'
  type: string
  /** BCP 47; inherited where it is not set. */
  language?: string | undefined
  readonly alt?: string
  /** What our layout says of it. */
  readonly mark?: Mark
  /** Name for references to it; the tree writes it anew. */
  readonly id?: string
  /** Names of the header cells of a cell. */
  readonly headers?: readonly string[]
  readonly scope?: string
  readonly rowSpan?: number
  readonly columnSpan?: number
  readonly numbering?: string
  kids: Kid[]
}

export type Kid = Element | Content | Annotation

export const isElement = (kid: Kid): kid is Element => kid.kind === 'element'
export const isContent = (kid: Kid): kid is Content => kid.kind === 'content'
export const isAnnotation = (kid: Kid): kid is Annotation => kid.kind === 'annotation'

/** One marked content of one page: reference of the page, identifier in it. */
export const contentKey = (page: PDFRef | string, id: number): string => `${page}/${id}`
export const keyOf = ({ page, id }: Content): string => contentKey(page, id)

export const made = (type: string, kids: Kid[] = []): Element => ({ kind: 'element', type, kids })

/** Every element from the top, parents before their kids. */
export function* elementsOf(element: Element): Generator<Element> {
  yield element
  for (const kid of element.kids) if (isElement(kid)) yield* elementsOf(kid)
}

/** Every marked content in logical order. */
export function* contentsOf(element: Element): Generator<Content> {
  for (const kid of element.kids) {
    if (isContent(kid)) yield kid
    else if (isElement(kid)) yield* contentsOf(kid)
  }
}

/** The values of an attribute among all owners (ISO 32000-1 14.7.5.2). */
function attribute(element: PDFDict, key: string): PDFObject | undefined {
  const a = element.lookup(name('A'))
  const owners = a instanceof PDFArray ? a.asArray().map((_, i) => a.lookup(i)) : [a]
  for (const owner of owners) if (owner instanceof PDFDict && owner.has(name(key))) return owner.lookup(name(key))
  return undefined
}

function attributesOf(element: PDFDict): Partial<Element> {
  const word = (key: string): string | undefined => {
    const value = attribute(element, key)
    return value instanceof PDFName ? value.decodeText() : undefined
  }
  const span = (key: string): number => {
    const value = attribute(element, key)
    return value instanceof PDFNumber ? value.asNumber() : 1
  }
  const headers = attribute(element, 'Headers')
  const names =
    headers instanceof PDFArray ? headers.asArray().map((_, i) => headers.lookup(i, PDFString).decodeText()) : []
  const [scope, numbering] = [word('Scope'), word('ListNumbering')]
  return {
    ...(scope && { scope }),
    ...(numbering && { numbering }),
    ...(span('RowSpan') > 1 && { rowSpan: span('RowSpan') }),
    ...(span('ColSpan') > 1 && { columnSpan: span('ColSpan') }),
    ...(names.length > 0 && { headers: names }),
  }
}

/** @throws Error where the file has no tags. */
export function readStructure(document: PDFDocument): Element {
  const root = dictAt(document.catalog, 'StructTreeRoot')
  if (!root) throw new Error('the printed PDF has no structure tree: print it with tagged: true')
  const { context } = document

  /** The kids of an element, K being one or an array (ISO 32000-1 14.7.2). `page` is the page that the element inherits. */
  const kidsOf = (element: PDFDict, inherited: string): Kid[] => {
    const page = element.get(name('Pg'))?.toString() ?? inherited
    const k = element.lookup(name('K'))
    const objects = k instanceof PDFArray ? k.asArray() : k === undefined ? [] : [element.get(name('K'))!]
    return objects.flatMap((object): Kid[] => {
      const value = context.lookup(object)
      if (value instanceof PDFNumber) return [{ kind: 'content', page, id: value.asNumber() }]
      if (!(value instanceof PDFDict)) return []
      if (nameAt(value, 'S') !== undefined) return [elementOf(value, page)]
      const own = value.get(name('Pg'))?.toString() ?? page
      const id = numberAt(value, 'MCID')
      if (id !== undefined) return [{ kind: 'content', page: own, id }]
      const annotation = dictAt(value, 'Obj')
      return annotation ? [{ kind: 'annotation', page: own, ref: value.get(name('Obj')) as PDFRef, annotation }] : []
    })
  }

  const elementOf = (element: PDFDict, page: string): Element => {
    const written = textAt(element, 'Lang')
    const mark = written === undefined ? undefined : readMark(written)
    const language = mark?.language ?? written
    const [alt, id] = [textAt(element, 'Alt'), textAt(element, 'ID')]
    return {
      kind: 'element',
      type: nameAt(element, 'S') ?? 'NonStruct',
      ...(language && { language }),
      ...(alt && { alt }),
      ...(mark && { mark }),
      ...(id && { id }),
      ...attributesOf(element),
      kids: kidsOf(element, page),
    }
  }

  const [top, ...others] = kidsOf(root, '').filter(isElement)
  return top && others.length === 0 ? top : made('Document', top ? [top, ...others] : [])
}

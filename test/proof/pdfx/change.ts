/** In: places of a print edition by name. Out: mutations of it: what is changed, and which assertion must find it. */
import type { PDFDict, PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import { changeContent, changed, dictOf, found, isType, name, overwritten, streamOf, textOf } from '../mutate.ts'

export interface Mutation {
  readonly what: string
  /** The assertion it was made for. */
  readonly id: string
  /** Others that it breaks, since they ask for the same thing in another place. */
  readonly also?: readonly string[]
  readonly change: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>
}

export const mutation = (
  what: string,
  id: string,
  change: (document: PDFDocument) => void,
  also: string[] = [],
): Mutation => ({
  what,
  id,
  also,
  change: (bytes) => changed(bytes, change),
})
export const inBytes = (what: string, id: string, from: string, to: string, also: string[] = []): Mutation => ({
  what,
  id,
  also,
  change: (bytes) => overwritten(bytes, from, to),
})
/** Content put before all other of a page, unclipped, on the sheet itself. */
export const paint = (what: string, id: string, content: string, also: string[] = [], page = 0): Mutation =>
  mutation(what, id, (document) => changeContent(document, page, (before) => `q ${content} Q\n${before}`), also)

export const infoOf = (document: PDFDocument): PDFDict =>
  document.context.lookup(document.context.trailerInfo.Info) as PDFDict
export const node = (document: PDFDocument, page = 0): PDFDict => document.getPage(page).node
export const resources = (document: PDFDocument, kind: string, page = 0): PDFDict =>
  dictOf(node(document, page), 'Resources', kind)
export const state = (document: PDFDocument, which: string): PDFDict => dictOf(resources(document, 'ExtGState'), which)

/** A stream among the XObjects of the first page; painted by no content. */
export function addObject(document: PDFDocument, dict: Record<string, string | number | number[]>, data = ''): PDFDict {
  const stream = streamOf(document, data, dict)
  resources(document, 'XObject').set(name('Added'), document.context.register(stream))
  return stream.dict
}
export const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10] }
export const picture = {
  Type: 'XObject',
  Subtype: 'Image',
  Width: 1,
  Height: 1,
  BitsPerComponent: 8,
  ColorSpace: 'DeviceCMYK',
}

/** Paints an image of its own on the first page, at 600 ppi; its bytes are what the file stores. */
export function addPicture(
  document: PDFDocument,
  dict: Record<string, string | number | number[]>,
  data: Uint8Array,
): PDFDict {
  const stream = streamOf(document, data, { ...picture, ...dict }, dict.Filter !== undefined)
  resources(document, 'XObject').set(name('Added'), document.context.register(stream))
  changeContent(document, 0, (content) => `q .12 0 0 .12 200 200 cm /Added Do Q\n${content}`)
  return stream.dict
}

/** Beginning of a JPEG: markers of Adobe and of a frame, and no more. */
export const jpeg = (components: number, width = 1): Uint8Array =>
  Uint8Array.of(
    ...[0xff, 0xd8, 0xff, 0xee, 0, 14, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 2],
    ...[0xff, 0xc0, 0, 8 + 3 * components, 8, 0, 1, 0, width, components, ...Array(3 * components).fill(1)],
    ...[0xff, 0xd9],
  )

export function intentOf(document: PDFDocument): PDFDict {
  const [intent] = found(document, isType('OutputIntent'))
  return intent!.dict
}
/** Changes bytes of the embedded profile. */
export const profile = (change: (data: Buffer) => Buffer) => (document: PDFDocument) => {
  const ref = intentOf(document).get(name('DestOutputProfile'))
  const data = Buffer.from(textOf(document.context.lookup(ref)), 'latin1')
  document.context.assign(ref as PDFRef, streamOf(document, new Uint8Array(change(data)), { N: 4 }))
}
export const poke = (at: number, text: string) =>
  profile((data) => {
    data.write(text, at, 'latin1')
    return data
  })

/** Moves one of the boxes of the first page. */
export const box = (kind: string, move: (box: number[]) => number[]) => (document: PDFDocument) => {
  const { x, y, width, height } = document.getPage(0)[`get${kind as 'TrimBox'}`]()
  node(document).set(name(kind), document.context.obj(move([x, y, x + width, y + height])))
}

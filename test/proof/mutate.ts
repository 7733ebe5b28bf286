/** In: a finished PDF and a change. Out: the bytes of the changed PDF, so that a proof can be seen to find it. */
import { deflateSync, inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'

export const name = (text: string): PDFName => PDFName.of(text)

/**
 * Opens the file, lets `change` have its objects, and saves them all again, those without use included.
 * @param objectStreams the screen edition has them, the print edition has not.
 */
export async function changed(
  bytes: Uint8Array,
  change: (document: PDFDocument) => void,
  objectStreams = false,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  change(document)
  return document.save({ useObjectStreams: objectStreams, addDefaultPage: false, updateFieldAppearances: false })
}

/** Replaces one place of the bytes by as many others, so that every offset in the file stays right. */
export function overwritten(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const file = Buffer.from(bytes)
  const at = file.indexOf(from, 0, 'latin1')
  if (at < 0 || from.length !== to.length) throw new Error(`cannot write ${to} over ${from}`)
  file.write(to, at, 'latin1')
  return new Uint8Array(file)
}

/** The dictionary behind a path of keys, references followed; made where it is missing. */
export function dictOf(dict: PDFDict, ...path: readonly string[]): PDFDict {
  return path.reduce((inside, key) => {
    const found = inside.lookup(name(key))
    if (found instanceof PDFDict) return found
    if (found instanceof PDFStream) return found.dict
    const made = dict.context.obj({})
    inside.set(name(key), made)
    return made
  }, dict)
}

export function textOf(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFStream)) throw new Error('no stream')
  const data = stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents()
  return Buffer.from(data).toString('latin1')
}

/** A stream with the entries of `dict`, compressed unless told otherwise; text is one character per byte. */
export function streamOf(
  document: PDFDocument,
  data: string | Uint8Array,
  dict: Record<string, string | number | number[]> = {},
  plain = false,
): PDFRawStream {
  const raw = typeof data === 'string' ? Buffer.from(data, 'latin1') : data
  const made = document.context.obj(dict)
  if (!plain) made.set(name('Filter'), name('FlateDecode'))
  const written = new Uint8Array(plain ? raw : deflateSync(raw))
  made.set(name('Length'), document.context.obj(written.length))
  return PDFRawStream.of(made, written)
}

/** Changes the content of a page (from 0); its streams become one. Throws where the change changes nothing. */
export function changeContent(document: PDFDocument, page: number, change: (content: string) => string): void {
  const { node } = document.getPage(page)
  const contents = node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [contents]
  const before = streams.map(textOf).join('\n')
  const after = change(before)
  if (after === before) throw new Error('nothing changed in the content')
  const stream = streamOf(document, after)
  const ref = node.get(name('Contents'))
  // The stream keeps its number, so that none is left behind without use.
  if (ref instanceof PDFRef && !(contents instanceof PDFArray)) document.context.assign(ref, stream)
  else node.set(name('Contents'), document.context.register(stream))
}

/** Changes the XMP packet, which stays uncompressed. Throws where the change changes nothing. */
export function changeXmp(document: PDFDocument, change: (packet: string) => string): void {
  const ref = document.catalog.get(name('Metadata'))
  const stream = document.context.lookup(ref)
  if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) throw new Error('no metadata')
  const raw = stream.dict.has(name('Filter')) ? inflateSync(stream.contents) : stream.contents
  const before = Buffer.from(raw).toString('utf8')
  const after = change(before)
  if (after === before) throw new Error('nothing changed in the metadata')
  const dict = { Type: 'Metadata', Subtype: 'XML' }
  document.context.assign(ref, streamOf(document, new Uint8Array(Buffer.from(after, 'utf8')), dict, true))
}

/** Every object of the file with its reference, of a kind: `objects(document, (dict) => …)`. */
export function found(document: PDFDocument, wanted: (dict: PDFDict) => boolean): { ref: PDFRef; dict: PDFDict }[] {
  return document.context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    const dict = object instanceof PDFStream ? object.dict : object
    return dict instanceof PDFDict && wanted(dict) ? [{ ref, dict }] : []
  })
}

export const isType = (type: string) => (dict: PDFDict) => dict.lookup(name('Type')) === name(type)

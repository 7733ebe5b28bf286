/**
 * In: the bytes of a PDF. Out: its objects by type, and bytes again.
 * The door to pdf-lib for everything that finishes a PDF; what is in it is not particular to one edition.
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'

/** Displacement in points. */
export interface Shift {
  readonly x: number
  readonly y: number
}

/** [left, bottom, right, top] in points. */
export type Box = readonly [number, number, number, number]

/** Points of a length in millimetres. */
export const points = (millimetres: number): number => (millimetres * 72) / 25.4

/** A number as content streams and boxes carry it: far below 0.01 pt exact and never in exponential notation. */
export const round = (value: number): number => Number(value.toFixed(5)) || 0

export const name = (text: string): PDFName => PDFName.of(text)

export const openPdf = (bytes: Uint8Array): Promise<PDFDocument> => PDFDocument.load(bytes, { updateMetadata: false })

/** What a key of a dictionary holds, where it is of the wanted type, references followed. */
export function dictAt(dict: PDFDict, key: string): PDFDict | undefined {
  const value = dict.lookup(name(key))
  return value instanceof PDFDict ? value : value instanceof PDFStream ? value.dict : undefined
}
export function arrayAt(dict: PDFDict, key: string): PDFArray | undefined {
  const value = dict.lookup(name(key))
  return value instanceof PDFArray ? value : undefined
}
export function nameAt(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(name(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}
export function numberAt(dict: PDFDict, key: string): number | undefined {
  const value = dict.lookup(name(key))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}
export function textAt(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(name(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}
/** The name of the first filter of a stream, or of the space of a colour space array. */
export function firstNameAt(dict: PDFDict, key: string): string | undefined {
  const value = arrayAt(dict, key)?.lookup(0)
  return value instanceof PDFName ? value.decodeText() : nameAt(dict, key)
}

/** The dictionary under a key, made there where it is missing. */
export function dictIn(dict: PDFDict, key: string): PDFDict {
  const found = dictAt(dict, key)
  if (found) return found
  const made = dict.context.obj({})
  dict.set(name(key), made)
  return made
}

/** Every number of an array; what is not a number counts as 0. */
export function numbers(array: PDFArray): number[] {
  return array.asArray().map((_, i) => {
    const value = array.lookup(i)
    return value instanceof PDFNumber ? value.asNumber() : 0
  })
}

export const boxArray = (context: PDFContext, box: Box): PDFArray => context.obj(box.map(round)) as PDFArray

/** Coordinates in pairs of x and y, displaced. */
export const movedBy = (coordinates: readonly number[], shift: Shift): number[] =>
  coordinates.map((value, i) => round(value + (i % 2 === 0 ? shift.x : shift.y)))

/** A text string that every reader understands: UTF-16BE with byte order mark (ISO 32000-1 7.9.2.2). */
export const textString = (text: string): PDFHexString => PDFHexString.fromText(text)

/** What a stream holds that is only deflated; undefined where it is not, or is broken. Far faster than pdf-lib's own filter. */
function inflated({ dict, contents }: PDFRawStream): Buffer | undefined {
  if (firstNameAt(dict, 'Filter') !== 'FlateDecode' || (arrayAt(dict, 'Filter')?.size() ?? 1) > 1) return undefined
  if (dict.has(name('DecodeParms'))) return undefined
  try {
    return inflateSync(contents)
  } catch {
    return undefined
  }
}

/** The decoded content of a stream, one character per byte. */
export function streamText(stream: PDFStream): string {
  if (!(stream instanceof PDFRawStream)) return Buffer.from(stream.getContents()).toString('latin1')
  return (inflated(stream) ?? Buffer.from(decodePDFRawStream(stream).decode())).toString('latin1')
}

/** A stream with the entries of `dict`, made from one character per byte. It is compressed when the document is saved. */
export function plainStream(context: PDFContext, content: string, dict: PDFDict = context.obj({})): PDFRawStream {
  const data = new Uint8Array(Buffer.from(content, 'latin1'))
  dict.set(name('Length'), PDFNumber.of(data.length))
  dict.delete(name('Filter'))
  dict.delete(name('DecodeParms'))
  return PDFRawStream.of(dict, data)
}

const deflated = promisify(deflate)

/**
 * Compresses every stream that has no filter, but for metadata, which tools that know no PDF look for. All at once: zlib works
 * on threads of its own.
 */
async function compressStreams(context: PDFContext): Promise<void> {
  const plain = context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    const open = object instanceof PDFRawStream && !object.dict.has(name('Filter'))
    return open && nameAt(object.dict, 'Type') !== 'Metadata' ? [[ref, object] as const] : []
  })
  await Promise.all(
    plain.map(async ([ref, { dict, contents }]) => {
      const data = new Uint8Array(await deflated(contents, { level: 9 }))
      dict.set(name('Filter'), name('FlateDecode'))
      dict.set(name('Length'), PDFNumber.of(data.length))
      context.assign(ref, PDFRawStream.of(dict, data))
    }),
  )
}

/** The content of a page: its streams joined by line feeds, as a reader joins them (ISO 32000-1 7.7.3.3). */
export function pageContent(page: PDFPage): string {
  const contents = page.node.Contents()
  if (!contents) return ''
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [contents]
  return streams.map((stream) => (stream instanceof PDFStream ? streamText(stream) : '')).join('\n')
}

export function setPageContent(page: PDFPage, content: string): void {
  const { context } = page.doc
  page.node.set(name('Contents'), context.register(plainStream(context, content)))
}

/** Content that one set of resources serves: a page, or a form or tiling pattern that pages use. */
export interface ContentStream {
  /** Index of the page; of the first page that uses it, where it is a form or a pattern. */
  readonly page: number
  readonly kind: 'page' | 'form' | 'pattern'
  readonly resources: PDFDict
  readonly content: string
  /** True in the group of a soft mask, whose colours are transparency and no ink. */
  readonly mask: boolean
  readonly setContent: (content: string) => void
}

/** Content is decoded when it is asked for: many ask for the resources alone. */
function streamOf(of: Omit<ContentStream, 'content'>, read: () => string): ContentStream {
  let content: string | undefined
  return {
    ...of,
    get content() {
      content ??= read()
      return content
    },
  }
}

/** Every content stream of a document once: each page, then the forms, tiling patterns and mask groups it is first to use. */
export function* contentStreams(document: PDFDocument): Generator<ContentStream> {
  const { context } = document
  const seen = new Set<PDFObject>()
  function* used(page: number, resources: PDFDict, mask: boolean): Generator<ContentStream> {
    const inside = function* (ref: PDFObject | undefined, masked: boolean): Generator<ContentStream> {
      const stream = context.lookup(ref)
      if (!(ref instanceof PDFRef) || !(stream instanceof PDFStream) || seen.has(stream)) return
      const { dict } = stream
      const kind = nameAt(dict, 'Subtype') === 'Form' ? 'form' : 'pattern'
      if (kind === 'pattern' && numberAt(dict, 'PatternType') !== 1) return
      seen.add(stream)
      const own = dictAt(dict, 'Resources') ?? resources
      const setContent = (content: string) => context.assign(ref, plainStream(context, content, dict))
      yield streamOf({ page, kind, resources: own, mask: masked, setContent }, () => streamText(stream))
      yield* used(page, own, masked)
    }
    for (const kind of ['XObject', 'Pattern']) {
      for (const value of dictAt(resources, kind)?.values() ?? []) yield* inside(value, mask)
    }
    for (const [key] of dictAt(resources, 'ExtGState')?.entries() ?? []) {
      const state = dictAt(dictAt(resources, 'ExtGState')!, key.decodeText())
      const softMask = state && dictAt(state, 'SMask')
      if (softMask) yield* inside(softMask.get(name('G')), true)
    }
  }
  for (const [i, page] of document.getPages().entries()) {
    const resources = page.node.Resources() ?? context.obj({})
    const setContent = (content: string) => setPageContent(page, content)
    yield streamOf({ page: i, kind: 'page', resources, mask: false, setContent }, () => pageContent(page))
    yield* used(i, resources, false)
  }
}

/** Removes every object that neither the catalog nor Info leads to; pdf-lib writes all it holds. */
export function dropUnreachable(document: PDFDocument): void {
  const { context } = document
  const live = new Set<string>()
  const waiting: PDFObject[] = [context.trailerInfo.Root, context.trailerInfo.Info].filter((o) => o !== undefined)
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (live.has(object.toString())) continue
      live.add(object.toString())
      const target = context.lookup(object)
      if (target) waiting.push(target)
    } else if (object instanceof PDFArray) waiting.push(...object.asArray())
    else if (object instanceof PDFDict) waiting.push(...object.values())
    else if (object instanceof PDFStream) waiting.push(object.dict)
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!live.has(ref.toString())) context.delete(ref)
}

/** Stands where the file identifier goes until the bytes are known from which it is made; written twice in the trailer. */
const unknownId = '6b616e62656e'.padEnd(32, '0')

/**
 * The bytes of a finished document: nothing unreachable, and a file identifier made from all other bytes, so that the same
 * content has the same identifier and a changed file another one (ISO 32000-1 14.4).
 */
export async function serialize(
  document: PDFDocument,
  { minor, objectStreams }: { minor: 4 | 6 | 7; objectStreams: boolean },
): Promise<Uint8Array> {
  const { context } = document
  document.catalog.delete(name('Version'))
  context.header = PDFHeader.forVersion(1, minor)
  const id = PDFHexString.of(unknownId)
  context.trailerInfo.ID = context.obj([id, id])
  dropUnreachable(document)
  await compressStreams(context)
  const bytes = await document.save({
    useObjectStreams: objectStreams,
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const digest = createHash('sha256').update(file).digest('hex').slice(0, 32)
  const second = file.lastIndexOf(unknownId)
  const first = file.lastIndexOf(unknownId, second - 1)
  if (first < 0) throw new Error('the saved PDF has no file identifier')
  for (const at of [first, second]) file.write(digest, at, 'latin1')
  return bytes
}

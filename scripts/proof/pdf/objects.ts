/** In: bytes of a PDF. Out: its cross-reference table followed, objects by number, pages with inherited boxes. */
import {
  byteText,
  decoded,
  isDict,
  isList,
  Lexer,
  type PdfDict,
  PdfRef,
  PdfStream,
  PdfSyntaxError,
  type PdfValue,
} from './syntax.ts'

/** A file parsed once, for all that read it. */
export interface PdfObjects {
  readonly bytes: Uint8Array
  /** As in `%PDF-1.6`. */
  readonly version: string
  readonly trailer: PdfDict
  readonly resolve: (value: PdfValue | undefined) => PdfValue
  readonly dict: (value: PdfValue | undefined) => PdfDict
  readonly pages: readonly PdfDict[]
  /** Where the cross-reference says that the objects in use are: by number. */
  readonly entries: ReadonlyMap<number, Entry>
}

/** A byte of the file, or a place in an object stream. */
export type Entry =
  | { readonly kind: 'plain'; readonly offset: number }
  | { readonly kind: 'compressed'; readonly within: number; readonly index: number }

const nothing: PdfDict = new Map()

/** @throws PdfSyntaxError */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const text = byteText(bytes)
  const version = /^%PDF-(\d\.\d)/.exec(text)?.[1]
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-2048))?.[1]
  if (!version || !start) throw new PdfSyntaxError('no PDF header or no startxref')

  const entries = new Map<number, Entry>()
  const trailer = new Map<string, PdfValue>()
  const cache = new Map<number, PdfValue>()
  const containers = new Map<number, PdfValue[]>()

  const indirect = (offset: number): PdfValue => {
    const lexer = new Lexer(text, offset)
    lexer.value()
    lexer.value()
    if (!lexer.keyword('obj')) throw new PdfSyntaxError(`no object at byte ${offset}`)
    const value = lexer.value()
    if (!isDict(value) || !lexer.keyword('stream')) return value
    const from = lexer.position + (text[lexer.position] === '\r' ? 2 : 1)
    const length = resolve(value.get('Length'))
    if (typeof length !== 'number') throw new PdfSyntaxError(`a stream without length at byte ${offset}`)
    return new PdfStream(value, bytes.subarray(from, from + length))
  }

  const container = (number: number): PdfValue[] => {
    const known = containers.get(number)
    if (known) return known
    const stream = resolve(new PdfRef(number))
    if (!(stream instanceof PdfStream)) throw new PdfSyntaxError(`object ${number} is no object stream`)
    const inner = byteText(decoded(stream, resolve))
    const first = Number(resolve(stream.dict.get('First')))
    const head = new Lexer(inner)
    const values = Array.from({ length: Number(resolve(stream.dict.get('N'))) }, () => {
      head.value()
      return new Lexer(inner, first + Number(head.value())).value()
    })
    containers.set(number, values)
    return values
  }

  const resolve = (value: PdfValue | undefined): PdfValue => {
    if (value === undefined) return null
    if (!(value instanceof PdfRef)) return value
    if (!cache.has(value.number)) {
      const entry = entries.get(value.number)
      cache.set(
        value.number,
        !entry
          ? null
          : entry.kind === 'plain'
            ? indirect(entry.offset)
            : (container(entry.within)[entry.index] ?? null),
      )
    }
    return cache.get(value.number)!
  }
  const dict = (value: PdfValue | undefined): PdfDict => {
    const found = resolve(value)
    return isDict(found) ? found : found instanceof PdfStream ? found.dict : nothing
  }

  const sections = new Set<number>()
  for (let offset: number | null = Number(start); offset !== null && !sections.has(offset); ) {
    sections.add(offset)
    const read: PdfDict = text.startsWith('xref', offset)
      ? table(text, offset, entries)
      : stream(indirect(offset), entries)
    for (const [key, value] of read) if (!trailer.has(key)) trailer.set(key, value)
    const previous = read.get('Prev')
    offset = typeof previous === 'number' ? previous : null
  }

  const pages: PdfDict[] = []
  const inherited = ['MediaBox', 'CropBox', 'Resources', 'Rotate']
  const walk = (node: PdfDict, from: PdfDict, depth: number): void => {
    if (depth > 64) throw new PdfSyntaxError('the page tree does not end')
    const own = new Map([
      ...inherited.flatMap((key) => (from.has(key) ? [[key, from.get(key)!] as const] : [])),
      ...node,
    ])
    const kids = resolve(node.get('Kids'))
    if (isList(kids)) for (const kid of kids) walk(dict(kid), own, depth + 1)
    else pages.push(own)
  }
  walk(dict(dict(trailer.get('Root')).get('Pages')), nothing, 0)
  return { bytes, version, trailer, resolve, dict, pages, entries }
}

/** A classic table (7.5.4): subsections of twenty-byte lines, then the trailer. */
function table(text: string, offset: number, entries: Map<number, Entry>): PdfDict {
  const lexer = new Lexer(text, offset + 4)
  while (!lexer.keyword('trailer')) {
    const first = Number(lexer.value())
    const count = Number(lexer.value())
    if (Number.isNaN(first) || Number.isNaN(count)) throw new PdfSyntaxError('broken cross-reference table')
    for (let i = 0; i < count; i++) {
      const at = Number(lexer.value())
      lexer.value()
      const used = lexer.keyword('n')
      if (!used && !lexer.keyword('f')) throw new PdfSyntaxError('broken cross-reference table')
      if (used && !entries.has(first + i)) entries.set(first + i, { kind: 'plain', offset: at })
    }
  }
  const trailer = lexer.value()
  return isDict(trailer) ? trailer : nothing
}

/** A cross-reference stream (7.5.8). */
function stream(value: PdfValue, entries: Map<number, Entry>): PdfDict {
  if (!(value instanceof PdfStream)) throw new PdfSyntaxError('no cross-reference table')
  const plain = (v: PdfValue | undefined): PdfValue => v ?? null
  const data = decoded(value, plain)
  const widths = value.dict.get('W')
  if (!isList(widths) || value.dict.has('DecodeParms'))
    throw new PdfSyntaxError('no reader for this cross-reference stream')
  const [w0, w1, w2] = widths.map(Number) as [number, number, number]
  const index = value.dict.get('Index')
  const ranges = isList(index) ? index.map(Number) : [0, Number(value.dict.get('Size'))]
  const field = (at: number, width: number): number =>
    data.subarray(at, at + width).reduce((sum, byte) => sum * 256 + byte, 0)
  let at = 0
  for (let r = 0; r < ranges.length; r += 2) {
    for (let i = 0; i < ranges[r + 1]!; i++, at += w0 + w1 + w2) {
      const type = w0 === 0 ? 1 : field(at, w0)
      const number = ranges[r]! + i
      if (type === 0 || entries.has(number)) continue
      const second = field(at + w0, w1)
      entries.set(
        number,
        type === 1
          ? { kind: 'plain', offset: second }
          : { kind: 'compressed', within: second, index: field(at + w0 + w1, w2) },
      )
    }
  }
  return value.dict
}

/** left, bottom, right, top in points; null where the page has no such box. */
export type Box = readonly [number, number, number, number]

export function boxOf(objects: PdfObjects, page: PdfDict, name: string): Box | null {
  const value = objects.resolve(page.get(name))
  if (!isList(value) || value.length !== 4) return null
  const [a, b, c, d] = value.map((v) => Number(objects.resolve(v))) as [number, number, number, number]
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

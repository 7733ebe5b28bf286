/** In: bytes of a PDF. Out: its objects, read by our own few rules of ISO 32000-1, 7.2–7.5, and by no library that writes PDFs. */
import { unzlibSync } from 'fflate'

/** Names are strings with their slash; PDF strings are bytes. */
export type PdfValue =
  | number
  | boolean
  | null
  | string
  | Uint8Array
  | PdfRef
  | PdfStream
  | readonly PdfValue[]
  | PdfDict
export type PdfDict = ReadonlyMap<string, PdfValue>
export class PdfRef {
  readonly number: number
  constructor(number: number) {
    this.number = number
  }
}
export class PdfStream {
  readonly dict: PdfDict
  readonly raw: Uint8Array
  constructor(dict: PdfDict, raw: Uint8Array) {
    this.dict = dict
    this.raw = raw
  }
}

/** The file is not a PDF that these rules can read. */
export class PdfSyntaxError extends Error {}

/** One character per byte. (WHATWG's "latin1" is Windows-1252 and would change bytes 80–9F.) */
export const byteText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

const delimiter = /[\s()<>[\]{}/%\u0000]/

/** A cursor over the file as Latin-1 text: one character per byte. */
export class Lexer {
  readonly text: string
  position: number
  constructor(text: string, position = 0) {
    this.text = text
    this.position = position
  }

  private space(): void {
    for (;;) {
      const c = this.text[this.position]
      if (c === undefined) return
      if (c === '%')
        while (this.position < this.text.length && !/[\r\n]/.test(this.text[this.position]!)) this.position++
      else if (/[\s\u0000]/.test(c)) this.position++
      else return
    }
  }

  /** The next run of regular characters, without consuming it. */
  peek(): string {
    this.space()
    let end = this.position
    while (end < this.text.length && !delimiter.test(this.text[end]!)) end++
    return this.text.slice(this.position, end)
  }

  keyword(word: string): boolean {
    if (this.peek() !== word) return false
    this.position += word.length
    return true
  }

  value(): PdfValue {
    this.space()
    const c = this.text[this.position]
    if (c === undefined) throw new PdfSyntaxError('unexpected end of file')
    if (c === '/') return this.name()
    if (c === '(') return this.literal()
    if (c === '[') {
      this.position++
      const list: PdfValue[] = []
      for (;;) {
        this.space()
        if (this.text[this.position] === ']') break
        list.push(this.value())
      }
      this.position++
      return list
    }
    if (c === '<') return this.text[this.position + 1] === '<' ? this.dictionary() : this.hexadecimal()
    const word = this.peek()
    if (word === '') throw new PdfSyntaxError(`unexpected ${c} at byte ${this.position}`)
    this.position += word.length
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    const number = Number(word)
    if (Number.isNaN(number)) throw new PdfSyntaxError(`unexpected ${word} at byte ${this.position}`)
    if (Number.isInteger(number) && number >= 0) {
      const reference = /^\s+\d+\s+R(?![^\s()<>[\]{}/%])/.exec(this.text.slice(this.position, this.position + 24))
      if (reference) {
        this.position += reference[0].length
        return new PdfRef(number)
      }
    }
    return number
  }

  private name(): string {
    this.position++
    const word = /^[^\s()<>[\]{}/%\u0000]*/.exec(this.text.slice(this.position, this.position + 256))![0]
    this.position += word.length
    return `/${word.replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))}`
  }

  private literal(): Uint8Array {
    const bytes: number[] = []
    const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }
    let depth = 1
    for (this.position++; ; this.position++) {
      const c = this.text[this.position]
      if (c === undefined) throw new PdfSyntaxError('unterminated string')
      if (c === '\\') {
        const next = this.text[++this.position]!
        const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.position, this.position + 3))
        if (octal) {
          bytes.push(Number.parseInt(octal[0], 8) & 255)
          this.position += octal[0].length - 1
        } else if (next === '\r' && this.text[this.position + 1] === '\n') this.position++
        else if (next !== '\r' && next !== '\n') bytes.push(escapes[next] ?? next.charCodeAt(0))
        continue
      }
      if (c === '(') depth++
      if (c === ')' && --depth === 0) break
      bytes.push(c.charCodeAt(0))
    }
    this.position++
    return Uint8Array.from(bytes)
  }

  private hexadecimal(): Uint8Array {
    const end = this.text.indexOf('>', this.position)
    const digits = this.text.slice(this.position + 1, end).replace(/\s+/g, '')
    this.position = end + 1
    return Uint8Array.from({ length: Math.ceil(digits.length / 2) }, (_, i) =>
      Number.parseInt(digits.slice(2 * i, 2 * i + 2).padEnd(2, '0'), 16),
    )
  }

  private dictionary(): PdfDict {
    this.position += 2
    const dict = new Map<string, PdfValue>()
    for (;;) {
      this.space()
      if (this.text.startsWith('>>', this.position)) break
      const key = this.value()
      if (typeof key !== 'string') throw new PdfSyntaxError(`dictionary key expected at byte ${this.position}`)
      dict.set(key.slice(1), this.value())
    }
    this.position += 2
    return dict
  }
}

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map
export const isList = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value)

/** Text strings are UTF-16BE or UTF-8 where a byte order mark says so, else PDFDocEncoding, of which Latin-1 is all we meet. */
export function textOf(value: PdfValue | undefined): string {
  if (!(value instanceof Uint8Array)) return ''
  if (value[0] === 0xfe && value[1] === 0xff) return new TextDecoder('utf-16be').decode(value.subarray(2))
  if (value[0] === 0xef && value[1] === 0xbb && value[2] === 0xbf) return new TextDecoder().decode(value.subarray(3))
  return byteText(value)
}

/** Decodes a stream; only FlateDecode without predictor is written by any tool that we use. */
export function decoded(stream: PdfStream, resolve: (value: PdfValue | undefined) => PdfValue): Uint8Array {
  const filter = resolve(stream.dict.get('Filter'))
  const filters = filter === null ? [] : isList(filter) ? filter.map(resolve) : [filter]
  return filters.reduce<Uint8Array>((bytes, name) => {
    if (name !== '/FlateDecode') throw new PdfSyntaxError(`no reader for the filter ${String(name)}`)
    return unzlibSync(bytes)
  }, stream.raw)
}

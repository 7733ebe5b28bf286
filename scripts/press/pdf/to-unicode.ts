/**
 * Twice on purpose (`proof/pdf/fonts.ts`). In: a font of a PDF as Chromium writes it. Out: the text of its glyphs, and further
 * codes for glyphs that stand for more than one text.
 *
 * A ToUnicode CMap gives one text per code, and Chromium numbers its codes by glyph. So a glyph that two characters share
 * can be read right for one of them only; for the other Chromium adds an ActualText span, which MuPDF 1.21 and pdf.js do
 * not read. A second code for the same glyph, through CIDToGIDMap, makes every reader right (ISO 32000-1 9.7.4.2, 9.10.3).
 */
import { PDFArray, type PDFDict, PDFNumber, PDFStream, PDFString } from '@cantoo/pdf-lib'
import { operations } from './content-stream.ts'
import { arrayAt, dictAt, name, nameAt, numberAt, plainStream, streamText } from './document.ts'

const hexDigits = (code: number): string => code.toString(16).padStart(4, '0')

function utf16(hex: string): string {
  return Buffer.from(hex.replace(/[^\da-f]/gi, ''), 'hex')
    .swap16()
    .toString('utf16le')
}

const utf16Hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** The pairs of code and text in a ToUnicode CMap; its syntax is close enough to a content stream to be read as one. */
export function parseToUnicode(cmap: string): Map<number, string> {
  const texts = new Map<number, string>()
  const code = (hex: string | undefined): number => Number.parseInt((hex ?? '').slice(1), 16)
  for (const { operator, operands } of operations(cmap)) {
    if (operator === 'endbfchar') {
      for (let i = 0; i + 1 < operands.length; i += 2) texts.set(code(operands[i]), utf16(operands[i + 1]!))
    } else if (operator === 'endbfrange') {
      for (let i = 0; i + 2 < operands.length; i += 3) {
        const [first, last, target] = [code(operands[i]), code(operands[i + 1]), operands[i + 2]!]
        const each = target.startsWith('[') ? target.match(/<[^>]*>/g) : undefined
        for (let c = first; c <= last; c++) {
          if (each) texts.set(c, utf16(each[c - first] ?? ''))
          else {
            const text = utf16(target)
            const unit = text.charCodeAt(text.length - 1) + c - first
            texts.set(c, text.slice(0, -1) + String.fromCharCode(unit))
          }
        }
      }
    }
  }
  return texts
}

function writeToUnicode(texts: ReadonlyMap<number, string>): string {
  const rows = [...texts].sort(([a], [b]) => a - b).map(([code, text]) => `<${hexDigits(code)}> <${utf16Hex(text)}>\n`)
  let blocks = ''
  // A block holds at most 100 rows (Adobe technical note 5014).
  for (let i = 0; i < rows.length; i += 100) {
    const block = rows.slice(i, i + 100)
    blocks += `${block.length} beginbfchar\n${block.join('')}endbfchar\n`
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

/** Widths by CID from a W array (ISO 32000-1 9.7.4.3). */
function parseWidths(array: PDFArray | undefined): Map<number, number> {
  const widths = new Map<number, number>()
  const at = (list: PDFArray, i: number): number => {
    const value = list.lookup(i)
    return value instanceof PDFNumber ? value.asNumber() : 0
  }
  for (let i = 0; array && i + 1 < array.size(); ) {
    const first = at(array, i)
    const second = array.lookup(i + 1)
    if (second instanceof PDFArray) {
      for (let j = 0; j < second.size(); j++) widths.set(first + j, at(second, j))
      i += 2
    } else {
      for (let cid = first; cid <= at(array, i + 1); cid++) widths.set(cid, at(array, i + 2))
      i += 3
    }
  }
  return widths
}

/** How many glyphs a TrueType program has: the maxp table, bytes 4 and 5. */
function glyphCount(program: string): number {
  const bytes = Buffer.from(program, 'latin1')
  for (let i = 0, at = 12; i < bytes.readUInt16BE(4); i++, at += 16) {
    if (bytes.toString('latin1', at, at + 4) === 'maxp') return bytes.readUInt16BE(bytes.readUInt32BE(at + 8) + 4)
  }
  throw new Error('the font program has no maxp table')
}

export class FontCodes {
  /** PostScript name without subset tag. */
  readonly font: string
  private readonly dict: PDFDict
  private readonly texts: Map<number, string>
  private readonly composite: boolean
  /** Whether further codes can be given: a CID font with TrueType outlines, embedded, whose codes are its glyph numbers. */
  readonly extensible: boolean
  /** The added codes, by what they show and read as. */
  private readonly added = new Map<string, number>()
  /** The glyph of each added code. */
  private readonly glyphs = new Map<number, number>()
  private next = 0
  private corrected = false

  constructor(dict: PDFDict) {
    this.dict = dict
    this.font = (nameAt(dict, 'BaseFont') ?? nameAt(dict, 'Subtype') ?? '').replace(/^[A-Z]{6}\+/, '')
    this.composite = nameAt(dict, 'Subtype') === 'Type0'
    this.extensible =
      this.composite &&
      nameAt(dict, 'Encoding') === 'Identity-H' &&
      nameAt(this.descendant, 'Subtype') === 'CIDFontType2' &&
      nameAt(this.descendant, 'CIDToGIDMap') === 'Identity' &&
      this.program !== undefined
    const cmap = dict.lookup(name('ToUnicode'))
    this.texts = cmap instanceof PDFStream ? parseToUnicode(streamText(cmap)) : new Map()
  }

  /** The codes of one string operand, or of all strings in the array of a TJ. */
  codes(operand: string): number[] {
    const size = this.composite ? 2 : 1
    // Chromium shows nearly every glyph alone.
    if (size === 2 && operand.length === 6 && operand[0] === '<') return [Number.parseInt(operand.slice(1, 5), 16)]
    const strings = operand.match(/<[^>]*>|\((?:\\[\s\S]|[^\\)])*\)/g) ?? []
    return strings.flatMap((text) => {
      const bytes = text.startsWith('<')
        ? Buffer.from(text.slice(1, -1).replace(/\s/g, ''), 'hex')
        : Buffer.from(PDFString.of(text.slice(1, -1)).asBytes())
      return Array.from({ length: Math.floor(bytes.length / size) }, (_, i) => bytes.readUIntBE(i * size, size))
    })
  }

  /** What a code reads as, undefined where the font does not tell. */
  text(code: number): string | undefined {
    return this.texts.get(code)
  }

  /** The first code that reads as this text. */
  codeOf(text: string): number | undefined {
    for (const [code, reading] of this.texts) if (reading === text) return code
    return undefined
  }

  /** The glyph that a code shows. */
  glyph(code: number): number {
    return this.glyphs.get(code) ?? code
  }

  /** Lets a glyph of several characters read as all of them, where it read as the first alone. */
  completeLigature(code: number, text: string): void {
    const reading = this.texts.get(code)
    if (!reading || reading === text || !text.startsWith(reading)) return
    this.texts.set(code, text)
    this.corrected = true
  }

  /** A code that shows the same glyph as `code` and reads as `text`: `code` itself where it reads so already. */
  reading(code: number, text: string): number {
    if (this.texts.get(code) === text) return code
    const key = `${this.glyph(code)} ${text}`
    const known = this.added.get(key)
    if (known !== undefined) return known
    // Behind the last glyph no code is in use.
    if (this.next === 0) this.next = glyphCount(streamText(this.program!))
    if (this.next > 0xffff) throw new Error(`${this.font} has no code left for ${text}`)
    const alias = this.next++
    this.added.set(key, alias)
    this.glyphs.set(alias, this.glyph(code))
    this.texts.set(alias, text)
    return alias
  }

  /** Writes the codes that were added into the font: its texts, its widths and its map to glyphs. */
  save(): void {
    const { context } = this.dict
    if (this.added.size > 0 || this.corrected) {
      this.dict.set(name('ToUnicode'), context.register(plainStream(context, writeToUnicode(this.texts))))
    }
    const added = [...this.glyphs]
    if (added.length === 0) return
    const first = added[0]![0]
    const array = arrayAt(this.descendant, 'W')
    const widths = parseWidths(array)
    const standard = numberAt(this.descendant, 'DW') ?? 1000
    const extra = [first, added.map(([, glyph]) => widths.get(glyph) ?? standard)]
    this.descendant.set(name('W'), context.obj([...(array?.asArray() ?? []), ...extra]))
    const glyphs = Buffer.alloc((first + added.length) * 2)
    for (let cid = 0; cid < first + added.length; cid++) glyphs.writeUInt16BE(this.glyph(cid), cid * 2)
    const map = plainStream(context, glyphs.toString('latin1'))
    this.descendant.set(name('CIDToGIDMap'), context.register(map))
  }

  private get descendant(): PDFDict {
    return this.dict.lookup(name('DescendantFonts'), PDFArray).lookup(0) as PDFDict
  }

  private get program(): PDFStream | undefined {
    const file = dictAt(this.descendant, 'FontDescriptor')?.lookup(name('FontFile2'))
    return file instanceof PDFStream ? file : undefined
  }
}

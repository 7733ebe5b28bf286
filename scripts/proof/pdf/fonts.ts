/** Twice on purpose (`press/pdf/to-unicode.ts`). In: the font dictionaries of a PDF. Out: for the bytes of a shown string, its glyphs as text and width. */

import { eachOperator, type Operand } from './content.ts'
import type { PdfObjects } from './objects.ts'
import { byteText, decoded, isList, type PdfDict, PdfStream, type PdfValue } from './syntax.ts'

export interface FontGlyph {
  /** By ToUnicode; empty where the font does not tell. */
  readonly text: string
  /** Advance in thousandths of the size. */
  readonly width: number
  /** One byte 32, to which word spacing applies (9.3.3). */
  readonly wordSpace: boolean
}

export interface Font {
  /** PostScript name without subset tag. */
  readonly name: string
  glyphs(bytes: string): readonly FontGlyph[]
}

const codeOf = (bytes: string): number => {
  let code = 0
  for (let i = 0; i < bytes.length; i++) code = code * 256 + bytes.charCodeAt(i)
  return code
}
const utf16 = (bytes: string): string => {
  let text = ''
  for (let i = 0; i + 1 < bytes.length; i += 2) text += String.fromCharCode(codeOf(bytes.slice(i, i + 2)))
  return text
}
const stringOf = (operand: Operand | undefined): string => (typeof operand === 'string' ? operand.slice(1) : '')

/** A ToUnicode CMap (9.10.3) has the syntax of a content stream. */
function unicodeOf(cmap: string): Map<number, string> {
  const texts = new Map<number, string>()
  eachOperator(cmap, (operator, operands) => {
    if (operator === 'endbfchar')
      for (let i = 0; i + 1 < operands.length; i += 2)
        texts.set(codeOf(stringOf(operands[i])), utf16(stringOf(operands[i + 1])))
    if (operator !== 'endbfrange') return
    for (let i = 0; i + 2 < operands.length; i += 3) {
      const first = codeOf(stringOf(operands[i]))
      const last = codeOf(stringOf(operands[i + 1]))
      const target = operands[i + 2]
      for (let code = first; code <= last; code++) {
        if (Array.isArray(target)) texts.set(code, utf16(stringOf(target[code - first])))
        else {
          const start = utf16(stringOf(target as string))
          const unit = start.charCodeAt(start.length - 1) + code - first
          texts.set(code, start.slice(0, -1) + String.fromCharCode(unit))
        }
      }
    }
  })
  return texts
}

/** W of a CID font (9.7.4.3): runs `c [w …]` and `c c w`. */
function cidWidths({ resolve }: PdfObjects, list: PdfValue): Map<number, number> {
  const widths = new Map<number, number>()
  if (!isList(list)) return widths
  for (let i = 0; i + 1 < list.length; ) {
    const first = Number(resolve(list[i]))
    const second = resolve(list[i + 1])
    if (isList(second)) {
      for (const [j, width] of second.entries()) widths.set(first + j, Number(resolve(width)))
      i += 2
    } else {
      for (let cid = first; cid <= Number(second); cid++) widths.set(cid, Number(resolve(list[i + 2])))
      i += 3
    }
  }
  return widths
}

function readFont(objects: PdfObjects, dict: PdfDict): Font {
  const { resolve } = objects
  const composite = resolve(dict.get('Subtype')) === '/Type0'
  const cmap = resolve(dict.get('ToUnicode'))
  const texts = cmap instanceof PdfStream ? unicodeOf(byteText(decoded(cmap, resolve))) : new Map<number, string>()
  const descendants = resolve(dict.get('DescendantFonts'))
  const cid = objects.dict(isList(descendants) ? descendants[0] : null)
  const type3 = resolve(dict.get('FontMatrix'))
  // The widths of a Type 3 font are in its own glyph space (9.6.5).
  const scale = isList(type3) ? Number(resolve(type3[0])) * 1000 : 1
  const simple = resolve(dict.get('Widths'))
  const firstChar = Number(resolve(dict.get('FirstChar')) ?? 0)
  const widths = composite
    ? cidWidths(objects, resolve(cid.get('W')))
    : new Map(isList(simple) ? simple.map((width, i) => [firstChar + i, Number(resolve(width)) * scale]) : [])
  const usual = composite ? Number(resolve(cid.get('DW')) ?? 1000) : 0
  const size = composite ? 2 : 1
  const known = new Map<number, FontGlyph>()
  const glyph = (code: number): FontGlyph => {
    const found = known.get(code)
    if (found) return found
    const made = {
      text: texts.get(code) ?? (composite ? '' : String.fromCharCode(code)),
      width: widths.get(code) ?? usual,
      wordSpace: !composite && code === 32,
    }
    known.set(code, made)
    return made
  }
  return {
    name: String(resolve(dict.get('BaseFont')) ?? resolve(dict.get('Subtype')) ?? '').replace(/^\/(?:[A-Z]{6}\+)?/, ''),
    glyphs: (bytes) =>
      Array.from({ length: Math.floor(bytes.length / size) }, (_, i) =>
        glyph(codeOf(bytes.slice(size * i, size * i + size))),
      ),
  }
}

/** Fonts are read once for all pages. */
export function fontReader(objects: PdfObjects): (dict: PdfDict) => Font {
  const known = new Map<PdfDict, Font>()
  return (dict) => {
    const found = known.get(dict) ?? readFont(objects, dict)
    known.set(dict, found)
    return found
  }
}

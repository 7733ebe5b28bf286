/**
 * In: a PDF as Chromium prints it. Out: the same pages with every shown glyph reading as the character of the manuscript, in
 * pdf.js, poppler and MuPDF alike, and a list of the glyphs that still read as nothing.
 *
 * Measured with Chromium 147 (headless shell), static TrueType subsets of Noto Serif SC and Noto Sans SC, read with pdf.js
 * 5.6 (getTextContent), poppler 22.12 and MuPDF 1.21:
 * - Vertical text: the alternates of “ ” ‘ ’ —— …… ： 《》 （）, which no cmap entry leads to, have the horizontal characters in
 *   ToUnicode (“, not ﹁ or 『), since Chromium takes the text of a glyph from the text that was shaped. `——` is one glyph that
 *   reads as two characters, but for some that are told as one, and then ToUnicode may have the one for all (seen once, at the
 *   head of a page): what one ActualText says of such a glyph holds wherever it stands. (poppler sorts vertical lines badly; pdf.js and MuPDF keep their order.)
 * - Ligatures read as their letters (ffi), text-combine-upright as its digits, both in order. Trimmed punctuation
 *   (text-spacing-trim, halt) is the same glyph moved. Characters beyond the BMP that the face has read right.
 * - A glyph of two characters (一 U+4E00 and ⼀ U+2F00 in an unsubset face, a space and a no-break space) reads as the
 *   first in ToUnicode; the other is told by ActualText alone, which poppler reads and pdf.js and MuPDF do not. Repaired.
 * - A soft hyphen is a space glyph with ActualText U+00AD, also where the line does not break; the hyphen of a broken line
 *   follows as `‐` in a text object of its own. Repaired: U+00AD, then a zero width space.
 * - Marks of emphasis (着重号) follow their line of text as bullets in a text object of their own, at half its size. Repaired:
 *   they read as zero width spaces, which pdf.js drops, as the dots are form and no text of the manuscript.
 * - Ruby stands in the content after the whole line of its bases (刊本 kān běn), in the structure tree after each base; pdf.js
 *   reads the former, a screen reader the latter. Left as it is.
 * - A character that no face has is drawn as glyph 0 and reads as nothing. Reported; ActualText, where there is one, is kept
 *   as the text of the glyph, but the page is wrong all the same.
 */
import { type PDFDict, type PDFDocument, PDFHexString, PDFString } from '@cantoo/pdf-lib'
import { type Change, changed, markedContentId, type Operation, operations, showsText } from './content-stream.ts'
import { type ContentStream, contentStreams, dictAt, name } from './document.ts'
import { ContentState } from './graphics-state.ts'
import { FontCodes } from './to-unicode.ts'

export interface TextReport {
  /** Glyphs that got another reading. */
  readonly repaired: number
  /** Glyphs that read as nothing, and missing glyphs, each once per page. */
  readonly faults: readonly GlyphFault[]
}

export interface GlyphFault {
  /** Physical page from 1; for a form the first page that uses it. */
  readonly page: number
  /** PostScript name. */
  readonly font: string
  /** Its number in the font; 0 is the box that stands for a missing glyph. */
  readonly glyph: number
  /** What it reads as; empty where nothing tells. */
  readonly text: string
}

/** One text-showing operation with the codes it shows. */
interface Shown {
  readonly operation: Operation
  readonly font: FontCodes
  readonly codes: number[]
  edited: boolean
}

const zeroWidthSpace = '\u200b'
const softHyphen = '\u00ad'
/** The marks that `text-emphasis-style` knows: dot, circle, double circle, triangle, sesame; filled and open. */
const emphasisMarks = '•◦●○◉◎▲△﹅﹆'

/** The fonts of a document by dictionary, each read once. */
export class Fonts {
  private readonly known = new Map<PDFDict, FontCodes>()

  /** Looks up fonts by the names that the resources of a page or form give them, as operands write them: `/F4`. */
  namedIn(resources: PDFDict): (operand: string) => FontCodes | undefined {
    const named = new Map<string, FontCodes | undefined>()
    return (operand) => {
      if (!named.has(operand)) named.set(operand, this.find(resources, operand))
      return named.get(operand)
    }
  }

  private find(resources: PDFDict, operand: string): FontCodes | undefined {
    const fonts = dictAt(resources, 'Font')
    const dict = fonts && dictAt(fonts, name(operand.slice(1)).decodeText())
    if (!dict) return undefined
    const font = this.known.get(dict) ?? new FontCodes(dict)
    this.known.set(dict, font)
    return font
  }

  save(): void {
    for (const font of this.known.values()) font.save()
  }
}

const read = ({ font, codes }: Shown): (string | undefined)[] => codes.map((code) => font.text(code))

function setReading(shown: Shown, i: number, text: string): boolean {
  const code = shown.codes[i]!
  const other = shown.font.reading(code, text)
  shown.codes[i] = other
  if (other !== code) shown.edited = true
  return other !== code
}

/** One reading per glyph that together make `text`: character by character, what is left over to the last. */
function spread(text: string, glyphs: number): string[] {
  const characters = Array.from(text)
  return Array.from({ length: glyphs }, (_, i) =>
    i < glyphs - 1 ? (characters[i] ?? zeroWidthSpace) : characters.slice(i).join('') || zeroWidthSpace,
  )
}

function actualText({ operator, operands }: Operation): string | undefined {
  const value =
    operator === 'BDC' ? /\/ActualText\s*(<[^>]*>|\((?:\\[\s\S]|[^\\)])*\))/.exec(operands[1] ?? '')?.[1] : undefined
  if (value === undefined) return undefined
  const inner = value.slice(1, -1)
  return value.startsWith('<') ? PDFHexString.of(inner).decodeText() : PDFString.of(inner).decodeText()
}

interface Repaired {
  readonly content: string
  readonly count: number
  readonly shown: readonly Shown[]
}

/** The operation with its codes as they are now. */
function spelt({ operation: { operator, operands, start, end }, font, codes }: Shown): Change {
  let next = 0
  const last = operands.at(-1)!.replace(/<[^>]*>|\((?:\\[\s\S]|[^\\)])*\)/g, (string) => {
    const own = codes.slice(next, next + font.codes(string).length)
    next += own.length
    return `<${own.map((code) => code.toString(16).padStart(4, '0')).join('')}>`
  })
  return { start, end, text: [...operands.slice(0, -1), last, operator].join(' ') }
}

function repairStream(stream: ContentStream, fonts: Fonts): Repaired {
  const fontNamed = fonts.namedIn(stream.resources)
  const shown: Shown[] = []
  const dropped: Change[] = []
  const drop = ({ start, end }: Operation) => dropped.push({ start, end, text: '' })
  const marks: ({ operation: Operation; text: string; from: number } | undefined)[] = []
  const at = new ContentState()
  let count = 0
  /** What the text object before this one in the same marked content was. */
  let before = { size: 0, hyphenates: false }
  let run = { from: 0, size: 0 }

  const closeSpan = (end: Operation): void => {
    const span = marks.pop()
    if (!span) return
    const glyphs = shown.slice(span.from).flatMap((s) => s.codes.map((_, i) => ({ s, i })))
    if (glyphs.length === 0 || glyphs.some(({ s }) => !s.font.extensible)) return
    // A letter with a place to break behind it is that letter: read as both, pdf.js leaves it out.
    if (glyphs.length === 1 && read(glyphs[0]!.s)[0] === span.text.replaceAll(softHyphen, '')) {
      drop(span.operation)
      drop(end)
      return
    }
    if (glyphs.length === 1) glyphs[0]!.s.font.completeLigature(glyphs[0]!.s.codes[0]!, span.text)
    if (glyphs.map(({ s, i }) => s.font.text(s.codes[i]!) ?? '').join('') !== span.text) {
      const texts = spread(span.text, glyphs.length)
      for (const [n, { s, i }] of glyphs.entries()) if (setReading(s, i, texts[n]!)) count++
    }
    drop(span.operation)
    drop(end)
  }

  const closeRun = (): void => {
    const inRun = shown.slice(run.from)
    const texts = inRun.flatMap(read)
    const [first] = texts
    if (!first) return
    const same = texts.every((text) => text === first)
    const emphasis = same && emphasisMarks.includes(first) && run.size <= before.size * 0.55
    const lineEnd = texts.length === 1 && before.hyphenates && (first === '‐' || first === '-')
    if ((emphasis || lineEnd) && inRun.every((s) => s.font.extensible)) {
      for (const s of inRun) for (const i of s.codes.keys()) if (setReading(s, i, zeroWidthSpace)) count++
    } else before = { size: run.size, hyphenates: texts.at(-1) === softHyphen }
  }

  for (const operation of operations(stream.content)) {
    const { operator, operands } = operation
    at.follow(operation)
    const { font: named, size } = at.state
    if (operator === 'BT') run = { from: shown.length, size }
    else if (operator === 'ET') closeRun()
    else if (operator === 'EMC') closeSpan(operation)
    else if (operator === 'BMC' || operator === 'BDC') {
      const text = actualText(operation)
      const tagged = markedContentId(operation) !== undefined
      if (tagged) before = { size: 0, hyphenates: false }
      marks.push(tagged || text === undefined ? undefined : { operation, text, from: shown.length })
    } else if (showsText.has(operator)) {
      const font = fontNamed(named)
      if (!font) continue
      shown.push({ operation, font, codes: font.codes(operands.at(-1) ?? ''), edited: false })
      run.size = size
    }
  }

  const edits = shown.filter(({ edited }) => edited).map(spelt)
  const changes = [...dropped, ...edits].sort((a, b) => a.start - b.start)
  return { content: changed(stream.content, changes), count, shown }
}

/** Repairs the text of every page and form in place. Done once, before an edition is made of the document. */
export function repairText(document: PDFDocument): TextReport {
  const fonts = new Fonts()
  const faults = new Map<string, GlyphFault>()
  let repaired = 0
  for (const stream of contentStreams(document)) {
    const result = repairStream(stream, fonts)
    repaired += result.count
    if (result.content !== stream.content) stream.setContent(result.content)
    for (const { font, codes } of result.shown) {
      for (const code of codes) {
        const text = font.text(code) ?? ''
        const glyph = font.glyph(code)
        if (text && glyph !== 0) continue
        faults.set(`${stream.page} ${font.font} ${glyph} ${text}`, {
          page: stream.page + 1,
          font: font.font,
          glyph,
          text,
        })
      }
    }
  }
  fonts.save()
  return { repaired, faults: [...faults.values()] }
}

/** In: the fonts of a file and the codes they show. Out: assertions that each glyph is there and reads as its character. */
import { blockTexts } from '../../model/body.ts'
import type { Issue } from '../../model/issue.ts'
import type { PdfObjects } from '../pdf/objects.ts'
import { decoded, isList, type PdfDict, PdfStream } from '../pdf/syntax.ts'
import type { Assertion, Fault } from '../verdict/assertion.ts'
import type { ShownCode, UsedFont } from './read/content.ts'
import type { UaFile } from './read/file.ts'

/** The font that holds the glyphs: the descendant of a composite font, the font itself otherwise. */
function programOf({ dict, resolve }: PdfObjects, font: PdfDict): PdfDict {
  const descendants = resolve(font.get('DescendantFonts'))
  return isList(descendants) ? dict(descendants[0]) : font
}

const subtypeOf = ({ resolve }: PdfObjects, font: PdfDict): string => String(resolve(font.get('Subtype')))

const embedded = ({ dict }: PdfObjects, font: PdfDict): boolean => {
  const descriptor = dict(font.get('FontDescriptor'))
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(key))
}

const eachFont = (
  id: string,
  clause: string,
  code: Assertion<UaFile>['code'],
  fails: (font: PdfDict, objects: PdfObjects) => boolean,
): Assertion<UaFile> => ({
  id,
  clause,
  code,
  faults: ({ content, objects }) =>
    [...content.fonts.values()]
      .filter(({ dict }) => fails(dict, objects))
      .map(({ name, page }) => ({ page, facts: { font: name } })),
})

const faultOf = (font: UsedFont, { code, page, text }: ShownCode): Fault => ({
  page,
  facts: {
    font: font.name,
    code: code.toString(16).toUpperCase().padStart(4, '0'),
    text,
    unicode: [...text].map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' '),
  },
})

/** One fault for each code whose text fails, with the page where it is first shown. */
const eachText = (
  id: string,
  clause: string,
  code: Assertion<UaFile>['code'],
  fails: (text: string) => boolean,
): Assertion<UaFile> => ({
  id,
  clause,
  code,
  faults: ({ content }) =>
    [...content.fonts.values()].flatMap((font) =>
      [...font.codes.values()].filter(({ text }) => fails(text)).map((shown) => faultOf(font, shown)),
    ),
})

/** The glyph of each code in an Identity font (9.7.4.2): the same number, or what CIDToGIDMap says; null in other fonts. */
function glyphsOf({ dict }: UsedFont, objects: PdfObjects): ((shown: ShownCode) => number) | null {
  if (subtypeOf(objects, dict) !== '/Type0') return null
  const map = objects.resolve(programOf(objects, dict).get('CIDToGIDMap'))
  if (!(map instanceof PdfStream)) return ({ code }) => code
  const bytes = decoded(map, objects.resolve)
  return ({ code }) => (bytes[2 * code] ?? 0) * 256 + (bytes[2 * code + 1] ?? 0)
}

/** How many glyphs a TrueType program has, by its table `maxp`; null where there is none to read. */
function glyphCount(objects: PdfObjects, font: PdfDict): number | null {
  const { dict, resolve } = objects
  const file = resolve(dict(programOf(objects, font).get('FontDescriptor')).get('FontFile2'))
  if (!(file instanceof PdfStream)) return null
  const bytes = decoded(file, resolve)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const maxp = 0x6d617870
  for (let i = 0, at = 12; at + 16 <= view.byteLength && i < view.getUint16(4); i++, at += 16) {
    const table = view.getUint32(at + 8)
    if (view.getUint32(at) === maxp && table + 6 <= view.byteLength) return view.getUint16(table + 4)
  }
  return null
}

/** One fault for each glyph that fails, with the page where it is first shown. */
const eachGlyph = (
  id: string,
  clause: string,
  code: Assertion<UaFile>['code'],
  fails: (glyph: number, count: number | null) => boolean,
): Assertion<UaFile> => ({
  id,
  clause,
  code,
  faults: ({ content, objects }) =>
    [...content.fonts.values()].flatMap((font) => {
      const glyph = glyphsOf(font, objects)
      if (!glyph) return []
      const count = glyphCount(objects, font.dict)
      return [...font.codes.values()].filter((shown) => fails(glyph(shown), count)).map((shown) => faultOf(font, shown))
    }),
})

/** Radicals that look like characters, and the characters that Unicode has for the sake of older sets only. */
const lookAlikes = /[\u2e80-\u2fdf\uf900-\ufaff]/u

/** Look-alikes that the manuscript itself writes. */
function writtenLookAlikes({ articles, sections, journal, numbering, cover, colophon }: Issue): ReadonlySet<string> {
  const texts = articles.flatMap(({ body, notes, ...head }) => [
    JSON.stringify(head),
    ...blockTexts(body),
    ...notes.flatMap((note) => blockTexts(note.tokens)),
  ])
  const front = JSON.stringify([sections.map(({ name }) => name), journal, numbering, cover, colophon])
  return new Set([...texts, front].join('').match(new RegExp(lookAlikes, 'gu')))
}

export const fontAssertions: readonly Assertion<UaFile>[] = [
  eachFont('7.21.3.1-1', 'ISO 14289-1 7.21.3.1', 'pdfua/font-encoding', (font, objects) => {
    const encoding = objects.resolve(font.get('Encoding'))
    return subtypeOf(objects, font) === '/Type0' && encoding !== '/Identity-H' && encoding !== '/Identity-V'
  }),
  eachFont('7.21.3.2-1', 'ISO 14289-1 7.21.3.2', 'pdfua/glyph-map', (font, objects) => {
    const program = programOf(objects, font)
    const map = objects.resolve(program.get('CIDToGIDMap'))
    const given = map === '/Identity' || map instanceof PdfStream
    return subtypeOf(objects, program) === '/CIDFontType2' && embedded(objects, program) && !given
  }),
  eachFont(
    '7.21.4.1-1',
    'ISO 14289-1 7.21.4.1',
    'pdfua/not-embedded',
    (font, objects) => subtypeOf(objects, font) !== '/Type3' && !embedded(objects, programOf(objects, font)),
  ),
  eachGlyph(
    '7.21.4.1-2',
    'ISO 14289-1 7.21.4.1',
    'pdfua/glyph-missing',
    (glyph, count) => count !== null && glyph >= count,
  ),
  eachText('7.21.7-1', 'ISO 14289-1 7.21.7', 'pdfua/no-unicode', (text) => text === ''),
  eachText('7.21.7-2', 'ISO 14289-1 7.21.7', 'pdfua/bad-unicode', (text) => /[\u0000\ufeff\ufffe]/.test(text)),
  eachGlyph('7.21.8-1', 'ISO 14289-1 7.21.8', 'pdfua/notdef', (glyph) => glyph === 0),
  eachFont('S4', 'ISO 32000-1 9.6.5', 'pdfua/type3', (font, objects) => subtypeOf(objects, font) === '/Type3'),
  {
    id: 'S5',
    clause: 'ISO 32000-1 9.10.2',
    code: 'pdfua/look-alike',
    faults: (file) => {
      const written = writtenLookAlikes(file.issue)
      const foreign = (text: string): boolean => [...text].some((c) => lookAlikes.test(c) && !written.has(c))
      return [...file.content.fonts.values()].flatMap((font) =>
        [...font.codes.values()].filter(({ text }) => foreign(text)).map((shown) => faultOf(font, shown)),
      )
    },
  },
]

/** In: bytes of a PDF. Out: of every page its glyphs with their origins, its rules and its pictures, on the trimmed page. */

import { fontReader } from '../../pdf/fonts.ts'
import { boxOf, readObjects } from '../../pdf/objects.ts'
import { byteText, decoded, isList, PdfStream } from '../../pdf/syntax.ts'
import { initial, PageReader } from './page-reader.ts'

/** Components from 0 to 1; `other` is a spot colour or a pattern. */
export interface Ink {
  readonly space: 'grey' | 'rgb' | 'cmyk' | 'other'
  readonly values: readonly number[]
}

export interface Glyph {
  readonly text: string
  /** Origin in points from the lower left corner of the trimmed page. */
  readonly x: number
  readonly y: number
  /** Points, by the width in the font: what kerning and `halt` take away shows in the origin of the next glyph. */
  readonly advance: number
  /** Points. */
  readonly size: number
  /** PostScript name without subset tag. */
  readonly font: string
  readonly ink: Ink
  /** Turned by a quarter, as Latin letters in vertical setting. */
  readonly turned: boolean
}

/** A stroked line or a filled rectangle: left, bottom, width, height in points. */
export interface Rule {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Picture {
  /** Points. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Pixels. */
  readonly pixels: { readonly width: number; readonly height: number }
}

export interface GlyphPage {
  readonly number: number
  /** Points, trimmed. */
  readonly width: number
  readonly height: number
  /** In the order of the content stream. */
  readonly glyphs: readonly Glyph[]
  readonly rules: readonly Rule[]
  readonly pictures: readonly Picture[]
}

/** @throws PdfSyntaxError where the file is no PDF that can be read. */
export function readGlyphs(bytes: Uint8Array): readonly GlyphPage[] {
  const objects = readObjects(bytes)
  const { resolve } = objects
  const fontOf = fontReader(objects)
  return objects.pages.map((page, index) => {
    const [left, bottom, right, top] = boxOf(objects, page, 'TrimBox') ??
      boxOf(objects, page, 'CropBox') ??
      boxOf(objects, page, 'MediaBox') ?? [0, 0, 0, 0]
    const reader = new PageReader(objects, fontOf, [left, bottom])
    const contents = resolve(page.get('Contents'))
    const streams = isList(contents) ? contents.map(resolve) : [contents]
    const content = streams.map((s) => (s instanceof PdfStream ? byteText(decoded(s, resolve)) : '')).join('\n')
    reader.read(content, objects.dict(page.get('Resources')), initial)
    const { glyphs, rules, pictures } = reader
    return { number: index + 1, width: right - left, height: top - bottom, glyphs, rules, pictures }
  })
}

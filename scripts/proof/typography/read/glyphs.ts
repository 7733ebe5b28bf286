/** In: a PDF. Out: of every page its glyphs with their origins, on the trimmed page. */

import { fontReader } from '../../pdf/fonts.ts'
import { boxOf, type PdfObjects } from '../../pdf/objects.ts'
import { byteText, decoded, isList, PdfStream } from '../../pdf/syntax.ts'
import type { GlyphPage } from './glyph-page.ts'
import { initial, PageReader } from './page-reader.ts'

/** @throws PdfSyntaxError where the content of a page cannot be read. */
export function readGlyphs(objects: PdfObjects): readonly GlyphPage[] {
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
    return { number: index + 1, width: right - left, height: top - bottom, glyphs: reader.glyphs }
  })
}

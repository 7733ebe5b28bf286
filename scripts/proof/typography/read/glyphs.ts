/** In: a PDF. Out: of every page its glyphs with their origins, on the trimmed page. */
import { fontReader } from '../../pdf/fonts.ts'
import { everywhere, readPageContent } from '../../pdf/interpreter.ts'
import { boxOf, type PdfObjects } from '../../pdf/objects.ts'
import type { GlyphPage } from './glyph-page.ts'
import { PageReader } from './page-reader.ts'

/** @throws PdfSyntaxError where the content of a page cannot be read. */
export function readGlyphs(objects: PdfObjects): readonly GlyphPage[] {
  const fontOf = fontReader(objects)
  return objects.pages.map((page, index) => {
    const [left, bottom, right, top] = boxOf(objects, page, 'TrimBox') ??
      boxOf(objects, page, 'CropBox') ??
      boxOf(objects, page, 'MediaBox') ?? [0, 0, 0, 0]
    const reader = new PageReader(fontOf, [left, bottom])
    readPageContent(objects, page, everywhere, reader)
    return { number: index + 1, width: right - left, height: top - bottom, glyphs: reader.glyphs }
  })
}

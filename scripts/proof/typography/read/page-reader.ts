/** In: what the content of a page shows, string by string. Out: its glyphs in points on the trimmed page. */
import type { Colour } from '../../pdf/colour.ts'
import type { Font } from '../../pdf/fonts.ts'
import { at, type Matrix, times } from '../../pdf/matrix.ts'
import type { PdfDict } from '../../pdf/syntax.ts'
import type { Content, Visitor } from '../../pdf/visitor.ts'
import type { Glyph, Ink } from './glyph-page.ts'

const spaces = { DeviceGray: 'grey', DeviceRGB: 'rgb', DeviceCMYK: 'cmyk' } as const

const inkOf = ({ space, values }: Colour): Ink => ({
  space: space.kind === 'device' ? spaces[space.name] : 'other',
  values,
})

export class PageReader implements Visitor {
  readonly glyphs: Glyph[] = []
  private readonly fontOf: (dict: PdfDict) => Font
  private readonly origin: readonly [number, number]

  constructor(fontOf: (dict: PdfDict) => Font, origin: readonly [number, number]) {
    this.fontOf = fontOf
    this.origin = origin
  }

  /** Shows the bytes of a string and gives the text matrix behind it (9.4.4). */
  string(bytes: string, { state: { ctm, fill }, type, matrix }: Content): Matrix {
    const { size, spacing, wordSpacing, scale, rise, mode } = type
    const font = this.fontOf(type.font!)
    const ink = inkOf(fill)
    let text = matrix
    for (const glyph of font.glyphs(bytes)) {
      const m = times(text, ctm)
      const [x, y] = at(m, 0, rise)
      const advance = (glyph.width / 1000) * size
      const rotated = Math.abs(m[1]) > Math.abs(m[0])
      // Invisible text (mode 3) is no print.
      if (mode !== 3)
        this.glyphs.push({
          text: glyph.text,
          x: x - this.origin[0],
          y: y - this.origin[1],
          advance: advance * scale * Math.hypot(m[0], m[1]),
          size: size * Math.hypot(m[2], m[3]),
          font: font.name,
          ink,
          rotated,
        })
      text = times([1, 0, 0, 1, (advance + spacing + (glyph.wordSpace ? wordSpacing : 0)) * scale, 0], text)
    }
    return text
  }
}

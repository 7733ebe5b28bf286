/** What a page of a PDF shows, glyph by glyph: origins and inks, on the trimmed page. */

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
  /** Rotated by a quarter, as Latin letters in vertical setting. */
  readonly rotated: boolean
}

export interface GlyphPage {
  readonly number: number
  /** Points, trimmed. */
  readonly width: number
  readonly height: number
  /** In the order of the content stream. */
  readonly glyphs: readonly Glyph[]
}

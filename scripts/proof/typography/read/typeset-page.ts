/** The lines of a page in their columns, and of each which text it is. */
import type { Columns } from '../../../model/type-area.ts'
import type { Glyph } from './glyph-page.ts'
import type { Passage, PassageKind } from './passages.ts'

/**
 * What a line says. `body` is running text (paragraphs, lists, quotations, answers); `vertical` is a column of vertical
 * setting; `other` is text in the type area that is no text of an article.
 */
export type LineKind = PassageKind | 'vertical' | 'running-head' | 'folio' | 'other'

export interface TypesetLine {
  /** Origin of the first glyph, points from the lower left corner of the trimmed page; y is the baseline. */
  readonly x: number
  readonly y: number
  /** Where the advance of the last glyph ends by the widths of its font, not trimmed. */
  readonly end: number
  /** Points: of most of its glyphs. */
  readonly size: number
  /** As painted, without superior figures and ruby. */
  readonly text: string
  readonly kind: LineKind
  /** Id of the article; null outside of articles, and for text of the type area that cannot be told from another's. */
  readonly article: string | null
  /** On the page, from 1; 0 where the line stands in no column or spans several. */
  readonly column: number
  /** On its column, from 1, counted by baselines; 0 outside of columns. */
  readonly number: number
  readonly passage: Passage | null
  /** Range of the passage's text; both 0 without a passage. */
  readonly from: number
  readonly to: number
  /** Characters before the passage's own: a label, a list marker, the number of a note. */
  readonly label: number
  /** First and last line of its passage. */
  readonly opens: boolean
  readonly closes: boolean
  readonly glyphs: readonly Glyph[]
  /** Superior figures, note calls and ruby. */
  readonly attached: readonly Glyph[]
}

/** Edges in points from the left edge of the trimmed page. */
export interface Edges {
  readonly left: number
  readonly right: number
}

/** One column of one article on one page; where two articles share a page, each has its own. */
export interface TypesetColumn {
  readonly article: string
  /** From 1. */
  readonly number: number
  /** Where its lines of running text begin and end, as found. */
  readonly left: number
  readonly right: number
  /** The setting that the article is set in. */
  readonly setting: Columns
  /** From the head down; captions, cells and notes of the column included. */
  readonly lines: readonly TypesetLine[]
}

export interface TypesetPage {
  readonly number: number
  /** Article by article, each from left to right. */
  readonly columns: readonly TypesetColumn[]
  /** All lines of the page, also those outside of columns. */
  readonly lines: readonly TypesetLine[]
}

/** What a page paints, mark by mark, with ink, extent and size as they come out on the sheet. */
import type { PDFDict } from '@cantoo/pdf-lib'
import type { Box } from '../../pdf/document.ts'
import type { Ink } from '../colour/ink.ts'

export interface Extent {
  /** From 1. */
  readonly page: number
  /** In points on the sheet, as far as clipping shows it. */
  readonly box: Box
  /** Marked content that it belongs to, for its name in the structure tree. */
  readonly mcid: number | undefined
}

/** A run of text, a filled path or a stroked segment; `ink` is undefined for patterns and colours in no ink. */
export interface InkMark extends Extent {
  readonly kind: 'text' | 'fill' | 'stroke'
  readonly ink: Ink | undefined
  /** In points: of text the em, of a stroke its width, of a filled bar its shorter side; of other filled paths infinite. */
  readonly size: number
}

export interface PictureMark extends Extent {
  readonly kind: 'picture'
  readonly picture: PDFDict
  /** Size of the whole picture in points, also where a part is clipped away. */
  readonly width: number
  readonly height: number
  /** False where it is painted through opacity, a blend mode or a mask, or as the cell of a pattern. */
  readonly opaque: boolean
}

/** A form that is drawn as one, with what is drawn in it. */
export interface GroupMark extends Extent {
  readonly kind: 'group'
  readonly group: PDFDict
}

export type Mark = InkMark | PictureMark | GroupMark

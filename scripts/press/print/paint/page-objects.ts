/** What a page paints, object by object (ISO 32000-1 8.2), with ink and extent as they come out on the sheet. */
import type { PDFDict } from '@cantoo/pdf-lib'
import type { Ink } from '../../../model/inks.ts'
import type { Box } from '../../pdf/document.ts'

export interface Extent {
  /** From 1. */
  readonly page: number
  /** In points on the sheet, as far as clipping shows it. */
  readonly box: Box
}

/** A run of text, a filled path or a stroked segment; `ink` is undefined for patterns and colours in no ink. */
export interface InkObject extends Extent {
  readonly kind: 'text' | 'fill' | 'stroke'
  readonly ink: Ink | undefined
}

export interface PictureObject extends Extent {
  readonly kind: 'picture'
  readonly picture: PDFDict
  /** False where it is painted through opacity, a blend mode or a mask, or as the cell of a pattern. */
  readonly opaque: boolean
}

/** A form that is drawn as one, with what is drawn in it. */
export interface GroupObject extends Extent {
  readonly kind: 'group'
  readonly group: PDFDict
}

export type PageObject = InkObject | PictureObject | GroupObject

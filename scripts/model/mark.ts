/** A fault with its place on the pages of a draft, as it is shown there. */
import type { Diagnostic } from './diagnostic.ts'

export interface Mark {
  /** From 1, in the order of the pages: what is drawn at the place and written in the list. */
  readonly number: number
  /** Physical page from 1; null where it shows on none. */
  readonly page: number | null
  /** Left, bottom, right, top in points from the lower left corner of the trimmed page; null where only the page is known. */
  readonly box: readonly [number, number, number, number] | null
  readonly fault: Diagnostic
}

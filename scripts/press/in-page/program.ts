/** What the press may ask of the program in the browser, which it calls `kanben`: this file knows no document. */
import type { PageRecord } from '../../model/artifact.ts'
import type { AtHand, DividedTitle, LayoutFault, TightTable } from './report/told.ts'
import type { InPageSettings } from './settings.ts'

export interface InPageProgram {
  /** Before pagination, once: Paged.js and pagedjs-cli each call for it. */
  prepare(settings: InPageSettings): Promise<void>
  /** During layout: the running title of the article laid out last. */
  articleAtHand(): string | undefined
  atHand(): AtHand
  /**
   * Once the pages are laid out: leaves out the filler pages that the signature does not need, fills in the numbers that refer to
   * pages and maps pages to articles. `added` tells how many filler pages there are besides those given.
   */
  finishPages(signature: number, given: number): { pages: PageRecord[]; added: number }
  /** Titles that had no place to break. */
  dividedTitles(): readonly DividedTitle[]
  layoutFaults(): readonly LayoutFault[]
  tightTables(): readonly TightTable[]
  /** Ids of the articles that open with a plain head instead of a ground. */
  plainOpeners(): readonly string[]
  /** Left and top of each page in the document, in CSS pixels. */
  pagePlaces(): readonly (readonly [x: number, y: number])[]
  /** Moves the window to a place in the document, in CSS pixels. */
  show(x: number, y: number): void
}

/** What the program in the browser tells the press, as plain data: this file knows no document. */

/** What was laid out last. */
export interface AtHand {
  /** Id of the article; null outside of articles. */
  readonly article: string | null
  /** Key of the block in its body; null in its head and tail, or where it is not known. */
  readonly block: string | null
}

/** A step that failed. */
export interface LayoutFault {
  readonly step: 'lines' | 'page'
  /** Id of the article; empty outside of articles. */
  readonly article: string
  /** How the block, or the page, begins. */
  readonly begins: string
  /** The message of the error. */
  readonly reason: string
}

/** A title that no line holds and that says no place to break, as it was broken. */
export interface DividedTitle {
  /** Id of the article. */
  readonly article: string
  readonly before: string
  readonly after: string
}

/** A table whose words have no room, even over the full measure. */
export interface TightTable {
  /** Id of the article, and of the table in it. */
  readonly article: string
  readonly table: string
  /** The widest word or number that is torn. */
  readonly word: string
  /** Not even single characters have room beside each other. */
  readonly hopeless: boolean
}

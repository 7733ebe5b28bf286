/** What a printing house is told about an issue beside the files themselves (印刷工单). */

/** The four process inks, each on a plate of its own. */
export type Plate = 'C' | 'M' | 'Y' | 'K'

/** Facts that only the finished files know. */
export interface JobFacts {
  /** Of the whole issue, cover included. */
  readonly pages: number
  /** By page: the plates that print inside its bleed. */
  readonly plates: readonly (readonly Plate[])[]
  /** Everything that goes to the printing house, in the order of the list; SHA-256 in hexadecimal. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
}

/** One line of the sheet: what is asked, and the answer in one line of text. */
export interface JobRow {
  readonly label: string
  readonly value: string
}

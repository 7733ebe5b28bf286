/** One row of the tables of everything that can be reported. */

export type Severity = 'error' | 'warning' | 'note'

/** What comes upon a fault: reading and assembling, making pages and files, proving them, or importing raw text. */
export type Finder = 'inspection' | 'press' | 'proof' | 'import'
/** What a fault is about: the first half of its code. */
export type Area =
  | 'manuscript'
  | 'layout'
  | 'preflight'
  | 'epub'
  | 'pdfx'
  | 'pdfua'
  | 'printing'
  | 'proof'
  | 'copyfit'
  | 'typography'
  | 'import'

/** What a fault can be found in; `page-map` is paper and EPUB held against one another. */
export type Product = 'print' | 'screen' | 'epub' | 'imposition' | 'page-map'

/** Words in both languages. `{name}` is replaced by the fact of that name, `{name:set}` by the phrase of the set that the fact names. */
export interface Phrase {
  readonly zh: string
  readonly en: string
}

/** One row of the code table. */
export interface CodeRow extends Phrase {
  readonly severity: Severity
  /** What to do about it, in both languages. */
  readonly hint?: Phrase
  /**
   * An error that keeps no file back: a finished page breaks a rule that no press or reader refuses, so that people have to
   * look at the page before it is printed. Every other error stops delivery.
   */
  readonly look?: true
  /** Given for the whole area in the table of areas, as is what comes upon it; a row that says it itself differs from its area. */
  readonly area?: Area
  readonly by?: Finder
  /** Found in one of these only; absent for whatever is made. */
  readonly in?: readonly Product[]
}

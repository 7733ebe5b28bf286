/** An issue before it is written: plain data of blocks and pieces, so that a failing one can be made smaller by leaving things out. */

export interface Block {
  readonly kind: string
  readonly head: string
  /** What may be left out one by one, as long as one stays: sentences, rows, entries, lines. */
  readonly pieces: readonly string[]
  readonly joint: string
  readonly tail: string
}

export interface DraftArticle {
  /** Name of the file, also after others were left out. */
  readonly name: string
  /** Front matter; everything but title, layout and byline may be left out. */
  readonly front: Readonly<Record<string, unknown>>
  /** Entries that can be cited; only those that are, and in that order, are written. */
  readonly references: readonly string[]
  readonly blocks: readonly Block[]
  readonly section: string
  /** Index in the issue's articles after which its rest is printed, where it jumps. */
  readonly continuedAfter?: string
}

export interface DraftIssue {
  readonly seed: number
  /** Name of the folder. */
  readonly id: string
  /** issue.yaml without sections. */
  readonly manifest: Readonly<Record<string, unknown>>
  readonly articles: readonly DraftArticle[]
  /** Files besides, by their path in the folder. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

export const jumpKind = 'jump'

/** A finished file in memory: not yet proved, not yet on disk. */
import type { EditionName } from './edition.ts'

export interface Artifact {
  readonly edition: EditionName
  /** File name, e.g. `2026-01-print.pdf`. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** A place in the text of the issue that is the same in every edition. */
export interface PageStart {
  /** Id of an article, `masthead` or `contents`. */
  readonly part: string
  /** Key of a block in it: the index of its token in the body, or the name of a part of the head or tail. */
  readonly block: string
  /** Characters of the block that stand before the place; white space, note calls and annotations do not count. */
  readonly offset: number
}

export interface PageRecord {
  /** Physical page from 1. */
  readonly number: number
  /** As printed on the page; null where none is printed. */
  readonly folio: string | null
  /** Id of the article the page begins with; null for cover, contents, fillers. */
  readonly article: string | null
  /** Ids of all articles with text on the page, in reading order; as the press knows them. */
  readonly articles?: readonly string[]
  /** Where the page begins; null on covers and fillers; as the press knows it. */
  readonly start?: PageStart | null
}

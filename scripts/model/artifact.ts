/** A finished file in memory: not yet proved, not yet on disk. */
import type { EditionName } from './edition.ts'

export interface Artifact {
  readonly edition: EditionName
  /** File name, e.g. `2026-01-print.pdf`. */
  readonly file: string
  readonly bytes: Uint8Array
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
}

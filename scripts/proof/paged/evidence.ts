/** What was read of the pages of a PDF: each page, and of each article its text and where it stands. */
import type { FoundArticle } from '../text/compare.ts'
import type { LocatedText, Run } from '../text/located-text.ts'

/** A page number as printed; null where the line is not there. */
export interface JumpLine {
  readonly printed: string | null
  /** Physical page where the line should stand. */
  readonly page: number
}

export interface Jump {
  /** 下转, on the last page of the first part. */
  readonly leaving: JumpLine
  /** 上接, on the first page of the rest. */
  readonly resuming: JumpLine
  /** Id of the article after whose text the rest begins. */
  readonly after: string | null
}

export interface PagedArticle extends FoundArticle {
  readonly first: number
  /** Of its last part. */
  readonly last: number
  /** Every page on which a part of it stands, in order. */
  readonly pages: readonly number[]
  /** Index of its first run in the type area of its first page: not 0 where it follows another article on the page. */
  readonly start: number
  /** Where a part of it is printed after another article; null where none is or none was found. */
  readonly jump: Jump | null
}

export interface SheetPage {
  readonly number: number
  /** Text inside the type area. */
  readonly area: readonly Run[]
  readonly runningHead: string
  /** As printed below the type area, null where nothing is. */
  readonly folio: string | null
  /** All text of the page. */
  readonly all: LocatedText
}

export interface PagedEvidence {
  readonly pages: readonly SheetPage[]
  /** In the order of the issue; null where no page begins the article. */
  readonly articles: readonly (PagedArticle | null)[]
  /** By page: index of the article whose text stands first on it; null for cover, contents, fillers. */
  readonly owners: readonly (number | null)[]
  /** By page: the text of that article on it, without notes and annotations; without an owner, all in the type area. */
  readonly beginnings: readonly string[]
}

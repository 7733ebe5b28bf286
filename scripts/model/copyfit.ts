/** What a layout artist counts: how the articles fill their pages, and how the pages fill the signatures. */

export interface ArticleFit {
  /** Id of the article. */
  readonly article: string
  readonly title: string
  /** Physical pages from 1; a continued article has its last page elsewhere. */
  readonly first: number
  readonly last: number
  /** Lines of body text on its last page, all columns together; headings and figures count the lines they take. */
  readonly linesOnLast: number
  /** Lines that its last page would still hold. */
  readonly linesLeft: number
  /** How many lines must go for the article to end a page earlier; null where it stands on one page. */
  readonly toSavePage: number | null
}

export interface Copyfit {
  readonly pages: number
  readonly signature: number
  /** Pages of text, cover and lists, without fillers. */
  readonly filled: number
  /** Filler pages that were printed, and how many of them are blank. */
  readonly fillers: number
  readonly blanks: number
  readonly articles: readonly ArticleFit[]
  /** How many pages must go for a signature less; 0 where the signatures are just full. */
  readonly toSaveSignature: number
}

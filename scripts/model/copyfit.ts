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
  /** Another article stands on its last page too: to end earlier would free no page. */
  readonly sharesLast: boolean
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

/** A last page with fewer lines than this looks like an oversight. */
const leastLines = 5

/** Ends on a page of its own that a few lines hold open. */
export const endsShort = ({ toSavePage, sharesLast, linesOnLast }: ArticleFit): boolean =>
  toSavePage !== null && !sharesLast && linesOnLast > 0 && linesOnLast < leastLines

/** The articles that must end a page earlier for a signature less, those with the fewest lines; empty where that cannot be. */
export function cutsForSignature({ articles, toSaveSignature }: Copyfit): readonly ArticleFit[] {
  const cuts = articles
    .filter(({ toSavePage, sharesLast }) => toSavePage !== null && !sharesLast)
    .sort((a, b) => a.toSavePage! - b.toSavePage!)
    .slice(0, toSaveSignature)
  return cuts.length === toSaveSignature ? cuts : []
}

/** Lines that these articles lose to end a page earlier each. */
export const linesToCut = (cuts: readonly ArticleFit[]): number =>
  cuts.reduce((sum, { toSavePage }) => sum + (toSavePage ?? 0), 0)

/** A fault of ours while an issue was being laid out: keeps its stack, and says which text was at hand. */
import type { Place } from './place.ts'

export class LayoutFailure extends Error {
  override readonly name = 'LayoutFailure'
  /** Title and, as near as is known, the place in the manuscript; null where the fault lies outside of articles. */
  readonly article: { readonly title: string; readonly place: Place } | null

  constructor(article: LayoutFailure['article'], cause: Error) {
    super(cause.message, { cause })
    this.article = article
  }
}

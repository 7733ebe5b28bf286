/** What the program in the browser must know of the issue. */
import type { Issue, Punctuation } from '../../model/issue.ts'

export interface InPageSettings {
  readonly punctuation: Punctuation
  /** The page count is made a multiple of this by leaving out spare filler pages. */
  readonly signature: number
  /** Filler pages that the manifest gives; those behind them fill what it leaves. */
  readonly fillers: number
}

export const inPageSettings = (issue: Issue): InPageSettings => ({
  punctuation: issue.style.punctuation,
  signature: issue.page.signature,
  fillers: issue.page.fillers.length,
})

/** In: the text of all pages and the titles of articles. Out: the pages to which the contents send for each title. */
import { type LocatedText, runAt, runIndexAt } from '../text/located-text.ts'

/** Stands above the contents. */
export const contentsHeading = '目次'
/** Characters that may stand above the heading: the stamp of a draft. */
const above = 20
const folio = /^\d{1,4}$/
export const digits = /^\d+$/

/** The number that stands right before a place in the text; null where none does. */
export function folioBefore(located: LocatedText, at: number): string | null {
  const run = at > 0 ? runAt(located, at - 1) : undefined
  return run && digits.test(run.text) ? run.text : null
}

/**
 * Sets of physical page numbers, one for each title; empty where the contents have none. Equal titles have equal sets: which page
 * is whose is for the order of the issue to decide.
 * @param titles significant characters only.
 */
export function announcedPages(pages: readonly LocatedText[], titles: readonly string[]): ReadonlySet<number>[] {
  const contents = contentsOf(pages, titles)
  return titles.map((title) => new Set(contents.flatMap((page) => foliosOf(title, page))))
}

/** From the page with the heading on, as long as pages send for two titles or more. */
function contentsOf(pages: readonly LocatedText[], titles: readonly string[]): readonly LocatedText[] {
  const first = pages.findIndex(({ text }) => text.slice(0, above).includes(contentsHeading))
  if (first < 0) return []
  const sends = (page: LocatedText): number => titles.filter((title) => foliosOf(title, page).length > 0).length
  const end = pages.findIndex((page, i) => i > first && sends(page) < 2)
  return pages.slice(first, end < 0 ? undefined : end)
}

/** A page number stands right before a title, or is the next number after it. */
function foliosOf(title: string, page: LocatedText): number[] {
  const found: number[] = []
  for (let at = page.text.indexOf(title); title !== '' && at >= 0; at = page.text.indexOf(title, at + 1)) {
    const before = folioBefore(page, at)
    const after = page.runs.slice(runIndexAt(page, at)).find(({ text }) => folio.test(text))?.text
    const number = before !== null && folio.test(before) ? before : after
    if (number !== undefined) found.push(Number(number))
  }
  return found
}

/** In: the text of all pages and the titles of articles. Out: the pages to which the contents send for each title. */
import { runIndexAt, type Stream } from '../text/located-text.ts'

const heading = '目次'
/** Characters that may stand above the heading: the stamp of a draft. */
const above = 20
const folio = /^\d{1,4}$/

/**
 * Sets of physical page numbers, one for each title; empty where the contents have none. Equal titles have equal sets: which page
 * is whose is for the order of the issue to decide.
 * @param titles significant characters only.
 */
export function announcedPages(pages: readonly Stream[], titles: readonly string[]): ReadonlySet<number>[] {
  const contents = contentsOf(pages, titles)
  return titles.map((title) => new Set(contents.flatMap((page) => foliosOf(title, page))))
}

/** From the page with the heading on, as long as pages send for two titles or more. */
function contentsOf(pages: readonly Stream[], titles: readonly string[]): readonly Stream[] {
  const first = pages.findIndex(({ text }) => text.slice(0, above).includes(heading))
  if (first < 0) return []
  const sends = (page: Stream): number => titles.filter((title) => foliosOf(title, page).length > 0).length
  const end = pages.findIndex((page, i) => i > first && sends(page) < 2)
  return pages.slice(first, end < 0 ? undefined : end)
}

/** A page number stands right before a title, or is the next number after it. */
function foliosOf(title: string, page: Stream): number[] {
  const found: number[] = []
  for (let at = page.text.indexOf(title); title !== '' && at >= 0; at = page.text.indexOf(title, at + 1)) {
    const run = runIndexAt(page, at)
    const before = page.starts[run] === at ? page.runs[run - 1] : undefined
    const number =
      before && folio.test(before.text) ? before : page.runs.slice(run).find(({ text }) => folio.test(text))
    if (number) found.push(Number(number.text))
  }
  return found
}

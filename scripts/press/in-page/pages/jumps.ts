/** Places for numbers that only the laid-out issue knows: reserved before the layout, filled in after it. */
import { placeId } from '../../../model/ids.ts'
import { by, having, valued } from '../../../model/markup.ts'
import { articleOf, pieces } from '../report/article-of.ts'

const pageNumbers = by['page-number'] + having.target
const articleNumbers = by['article-number'] + having.stem

const digits = (number: number, least: number): string => String(number).padStart(least, '0')

/** 文章编号 ends with the first page in four digits and the count of pages in two (CAJ-CD B/T 1). */
const articleNumber = (stem: string, first: number, count: number): string =>
  `${stem}-${digits(first, 4)}-${digits(count, 2)}`

/**
 * Figures of the width that most pages need stand in while lines are broken. A number with a digit less or more changes
 * only the line it ends: the places stand in lines of their own (下转, 上接) or in columns of fixed width (目次).
 */
export function reserveNumbers(): void {
  for (const place of document.querySelectorAll(pageNumbers)) place.textContent = '00'
  for (const place of document.querySelectorAll<HTMLElement>(articleNumbers)) {
    place.textContent = articleNumber(place.dataset.stem!, 0, 0)
  }
}

/** Paged.js keeps ids as `data-id`, since what is divided would have them twice. */
const holding = (pages: readonly Element[], id: string): number[] =>
  pages.flatMap((page, index) => (page.querySelector(valued('id', id)) ? [index + 1] : []))

/** Writes numbers as real text: generated text stays untagged in the PDF (measured in Chromium 156). */
export function fillNumbers(pages: readonly Element[]): void {
  for (const place of document.querySelectorAll<HTMLElement>(pageNumbers)) {
    const target = place.dataset.target!
    const [page] = holding(pages, target)
    if (page === undefined) throw new Error(`no page holds ${target}, of which a number is wanted`)
    place.textContent = String(page)
  }
  for (const place of document.querySelectorAll<HTMLElement>(articleNumbers)) {
    const { stem, article } = place.dataset
    const on = new Set([...holding(pages, article!), ...holding(pages, placeId(article!, 'rest'))])
    place.textContent = articleNumber(stem!, Math.min(...on), on.size)
  }
}

/** Ids of the articles that have text on the page, in reading order; what is continued counts as its article. */
export function articlesOn(page: Element): string[] {
  return [...new Set([...page.querySelectorAll(pieces)].flatMap((piece) => articleOf(piece) ?? []))]
}

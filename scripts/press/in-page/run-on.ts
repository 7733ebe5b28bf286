/** A page that overflows in; where it is cut instead, when an article that runs on has too little room on it. */
import { pitchOf } from './grid.ts'

/** Lines of the body, from column to column, that an article finds below its head where it does not open a page. */
const leastLines = 15

/** An article that runs on needs no blank line above it where it opens a page after all. */
export function closeUpOpening(page: HTMLElement): void {
  const first = page.querySelector<HTMLElement>('article')
  if (first?.matches('.follows, .runs-on') && page.firstElementChild === first) first.style.paddingTop = '0'
}

/** The range from the article at which the page overflows, or undefined where it may be divided as Paged.js found. */
export function moveRunOn(overflow: Range, page: HTMLElement): Range | undefined {
  const article = [...page.querySelectorAll<HTMLElement>(':scope > article.runs-on')].find((it) =>
    overflow.intersectsNode(it),
  )
  if (!article || article === page.firstElementChild || startsBefore(overflow, article)) return undefined
  if (roomBelowHead(article, page) >= leastLines) return undefined
  const range = document.createRange()
  range.setStartBefore(article)
  range.setEndAfter(page.lastChild!)
  return range
}

const startsBefore = (range: Range, element: Element): boolean => range.comparePoint(element, 0) > 0

/** Whole lines between the head of the article and the foot of the page; none where the head leaves no room for a body. */
function roomBelowHead(article: HTMLElement, page: HTMLElement): number {
  const body = article.querySelector<HTMLElement>('.body')
  const place = body?.getClientRects()[0]
  if (!body || !place) return 0
  const area = page.parentElement!.getBoundingClientRect()
  if (place.left >= area.right) return 0
  const top = place.top + Number.parseFloat(getComputedStyle(body).paddingTop)
  return Math.floor((area.bottom - top + 0.5) / pitchOf(body))
}

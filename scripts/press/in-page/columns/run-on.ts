/** A page that overflows in; where it is cut instead, when an article that runs on has too little room on it. */
import { by } from '../../../model/markup.ts'
import { pitchOf } from './grid.ts'

/** Lines of the body, from column to column, that must fit below the head of what does not open a page. */
const least = { article: 15, continuation: 3 }

const runningOn = `article${by['runs-on']}, section${by.continuation}`

/** An article that runs on needs no blank line above it where it opens a page after all. */
export function closeUpOpening(page: HTMLElement): void {
  const first = page.querySelector<HTMLElement>('article')
  if (first && page.firstElementChild === first && first.matches(`${by.follows}, ${by['runs-on']}`))
    first.style.paddingTop = '0'
}

/** The range from the piece at which the page overflows, or undefined where it may be divided as Paged.js found. */
export function moveRunOn(overflow: Range, page: HTMLElement): Range | undefined {
  const divided = [...page.children].find((it) => overflow.intersectsNode(it))
  if (!(divided instanceof HTMLElement) || !divided.matches(runningOn) || divided === page.firstElementChild) return
  const lines = divided.matches('article') ? least.article : least.continuation
  if (roomBelowHead(divided, page) >= lines) return
  const range = document.createRange()
  range.setStartBefore(divided)
  range.setEndAfter(page.lastChild!)
  return range
}

/** Whole lines between its head and the foot of the page; none where the head leaves no room for a body. */
function roomBelowHead(piece: HTMLElement, page: HTMLElement): number {
  const body = piece.querySelector<HTMLElement>(by.body)
  const place = body?.getClientRects()[0]
  if (!body || !place) return 0
  const area = page.parentElement!.getBoundingClientRect()
  if (place.left >= area.right) return 0
  const top = place.top + Number.parseFloat(getComputedStyle(body).paddingTop)
  return Math.floor((area.bottom - top + 0.5) / pitchOf(body))
}

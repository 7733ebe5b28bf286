/** A page with the head of an article in; the same with text below that head, where a picture had driven it away. */
import { by } from '../../../model/markup.ts'

const figures = `figure${by.page}`

/** A picture over all columns gives way by this part of its height at most. */
const givesWay = 0.3

/** Lines that must fit below it. */
const linesBelow = { heading: 4, text: 2 }

/**
 * Where a picture that spans the columns finds no room below the text before it, or a heading none below the picture, Chromium
 * takes all of it to the next page and leaves the head alone (measured in 156). The picture is made smaller then, or begins the
 * next page.
 *
 * Tells whether anything has changed.
 */
export function keepTextBelowHead(page: HTMLElement): boolean {
  const area = page.parentElement!.getBoundingClientRect()
  const article = page.lastElementChild
  const body = article?.querySelector<HTMLElement>(by.body)
  const head = body?.previousElementSibling?.getBoundingClientRect()
  const place = body?.getClientRects()[0]
  const figure = body?.querySelector<HTMLElement>(figures)
  const image = figure?.querySelector('img')
  if (!head || !place || !figure || !image || head.left >= area.right || place.left < area.right) return false
  if (figure.style.breakBefore) return false
  const taken = figure.getClientRects()[0]!
  const pitch = Number.parseFloat(getComputedStyle(body!).lineHeight)
  const below = figure.nextElementSibling?.matches('h3, h4') ? linesBelow.heading : linesBelow.text
  const over = taken.bottom + below * pitch - place.top - (area.bottom - head.bottom)
  const { height } = image.getBoundingClientRect()
  if (taken.left === place.left && over > 0 && over < givesWay * height && !image.style.maxHeight) {
    // A line for the grid.
    image.style.maxHeight = `${Math.floor(height - over - pitch)}px`
  } else {
    figure.style.breakBefore = 'column'
  }
  return true
}

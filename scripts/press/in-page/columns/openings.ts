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
  if (body && sinks(body, area)) {
    body.style.breakBefore = 'column'
    return true
  }
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

/**
 * A head of many lines may leave no room for the single line of a text, which Chromium sets below the foot of the page then: no
 * break is without a fault to it (seen in 147 with a title of twelve lines above a poem of one).
 */
function sinks(body: HTMLElement, area: DOMRect): boolean {
  if (body.style.breakBefore || body.dataset.splitFrom || body.textContent?.trim() === '') return false
  const lines = document.createRange()
  lines.selectNodeContents(body)
  const first = [...lines.getClientRects()].find(({ width }) => width > 0)
  return first !== undefined && first.left < area.right && first.bottom > area.bottom + 1
}

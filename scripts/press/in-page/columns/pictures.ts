/** A page that overflows in; its cut moved before a picture that it would part from its words, or a table from its head, out. */
import { by } from '../../../model/markup.ts'

/** A row of pictures goes whole, the body that holds nothing but the row with it. */
const wholes = [
  `${by.photo} ${by.body}${by.pair}`,
  `${by.photo} ${by.body}${by.wide}`,
  `${by.photo} ${by.row}`,
  `${by.body} figure`,
]

/** A table of which the cut would leave nothing but caption and head; one that goes on has rows on the page before. */
function headAlone(start: Element | null | undefined): HTMLElement | undefined {
  const table = start?.closest<HTMLElement>(`${by.body} ${by.table}`)
  if (!table || table === start || table.dataset.splitFrom) return undefined
  const row = table.querySelector('tbody tr')
  return !row || row.contains(start!) || start!.contains(row) ? table : undefined
}

/** The range from the picture or table on, or undefined where the cut parts none or it is all that the page has. */
export function keepWithWords(overflow: Range, page: HTMLElement): Range | undefined {
  const { startContainer, startOffset } = overflow
  const child = startContainer instanceof Element ? startContainer.childNodes[startOffset] : startContainer
  const start = child instanceof Element ? child : child?.parentElement
  const whole =
    wholes.map((selector) => start?.closest<HTMLElement>(selector)).find((it) => it && it !== start) ?? headAlone(start)
  if (!whole) return undefined
  const before = document.createRange()
  before.setStart(page, 0)
  before.setEndBefore(whole)
  const above = before.cloneContents()
  if (above.textContent?.trim() === '' && !above.querySelector('img')) return undefined
  const range = document.createRange()
  range.setStartBefore(whole)
  range.setEndAfter(page.lastChild!)
  return range
}

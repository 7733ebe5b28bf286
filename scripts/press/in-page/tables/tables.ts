/** The tables of a document in; columns as wide as their words need, small tables whole, long ones with their heads on every page, out. */
import { attributes, by, classes, having, valued } from '../../../model/markup.ts'
import { articleOf } from '../report/article-of.ts'
import type { TightTable } from '../report/told.ts'
import { columnNeeds, type Needs } from './column-needs.ts'

/** Up to this part of a column's height a table is kept whole: about half a page. */
const small = 0.6
/** Points beside the words of a cell: as the style sheet has them, and where that leaves too little room. */
const gaps = { usual: 4, tight: 1.5 }
const pixelsPerPoint = 96 / 72

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** Widths in px that together fill the room: what the longest words need, then what short cells need, then by length of text. */
export function widthsOf(needs: readonly Needs[], room: number): number[] {
  let widths = needs.map(({ hard }) => hard)
  for (const level of ['soft', 'full'] as const) {
    const wanted = needs.map((need, i) => Math.max(0, need[level] - widths[i]!))
    const left = room - sum(widths)
    const share = sum(wanted) > 0 ? Math.min(1, left / sum(wanted)) : 1
    // Where not even the words have room, each is as much too narrow as the others.
    if (left < 0) return widths.map((width) => (width * room) / sum(widths))
    widths = widths.map((width, i) => width + wanted[i]! * share)
  }
  const left = room - sum(widths)
  return widths.map((width) => width + (left * width) / sum(widths))
}

const tight: TightTable[] = []

export const tightTables = (): readonly TightTable[] => tight

/** Before pagination, at the measures of the pages: gives the columns of every table their widths. */
export function fitTables(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>(`${by.body} ${by.table} > table`)) fitTable(table)
}

function fitTable(table: HTMLTableElement): void {
  // The markup's: a table has no padding of its own, and its margin would be cut off at the head of a column.
  const box = table.parentElement!
  const body = box.closest<HTMLElement>(by.body)!
  const needs = columnNeeds(table)
  const column = box.clientWidth
  const rooms = [
    { width: column, gap: gaps.usual, spans: false },
    { width: column, gap: gaps.tight, spans: false },
    ...(body.clientWidth > column * 1.5
      ? [
          { width: body.clientWidth, gap: gaps.usual, spans: true },
          { width: body.clientWidth, gap: gaps.tight, spans: true },
        ]
      : []),
  ].map((room) => ({ ...room, words: room.width - 2 * room.gap * pixelsPerPoint * needs.length }))
  const hard = sum(needs.map((need) => need.hard))
  const asked = box.matches(by.page)
  const fits = rooms.filter(({ spans }) => spans || !asked).find(({ words }) => words >= hard) ?? rooms.at(-1)!
  if (fits.words < hard) {
    const widest = needs.reduce((a, b) => (b.hard > a.hard ? b : a))
    const character = Math.min(...needs.map(({ least }) => least))
    const article = articleOf(table) ?? ''
    tight.push({ article, table: table.id, word: widest.word, hopeless: fits.words < character * needs.length })
  }
  if (fits.spans) box.classList.add(classes.page)
  if (fits.gap === gaps.tight) table.classList.add(classes.tight)
  const widths = widthsOf(needs, Math.max(1, fits.words))
  const whole = widths.map((width) => width + 2 * fits.gap * pixelsPerPoint)
  const group = document.createElement('colgroup')
  for (const width of whole) {
    const col = document.createElement('col')
    col.setAttribute('width', `${((100 * width) / sum(whole)).toFixed(3)}%`)
    group.append(col)
  }
  ;(table.caption ?? table).insertAdjacentElement(table.caption ? 'afterend' : 'afterbegin', group)
  table.style.tableLayout = 'fixed'
  // What is divided goes on in the next column with its head; a small one is not divided.
  const height =
    Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--height')) * pixelsPerPoint
  const keeps = table.getBoundingClientRect().height <= small * height ? 'avoid' : 'auto'
  // Displays are named because Paged.js passes over styled elements without.
  Object.assign(table.style, { display: 'table', breakInside: keeps })
  Object.assign(box.style, { display: 'block', breakInside: keeps })
}

/**
 * While a page is filled: a table that goes on from the page before has its head again. Paged.js knows by `data-ref` what it
 * takes from the source; this is none of it.
 */
export function repeatHeads(page: HTMLElement, source: Node): void {
  for (const table of page.querySelectorAll<HTMLTableElement>(`${by.body} table${having.splitFrom}`)) {
    if (table.tHead) continue
    const original = (source as ParentNode).querySelector<HTMLTableElement>(`table${valued('ref', table.dataset.ref!)}`)
    if (!original) continue
    const parts = [original.querySelector('colgroup'), original.tHead].flatMap((part) =>
      part ? [part.cloneNode(true) as HTMLElement] : [],
    )
    for (const part of parts) {
      for (const element of [part, ...part.querySelectorAll<HTMLElement>('*')]) {
        for (const name of [attributes.ref, attributes.block, 'id']) element.removeAttribute(name)
      }
      part.dataset.repeated = ''
    }
    table.prepend(...parts)
  }
}

/** The range from the table at which a page overflows, where nothing but its head would stay behind. */
export function moveHead(overflow: Range): Range | undefined {
  const start = overflow.startContainer
  const element = start instanceof Element ? (start.childNodes[overflow.startOffset] ?? start) : start.parentElement
  const row = element instanceof Element ? element.closest('tr') : null
  const table = row?.closest('table')
  const box = table?.parentElement
  if (!row || !box || table!.dataset.splitFrom || row.previousElementSibling || !row.closest('tbody')) return undefined
  // Where it opens the page nothing is gained.
  if (!box.previousElementSibling) return undefined
  const range = document.createRange()
  range.setStartBefore(box)
  range.setEnd(overflow.endContainer, overflow.endOffset)
  return range
}

/** How often the page shows the head of a table: Chromium repeats it in every column (measured in 156). */
export const timesShown = (row: HTMLElement): number => row.closest('table')?.getClientRects().length ?? 1

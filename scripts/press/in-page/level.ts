/** A body that ends on its page in; its columns level at the least height that holds all of it, out. */
import { alignBody, pitchOf } from './grid.ts'

/** Lines more than Chromium's own height that are tried where its columns part a text badly. */
const taller = 2

/** Between columns; what spans them divides a body into parts that Chromium balances one by one. */
const spanning = '.spanner, figure.page'

/** Bodies whose height is set. */
const levelled = new WeakSet<HTMLElement>()

/**
 * Chromium balances columns by stretching them from its own first guess, and stops early or late where headings, figures and
 * texts that stay whole take part (measured in 156). Here the heights are tried line by line.
 */
export function levelColumns(body: HTMLElement, page: HTMLElement): void {
  const style = getComputedStyle(body)
  const columns = Number(style.columnCount)
  if (!(columns > 1) || body.querySelector(spanning) || levelled.has(body)) return
  levelled.add(body)
  const pitch = pitchOf(body)
  const own = body.getBoundingClientRect().height
  const around = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom)
  const lines = Math.round((own - around) / pitch)
  const attempt = (count: number) => {
    body.style.height = `${around + count * pitch}px`
    body.style.columnFill = 'auto'
    alignBody(body, page)
    return body.scrollWidth <= body.clientWidth + 1
  }
  const release = () => {
    body.style.height = ''
    body.style.columnFill = ''
    alignBody(body, page)
  }
  const faults = () => unevenness(body, columns, pitch)
  const before = faults()
  let best = { count: 0, faults: before }
  for (let count = lines + taller; count >= 1; count--) {
    const fits = attempt(count)
    if (!fits && count < lines) break
    if (!fits) continue
    const found = faults()
    if (found < best.faults || (found === best.faults && count < lines)) best = { count, faults: found }
  }
  if (best.count > 0) attempt(best.count)
  else release()
}

/** Lets a body whose text will go on find its height anew. */
export function releaseColumns(body: HTMLElement): void {
  if (!levelled.delete(body)) return
  body.style.height = ''
  body.style.columnFill = ''
}

/** What an eye sees: lines that a column lacks beside the longest, the last column allowed one for each of the others. */
function unevenness(body: HTMLElement, columns: number, pitch: number): number {
  const area = body.getBoundingClientRect()
  const gap = Number.parseFloat(getComputedStyle(body).columnGap)
  const step = (area.width + gap) / columns
  const feet = Array.from({ length: columns }, () => area.top)
  for (const block of body.querySelectorAll<HTMLElement>(parts)) {
    const bottom = Number.parseFloat(getComputedStyle(block).paddingBottom)
    const rects = [...block.getClientRects()]
    rects.forEach((rect, i) => {
      const at = Math.min(columns - 1, Math.max(0, Math.floor((rect.left - area.left + 1) / step)))
      feet[at] = Math.max(feet[at]!, rect.bottom - (i === rects.length - 1 ? bottom : 0))
    })
  }
  const longest = Math.max(...feet)
  const lacking = feet.map((foot) => Math.round((longest - foot) / pitch))
  return lacking.reduce((sum, lines, i) => sum + Math.max(0, lines - (i === columns - 1 ? columns - 1 : 0)), 0)
}

const parts = 'p, li, dd, dt, pre, h3, h4, hr, figure, .table, .line'

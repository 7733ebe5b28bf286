/** A body that ends on its page in; its columns level at the least height that holds all of it, out. */
import { by } from '../../../model/markup.ts'
import { alignBody, pitchOf, releaseBody } from './grid.ts'

/** Lines more than Chromium's own height that are tried where its columns part a text badly. */
const taller = 2
/** Lines that a text divided against its will counts for. */
const tornCost = 1000

/** What spans the columns divides a body into parts; all but the last are balanced by Chromium. */
const spanning = `${by.spanner}, figure${by.page}`

const headings = `h3, h4, ${by.label}`

/** Bodies whose height is set. */
const levelled = new WeakSet<HTMLElement>()

/**
 * Chromium balances columns by stretching them from its own first guess, and stops early or late where headings, figures and
 * texts that stay whole take part (measured in 156). Here the heights are tried line by line.
 */
export function levelColumns(body: HTMLElement, page: HTMLElement): void {
  const style = getComputedStyle(body)
  const columns = Number(style.columnCount)
  if (!(columns > 1) || levelled.has(body)) return
  levelled.add(body)
  const pitch = pitchOf(body)
  const own = body.getBoundingClientRect().height
  const around = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom)
  const lines = Math.round((own - around) / pitch)
  const fits = () => body.scrollWidth <= body.clientWidth + 1
  const attempt = (count: number) => {
    body.style.height = `${around + count * pitch}px`
    body.style.columnFill = 'auto'
    // What another height had parted keeps the space below it, and would stay parted: each height is aligned from the start.
    releaseBody(body)
    alignBody(body, page)
    return fits()
  }
  const release = () => {
    body.style.height = ''
    body.style.columnFill = ''
    alignBody(body, page)
  }
  const faults = () => unevenness(body, columns, pitch)
  const before = faults()
  let best = { count: 0, faults: before }
  // What should be whole and is not may be whole in columns as high as the page.
  const { bottom } = page.parentElement!.getBoundingClientRect()
  const room = Math.floor((bottom - body.getBoundingClientRect().top - around + 0.5) / pitch)
  const most = before >= tornCost ? Math.max(lines + taller, room) : lines + taller
  for (let count = most; count >= 1; count--) {
    const whole = attempt(count)
    if (!whole && count < lines) break
    if (!whole) continue
    const found = faults()
    if (found < best.faults || (found === best.faults && count < lines)) best = { count, faults: found }
  }
  const settled = best.count || lines
  attempt(settled)
  let changed = best.count > 0
  fillLast(body, columns, () => {
    const tries = Array.from({ length: 2 * taller + 1 }, (_, i) => settled - taller + i).filter((count) => count > 0)
    for (const count of tries) {
      const whole = attempt(count)
      const found = faults()
      if (!whole || found >= best.faults) continue
      best = { count, faults: found }
      changed = true
      return true
    }
    attempt(best.count || lines)
    return false
  })
  if (!changed) release()
}

/**
 * Filled one after the other, columns leave to the last what remains. Lines of the text divided before it, or what stands whole
 * at the foot of the column before it, may be better off there.
 */
function fillLast(body: HTMLElement, columns: number, better: () => boolean): void {
  const { left, width } = body.getBoundingClientRect()
  const last = left + (width / columns) * (columns - 1)
  const blocks = [...body.querySelectorAll<HTMLElement>(parts)].filter((it) => it.getClientRects().length > 0)
  const before = blocks.filter((it) => it.getClientRects()[0]!.left < last).at(-1)
  if (!before) return
  const [, rest] = before.getClientRects()
  if (rest && columns > 2) {
    const lines = Math.round(rest.height / Number.parseFloat(getComputedStyle(before).lineHeight))
    for (let more = 1; more < columns; more++) {
      const was = before.style.widows
      before.style.widows = String(lines + more)
      if (better()) continue
      before.style.widows = was
      better()
      break
    }
  }
  const above = before.previousElementSibling
  const first = above instanceof HTMLElement && above.matches(headings) ? above : before
  if (first.style.breakBefore) return
  first.style.breakBefore = 'column'
  if (better()) moved.set(body, first)
  else {
    first.style.breakBefore = ''
    better()
  }
}

/** Blocks that have been sent to the last column. */
const moved = new WeakMap<HTMLElement, HTMLElement>()

/** Lets a body whose text will go on find its height anew. */
export function releaseColumns(body: HTMLElement): void {
  if (!levelled.delete(body)) return
  const block = moved.get(body)
  if (block) block.style.breakBefore = ''
  moved.delete(body)
  body.style.height = ''
  body.style.columnFill = ''
}

/** Lines that a column may lack where the next one begins with what could not begin at its foot. */
const allowance = { heading: 4, picture: 20, whole: 2, other: 1 }

const kindOf = (block: HTMLElement): keyof typeof allowance => {
  if (block.matches(headings)) return 'heading'
  if (block.matches(`figure, ${by.table}, ${by.stanza}, ${by.line}`)) return 'picture'
  return block.style.breakInside === 'avoid' ? 'whole' : 'other'
}

interface Column {
  foot: number
  top: number
  first: keyof typeof allowance
}

/**
 * Lines that columns lack beside the longest without a reason to be seen, the last one allowed one for each of the others;
 * a text that is divided and should be whole counts for more than any of them. Halves decide between equals.
 */
function unevenness(body: HTMLElement, count: number, pitch: number): number {
  const area = body.getBoundingClientRect()
  const step = (area.width + Number.parseFloat(getComputedStyle(body).columnGap)) / count
  const columns: Column[] = Array.from({ length: count }, () => ({ foot: 0, top: Infinity, first: 'other' }))
  const last = [...body.querySelectorAll(spanning)].at(-1)
  let torn = 0
  for (const block of body.querySelectorAll<HTMLElement>(parts)) {
    if (last && !(last.compareDocumentPosition(block) === Node.DOCUMENT_POSITION_FOLLOWING)) continue
    const bottom = Number.parseFloat(getComputedStyle(block).paddingBottom)
    const rects = [...block.getClientRects()]
    if (rects.length > 1 && block.style.breakInside === 'avoid') torn++
    const lines = rects.length > 1 ? lineRects(block) : []
    rects.forEach((rect, i) => {
      const at = columns[Math.min(count - 1, Math.max(0, Math.floor((rect.left - area.left + 1) / step)))]!
      const foot = i === rects.length - 1 ? rect.bottom - bottom : footOfLines(lines, rect)
      at.foot = Math.max(at.foot, foot)
      if (rect.top >= at.top) return
      at.top = rect.top
      at.first = i === 0 ? kindOf(block) : 'other'
    })
  }
  const longest = Math.max(...columns.map(({ foot }) => foot))
  return columns.reduce((sum, { foot }, i) => {
    const lacking = Math.round((longest - foot) / pitch)
    const next = columns[i + 1]
    const allowed = next ? allowance[next.first] : count - 1
    return sum + Math.max(0, lacking - allowed) + Math.min(lacking, 50) / 100
  }, torn * tornCost)
}

const range = document.createRange()

function lineRects(block: HTMLElement): DOMRect[] {
  range.selectNodeContents(block)
  return [...range.getClientRects()]
}

/** A fragment is as high as its column even where few lines are left in it (measured in 156): the lines tell. */
function footOfLines(lines: readonly DOMRect[], fragment: DOMRect): number {
  const own = lines.filter((line) => line.left >= fragment.left - 1 && line.right <= fragment.right + 1)
  const inside = own.filter((line) => line.bottom <= fragment.bottom + 1 && line.top >= fragment.top - 1)
  if (inside.length === 0) return fragment.bottom
  const leading = Math.max(0, fragment.bottom - Math.max(...inside.map(({ bottom }) => bottom)))
  // Less than a line below the last one is its leading.
  return leading < inside[0]!.height ? fragment.bottom : fragment.bottom - leading
}

const parts = `p, li, dd, dt, pre, h3, h4, hr, figure, ${by.table}, ${by.line}`

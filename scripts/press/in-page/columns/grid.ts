/** The laid-out content of a page in; the same with every block as high as a whole number of lines of its body. */
import { by } from '../../../model/markup.ts'

/**
 * A block is padded and not margined: margins are cut off at the head of a column. Its padding is measured once, as the
 * style sheet gives it, and what the grid adds is kept beside it, so that aligning twice changes nothing.
 */
interface Padding {
  /** CSS pixels of the style sheet. */
  readonly top: number
  readonly bottom: number
  /** CSS pixels in force. */
  nowTop: number
  nowBottom: number
}

const paddings = new WeakMap<HTMLElement, Padding>()

function paddingOf(block: HTMLElement): Padding {
  const known = paddings.get(block)
  if (known) return known
  const style = getComputedStyle(block)
  const top = Number.parseFloat(style.paddingTop)
  const bottom = Number.parseFloat(style.paddingBottom)
  const padding = { top, bottom, nowTop: top, nowBottom: bottom }
  paddings.set(block, padding)
  return padding
}

/** Chromium keeps lengths in 64ths of a pixel; a hair less than a line never makes a column too high. */
const layoutUnit = 64
/** Pixels. What differs by less is left alone. */
const tolerance = 1 / 32
/** Padding moves what follows over column ends, which divides other blocks anew. It settles in two or three rounds. */
const rounds = 6

/** What is rounded up makes a column too high by a hair, and its last line is gone. */
const inUnits = (pixels: number): number => Math.floor(pixels * layoutUnit) / layoutUnit

const toWholeLines = (height: number, pitch: number): number =>
  inUnits(Math.ceil((height - 2 * tolerance) / pitch) * pitch - height)

/** The space around a picture gives way to this part of what the style sheet wants, before a line more is taken. */
const narrowest = 0.6

interface Change {
  readonly block: HTMLElement
  readonly top: number
  readonly bottom: number
}

/** The pitch of a body in CSS pixels: its computed line height. */
export const pitchOf = (body: Element): number => Number.parseFloat(getComputedStyle(body).lineHeight)

/** Aligns every body on the page. */
export function alignToGrid(page: HTMLElement): void {
  align([...page.querySelectorAll<HTMLElement>(by.body)], page)
}

/** Aligns one body on its page. */
export function alignBody(body: HTMLElement, page: HTMLElement): void {
  align([body], page)
}

/** Takes back what the grid has added to the blocks of a body. */
export function releaseBody(body: HTMLElement): void {
  for (const block of body.querySelectorAll<HTMLElement>('*')) {
    const padding = paddings.get(block)
    if (!padding) continue
    padding.nowTop = padding.top
    padding.nowBottom = padding.bottom
    block.style.paddingTop = `${padding.top}px`
    block.style.paddingBottom = `${padding.bottom}px`
  }
}

/** Reads all places of a round before it writes. */
function align(elements: readonly HTMLElement[], page: HTMLElement): void {
  const bodies = elements.map((body) => {
    const pitch = pitchOf(body)
    return { body, pitch, blocks: blocksOf(body, pitch) }
  })
  for (let round = 0; round < rounds; round++) {
    const changes = bodies.flatMap(({ body, pitch, blocks }) => [
      ...opening(body, page, pitch),
      ...blocks.flatMap((block, i) => wholeLines(block, blocks[i - 1], pitch)),
    ])
    if (changes.length === 0) return
    for (const { block, top, bottom } of changes) {
      const padding = paddingOf(block)
      padding.nowTop = top
      padding.nowBottom = bottom
      block.style.paddingTop = `${top}px`
      block.style.paddingBottom = `${bottom}px`
    }
  }
}

/** Blocks that hold blocks set in lines of the body; what is set smaller is taken as one block. */
const holders = 'ul, ol, li, dl, dd, dt, blockquote, div, section'

/** Values of `display` of what stands between paragraphs. */
const flows = new Set(['block', 'flow-root', 'list-item', 'flex', 'grid', 'table'])

/** In reading order, each holder after what it holds, because its own padding comes on top. */
function blocksOf(parent: HTMLElement, pitch: number): HTMLElement[] {
  return [...parent.children].flatMap((child) => {
    if (!(child instanceof HTMLElement)) return []
    const style = getComputedStyle(child)
    if (!flows.has(style.display) || style.float !== 'none') return []
    const holds = child.matches(holders) && !isPicture(child) && Number.parseFloat(style.lineHeight) === pitch
    return holds && style.breakInside !== 'avoid' ? [...blocksOf(child, pitch), child] : [child]
  })
}

/** Text of a body starts on the grid of its page, whatever head stands above it. */
function opening(body: HTMLElement, page: HTMLElement, pitch: number): Change[] {
  const place = body.getClientRects()[0]
  // Where only the padding stands, there is nothing to align yet.
  if (!place || body.dataset.splitFrom) return []
  const padding = paddingOf(body)
  const above = (place.top - page.getBoundingClientRect().top + padding.top) % pitch
  return change(body, padding.top + toWholeLines(above, pitch), padding.bottom)
}

/** Only the last fragment of a divided block is followed by anything in its column. */
function wholeLines(block: HTMLElement, before: HTMLElement | undefined, pitch: number): Change[] {
  const fragments = block.getClientRects()
  const first = fragments[0]
  const last = fragments[fragments.length - 1]
  if (!first || !last) return []
  const padding = paddingOf(block)
  const divided = fragments.length > 1
  const height = last.height - (padding.nowBottom - padding.bottom) - (divided ? 0 : padding.nowTop - padding.top)
  const extra = toWholeLines(height, pitch)
  if (divided) return change(block, padding.top, padding.bottom + extra)
  if (block.matches('h3, h4, hr')) {
    const half = inUnits(extra / 2)
    return change(block, padding.top + half, padding.bottom + extra - half)
  }
  if (!isPicture(block)) return change(block, padding.top, padding.bottom + extra)
  const full = padding.top + padding.bottom
  const least = full * narrowest
  const space = inUnits(least + toWholeLines(height - full + least, pitch))
  // At the head of a column a picture stands level with the characters of the line beside it.
  const above = opensColumn(first, block, before)
    ? Math.min(space, inUnits((pitch - Number.parseFloat(getComputedStyle(block).fontSize)) / 2))
    : inUnits(space / 2)
  return change(block, above, space - above)
}

const isPicture = (block: HTMLElement): boolean => block.matches(`figure, ${by.table}`)

function opensColumn(place: DOMRect, block: HTMLElement, before: HTMLElement | undefined): boolean {
  const end = before && [...before.getClientRects()].at(-1)
  if (end) return Math.abs(end.left - place.left) > place.width / 2 && end.top > place.top
  return Boolean(block.closest<HTMLElement>(by.body)?.dataset.splitFrom)
}

function change(block: HTMLElement, top: number, bottom: number): Change[] {
  const { nowTop, nowBottom } = paddingOf(block)
  return Math.abs(nowTop - top) > tolerance || Math.abs(nowBottom - bottom) > tolerance ? [{ block, top, bottom }] : []
}

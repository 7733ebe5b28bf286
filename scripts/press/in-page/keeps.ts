/** The laid-out content of a page in; the same with headings and closing lines kept with the lines they belong to. */
import { pitchOf } from './grid.ts'

/** Lines of text that a heading has below it in its column. */
const linesBelowHeading = 2

/**
 * Chromium keeps a heading with the first line that follows, which may be all there is before the next block. It is told
 * on the elements themselves, because Paged.js takes `break-after` out of style sheets.
 */
export function keepTogether(page: HTMLElement): void {
  for (const heading of page.querySelectorAll<HTMLElement>('.body :is(h3, h4)')) keepBelow(heading)
  for (const line of page.querySelectorAll<HTMLElement>('.body :is(.closing, .attribution, .jump.to)')) {
    const before = line.previousElementSibling
    if (before instanceof HTMLElement) write(before, 'breakAfter', 'avoid')
    write(line, 'breakBefore', 'avoid')
  }
  for (const line of page.querySelectorAll<HTMLElement>('.jump.from')) write(line, 'breakAfter', 'avoid')
}

function keepBelow(heading: HTMLElement): void {
  const body = heading.closest<HTMLElement>('.body')!
  const pitch = pitchOf(body)
  let kept = 0
  for (let block = blockAfter(heading, body); block && kept < linesBelowHeading; block = blockAfter(block, body)) {
    // Pictures and tables are not divided, and a heading keeps its own distance.
    if (!block.matches('p, li, dt, dd, pre')) return
    const lines = Math.round([...block.getClientRects()].reduce((sum, { height }) => sum + height, 0) / pitch)
    const needed = linesBelowHeading - kept
    if (lines > needed) {
      write(block, 'orphans', String(needed))
      return
    }
    keepWithNext(block, body)
    kept += lines
    if (kept === linesBelowHeading) return
  }
}

/** A break after the last child of a block is a break after the block. */
function keepWithNext(block: HTMLElement, body: HTMLElement): void {
  for (let at: HTMLElement | null = block; at && at !== body; at = at.parentElement) {
    write(at, 'breakAfter', 'avoid')
    if (at.nextElementSibling) return
  }
}

const holders = 'ul, ol, dl, blockquote, div, section'

/** The next block of text in reading order: the innermost one. */
function blockAfter(block: HTMLElement, body: HTMLElement): HTMLElement | null {
  let at: Element | null = block
  while (at && at !== body && !at.nextElementSibling) at = at.parentElement
  at = at === body ? null : (at?.nextElementSibling ?? null)
  while (at && (at.matches(holders) || at.matches('li:has(> p), dd:has(> p)')) && at.firstElementChild) {
    at = at.firstElementChild
  }
  return at instanceof HTMLElement ? at : null
}

type Kept = 'breakAfter' | 'breakBefore' | 'orphans'

function write(block: HTMLElement, property: Kept, value: string): void {
  if (block.style[property] !== value) block.style[property] = value
}

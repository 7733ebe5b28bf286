/** The laid-out content of a page in; the same with headings and closing lines kept with the lines they belong to. */
import { by } from '../../../model/markup.ts'
import { turns } from '../lines/set-lines.ts'

/** Lines of text that a heading has below it in its column. */
const linesBelowHeading = 2

/**
 * Chromium keeps a heading with the first line that follows, which may be all there is before the next block. It is told
 * on the elements themselves, because Paged.js takes `break-after` out of style sheets.
 */
export function keepTogether(page: HTMLElement): void {
  for (const picture of page.querySelectorAll<HTMLElement>(pictures)) keepPicture(picture)
  for (const head of page.querySelectorAll<HTMLElement>(`${by.body} :is(caption, thead), ${labels}`)) {
    // A table's head that is parted from its caption is a repeated one to Chromium, and stands nowhere in the structure (seen in 147).
    write(head, 'breakAfter', 'avoid')
  }
  for (const heading of page.querySelectorAll<HTMLElement>(`${by.body} :is(h3, h4), ${labels}`)) keepBelow(heading)
  keepWhole(page)
  for (const line of page.querySelectorAll<HTMLElement>(ends)) {
    if (standsAlone(line)) continue
    const before = line.previousElementSibling
    if (before instanceof HTMLElement) write(before, 'breakAfter', 'avoid')
    write(line, 'breakBefore', 'avoid')
  }
  for (const line of page.querySelectorAll<HTMLElement>(`${by.jump}${by.from}`)) write(line, 'breakAfter', 'avoid')
  for (const table of page.querySelectorAll<HTMLElement>(`${by.body} > ${by.table}`)) freeTable(table)
}

/**
 * A divided table that must stand with what follows is taken over whole by Chromium, with the rows that the page before has
 * (seen in 147): nothing is kept with it.
 */
function freeTable(table: HTMLElement): void {
  const next = table.nextElementSibling
  if (!(next instanceof HTMLElement) || getComputedStyle(table).breakInside === 'avoid') return
  liftBreaks(next)
  write(table, 'breakAfter', 'auto')
  write(next, 'breakBefore', 'auto')
}

/** Paged.js reads its own copies of the rules. */
function liftBreaks(block: HTMLElement): void {
  if (block.dataset.breakBefore === 'avoid') delete block.dataset.breakBefore
  if (block.dataset.previousBreakAfter === 'avoid') delete block.dataset.previousBreakAfter
}

/**
 * What must stand together and is longer than a page never finds one: where a page would begin as it began before, nothing is
 * kept together on it.
 */
export function liftKeeps(page: HTMLElement): void {
  for (const block of page.querySelectorAll<HTMLElement>('*')) {
    liftBreaks(block)
    if (getComputedStyle(block).breakInside === 'avoid') block.style.breakInside = 'auto'
  }
}

/** Headings of the lists below a text. */
const labels = `${by.body} :is(${by.references}, ${by.notes}) > ${by.label}`
/** Lines that end a text, or a part of it, and do not stand alone. */
const ends = `${by.body} :is(${by.closing}, ${by.attribution}, ${by.jump}${by.to})`
const pictures = `${by.body} figure, ${by.photo} ${by.row}, ${by.photo} ${by.body}:is(${by.wide}, ${by.pair})`

/**
 * A picture and its words stand together: at a column's end Chromium parts them where only the style sheet forbids it. What
 * stands beside a picture, or with no words at all, must not be told so: that would keep the picture with the blocks around it.
 */
function keepPicture(picture: HTMLElement): void {
  write(picture, 'breakInside', 'avoid')
  for (const words of picture.querySelectorAll<HTMLElement>('figcaption')) {
    const above = words.previousElementSibling
    if (!(above instanceof HTMLElement) || words.closest(`${by.photo} ${by.wide}`)) continue
    write(above, 'breakAfter', 'avoid')
    write(words, 'breakBefore', 'avoid')
  }
}

/** Names and affiliations of several lines may open a column: a single one would look lost there. */
const standsAlone = (line: HTMLElement): boolean =>
  line.matches(by.closing) && (linesOf(line) > 1 || line.nextElementSibling?.matches(by.bios) === true)

/**
 * A text of two lines cannot be divided, nor one of three below a heading. Chromium divides it all the same where it would
 * have to go back to a break before the block (measured in 156), but not where the block itself forbids it.
 */
function keepWhole(page: HTMLElement): void {
  const found = [...page.querySelectorAll<HTMLElement>(texts)].map((text) => {
    const { orphans, widows } = getComputedStyle(text)
    return [text, linesOf(text) < Number(orphans) + Number(widows)] as const
  })
  // A text comes to its page piece by piece: what was short a moment ago may have grown.
  for (const [text, whole] of found) write(text, 'breakInside', whole ? 'avoid' : '')
}

/** By the ends of its lines where we have set them: a fragment reaches to the foot of its column, however short its text. */
function linesOf(text: HTMLElement): number {
  if (text.matches(by.composed)) return text.querySelectorAll(turns).length + 1
  const height = [...text.getClientRects()].reduce((sum, { height }) => sum + height, 0)
  return Math.round(height / Number.parseFloat(getComputedStyle(text).lineHeight))
}

const texts = `${by.body} :is(p, li:not(:has(> p)), dd:not(:has(> p)), pre)`

function keepBelow(heading: HTMLElement): void {
  const body = heading.closest<HTMLElement>(by.body)!
  let kept = 0
  for (let block = blockAfter(heading, body); block && kept < linesBelowHeading; block = blockAfter(block, body)) {
    // Pictures and tables are not divided, and a heading keeps its own distance.
    if (!block.matches('p, li, dt, dd, pre')) return
    const lines = linesOf(block)
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

type Kept = 'breakAfter' | 'breakBefore' | 'breakInside' | 'orphans'

function write(block: HTMLElement, property: Kept, value: string): void {
  if (block.style[property] !== value) block.style[property] = value
}

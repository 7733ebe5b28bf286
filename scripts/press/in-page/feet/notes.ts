/** The laid-out content of a page in; the notes called on it at its foot, no more and no fewer, out. */
import { attributes, by, classes, having, valued } from '../../../model/markup.ts'
import { tellApart, turns } from '../lines/set-lines.ts'

/** Calls on a page; notes that still stand in the text. */
const calling = `a${having.footnoteCall}`
const moved = valued('note', 'footnote')

/** Lines of a note that stand together where it is divided between two pages. */
const linesTogether = 2

/**
 * Before pagination, once the lines are set: a note is called on the line that its call stands on, and not at the head of the
 * next one, behind the place where a line ends.
 */
export function joinNotesToCalls(): void {
  for (const note of document.querySelectorAll(by.note)) {
    const before = note.previousSibling
    if (!(before instanceof Element) || !before.matches(turns)) continue
    note.after(before)
    // What begins the line is text now.
    tellApart(note.parentElement!)
  }
}

interface Foot {
  /** The part of the page that holds text and notes, whose variable says how high the notes are. */
  readonly area: HTMLElement
  readonly content: HTMLElement
  readonly notes: HTMLElement
  /** The edge behind which there is what does not fit on the page. Pixels. */
  readonly right: number
}

function footOf(page: HTMLElement): Foot {
  const area = page.closest<HTMLElement>(by.pagedjs_area)!
  const text = area.querySelector(by.pagedjs_page_content)!.getBoundingClientRect()
  return {
    area,
    content: area.querySelector<HTMLElement>(by.pagedjs_footnote_content)!,
    notes: area.querySelector<HTMLElement>(by.pagedjs_footnote_inner_content)!,
    right: text.left + text.width,
  }
}

/** Notes of earlier pages that go on at the foot of this one. */
const carried = new WeakSet<Element>()

/**
 * When a page begins: Paged.js hands on what did not fit at the foot of the page before. Its hand holds notes, too, whose
 * calls have gone with them (read in 0.4.3).
 */
export function receiveNotes(page: HTMLElement): void {
  const { notes, area } = footOf(page)
  const before = area.closest(by.pagedjs_page)!.previousElementSibling
  for (const note of [...notes.children] as HTMLElement[]) {
    const { ref, splitFrom } = note.dataset
    const called = before?.querySelector(`${by.pagedjs_page_content} ${valued('footnoteCall', ref!)}`)
    const shown = before?.querySelector(`${by.pagedjs_footnote_area} ${valued('ref', ref!)}`)
    if (splitFrom || (called && !shown)) carried.add(note)
    else note.remove()
  }
}

/**
 * Gives every call that stands on the page its note, and takes off those whose calls have left it: Paged.js decides that once,
 * when a paragraph is appended, while columns, grid and cuts move lines afterwards, and a note was lost. A note that would
 * drive away its own call is divided, where it is long enough; otherwise its room stays free and the call goes with it.
 *
 * Tells whether the height of the foot has changed.
 */
export function settleNotes(page: HTMLElement, source: Node): boolean {
  callInsteadOfNotes(page)
  const calls = [...page.querySelectorAll<HTMLElement>(calling)]
  const foot = footOf(page)
  if (calls.length === 0 && foot.notes.childElementCount === 0) return false
  const stays = (call: HTMLElement) => call.getBoundingClientRect().left < foot.right
  const before = foot.area.style.getPropertyValue('--pagedjs-footnotes-height')
  const begun = [...foot.notes.children].filter((note) => carried.has(note)) as HTMLElement[]
  const now = calls.filter(stays).map(({ dataset }) => dataset.footnoteCall)
  const shown = [...foot.notes.children].slice(begun.length) as HTMLElement[]
  const wanted = heightOf(foot)
  if (!foot.notes.style.height && wanted === before && same(shown, now)) return false
  const notes = [...begun]
  show(foot, notes)
  for (const call of calls) {
    if (!stays(call)) break
    const note = noteOf(call, shown, source)
    if (!note) continue
    show(foot, [...notes, note])
    if (stays(call)) {
      notes.push(note)
      continue
    }
    if (!divide(foot, note, () => stays(call))) foot.notes.replaceChildren(...notes)
    break
  }
  return foot.area.style.getPropertyValue('--pagedjs-footnotes-height') !== before
}

/** Every call on a page that is done has its note, come what may. Tells whether one was missing. */
export function completeNotes(page: HTMLElement, source: Node): boolean {
  const calls = [...page.querySelectorAll<HTMLElement>(calling)]
  const foot = footOf(page)
  const shown = [...foot.notes.children] as HTMLElement[]
  const missing = calls.filter(({ dataset }) => !shown.some((note) => note.dataset.ref === dataset.footnoteCall))
  if (missing.length === 0) return false
  const notes = missing.map((call) => noteOf(call, shown, source)).filter((note) => note !== undefined)
  show(foot, [...shown, ...notes])
  return notes.length > 0
}

const same = (shown: readonly HTMLElement[], refs: readonly (string | undefined)[]): boolean =>
  shown.length === refs.length && shown.every((note, i) => note.dataset.ref === refs[i])

/** What Paged.js leaves in the text because it lies behind the edge of the page becomes a call, as the others. */
function callInsteadOfNotes(page: HTMLElement): void {
  for (const note of page.querySelectorAll<HTMLElement>(moved)) {
    const ref = note.dataset.ref!
    const call = document.createElement('a')
    call.className = note.className
    call.dataset.footnoteCall = ref
    call.dataset.ref = ref
    call.href = `#note-${ref}`
    note.replaceWith(call)
  }
}

function noteOf(call: HTMLElement, shown: readonly HTMLElement[], source: Node): HTMLElement | undefined {
  const ref = call.dataset.footnoteCall!
  const known = shown.find((note) => note.dataset.ref === ref)
  if (known) return known
  const original = (source as ParentNode).querySelector<HTMLElement>(moved + valued('ref', ref))
  if (!original) return undefined
  const note = original.cloneNode(true) as HTMLElement
  note.removeAttribute(attributes.breakBefore)
  note.dataset.footnoteMarker = ref
  note.id = `note-${ref}`
  return note
}

/** Space around the notes, without them. */
function around({ content }: Foot): number {
  const style = getComputedStyle(content)
  return ['margin-top', 'margin-bottom', 'padding-top', 'padding-bottom', 'border-top-width', 'border-bottom-width']
    .map((name) => Number.parseFloat(style.getPropertyValue(name)))
    .reduce((a, b) => a + b, 0)
}

const heightOf = (foot: Foot): string =>
  foot.notes.childElementCount === 0
    ? '0px'
    : `${Math.ceil(foot.notes.getBoundingClientRect().height) + around(foot)}px`

/** At the foot: these notes, whole, and the room that they need. */
function show(foot: Foot, notes: readonly HTMLElement[]): void {
  const { area, content, notes: box } = foot
  if (
    !same(
      [...box.children] as HTMLElement[],
      notes.map(({ dataset }) => dataset.ref),
    )
  )
    box.replaceChildren(...notes)
  content.classList.toggle(classes.pagedjs_footnote_empty, notes.length === 0)
  box.style.height = ''
  area.style.setProperty('--pagedjs-footnotes-height', heightOf(foot))
}

/** Leaves as many lines of the last note on the page as let its call stay; Paged.js hands on the rest when the page is done. */
function divide(foot: Foot, note: HTMLElement, stays: () => boolean): boolean {
  const pitch = Number.parseFloat(getComputedStyle(note).lineHeight)
  const full = foot.notes.getBoundingClientRect().height
  const lines = Math.round(note.getBoundingClientRect().height / pitch)
  const space = around(foot)
  for (let over = linesTogether; lines - over >= linesTogether; over++) {
    const height = full - over * pitch
    foot.notes.style.height = `${height}px`
    foot.area.style.setProperty('--pagedjs-footnotes-height', `${height + space}px`)
    if (stays()) return true
  }
  foot.notes.style.height = ''
  foot.area.style.setProperty('--pagedjs-footnotes-height', heightOf(foot))
  return false
}

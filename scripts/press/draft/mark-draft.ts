/**
 * In: a finished draft and where its faults show. Out: the same pages with a red frame and its number at each place, and in the
 * margin the number and a few words. The whole message is an annotation there. What the margins do not hold, and what shows on
 * no page, is told on pages at the end.
 */
import type { PDFDict, PDFPage } from '@cantoo/pdf-lib'
import { type Diagnostic, describe, type Locale } from '../../model/diagnostic.ts'
import type { Issue } from '../../model/issue.ts'
import type { Mark } from '../../model/mark.ts'
import { millimetresToPoints, typeArea } from '../../model/type-area.ts'
import { heiOutlines, type Outlines } from '../fonts/outlines.ts'
import {
  arrayAt,
  type Box,
  boxArray,
  name,
  openPdf,
  pageContent,
  plainStream,
  serialize,
  setPageContent,
  textString,
} from '../pdf/document.ts'
import { brokenLines, firstLines, framed, whitened, widthOf, words } from './drawn-words.ts'
import { addListPages } from './list-pages.ts'

/** Points. */
const type = { size: 6.5, pitch: 8.5, number: 8, atFrame: 5.5, foot: 9 }
const frame = { around: 1.5, weight: 0.8 }
/** Points that the words keep from the text and from the trimmed edge. */
const clear = { text: 5, edge: 6 }
/** Lines of words for one mark: as many as let the margin hold all of the page's. */
const mostLines = [8, 6, 4, 3, 2, 1]
const red = '0.8 0.08 0.12'

const remarks = {
  zh: {
    rest: (count: number) => `另 ${count} 处见文件末尾`,
    listed: (count: number, pages: number) => `校样共有 ${count} 处问题，全文列在文件末尾 ${pages} 页`,
  },
  en: {
    rest: (count: number) => `${count} more: see the end`,
    listed: (count: number, pages: number) => `${count} faults in this draft, listed on the last ${pages} page(s)`,
  },
} as const

export async function markDraft(
  bytes: Uint8Array,
  issue: Issue,
  marks: readonly Mark[],
  locale: Locale,
): Promise<Uint8Array> {
  if (marks.length === 0) return bytes
  const [document, outlines] = await Promise.all([openPdf(bytes), heiOutlines()])
  const pages = document.getPages()
  let whole = marks.every(({ page }) => page !== null)
  for (const [i, page] of pages.entries()) {
    const own = marks.filter((mark) => mark.page === i + 1)
    if (own.length === 0) continue
    const shown = markPage(page, own, { outlines, margin: marginOf(page, i + 1, issue), locale, issue })
    whole &&= shown
  }
  if (!whole && pages[0]) {
    const added = addListPages(document, marks, outlines, locale)
    drawOver(pages[0], remarkAt(pages[0], remarks[locale].listed(marks.length, added), outlines))
  }
  return serialize(document, { minor: 7, objectStreams: true })
}

interface Margin {
  /** Of the trimmed page. */
  readonly trim: Box
  readonly left: number
  readonly right: number
  readonly top: number
  readonly foot: number
}

const trimOf = (page: PDFPage): Box => {
  const { x, y, width, height } = page.getTrimBox()
  return [x, y, x + width, y + height]
}

/** The margin at the fore edge: at the right of odd pages. */
function marginOf(page: PDFPage, number: number, issue: Issue): Margin {
  const trim = trimOf(page)
  const [left, foot, right, head] = trim
  const area = typeArea(issue.page)
  const foreEdge = millimetresToPoints(area.foreEdge)
  const [from, to] =
    number % 2 === 1
      ? [right - foreEdge + clear.text, right - clear.edge]
      : [left + clear.edge, left + foreEdge - clear.text]
  return { trim, left: from, right: to, top: head - millimetresToPoints(area.head), foot: foot + clear.edge }
}

interface Marking {
  readonly outlines: Outlines
  readonly margin: Margin
  readonly locale: Locale
  readonly issue: Issue
}

/** A long title says little in a margin, and the fault stands behind it. */
function shortened(message: string, { articles }: Issue): string {
  return articles.reduce((text, { title }) => {
    const start = Array.from(title).slice(0, 6).join('')
    return title.length > 8 ? text.replaceAll(`《${title}》`, `《${start}…》`) : text
  }, message)
}

/** True where the margin has all the words of all marks. */
function markPage(page: PDFPage, marks: readonly Mark[], marking: Marking): boolean {
  const { outlines, margin, locale, issue } = marking
  const { trim } = margin
  const frames = marks.map(({ box }): Box | null => {
    if (!box) return null
    const [x, y] = trim
    // A line that runs off the page still has its frame on it.
    return [
      Math.max(trim[0] + 1, x + box[0] - frame.around),
      Math.max(trim[1] + 1, y + box[1] - frame.around),
      Math.min(trim[2] - 1, x + box[2] + frame.around),
      Math.min(trim[3] - 1, y + box[3] + frame.around),
    ]
  })
  const drawn = [...atFrames(marks, frames, marking)]

  const width = margin.right - margin.left
  const messages = marks.map(({ fault }) =>
    brokenLines(shortened(describe(fault, locale).message, issue), outlines, width, type.size),
  )
  const heightOf = (lines: number): number => type.number + lines * type.pitch + type.pitch / 2
  const room = margin.top - margin.foot
  const heights = (most: number) => messages.map((lines) => heightOf(Math.min(lines.length, most)))
  const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0)
  const most = mostLines.find((lines) => sum(heights(lines)) <= room) ?? 1
  const own = heights(most)
  const fitting = own.findIndex((_, i) => sum(own.slice(0, i + 1)) > room - 2 * type.pitch)
  const shown = sum(own) <= room || fitting < 0 ? marks.length : fitting
  let free = margin.top
  for (const [i, { number, fault }] of marks.slice(0, shown).entries()) {
    const rest = sum(own.slice(i, shown)) + (shown < marks.length ? 2 * type.pitch : 0)
    const head = Math.max(Math.min(free, frames[i]?.[3] ?? free), margin.foot + rest)
    drawn.push(words(String(number), margin.left, head - type.number, type.number, outlines))
    firstLines(messages[i]!, most).forEach((line, row) => {
      drawn.push(words(line, margin.left, head - type.number - (row + 1) * type.pitch, type.size, outlines))
    })
    annotate(page, [margin.left, head - own[i]!, margin.right, head], number, fault, locale)
    free = head - own[i]!
  }
  if (shown < marks.length) {
    const rest = brokenLines(remarks[locale].rest(marks.length - shown), outlines, width, type.size)
    rest.forEach((line, row) => {
      drawn.push(words(line, margin.left, free - (row + 1) * type.pitch, type.size, outlines))
    })
  }
  for (const [i, { number, fault }] of marks.entries()) {
    if (frames[i]) annotate(page, frames[i], number, fault, locale)
  }
  drawOver(page, drawn.join(''))
  return shown === marks.length && messages.every((lines) => lines.length <= most)
}

/** A frame once for all that is wrong there, and their numbers beside it, none over another. */
function* atFrames(
  marks: readonly Mark[],
  frames: readonly (Box | null)[],
  { outlines, margin }: Marking,
): Generator<string> {
  const labels = new Map<string, { box: Box; numbers: number[] }>()
  marks.forEach(({ number }, i) => {
    const box = frames[i]
    if (!box) return
    const key = box.map(Math.round).join(' ')
    const label = labels.get(key) ?? { box, numbers: [] }
    label.numbers.push(number)
    labels.set(key, label)
  })
  const taken: Box[] = []
  for (const { box, numbers } of labels.values()) {
    const text = numbers.join(' ')
    const width = widthOf(text, outlines, type.atFrame)
    const left = Math.max(margin.trim[0] + 2, box[0] - 1.5 - width)
    let top = box[3]
    const over = (): Box | undefined =>
      taken.find(
        (other) => left < other[2] && left + width > other[0] && top > other[1] && top - type.atFrame < other[3],
      )
    for (let other = over(); other && top > margin.foot; other = over()) top = other[1] - 0.5
    const place: Box = [left, top - type.atFrame, left + width, top]
    taken.push(place)
    yield framed(box)
    // Where there is no room beside the frame, the number stands over the text.
    if (left + width > box[0]) yield whitened(place)
    yield words(text, left, top - type.atFrame + 0.8, type.atFrame, outlines)
  }
}

function remarkAt(page: PDFPage, text: string, outlines: Outlines): string {
  const [left, foot] = trimOf(page)
  const [x, y] = [left + 2 * clear.edge, foot + 2 * clear.edge]
  const width = widthOf(text, outlines, type.foot)
  return whitened([x - 4, y - 5, x + width + 4, y + type.foot + 3]) + words(text, x, y, type.foot, outlines)
}

/** What was drawn before may have moved the origin. */
function drawOver(page: PDFPage, drawn: string): void {
  setPageContent(page, `q\n${pageContent(page)}\nQ\nq ${red} rg ${red} RG ${frame.weight} w\n${drawn}Q\n`)
}

/** The whole message and what to do, for a reader who points at the place. */
function annotate(page: PDFPage, rect: Box, number: number, fault: Diagnostic, locale: Locale): void {
  const { context } = page.doc
  const { message, hint } = describe(fault, locale)
  const empty = context.register(
    plainStream(context, '', context.obj({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] }) as PDFDict),
  )
  const annotation = context.obj({ Type: 'Annot', Subtype: 'Square', F: 4, AP: { N: empty } }) as PDFDict
  annotation.set(name('Rect'), boxArray(context, rect))
  annotation.set(name('T'), textString(`${number}`))
  annotation.set(name('Contents'), textString(hint ? `${message}\n${hint}` : message))
  const all = arrayAt(page.node, 'Annots')
  if (all) all.push(context.register(annotation))
  else page.node.set(name('Annots'), context.obj([context.register(annotation)]))
}

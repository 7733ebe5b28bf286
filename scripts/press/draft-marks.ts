/**
 * In: a finished draft and where its faults show. Out: the same pages with a red frame around each place, and in the margin
 * its number and a few words. The whole message is an annotation there. Words are drawn as outlines, so that no font is needed.
 */
import type { PDFDict, PDFPage } from '@cantoo/pdf-lib'
import { type Diagnostic, describe, type Locale } from '../model/diagnostic.ts'
import type { Issue } from '../model/issue.ts'
import type { Mark } from '../model/mark.ts'
import { millimetresToPoints, typeArea } from '../model/type-area.ts'
import { heiOutlines, type Outlines } from './fonts/outlines.ts'
import {
  arrayAt,
  type Box,
  boxArray,
  name,
  openPdf,
  pageContent,
  plainStream,
  round,
  serialize,
  setPageContent,
  textString,
} from './pdf/document.ts'

/** Points. */
const type = { size: 6.5, pitch: 8.5, number: 8, atFrame: 5 }
const frame = { around: 1.5, weight: 0.8 }
/** Points that the words keep from the text and from the trimmed edge. */
const clear = { text: 5, edge: 6 }
/** Lines of words for one mark, and marks that one margin holds; the list of the proof has them all. */
const most = { lines: 4, marks: 14 }
const red = '0.8 0.08 0.12'

export async function markDraft(
  bytes: Uint8Array,
  issue: Issue,
  marks: readonly Mark[],
  locale: Locale,
): Promise<Uint8Array> {
  if (marks.length === 0) return bytes
  const [document, outlines] = await Promise.all([openPdf(bytes), heiOutlines()])
  for (const [i, page] of document.getPages().entries()) {
    const own = marks.filter((mark) => mark.page === i + 1)
    if (own.length > 0) markPage(page, own, outlines, marginOf(page, i + 1, issue), locale)
  }
  return serialize(document, { minor: 7, objectStreams: true })
}

interface Margin {
  /** Lower left corner of the trimmed page. */
  readonly origin: readonly [x: number, y: number]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly foot: number
}

/** The margin at the fore edge: at the right of odd pages. */
function marginOf(page: PDFPage, number: number, issue: Issue): Margin {
  const { x, y, width, height } = page.getTrimBox()
  const area = typeArea(issue.page)
  const foreEdge = millimetresToPoints(area.foreEdge)
  const [left, right] =
    number % 2 === 1 ? [width - foreEdge + clear.text, width - clear.edge] : [clear.edge, foreEdge - clear.text]
  const top = height - millimetresToPoints(area.head)
  return { origin: [x, y], left: x + left, right: x + right, top: y + top, foot: y + clear.edge }
}

function markPage(page: PDFPage, marks: readonly Mark[], outlines: Outlines, margin: Margin, locale: Locale): void {
  const [x, y] = margin.origin
  const drawn: string[] = []
  let free = margin.top
  for (const { number, box, fault } of marks.slice(0, most.marks)) {
    const around: Box | null = box && [
      x + box[0] - frame.around,
      y + box[1] - frame.around,
      x + box[2] + frame.around,
      y + box[3] + frame.around,
    ]
    if (around) {
      drawn.push(rectangle(around))
      const beside = around[0] - 1 - widthOf(String(number), outlines, type.atFrame)
      drawn.push(words(String(number), beside, around[3] - type.atFrame, type.atFrame, outlines))
    }
    const lines = brokenLines(describe(fault, locale).message, outlines, margin.right - margin.left)
    const height = type.number + lines.length * type.pitch + type.pitch / 2
    const head = Math.max(Math.min(free, around?.[3] ?? free), margin.foot + height)
    drawn.push(words(String(number), margin.left, head - type.number, type.number, outlines))
    lines.forEach((line, i) => {
      drawn.push(words(line, margin.left, head - type.number - (i + 1) * type.pitch, type.size, outlines))
    })
    annotate(page, [margin.left, head - height, margin.right, head], number, fault, locale)
    if (around) annotate(page, around, number, fault, locale)
    free = head - height
  }
  // What was drawn before may have moved the origin.
  setPageContent(page, `q\n${pageContent(page)}\nQ\nq ${red} rg ${red} RG ${frame.weight} w\n${drawn.join('')}Q\n`)
}

const rectangle = ([left, bottom, right, top]: Box): string =>
  `${[left, bottom, right - left, top - bottom].map(round).join(' ')} re S\n`

const widthOf = (text: string, outlines: Outlines, size: number): number =>
  (Array.from(text).reduce((sum, character) => sum + outlines.of(character).advance, 0) * size) / outlines.em

function words(text: string, x: number, y: number, size: number, outlines: Outlines): string {
  const scale = (size / outlines.em).toFixed(7)
  const paths = Array.from(text, (character) => {
    const { path, advance } = outlines.of(character)
    return `${path && `${path} f `}1 0 0 1 ${advance} 0 cm\n`
  })
  return `q ${scale} 0 0 ${scale} ${round(x)} ${round(y)} cm\n${paths.join('')}Q\n`
}

/** The first lines of a message in the width of the margin. */
function brokenLines(message: string, outlines: Outlines, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let taken = 0
  // Latin words keep together, everything else may part anywhere.
  for (const piece of message.match(/[!-~]+|[^!-~]/gu) ?? []) {
    const room = widthOf(piece, outlines, type.size)
    if (taken + room > width && line !== '') {
      lines.push(line)
      line = ''
      taken = 0
    }
    if (line === '' && piece === ' ') continue
    line += piece
    taken += room
  }
  lines.push(line)
  return lines.length <= most.lines
    ? lines
    : [...lines.slice(0, most.lines - 1), `${lines[most.lines - 1]!.slice(0, -1)}…`]
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

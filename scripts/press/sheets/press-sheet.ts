/**
 * In: finished pages. Out: what lies inside their bleed as forms, and sheets on which such forms stand side by side, with
 * marks for the knife and the fold outside of the bleed.
 */
import { PDFArray, type PDFDict, type PDFDocument, type PDFObject, type PDFPage, type PDFRef } from '@cantoo/pdf-lib'
import type { Outlines } from '../fonts/outlines.ts'
import { operations } from '../pdf/content-stream.ts'
import {
  type Box,
  boxArray,
  dictAt,
  dictIn,
  name,
  numbers,
  pageContent,
  plainStream,
  points,
  round,
  serialize,
  setPageContent,
} from '../pdf/document.ts'

/** [left, bottom, right, top] of a page's box, in points. */
export function boxOf(page: PDFPage, key: 'MediaBox' | 'TrimBox' | 'BleedBox'): Box {
  const value = page.node.lookup(name(key))
  if (!(value instanceof PDFArray)) throw new Error(`a page of the print edition has no ${key}`)
  return numbers(value) as unknown as Box
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.01

/**
 * The content of a finished page without its marks: the outermost group that begins by clipping to the BleedBox. All of the
 * content where there is no such group.
 */
export function artwork(page: PDFPage): string {
  const content = pageContent(page)
  const [left, bottom, right, top] = boxOf(page, 'BleedBox')
  const all = [...operations(content)]
  let depth = 0
  let start = -1
  for (const [i, { operator, ...operation }] of all.entries()) {
    if (operator === 'q' && depth++ === 0) {
      const [x, y, width, height] = all[i + 1]?.operator === 're' ? all[i + 1]!.operands.map(Number) : []
      const whole =
        near(x ?? -1, left) && near(y ?? -1, bottom) && near(left + width!, right) && near(bottom + height!, top)
      if (whole && all[i + 2]?.operator === 'W') start = operation.start
    }
    if (operator === 'Q' && --depth === 0 && start >= 0) return content.slice(start, operation.end)
  }
  return content
}

/** How far beyond its trim a page is shown at the left and at the right, in points; less than 0 cuts into it. */
export interface Shown {
  readonly left: number
  readonly right: number
}

/** The resources of a page without the XObjects that its artwork does not draw: marks, and the letters of its slug line. */
function resourcesOf(page: PDFPage, content: string): PDFDict {
  const { context } = page.doc
  const resources = page.node.Resources()?.clone(context) ?? context.obj({})
  const drawn = new Set(
    [...operations(content)].flatMap(({ operator, operands }) => (operator === 'Do' ? operands : [])),
  )
  const objects = dictAt(resources, 'XObject')?.clone(context)
  for (const key of objects?.keys() ?? []) if (!drawn.has(key.toString())) objects!.delete(key)
  if (objects) resources.set(name('XObject'), objects)
  return resources
}

/**
 * The artwork of a page as a form with the corner of its trim at 0 0, shown up to the bleed at head and foot. The page's
 * group is left to the sheet: a group inside the sheet would knock out what black overprints (ISO 32000-1 11.7.4).
 */
export function formOf(page: PDFPage, shown: Shown): PDFRef {
  const { context } = page.doc
  const [left, bottom, right] = boxOf(page, 'TrimBox')
  const [, low, , high] = boxOf(page, 'BleedBox')
  const content = artwork(page)
  const dict = context.obj({ Type: 'XObject', Subtype: 'Form' })
  dict.set(name('BBox'), boxArray(context, [left - shown.left, low, right + shown.right, high]))
  dict.set(name('Matrix'), context.obj([1, 0, 0, 1, -left, -bottom].map(round)))
  dict.set(name('Resources'), resourcesOf(page, content))
  return context.register(plainStream(context, content, dict))
}

export interface Panel {
  readonly form: PDFRef
  /** Where the left edge of its trim stands, in points from the left edge of the sheet's trim. */
  readonly x: number
}

export interface PressSheet {
  /** Trim of all panels together, in points. */
  readonly trim: { readonly width: number; readonly height: number }
  /** From the trim to the bleed and to the edge of the sheet, in points. */
  readonly bleed: number
  readonly edge: { readonly x: number; readonly y: number }
  readonly panels: readonly Panel[]
  /** Points from the left edge of the trim. */
  readonly folds: readonly number[]
  /** Written into the slug above the head. */
  readonly label: string
  /** Further small texts, from the corner of the trim. */
  readonly notes?: readonly { readonly text: string; readonly x: number; readonly y: number }[]
  /** Rectangles in full black, [x, y, width, height] in points from the corner of the trim. */
  readonly bars?: readonly (readonly [number, number, number, number])[]
  /** The transparency group of the pages that stand on it. */
  readonly group: PDFObject | undefined
}

/** The transparency group that a page needs which shows these: they have one blending space, that of the output intent. */
export const sameGroup = (pages: readonly PDFPage[]): PDFObject | undefined =>
  pages.map(({ node }) => node.get(name('Group'))).find((group) => group !== undefined)

/** In millimetres, and points for the lines: marks begin behind the bleed and keep a little clear of it. */
const mark = { clear: 0.5, length: 5, width: 0.25, dash: 3 } as const
/** The label stands clear of the marks at the corner, in millimetres. */
const labelAt = { x: 8, y: 2.5 } as const
/** Points. */
const labelSize = 7

/** Marks at the corners of the trim, and dashed ones at both ends of each fold. */
function marks({ trim, bleed, folds }: PressSheet): string {
  const from = bleed + points(mark.clear)
  const to = from + points(mark.length)
  const line = (...ends: number[]) =>
    `${ends.slice(0, 2).map(round).join(' ')} m ${ends.slice(2).map(round).join(' ')} l S\n`
  const ends = [
    [0, -1],
    [trim.height, 1],
  ] as const
  const vertical = (x: number) => ends.map(([y, v]) => line(x, y + v * from, x, y + v * to)).join('')
  const sides = [
    [0, -1],
    [trim.width, 1],
  ] as const
  const horizontal = sides.flatMap(([x, h]) => ends.map(([y]) => line(x + h * from, y, x + h * to, y))).join('')
  const corners = vertical(0) + vertical(trim.width) + horizontal
  return `${corners}[${mark.dash}] 0 d\n${folds.map(vertical).join('')}`
}

/** Filled outlines of a text, the origin of its first glyph at 0 0. */
function outlined(text: string, outlines: Outlines): string {
  const scale = round(labelSize / outlines.em)
  let pen = 0
  return [...text]
    .map((character) => {
      const { path, advance } = outlines.of(character)
      const x = pen
      pen += (advance * labelSize) / outlines.em
      return path && `q ${scale} 0 0 ${scale} ${round(x)} 0 cm ${path} f Q\n`
    })
    .join('')
}

/** Adds the sheet as the last page of the document. Marks are in all inks of the press (Separation All, ISO 32000-1 8.6.6.4). */
export function addSheet(document: PDFDocument, sheet: PressSheet, outlines: Outlines): void {
  const { trim, bleed, edge, panels, bars = [] } = sheet
  const { context } = document
  const media = [trim.width + 2 * edge.x, trim.height + 2 * edge.y] as const
  const page = document.addPage([...media])
  const { node } = page
  const resources = dictIn(node, 'Resources')
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 }
  dictIn(resources, 'ColorSpace').set(name('All'), context.obj(['Separation', 'All', 'DeviceCMYK', tint]))
  for (const [i, { form }] of panels.entries()) dictIn(resources, 'XObject').set(name(`Panel${i}`), form)

  const shown = panels.map(({ x }, i) => `q 1 0 0 1 ${round(x)} 0 cm /Panel${i} Do Q\n`)
  const filled = bars.map((bar) => `${bar.map(round).join(' ')} re f\n`)
  const label = { text: sheet.label, x: points(labelAt.x), y: trim.height + bleed + points(labelAt.y) }
  const texts = [label, ...(sheet.notes ?? [])].map(
    ({ text, x, y }) => `q 1 0 0 1 ${round(x)} ${round(y)} cm\n${outlined(text, outlines)}Q\n`,
  )
  setPageContent(
    page,
    `q 1 0 0 1 ${round(edge.x)} ${round(edge.y)} cm\n${shown.join('')}` +
      `q /All CS 1 SCN ${mark.width} w 0 J\n${marks(sheet)}Q\n` +
      `q 0 0 0 1 k\n${filled.join('')}${texts.join('')}Q\nQ\n`,
  )
  const box = (beyond: number): Box => [
    edge.x - beyond,
    edge.y - beyond,
    edge.x + trim.width + beyond,
    edge.y + trim.height + beyond,
  ]
  node.set(name('MediaBox'), boxArray(context, [0, 0, ...media]))
  node.set(name('BleedBox'), boxArray(context, box(bleed)))
  node.set(name('TrimBox'), boxArray(context, box(0)))
  if (sheet.group) node.set(name('Group'), sheet.group)
}

/**
 * The bytes of a document whose pages have become sheets.
 * @param pages the file that its pages come from: the sheets keep to its version, output intent and metadata.
 */
export const serializeSheets = (document: PDFDocument, pages: Uint8Array): Promise<Uint8Array> =>
  serialize(document, { minor: pages[7] === '4'.charCodeAt(0) ? 4 : 6, objectStreams: false })

/**
 * In: the PDF that Chromium printed on sheets of trim and layout bleed. Out: the print edition: exact boxes, crop marks,
 * black text in black ink, nothing that only a screen needs; and a list of what is not in printing inks yet.
 */
import type { PDFDict, PDFPage, PDFRef } from '@cantoo/pdf-lib'
import type { Issue } from '../model/issue.ts'
import { rewrite } from './content-stream.ts'
import { type InkRow, themeInks } from './ink.ts'
import {
  boxArray,
  dictIn,
  name,
  openPdf,
  pageContent,
  points,
  round,
  serialize,
  setPageContent,
} from './pdf-document.ts'
import { writeMetadata } from './pdf-metadata.ts'
import { type ColourReport, convertColours } from './print-colour.ts'
import { type GlyphFault, repairText } from './text-repair.ts'

export interface PrintOptions {
  /** Bleed of the layout in millimetres; not smaller than the issue's. */
  readonly layoutBleed: number
  /** The theme's own inks unless given. */
  readonly inks?: readonly InkRow[]
}

/** What a print shop would have to convert, and what somebody should look at. */
export interface PrintReport extends ColourReport {
  /** Glyphs that read as nothing. */
  readonly text: readonly GlyphFault[]
}

/** Millimetres outside of the bleed that hold the crop marks. */
export const slug = 10
/** Crop marks, in millimetres and points: they begin behind the bleed and keep a little clear of it. */
const mark = { clear: 0.5, length: 5, width: 0.25 } as const

const spotAll = 'KanbenAll'

/** What the catalog and a page keep; all else is for screens, or names objects that are gone. */
const catalogKeys = new Set(['Type', 'Pages', 'Lang'])
const pageKeys = new Set(['Type', 'Parent', 'Resources', 'MediaBox', 'Contents', 'Group'])

function keepOnly(dict: PDFDict, keys: ReadonlySet<string>): void {
  for (const key of dict.keys()) if (!keys.has(key.decodeText())) dict.delete(key)
}

/** Text that draws two marks at each corner of the trim, in all inks of the press (Separation All, ISO 32000-1 8.6.6.4). */
function cropMarks([left, bottom, right, top]: readonly number[], bleed: number): string {
  const near = bleed + points(mark.clear)
  const far = near + points(mark.length)
  const line = (...ends: number[]) => {
    const [x0, y0, x1, y1] = ends.map(round)
    return `${x0} ${y0} m ${x1} ${y1} l S\n`
  }
  const corners = [
    [left!, -1],
    [right!, 1],
  ].flatMap(([x, h]) =>
    [
      [bottom!, -1],
      [top!, 1],
    ].map(([y, v]) => line(x!, y! + v! * near, x!, y! + v! * far) + line(x! + h! * near, y!, x! + h! * far, y!)),
  )
  return `q /${spotAll} CS 1 SCN ${mark.width} w 0 J\n${corners.join('')}Q\n`
}

const marksContent = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP'])

function finishPage(page: PDFPage, issue: Issue, layoutBleed: number, spot: PDFRef): void {
  const { node } = page
  const { context } = page.doc
  const width = points(issue.page.trim.width)
  const height = points(issue.page.trim.height)
  const bleed = points(issue.page.bleed)
  const edge = points(slug) + bleed
  const trim = [edge, edge, edge + width, edge + height] as const
  const bleedBox = [edge - bleed, edge - bleed, edge + width + bleed, edge + height + bleed] as const

  // Chromium rounds the sheet to 1/300 inch and CSS pixels, but measures from its top left corner.
  const sheet = page.getMediaBox()
  const x = edge - points(layoutBleed) - sheet.x
  const y = edge + height - (sheet.y + sheet.height - points(layoutBleed))

  const resources = node.Resources() ?? dictIn(node, 'Resources')
  dictIn(resources, 'ColorSpace').set(name(spotAll), spot)
  // Marked content belongs to the structure tree, which this edition has not (ISO 32000-1 14.6).
  const content = rewrite(pageContent(page), ({ operator }) => (marksContent.has(operator) ? '' : undefined))
  const [left, bottom] = bleedBox.map(round)
  const clip = `${left} ${bottom} ${round(width + 2 * bleed)} ${round(height + 2 * bleed)} re W n`
  setPageContent(page, `${cropMarks(trim, bleed)}q ${clip} 1 0 0 1 ${round(x)} ${round(y)} cm\n${content}\nQ\n`)

  keepOnly(node, pageKeys)
  node.set(name('MediaBox'), boxArray(context, [0, 0, width + 2 * edge, height + 2 * edge]))
  node.set(name('BleedBox'), boxArray(context, bleedBox))
  node.set(name('TrimBox'), boxArray(context, trim))
}

/**
 * The print edition of a printed layout.
 * @param raw the file of Chromium: one sheet per page, trim and layout bleed on each side, measured from the top left.
 * @returns the file, PDF 1.6 without object streams, boxes exact to 0.001 pt, and what is left to do. The same file gives
 * the same bytes. It claims no conformance to PDF/X: it has no output intent.
 */
export async function finishPrint(
  raw: Uint8Array,
  issue: Issue,
  options: PrintOptions,
): Promise<{ bytes: Uint8Array; report: PrintReport }> {
  const document = await openPdf(raw)
  const { context, catalog } = document
  const text = repairText(document).faults
  const colours = await convertColours(document, { inks: options.inks ?? themeInks, printing: issue.printing })
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 }
  const spot = context.register(context.obj(['Separation', 'All', 'DeviceCMYK', tint]))
  for (const page of document.getPages()) finishPage(page, issue, options.layoutBleed, spot)
  keepOnly(catalog, catalogKeys)
  writeMetadata(document, issue, 'print')
  return { bytes: await serialize(document, { minor: 6, objectStreams: false }), report: { ...colours, text } }
}

/**
 * In: the PDF that Chromium printed on sheets of trim and layout bleed. Out: the print edition as PDF/X-4 or PDF/X-1a:2003:
 * exact boxes, press marks, black type that overprints, an output intent, nothing that only a screen needs; and what was
 * converted. Whether the file is what it claims to be, the proof tells.
 */
import type { PDFDict, PDFPage, PDFRef } from '@cantoo/pdf-lib'
import type { PageRecord } from '../../model/artifact.ts'
import { type InkRow, themeInks } from '../../model/inks.ts'
import type { Issue } from '../../model/issue.ts'
import { shippedConditions } from '../../model/printing.ts'
import { heiOutlines } from '../fonts/outlines.ts'
import { rewrite } from '../pdf/content-stream.ts'
import {
  boxArray,
  dictIn,
  name,
  openPdf,
  pageContent,
  plainStream,
  points,
  round,
  serialize,
  setPageContent,
} from '../pdf/document.ts'
import { writeMetadata } from '../pdf/metadata.ts'
import { movePatterns } from '../pdf/page-patterns.ts'
import { type GlyphFault, repairText } from '../pdf/text-repair.ts'
import { outputProfile } from './colour/colour-engine.ts'
import { type ColourReport, convertColours } from './convert-colours.ts'
import { writeOutputIntent } from './output-intent.ts'
import { overprintDocument } from './overprint.ts'
import { dropNeutralBlending, shinesThrough } from './paint/transparency.ts'
import { pressMarks, spotAll } from './press-marks.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { SlugLine } from './slug-line.ts'

export interface PrintOptions {
  /** Bleed of the layout in millimetres; not smaller than the issue's. */
  readonly layoutBleed: number
  /** The theme's own inks unless given. */
  readonly inks?: readonly InkRow[]
  /** One record per page of the raw file: the slug line names the folio. */
  readonly pages?: readonly PageRecord[]
}

/** What was converted, and what could not be. */
export interface PrintReport extends ColourReport {
  /** Glyphs that read as nothing. */
  readonly text: readonly GlyphFault[]
}

const marksForm = 'KanbenMarks'

/** What the catalog and a page keep; all else is for screens, or names objects that are gone. */
const catalogKeys = new Set(['Type', 'Pages', 'Lang'])
const pageKeys = new Set(['Type', 'Parent', 'Resources', 'MediaBox', 'Contents'])

function keepOnly(dict: PDFDict, keys: ReadonlySet<string>): void {
  for (const key of dict.keys()) if (!keys.has(key.decodeText())) dict.delete(key)
}

const marksContent = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP'])

/** What stands outside of the bleed of a page: the marks that all pages share, and the end of its own slug line. */
interface Surround {
  readonly marks: PDFRef
  readonly spot: PDFRef
  readonly line: (resources: PDFDict) => string
}

function finishPage(
  page: PDFPage,
  { trim, bleed, media }: Sheet,
  layoutBleed: number,
  { marks, spot, line }: Surround,
) {
  const { node } = page
  const { context } = page.doc
  // Chromium rounds the sheet to 1/300 inch and CSS pixels, but measures from its top left corner.
  const printed = page.getMediaBox()
  const x = trim[0] - points(layoutBleed) - printed.x
  const y = trim[3] - (printed.y + printed.height - points(layoutBleed))

  const resources = node.Resources() ?? dictIn(node, 'Resources')
  const transparent = shinesThrough(resources)
  dictIn(resources, 'ColorSpace').set(name(spotAll), spot)
  dictIn(resources, 'XObject').set(name(marksForm), marks)
  // Marked content belongs to the structure tree, which this edition has not (ISO 32000-1 14.6).
  const content = rewrite(pageContent(page), ({ operator }) => (marksContent.has(operator) ? '' : undefined))
  const [left, bottom, right, top] = bleed
  const clip = `${[left, bottom, right - left, top - bottom].map(round).join(' ')} re W n`
  const artwork = `q ${clip} 1 0 0 1 ${round(x)} ${round(y)} cm\n${content}\nQ\n`
  movePatterns(page, { x, y })
  setPageContent(page, `/${marksForm} Do\n${line(resources)}${artwork}`)

  keepOnly(node, pageKeys)
  node.set(name('MediaBox'), boxArray(context, media))
  node.set(name('BleedBox'), boxArray(context, bleed))
  node.set(name('TrimBox'), boxArray(context, trim))
  // The space in which inks shine through each other (ISO 32000-1 11.6.6); an opaque page has no need of a group.
  if (transparent) node.set(name('Group'), context.obj({ Type: 'Group', S: 'Transparency', CS: 'DeviceCMYK' }))
}

/**
 * The print edition of a printed layout, by the standard that `issue.printing` asks for.
 * @param raw the file of Chromium: one sheet per page, trim and layout bleed on each side, measured from the top left.
 * @returns the file, PDF 1.6 (PDF/X-4) or 1.4 (PDF/X-1a) without object streams, boxes exact to 0.001 pt, and what was
 * converted. The same file gives the same bytes.
 */
export async function finishPrint(
  raw: Uint8Array,
  issue: Issue,
  options: PrintOptions,
): Promise<{ bytes: Uint8Array; report: PrintReport }> {
  const document = await openPdf(raw)
  const { context, catalog } = document
  const { printing } = issue
  const x1a = printing.standard === 'x-1a'
  const text = repairText(document).faults
  const { resources: pictures } = issue
  const colours = await convertColours(document, { inks: options.inks ?? themeInks, printing, pictures })
  overprintDocument(document)
  if (x1a) dropNeutralBlending(document)

  const sheet = sheetOf(issue.page.trim, issue.page.bleed)
  const pages = document.getPages()
  const facts = pages.map((_, i) => {
    return { number: i + 1, count: pages.length, folio: options.pages?.[i]?.folio ?? null }
  })
  const slugLine = new SlugLine(document, await heiOutlines(), issue, sheet, facts)
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 }
  const spot = context.register(context.obj(['Separation', 'All', 'DeviceCMYK', tint]))
  const form = context.obj({ Type: 'XObject', Subtype: 'Form', Resources: { ColorSpace: { [spotAll]: spot } } })
  form.set(name('BBox'), boxArray(context, sheet.media))
  const marks = context.register(plainStream(context, pressMarks(sheet) + slugLine.shared, form))
  pages.forEach((page, i) => {
    const line = (resources: PDFDict) => slugLine.page(facts[i]!, resources)
    finishPage(page, sheet, options.layoutBleed, { marks, spot, line })
  })

  keepOnly(catalog, catalogKeys)
  // The inks are meant for the condition by which they were mixed, whatever was asked for.
  const condition = colours.profileUsable ? printing.condition : shippedConditions[printing.condition.paper]
  writeOutputIntent(document, condition, await outputProfile(condition))
  writeMetadata(document, issue, 'print', { pdfx: printing.standard })
  const bytes = await serialize(document, { minor: x1a ? 4 : 6, objectStreams: false })
  return { bytes, report: { ...colours, text } }
}

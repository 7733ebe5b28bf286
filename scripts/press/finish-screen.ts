/**
 * In: the PDF that Chromium printed on sheets of trim and layout bleed, and the folio of each page. Out: the screen edition:
 * pages cut to the trim, with tags, links, outline and page labels for every reader.
 */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import type { PageRecord } from '../model/artifact.ts'
import type { Issue } from '../model/issue.ts'
import { renumberElementIds } from './element-ids.ts'
import {
  arrayAt,
  boxArray,
  dictAt,
  movedBy,
  name,
  nameAt,
  numbers,
  openPdf,
  pageContent,
  points,
  round,
  type Shift,
  serialize,
  setPageContent,
  streamText,
  textString,
} from './pdf-document.ts'
import { writeMetadata } from './pdf-metadata.ts'
import { contentKey, picturedContent, StructureRepair } from './structure-tree.ts'
import { markArtifacts, readTagged, type TaggedContent } from './tagged-content.ts'
import { Fonts, repairText } from './text-repair.ts'

export interface ScreenOptions {
  /** Bleed of the layout in millimetres. */
  readonly layoutBleed: number
  /** One record per page of the raw file, in order. */
  readonly pages: readonly PageRecord[]
}

const destinationKinds = new Set(['XYZ', 'Fit', 'FitH', 'FitV', 'FitR', 'FitB', 'FitBH', 'FitBV'])

/** Moves a destination with its page; what it leaves open stays open (ISO 32000-1 table 151). */
function moveDestination(destination: PDFArray, shift: Shift): void {
  const kind = destination.get(1)
  const axes =
    kind instanceof PDFName
      ? { FitH: 'y', FitBH: 'y', FitV: 'x', FitBV: 'x', XYZ: 'xy', FitR: 'xyxy' }[kind.decodeText()]
      : ''
  for (const [i, axis] of Array.from(axes ?? '').entries()) {
    const value = destination.lookup(i + 2)
    if (value instanceof PDFNumber)
      destination.set(i + 2, PDFNumber.of(round(value.asNumber() + shift[axis as 'x' | 'y'])))
  }
}

/** Moves every destination of the document, wherever it stands: links, named destinations, outline, actions. */
function moveDestinations(document: PDFDocument, shifts: ReadonlyMap<string, Shift>): void {
  const walk = (object: PDFObject): void => {
    if (object instanceof PDFArray) {
      const [page, kind] = [object.asArray()[0], object.asArray()[1]]
      const shift = page instanceof PDFRef ? shifts.get(page.toString()) : undefined
      if (shift && kind instanceof PDFName && destinationKinds.has(kind.decodeText())) moveDestination(object, shift)
      else for (const item of object.asArray()) walk(item)
    } else if (object instanceof PDFDict) for (const value of object.values()) walk(value)
  }
  // A direct object has one place only, and references are not followed: so each is met once.
  for (const [, object] of document.context.enumerateIndirectObjects()) walk(object)
}

/** Cuts a rectangle to the page, so that no link can be touched beyond it. */
function cut([x0, y0, x1, y1]: readonly number[], width: number, height: number): [number, number, number, number] {
  const within = (value: number, limit: number): number => Math.min(limit, Math.max(0, value))
  return [within(x0!, width), within(y0!, height), within(x1!, width), within(y1!, height)]
}

/** Cuts the page to its trim, with its origin at the lower left corner, and moves its links along. */
function cutPage(page: PDFPage, content: string, shift: Shift, width: number, height: number): void {
  const { node } = page
  const { context } = page.doc
  const clip = `0 0 ${round(width)} ${round(height)} re W n`
  setPageContent(page, `q ${clip} 1 0 0 1 ${round(shift.x)} ${round(shift.y)} cm\n${content}\nQ\n`)
  for (const key of ['TrimBox', 'BleedBox', 'ArtBox']) node.delete(name(key))
  for (const key of ['MediaBox', 'CropBox']) node.set(name(key), boxArray(context, [0, 0, width, height]))
  // Keyboard order follows the structure, not the place on the page (ISO 32000-1 table 30).
  node.set(name('Tabs'), name('S'))
  const annotations = node.Annots()
  for (let i = 0; annotations && i < annotations.size(); i++) {
    const annotation = annotations.lookup(i, PDFDict)
    const rect = arrayAt(annotation, 'Rect')
    if (rect) annotation.set(name('Rect'), boxArray(context, cut(movedBy(numbers(rect), shift), width, height)))
    const quads = arrayAt(annotation, 'QuadPoints')
    if (quads) annotation.set(name('QuadPoints'), context.obj(movedBy(numbers(quads), shift)))
  }
}

/**
 * Page labels that equal the folios (ISO 32000-1 12.4.2). A run of folios counting up is one range, any other folio is a
 * range of its own whose prefix is the folio; a page without a folio has an empty label.
 */
function setPageLabels(document: PDFDocument, pages: readonly PageRecord[]): void {
  const nums: (number | Record<string, unknown>)[] = []
  let before: string | null | undefined
  for (const [i, { folio }] of pages.entries()) {
    const counted = folio !== null && /^[1-9]\d*$/.test(folio)
    if (!(counted && before && folio === String(Number(before) + 1)) && !(folio === null && before === null)) {
      const range = counted ? { S: 'D', St: Number(folio) } : folio ? { P: textString(folio) } : {}
      nums.push(i, { Type: 'PageLabel', ...range })
    }
    before = folio === null || counted ? folio : undefined
  }
  document.catalog.set(name('PageLabels'), document.context.obj({ Nums: nums as never }))
}

/** Whether a form XObject of a page has tags in it. */
function hasTags(page: PDFPage, xobject: string): boolean {
  const group = dictAt(page.node.Resources() ?? page.doc.context.obj({}), 'XObject')
  const form = group?.lookup(PDFName.of(xobject.slice(1)))
  return form instanceof PDFStream && nameAt(form.dict, 'Subtype') === 'Form' && streamText(form).includes('/MCID')
}

/**
 * The screen edition of a printed layout.
 * @param raw the file of Chromium, tagged and with its outline: one sheet per page, trim and layout bleed on each side,
 * measured from the top left.
 * @returns the file, PDF 1.7. The same file gives the same bytes. It claims no conformance to PDF/UA.
 * @throws Error where the file has no tags, or another number of pages than `options.pages`.
 */
export async function finishScreen(raw: Uint8Array, issue: Issue, options: ScreenOptions): Promise<Uint8Array> {
  const document = await openPdf(raw)
  renumberElementIds(document)
  const { context, catalog } = document
  const pages = document.getPages()
  if (pages.length !== options.pages.length) {
    throw new Error(`the printed PDF has ${pages.length} pages, the layout ${options.pages.length}`)
  }
  repairText(document)

  const width = points(issue.page.trim.width)
  const height = points(issue.page.trim.height)
  const bleed = points(options.layoutBleed)
  const fonts = new Fonts()
  const pictured = picturedContent(document)
  const content = new Map<string, TaggedContent>()
  const artifacts = new Set<string>()
  const shifts = new Map<string, Shift>()
  for (const page of pages) {
    const source = pageContent(page)
    const resources = page.node.Resources() ?? context.obj({})
    const untag = new Set<number>()
    for (const [id, tagged] of readTagged(source, fonts.namedIn(resources))) {
      const key = contentKey(page.ref, id)
      content.set(key, tagged)
      // The bullet of an item may be drawn, and is its label all the same.
      if (!tagged.pathsOnly || tagged.type === 'Lbl' || pictured.has(key)) continue
      untag.add(id)
      artifacts.add(key)
    }
    const sheet = page.getMediaBox()
    const shift = { x: -bleed - sheet.x, y: height - (sheet.y + sheet.height - bleed) }
    shifts.set(page.ref.toString(), shift)
    cutPage(
      page,
      markArtifacts(source, untag, (xobject) => hasTags(page, xobject)),
      shift,
      width,
      height,
    )
  }
  moveDestinations(document, shifts)
  new StructureRepair(document, content, artifacts, shifts).run()

  setPageLabels(document, options.pages)
  catalog.set(name('Lang'), PDFString.of(issue.language))
  catalog.set(name('MarkInfo'), context.obj({ Marked: true }))
  catalog.set(name('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  writeMetadata(document, issue, 'screen')
  return serialize(document, { minor: 7, objectStreams: true })
}

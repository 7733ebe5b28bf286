/**
 * In: the PDF that Chromium printed on pages of trim and layout bleed, and the folio of each page. Out: the screen edition:
 * pages cut to the trim, with tags, links, outline and page labels for every reader.
 */
import { type PDFDocument, PDFName, type PDFPage, PDFStream, PDFString } from '@cantoo/pdf-lib'
import type { PageRecord } from '../../model/artifact.ts'
import type { Issue } from '../../model/issue.ts'
import { typeArea } from '../../model/type-area.ts'
import {
  type Box,
  boxArray,
  dictAt,
  movedBy,
  name,
  nameAt,
  openPdf,
  pageContent,
  points,
  round,
  type Shift,
  serialize,
  setPageContent,
  streamText,
  textString,
} from '../pdf/document.ts'
import { union } from '../pdf/geometry.ts'
import { writeMetadata } from '../pdf/metadata.ts'
import { movePatterns } from '../pdf/page-patterns.ts'
import { Fonts, repairText } from '../pdf/text-repair.ts'
import { markArtifacts } from './content/artifacts.ts'
import { markEnglish } from './content/foreign-passages.ts'
import { missingSpaces, type SpaceCode, withSpaces } from './content/word-breaks.ts'
import { moveDestinations, namedPages } from './destinations.ts'
import { describeLinks, moveLinks } from './links.ts'
import { clean, writeOutline } from './outline.ts'
import { joinPieces, placeNotes } from './tree/join.ts'
import { completeParts, groupSections, levelHeadings } from './tree/parts.ts'
import { plainTree } from './tree/plain.ts'
import { contentKey, contentsOf, type Element, elementsOf, keyOf, readStructure } from './tree/read.ts'
import { readTagged, type TaggedContent } from './tree/tagged-content.ts'
import { writeStructure } from './tree/write.ts'

export interface ScreenOptions {
  /** Bleed of the layout in millimetres. */
  readonly layoutBleed: number
  /** One record per page of the raw file, in order. */
  readonly pages: readonly PageRecord[]
}

/** The space of the first of these fonts that has one. */
function spaceIn(fonts: readonly string[], fontNamed: ReturnType<Fonts['namedIn']>): SpaceCode | undefined {
  const font = fonts.find((it) => fontNamed(it)?.codeOf(' ') !== undefined)
  return font === undefined ? undefined : { font, code: fontNamed(font)!.codeOf(' ')! }
}

/** Cuts the page to its trim, with its origin at the lower left corner. */
function cutPage(page: PDFPage, content: string, shift: Shift, width: number, height: number): void {
  const { node } = page
  const { context } = page.doc
  const clip = `0 0 ${round(width)} ${round(height)} re W n`
  movePatterns(page, shift)
  setPageContent(page, `q ${clip} 1 0 0 1 ${round(shift.x)} ${round(shift.y)} cm\n${content}\nQ\n`)
  for (const key of ['TrimBox', 'BleedBox', 'ArtBox']) node.delete(name(key))
  for (const key of ['MediaBox', 'CropBox']) node.set(name(key), boxArray(context, [0, 0, width, height]))
  // Keyboard order follows the structure, not the place on the page (ISO 32000-1 table 30).
  node.set(name('Tabs'), name('S'))
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

/** Keys of the marked content of pictures with alternative text: their lines and areas are the picture. */
function picturedContent(tree: Element): Set<string> {
  const keys = new Set<string>()
  for (const element of elementsOf(tree)) {
    if (element.alt) for (const content of contentsOf(element)) keys.add(keyOf(content))
  }
  return keys
}

/** The tree as a reader is to have it: by article, in the order of the manuscript. */
function logicalTree(
  printed: Element,
  content: ReadonlyMap<string, TaggedContent>,
  artifacts: Set<string>,
  language: string,
) {
  const tree = joinPieces(plainTree({ ...printed, language }, { content, artifacts }))
  placeNotes(tree)
  completeParts(tree)
  groupSections(tree)
  levelHeadings(tree)
  markEnglish(tree, content, language)
  return tree
}

/**
 * The screen edition of a printed layout.
 * @param raw the file of Chromium, tagged: each page is trim and layout bleed on each side, measured from the top left.
 * @returns the file, PDF 1.7, that claims to be PDF/UA-1; whether it is, the proof tells. The same file gives the same bytes.
 * @throws Error where the file has no tags, or another number of pages than `options.pages`.
 */
export async function finishScreen(raw: Uint8Array, issue: Issue, options: ScreenOptions): Promise<Uint8Array> {
  const document = await openPdf(raw)
  const { context, catalog } = document
  const pages = document.getPages()
  if (pages.length !== options.pages.length) {
    throw new Error(`the printed PDF has ${pages.length} pages, the layout ${options.pages.length}`)
  }
  const printed = readStructure(document)
  repairText(document)

  const width = points(issue.page.trim.width)
  const height = points(issue.page.trim.height)
  const area = typeArea(issue.page)
  const edges = { top: height - points(area.head), bottom: points(area.foot) }
  const bleed = points(options.layoutBleed)
  const shifts = new Map<string, Shift>()
  for (const page of pages) {
    const media = page.getMediaBox()
    shifts.set(page.ref.toString(), { x: -bleed - media.x, y: height - (media.y + media.height - bleed) })
  }
  const fonts = new Fonts()
  const pictured = picturedContent(printed)
  const content = new Map<string, TaggedContent>()
  const artifacts = new Set<string>()
  const tagged = pages.map((page) => {
    const source = pageContent(page)
    const resources = page.node.Resources() ?? context.obj({})
    const isPicture = (id: number): boolean => pictured.has(contentKey(page.ref, id))
    const found = readTagged(source, fonts.namedIn(resources), isPicture)
    for (const [id, tagged] of found) {
      const key = contentKey(page.ref, id)
      content.set(key, tagged)
      // The bullet of an item may be drawn, and is its label all the same.
      if (tagged.pathsOnly && tagged.type !== 'Lbl' && !pictured.has(key)) artifacts.add(key)
    }
    return { page, source, ids: [...found.keys()], fontNamed: fonts.namedIn(resources) }
  })
  const tree = logicalTree(printed, content, artifacts, issue.language)
  const placed = new Set([...contentsOf(tree)].map(keyOf))
  const spaces = missingSpaces(tree, content)
  for (const { page, source, ids, fontNamed } of tagged) {
    const shift = shifts.get(page.ref.toString())!
    const untag = new Set(ids.filter((id) => !placed.has(contentKey(page.ref, id))))
    const used = ids.flatMap((id) => content.get(contentKey(page.ref, id))?.runs.map(({ font }) => font) ?? [])
    const spaceOf = (font: string) => spaceIn([font, ...new Set(used)], fontNamed)
    const spaced = withSpaces(source, spaces.get(page.ref.toString()) ?? [], spaceOf)
    const marked = markArtifacts(spaced, {
      untag,
      isTagged: (xobject) => hasTags(page, xobject),
      top: edges.top - shift.y,
      bottom: edges.bottom - shift.y,
    })
    cutPage(page, marked, shift, width, height)
    moveLinks(page, shift, width, height)
  }
  catalog.delete(name('Outlines'))
  moveDestinations(document, shifts)

  const onPage = (key: string, box: Box | undefined): Box | undefined => {
    const shift = shifts.get(key.slice(0, key.indexOf('/')))
    return box && shift && (movedBy(box, shift) as unknown as Box)
  }
  const boxOf = (key: string): Box | undefined => onPage(key, content.get(key)?.box)
  const linesOf = (key: string): Box | undefined => onPage(key, content.get(key)?.lines)
  const places = namedPages(document)
  const titles = new Map(issue.articles.map(({ id, title }) => [id, clean(title)]))
  describeLinks(tree, {
    content,
    folioOf: (destination) => options.pages[places.get(destination) ?? -1]?.folio ?? '',
    titleOf: (destination) => titles.get(destination),
  })
  writeOutline(document, tree, issue, { content, linesOf })
  writeStructure(document, tree, {
    language: issue.language,
    boxOf: (figure) => figureBox(figure, boxOf, width, height),
  })

  setPageLabels(document, options.pages)
  catalog.set(name('Lang'), PDFString.of(issue.language))
  catalog.set(name('MarkInfo'), context.obj({ Marked: true }))
  catalog.set(name('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  writeMetadata(document, issue, 'screen', { pdfua: true })
  return serialize(document, { minor: 7, objectStreams: true })
}

/** Where a figure stands, cut to the page; undefined where it stands on several. */
function figureBox(
  figure: Element,
  boxOf: (key: string) => Box | undefined,
  width: number,
  height: number,
): Box | undefined {
  const contents = [...contentsOf(figure)]
  if (new Set(contents.map(({ page }) => page)).size !== 1) return undefined
  const boxes = contents.map((content) => boxOf(keyOf(content))).filter((box) => box !== undefined)
  if (boxes.length === 0) return undefined
  const [x0, y0, x1, y1] = boxes.reduce(union)
  return [Math.max(0, x0), Math.max(0, y0), Math.min(width, x1), Math.min(height, y1)]
}

/**
 * In: the finished print edition of a glued issue, and its spine. Out: the cover as it is printed: one sheet with back cover,
 * spine and front cover outside, and both inside pages with a blank spine inside.
 */
import { PDFObjectCopier } from '@cantoo/pdf-lib'
import type { Browser } from 'puppeteer-core'
import { narrowestSpine, spineWidth } from '../../model/binding.ts'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { PagedDocument } from '../../model/edition.ts'
import type { Issue } from '../../model/issue.ts'
import { heiOutlines } from '../fonts/outlines.ts'
import { openPdf, points } from '../pdf/document.ts'
import { finishPrint, type PrintOptions, type PrintReport } from '../print/finish-print.ts'
import { slug } from '../print/sheet.ts'
import { addSheet, formOf, type Panel, sameGroup, serializeSheets } from './press-sheet.ts'
import { printSpine } from './spine.ts'

export interface CoverSheet {
  readonly bytes: Uint8Array
  /** Of the spine alone; the covers are in the report of the print edition. */
  readonly report: PrintReport
  readonly diagnostics: readonly Diagnostic[]
}

export interface CoverOptions extends PrintOptions {
  /** Name of the cover's file, for diagnostics. */
  readonly file: string
}

/**
 * The wrap-around cover of a glued issue, two pages.
 * @param print from `finishPrint`; the cover keeps its header, output intent, metadata and fonts.
 * @param spine from `layoutSpine`, for as many pages as `print` has. It is finished as an issue of the spine's width.
 */
export async function coverSheet(
  print: Uint8Array,
  issue: Issue,
  browser: Browser,
  spine: PagedDocument,
  options: CoverOptions,
): Promise<CoverSheet> {
  const document = await openPdf(print)
  const pages = document.getPages()
  const count = pages.length
  const spineMillimetres = spineWidth(issue, count)
  const { trim } = issue.page
  const page = { ...issue.page, trim: { width: spineMillimetres, height: trim.height } }
  const finished = await finishPrint(await printSpine(browser, spine), { ...issue, page }, options)

  const other = await openPdf(finished.bytes)
  const ownForm = formOf(other.getPages()[0]!, { left: 0, right: 0 })
  const spineForm = PDFObjectCopier.for(other.context, document.context).copy(ownForm)

  const bleed = points(issue.page.bleed)
  const [width, height, middle] = [points(trim.width), points(trim.height), points(spineMillimetres)]
  const [front, insideFront, insideBack, back] = [pages[0]!, pages[1]!, pages[count - 2]!, pages[count - 1]!]
  const outlines = await heiOutlines()
  const panels = (left: typeof front, right: typeof front): Panel[] => [
    { form: formOf(left, { left: bleed, right: 0 }), x: 0 },
    { form: formOf(right, { left: 0, right: bleed }), x: width + middle },
  ]
  const shared = {
    trim: { width: 2 * width + middle, height },
    bleed,
    edge: { x: points(slug) + bleed, y: points(slug) + bleed },
    folds: [width, width + middle],
  }
  const label = (side: string) =>
    `${issue.journal.name} ${issue.numbering.fullLabel}　封面${side}　书脊 ${spineMillimetres} mm`
  addSheet(
    document,
    {
      ...shared,
      panels: [{ form: spineForm, x: width }, ...panels(back, front)],
      label: label('外面'),
      group: sameGroup([back, front]),
    },
    outlines,
  )
  addSheet(
    document,
    {
      ...shared,
      panels: panels(insideFront, insideBack),
      label: label('里面'),
      group: sameGroup([insideFront, insideBack]),
    },
    outlines,
  )
  for (const _ of pages) document.removePage(0)
  const facts = { width: spineMillimetres, least: narrowestSpine }
  return {
    bytes: await serializeSheets(document, print),
    report: finished.report,
    diagnostics:
      spineMillimetres < narrowestSpine ? [diagnostic('printing/spine-narrow', { file: options.file }, facts)] : [],
  }
}

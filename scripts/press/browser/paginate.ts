/**
 * A paged document in, one laid-out PDF and its page map out: the one place that goes around pagedjs-cli.
 *
 * Its Printer stays the way into Paged.js. What it does after layout is not used: its puppeteer asks for no tags and no
 * outline, its TrimBox lies outside the sheet (213×288 mm for 210×285 mm), its dates are now. Its own browser is not
 * used either, because it would have to be downloaded; `printer.browser` is set before `render()`.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Printer from 'pagedjs-cli'
import type { Browser, Page } from 'puppeteer-core'
import type { PageRecord } from '../../model/artifact.ts'
import type { PagedDocument } from '../../model/edition.ts'
import { attributes } from '../../model/markup.ts'
import { fontFaceCss, subsetFaces } from '../fonts/subset.ts'
import type { InPageProgram } from '../in-page/program.ts'
import type { AtHand, DividedTitle, LayoutFault, TightTable } from '../in-page/report/told.ts'
import type { InPageSettings } from '../in-page/settings.ts'
import { inPageProgram } from './in-page-program.ts'
import { shootPages } from './page-pictures.ts'

export interface Pagination {
  /** The PDF as Chromium writes it: tagged, with outline, sheet of trim and laid-out bleed. */
  readonly raw: Uint8Array
  readonly pages: readonly PageRecord[]
  /** Titles that break where nobody has said that they may. */
  readonly divided: readonly DividedTitle[]
  /** Blocks and pages that are as the browser made them, because a step of ours failed. */
  readonly faults: readonly LayoutFault[]
  /** Tables whose words have no room. */
  readonly tight: readonly TightTable[]
  /** Ids of the features whose names or title had no room on their ground. */
  readonly plain: readonly string[]
  /** A small JPEG of each page, for people to look at. */
  readonly pictures: readonly Uint8Array[]
  /** Blank pages that fill the signature besides those of the manifest. */
  readonly added: number
}

export interface PaginateOptions {
  readonly settings: InPageSettings
  /** Bleed that is laid out around the trim, in millimetres. */
  readonly bleed: number
  readonly trim: { readonly width: number; readonly height: number }
  /** Pages laid out so far, and the running title of the article at hand. */
  readonly onPage: (laidOut: number, article: string | undefined) => void
  /** Layout is done, Chromium prints. */
  readonly onPrint: () => void
  readonly signal: AbortSignal
}

/** The layout of a page failed: a fault of ours, with the place in the text that was at hand. */
export class PageFault extends Error {
  override readonly name = 'PageFault'
  readonly at: AtHand

  constructor(at: AtHand, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.at = at
  }
}

/** A page whose program does not answer is asked no longer than this, in milliseconds. */
const patience = 3000

/** What was being laid out; nothing known where the page does not answer any more. */
async function handled(page: Page | undefined): Promise<AtHand> {
  const unknown: AtHand = { article: null, block: null }
  const asked = page?.evaluate(() => kanben.atHand()).catch(() => unknown)
  return Promise.race([asked ?? unknown, new Promise<AtHand>((done) => setTimeout(done, patience, unknown).unref())])
}

/** No page for this long means that Paged.js hangs (its issues 27, 29, 106); the length of an issue sets no limit. */
const silence = 60_000
/** Before the first page all lines are composed, which grows with the text: so many milliseconds more for each character. */
const composing = 1

/**
 * Makes every run the same: Paged.js names its footnotes by UUIDs of chance and clock, which end as names of
 * destinations in the PDF.
 */
const determinism = () => {
  let seed = 1
  Math.random = () => {
    seed = (seed * 16807) % 2147483647
    return seed / 2147483647
  }
  Date.prototype.getTime = () => 0
  performance.now = () => 0
}

declare global {
  /** The program that is put into every page before anything else. */
  const kanben: InPageProgram
}

/** pagedjs-cli awaits `PagedConfig.before` between the loading of Paged.js and its layout. As text, since tsx changes functions. */
const preparation = (settings: InPageSettings): string =>
  `window.PagedConfig = { auto: false, before: () => kanben.prepare(${JSON.stringify(settings)}) }`

/** Rejects when no page has been laid out for a while, the first time `more` milliseconds longer, or the caller gives up. */
function watch(signal: AbortSignal, more: number): { alive(): void; failed: Promise<never>; stop(): void } {
  let timer: NodeJS.Timeout
  let abort = () => {}
  let alive = () => {}
  const failed = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    const wait = (milliseconds: number) => {
      clearTimeout(timer)
      const seconds = Math.round(milliseconds / 1000)
      timer = setTimeout(() => reject(new Error(`Paged.js laid out no page for ${seconds} s`)), milliseconds)
    }
    alive = () => wait(silence)
    wait(silence + more)
  })
  // The race may be over before this one is looked at again.
  failed.catch(() => {})
  return {
    alive,
    failed,
    stop() {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    },
  }
}

/** Everything the page needs in one folder of its own; the browser may read that folder and nothing else. */
async function writeWorkFolder(document: PagedDocument): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kanben-layout-'))
  const fonts = fontFaceCss(await subsetFaces(document.html + document.css, document.faces))
  const styles = `<style ${attributes.pagedjsIgnore}>${fonts}</style>\n<style>${document.css}</style>\n</head>`
  // A function as replacement: `$` in a style sheet must stay what it is.
  await writeFile(
    path.join(folder, 'index.html'),
    document.html.replace('</head>', () => styles),
  )
  for (const resource of document.resources) {
    const file = path.join(folder, resource.src)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, resource.data)
  }
  return folder
}

/**
 * Lays the document out and prints it once.
 * @throws PageFault where a page could not be laid out; the signal's reason where it is aborted.
 */
export async function paginate(
  browser: Browser,
  document: PagedDocument,
  options: PaginateOptions,
): Promise<Pagination> {
  const [folder, program] = await Promise.all([writeWorkFolder(document), inPageProgram()])
  const guard = watch(options.signal, document.html.length * composing)
  const complaints: string[] = []
  let page: Page | undefined
  try {
    const printer = new Printer({
      allowLocal: true,
      allowRemote: false,
      allowedPaths: [folder],
      closeAfter: false,
      emulateMedia: 'print',
    })
    printer.browser = {
      newPage: async () => {
        page = await browser.newPage()
        page.on('console', (message) => {
          // Paged.js skips what it cannot lay out and only says so here: words would be lost.
          if (/unable to layout/i.test(message.text())) complaints.push(message.text())
        })
        page.on('pageerror', (error) => complaints.push(error instanceof Error ? error.message : String(error)))
        await page.evaluateOnNewDocument(determinism)
        await page.evaluateOnNewDocument(`${program}\n${preparation(options.settings)}`)
        return page
      },
      close: async () => {},
    }
    let laidOut = 0
    printer.on('page', () => {
      guard.alive()
      const count = ++laidOut
      // The page may be gone by the time it is asked; progress is no reason to fail.
      page
        ?.evaluate(() => kanben.articleAtHand())
        .then(
          (article) => options.onPage(count, article),
          () => {},
        )
    })
    const rendered = await Promise.race([printer.render(`file://${path.join(folder, 'index.html')}`), guard.failed])
    if (complaints.length > 0) throw new Error(`Paged.js: ${complaints.join('; ')}`)
    const finished = await rendered.evaluate(
      ({ signature, fillers }) => kanben.finishPages(signature, fillers),
      options.settings,
    )
    options.onPrint()
    const raw = await Promise.race([
      rendered.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0 }),
      guard.failed,
    ])
    const pictures = await shootPages(rendered, options)
    const divided = await rendered.evaluate(() => kanben.dividedTitles())
    const faults = await rendered.evaluate(() => kanben.layoutFaults())
    const tight = await rendered.evaluate(() => kanben.tightTables())
    const plain = await rendered.evaluate(() => kanben.plainOpeners())
    return { raw, pages: finished.pages, divided, faults, tight, plain, pictures, added: finished.added }
  } catch (error) {
    if (options.signal.aborted || !browser.connected) throw error
    throw new PageFault(await handled(page), error)
  } finally {
    guard.stop()
    if (page && !page.isClosed()) await page.close().catch(() => {})
    await rm(folder, { recursive: true, force: true })
  }
}

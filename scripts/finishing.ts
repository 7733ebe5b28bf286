/** A laid-out issue in; the file of each edition, and what the printing house gets besides, out. */
import { createHash } from 'node:crypto'
import { layoutEpub } from './markup/epub.ts'
import { coverSize, layoutEpubCover } from './markup/epub-cover.ts'
import { ownCharacters, rareCharacters } from './markup/epub-rare.ts'
import { jobSheet, jobSheetText } from './markup/job-sheet.ts'
import { layoutBleed } from './markup/paged.ts'
import { layoutSpine } from './markup/spine.ts'
import type { Templates } from './markup/templates.ts'
import type { Artifact } from './model/artifact.ts'
import { type Diagnostic, diagnostic } from './model/diagnostic.ts'
import { type EditionName, editions } from './model/edition.ts'
import type { Issue } from './model/issue.ts'
import type { JobRow } from './model/job.ts'
import type { Companion, Progress } from './model/outcome.ts'
import type { Binding } from './model/printing.ts'
import type { ProvedArtifact } from './model/proof.ts'
import type { Browser } from './press/browser/browser.ts'
import type { Pagination } from './press/browser/paginate.ts'
import { drawCover } from './press/epub/cover.ts'
import { writeEpub } from './press/epub/pack.ts'
import { type PictureProfile, preparePictures } from './press/epub/pictures.ts'
import { ownRareFace, rareFace } from './press/fonts/rare-font.ts'
import { finishPrint } from './press/print/finish-print.ts'
import { reportDiagnostics } from './press/print/print-report.ts'
import { finishScreen } from './press/screen/finish-screen.ts'
import { coverSheet } from './press/sheets/cover-sheet.ts'
import { impose } from './press/sheets/imposition.ts'

export interface FinishOptions {
  readonly editions: readonly EditionName[]
  /** Printer's spreads of the print edition, for this binding. */
  readonly imposition?: Binding
  /** Pictures of the EPUB; as they are unless given. */
  readonly images?: PictureProfile
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** What finishing one edition goes by. */
export interface LaidOut {
  readonly issue: Issue
  /** Null where no paged edition is made: an EPUB alone has no page list. */
  readonly printed: Pagination | null
  readonly templates: Templates
  readonly browser: Browser
}

/** What finishing an edition with pages goes by. */
type Printed = LaidOut & { readonly printed: Pagination }

interface Finished {
  readonly bytes: Uint8Array
  readonly diagnostics: readonly Diagnostic[]
}

/** What the printing house gets besides, by the id of the issue. */
export const companionFiles: Readonly<Record<Companion['kind'], (id: string) => string>> = {
  imposition: (id) => `${id}-imposed.pdf`,
  cover: (id) => `${id}-cover.pdf`,
  job: (id) => `${id}-job.txt`,
}

/** What is made for the printing house of a print edition; not yet on disk. */
export interface PrintersFile {
  readonly kind: Companion['kind']
  readonly file: string
  readonly bytes: Uint8Array
}

export interface FinishedEditions {
  readonly artifacts: readonly Artifact[]
  /** Seconds that each edition took of its own. */
  readonly seconds: ReadonlyMap<EditionName, number>
  /** PDFs: the job sheet is written when they are proved. */
  readonly companions: readonly PrintersFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Makes an edition's file of the one layout. */
async function finish(edition: EditionName, laid: LaidOut, file: string, options: FinishOptions): Promise<Finished> {
  if (edition === 'epub') return { bytes: await finishEpub(laid, options), diagnostics: [] }
  const { issue, printed } = laid
  if (!printed) throw new Error(`there are no pages to make the ${edition} edition of`)
  const pages = { layoutBleed: layoutBleed(issue), pages: printed.pages }
  if (edition === 'screen') return { bytes: await finishScreen(printed.raw, issue, pages), diagnostics: [] }
  const { bytes, report } = await finishPrint(printed.raw, issue, pages)
  return { bytes, diagnostics: reportDiagnostics(report, issue.printing, file) }
}

async function finishEpub(
  { issue, printed, templates, browser }: LaidOut,
  { images = 'original' }: FinishOptions,
): Promise<Uint8Array> {
  const own = ownCharacters(issue)
  const [cover, pictures, ...rare] = await Promise.all([
    drawCover(browser, layoutEpubCover(issue, templates), coverSize),
    preparePictures(issue, images),
    rareFace(rareCharacters(issue)),
    ...issue.faces.map((face, i) => ownRareFace(face, own[i]!)),
  ])
  const book = layoutEpub(issue, templates, cover, {
    ...(printed && { pages: printed.pages }),
    pictures,
    rareFaces: rare.filter((face) => face !== undefined),
  })
  return writeEpub(book)
}

/** @throws the signal's reason where it is aborted. */
export async function finishEditions(laid: LaidOut, options: FinishOptions): Promise<FinishedEditions> {
  const { issue, printed } = laid
  const artifacts: Artifact[] = []
  const seconds = new Map<EditionName, number>()
  const diagnostics: Diagnostic[] = []
  for (const edition of options.editions) {
    options.signal.throwIfAborted()
    const begun = performance.now()
    options.progress({ stage: edition === 'epub' ? 'epub' : 'finish', edition })
    const file = `${issue.id}${editions[edition].suffix}`
    const finished = await finish(edition, laid, file, options)
    artifacts.push({ edition, file, bytes: finished.bytes })
    diagnostics.push(...finished.diagnostics)
    seconds.set(edition, (performance.now() - begun) / 1000)
  }
  const print = artifacts.find(({ edition }) => edition === 'print')
  if (!print || !printed) return { artifacts, seconds, companions: [], diagnostics }
  const made = await printersFiles({ ...laid, printed }, print, options)
  return { artifacts, seconds, ...made, diagnostics: [...diagnostics, ...made.diagnostics] }
}

/** Printer's spreads where they are asked for, and the wrap-around cover where the issue is glued. */
async function printersFiles(
  { issue, printed, templates, browser }: Printed,
  print: Artifact,
  { imposition }: FinishOptions,
): Promise<Pick<FinishedEditions, 'companions' | 'diagnostics'>> {
  const { binding } = issue.printing
  const pages = printed.pages.length
  const companions: PrintersFile[] = []
  const diagnostics: Diagnostic[] = []
  if (imposition && imposition !== binding) {
    diagnostics.push(diagnostic('printing/imposition-binding', { file: print.file }, { imposition, binding }))
  } else if (imposition) {
    const file = companionFiles.imposition(issue.id)
    const imposed = await impose(print.bytes, issue, { file })
    diagnostics.push(...imposed.diagnostics)
    if (imposed.bytes) companions.push({ kind: 'imposition', file, bytes: imposed.bytes })
  }
  if (binding === 'perfect') {
    const file = companionFiles.cover(issue.id)
    const spine = layoutSpine(issue, templates, pages)
    const cover = await coverSheet(print.bytes, issue, browser, spine, { layoutBleed: layoutBleed(issue), file })
    diagnostics.push(...reportDiagnostics(cover.report, issue.printing, file), ...cover.diagnostics)
    companions.push({ kind: 'cover', file, bytes: cover.bytes })
  }
  return { companions, diagnostics }
}

/**
 * The job sheet of finished and proved files; empty without a print edition that can be read.
 * @param companions the PDFs that go to the printing house with the print edition.
 */
export function jobOf(
  issue: Issue,
  proved: readonly ProvedArtifact[],
  companions: readonly Pick<PrintersFile, 'file' | 'bytes'>[],
): readonly JobRow[] {
  const print = proved.find(({ edition }) => edition === 'print')
  if (!print?.plates) return []
  const files = companions.map(({ file, bytes }) => ({
    name: file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }))
  const facts = { pages: print.pages.length, plates: print.plates }
  return jobSheet(issue, { ...facts, files: [{ name: print.file, sha256: print.sha256 }, ...files] })
}

/** The job sheet as a file; none of an empty one. */
export function jobFile(issue: Issue, job: readonly JobRow[]): readonly PrintersFile[] {
  if (job.length === 0) return []
  return [{ kind: 'job', file: companionFiles.job(issue.id), bytes: Buffer.from(jobSheetText(job)) }]
}

/** The stages in their order: an issue folder in, proved artifacts in place out. Only this file knows which comes after which. */
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type FinishedEditions, type FinishOptions, finishEditions } from './finishing.ts'
import { inspect, inspected } from './inspection.ts'
import { layoutBleed, layoutPaged } from './layout/paged.ts'
import type { Templates } from './layout/templates.ts'
import type { Artifact } from './model/artifact.ts'
import { type Diagnostic, diagnostic, hasErrors, type Locale } from './model/diagnostic.ts'
import { editionNames, editions } from './model/edition.ts'
import type { Issue } from './model/issue.ts'
import type { Outcome, Progress } from './model/outcome.ts'
import type { Proof } from './model/proof.ts'
import { type Browser, browserVersion, launchBrowser } from './press/browser.ts'
import { inPageSettings } from './press/in-page/settings.ts'
import { layoutReport } from './press/layout-report.ts'
import { FillerShortage, type Pagination, paginate } from './press/paginate.ts'
import { prove } from './proof/prove.ts'
import { proofHtml, proofJson } from './proof/report.ts'
import { applyWaivers } from './read/waivers.ts'

export interface BuildOptions extends FinishOptions {
  readonly out: string
  /** Builds in spite of errors in the manuscript, stamps every page, and writes to a folder of its own. */
  readonly draft: boolean
  readonly locale: Locale
}

const root = path.resolve(import.meta.dirname, '..')

async function toolName(): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
  return `kanben ${version}`
}

/**
 * Checks, prints and proves an issue, and puts the artifacts in place once all of them are proved.
 * @throws EnvironmentError where the machine lacks something; the signal's reason where it is aborted.
 */
export async function buildIssue(folder: string, options: BuildOptions): Promise<Outcome> {
  const { issue, sources, waivers, templates, ...inspection } = await inspect(folder, options.progress)
  const found = [...inspection.found]
  const diagnostics = applyWaivers(found, waivers, inspected)
  const nothing = { sources, delivered: [] }
  if (!issue || (hasErrors(diagnostics) && !options.draft)) return { ...nothing, diagnostics }
  const laid = await layOutAndFinish(issue, templates, folder, options)
  if (!('printed' in laid)) return { ...nothing, diagnostics: [...diagnostics, laid] }
  const { printed, finished, shared } = laid
  const { artifacts, companions } = finished
  found.push(...layoutReport(issue, printed), ...finished.diagnostics)

  options.progress({ stage: 'prove' })
  const tool = `${await toolName()} (${await browserVersion()}, Paged.js 0.4.3)`
  const sheets = companions.filter(({ file }) => file.endsWith('.pdf'))
  const proof = await prove(issue, artifacts, tool, sheets)
  const all = applyWaivers([...found, ...besides(proof.diagnostics, found)], waivers, looked(artifacts))
  // A draft forgives what is wrong with the manuscript, never what the proof found.
  const failing = options.draft ? applyWaivers(proof.diagnostics, waivers, new Set()) : all
  if (hasErrors(failing)) return { ...nothing, diagnostics: all }
  options.signal.throwIfAborted()

  options.progress({ stage: 'write' })
  const target = path.join(options.out, options.draft ? `${issue.id}-draft` : issue.id)
  const pictures = printed.pictures.map((data, index) => ({
    page: index + 1,
    dataUri: `data:image/jpeg;base64,${Buffer.from(data).toString('base64')}`,
    bleed: layoutBleed(issue),
  }))
  await putInPlace(target, [
    ...[...artifacts, ...companions].map(({ file, bytes }) => ({ file, bytes })),
    ...reportFiles(proof, issue, options.locale, pictures, finished.job),
  ])
  return {
    diagnostics: all,
    sources,
    ...(proof.copyfit && { copyfit: proof.copyfit }),
    delivered: artifacts.map(({ edition, file, bytes }) => ({
      edition,
      path: path.join(target, file),
      pages: editions[edition].kind === 'paged' ? printed.pages.length : null,
      bytes: bytes.length,
      seconds: finished.seconds.get(edition)! + (editions[edition].kind === 'paged' ? shared : 0),
    })),
    companions: companions.map(({ kind, file, bytes }) => ({
      kind,
      path: path.join(target, file),
      bytes: bytes.length,
    })),
  }
}

/** Of a coarse picture the press tells the name; the proof, which found it in the file, need not tell it again. */
function besides(proved: readonly Diagnostic[], found: readonly Diagnostic[]): readonly Diagnostic[] {
  const named = new Set(
    found.filter(({ code }) => code.startsWith('printing/picture-')).map(({ place }) => place?.page),
  )
  return proved.filter(({ code, place }) => code !== 'typography/resolution' || !named.has(place?.page))
}

/** Areas that were looked at: a waiver for an edition that was not made is not unused. Undefined stands for all. */
function looked(artifacts: readonly Artifact[]): ReadonlySet<string> | undefined {
  if (artifacts.length === editionNames.length) return undefined
  // Some rules of the page are held by the print edition alone.
  const printed = artifacts.some(({ edition }) => edition === 'print')
  return printed ? new Set([...inspected, 'typography']) : inspected
}

const reportFiles = (
  proof: Proof,
  issue: Issue,
  locale: Locale,
  pictures?: Parameters<typeof proofHtml>[3],
  job?: Parameters<typeof proofHtml>[4],
): { file: string; bytes: Uint8Array }[] => [
  { file: 'proof.json', bytes: Buffer.from(proofJson(proof)) },
  { file: 'proof.html', bytes: Buffer.from(proofHtml(proof, issue, locale, pictures, job)) },
]

interface LaidAndFinished {
  readonly printed: Pagination
  readonly finished: FinishedEditions
  /** Seconds of the layout, which the paged editions share. */
  readonly shared: number
}

/** One browser for the pages, the cover of the EPUB and the spine. */
async function layOutAndFinish(
  issue: Issue,
  templates: Templates,
  folder: string,
  options: BuildOptions,
): Promise<LaidAndFinished | Diagnostic> {
  options.progress({ stage: 'paginate', pages: 0 })
  const started = performance.now()
  const browser = await launchBrowser()
  try {
    const printed = await layOutPages(issue, templates, folder, browser, options)
    if (!('raw' in printed)) return printed
    const shared = (performance.now() - started) / 1000
    return { printed, finished: await finishEditions({ issue, printed, templates, browser }, options), shared }
  } finally {
    await browser.close().catch(() => {})
  }
}

/** One pagination for every edition: readers of the paper, the screen and the EPUB then mean the same page. */
async function layOutPages(
  issue: Issue,
  templates: Templates,
  folder: string,
  browser: Browser,
  options: BuildOptions,
): Promise<Pagination | Diagnostic> {
  const document = layoutPaged(issue, templates, { draft: options.draft })
  try {
    return await paginate(browser, document, {
      settings: inPageSettings(issue),
      bleed: layoutBleed(issue),
      trim: issue.page.trim,
      onPage: (pages, article) => options.progress({ stage: 'paginate', pages, ...(article && { article }) }),
      onPrint: () => options.progress({ stage: 'print' }),
      signal: options.signal,
    })
  } catch (error) {
    if (!(error instanceof FillerShortage)) throw error
    const { pages, missing } = error
    const place = { file: path.join(folder, 'issue.yaml') }
    return diagnostic('layout/filler-short', place, { pages, missing, signature: issue.page.signature })
  }
}

/** Writes everything beside the target first and renames file by file: nobody ever sees half a file under its final name. */
async function putInPlace(target: string, files: readonly { file: string; bytes: Uint8Array }[]): Promise<void> {
  await mkdir(target, { recursive: true })
  const staging = await mkdtemp(path.join(path.dirname(target), `.${path.basename(target)}-`))
  try {
    for (const { file, bytes } of files) await writeFile(path.join(staging, file), bytes)
    for (const { file } of files) await rename(path.join(staging, file), path.join(target, file))
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** Proves again what is in `out`, from the files alone, and rewrites the proof beside them. */
export async function proveIssue(
  folder: string,
  options: { readonly out: string; readonly locale: Locale; readonly progress: Progress },
): Promise<Outcome> {
  const { issue, found, sources, waivers } = await inspect(folder, options.progress)
  if (!issue) return { diagnostics: applyWaivers(found, waivers, inspected), sources, delivered: [] }
  const target = path.join(options.out, issue.id)
  const artifacts: Artifact[] = []
  for (const edition of editionNames) {
    const file = `${issue.id}${editions[edition].suffix}`
    const bytes = await readFile(path.join(target, file)).catch(() => null)
    if (bytes) artifacts.push({ edition, file, bytes: new Uint8Array(bytes) })
  }
  if (artifacts.length === 0) {
    const none = diagnostic('proof/nothing-built', { file: target })
    return { diagnostics: [...applyWaivers(found, waivers, inspected), none], sources, delivered: [] }
  }
  options.progress({ stage: 'prove' })
  const started = performance.now()
  const proof: Proof = await prove(issue, artifacts, await toolName())
  const seconds = (performance.now() - started) / 1000
  await putInPlace(target, reportFiles(proof, issue, options.locale))
  return {
    diagnostics: applyWaivers([...found, ...proof.diagnostics], waivers, looked(artifacts)),
    sources,
    ...(proof.copyfit && { copyfit: proof.copyfit }),
    delivered: proof.artifacts.map(({ edition, file, bytes, pages }) => ({
      edition,
      path: path.join(target, file),
      pages: editions[edition].kind === 'paged' ? pages.length : null,
      bytes,
      seconds,
    })),
  }
}

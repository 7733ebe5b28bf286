/** The stages in their order: an issue folder in, proved artifacts in place out. Only this file knows which comes after which. */
import path from 'node:path'
import { withoutArticle } from './assemble/stand-ins.ts'
import { markFaults } from './drafting.ts'
import { type FinishedEditions, type FinishOptions, finishEditions, jobFile, jobOf } from './finishing.ts'
import { inspect, inspected } from './inspection.ts'
import { layoutBleed, layoutPaged } from './markup/paged.ts'
import type { Templates } from './markup/templates.ts'
import { type Diagnostic, diagnostic, type Locale, releaseOf, stopsDelivery } from './model/diagnostic.ts'
import { isPaged } from './model/edition.ts'
import type { Issue } from './model/issue.ts'
import { LayoutFailure } from './model/layout-failure.ts'
import type { Outcome } from './model/outcome.ts'
import { type Browser, browserVersion, launchBrowser } from './press/browser/browser.ts'
import { layoutReport } from './press/browser/layout-report.ts'
import { PageFault, type Pagination, paginate } from './press/browser/paginate.ts'
import { inPageSettings } from './press/in-page/settings.ts'
import { picturesForScreens } from './press/print/pictures/inks.ts'
import { prove } from './proof/prove.ts'
import { followersOf } from './proof/verdict/followers.ts'
import { without } from './proof/verdict/verdict.ts'
import { judge, lookedAt, putInPlace, reportFiles, toolName } from './proving.ts'
import { manifestFile } from './read/folder.ts'
import { applyWaivers } from './read/waivers.ts'

export interface BuildOptions extends FinishOptions {
  readonly out: string
  /** Shows the pages whatever is wrong, with a stamp and the faults marked, and writes to a folder of its own. */
  readonly draft: boolean
  readonly locale: Locale
}

/** Everything that a run can come upon. */
const everyone = new Set(['inspection', 'press', 'proof'] as const)

/**
 * Checks, prints and proves an issue, and puts the artifacts in place where nothing that was found stops delivery.
 * @throws EnvironmentError where the machine lacks something; LayoutFailure where a page cannot be laid out; the signal's reason
 * where it is aborted.
 */
export async function buildIssue(folder: string, options: BuildOptions): Promise<Outcome> {
  const { draft, locale } = options
  const inspection = await inspect(folder, options.progress, draft ? locale : undefined)
  const { sources, waivers, templates } = inspection
  const found = [...inspection.found]
  const nothing = (diagnostics: readonly Diagnostic[]): Outcome => {
    return { sources, delivered: [], release: 'refused', diagnostics }
  }
  const read = applyWaivers(found, waivers, inspected)
  if (!inspection.issue || (read.some(stopsDelivery) && !draft)) return nothing(read)
  const pictures = await picturesForScreens(inspection.issue)
  const laid = await layOutAndFinish({ ...inspection.issue, resources: pictures }, templates, folder, options)
  const { issue, printed, finished, shared } = laid
  found.push(...laid.faults, ...finished.diagnostics)

  options.progress({ stage: 'prove' })
  const tool = `${await toolName()} (${await browserVersion()}, Paged.js 0.4.3)`
  const proved = await prove(issue, finished.artifacts, tool, finished.companions)
  const job = jobOf(issue, proved.artifacts, finished.companions)
  const companions = [...finished.companions, ...jobFile(issue, job)]
  // Only a draft is made in spite of what they follow from.
  const follows = draft ? followersOf(found) : () => false
  const told = found.filter((d) => !follows(d))
  const looked = lookedAt(finished.artifacts, everyone, options.imposition !== undefined)
  const { standing, proof } = judge(without(proved, follows), told, waivers, looked)
  const release = releaseOf(standing)
  if (release === 'refused' && !draft) return nothing(standing)
  options.signal.throwIfAborted()

  options.progress({ stage: 'write' })
  const target = path.join(options.out, draft ? `${issue.id}-draft` : issue.id)
  const whole = { artifacts: finished.artifacts, proof: { ...proof, ...(draft && { draft }) } }
  const shown = draft && printed ? await markFaults(issue, whole, standing, printed.pages, locale) : whole
  await putInPlace(target, [
    ...[...shown.artifacts, ...companions].map(({ file, bytes }) => ({ file, bytes })),
    ...reportFiles(shown.proof, issue, locale, templates, {
      pictures: printed?.pictures ?? [],
      bleed: layoutBleed(issue),
      job,
    }),
  ])
  return {
    diagnostics: standing,
    sources,
    release,
    ...(proof.copyfit && { copyfit: proof.copyfit }),
    delivered: shown.artifacts.map(({ edition, file, bytes }) => ({
      edition,
      path: path.join(target, file),
      pages: isPaged(edition) ? printed!.pages.length : null,
      bytes: bytes.length,
      seconds: finished.seconds.get(edition)! + (isPaged(edition) ? shared : 0),
    })),
    companions: companions.map(({ kind, file, bytes }) => ({
      kind,
      path: path.join(target, file),
      bytes: bytes.length,
    })),
  }
}

interface LaidAndFinished {
  /** As it was laid out: of a draft, without the articles that could not be. */
  readonly issue: Issue
  /** Null where no edition with pages is asked for. */
  readonly printed: Pagination | null
  readonly faults: readonly Diagnostic[]
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
): Promise<LaidAndFinished> {
  const started = performance.now()
  const browser = await launchBrowser()
  try {
    const paged = options.editions.some(isPaged)
    const laid = paged ? await layOutPages(issue, templates, browser, options) : { issue, printed: null, faults: [] }
    const { printed } = laid
    const shared = (performance.now() - started) / 1000
    const finished = await finishEditions({ issue: laid.issue, printed, templates, browser }, options)
    const told = printed
      ? [...layoutReport(laid.issue, printed), ...laid.faults, ...filled(printed, issue, folder)]
      : []
    return { issue: laid.issue, printed, faults: told, finished, shared }
  } finally {
    await browser.close().catch(() => {})
  }
}

/** An office expects full signatures; which pages fill them is told, and not asked. */
function filled({ added }: Pagination, { page }: Issue, folder: string): Diagnostic[] {
  const place = { file: manifestFile(folder) }
  return added > 0 ? [diagnostic('layout/filler-added', place, { added, signature: page.signature })] : []
}

/** One pagination for every edition: readers of the paper, the screen and the EPUB then mean the same page. */
async function layOutPages(
  issue: Issue,
  templates: Templates,
  browser: Browser,
  options: BuildOptions,
  left: ReadonlySet<string> = new Set(),
): Promise<{ issue: Issue; printed: Pagination; faults: readonly Diagnostic[] }> {
  options.progress({ stage: 'paginate', pages: 0 })
  const document = layoutPaged(issue, templates, { draft: options.draft })
  try {
    const printed = await paginate(browser, document, {
      settings: inPageSettings(issue),
      bleed: layoutBleed(issue),
      trim: issue.page.trim,
      onPage: (pages, article) => options.progress({ stage: 'paginate', pages, ...(article && { article }) }),
      onPrint: () => options.progress({ stage: 'print' }),
      signal: options.signal,
    })
    return { issue, printed, faults: [] }
  } catch (error) {
    if (!(error instanceof PageFault)) throw error
    const fault = faultIn(issue, error)
    const article = issue.articles.find(({ id }) => id === error.at.article)
    // Where the page that stands for an article fails again, something else is wrong.
    if (!options.draft || !article || !fault.article || left.has(article.id)) throw fault
    const without = withoutArticle(issue, article.id, error.message, options.locale)
    const told = diagnostic('layout/article-failed', fault.article.place, {
      title: article.title,
      reason: error.message,
    })
    const laid = await layOutPages(without, templates, browser, options, new Set([...left, article.id]))
    return { ...laid, faults: [told, ...laid.faults] }
  }
}

function faultIn({ articles }: Issue, error: PageFault): LayoutFailure {
  const { article: id, block } = error.at
  const article = articles.find((one) => one.id === id)
  const line = block === null ? undefined : article?.body[Number(block)]?.map?.[0]
  return new LayoutFailure(
    article ? { title: article.title, place: { file: article.file, ...(line !== undefined && { line }) } } : null,
    error,
  )
}

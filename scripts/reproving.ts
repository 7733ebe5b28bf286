/** What a build left of an issue in; the verdict on these files, made again from them alone, and its reports in place, out. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { companionFiles, jobOf } from './finishing.ts'
import { inspect, inspected } from './inspection.ts'
import type { Artifact } from './model/artifact.ts'
import { diagnostic, type Locale, releaseOf } from './model/diagnostic.ts'
import { editionNames, editions, isPaged } from './model/edition.ts'
import type { Issue } from './model/issue.ts'
import type { Outcome, Progress } from './model/outcome.ts'
import type { ProvedArtifact } from './model/proof.ts'
import { launchBrowser } from './press/browser/browser.ts'
import { drawPages } from './press/browser/pdf-pictures.ts'
import { prove } from './proof/prove.ts'
import { judge, lookedAt, putInPlace, reportFiles, type Shown, toolName } from './proving.ts'
import { applyWaivers } from './read/waivers.ts'

/** Null where there is no such file. */
const readIf = (file: string): Promise<Uint8Array | null> =>
  readFile(file).then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  )

/** Proves again what is in `out`, from the files alone, and rewrites the proof beside them. */
export async function proveIssue(
  folder: string,
  options: { readonly out: string; readonly locale: Locale; readonly progress: Progress },
): Promise<Outcome> {
  const { issue, found, sources, waivers, templates } = await inspect(folder, options.progress)
  if (!issue) return { diagnostics: applyWaivers(found, waivers, inspected), sources, delivered: [] }
  const target = path.join(options.out, issue.id)
  const artifacts: Artifact[] = []
  for (const edition of editionNames) {
    const file = `${issue.id}${editions[edition].suffix}`
    const bytes = await readIf(path.join(target, file))
    if (bytes) artifacts.push({ edition, file, bytes })
  }
  if (artifacts.length === 0) {
    const none = diagnostic('proof/nothing-built', { file: target })
    return { diagnostics: [...applyWaivers(found, waivers, inspected), none], sources, delivered: [] }
  }
  const companions: { file: string; bytes: Uint8Array }[] = []
  const imposed = companionFiles.imposition(issue.id)
  for (const file of [imposed, companionFiles.cover(issue.id)]) {
    const bytes = await readIf(path.join(target, file))
    if (bytes) companions.push({ file, bytes })
  }
  options.progress({ stage: 'prove' })
  const started = performance.now()
  const proved = await prove(issue, artifacts, await toolName(), companions)
  const isImposed = companions.some(({ file }) => file === imposed)
  const looked = lookedAt(artifacts, new Set(['inspection', 'proof']), isImposed)
  const { standing, proof } = judge(proved, found, waivers, looked)
  const seconds = (performance.now() - started) / 1000
  const shown = await shownOf(issue, artifacts, proved.artifacts, companions)
  await putInPlace(target, reportFiles(proof, issue, options.locale, templates, shown))
  return {
    diagnostics: standing,
    sources,
    release: releaseOf(standing),
    ...(proof.copyfit && { copyfit: proof.copyfit }),
    delivered: proof.artifacts.map(({ edition, file, bytes, pages }) => ({
      edition,
      path: path.join(target, file),
      pages: isPaged(edition) ? pages.length : null,
      bytes,
      seconds,
    })),
  }
}

/** The pages as they are in the file, which may be another's than the one a build has shown; the job sheet of a print edition. */
async function shownOf(
  issue: Issue,
  artifacts: readonly Artifact[],
  records: readonly ProvedArtifact[],
  companions: readonly { readonly file: string; readonly bytes: Uint8Array }[],
): Promise<Shown> {
  return { pictures: await picturesOf(artifacts, records), bleed: 0, job: jobOf(issue, records, companions) }
}

/** Of one of the paged editions, whose pages are the same; none of a file that cannot be read. */
async function picturesOf(
  artifacts: readonly Artifact[],
  records: readonly ProvedArtifact[],
): Promise<readonly Uint8Array[]> {
  const readable = records.filter(({ edition, pages }) => isPaged(edition) && pages.length > 0)
  const record = readable.find(({ edition }) => edition === 'screen') ?? readable[0]
  if (!record) return []
  const { bytes } = artifacts.find(({ edition }) => edition === record.edition)!
  const frames = record.boxes?.map((boxes) => {
    if (!boxes) return null
    const [left, bottom, right, top] = boxes.trim
    return { x: left, y: bottom, width: right - left, height: top - bottom }
  })
  const browser = await launchBrowser()
  try {
    return await drawPages(browser, bytes, frames)
  } finally {
    await browser.close().catch(() => {})
  }
}

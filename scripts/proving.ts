/** Finished files in; what of them stands beside the waivers of the issue, and the reports of it, out. */
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inspect, inspected } from './inspection.ts'
import type { Artifact } from './model/artifact.ts'
import type { Product } from './model/codes/row.ts'
import { type Diagnostic, diagnostic, type Locale, releaseOf } from './model/diagnostic.ts'
import { editionNames, editions } from './model/edition.ts'
import type { Issue } from './model/issue.ts'
import type { Outcome, Progress } from './model/outcome.ts'
import type { Proof } from './model/proof.ts'
import { prove } from './proof/prove.ts'
import { withoutWaived } from './proof/verdict/verdict.ts'
import { applyWaivers, isWaived, type Looked, type Waiver } from './read/waivers.ts'
import { proofJson } from './report/json.ts'
import { proofHtml } from './report/report.ts'

const root = path.resolve(import.meta.dirname, '..')

export async function toolName(): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
  return `kanben ${version}`
}

/** What a run that has these files has looked at. */
export function lookedAt(artifacts: readonly Artifact[], by: Looked['by'], imposed = false): Looked {
  const products: Product[] = artifacts.map(({ edition }) => edition)
  const paged = artifacts.some(({ edition }) => editions[edition].kind === 'paged')
  if (paged && products.includes('epub')) products.push('page-map')
  if (imposed) products.push('imposition')
  return { by, in: new Set(products) }
}

export interface Judged {
  /** Everything that stands, of the manuscript, of the making and of the files. */
  readonly standing: readonly Diagnostic[]
  /** The proof without what is waived. */
  readonly proof: Proof
}

/** @param found by reading and making, before waivers. */
export function judge(proof: Proof, found: readonly Diagnostic[], waivers: readonly Waiver[], looked: Looked): Judged {
  const standing = applyWaivers([...found, ...proof.diagnostics], waivers, looked)
  const told = new Set(proof.diagnostics)
  return {
    standing,
    proof: {
      ...withoutWaived(proof, (d) => isWaived(d, waivers)),
      besides: standing.filter((d) => !told.has(d)),
    },
  }
}

export const reportFiles = (
  proof: Proof,
  issue: Issue,
  locale: Locale,
  pictures?: Parameters<typeof proofHtml>[3],
  job?: Parameters<typeof proofHtml>[4],
): { file: string; bytes: Uint8Array }[] => [
  { file: 'proof.json', bytes: Buffer.from(proofJson(proof)) },
  { file: 'proof.html', bytes: Buffer.from(proofHtml(proof, issue, locale, pictures, job)) },
]

/** Writes everything beside the target first and renames file by file: nobody ever sees half a file under its final name. */
export async function putInPlace(target: string, files: readonly { file: string; bytes: Uint8Array }[]): Promise<void> {
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
  const proved = await prove(issue, artifacts, await toolName())
  const looked = lookedAt(artifacts, new Set(['inspection', 'proof']))
  const { standing, proof } = judge(proved, found, waivers, looked)
  const seconds = (performance.now() - started) / 1000
  await putInPlace(target, reportFiles(proof, issue, options.locale))
  return {
    diagnostics: standing,
    sources,
    release: releaseOf(standing),
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

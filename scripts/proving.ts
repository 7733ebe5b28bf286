/** Finished files in; what of them stands beside the waivers of the issue, and the reports of it, out. */
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { AllTemplates } from './inspection.ts'
import type { Artifact } from './model/artifact.ts'
import type { Product } from './model/codes/row.ts'
import type { Diagnostic, Locale } from './model/diagnostic.ts'
import { isPaged } from './model/edition.ts'
import type { Issue } from './model/issue.ts'
import type { JobRow } from './model/job.ts'
import type { Proof } from './model/proof.ts'
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
  const paged = artifacts.some(({ edition }) => isPaged(edition))
  if (paged && products.includes('epub')) products.push('page-map')
  if (imposed) products.push('imposition')
  // What the press comes upon, it comes upon in pages.
  return { by: paged ? by : new Set([...by].filter((finder) => finder !== 'press')), in: new Set(products) }
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

/** What the proof page shows beside the verdict. */
export interface Shown {
  /** JPEGs of the pages in order, each with so many millimetres beyond the trim on each side. */
  readonly pictures: readonly Uint8Array[]
  readonly bleed: number
  readonly job: readonly JobRow[]
}

export function reportFiles(
  proof: Proof,
  issue: Issue,
  locale: Locale,
  templates: AllTemplates,
  { pictures, bleed, job }: Shown,
): { file: string; bytes: Uint8Array }[] {
  const shots = pictures.map((data, index) => ({
    page: index + 1,
    dataUri: `data:image/jpeg;base64,${Buffer.from(data).toString('base64')}`,
    bleed,
  }))
  return [
    { file: 'proof.json', bytes: Buffer.from(proofJson(proof)) },
    { file: 'proof.html', bytes: Buffer.from(proofHtml(proof, issue, locale, templates, shots, job)) },
  ]
}

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

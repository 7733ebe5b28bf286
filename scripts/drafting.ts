/** A finished and proved draft in; its pages with the faults marked, and the marks for its report, out. */
import { createHash } from 'node:crypto'
import type { Artifact, PageRecord } from './model/artifact.ts'
import { type Diagnostic, type Locale, severityOf } from './model/diagnostic.ts'
import { isPaged } from './model/edition.ts'
import type { Issue } from './model/issue.ts'
import type { Mark } from './model/mark.ts'
import type { Proof } from './model/proof.ts'
import { markDraft } from './press/draft/mark-draft.ts'
import { marksOf } from './proof/typography/places.ts'

export interface MarkedDraft {
  readonly artifacts: readonly Artifact[]
  readonly proof: Proof
}

/** Page on which each article begins. */
function openingsOf(pages: readonly PageRecord[]): ReadonlyMap<string, number> {
  const openings = new Map<string, number>()
  for (const { number, article, articles = article === null ? [] : [article] } of pages) {
    for (const id of articles) if (!openings.has(id)) openings.set(id, number)
  }
  return openings
}

/** Both paged editions show the same pages, so they bear the same marks. The EPUB stays as it is. */
export async function markFaults(
  issue: Issue,
  { artifacts, proof }: { readonly artifacts: readonly Artifact[]; readonly proof: Proof },
  standing: readonly Diagnostic[],
  pages: readonly PageRecord[],
  locale: Locale,
): Promise<MarkedDraft> {
  const paged = artifacts.find(({ edition }) => isPaged(edition))
  const faults = standing.filter((d) => severityOf(d) === 'error')
  if (!paged) return { artifacts, proof }
  const marks: readonly Mark[] = marksOf(issue, paged.bytes, faults, openingsOf(pages))
  const marked = await Promise.all(
    artifacts.map(async (artifact) => {
      if (!isPaged(artifact.edition)) return artifact
      return { ...artifact, bytes: await markDraft(artifact.bytes, issue, marks, locale) }
    }),
  )
  const records = proof.artifacts.map((record) => {
    const bytes = marked.find(({ file }) => file === record.file)?.bytes
    return bytes ? { ...record, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') } : record
  })
  return { artifacts: marked, proof: { ...proof, artifacts: records, marks } }
}

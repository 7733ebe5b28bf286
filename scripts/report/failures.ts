/** In: a proof. Out: what stands of it as a whole: its stamp, what is to be dealt with or looked at, what is marked in a draft. */
import { areaOf, type Diagnostic, isToBeLookedAt, type Locale, releaseOf, severityOf } from '../model/diagnostic.ts'
import { isPaged } from '../model/edition.ts'
import type { Proof, ProvedArtifact } from '../model/proof.ts'
import { causeView } from './faults.ts'
import { isAssertion } from './preflight.ts'
import { brokenPlaces } from './typography.ts'
import type { CauseView, FailuresView, FileFailuresView, MarkedView, ProofView } from './views.ts'
import type { Words } from './words.ts'

/** All that stands: in the files, in the manuscript, in the making. */
const standing = ({ diagnostics, besides = [] }: Proof): readonly Diagnostic[] => [...besides, ...diagnostics]

const kinds = { press: 'ok', look: 'look', refused: 'no' } as const

/** A draft is never for press. */
export function stampView(proof: Proof, w: Words): ProofView['stamp'] {
  const all = standing(proof)
  const errors = all.filter((d) => severityOf(d) === 'error')
  const paged = proof.artifacts.some(({ edition }) => isPaged(edition))
  const release = releaseOf(all)
  const kind = kinds[release]
  const text = {
    press: paged ? w.verdict.press : w.verdict.publish,
    look: w.verdict.look(errors.filter(isToBeLookedAt).length),
    refused: w.verdict.refused(errors.length),
  }[release]
  if (!proof.draft) return { kind, text }
  return kind === 'ok' ? { kind: 'look', text: w.verdict.draft } : { kind, text: `${w.verdict.draft} · ${text}` }
}

/** The numbers that stand on the pages of a draft, each with its fault. */
export const markedViews = ({ marks = [] }: Proof, locale: Locale, w: Words): MarkedView[] =>
  marks.map(({ number, page, fault }) => ({
    number,
    page: page === null ? '' : w.page_(page),
    ...causeView(fault, locale),
  }))

const causeViews = (causes: readonly Diagnostic[], locale: Locale): CauseView[] =>
  causes.map((cause) => causeView(cause, locale, cause.related))

export function failuresView(proof: Proof, locale: Locale, w: Words): FailuresView | null {
  const files = proof.artifacts.flatMap((artifact) => fileFailures(proof, artifact, locale, w))
  const besides = (proof.besides ?? []).filter((d) => severityOf(d) !== 'note')
  if (files.length + besides.length === 0) return null
  const release = releaseOf(standing(proof))
  return {
    heading: w.failures[release],
    refused: release === 'refused',
    manuscript: causeViews(besides, locale),
    files,
  }
}

/** What concerns a file: it is about a place in it, or names one. */
const concerns = (d: Diagnostic, file: string): boolean =>
  d.place?.file === file || (d.related?.some((place) => place.file === file) ?? false)

/** Rules of the page and assertions have sections of their own, with the first of their faults; here stands how many there are. */
function fileFailures(proof: Proof, { edition, file }: ProvedArtifact, locale: Locale, w: Words): FileFailuresView[] {
  const causes = proof.diagnostics.filter((d) => severityOf(d) !== 'note' && concerns(d, file))
  const asserted = proof.checks.filter((check) => check.edition === edition && isAssertion(check))
  const unmet = asserted.filter(({ outcome }) => outcome === 'failed').length
  const told = new Set(asserted.flatMap((check) => check.causes ?? []).map((cause) => JSON.stringify(cause)))
  const own = causes.filter((d) => areaOf(d) !== 'typography' && !told.has(JSON.stringify(d)))
  const broken = brokenPlaces(proof, edition)
  if (own.length + broken + unmet === 0) return []
  return [
    {
      edition,
      causes: causeViews(own, locale),
      unmet: unmet > 0 ? w.unmet(unmet, w.preflight[edition]) : '',
      broken: broken > 0 ? w.broken(broken) : '',
    },
  ]
}

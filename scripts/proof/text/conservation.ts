/** In: the comparison of one article with one artifact. Out: checks that its words are whole and its credits stand at its head. */
import { type PhraseKey, phrases } from '../../model/codes/phrases.ts'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/place.ts'
import { subjectOf, type Verdict } from '../verdict/verdict.ts'
import { sample } from './characters.ts'
import type { Comparison, Finding } from './compare.ts'
import type { Expected, Unit, UnitKind } from './expected.ts'

const named: ReadonlySet<UnitKind> = new Set(['title', 'credit', 'affiliation', 'english-credit'])

export function checkConservation(verdict: Verdict, expected: Expected, comparison: Comparison, opening: Place): void {
  const { article } = expected
  const { title, file } = article
  const { missing, units } = comparison
  const closing = units.find(({ unit }) => unit.kind === 'closing')?.unit.text ?? ''
  const credits = [...expected.head, ...expected.either].filter((unit) => named.has(unit.kind))
  const found = (unit: Unit) => units.find((it) => it.unit === unit)
  // An affiliation that need not stand in the head stands in the closing line.
  const lost = credits.filter((unit) => !found(unit) && (unit.required || !closing.includes(unit.text)))
  const lostCredit = (unit: Unit) => diagnostic('proof/credit-lost', opening, { title, text: unit.text })
  const references = missing.filter((unit) => unit.kind === 'reference')
  const told = new Set([...lost, ...references].map((unit) => unit.text))
  // A lost name or reference is reported as such, not as lost characters too.
  const words = comparison.findings.filter((finding) => !(finding.kind === 'lost' && told.has(finding.text)))
  // Where the closing line had to stand, its loss tells of the affiliations in it.
  const closingLost = missing.some((unit) => unit.kind === 'closing')
  verdict.check('text/conserved', title, [
    ...lost.filter((unit) => unit.required || !closingLost).map(lostCredit),
    ...references.map(({ text }) => diagnostic('proof/reference-lost', opening, { title, text: sample(text) })),
    ...words.map((finding) => wordsOf(finding, title, file)),
  ])
  for (const unit of credits) {
    const causes = lost.includes(unit) ? [lostCredit(unit)] : []
    if (found(unit)?.misplaced) causes.push(diagnostic('proof/credit-misplaced', opening, { title, text: unit.text }))
    verdict.check('credits/page', unit.kind === 'title' ? title : subjectOf(title, unit.text), causes)
  }
}

const codeOf = {
  lost: 'proof/text-lost',
  altered: 'proof/text-altered',
  doubled: 'proof/text-doubled',
  moved: 'proof/text-moved',
  foreign: 'proof/text-foreign',
} as const

function wordsOf(finding: Finding, title: string, file: string): Diagnostic {
  const source: Place = { file, ...(finding.line !== null && { line: finding.line }) }
  return diagnostic(
    codeOf[finding.kind],
    finding.place,
    {
      title,
      text: sample(finding.text),
      count: finding.count,
      before: finding.before,
      ...(finding.kind === 'altered' && { instead: sample(finding.instead) }),
    },
    [source],
  )
}

type Counted = PhraseKey<'counted'>
const counted = Object.keys(phrases.counted) as Counted[]

export type Counts = Readonly<Record<Counted, number>>

/** Compares counts of one article; kinds that the manuscript does not have and the artifact does not show are passed over. */
export function checkCounts(verdict: Verdict, title: string, expected: Counts, found: Counts, place: Place): void {
  const causes = counted
    .filter((kind) => expected[kind] !== found[kind])
    .map((kind) =>
      diagnostic('proof/count-differs', place, { title, kind, expected: expected[kind], found: found[kind] }),
    )
  verdict.check('structure/count', title, causes)
}

export function expectedCounts({ body, notes, article }: Expected): Counts {
  const count = (kind: string) => body.filter((block) => block.kind === kind).length
  return {
    headings: count('heading'),
    notes: notes.length,
    figures: article.body.filter((token) => token.type === 'figure').length,
    tables: count('table'),
    references: article.references.length,
  }
}

/** References are words: they are counted where the comparison found them. */
export const referencesIn = ({ units }: Comparison): number =>
  units.filter(({ unit }) => unit.kind === 'reference').length

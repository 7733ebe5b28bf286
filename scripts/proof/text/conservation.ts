/** In: the comparison of one article with one artifact. Out: checks that its words are whole and its credits stand at its head. */
import { type PhraseKey, phrases } from '../../model/codes/phrases.ts'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/place.ts'
import { subjectOf, type Verdict } from '../verdict/verdict.ts'
import { sample } from './characters.ts'
import type { Comparison, Finding } from './compare.ts'
import type { Expected, ExpectedKind, ExpectedString } from './expected.ts'

const named: ReadonlySet<ExpectedKind> = new Set(['title', 'credit', 'affiliation', 'english-credit'])

export function checkConservation(verdict: Verdict, expected: Expected, comparison: Comparison, opening: Place): void {
  const { article } = expected
  const { title, file } = article
  const { missing, strings } = comparison
  const closing = strings.find(({ wanted }) => wanted.kind === 'closing')?.wanted.text ?? ''
  const credits = [...expected.head, ...expected.either].filter((wanted) => named.has(wanted.kind))
  const found = (wanted: ExpectedString) => strings.find((it) => it.wanted === wanted)
  // An affiliation that need not stand in the head stands in the closing line.
  const lost = credits.filter((wanted) => !found(wanted) && (wanted.required || !closing.includes(wanted.text)))
  const lostCredit = (wanted: ExpectedString) => diagnostic('proof/credit-lost', opening, { title, text: wanted.text })
  const references = missing.filter((wanted) => wanted.kind === 'reference')
  const told = new Set([...lost, ...references].map((wanted) => wanted.text))
  // A lost name or reference is reported as such, not as lost characters too.
  const words = comparison.findings.filter((finding) => !(finding.kind === 'lost' && told.has(finding.text)))
  // Where the closing line had to stand, its loss tells of the affiliations in it.
  const closingLost = missing.some((wanted) => wanted.kind === 'closing')
  verdict.check('text/conserved', title, [
    ...lost.filter((wanted) => wanted.required || !closingLost).map(lostCredit),
    ...references.map(({ text }) => diagnostic('proof/reference-lost', opening, { title, text: sample(text) })),
    ...words.map((finding) => wordsOf(finding, title, file)),
  ])
  for (const wanted of credits) {
    const causes = lost.includes(wanted) ? [lostCredit(wanted)] : []
    if (found(wanted)?.misplaced)
      causes.push(diagnostic('proof/credit-misplaced', opening, { title, text: wanted.text }))
    verdict.check('credits/page', wanted.kind === 'title' ? title : subjectOf(title, wanted.text), causes)
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
export const referencesIn = ({ strings }: Comparison): number =>
  strings.filter(({ wanted }) => wanted.kind === 'reference').length

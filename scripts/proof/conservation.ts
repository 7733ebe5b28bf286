/** In: the comparison of one article with one artifact. Out: checks that its words are whole and its credits stand at its head. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'
import { sample } from './characters.ts'
import type { Comparison, Finding } from './compare.ts'
import type { Expected, Unit } from './expected.ts'
import { subjectOf, type Verdict } from './verdict.ts'

const named = new Set(['title', 'credit', 'affiliation'])

export function checkConservation(verdict: Verdict, expected: Expected, comparison: Comparison, opening: Place): void {
  const { article } = expected
  const lostCredit = (unit: Unit) => diagnostic('proof/credit-lost', opening, { title: article.title, text: unit.text })
  const creditsLost = comparison.missing.filter((unit) => named.has(unit.kind))
  const texts = new Set(creditsLost.map((unit) => unit.text))
  // A lost name is reported as a lost credit, not as lost characters too.
  const words = comparison.findings.filter((finding) => !(finding.kind === 'lost' && texts.has(finding.text)))
  verdict.check('text/conserved', article.title, [
    ...creditsLost.map(lostCredit),
    ...words.map((finding) => wordsOf(finding, article.title, article.file)),
  ])
  for (const unit of expected.head.filter((u) => named.has(u.kind))) {
    const found = comparison.units.find((f) => f.unit === unit)
    const closing = comparison.units.some((f) => f.unit.kind === 'closing' && f.unit.text.includes(unit.text))
    const causes: Diagnostic[] = []
    if (!found && (unit.required || !closing)) causes.push(lostCredit(unit))
    if (found?.misplaced)
      causes.push(diagnostic('proof/credit-misplaced', opening, { title: article.title, text: unit.text }))
    verdict.check('credits/page', unit.kind === 'title' ? article.title : subjectOf(article.title, unit.text), causes)
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

const kinds = {
  headings: { kindZh: '标题数', kindEn: 'headings' },
  notes: { kindZh: '注释数', kindEn: 'notes' },
  figures: { kindZh: '图数', kindEn: 'figures' },
  tables: { kindZh: '表数', kindEn: 'tables' },
} as const

export type Counts = Readonly<Record<keyof typeof kinds, number>>

/** Compares counts of one article; kinds that the manuscript does not have and the artifact does not show are passed over. */
export function checkCounts(verdict: Verdict, title: string, expected: Counts, found: Counts, place: Place): void {
  const keys = Object.keys(kinds) as (keyof typeof kinds)[]
  const causes = keys
    .filter((key) => expected[key] !== found[key])
    .map((key) =>
      diagnostic('proof/count-differs', place, { title, ...kinds[key], expected: expected[key], found: found[key] }),
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
  }
}

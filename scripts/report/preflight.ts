/** In: a proof. Out: what its page tells of one edition's assertions: each with its words, its clause and what breaks it. */
import type { Locale } from '../model/diagnostic.ts'
import type { EditionName } from '../model/edition.ts'
import type { Issue } from '../model/issue.ts'
import type { Check, Proof } from '../model/proof.ts'
import { assertionWords } from './assertions.ts'
import { type Faulty, judgedView } from './faults.ts'
import { signOf } from './sign.ts'
import type { AssertionView, PreflightView } from './views.ts'
import { checkName, type Words } from './words.ts'

interface Asserted extends Faulty {
  readonly id: string
  readonly clause: string
  readonly name: string
  readonly holds: boolean
}

export const isAssertion = ({ rule }: Check): boolean => rule !== undefined

/** Null where no assertion was made on that edition. */
export function preflightView(
  proof: Proof,
  issue: Issue,
  edition: EditionName,
  locale: Locale,
  w: Words,
): PreflightView | null {
  const all = inOrder(assertionsOf(proof.checks.filter((check) => check.edition === edition)))
  if (all.length === 0) return null
  const failed = all.filter(({ holds }) => !holds).length
  const warned = all.filter(({ outcome, holds }) => outcome === 'warned' && holds).length
  return {
    edition,
    sum: w.asserted(all.length, failed, warned) + w.basis[edition](issue.printing.standard),
    assertions: all.map((it) => assertionView(it, locale, w)),
  }
}

const natural = new Intl.Collator('en', { numeric: true })
const urgency: readonly Asserted['outcome'][] = ['failed', 'warned']

/** What does not hold comes first; then by clause, then those that have an id of another kind, as they were made. */
function inOrder(all: readonly Asserted[]): Asserted[] {
  const isClause = ({ id }: Asserted) => /^\d/.test(id)
  const clauses = all.filter(isClause).sort((a, b) => natural.compare(a.id, b.id))
  const rest = all.filter((it) => !isClause(it))
  const rank = ({ outcome }: Asserted) => (urgency.includes(outcome) ? urgency.indexOf(outcome) : urgency.length)
  return [...clauses, ...rest].sort((a, b) => rank(a) - rank(b))
}

/** One for each id, in the order in which they were made. */
function assertionsOf(checks: readonly Check[]): Asserted[] {
  const made = checks.filter(isAssertion)
  return [...new Set(made.map(({ rule }) => rule!.id))].map((id) => {
    const same = made.filter(({ rule }) => rule!.id === id)
    const causes = same.flatMap((check) => check.causes ?? [])
    const judged = same.filter(({ outcome }) => outcome !== 'skipped')
    const holds = judged.every(({ outcome }) => outcome !== 'failed')
    const failed = judged.some((check) => signOf(check) === 'failed')
    const faults = judged.reduce((sum, check) => sum + (check.faults ?? check.causes?.length ?? 0), 0)
    const outcome = judged.length === 0 ? 'skipped' : failed ? 'failed' : faults > 0 ? 'warned' : 'passed'
    return { id, clause: same[0]!.rule!.clause, name: same[0]!.name, outcome, holds, faults, causes }
  })
}

function assertionView(asserted: Asserted, locale: Locale, w: Words): AssertionView {
  const { id, clause, name } = asserted
  const said = judgedView(asserted, locale, w)
  return { ...said, id, clause, text: assertionWords(id, locale) ?? said.first[0]?.message ?? checkName(name, locale) }
}

/** In: a proof. Out: what its page tells of the rules of the page: how often each was looked at, and where it is broken. */
import type { Locale } from '../model/diagnostic.ts'
import type { EditionName } from '../model/edition.ts'
import type { Check, Proof } from '../model/proof.ts'
import { type RuleRow, rules } from '../proof/typography/rules.ts'
import { type Faulty, judgedView } from './faults.ts'
import { signOf } from './sign.ts'
import type { RuleView, TypographyView } from './views.ts'
import type { Words } from './words.ts'

interface Judged extends Faulty {
  readonly rule: RuleRow
  readonly places: number
  readonly waived: number
}

const audits: ReadonlySet<string> = new Set(rules.flatMap(({ check }) => check ?? []))

/** Null where the typography of no file was looked at. */
export function typographyView(proof: Proof, locale: Locale, w: Words): TypographyView | null {
  if (!proof.checks.some(({ name }) => audits.has(name))) return null
  const judged = rules.flatMap((rule) => judge(rule, proof.checks) ?? [])
  const places = judged.reduce((sum, it) => sum + it.places, 0)
  const faults = judged.reduce((sum, it) => sum + it.faults, 0)
  return { sum: w.judged(judged.length, places, faults), rules: judged.map((it) => ruleView(it, locale, w)) }
}

/** Places at which the pages of one edition break a rule, as the section counts them. */
export const brokenPlaces = (proof: Proof, edition: EditionName): number => {
  const checks = proof.checks.filter((check) => check.edition === edition)
  return rules.reduce((sum, rule) => sum + (judge(rule, checks)?.faults ?? 0), 0)
}

function judge(rule: RuleRow, checks: readonly Check[]): Judged | null {
  const own = checks.filter(({ name }) => name === rule.check)
  // What other checks make, they make one by one: each is a place.
  const others = checks.filter(({ name }) => rule.others?.includes(name) ?? false)
  const made = [...own, ...others].filter(({ outcome }) => outcome !== 'skipped')
  if (own.length + others.length === 0) return null
  const failed = made.some((check) => signOf(check) === 'failed')
  const faults = made.reduce((sum, check) => sum + (check.faults ?? Math.min(1, check.causes?.length ?? 0)), 0)
  return {
    rule,
    outcome: made.length === 0 ? 'skipped' : failed ? 'failed' : faults > 0 ? 'warned' : 'passed',
    places: made.reduce((sum, check) => sum + (check.places ?? 1), 0),
    faults,
    waived: made.reduce((sum, check) => sum + (check.waived ?? 0), 0),
    causes: [...own, ...others].flatMap((check) => check.causes ?? []),
  }
}

function ruleView(judged: Judged, locale: Locale, w: Words): RuleView {
  const { rule, places, waived } = judged
  const said = judgedView(judged, locale, w)
  return { ...said, id: rule.id, text: rule[locale], places, waived: waived > 0 ? w.waived(waived) : '' }
}

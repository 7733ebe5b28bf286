/** In: checks as they are made. Out: the list of all of them, passed ones included, and every cause of a failure once; the same without what is waived. */
import { type Diagnostic, describe, severityOf } from '../../model/diagnostic.ts'
import type { EditionName } from '../../model/edition.ts'
import type { Check, Proof } from '../../model/proof.ts'

/** What a check may say of itself: how many places it looked at, which assertion it is. */
export type Particulars = Pick<Check, 'places' | 'faults' | 'rule'>

export interface Verdict {
  readonly checks: Check[]
  readonly diagnostics: Diagnostic[]
  /** Passes where nothing worse than a warning was found. */
  check(name: string, subject: string, causes: readonly Diagnostic[], particulars?: Particulars): void
  skip(name: string, subject: string, cause: Diagnostic): void
}

// The proof names no locale, so the plain reasons in it are English; a report words the causes anew.
const because = (causes: readonly Diagnostic[]): string =>
  causes.map((cause) => describe(cause, 'en').message).join('; ')

const fails = (causes: readonly Diagnostic[]): boolean => causes.some((cause) => severityOf(cause) === 'error')

/** The proof as it stands once what the waivers allow is taken out: a check that found nothing else has passed. */
export function withoutWaived(proof: Proof, isWaived: (d: Diagnostic) => boolean): Proof {
  const { checks, ...rest } = without(proof, isWaived)
  const counted = (check: Check, i: number): Check => {
    const waived = (proof.checks[i]!.causes ?? []).filter(isWaived).length
    return waived === 0 ? check : { ...check, waived }
  }
  return { ...rest, checks: checks.map(counted) }
}

/** The proof without some of its diagnostics: a check that found nothing else has passed. */
export function without(proof: Proof, isOut: (d: Diagnostic) => boolean): Proof {
  const judged = (check: Check): Check => {
    const out = (check.causes ?? []).filter(isOut).length
    if (out === 0) return check
    const { because: _because, causes = [], ...rest } = check
    const standing = causes.filter((cause) => !isOut(cause))
    const outcome = check.outcome === 'failed' && !fails(standing) ? 'passed' : check.outcome
    return {
      ...rest,
      outcome,
      ...(check.faults !== undefined && { faults: Math.max(standing.length, check.faults - out) }),
      ...(standing.length > 0 && { because: because(standing), causes: standing }),
    }
  }
  return { ...proof, checks: proof.checks.map(judged), diagnostics: proof.diagnostics.filter((d) => !isOut(d)) }
}

export function verdictOn(edition: EditionName): Verdict {
  const checks: Check[] = []
  const diagnostics: Diagnostic[] = []
  const reported = new Set<string>()
  return {
    checks,
    diagnostics,
    check(name, subject, causes, particulars) {
      for (const cause of causes) {
        const key = JSON.stringify(cause)
        if (!reported.has(key)) diagnostics.push(cause)
        reported.add(key)
      }
      checks.push({
        name,
        edition,
        subject,
        outcome: fails(causes) ? 'failed' : 'passed',
        ...particulars,
        ...(causes.length > 0 && { because: because(causes), causes }),
      })
    },
    skip(name, subject, cause) {
      checks.push({ name, edition, subject, outcome: 'skipped', because: because([cause]), causes: [cause] })
    },
  }
}

/** One name or affiliation of one article, as the subject of a check. */
export const subjectOf = (title: string, part: string): string => `${title}｜${part}`

/** In: checks as they are made. Out: the list of all of them, passed ones included, and every cause of a failure once. */
import { type Diagnostic, describe, severityOf } from '../model/diagnostic.ts'
import type { EditionName } from '../model/edition.ts'
import type { Check } from '../model/proof.ts'

/** What a check may say of itself: how many places it looked at, which assertion it is. */
export type Particulars = Pick<Check, 'places' | 'faults' | 'rule'>

export interface Verdict {
  readonly checks: Check[]
  readonly diagnostics: Diagnostic[]
  /** Passes where nothing worse than a warning was found. */
  check(name: string, subject: string, causes: readonly Diagnostic[], particulars?: Particulars): void
  skip(name: string, subject: string, cause: Diagnostic): void
}

export function verdictOn(edition: EditionName): Verdict {
  const checks: Check[] = []
  const diagnostics: Diagnostic[] = []
  const reported = new Set<string>()
  // The proof names no locale, so the plain reasons in it are English; a report words the causes anew.
  const because = (causes: readonly Diagnostic[]) => causes.map((cause) => describe(cause, 'en').message).join('; ')
  return {
    checks,
    diagnostics,
    check(name, subject, causes, particulars) {
      const failed = causes.some((cause) => severityOf(cause) === 'error')
      for (const cause of causes) {
        const key = JSON.stringify(cause)
        if (!reported.has(key)) diagnostics.push(cause)
        reported.add(key)
      }
      checks.push({
        name,
        edition,
        subject,
        outcome: failed ? 'failed' : 'passed',
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

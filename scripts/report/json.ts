/** In: a proof. Out: proof.json for programs, without clock or path. */
import { type Diagnostic, describe, isToBeLookedAt, releaseOf } from '../model/diagnostic.ts'
import type { Proof } from '../model/proof.ts'

/** Keys in the order of the type, two spaces, a line feed at the end; diagnostics as code, facts and places, worded in English. */
export function proofJson(proof: Proof): string {
  const { besides = [], marks = [] } = proof
  const plain = {
    issue: proof.issue,
    verdict: releaseOf([...besides, ...proof.diagnostics]),
    ...(proof.draft && { draft: true }),
    tool: proof.tool,
    artifacts: proof.artifacts.map(({ edition, file, sha256, bytes, pages }) => ({
      edition,
      file,
      sha256,
      bytes,
      pages: pages.map(({ number, folio, article }) => ({ number, folio, article })),
    })),
    checks: proof.checks.map(({ name, edition, rule, subject, outcome, places, faults, waived, because }) => ({
      name,
      edition,
      ...(rule && { rule: { id: rule.id, clause: rule.clause } }),
      subject,
      outcome,
      ...(places !== undefined && { places }),
      ...(faults !== undefined && { faults }),
      ...(waived !== undefined && { waived }),
      ...(because !== undefined && { because }),
    })),
    diagnostics: proof.diagnostics.map(record),
    ...(besides.length > 0 && { besides: besides.map(record) }),
    ...(marks.length > 0 && {
      marks: marks.map(({ number, page, box, fault }) => ({
        number,
        ...(page !== null && { page }),
        ...(box && { box }),
        code: fault.code,
      })),
    }),
    ...(proof.copyfit && { copyfit: proof.copyfit }),
  }
  return `${JSON.stringify(plain, null, 2)}\n`
}

function record(d: Diagnostic): object {
  const { severity, message, hint } = describe(d, 'en')
  const printed = printedAt(d)
  return {
    code: d.code,
    severity,
    ...(isToBeLookedAt(d) && { look: true }),
    message,
    ...(hint && { hint }),
    facts: d.facts,
    ...(d.place && { place: d.place }),
    ...(printed && { printed }),
    ...(d.related && { related: d.related }),
  }
}

/** Where it shows on paper; column and line as the audit counts them, left out where it stands in no column. */
function printedAt({ facts, place, related = [] }: Diagnostic): object | null {
  const page = [place, ...related].find((one) => one?.page !== undefined)?.page ?? facts.page
  if (typeof page !== 'number') return null
  const { column, line } = facts
  const known = (value: unknown) => typeof value === 'number' && value > 0
  return { page, ...(known(column) && { column }), ...(known(column) && known(line) && { line }) }
}

/** In: things that must hold of a finished PDF. Out: a check of the verdict for each, with its id and clause. */
import type { Code } from '../../model/codes/index.ts'
import { diagnostic, type Facts } from '../../model/diagnostic.ts'
import { PdfSyntaxError } from '../pdf/syntax.ts'
import type { Verdict } from './verdict.ts'

/** Where an assertion does not hold. */
export interface Fault {
  /** Physical page from 1, where it is one page's. */
  readonly page?: number
  /** Where it is another than that of the assertion. */
  readonly code?: Code
  /** What the wording of the code names. */
  readonly facts?: Facts
}

/** One thing that must hold of a file. `T` is what is read from it. */
export interface Assertion<T> {
  /** As in the list: `X13`, `H4`, `7.1-3`. */
  readonly id: string
  /** Standard and clause: `ISO 32000-1 14.11.2`. */
  readonly clause: string
  /** The diagnostic of a fault; its severity decides whether the file is refused. */
  readonly code: Code
  /** Empty where it holds. */
  readonly faults: (read: T) => readonly Fault[]
}

/**
 * Makes a check of each assertion, called `preflight/<id>`, and hands on what was read.
 * @param reading gives what they are held against; a file that it cannot follow fails as `preflight/readable`.
 */
export function assertAll<T>(
  verdict: Verdict,
  assertions: readonly Assertion<T>[],
  reading: () => T,
  file: string,
): T | null {
  let read: T
  try {
    read = reading()
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error
    verdict.check('preflight/readable', file, [diagnostic('preflight/unreadable', { file }, { reason: error.message })])
    return null
  }
  for (const { id, clause, code, faults } of assertions) {
    const causes = faults(read).map(({ page, facts, code: own = code }) =>
      diagnostic(own, { file, ...(page !== undefined && { page }) }, { ...(page !== undefined && { page }), ...facts }),
    )
    verdict.check(`preflight/${id}`, file, causes, { rule: { id, clause } })
  }
  return read
}

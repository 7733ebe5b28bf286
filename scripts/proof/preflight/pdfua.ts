/** In: the bytes of a finished screen PDF. Out: every assertion of PDF/UA as a check. */
import type { Issue } from '../../model/issue.ts'
import type { Verdict } from '../verdict.ts'
import { type Assertion, assertAll } from './assertion.ts'

const assertions: readonly Assertion<Uint8Array>[] = []

export function checkPdfUa(verdict: Verdict, _issue: Issue, file: string, bytes: Uint8Array): void {
  assertAll(verdict, assertions, bytes, file)
}

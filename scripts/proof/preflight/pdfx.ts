/** In: the bytes of a finished print PDF. Out: every assertion of PDF/X as a check. */
import type { Issue } from '../../model/issue.ts'
import type { Verdict } from '../verdict.ts'
import { type Assertion, assertAll } from './assertion.ts'

const assertions: readonly Assertion<Uint8Array>[] = []

export function checkPdfX(verdict: Verdict, _issue: Issue, file: string, bytes: Uint8Array): void {
  assertAll(verdict, assertions, bytes, file)
}

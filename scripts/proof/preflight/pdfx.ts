/** In: the bytes of a finished print PDF. Out: every assertion of PDF/X and of the house as a check. */
import type { Issue } from '../../model/issue.ts'
import type { Verdict } from '../verdict.ts'
import { assertAll } from './assertion.ts'
import { printAssertions } from './print-assertions.ts'
import { readPrintFile } from './print-file.ts'

/** @throws PdfSyntaxError where the file cannot be followed at all. */
export function checkPdfX(verdict: Verdict, issue: Issue, file: string, bytes: Uint8Array): void {
  assertAll(verdict, printAssertions(issue.printing.standard), readPrintFile(bytes, issue), file)
}

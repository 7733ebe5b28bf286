/** In: the bytes of a finished print PDF, or of sheets made of it. Out: every assertion of PDF/X and of the house as a check. */
import { severityOf } from '../../model/diagnostic.ts'
import type { Issue } from '../../model/issue.ts'
import { assertAll } from '../verdict/assertion.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { printAssertions } from './assertions.ts'
import { readPrintFile } from './read/file.ts'

/**
 * Printer's spreads and wrap-around covers are made of the print edition, and are held to what it is held to; but the trim of a
 * sheet is not that of a page, and warnings are told of the pages.
 */
export function checkSheets(verdict: Verdict, issue: Issue, file: string, bytes: Uint8Array): void {
  const assertions = printAssertions(issue.printing.standard).filter(
    ({ id, code }) => id !== 'H1' && severityOf({ code, facts: {} }) === 'error',
  )
  assertAll(verdict, assertions, () => readPrintFile(bytes, issue), file)
}

export function checkPdfX(verdict: Verdict, issue: Issue, file: string, bytes: Uint8Array): void {
  assertAll(verdict, printAssertions(issue.printing.standard), () => readPrintFile(bytes, issue), file)
}

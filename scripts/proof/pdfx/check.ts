/** In: a finished print PDF, or sheets made of it. Out: every assertion of PDF/X and of the house as a check. */
import { severityOf } from '../../model/diagnostic.ts'
import type { Issue } from '../../model/issue.ts'
import { type PdfObjects, readObjects } from '../pdf/objects.ts'
import { assertAll } from '../verdict/assertion.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { printAssertions } from './assertions.ts'
import { type PrintFile, readPrintFile } from './read/file.ts'

/**
 * Printer's spreads and wrap-around covers are made of the print edition, and are held to what it is held to; but the trim of a
 * sheet is not that of a page, and warnings are told of the pages.
 */
export function checkSheets(verdict: Verdict, issue: Issue, file: string, bytes: Uint8Array): void {
  const assertions = printAssertions(issue.printing.standard).filter(
    ({ id, code }) => id !== 'H1' && severityOf({ code, facts: {} }) === 'error',
  )
  assertAll(verdict, assertions, () => readPrintFile(readObjects(bytes), issue), file)
}

/** @returns what was read of the file; null where it cannot be followed. */
export function checkPdfX(verdict: Verdict, issue: Issue, file: string, objects: PdfObjects): PrintFile | null {
  return assertAll(verdict, printAssertions(issue.printing.standard), () => readPrintFile(objects, issue), file)
}

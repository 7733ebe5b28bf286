/** In: a finished screen PDF. Out: every assertion of PDF/UA, and of how a reader finds his way, as a check. */
import type { Issue } from '../../model/issue.ts'
import type { PdfObjects } from '../pdf/objects.ts'
import { type Assertion, assertAll } from '../verdict/assertion.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { annotationAssertions } from './annotations.ts'
import { contentAssertions } from './content.ts'
import { documentAssertions } from './document.ts'
import { fontAssertions } from './fonts.ts'
import { nestingAssertions } from './nesting.ts'
import { placeAssertions } from './places.ts'
import { readUaFile, type UaFile } from './read/file.ts'
import { readingAssertions } from './reading.ts'
import { typeAssertions } from './types.ts'

/** By clause; ids with a number after a dash are those of veraPDF's profile of ISO 14289-1, S and a number are ours. */
export const uaAssertions: readonly Assertion<UaFile>[] = [
  ...documentAssertions,
  ...contentAssertions,
  ...typeAssertions,
  ...nestingAssertions,
  ...annotationAssertions,
  ...fontAssertions,
  ...readingAssertions,
  ...placeAssertions,
]

export function checkPdfUa(verdict: Verdict, issue: Issue, file: string, objects: PdfObjects): void {
  assertAll(verdict, uaAssertions, () => readUaFile(issue, file, objects), file)
}

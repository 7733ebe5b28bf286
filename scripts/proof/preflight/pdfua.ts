/** In: the bytes of a finished screen PDF. Out: every assertion of PDF/UA, and of how a reader finds his way, as a check. */
import type { Issue } from '../../model/issue.ts'
import type { Verdict } from '../verdict.ts'
import { type Assertion, assertAll } from './assertion.ts'
import { nestingAssertions } from './structure-nesting.ts'
import { typeAssertions } from './structure-types.ts'
import { annotationAssertions } from './ua-annotations.ts'
import { contentAssertions } from './ua-content.ts'
import { documentAssertions } from './ua-document.ts'
import { readUaFile, type UaFile } from './ua-file.ts'
import { fontAssertions } from './ua-fonts.ts'
import { placeAssertions } from './ua-places.ts'
import { readingAssertions } from './ua-reading.ts'

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

export function checkPdfUa(verdict: Verdict, issue: Issue, file: string, bytes: Uint8Array): void {
  assertAll(verdict, uaAssertions, () => readUaFile(issue, file, bytes), file)
}

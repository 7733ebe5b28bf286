/** In: the standard that an issue asks for. Out: the list of assertions that its print file must hold, in the order of their ids. */
import type { PrintStandard } from '../../model/printing.ts'
import type { Assertion } from '../verdict/assertion.ts'
import { claims } from './claims.ts'
import { houseAssertions } from './house.ts'
import { markAssertions } from './marks.ts'
import { objectAssertions, x1aAssertions, x4Assertions } from './objects.ts'
import { pageAssertions } from './pages.ts'
import { qualityAssertions } from './quality.ts'
import type { PrintFile } from './read/file.ts'

/** X of the standard, then H of the house. */
const order = (id: string): number => Number(id.slice(1)) + (id.startsWith('X') ? 0 : 1000)

export const printAssertions = (standard: PrintStandard): readonly Assertion<PrintFile>[] =>
  [
    ...claims,
    ...pageAssertions,
    ...objectAssertions,
    ...(standard === 'x-1a' ? x1aAssertions : x4Assertions),
    ...houseAssertions,
    ...markAssertions,
    ...qualityAssertions,
  ].sort((a, b) => order(a.id) - order(b.id))

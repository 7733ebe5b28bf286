/** What a rule for faulty YAML gives: the lines as they may have been meant, and what is wrong with them. */
import type { Code } from '../model/codes/index.ts'
import type { Facts } from '../model/diagnostic.ts'
import type { Row } from './yaml-rows.ts'

export interface Mend {
  readonly rows: readonly Row[]
  readonly code: Code
  readonly facts: Facts
  /** Place of the fault in the text as it was: row and column from 0. */
  readonly row: number
  readonly column: number
}

export type MendRule = (rows: readonly Row[], row: number) => readonly Mend[]

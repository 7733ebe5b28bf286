/**
 * Raw texts of whole spreads, as an office gets them out of a printed magazine: four articles, cut where the columns were full, and the
 * title of the next page at the end. One is made up for these tests; where a printed one lies beside the repository it is tried too.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'

export const invented = { name: 'an invented spread', file: path.join(import.meta.dirname, 'spread.txt') }

const printed = {
  name: 'a printed spread',
  file: path.resolve(import.meta.dirname, '../../../shared/seed/issue-spread.txt'),
}

export const printedIsThere = existsSync(printed.file)

export const spreads = printedIsThere ? [invented, printed] : [invented]

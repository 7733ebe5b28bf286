/** What runs inside the browser, as one program: the press calls it by the name `kanben`. */

import { boxTables } from './columns/grid.ts'
import { registerHandlers } from './columns/handlers.ts'
import { parItems } from './columns/items.ts'
import { joinNotesToCalls } from './feet/notes.ts'
import { composeDocument } from './lines/compose.ts'
import type { DividedTitle } from './lines/titles.ts'
import { setWestern } from './lines/western.ts'
import { reserveNumbers } from './pages/jumps.ts'
import { guarded } from './report/guarded.ts'
import type { InPageSettings } from './settings.ts'

export { plainOpeners } from './lines/openers.ts'
export { articleAtHand, finishPages } from './pages/finish.ts'
export { atHand } from './report/at-hand.ts'
export { layoutFaults } from './report/guarded.ts'
export { tightTables } from './tables/tables.ts'

let prepared: Promise<void> | undefined
let divided: readonly DividedTitle[] = []

/** Titles that had no place to turn. */
export const dividedTitles = (): readonly DividedTitle[] => divided

/** Before pagination, once: Paged.js and pagedjs-cli each call for it. */
export function prepare(settings: InPageSettings): Promise<void> {
  prepared ??= prepareOnce(settings)
  return prepared
}

async function prepareOnce(settings: InPageSettings): Promise<void> {
  setWestern()
  // Lines are broken around numbers and tables as they will stand.
  guarded('page', document.body, reserveNumbers, undefined)
  guarded('page', document.body, boxTables, undefined)
  guarded('page', document.body, parItems, undefined)
  divided = await composeDocument(settings.punctuation)
  joinNotesToCalls()
  registerHandlers()
}

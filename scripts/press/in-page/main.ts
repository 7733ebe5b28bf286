/** What runs inside the browser, as one program: the press calls it by the name `kanben`. */
import { composeDocument } from './compose.ts'
import { boxTables } from './grid.ts'
import { guarded } from './guarded.ts'
import { registerHandlers } from './handlers.ts'
import { reserveNumbers } from './jumps.ts'
import { joinNotesToCalls } from './notes.ts'
import type { InPageSettings } from './settings.ts'
import type { DividedTitle } from './titles.ts'
import { setWestern } from './western.ts'

export { atHand } from './at-hand.ts'
export { articleAtHand, finishPages } from './finish.ts'
export { layoutFaults } from './guarded.ts'
export { tightTables } from './tables.ts'

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
  divided = await composeDocument(settings)
  joinNotesToCalls()
  registerHandlers()
}

/** What runs inside the browser, as one program: the press calls it by the name `kanben`. */

import { registerHandlers } from './columns/handlers.ts'
import { parItems } from './columns/items.ts'
import { joinNotesToCalls } from './feet/notes.ts'
import { composeDocument } from './lines/compose.ts'
import { plainOpeners } from './lines/openers.ts'
import { setWestern } from './lines/western.ts'
import { articleAtHand, finishPages } from './pages/finish.ts'
import { reserveNumbers } from './pages/jumps.ts'
import { pagePlaces, show } from './pages/places.ts'
import type { InPageProgram } from './program.ts'
import { atHand } from './report/at-hand.ts'
import { guarded, layoutFaults } from './report/guarded.ts'
import type { DividedTitle } from './report/told.ts'
import type { InPageSettings } from './settings.ts'
import { tightTables } from './tables/tables.ts'

let prepared: Promise<void> | undefined
let divided: readonly DividedTitle[] = []

function prepare(settings: InPageSettings): Promise<void> {
  prepared ??= prepareOnce(settings)
  return prepared
}

async function prepareOnce(settings: InPageSettings): Promise<void> {
  setWestern()
  // Lines are broken around numbers as they will stand.
  guarded('page', document.body, reserveNumbers, undefined)
  guarded('page', document.body, parItems, undefined)
  divided = await composeDocument(settings.punctuation)
  joinNotesToCalls()
  registerHandlers()
}

const program: InPageProgram = {
  prepare,
  articleAtHand,
  atHand,
  finishPages,
  dividedTitles: () => divided,
  layoutFaults,
  tightTables,
  plainOpeners,
  pagePlaces,
  show,
}
Object.assign(window, { kanben: program })

/** What runs inside the browser, as one program: the press calls it by the name `kanben`. */
import { composeDocument } from './compose.ts'
import { registerHandlers } from './handlers.ts'
import type { InPageSettings } from './settings.ts'

export { articleAtHand, finishPages } from './finish.ts'

let prepared: Promise<void> | undefined

/** Before pagination, once: Paged.js and pagedjs-cli each call for it. */
export function prepare(settings: InPageSettings): Promise<void> {
  prepared ??= composeDocument(settings).then(() => registerHandlers())
  return prepared
}

/** A document before its pagination in; the same with every justified paragraph broken into lines by us. */
import type { InPageSettings } from './settings.ts'

export async function composeDocument(_settings: InPageSettings): Promise<void> {
  await document.fonts.ready
}

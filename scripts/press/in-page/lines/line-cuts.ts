/** A page of Paged.js that overflows in; its cut moved to where one of our lines begins, out. */
import { by, having } from '../../../model/markup.ts'
import { guarded } from '../report/guarded.ts'
import { turns } from './set-lines.ts'

interface Paged {
  readonly Handler: new (...parts: never[]) => object
  registerHandlers(...handlers: (new (...parts: never[]) => object)[]): void
}

/**
 * Paged.js compares the top of an element with the foot of the page rounded, that of a text as it is (read in 0.4.3): where
 * half a pixel decides, a line was cut before its first span, and what was left of it spread over the measure.
 */
export function cutAtLine(overflow: Range): void {
  const { startContainer, startOffset } = overflow
  const start = startContainer instanceof Text ? startContainer : startContainer.childNodes[startOffset]
  const block = start?.parentElement?.closest(by.composed)
  if (!start || !block) return
  const before = [...block.querySelectorAll(turns)].filter(
    (turn) => turn.compareDocumentPosition(start) === Node.DOCUMENT_POSITION_FOLLOWING,
  )
  const turn = before.at(-1)
  const line = document.createRange()
  if (turn) line.setStartAfter(turn)
  else line.setStart(block, 0)
  line.setEnd(startContainer, startOffset)
  if (line.toString().trim() === '') return
  if (turn) overflow.setStartAfter(turn)
  else if (!block.matches(having.splitFrom)) overflow.setStartBefore(block)
}

/** Before all other hooks on overflow: they are given the range that this one has moved. */
export function registerLineCuts(): void {
  if (!('Paged' in window)) return
  const { Paged } = window as unknown as { readonly Paged: Paged }
  Paged.registerHandlers(
    class extends Paged.Handler {
      onOverflow(overflow: Range | undefined): void {
        const start = overflow?.startContainer
        const block = start instanceof Element ? start : (start?.parentElement ?? null)
        if (overflow) guarded('page', block, () => cutAtLine(overflow), undefined)
      }
    },
  )
}

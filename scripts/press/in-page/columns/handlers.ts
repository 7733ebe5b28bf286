/** Hooks into the pagination of Paged.js. */

import { by, valued } from '../../../model/markup.ts'
import { completeNotes, receiveNotes, settleNotes } from '../feet/notes.ts'
import { steadyAnnotations } from '../lines/ruby.ts'
import { guarded } from '../report/guarded.ts'
import { moveHead, repeatHeads } from '../tables/tables.ts'
import { alignToGrid } from './grid.ts'
import { keepTogether, liftKeeps } from './keeps.ts'
import { levelColumns, releaseColumns } from './level.ts'
import { keepTextBelowHead } from './openings.ts'
import { keepWithWords } from './pictures.ts'
import { closeUpOpening, moveRunOn } from './run-on.ts'

/** Where a page ends in the source. Shapes read in Paged.js 0.4.3. */
interface BreakToken {
  readonly node: Node | undefined
  /** Characters of a text that stand before the break. */
  offset: number | undefined
  equals(other: BreakToken | undefined): boolean
}

interface Layout {
  findBreakToken(
    rendered: HTMLElement,
    source: Node,
    bounds?: DOMRect,
    previous?: BreakToken,
    extract?: boolean,
  ): BreakToken | undefined
}

interface Paged {
  readonly Handler: new (...parts: never[]) => object
  registerHandlers(...handlers: (new (...parts: never[]) => object)[]): void
}

/** Cuts of one page: each takes content away, a page that overflows still is a fault that Paged.js reports. */
const cuts = 8

/** Bodies above another piece are levelled before the page is cut: the piece below has what they leave. */
function levelAbove(page: HTMLElement): void {
  for (const body of page.querySelectorAll<HTMLElement>(by.body)) {
    const above = body.closest('article, section')?.nextElementSibling
    if (!above) releaseColumns(body)
    else if (fitsOn(body, page)) levelColumns(body, page)
  }
}

/** Nothing of it stands behind the edge of the page. */
function fitsOn(body: HTMLElement, page: HTMLElement): boolean {
  const { right } = page.parentElement!.getBoundingClientRect()
  return [...body.getClientRects()].every(({ left }) => left < right)
}

/** Notes take room from the text, and less of the text may call fewer notes. It settles in two or three rounds. */
const rounds = 4

function settle(rendered: HTMLElement, source: Node): void {
  const step = (run: (page: HTMLElement) => void) => guarded('page', rendered, () => run(rendered), undefined)
  step((page) => repeatHeads(page, source))
  step(closeUpOpening)
  step(steadyAnnotations)
  for (let i = 0; i < rounds; i++) {
    step(keepTogether)
    step(alignToGrid)
    step(levelAbove)
    const moved = guarded('page', rendered, () => keepTextBelowHead(rendered), false)
    if (!guarded('page', rendered, () => settleNotes(rendered, source), false) && !moved) return
  }
}

/**
 * The grid is set before every look for overflow and after every cut, which balances the columns anew and may leave a block
 * divided elsewhere. The hook `layout` comes too early for that: pictures are awaited after it.
 */
function settleBeforeCuts(layout: Layout): void {
  const cut = layout.findBreakToken.bind(layout)
  layout.findBreakToken = (rendered, source, bounds, previous, extract) => {
    let found: BreakToken | undefined
    let lifted = false
    for (let i = 0; i < cuts; i++) {
      settle(rendered, source)
      let next = cut(rendered, source, bounds, previous, extract)
      if (!lifted && next?.equals(previous)) {
        liftKeeps(rendered)
        lifted = true
        continue
      }
      const completed = () => guarded('page', rendered, () => completeNotes(rendered, source), false)
      if (!next && completed()) next = cut(rendered, source, bounds, previous, extract)
      if (!next) return found
      found = next
      if (next.equals(previous)) return next
    }
    return found
  }
}

/**
 * Paged.js looks up the text that overflows in its source by what it reads, and takes an earlier place that reads the same:
 * lines of code that repeat were printed twice. A text begins a page where the page before has left it, or at its start.
 */
function correctOffset(end: BreakToken, overflow: Range, start: BreakToken | undefined): void {
  if (!(overflow.startContainer instanceof Text) || !(end.node instanceof Text)) return
  end.offset = overflow.startOffset + (end.node === start?.node ? (start.offset ?? 0) : 0)
}

/** The next page begins inside this body. */
function goesOn(body: HTMLElement, end: BreakToken | undefined): boolean {
  const first = end?.node instanceof HTMLElement ? end.node : end?.node?.parentElement
  return (
    first?.parentElement?.closest(valued('ref', body.dataset.ref!)) != null || first?.dataset?.ref === body.dataset.ref
  )
}

export function registerHandlers(): void {
  const { Paged } = window as unknown as { readonly Paged: Paged }
  Paged.registerHandlers(
    class extends Paged.Handler {
      #start: BreakToken | undefined

      onPageLayout(rendered: HTMLElement, start: BreakToken, layout: Layout): void {
        this.#start = start
        guarded('page', rendered, () => receiveNotes(rendered), undefined)
        settleBeforeCuts(layout)
      }

      afterPageLayout(page: HTMLElement, _page: unknown, end: BreakToken | undefined): void {
        const content = page.querySelector<HTMLElement>(`${by.pagedjs_page_content} > div`)
        if (!content) return
        for (const body of content.querySelectorAll<HTMLElement>(by.body)) {
          if (!goesOn(body, end)) guarded('page', content, () => levelColumns(body, content), undefined)
        }
      }

      onBreakToken(end: BreakToken | undefined, overflow: Range | undefined): void {
        if (end && overflow) correctOffset(end, overflow, this.#start)
      }

      onOverflow(overflow: Range | undefined, rendered: HTMLElement): Range | undefined {
        if (!overflow) return undefined
        const moved = (range: Range) => moveRunOn(range, rendered) ?? keepWithWords(range, rendered) ?? moveHead(range)
        return guarded('page', rendered, () => moved(overflow), undefined)
      }
    },
  )
}

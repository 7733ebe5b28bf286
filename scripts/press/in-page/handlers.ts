/** Hooks into the pagination of Paged.js. */
import { alignToGrid } from './grid.ts'
import { keepTogether } from './keeps.ts'
import { steadyAnnotations } from './ruby.ts'
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

function settle(rendered: HTMLElement): void {
  closeUpOpening(rendered)
  steadyAnnotations(rendered)
  keepTogether(rendered)
  alignToGrid(rendered)
}

/**
 * The grid is set before every look for overflow and after every cut, which balances the columns anew and may leave a block
 * divided elsewhere. The hook `layout` comes too early for that: pictures are awaited after it.
 */
function settleBeforeCuts(layout: Layout): void {
  const cut = layout.findBreakToken.bind(layout)
  layout.findBreakToken = (rendered, source, bounds, previous, extract) => {
    let found: BreakToken | undefined
    for (let i = 0; i < cuts; i++) {
      settle(rendered)
      const next = cut(rendered, source, bounds, previous, extract)
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

export function registerHandlers(): void {
  const { Paged } = window as unknown as { readonly Paged: Paged }
  Paged.registerHandlers(
    class extends Paged.Handler {
      #start: BreakToken | undefined

      onPageLayout(_rendered: HTMLElement, start: BreakToken, layout: Layout): void {
        this.#start = start
        settleBeforeCuts(layout)
      }

      onBreakToken(end: BreakToken | undefined, overflow: Range | undefined): void {
        if (end && overflow) correctOffset(end, overflow, this.#start)
      }

      onOverflow(overflow: Range | undefined, rendered: HTMLElement): Range | undefined {
        return overflow && moveRunOn(overflow, rendered)
      }
    },
  )
}

/** A block that has been set and its lines in; whether the browser shows exactly these lines out. */
import type { Line, Measure } from './fit.ts'
import { collect, type Run, rectOf } from './measure.ts'
import { isHyphenated, isSpace } from './pieces.ts'

/** px by which the edge of a line may miss its measure: runs are rounded to 1/64 px, and a proper name stands off its neighbours. */
const tolerance = 1
/** A line with an annotation wider than its base is spread a little short by the browser itself (measured in Chromium 156). */
const rubyTolerance = 3

interface Edges {
  readonly left: number
  readonly right: number
}

/** The content edges of the fragment of a block (one per column) that holds a rectangle. */
function edgesFor(rect: DOMRect, fragments: readonly DOMRect[], inset: Edges): Edges | undefined {
  const y = (rect.top + rect.bottom) / 2
  const fragment = fragments.find(
    (it) => rect.left >= it.left - 2 && rect.left <= it.right + 2 && y >= it.top - 2 && y <= it.bottom + 2,
  )
  return fragment && { left: fragment.left + inset.left, right: fragment.right - inset.right }
}

/**
 * Each line must begin at the left edge of the measure with the piece planned, and end at the right edge where it is
 * spread; lines that are not must each begin below the one before and stay within the measure. The text must be what it was.
 */
export function showsLines(run: Run, lines: readonly Line[], measure: Measure): boolean {
  const style = getComputedStyle(run.block)
  const inset = (side: string) =>
    Number.parseFloat(style.getPropertyValue(`padding-${side}`)) +
    Number.parseFloat(style.getPropertyValue(`border-${side}-width`))
  const insets = { left: inset('left'), right: inset('right') }
  const fragments = [...run.block.getClientRects()]
  const shown = collect(run.block).found
  // White space at a line's edge has no width any more: pieces are found again by counting all others.
  const solid = shown.flatMap(({ text, spot }) => (isSpace(text) ? [] : [{ text, spot }]))
  const order = run.pieces.flatMap((piece, i) => (isSpace(piece.text) ? [] : [i]))
  if (solid.length !== order.length || order.some((index, i) => run.pieces[index]!.text !== solid[i]!.text))
    return false
  const spotAt = new Map(order.map((index, i) => [index, solid[i]!.spot]))
  let above = Number.NEGATIVE_INFINITY
  return lines.every((line, i) => {
    const from = spotAt.get(line.start)
    const to = spotAt.get(line.end - 1)
    if (!from || !to) return false
    const first = rectOf(from)
    const last = rectOf(to)
    const edges = edgesFor(first, fragments, insets)
    if (!edges || last.right > edges.right + tolerance) return false
    const below = first.top > above + first.height / 2 || first.top < above - first.height
    above = first.top
    if (!measure.justified) return below
    // The hyphen of a word stands after its last letter.
    const hyphen = isHyphenated(run.pieces[line.end - 1]!, run.pieces[line.end])
    const spread = !hyphen && !line.ragged && !run.parts.includes(line.end)
    const begins = Math.abs(first.left - edges.left - (i === 0 ? measure.indent : 0)) <= tolerance
    const ruby = run.spots.slice(line.start, line.end).some(({ node }) => node instanceof Element)
    return begins && (!spread || last.right >= edges.right - (ruby ? rubyTolerance : tolerance))
  })
}

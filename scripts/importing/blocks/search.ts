/**
 * Every way to read a run of units as a block in, the likeliest row of blocks out: a semi-Markov Viterbi search, forwards and
 * backwards, so that each gap also tells how much better it is joined than not.
 */
import type { Seam } from './seam.ts'

export interface Block {
  readonly kind: 'heading' | 'paragraph'
  readonly text: string
  readonly from: number
  readonly to: number
  /** One for each pair of neighbouring units that were joined. */
  readonly seams: readonly Seam[]
}

export interface Gap {
  /** Index of the unit after the gap. */
  readonly at: number
  /** How much better the best reading with a join is than the best without; beyond ±doubt the gap is decided. */
  readonly margin: number
}

/** Headings on headings only where the second is of a lower number; none ends an article. */
const weights = {
  headingOnHeading: -8,
  headingOnLowerHeading: -1,
  headingFirst: -1.5,
  headingLast: -12,
} as const

/** A run of units read as one block. */
export interface Segment {
  readonly block: Block
  readonly weight: number
  /** `paragraphState`, `unnumberedState`, or above it the numbered headings from the outermost. */
  readonly state: number
}
/** One for each kind of number, and two. */
const states = 13
export const paragraphState = 0
export const unnumberedState = 1

const start = -1
function transition(before: number, after: number): number {
  if (after === paragraphState) return 0
  if (before === start) return weights.headingFirst
  if (before === paragraphState) return 0
  return before > unnumberedState && after > before ? weights.headingOnLowerHeading : weights.headingOnHeading
}

export interface Search {
  readonly blocks: Block[]
  readonly gaps: Gap[]
}

/** Best reading, and for every gap the best reading that joins it against the best that does not. */
export function search(segments: readonly Segment[][]): Search {
  const count = segments.length
  const none = Number.NEGATIVE_INFINITY
  const table = (): number[][] => Array.from({ length: count + 1 }, () => new Array<number>(states + 1).fill(none))
  // Column 0 is the state before the first block; a block's state s stands in column s + 1.
  const [forward, backward] = [table(), table()]
  const back: (readonly [Segment, number] | undefined)[][] = Array.from({ length: count + 1 }, () => [])
  forward[0]![0] = 0
  for (let column = 0; column <= states; column++) backward[count]![column] = column >= 2 ? weights.headingLast : 0
  const into = (from: number, segment: Segment): readonly [number, number] => {
    let best: readonly [number, number] = [none, 0]
    for (const [column, value] of forward[from]!.entries()) {
      const total = value + transition(column - 1, segment.state)
      if (total > best[0]) best = [total, column]
    }
    return best
  }
  for (let from = 0; from < count; from++) {
    for (const segment of segments[from]!) {
      const [value, column] = into(from, segment)
      const { to } = segment.block
      if (value + segment.weight > forward[to]![segment.state + 1]!) {
        forward[to]![segment.state + 1] = value + segment.weight
        back[to]![segment.state + 1] = [segment, column]
      }
    }
  }
  for (let from = count - 1; from >= 0; from--) {
    for (let column = 0; column <= states; column++) {
      for (const segment of segments[from]!) {
        const value =
          transition(column - 1, segment.state) + segment.weight + backward[segment.block.to]![segment.state + 1]!
        if (value > backward[from]![column]!) backward[from]![column] = value
      }
    }
  }
  const apart = forward.map((row, at) => Math.max(...row.map((value, column) => value + backward[at]![column]!)))
  const together = new Array<number>(count + 1).fill(none)
  for (let from = 0; from < count; from++) {
    for (const segment of segments[from]!) {
      const total = into(from, segment)[0] + segment.weight + backward[segment.block.to]![segment.state + 1]!
      for (let at = from + 1; at < segment.block.to; at++) together[at] = Math.max(together[at]!, total)
    }
  }
  const ends = forward[count]!.map((value, column) => value + backward[count]![column]!)
  let [at, column] = [count, ends.indexOf(Math.max(...ends))]
  const blocks: Block[] = []
  while (at > 0) {
    const [segment, previous] = back[at]![column]!
    blocks.unshift(segment.block)
    ;[at, column] = [segment.block.from, previous]
  }
  const gaps = Array.from({ length: Math.max(0, count - 1) }, (_, at) => ({
    at: at + 1,
    margin: together[at + 1]! - apart[at + 1]!,
  }))
  return { blocks, gaps }
}

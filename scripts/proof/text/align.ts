/** In: the text that must stand and the text that was found. Out: the few ranges where they differ. */

export interface Edit {
  /** Range of the expected text that is not there; empty where something was added. */
  readonly expected: readonly [number, number]
  /** Range of the found text that stands in its place; empty where something was lost. */
  readonly found: readonly [number, number]
}

/**
 * Patience alignment: runs of characters that occur once in both texts are kept in order and hold the rest together, with
 * shorter and shorter runs between them. Linear for texts that hardly differ, and never worse than a few passes.
 */
export function align(expected: string, found: string): Edit[] {
  const edits: Edit[] = []

  const compare = (e0: number, e1: number, f0: number, f1: number): void => {
    while (e0 < e1 && f0 < f1 && expected[e0] === found[f0]) {
      e0++
      f0++
    }
    while (e0 < e1 && f0 < f1 && expected[e1 - 1] === found[f1 - 1]) {
      e1--
      f1--
    }
    if (e0 === e1 && f0 === f1) return
    if (e0 === e1 || f0 === f1) {
      edits.push({ expected: [e0, e1], found: [f0, f1] })
      return
    }
    const shorter = Math.min(e1 - e0, f1 - f0)
    // Runs of one or two characters say something only about short gaps.
    const lengths = [24, 12, 6, ...(shorter < 64 ? [3] : []), ...(shorter < 16 ? [1] : [])]
    for (const length of lengths) {
      const anchors = commonOnce(expected.slice(e0, e1), found.slice(f0, f1), length)
      if (anchors.length === 0) continue
      let e = e0
      let f = f0
      for (const [ea, fa] of anchors) {
        if (e0 + ea < e || f0 + fa < f) continue
        compare(e, e0 + ea, f, f0 + fa)
        e = e0 + ea + length
        f = f0 + fa + length
      }
      compare(e, e1, f, f1)
      return
    }
    edits.push({ expected: [e0, e1], found: [f0, f1] })
  }

  compare(0, expected.length, 0, found.length)
  return edits
}

/** Positions in both texts of the runs that occur exactly once in each, thinned to the longest chain that keeps the order. */
function commonOnce(a: string, b: string, length: number): [number, number][] {
  const once = (text: string): Map<string, number> => {
    const positions = new Map<string, number>()
    for (let i = 0; i + length <= text.length; i++) {
      const run = text.slice(i, i + length)
      positions.set(run, positions.has(run) ? -1 : i)
    }
    return positions
  }
  const inB = once(b)
  const pairs: [number, number][] = []
  for (const [run, i] of once(a)) {
    const j = inB.get(run)
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j])
  }
  return longestChain(pairs.sort((x, y) => x[0] - y[0]))
}

function longestChain(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = []
  const previous: number[] = []
  pairs.forEach(([, j], index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[ends[middle]!]![1] < j) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? ends[low - 1]! : -1
    ends[low] = index
  })
  const chain: [number, number][] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) chain.push(pairs[index]!)
  return chain.reverse()
}

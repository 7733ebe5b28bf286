/** In: places where each thing of a list may stand. Out: one place for each, in the order of the list, so that all together fit best. */

export interface Candidate {
  /** What comes later in the file has a greater one. */
  readonly order: number
  /** How well it fits; above 0. */
  readonly score: number
}

interface Chain<T> {
  readonly last: T
  readonly index: number
  readonly score: number
  readonly before: Chain<T> | null
}

/** Null where nothing fits, or only what is out of order. Equal things are told apart by their order alone. */
export function inOrder<T extends Candidate>(candidates: readonly (readonly T[])[]): (T | null)[] {
  // Of the chains that end at one place only the best can go on.
  const ends = new Map<number, Chain<T>>()
  candidates.forEach((own, index) => {
    const longer = own.map((last): Chain<T> => {
      let before: Chain<T> | null = null
      for (const chain of ends.values())
        if (chain.last.order < last.order && chain.score > (before?.score ?? 0)) before = chain
      return { last, index, score: last.score + (before?.score ?? 0), before }
    })
    for (const chain of longer)
      if (chain.score > (ends.get(chain.last.order)?.score ?? 0)) ends.set(chain.last.order, chain)
  })
  const found: (T | null)[] = candidates.map(() => null)
  let best: Chain<T> | null = null
  for (const chain of ends.values()) if (chain.score > (best?.score ?? 0)) best = chain
  for (let chain = best; chain; chain = chain.before) found[chain.index] = chain.last
  return found
}

/** Fills up what `inOrder` left open with the best place that nothing else has. */
export function fillUp<T extends Candidate>(
  found: readonly (T | null)[],
  candidates: readonly (readonly T[])[],
): (T | null)[] {
  const taken = new Set(found.flatMap((it) => (it ? [it.order] : [])))
  return found.map((it, i) => {
    if (it) return it
    const free = candidates[i]!.filter(({ order }) => !taken.has(order))
    const best = free.reduce<T | null>((a, b) => (a && a.score >= b.score ? a : b), null)
    if (best) taken.add(best.order)
    return best
  })
}

/** A seed in; the same choices each time out. Nothing here knows the clock. */

export interface Random {
  /** Whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** `count` different entries, in the order of the list's shuffle. */
  some<T>(list: readonly T[], count: number): T[]
  /** By weights. */
  weighted<T>(rows: readonly (readonly [T, number])[]): T
  /** `count` things made one after another. */
  times<T>(count: number, make: (index: number) => T): T[]
}

/** Mulberry32: 32 bits of state, good enough to choose words. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function seeded(seed: number): Random {
  const next = mulberry32(Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995)
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const random: Random = {
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)]!,
    some: (list, count) => {
      const rest = [...list]
      return Array.from({ length: Math.min(count, list.length) }, () => rest.splice(int(0, rest.length - 1), 1)[0]!)
    },
    weighted: (rows) => {
      let left = next() * rows.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of rows) {
        left -= weight
        if (left < 0) return value
      }
      return rows.at(-1)![0]
    },
    times: (count, make) => Array.from({ length: count }, (_, index) => make(index)),
  }
  return random
}

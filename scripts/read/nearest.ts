/** A word and the known words in; the known word nearest to it by the number of edits out. */

import { editsBetween } from '../model/edits.ts'

/** Known words by name, each with other names it goes by (the Chinese title of a key). Empty only if nothing is known. */
export function nearest(word: string, known: ReadonlyMap<string, readonly string[]>): string {
  let best = { name: '', score: Number.POSITIVE_INFINITY }
  for (const [name, others] of known) {
    const score = Math.min(
      ...[name, ...others].map(
        (other) => editsBetween(word.toLowerCase(), other.toLowerCase()) / Math.max(word.length, other.length),
      ),
    )
    if (score < best.score) best = { name, score }
  }
  return best.name
}

/** A word and the known words in; the known word nearest to it by Levenshtein's distance out. */

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (a[i] === b[j] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}

/** Known words by name, each with other names it goes by (the Chinese title of a key). Empty only if nothing is known. */
export function nearest(word: string, known: ReadonlyMap<string, readonly string[]>): string {
  let best = { name: '', score: Number.POSITIVE_INFINITY }
  for (const [name, others] of known) {
    const score = Math.min(
      ...[name, ...others].map(
        (other) => distance(word.toLowerCase(), other.toLowerCase()) / Math.max(word.length, other.length),
      ),
    )
    if (score < best.score) best = { name, score }
  }
  return best.name
}

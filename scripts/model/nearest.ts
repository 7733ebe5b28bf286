/** A word and the known words in; the known word that was meant, which is the nearest by the number of edits, out. */

/** Optimal string alignment distance: one wrong, missing, surplus or swapped character each counts one. */
function editsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    const above = rows[i - 1]!
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (rows[i - 2]?.[j - 2] ?? least) + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}

/** Known names, each alone or with others it goes by (the Chinese title of a key). */
type Known = Iterable<string | readonly [name: string, others: readonly string[]]>

/** Of names as near by their length the first; empty only if nothing is known. Case makes no difference. */
export function nearest(word: string, known: Known): string {
  let best = { name: '', score: Number.POSITIVE_INFINITY }
  for (const entry of known) {
    const names = typeof entry === 'string' ? [entry] : [entry[0], ...entry[1]]
    const scores = names.map(
      (name) => editsBetween(word.toLowerCase(), name.toLowerCase()) / Math.max(word.length, name.length),
    )
    const score = Math.min(...scores)
    if (score < best.score) best = { name: names[0]!, score }
  }
  return best.name
}

/** The nearest name, if no more than a third of the word's letters are wrong; else null. */
export function nearby(word: string, known: readonly string[]): string | null {
  const name = nearest(word, known)
  return editsBetween(word.toLowerCase(), name.toLowerCase()) <= Math.max(1, Math.ceil(word.length / 3)) ? name : null
}

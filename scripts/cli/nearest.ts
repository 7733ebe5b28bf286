/** In: a mistyped name and the known ones. Out: the known one that was probably meant, or null. */
import { editsBetween } from '../model/edits.ts'

/** The known name fewest edits away, if these are no more than a third of the name's letters. */
export function nearest(name: string, known: readonly string[]): string | null {
  const ranked = known
    .map((candidate) => ({ candidate, edits: editsBetween(name.toLowerCase(), candidate) }))
    .sort((a, b) => a.edits - b.edits)
  const best = ranked[0]
  return best && best.edits <= Math.max(1, Math.ceil(name.length / 3)) ? best.candidate : null
}

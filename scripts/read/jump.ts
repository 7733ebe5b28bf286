/** The body of an article in; the same with at most one mark where it jumps, and marks that cannot stand where they are, out. */
import type { BodyToken } from '../model/body.ts'
import type { PhraseKey } from '../model/codes/phrases.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'

/** What an editor types as a paragraph of its own: 下转 as in 下转第 12 页; the number is set by the layout. */
export const jumpMark = '{下转}'

export const misplacedJump = (place: Place, reason: PhraseKey<'jumpPlace'>): Diagnostic =>
  diagnostic('manuscript/jump-place', place, { reason })

/** `at` turns a line into a place. */
export function oneJump(
  body: readonly BodyToken[],
  at: (line: number) => Place,
  report: (d: Diagnostic) => void,
): BodyToken[] {
  let first: Place | undefined
  return body.filter((token, i) => {
    if (token.type !== 'jump') return true
    const place = at(token.map![0])
    if (first) {
      report(diagnostic('manuscript/jump-twice', place, {}, [first]))
      return false
    }
    first = place
    const before = body[i - 1]
    const reason = !before
      ? 'first'
      : i === body.length - 1
        ? 'last'
        : before.type === 'heading_close'
          ? 'heading'
          : null
    if (reason) report(misplacedJump(place, reason))
    return reason === null
  })
}

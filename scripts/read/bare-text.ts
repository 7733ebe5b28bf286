/** The inline children of a block in; their bare text, with all else masked, and the place of every index of it, out. */
import type { Token } from 'markdown-it'
import type { Place } from '../model/place.ts'
import { escaped, other } from './mark-rules.ts'
import { lastUpTo } from './positions.ts'

export interface BareText {
  /** Lines are parted by line feeds; whatever is no bare text (an escaped character, a link, a note call) is one masked character. */
  readonly text: string
  readonly placeAt: (index: number) => Place
  /** Indices of the line feeds that do not break the line in print. */
  readonly folds: ReadonlySet<number>
}

/** `offsets` are those of the children in their content; `at` turns an offset into a place. */
export function bareText(
  children: readonly Token[],
  offsets: readonly number[],
  at: (offset: number) => Place,
): BareText {
  let text = ''
  const starts: number[] = []
  const folds = new Set<number>()
  for (const { type, content, info } of children) {
    starts.push(text.length)
    if (type === 'softbreak') folds.add(text.length)
    if (type === 'text') text += content
    else if (type === 'softbreak' || type === 'hardbreak') text += '\n'
    // A backslash before a letter escapes nothing.
    else if (type === 'text_special' && /^\\./su.test(content)) text += content
    else text += (type === 'text_special' && info === 'escape' && escaped[content]) || other
  }
  const placeAt = (index: number): Place => {
    const i = lastUpTo(starts, index)
    return at(offsets[i]! + index - starts[i]!)
  }
  return { text, placeAt, folds }
}

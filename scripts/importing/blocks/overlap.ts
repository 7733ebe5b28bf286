/** Both sides of a cut in, the piece that was printed twice out: a column that ends in 书页 may be followed by one that begins with 页. */
import { balanceOf, han, headOf, lengthOf, tailOf } from '../characters/marks.ts'
import { repeatsByRight } from '../characters/words.ts'

export interface Overlap {
  /** What to drop from the start of the second side; one character, or nothing. */
  readonly drop: string
  /** What is repeated, and may well have been repeated in the original: left as it is. */
  readonly doubt: string
}

const none: Overlap = { drop: '', doubt: '' }
const dropped = (drop: string): Overlap => ({ drop, doubt: '' })

/** Dashes and ellipses are two characters each: of an odd run one was printed twice. */
function oddRun(mark: string, before: string, after: string): boolean {
  const run = (text: string[]): number => {
    const at = text.findIndex((c) => c !== mark)
    return at === -1 ? text.length : at
  }
  return (run(Array.from(before).reverse()) + run(Array.from(after))) % 2 === 1
}

/**
 * One character repeated at a cut was printed twice, unless it stands for itself (a word such as 紧紧, a digit, two closing marks that
 * both have a partner). Two to six repeated characters may be a real repetition (研究研究): only reported.
 */
export function overlapAt(before: string, after: string): Overlap {
  for (let length = 6; length >= 2; length--) {
    const repeated = headOf(after, length)
    if (lengthOf(repeated) === length && /^\p{Script=Han}+$/u.test(repeated) && before.endsWith(repeated))
      return { drop: '', doubt: repeated }
  }
  const character = headOf(after, 1)
  if (character === '' || tailOf(before, 1) !== character) return none
  if (han.test(character)) return repeatsByRight(before, after) ? { drop: '', doubt: character } : dropped(character)
  if (/[\p{L}\p{N}]/u.test(character)) return { drop: '', doubt: character }
  if (/[—…]/u.test(character)) return oddRun(character, before, after) ? dropped(character) : none
  if (/[”’）》〉】〕」』)\]]/u.test(character))
    return balanceOf(before + after).unopened.length > balanceOf(before + after.slice(character.length)).unopened.length
      ? dropped(character)
      : none
  return dropped(character)
}

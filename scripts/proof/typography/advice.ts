/** In: a line that breaks a rule. Out: what an editor can do that helps there: not every text may be reworded. */
import type { PhraseKey } from '../../model/codes/phrases.ts'
import type { TypesetLine } from './read/typeset-page.ts'

/** Letters and signs that are set without a break, so long that a line of Han is torn by them. */
const longWord = /[!-~]{14,}/

/** Characters of the passage that follow the line: what did not fit is the reason why the line is loose. */
const following = 40

export function adviceOn(line: TypesetLine): PhraseKey<'advice'> {
  const rest = line.passage?.text.slice(line.from, line.to + following) ?? line.text
  if (longWord.test(rest)) return 'long-word'
  switch (line.kind) {
    case 'heading':
    case 'title':
      return 'title'
    case 'verse':
    case 'reference':
    case 'attribution':
    case 'code':
      return 'fixed'
    case 'caption':
    case 'cell':
      return 'narrow'
    default:
      return 'paragraph'
  }
}

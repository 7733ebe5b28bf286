/** In: a line that breaks a rule. Out: what an editor can do that helps there, in both languages: not every text may be reworded. */
import type { Facts } from '../../model/diagnostic.ts'
import type { TypesetLine } from './read/typeset-page.ts'

/** Letters and signs that are set without a break, so long that a line of Han is torn by them. */
const longWord = /[!-~]{14,}/

/** Characters of the passage that follow the line: what did not fit is the reason why the line is loose. */
const following = 40

export function adviceOn(line: TypesetLine): Facts {
  const rest = line.passage?.text.slice(line.from, line.to + following) ?? line.text
  if (longWord.test(rest)) {
    return {
      adviceZh: '这里有很长的网址或西文词：把它移到注里，改用短的，或换到句中别处。',
      adviceEn:
        'A long address or word stands here: move it into a note, shorten it, or put it elsewhere in the sentence.',
    }
  }
  switch (line.kind) {
    case 'heading':
    case 'title':
      return {
        adviceZh: '标题太长：换短一些的说法，或用 | 标出意思可断之处（已有的 | 可移动或去掉）。',
        adviceEn:
          'The title is long: word it shorter, or say with | where the sense allows a break (move or drop one that is there).',
      }
    case 'verse':
    case 'reference':
    case 'attribution':
    case 'code':
      return {
        adviceZh: '诗行、引文出处、参考文献和代码不便改字：在它前面的正文里增减一行，或移动附近的图、表。',
        adviceEn:
          'Verse, sources, references and code are not reworded: take out or add a line in the text before it, or move a figure or table nearby.',
      }
    case 'caption':
    case 'cell':
      return {
        adviceZh: '改短图题或格里的文字，或让图、表占通栏（span=page）。',
        adviceEn: 'Shorten the caption or cell, or let the figure or table take all columns (span=page).',
      }
    default:
      return {
        adviceZh: '改动这一段的一两个字，使它多一行或少一行；若是引文，改它前面的一段，或移动附近的图、表。',
        adviceEn:
          'A word more or less, so that this paragraph has a line more or less; where it quotes, do so in the one before, or move a figure or table nearby.',
      }
  }
}

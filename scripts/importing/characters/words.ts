/** Text around a cut in, whether the cut goes through a word out: by the word list of ICU that comes with the runtime. */
import { headOf, tailOf } from './marks.ts'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const window = 12

export const wordsOf = (text: string): string[] => [...segmenter.segment(text)].map((part) => part.segment)

/** The word that lies across the cut, or undefined where the cut falls between two words. */
export function wordAcross(before: string, after: string): string | undefined {
  const left = tailOf(before, window)
  for (const part of segmenter.segment(left + headOf(after, window))) {
    const end = part.index + part.segment.length
    if (part.index < left.length && end > left.length) return part.isWordLike ? part.segment : undefined
  }
  return undefined
}

/** The last word of a text, the first word of a text. */
export const lastWord = (text: string): string => wordsOf(tailOf(text, window)).at(-1) ?? ''
export const firstWord = (text: string): string => wordsOf(headOf(text, window))[0] ?? ''

/** Characters that print often doubles; ICU's list alone would take names such as 程程 and 关关 for words too. */
const doubled = new Set(
  '人天年月日时代世步节件事样种重家户村处层紧常渐慢往偏刚仅深牢悄早远高大轻静好多默明恰每屡纷光妈爸哥弟姐妹爷奶听看想说试等谢',
)
/** Those that do so in idioms (环环相扣) and with 有 (件件有), of which the word list knows few. */
const doubledInIdioms = new Set('环件丝井头津息斤比历落念蒸欣源滔滚')

/** 踏踏实实 from 踏实, 方方面面 from 方面: the pattern AABB, with the cut between two of its halves. */
function inPattern(before: string, after: string): boolean {
  const left = /(\p{Script=Han})\1(\p{Script=Han})$/u.exec(before)
  const right = /^(\p{Script=Han})(\p{Script=Han})\2/u.exec(after)
  return [left, right].some((found) => found !== null && wordsOf(found[1]! + found[2]!).length === 1)
}

/**
 * Whether a repeated character stands for itself: the word list sees a word such as 紧紧 or 环环相扣 across the cut, 踏踏实 | 实 is
 * the pattern AABB, or each side is a whole word, as in 活动 | 动员, and with one copy dropped the second is none any more.
 * Then a second copy at a cut is no certain printer's fault. But no word has one character three times, few doubled words stand
 * directly before a mark, and in 每 | 每月 the second side is whole only with the character, so that the first copy is the odd one.
 */
export function repeatsByRight(before: string, after: string): boolean {
  const character = headOf(after, 1)
  if (before.endsWith(character + character)) return false
  const right = firstWord(after)
  const rest = after.slice(character.length)
  const across = wordAcross(before, after)
  if (inPattern(before, after)) return true
  if (across !== undefined && across.length > 2) return true
  if (lastWord(before).length > 1 && right.length > 1) return wordAcross(before, rest) !== right
  if (/^[^妈爸哥弟姐妹爷奶听看想说试等谢][，。、；：！？”’）》]/u.test(after)) return false
  if (doubledInIdioms.has(character)) return true
  return across !== undefined && doubled.has(character) && !(right.length > 1 && firstWord(rest).length === 1)
}

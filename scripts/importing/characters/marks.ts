/** Text in, facts about its marks out: how it ends, what it leaves unclosed, how many characters it has. */

export const han = /\p{Script=Han}/u

/** Marks that can never open a line, and so never a unit (GB/T 15834 5.1.1–5.1.3, 5.1.6); half-width ones where a text has these. */
const neverFirst = /^(?:[。，、；：！？”’）》〉】〕」』·～％‰]|[,;)\]](?=\S)|[.?!](?=\p{Script=Han}|["”])|\.\d)/u
export const beginsInside = (text: string): boolean => neverFirst.test(text)

const closers = '”’"＂\'）》〉】〕」』)\\]］'
const stop = new RegExp(`[。！？…!?.．～~][${closers}]*$`, 'u')
/** What may follow the full stop of a complete sentence: marks of notes and citations. */
const citation =
  /(?:\s*(?:[[［〔【]\^?@?[\d０-９*＊][\d０-９,，、\-–—~～\s]*[\]］〕】]\d{0,4}(?:[-–]\d+)?|[①-⑳⑴-⒇❶-❿]|[¹²³⁴-⁹⁰]+|[*＊†‡※]))+$/u
/** A remark in brackets that begins after the full stop is no part of the sentence: 。（完） 。（见图1）. */
const remark = /[。！？…．][”’"」』]*\s*[（(【[][^（）()【】]{1,40}[）)】\]]$/u

/**
 * How a unit ends. `stop`: a sentence is complete. `comma`: it certainly goes on (，、 or an opening mark). `semicolon`, `colon`,
 * `dash`: it may go on in this paragraph or in another. `open`: no mark at all, as in a heading or where a column ended.
 */
export type Ending = 'stop' | 'comma' | 'semicolon' | 'colon' | 'dash' | 'open'

export function endingOf(text: string): Ending {
  const bare = text.replace(citation, '')
  if (stop.test(bare) || remark.test(text)) return 'stop'
  if (/[，、,“‘（《〈【〔「『([·]$/u.test(text)) return 'comma'
  if (/[；;]$/u.test(text)) return 'semicolon'
  if (/[：:]["“「]?$/u.test(text)) return 'colon'
  if (/(?:——|——[”’」』])$/u.test(text)) return 'dash'
  return 'open'
}

const partner: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '）': '（',
  '》': '《',
  '〉': '〈',
  '】': '【',
  '〕': '〔',
  '」': '「',
  '』': '『',
  ')': '(',
  ']': '[',
}
const openings = new Set(Object.values(partner))

/** Opening marks never closed, innermost last, and closing marks never opened. Mixed （ and ) count as a pair; Latin ’ as a letter. */
export function balanceOf(text: string): { unclosed: string[]; unopened: string[] } {
  const unclosed: string[] = []
  const unopened: string[] = []
  const counted = text
    .replace(/(?<=\p{Script=Latin})’|^\s*[一二三四五六七八九十\d]{1,3}[)）]/gu, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
  for (const mark of counted) {
    if (openings.has(mark)) unclosed.push(mark)
    const open = partner[mark]
    if (open === undefined) continue
    const at = unclosed.lastIndexOf(open)
    if (at === -1) unopened.push(mark)
    else unclosed.splice(at, 1)
  }
  return { unclosed, unopened }
}

/** Whether `next` closes what `text` left open. A quotation of several paragraphs opens each one anew and is no such case. */
export function closesWhatIsOpen(text: string, next: string): boolean {
  const { unclosed } = balanceOf(text)
  const { unopened } = balanceOf(next)
  return unopened.some((mark) => unclosed.includes(partner[mark]!))
}

/** Length in characters, not in UTF-16 units. */
export const lengthOf = (text: string): number => Array.from(text).length

/** First or last characters, never half a surrogate pair. */
export const headOf = (text: string, count: number): string => Array.from(text).slice(0, count).join('')
export const tailOf = (text: string, count: number): string => Array.from(text).slice(-count).join('')

const excerptLength = 14
/** Both sides of a cut, short enough for a table cell. */
export const excerpt = (before: string, after: string, between: string): string =>
  `${lengthOf(before) > excerptLength ? '…' : ''}${tailOf(before, excerptLength)}${between}${headOf(after, excerptLength)}${lengthOf(after) > excerptLength ? '…' : ''}`
/** The start of a text, short enough for a table cell. */
export const opening = (text: string): string =>
  lengthOf(text) > 2 * excerptLength ? `${headOf(text, 2 * excerptLength)}…` : text

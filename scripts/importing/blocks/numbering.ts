/** A unit in, its enumerator out: 一、 （一） 1. （1） 第一章 of headings, and 一是, 二要, 首先 of sentences. */

const numeral = '[一二三四五六七八九十百]+'

/** What a number of measure is followed by, unlike the number of a heading. */
const measure = '(?![元米万亿个吨公千度倍克升年月日小分秒岁斤亩里人次件项处名户天%％])'

/** Outermost first: the order is the level. */
const kinds = [
  ['part', new RegExp(`^第${numeral}[章部编篇]+分?[、：:\\s]?`, 'u')],
  ['section', new RegExp(`^第${numeral}节[、：:\\s]?`, 'u')],
  ['han', new RegExp(`^${numeral}、`, 'u')],
  ['zero', /^[0O〇][1-9lI](?:\s+|[.．、](?!\d))/u],
  ['decimal', /^\d{1,2}[\s\u3000]+(?=\p{Script=Han})/u],
  ['han-bracket', new RegExp(`^[（(]${numeral}[）)]、?`, 'u')],
  ['decimal-2', new RegExp(`^\\d{1,2}[.．]\\d{1,2}(?![\\d.．])\\s*(?=\\p{Script=Han})${measure}`, 'u')],
  ['digit', /^[0-9０-９]{1,2}(?:[、．]|[.](?![0-9]))/u],
  ['decimal-3', /^\d{1,2}(?:[.．]\d{1,2}){2,3}\s*(?=\p{Script=Han})/u],
  ['digit-bracket', /^(?:[（(][0-9０-９]{1,2}[）)]|[①-⑳])/u],
  ['bullet', /^[◆●■▲★◎○◇△▌◼♦]\s*(?=\p{Script=Han})/u],
] as const

export type NumberKind = (typeof kinds)[number][0]

export interface Enumerator {
  readonly kind: NumberKind
  readonly level: number
  readonly text: string
}

export function enumeratorOf(text: string): Enumerator | undefined {
  for (const [level, [kind, pattern]] of kinds.entries()) {
    const found = pattern.exec(text)
    if (found) return { kind, level, text: found[0] }
  }
  return undefined
}

export const withoutEnumerator = (text: string): string => text.slice(enumeratorOf(text)?.text.length ?? 0)

/** 一是, 二要, 其三, 第四，, 首先: they begin sentences inside a section; headings are numbered otherwise. */
const runIn = new RegExp(`^(?:${numeral}[是要]|其${numeral}|第${numeral}[，,、]|首先|其次|再次|最后[，,])`, 'u')
export const runsIn = (text: string): boolean => runIn.test(text)

/** 1–99 from 一、 or （十二） or 3. or ②; undefined where there is no number. */
export function numberOf(text: string): number | undefined {
  const found = enumeratorOf(text)?.text
  if (found === undefined) return undefined
  const circled = /[①-⑳]/u.exec(found)
  if (circled) return circled[0].codePointAt(0)! - 0x2460 + 1
  const digits = /\d+(?=\D*$)/u.exec(found.normalize('NFKC').replace(/[O〇]/u, '0'))
  if (digits) return Number(digits[0])
  const numerals = /[一二三四五六七八九十]+/u.exec(found)?.[0]
  if (numerals === undefined) return undefined
  const value = (numeral: string | undefined): number => (numeral ? '一二三四五六七八九'.indexOf(numeral) + 1 : 0)
  const [tens, ones] = numerals.split('十')
  return ones === undefined ? value(tens) : (value(tens) || 1) * 10 + value(ones)
}

/** Headings that stand without a number beside numbered ones. */
export const standingHead =
  /^(?:[●◆■○]?\s*(?:引言|前言|导言|导语|绪论|绪言|结语|结束语|结论|小结|余论|后记|尾声|编后|编后语|编后记|编者按|编者的话|更\s*正|勘\s*误|启\s*事|致\s*歉|编者回复|编辑回复|编辑部回复|答\s*复|回\s*音|相关链接|知识链接|链接|延伸阅读|参考文献|注释|附录|致谢|引言|緒論|結語|結論|後記|編後|編者按|參考文獻|註釋|鏈接))[：:]?$/u

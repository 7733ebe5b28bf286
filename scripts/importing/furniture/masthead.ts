/** Units in, those at the head of the text that name the periodical and its issue: they are no title. */
import { parseByline } from '../byline/byline.ts'
import { lengthOf } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'
import type { Unit } from '../lines/units.ts'
import { isLatin } from '../lines/width.ts'

const numbered =
  /第\s*[\d〇○零一二三四五六七八九十百]+\s*[期卷号辑]|[\d一二三四五六七八九十]\s*(?:期|月号|月刊)|总第|创刊号|[春夏秋冬]季?(?:号|之?卷)|(?:19|20)\d{2}\s*年?\s*[·•.]\s*(?:[春夏秋冬]|\d{1,2}(?!\d))|\bVol|\bNo\.|(?:19|20)\d{2}\s*年?\s*[,，]\s*\d+\s*[（(]\d|星期[一二三四五六日天]|(?:(?:19|20)\d{2}|[一二][九〇○零].{2}|民[国國].{1,4})年.{1,3}月(?:.{1,3}日)?(?:出版|出刊|$)|[（(](?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?:出版|出刊)?[）)]$/iu
const paper =
  /^[《〈「【]?[\p{Script=Han}·\s]{2,16}(?:报|刊|志|学报|杂志|通讯|文艺|文学|季刊|月刊|双月刊|周刊|诗刊|画报|导报|史志|文摘|园地|之窗|之声|简报|校刊|院刊|论丛|学刊)\s*(?:[（(][^（）()]{2,12}[）)])?[》〉」】]?$/u
const western =
  /^[A-Z][A-Za-z’' .,&()-]*(?:JOURNAL|Journal|REVIEW|Review|Weekly|WEEKLY|Quarterly|MAGAZINE|Magazine|BULLETIN|Bulletin|NEWS|News)[A-Za-z’' .,&()-]*$|^(?:JOURNAL|Journal) /u
const imprint =
  /^(?:主管|主办|编印|承办|出版|编辑|编辑出版|主编|总编|社长|国内统一|准印|内部|CN|ISSN|刊号|邮发代号|网址|本期\p{Script=Han}?版)\S{0,8}?\s*(?:[:：]|\d)/u

/** Only the first lines count, and of the names only those beside a line with the number. */
export function mastheadOf(units: readonly Unit[]): number[] {
  const first = units.slice(0, 7)
  const stop = first.findIndex(({ text }) => lengthOf(text) > (isLatin(text) ? 120 : 60) || /[。！？；]/u.test(text))
  const head = first.slice(0, stop === -1 ? first.length : stop)
  const plain = head.map(({ text }) => simplify(text))
  const isNumber = plain.map(
    (text) =>
      numbered.test(text) &&
      !/[《〈].+[》〉]\s*[一文]|[于於]\p{Script=Han}+$/u.test(text) &&
      !/(?<!主办|主管|编印|承办|出版|刊号|编辑|版面|\d版)[:：]/u.test(text) &&
      !/^[—–-]/u.test(text),
  )
  const isName = plain.map(
    (text, at) => !isNumber[at] && (paper.test(text) || western.test(text) || imprint.test(text)),
  )
  // What a subtitle, names or the text follow is a title, whatever it ends in.
  const isTitle = (at: number): boolean => {
    const next = units[at + 1]
    if (!next || /[的了给是在和与]/u.test(plain[at]!)) return true
    const byline = parseByline(next.text)
    return (
      /^[—–-]/u.test(next.text) ||
      byline?.marked === true ||
      byline?.likeness === 'good' ||
      /[。！？]$/u.test(next.text)
    )
  }
  const found = new Set<number>()
  for (const at of head.keys()) if (isNumber[at]) found.add(at)
  for (let round = 0; round < head.length; round++)
    for (const at of head.keys())
      if (isName[at] && !isTitle(at) && (found.has(at - 1) || found.has(at + 1))) found.add(at)
  // A line far from the top is a title with a date rather than a masthead.
  const from = [...found].sort((a, b) => a - b)
  return from.filter((at) => from.slice(0, from.indexOf(at)).length >= at - 1)
}

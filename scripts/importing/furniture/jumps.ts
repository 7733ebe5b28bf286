/** Units in, the same without the marks by which a printed article jumps to another page, （下转…） and （上接…）; each unit knows its own. */
import { endingOf, lengthOf } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'
import type { Jump, JumpMark, Unit } from '../lines/units.ts'
import { isCaption } from './captions.ts'
import { type Moved, moved } from './moved.ts'

const number = '[\\dA-Za-z〇零一二三四五六七八九十百]{1,5}'
/** 第8页, A3版, 03版, 8-9版, 本页, 封三, 中缝; a bare number only where a bracket or the line's end follows. */
const page = `(?:第?\\s*${number}(?:\\s*[-—–~～至、,，]\\s*${number})?\\s*[页版]|第?\\s*[A-Z]?\\d{1,4}(?=\\s*(?:[）)】〕\\]］>〉]|$))|[本下上后前][一]?[页版]|封[二三底面]|中缝)`
const open = '[（(【〔［[<〈▼▲▶◀►→☞…\\s]*'
const shut = '[）)】〕］\\]>〉▼▲▶◀◄←\\s。]*'
/** Besides the page a mark may name the article or the place on the page. */
const rest = '[^（()）【】〔〕。；]{0,30}?'
const onward =
  '(?:(?:未完|待续)[，,、。；\\s]*(?:请?[下紧文]?\\s*[转接见续]|[请]?见)|[下紧请]\\s*转|下\\s*接|文\\s*转|余\\s*文\\s*见|转(?:至|到|入)?|续\\s*见|接\\s*转)\\s*至?'
/** 接 and 续 say both: at the end of what breaks off they go onward. */
const either = '(?:[紧文]?\\s*接|续)\\s*自?'
const backward = '(?:上\\s*[接承续]|接\\s*上|[紧文]\\s*接|[接承续]\\s*自?|[上前]文\\s*见)'
const westernTo = '(?:to be )?continued on (?:p(?:age|\\.)?\\s*)?[A-Z]?\\d+'
const westernFrom = 'continued from (?:p(?:age|\\.)?\\s*)?[A-Z]?\\d+'

/** In brackets at the end of a line; 下转 says enough without them. */
const to = new RegExp(
  `(?:\\s*[（(【〔［[▼▶►→☞]\\s*(?:${onward}|${either})\\s*${page}${rest}${shut}|${open}下\\s*转\\s*${page}${shut}|\\s*[（(]\\s*${westernTo}\\s*[）)]|\\s*[（(]\\s*未完[，,、]?\\s*下转[^（）()]{0,8}[）)])$`,
  'iu',
)
/** Alone on its line it needs no brackets. */
const toAlone = new RegExp(`^${open}(?:${onward}\\s*${page}${rest}|${westernTo})${shut}$`, 'iu')
const from = new RegExp(
  `^(?:[（(【〔［[▲◀◄←]\\s*${backward}\\s*${page}${rest}[）)】〕］\\]]${shut}|${open}上\\s*接\\s*${page}${shut}|[（(]\\s*${westernFrom}\\s*[）)]\\s*)`,
  'iu',
)
const fromAlone = new RegExp(`^${open}(?:${backward}\\s*${page}${rest}|${westernFrom})${shut}$`, 'iu')
const eitherAlone = new RegExp(`^${open}${either}\\s*${page}${rest}${shut}$`, 'u')
/** 旧城水道（上接第6页）: the title stands before the mark. */
const titledFrom = new RegExp(
  `^([^。；！？]{2,30}?)\\s*[（(【〔［[▲◀—\\s]+\\s*(上\\s*接\\s*${page})${rest}${shut}$`,
  'u',
)
const pageIn = /([A-Za-z]?\d{1,4}|[〇零一二三四五六七八九十百]{1,4})\s*[页版]?/u

function markOf(text: string, printed: string, line: number): JumpMark {
  const found = pageIn.exec(text)
  // What is left without the words of the mark, the page and the signs is a title.
  const about = printed
    .replace(/[（()）【】〔〕［\][\]▼▲▶◀►◄→←☞《》<>〈〉“”：:，,\s]/gu, '')
    .replace(
      /^(?:未完|待[续續])*.{0,2}[转轉接见見续續承][至自到上]?第?[\dA-Za-z〇零一二三四五六七八九十百\-—–~～至、]*[页頁版]?/u,
      '',
    )
  return { line, ...(found && { page: found[1]! }), ...(lengthOf(about) >= 3 && { about }) }
}

export const pageNumber = ({ page: printed }: JumpMark): number | undefined => {
  const digits = printed === undefined ? null : /\d+/u.exec(printed)
  if (digits) return Number(digits[0]) + (/^[A-Za-z]/u.test(printed!) ? 1000 * printed!.toUpperCase().charCodeAt(0) : 0)
  const at = printed === undefined ? -1 : '〇一二三四五六七八九十'.indexOf(printed)
  return at === -1 ? undefined : at
}

/** Notes and captions at the foot of a page stand between the text and its mark. */
const aside = (unit: Unit): boolean => /^[①-⑳*＊]/u.test(unit.text) || isCaption(unit.text)

export function markJumps(units: readonly Unit[]): Moved {
  const repairs: Moved['repairs'] = []
  const leaked: Moved['leaked'] = []
  const take = (line: number, text: string): void => {
    const gone = moved({ line, text: text.trim() }, 'jump', '转接的标记：版式会给出新的页码。')
    leaked.push(gone.leaked)
    repairs.push(gone.repair)
  }
  const whole: Unit[] = []
  let pending: JumpMark | undefined
  for (const unit of units) {
    const plain = simplify(unit.text)
    const { line } = unit
    const put = (text: string, jump: Jump): void => {
      const own = pending && !jump.from ? { ...jump, from: pending } : jump
      whole.push({ ...unit, text, ...((own.from || own.to) && { jump: own }) })
      pending = undefined
    }
    const back = (mark: JumpMark): void => {
      const last = whole.findLastIndex((one) => !aside(one))
      if (last !== -1) whole[last] = { ...whole[last]!, jump: { ...whole[last]!.jump, to: mark } }
    }
    if (unit.kind || lengthOf(unit.text) === 0) {
      whole.push(unit)
      continue
    }
    const titled = lengthOf(unit.text) <= 50 ? titledFrom.exec(plain) : null
    const last = whole.findLast((one) => !aside(one))
    const broken = last !== undefined && last.jump?.to === undefined && ['open', 'comma'].includes(endingOf(last.text))
    if (broken && lengthOf(last.text) > 16 && /[，。、；]/u.test(last.text) && eitherAlone.test(plain)) {
      take(line, unit.text)
      back(markOf(plain, unit.text, line))
    } else if (fromAlone.test(plain)) {
      take(line, unit.text)
      pending = markOf(plain, unit.text, line)
    } else if (toAlone.test(plain)) {
      take(line, unit.text)
      back(markOf(plain, unit.text, line))
    } else if (titled) {
      take(line, unit.text)
      pending = {
        ...markOf(titled[2]!, '', line),
        about: unit.text.slice(0, titled[1]!.length).replace(/[《》\s]/gu, ''),
      }
    } else {
      const start = from.exec(plain)?.[0] ?? ''
      const after = plain.slice(start.length)
      const end = to.exec(after)
      const until = end ? start.length + end.index : unit.text.length
      const heads = unit.text.slice(0, start.length)
      const tail = unit.text.slice(until)
      if (heads !== '') take(line, heads)
      if (tail !== '') take(line, tail)
      put(unit.text.slice(start.length, until).trim(), {
        ...(heads !== '' && { from: markOf(start, heads, line) }),
        ...(end && { to: markOf(end[0], tail, line) }),
      })
    }
  }
  return { units: whole, leaked, repairs }
}

/** Units of a body in, those among them that are lines of verse out. */
import { endingOf, lengthOf } from '../characters/marks.ts'
import type { Unit } from '../lines/units.ts'
import { enumeratorOf } from './numbering.ts'
import { seamOf } from './seam.ts'

/** 旧渡青苔接水平，石阶七十入潮声。 Couplets of five or seven characters. */
const couplet =
  /^(?:\p{Script=Han}{5}[，、？！]\p{Script=Han}{5}|\p{Script=Han}{7}[，、？！]\p{Script=Han}{7})[。？！；，]?$/u
const titled =
  /诗|首[）)]|[五七][律绝]|律诗|绝句|沁园春|浣溪沙|满江红|蝶恋花|鹧鸪天|水调歌头|渔家傲|念奴娇|临江仙|菩萨蛮|清平乐|卜算子|如梦令|西江月|忆江南|忆秦娥|采桑子|虞美人|江城子|定风波|永遇乐|破阵子|踏莎行|青玉案|声声慢|贺新郎|六州歌头|南乡子|长相思|点绛唇|减字木兰花|新诗|散文诗|童谣|民谣|[词調调][）)]|歌词|诗二首|[一二三四五六]首$/u
const neverVerse = /^(?:此\s*致|敬\s*礼|附件?[：:]|第?\d)|^(?:19|20)\d{2}年|[：:]/u

const regular = (units: readonly Unit[]): boolean => units.length >= 2 && units.every((unit) => couplet.test(unit.text))

/** Whether the whole body is verse: short lines that end without a full stop, or couplets, and no prose. */
/** 之一, 其二, 三 between the poems of a cycle. */
export const poemNumber =
  /^[◇◆○●□■※*＊·•\s]*(?:[之其]?[一二三四五六七八九十]{1,3}|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]{1,4})[.．、]?[◇◆○●□■※*＊·•\s]*$/u

export function isVerseBody(all: readonly Unit[], title: string): boolean {
  const units = all.filter((unit) => !poemNumber.test(unit.text))
  if (units.some((unit) => unit.cells || enumeratorOf(unit.text) || neverVerse.test(unit.text))) return false
  if (regular(units)) return true
  const hinted = titled.test(title)
  // Lines no prose is so short as, in stanzas: their marks do not matter.
  const stanzas = stanzasOf(units).filter((stanza) => stanza.length > 1).length
  const shortest = units.every(
    (unit) => lengthOf(unit.text) <= 16 && !/[。！？；]./u.test(unit.text) && !/^[“「]|[：:]/u.test(unit.text),
  )
  if (units.length >= 4 && stanzas > 0 && shortest && !cutApart(units)) return true
  if (units.length < (hinted ? 2 : 4)) return false
  const lengths = units.map((unit) => lengthOf(unit.text))
  const long = lengths.filter((length) => length > 22).length
  const stopped = units.filter((unit) => endingOf(unit.text) === 'stop').length
  const sentences = units.filter((unit) => /[。！？；]./u.test(unit.text.replace(/[”’」』）]$/u, ''))).length
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  if (Math.max(...lengths) > 44 || sentences > units.length / 8) return false
  if (long > units.length * (hinted ? 0.34 : 0.2) || mean > (hinted ? 20 : 15)) return false
  return stopped <= units.length / (hinted ? 1.5 : 2.5) && !cutApart(units)
}

/** Lines that break words and numbers are pieces of a paragraph. Verse ends its lines between words, if not always at marks. */
export function cutApart(units: readonly Unit[]): boolean {
  let cut = 0
  for (let at = 0; at + 1 < units.length; at++) {
    const { rule, weight } = seamOf(units[at]!.text, units[at + 1]!.text, undefined)
    if (weight > 0 && rule !== undefined && rule !== 'join-mark' && rule !== 'join-grammar') cut += 1
    else if (/^[，。、；：！？”’）》,;.]/u.test(units[at + 1]!.text)) cut += 1
  }
  return cut >= 2 || (cut > 0 && cut >= (units.length - 1) / 3)
}

/**
 * Four short lines in a row that are all open, or all of one length, are a list or verse: columns do not end so close to each other,
 * and a heading, the two pieces of another and the start of a paragraph are three.
 */
export function standingLines(units: readonly Unit[]): Set<number> {
  const found = new Set<number>()
  const short = (unit: Unit): boolean =>
    lengthOf(unit.text) <= 20 && !enumeratorOf(unit.text) && !/[。！？]./u.test(unit.text) && unit.heading === undefined
  const mark = (alike: (unit: Unit, before: Unit) => boolean): void => {
    let from = 0
    for (let at = 0; at <= units.length; at++) {
      const unit = units[at]
      const before = units[at - 1]
      if (unit && short(unit) && (at === from || (before && alike(unit, before)))) continue
      if (at - from >= 4 && !cutApart(units.slice(Math.max(0, from - 1), at)))
        for (let one = from; one < at; one++) found.add(one)
      from = unit && short(unit) && at > from ? at : at + 1
    }
  }
  mark((unit, before) => endingOf(unit.text) !== 'stop' && endingOf(before.text) !== 'stop')
  mark((unit, before) => lengthOf(unit.text) === lengthOf(before.text))
  // Couplets may be long.
  for (let at = 0; at < units.length; at++) {
    let to = at
    while (to < units.length && couplet.test(units[to]!.text)) to += 1
    if (to - at >= 2) for (let one = at; one < to; one++) found.add(one)
    at = Math.max(at, to - 1)
  }
  return found
}

/** A run of standing lines that reads as verse: no colons, no numbers, nothing that a list would have. */
export const readsAsVerse = (units: readonly Unit[]): boolean =>
  regular(units) ||
  (units.length >= 4 &&
    units.every(
      (unit) =>
        lengthOf(unit.text) <= 18 &&
        !neverVerse.test(unit.text) &&
        !/[\dA-Za-z／/]/u.test(unit.text) &&
        !/^[“「"]/u.test(unit.text),
    ))

/** Lines between two empty ones are a stanza; where every line stands so, all are one. */
export function stanzasOf(units: readonly Unit[]): Unit[][] {
  const each = units.slice(1).every((unit) => unit.blank)
  const stanzas: Unit[][] = []
  for (const [at, unit] of units.entries()) {
    if (at === 0 || (unit.blank && !each)) stanzas.push([unit])
    else stanzas.at(-1)!.push(unit)
  }
  return stanzas
}

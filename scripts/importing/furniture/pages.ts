/** Units in, the same without what every page repeats out: folios, running heads, lines with the issue's number. */
import { endingOf, lengthOf } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'
import type { Unit } from '../lines/units.ts'
import { headersOf } from './headers.ts'
import { mastheadOf } from './masthead.ts'
import { type Moved, moved } from './moved.ts'
import { isRule } from './rules.ts'

const dash = '[-–—―－•·*~_|]'
/** · 12 ·, — 12 —, 第 12 页, 12 / 30, P.12. */
const folio = new RegExp(
  `^(?:${dash}*\\s*\\d{1,4}\\s*${dash}*|${dash}+\\s*[ivxlcⅠ-Ⅻ]{1,6}\\s*${dash}+|第\\s*[\\d一二三四五六七八九十百]+\\s*页(?:\\s*[,，/]?\\s*共\\s*\\d+\\s*页)?|[Pp](?:age|\\.)?\\s*\\d{1,4}|\\d{1,4}\\s*/\\s*\\d{1,4})$`,
  'u',
)
const issue =
  /(?:19|20)\d{2}\s*年?\s*[·.•\s]?\s*第\s*[\d一二三四五六七八九十]+\s*[期辑輯]|第\s*[\d一二三四五六七八九十]+\s*[期辑輯]|总\s*第?\s*\d+\s*期|第\s*\d+\s*卷(?:\s*第?\s*\d+\s*期)?|\bVol\.?\s*\d+|\bNo\.?\s*\d+|(?:19|20)\d{2}[.\-/·]\d{1,2}(?![\d.\-/])|(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?(?=\s*(?:星期|第[\d一二三四五六七八九十A-Z]+版|总第|\d+版|$))|(?:[一二][九〇○零][〇○零一二三四五六七八九]{2}|民[国國][\d〇○零一二三四五六七八九十]{1,4})\s*年\s*(?:[\d一二三四五六七八九十]{1,3}\s*[月](?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?(?:[号號刊])?|第?[\d一二三四五六七八九十]{1,3}[期號号])|(?:19|20)\d{2}年\d{1,2}月[号號刊]|星期[一二三四五六日天]|第\s*[\d一二三四五六七八九十A-Z]+\s*版(?:\s*[:：]?\s*\p{Script=Han}{2,6})?|(?:本版)?(?:责任)?编辑[:：]\s*\p{Script=Han}{2,4}/giu

/** What a line with the issue's number says besides: the name of the journal or of the section. Undefined for other lines. */
function besideIssue(text: string): string | undefined {
  if (lengthOf(text) > 44 || /[。；！？]|^[—–(（]*(?:本文)?(?:原载|原載|选自|選自|摘自|刊于|刊於)|^[—–]/u.test(text))
    return undefined
  const found = [...text.matchAll(issue)].map(([hit]) => hit)
  const paper = /[报刊志]$|文[艺学摘]$|通讯$/u.test(simplify(text.replace(issue, ' ').replace(/[（(].*$/u, '')).trim())
  if (!found.some((hit) => /期|辑|輯|卷|Vol|No|版|(?:19|20)\d{2}[.\-/·]\d/iu.test(hit) || (paper && /月/u.test(hit))))
    return undefined
  const rest = text
    .replace(issue, ' ')
    .replace(/^[\s\d·•|｜/—–-]+|[\s\d·•|｜/—–-]+$|[（()）:：]/gu, '')
    .replace(/\s{2,}/gu, ' ')
    .trim()
  return lengthOf(rest) <= 16 && !/[，、]/u.test(rest) ? rest : undefined
}

const numeral = '一二三四五六七八九十'
const countOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : numeral.indexOf(text) + 1)

/**
 * Numbers that count on from one, each after a complete sentence, count sections and not pages: 01 over a short line, 一 alone.
 * Bare digits over prose may still be pages, so that they need three.
 */
function sectionNumbers(units: readonly Unit[]): Map<number, 'title' | 'alone'> {
  const bare = units.flatMap((unit, at) => (/^(?:0?\d{1,2}|[一二三四五六七八九十])$/.test(unit.text) ? [at] : []))
  const found = new Map<number, 'title' | 'alone'>()
  for (const han of [false, true]) {
    const own = bare.filter((at) => /^\D/u.test(units[at]!.text) === han)
    const counts = own.filter((at) => {
      const [before, next] = [units[at - 1], units[at + 1]]
      return (
        next &&
        before &&
        !folio.test(next.text) &&
        besideIssue(next.text) === undefined &&
        (endingOf(before.text) === 'stop' || lengthOf(before.text) <= 24)
      )
    })
    const short = counts.filter((at) => lengthOf(units[at + 1]!.text) <= 30 && endingOf(units[at + 1]!.text) === 'open')
    for (const [kind, places] of [
      ['title', short],
      ['alone', counts],
    ] as const) {
      const numbers = places.map((at) => countOf(units[at]!.text))
      const least = kind === 'title' || han ? 2 : 3
      const runs = numbers[0]! <= 1 && numbers.every((number, at) => number === numbers[0]! + at)
      if (places.length >= least && runs && places.length === own.length) {
        for (const at of places) if (!found.has(at)) found.set(at, kind)
        break
      }
    }
  }
  return found
}

/** · 4 1 · of OCR. */
const closeDigits = (text: string): string =>
  /^[-–—―－·•～~]/u.test(text) ? text.replace(/(?<=\d) (?=\d)/gu, '') : text

const keyOf = (text: string): string => text.replace(/[\s\d·•|｜/—–\-（()）:：]/gu, '')

export function withoutPageFurniture(units: readonly Unit[]): Moved {
  const repairs: Moved['repairs'] = []
  const leaked: Moved['leaked'] = []
  const sections = sectionNumbers(units)
  const out = new Map<number, { note: string; rule: 'folio' | 'running-head'; sure: boolean }>()
  const besides = new Map<number, string>()
  const names = new Map<string, number>()
  for (const [at, { text }] of units.entries()) {
    const rest = besideIssue(text)
    if (rest === undefined) continue
    besides.set(at, rest)
    if (rest !== '') names.set(keyOf(rest), (names.get(keyOf(rest)) ?? 0) + 1)
  }
  for (const [at, { text }] of units.entries()) {
    const [before, next] = [units[at - 1], units[at + 1]]
    const goesOn = before && endingOf(before.text) !== 'stop' && next && /^[年月日个元万亿岁次％%.．]/u.test(next.text)
    if ((folio.test(text) || folio.test(closeDigits(text))) && !goesOn && !sections.has(at))
      out.set(at, { rule: 'folio', note: '页码。', sure: true })
    else if (besides.has(at)) {
      const rest = besides.get(at)!
      const sure =
        rest === '' || names.get(keyOf(rest))! > 1 || units.some((one, other) => other !== at && one.text === rest)
      out.set(at, { rule: 'running-head', note: '刊期所在的书眉或页脚。', sure })
    }
  }
  for (const [at, { note, sure }] of headersOf(units, [...names.keys()]))
    if (!out.has(at) && !sections.has(at)) out.set(at, { rule: 'running-head', note, sure })
  for (const at of mastheadOf(units))
    if (!out.has(at)) out.set(at, { rule: 'running-head', note: '报头：刊名和刊期。', sure: false })
  const edge = (at: number): boolean => at < 0 || at >= units.length || out.has(at)
  for (const [at, { text }] of units.entries()) {
    if (out.has(at) || lengthOf(text) > 30 || endingOf(text) !== 'open') continue
    const key = keyOf(text)
    if (key === '') continue
    if (names.has(key) && lengthOf(text) <= 16)
      out.set(at, { rule: 'running-head', note: '与书眉里的刊名相同。', sure: true })
  }
  // The same short line beside the folios of two pages stands on every page.
  const byKey = new Map<string, number[]>()
  for (const [at, { text }] of units.entries()) {
    if (out.has(at) || isRule(text) || lengthOf(text) > 40 || endingOf(text) !== 'open' || keyOf(text).length < 2)
      continue
    byKey.set(keyOf(text), [...(byKey.get(keyOf(text)) ?? []), at])
  }
  for (const places of byKey.values()) {
    const atEdges = places.filter((at) => (edge(at - 1) && at > 0) || (edge(at + 1) && at < units.length - 1))
    if (atEdges.length >= 2)
      for (const at of atEdges)
        if (at !== places[0] || places.length > 2)
          out.set(at, { rule: 'running-head', note: '各页重复的书眉。', sure: places.length > 2 })
  }
  const left = units.flatMap((unit, at): Unit[] => {
    const why = out.get(at)
    if (!why) return [unit]
    const gone = moved(unit, why.rule, why.note, why.sure ? 'sure' : 'likely')
    leaked.push(gone.leaked)
    repairs.push(gone.repair)
    return []
  })
  const merged: Unit[] = []
  let open: Unit | undefined
  for (const unit of left) {
    const kind = sections.get(units.indexOf(unit))
    if (open) {
      merged.push({ ...unit, text: `${open.text} ${unit.text}`, line: open.line, last: unit.line, blank: open.blank })
      open = undefined
    } else if (kind === 'title') open = unit
    else if (kind === 'alone') {
      merged.push({ ...unit, heading: 2 })
      repairs.push({
        line: unit.line,
        rule: 'heading-unnumbered',
        action: 'flagged',
        before: unit.text,
        after: unit.text,
        note: '单独一行的数字依次递增，按小标题处理；如是页码，请删去。',
      })
    } else merged.push(unit)
  }
  return { units: merged, leaked, repairs }
}

/** A title that stands once more between the two halves of a sentence, or alone at the head of a page. */
export function withoutLeakedTitles(units: readonly Unit[], isTitle: (at: number) => boolean): Moved {
  const repairs: Moved['repairs'] = []
  const leaked: Moved['leaked'] = []
  const titles = new Set(units.flatMap((unit, at) => (isTitle(at) ? [unit.text.replace(/\s+/gu, '')] : [])))
  const left = units.filter((unit, at) => {
    const plain = unit.text.replace(/\s+/gu, '').replace(/^\d{1,4}(?=\D)|(?<=\D)\d{1,4}$/gu, '')
    const before = units[at - 1]
    const named =
      titles.has(plain) ||
      [...titles].some(
        (title) =>
          lengthOf(title) >= 6 &&
          plain.endsWith(title) &&
          /^(?:第\d+期)?\p{Script=Han}{2,4}(?:[，,、]\p{Script=Han}{2,4})*[，,]?等?[:：]/u.test(plain) &&
          lengthOf(plain) <= lengthOf(title) + 16,
      )
    if (!named || isTitle(at) || !before || lengthOf(unit.text) < 2) return true
    const gone = moved(unit, 'running-head', '与一篇文章的题目相同，又不在篇首：是书眉，或误入此处的题目。')
    leaked.push(gone.leaked)
    repairs.push(gone.repair)
    return false
  })
  return { units: left, leaked, repairs }
}

/** The body of an article without names in its head in, the names that sign it elsewhere out. */

import { type NamedLine, newsLead, signers } from '../boundaries/head.ts'
import { parseByline } from '../byline/byline.ts'
import { isOrganisation } from '../byline/organisations.ts'
import { lengthOf } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'
import { isCaption } from '../furniture/captions.ts'
import type { Unit } from '../lines/units.ts'
import type { Repair } from '../result.ts'

export interface Signed {
  readonly names: readonly NamedLine[]
  readonly rest: Unit[]
  readonly repairs: readonly Repair[]
}

/** （记者 闻笛 通讯员 沈砚秋） after 本报讯. */
const newsNames =
  /^.{0,24}?[（(]\s*((?:本[报刊网台]|[校院]报|全媒体)?\s*(?:特约|实习|见习)?(?:记者|通讯员)[^（）()]{1,60})[）)]/u
/** 【記者蘇晚／江岸報導】 */
const newsPlaced =
  /^[【〔（(]?[记記]者(\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4})*)[／/｜]\p{Script=Han}{2,8}[报報][导導道][】〕）)]?/u
const newsGlued =
  /^本[报刊]\p{Script=Han}{0,3}(?:记者|通讯员)\s*((?:\p{Script=Han}{2,3}[\s、]?){1,4})(?:\s*报道)?[：:]/u
/** 2026年4月2日于东溪: the date under a letter or a text. */
export const day =
  /^(?:(?:19|20)\d{2}|[一二三四五六七八九〇零○O\d]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?(?:\s*[写寫]?\s*[于於]\s*\p{Script=Han}{2,12})?$/u
/** 读者 祝长庚, 您的朋友　沈砚秋. */
const letterPost = new RegExp(`^${signers}(?=\\p{Script=Han}{2,4}$)`, 'u')

/** A name alone or in brackets in the last lines, or at the end of the last paragraph. */
function atEnd(units: readonly Unit[]): { at: number; line: NamedLine; from: number } | undefined {
  for (let at = units.length - 1; at >= Math.max(0, units.length - 4); at--) {
    const unit = units[at]!
    const bracketed = /^[（(].{2,40}[）)]$/u.test(unit.text)
    const byline = at > 0 && lengthOf(unit.text) <= 40 ? parseByline(unit.text) : undefined
    if (
      byline &&
      (bracketed
        ? byline.likeness === 'good' || byline.marked
        : (byline.likeness === 'good' || byline.marked) && at >= units.length - 2 && !byline.doubts.includes('glued'))
    )
      return { at, line: { unit, byline }, from: 0 }
    // Each of several short news is signed for itself.
    const several =
      units.filter((one) => /^[▲△■●◆]/u.test(one.text) || /。[（(]\p{Script=Han}{2,4}[）)]$/u.test(one.text)).length > 1
    const tail = several ? null : /[。！？”…][”’]?\s*[（(]([^（）()]{2,24})[）)]$/u.exec(unit.text)
    const named = tail && parseByline(tail[1]!)
    if (
      tail &&
      named &&
      at === units.length - 1 &&
      (named.likeness === 'good' || named.marked) &&
      !/[摄供]$/u.test(tail[1]!)
    )
      return {
        at,
        line: { unit: { ...unit, text: tail[0].slice(tail[0].search(/[（(]/u)) }, byline: named },
        from: unit.text.length - tail[0].length + tail[0].search(/[（(]/u),
      }
    if (!isCaption(unit.text) && !day.test(simplify(unit.text)) && !bracketed && lengthOf(unit.text) > 24) break
  }
  return undefined
}

/** 青禾镇水利站, 读者 祝长庚 over the date: the sender of a notice or a letter, which stays where it is. */
function senderOf(unit: Unit): NamedLine[] {
  const posted = letterPost.exec(simplify(unit.text))
  const name = unit.text.slice(posted?.[0].length ?? 0)
  if (posted)
    return [{ unit, byline: { names: [{ name, role: 'author' }], doubts: [], marked: true, likeness: 'good' } }]
  if (lengthOf(name) > 24 || !(isOrganisation(name) || parseByline(name)?.likeness === 'good')) return []
  return [
    { unit, byline: { names: [{ name, role: 'author' }], doubts: ['institution'], marked: false, likeness: 'fair' } },
  ]
}

export function readSignature(units: readonly Unit[]): Signed {
  const note = (unit: Unit, before: string, after: string, why: string): Repair => ({
    line: unit.line,
    rule: 'signature',
    action: 'applied',
    confidence: 'likely',
    before,
    after: after === before ? '（写入署名）' : after,
    note: why,
  })
  const first = units[0]
  if (first && (newsLead.test(first.text) || newsGlued.test(simplify(first.text)))) {
    const found = newsPlaced.exec(first.text)?.[1] ?? newsNames.exec(first.text)?.[1] ?? newsGlued.exec(first.text)?.[1]
    const byline = found === undefined ? undefined : parseByline(found)
    if (byline)
      return {
        names: [{ unit: { ...first, text: found! }, byline }],
        rest: [...units],
        repairs: [
          note(
            first,
            found!,
            byline.names.map(({ name }) => name).join('、'),
            '记者、通讯员的姓名写入署名；正文照旧。',
          ),
        ],
      }
  }
  const end = atEnd(units)
  if (end) {
    const { at, line, from } = end
    const names = line.byline.names.map(({ name }) => name).join('、')
    const rest =
      from === 0
        ? units.filter((_, one) => one !== at)
        : units.map((unit, one) => (one === at ? { ...unit, text: unit.text.slice(0, from).trim() } : unit))
    return { names: [line], rest, repairs: [note(line.unit, line.unit.text, names, '文末的署名移到文章头部。')] }
  }
  const senders = units.flatMap((unit, at) => (day.test(simplify(unit.text)) && at > 0 ? senderOf(units[at - 1]!) : []))
  const own = senders.filter(({ unit }, at) => senders.findIndex((other) => other.unit.text === unit.text) === at)
  return {
    names: own,
    rest: [...units],
    repairs: own.map(({ unit, byline }) =>
      note(unit, unit.text, byline.names[0]!.name, '落款写入署名；落款本身仍留在正文。'),
    ),
  }
}

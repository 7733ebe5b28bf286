/** Units in, the same with what belongs together by its form, wherever a line ended in it: labels, days, marks of citations. */
import { tagOf } from '../boundaries/tags.ts'
import { parseByline } from '../byline/byline.ts'
import { balanceOf, endingOf, excerpt } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'
import { isReferenceEntry, isReferenceHead } from '../matter/references.ts'
import type { Repair } from '../result.ts'
import type { Unit } from './units.ts'
import { setWidth } from './width.ts'

/** What a bracket at the end of a text opens. */
const labels =
  '作者单位 作者系 作者简介 作者为 作者均 作者分别 第一作者 第二作者 译者单位 译者系 通信作者 通讯作者 责任编辑 责任校对 责编 本文责编 本文编辑 栏目编辑 特约编辑 实习编辑 编辑 收稿日期 基金项目 下转 上接 未完'.split(
    ' ',
  )
const bracket = /[（(［[【〔]\s*([^（）()［\]【】〔〕，。；：]{0,5})$/u

function labelAcross(before: string, after: string): boolean {
  const begun = bracket.exec(simplify(before))?.[1]?.trim()
  if (begun === undefined || before.length < 3) return false
  const next = simplify(after)
  return labels.some((label) => {
    const full = begun + next.slice(0, label.length - begun.length)
    return begun.length < label.length && label.startsWith(begun) && full === label
  })
}

const day = /^(?:19|20)\d{2}\s*[-–./年]\s*\d{1,2}\s*[-–./月]\s*\d{1,2}(?:日|(?!\d))/u
/** 2025- | 03-02 after the label of a day. */
function dayAcross(before: string, after: string): boolean {
  const begun = /(?:日期|时间)\s*[】\]〕]?\s*[:：]?\s*((?:19|20)\d{2}[-–./年\d\s月]{0,6})$/u.exec(simplify(before))?.[1]
  const rest = /^[-–./年月\d\s日]{1,8}/u.exec(after)?.[0]
  return begun !== undefined && rest !== undefined && !day.test(begun) && day.test(begun.trim() + rest.trim())
}

const mark = '(?:[［[〔【]\\s*\\d{1,3}(?:\\s*[-–—~～,，、]\\s*\\d{1,3})*\\s*[］\\]〕】]|[①-⑳])'
/** Nothing but marks of citations and the stop after them; or marks and a sign that begins no line. */
const markAlone = new RegExp(`^${mark}+[，。、；：！？”）]?$`, 'u')
const markFirst = new RegExp(`^${mark}+[，。、；：！？”’）》]`, 'u')

/** （1.江岸学院，江岸 321000； | 2.青石大学…） */
function unitsAcross(before: string, after: string): boolean {
  return (
    /^[（(]\s*[1１①]\s*[.．、]?\s*\p{Script=Han}/u.test(before) &&
    balanceOf(before).unclosed.length > 0 &&
    /^[2-9２-９②-⑨]|[）)]$/u.test(after) &&
    !/[。！？]/u.test(before + after)
  )
}

/** 夜航船　◎顧北川: the sign parts a title from who wrote it. */
function besideTitle(unit: Unit): Unit[] {
  // 【本期话题】慢下来的城市
  const tagged = /^[【〔［〖]\s*(\p{Script=Han}{2,8})\s*[】〕］〗]\s*([^。；]{3,40})$/u.exec(unit.text)
  if (tagged && tagOf(tagged[1]!, new Set())?.known && endingOf(tagged[2]!) !== 'comma')
    return [
      { ...unit, text: tagged[1]! },
      { ...unit, text: tagged[2]!, blank: false, indented: false },
    ]
  const found = /^([^。，；：！？]{2,24}?)\s*([◎○●□■◆◇▲△☆★]\s*\S.{1,16})$/u.exec(unit.text)
  if (!found || unit.cells || /^[◎○●□■◆◇▲△☆★]/u.test(found[1]!)) return [unit]
  const byline = parseByline(found[2]!)
  if (byline?.likeness !== 'good') return [unit]
  return [
    { ...unit, text: found[1]! },
    { ...unit, text: found[2]!, blank: false, indented: false },
  ]
}

export function mendLabels(units: readonly Unit[]): { units: Unit[]; repairs: Repair[] } {
  const out: Unit[] = []
  const repairs: Repair[] = []
  let references = false
  for (const unit of units.flatMap(besideTitle)) {
    references ||= isReferenceHead(unit.text)
    const before = out.at(-1)
    const cited =
      !references &&
      before !== undefined &&
      !isReferenceEntry(before.text) &&
      !unit.blank &&
      (markAlone.test(unit.text) || (markFirst.test(unit.text) && endingOf(before.text) === 'open'))
    const across =
      before !== undefined &&
      before.kind === undefined &&
      unit.kind === undefined &&
      (labelAcross(before.text, unit.text) ||
        dayAcross(before.text, unit.text) ||
        unitsAcross(before.text, unit.text) ||
        cited)
    if (!across) {
      out.push(unit)
      continue
    }
    repairs.push({
      line: before.last ?? before.line,
      rule: 'label-join',
      action: 'applied',
      before: excerpt(before.text, unit.text, ' ⏎ '),
      after: excerpt(before.text, unit.text, ''),
    })
    // A mark alone was set above the line; the line before it ends where it ended.
    const width = markAlone.test(unit.text) ? setWidth(before) : setWidth(unit)
    out[out.length - 1] = { ...before, text: before.text + unit.text, last: unit.last ?? unit.line, width }
  }
  return { units: out, repairs }
}

/** Units of one article in, its list of references out, with the units that are none. */
import { endingOf } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'
import { glue } from '../lines/glue.ts'
import type { Unit } from '../lines/units.ts'

const head =
  /^[[［【〔（(]?\s*(?:主要)?(?:参\s*考\s*文\s*献|引\s*用\s*文\s*献|参\s*考\s*书\s*目|参\s*考\s*资\s*料|References?|REFERENCES)\s*[\]］】〕）)]?\s*[:：]?\s*$/u
const headWith =
  /^[[［【〔（(]?\s*(?:主要)?(?:参\s*考\s*文\s*献|引\s*用\s*文\s*献)\s*[\]］】〕）)]?\s*[:：]\s*(?=[[［〔]?\s*\d)/u
const numbered =
  /^(?:[[［〔【]\s*\d{1,3}\s*[\]］〕】]|[（(]\s*\d{1,3}\s*[）)]|\d{1,3}\s*[.．、](?!\d)|\d{1,3}\s+(?=\p{Script=Han}))\s*/u
/** A mark of the kind of document, a year, or a publisher: what an entry has and prose has not. */
const typical =
  /\[[A-Z]{1,2}(?:\/[A-Z]{2})?\]|［[A-Z]{1,2}］|(?:19|20)\d{2}|出版社|《|\d+\s*[:：]\s*\d+|[Jj]ournal|Press/u
const own = /^(?:[（([［【〔]?\s*(?:作者|通[讯信]作者|责任编辑|收稿日期|基金项目|附录|致谢|Abstract))/iu

export interface References {
  readonly entries: readonly { readonly text: string; readonly line: number; readonly last: number }[]
  readonly rest: Unit[]
  readonly head: Unit | undefined
  /** An entry whose end could not be told from what follows. */
  readonly doubtful: readonly number[]
}

/** One unit of several entries run together, parted at the numbers that count on. */
function partsOf(unit: Unit): Unit[] {
  const parts = unit.text.split(/(?=[[［〔]\s*\d{1,3}\s*[\]］〕]\s*\S)/u).filter((part) => part.trim() !== '')
  const numbers = parts.map((part) => Number(/\d+/u.exec(numbered.exec(part)?.[0] ?? '')?.[0] ?? Number.NaN))
  const counts = parts.length > 1 && numbers.every((number, at) => number === numbers[0]! + at)
  return counts ? parts.map((text) => ({ ...unit, text: text.trim() })) : [unit]
}

export function readReferences(units: readonly Unit[]): References {
  const at = units.findLastIndex((unit) => head.test(simplify(unit.text)) || headWith.test(simplify(unit.text)))
  const none: References = { entries: [], rest: [...units], head: undefined, doubtful: [] }
  if (at === -1) return none
  const first = headWith.exec(simplify(units[at]!.text))
  const following = units.slice(at + 1)
  const all = [
    ...(first ? [{ ...units[at]!, text: units[at]!.text.slice(first[0].length) }] : []),
    ...following,
  ].flatMap(partsOf)
  const entries: { text: string; line: number; last: number }[] = []
  const doubtful: number[] = []
  let end = 0
  // 12- | 15. is the end of an entry, and where the first number has brackets no other kind counts.
  const bracketed = all[0] !== undefined && /^[[［〔【（(]/u.test(all[0].text)
  for (const unit of all) {
    const open = entries.at(-1)
    const cut = open !== undefined && /[-–—,，:：(（]$/u.test(open.text)
    const found = cut ? null : numbered.exec(unit.text)
    const number = found && bracketed && !/^[[［〔【（(]/u.test(found[0]) ? null : found
    const asked = open !== undefined && !/[.．。]$/u.test(open.text)
    if (number && (entries.length > 0 || typical.test(unit.text) || unit.text.startsWith('['))) {
      entries.push({ text: unit.text.slice(number[0].length).trim(), line: unit.line, last: unit.last ?? unit.line })
    } else if (
      open &&
      asked &&
      !own.test(simplify(unit.text)) &&
      (cut || typical.test(unit.text) || endingOf(unit.text) === 'stop')
    ) {
      entries.splice(-1, 1, { ...open, text: glue(open.text, unit.text).text, last: unit.last ?? unit.line })
    } else if (!number && typical.test(unit.text) && /\[[A-Z]{1,2}(?:\/[A-Z]{2})?\]/u.test(unit.text)) {
      entries.push({ text: unit.text, line: unit.line, last: unit.last ?? unit.line })
      doubtful.push(unit.line)
    } else break
    end += 1
  }
  if (entries.length === 0) return none
  return { entries, rest: [...units.slice(0, at), ...all.slice(end)], head: units[at], doubtful }
}

export const isReferenceHead = (text: string): boolean => head.test(simplify(text)) || headWith.test(simplify(text))
export const isReferenceEntry = (text: string): boolean =>
  /^[[［〔]\s*\d{1,3}\s*[\]］〕]/u.test(text) && typical.test(text)

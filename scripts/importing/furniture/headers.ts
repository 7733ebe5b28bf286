/** Units in, those that are running heads by their number, their name, or where they fall: at any page, in any script. */
import { enumeratorOf } from '../blocks/numbering.ts'
import { seamOf } from '../blocks/seam.ts'
import { parseByline } from '../byline/byline.ts'
import { endingOf, lengthOf } from '../characters/marks.ts'
import type { Unit } from '../lines/units.ts'

export interface HeaderSigns {
  readonly note: string
  readonly sure: boolean
}

const leading = /^(\d{1,4})(?:\s+|\s*[|｜·•/／—–-]\s*)(\D.*)$/u
const trailing = /^(.*\D)(?:\s+|\s*[|｜·•/／—–-]\s*)(\d{1,4})$/u
const year =
  /(?<![\d.])(?:19|20)\d{2}(?:[.·/-]\d{1,2}){1,2}(?![\d.])|^\s*(?:19|20)\d{2}\s*年?\s*|\s*(?:19|20)\d{2}\s*年?\s*$/gu

/** The name beside the number of a page, and the number. */
function folioed(text: string): { name: string; page: number } | undefined {
  if (lengthOf(text) > 60 || /[。！？；，]/u.test(text)) return undefined
  for (const [pattern, nameAt, pageAt] of [
    [leading, 2, 1],
    [trailing, 1, 2],
  ] as const) {
    const found = pattern.exec(text.replace(year, '').trim()) ?? pattern.exec(text)
    const name = found?.[nameAt]?.replace(year, '').trim()
    if (found && name && /\p{L}{2}/u.test(name)) return { name, page: Number(found[pageAt]) }
  }
  return undefined
}

const hanOf = (text: string): string => text.replace(/[^\p{Script=Han}]/gu, '')
const keyOf = (text: string): string => text.replace(/[^\p{L}]/gu, '').toLowerCase()

/** The line stands between the halves of a sentence. */
export function interrupts(units: readonly Unit[], at: number): boolean {
  const [before, next] = [units[at - 1], units[at + 1]]
  if (!before || !next || !['open', 'comma'].includes(endingOf(before.text))) return false
  if (lengthOf(before.text) < 16 || !/[，。、；：]/u.test(before.text)) return false
  const { rule, weight } = seamOf(before.text, next.text, undefined)
  return (rule !== undefined && weight > 0) || (endingOf(next.text) === 'stop' && lengthOf(before.text) > 24)
}

/** @param names what lines with the number call the journal, without spaces */
export function headersOf(units: readonly Unit[], names: readonly string[]): Map<number, HeaderSigns> {
  const found = new Map<number, HeaderSigns>()
  const numbered = units.flatMap((unit, at) => {
    const own = unit.kind === undefined && !unit.heading ? folioed(unit.text) : undefined
    return own ? [{ at, ...own }] : []
  })
  // 1 引言 and 2 方法 are headings.
  const counted = numbered.filter(({ at }) => enumeratorOf(units[at]!.text)).length > 1
  for (const one of numbered) {
    const pages = new Set(numbered.filter(({ name }) => keyOf(name) === keyOf(one.name)).map(({ page }) => page))
    const own = hanOf(one.name)
    const named =
      names.some((name) => own.length >= 2 && hanOf(name) === own) ||
      (own.length >= 3 &&
        names.some((name) => hanOf(name).length >= 3 && (hanOf(name).includes(own) || own.includes(hanOf(name)))))
    if (pages.size > 1) found.set(one.at, { note: '各页重复的书眉和页码。', sure: true })
    else if (named) found.set(one.at, { note: '刊名和页码：书眉或页脚。', sure: false })
    else if (!(counted && enumeratorOf(units[one.at]!.text)) && interrupts(units, one.at))
      found.set(one.at, { note: '插在一句话中间，首尾有数字：书眉或页脚。', sure: false })
  }
  // The same short line several times, and between the halves of sentences: no text does that.
  const same = new Map<string, number[]>()
  for (const [at, { text, kind, heading }] of units.entries()) {
    const key = keyOf(text)
    if (
      kind !== undefined ||
      heading !== undefined ||
      lengthOf(text) > 40 ||
      endingOf(text) !== 'open' ||
      key.length < 2
    )
      continue
    same.set(key, [...(same.get(key) ?? []), at])
  }
  for (const places of same.values()) {
    const within = places.filter((at) => interrupts(units, at))
    if (within.length < 2 || within.length < places.length / 2) continue
    const signed = (at: number): boolean => {
      const byline = units[at + 1] && parseByline(units[at + 1]!.text)
      return byline !== undefined && (byline.marked || byline.likeness === 'good')
    }
    for (const at of places)
      if (within.includes(at) || (at !== places[0] && !signed(at)))
        found.set(at, { note: '各页重复的书眉。', sure: within.length > 2 })
  }
  return found
}

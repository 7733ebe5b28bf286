/** Units in, the same without lines that are nothing but rules and ornaments out; what such a line parted is marked. */
import { endingOf, lengthOf } from '../characters/marks.ts'
import type { Unit } from '../lines/units.ts'
import type { Repair } from '../result.ts'

/** ────, ———, ====, ＿＿: three signs at least, as two are a dash. */
const rule = /^[─━═┄┈—–\-－_＿‗=＝~～﹏﹋﹌￣▔▁\s]+$/u
/** * * *, ※※※, ◇◇◇, ·—·: and one sign alone between two paragraphs. */
const ornament =
  /^[─━═—–\-－_＿=＝~～\s]*(?:[*＊※✱✻✽❀❖✦✧☆★◇◆○◎●□■△▲▽▼♢♦§·•∙⊙＃#]\s*)+[─━═—–\-－_＿=＝~～\s*＊※✱✻✽❀❖✦✧☆★◇◆○◎●□■△▲▽▼♢♦§·•∙⊙＃#]*$/u
/** A note at the foot of a page. */
const note =
  /^(?:[①-⑳⑴-⒇]|[[［〔【]\s*(?:注\s*)?\d{1,2}\s*[\]］〕】]|[（(]注?\d{1,2}[）)]|[*＊†※]\s*\S|注\s*[\d①-⑳:：]|\d{1,2}\s*[.．、]?\s*(?:见|見|参见|參見|同上|同前|引自|《))/u

export const isRule = (text: string): boolean => kindOf(text) !== undefined

type Kind = 'rule' | 'ornament' | 'sign'

function kindOf(text: string): Kind | undefined {
  const signs = text.replace(/\s/gu, '')
  if (rule.test(text)) return lengthOf(signs) >= 3 ? 'rule' : undefined
  if (!ornament.test(text) || /^[·•.]{1,6}$/u.test(signs)) return undefined
  return lengthOf(signs) >= 2 ? 'ornament' : 'sign'
}

const prose = (unit: Unit | undefined): boolean =>
  unit !== undefined && (endingOf(unit.text) === 'stop' || lengthOf(unit.text) > 24)

/**
 * A rule over notes, in the middle of a sentence or among the lines of a head is furniture; between two complete paragraphs it may
 * part two passages, as ornaments do.
 */
export function withoutRules(units: readonly Unit[]): { units: Unit[]; repairs: Repair[] } {
  const repairs: Repair[] = []
  const out: Unit[] = []
  let parted = false
  let blank = false
  for (const [at, unit] of units.entries()) {
    const kind = unit.kind === undefined ? kindOf(unit.text) : undefined
    if (kind === undefined || (kind === 'sign' && /[■□◆◇●○▲△▼▽]/u.test(unit.text))) {
      out.push(parted || blank ? { ...unit, blank: true, ...(parted && { parted }) } : unit)
      parted = false
      blank = false
      continue
    }
    const before = out.at(-1)
    const next = units.slice(at + 1).find(({ text }) => kindOf(text) === undefined)
    const goesOn = before !== undefined && next !== undefined && ['open', 'comma'].includes(endingOf(before.text))
    const notes = kind !== 'ornament' && next !== undefined && note.test(next.text)
    const verse = before !== undefined && next !== undefined && lengthOf(before.text) <= 20 && lengthOf(next.text) <= 20
    const parts =
      !notes &&
      before !== undefined &&
      next !== undefined &&
      (kind === 'rule' ? prose(before) && prose(next) && !goesOn : !goesOn || verse)
    const why = notes
      ? '注文上面的线，版式自会给出。'
      : parts
        ? kind === 'rule'
          ? '两段之间的一条线，按分隔线（---）处理；如是版面的线，请删去。'
          : '两段之间的花饰，按分隔线（---）处理。'
        : '版面的线或花饰，已删去。'
    repairs.push({
      line: unit.line,
      rule: 'rule',
      action: 'applied',
      confidence:
        notes || (parts && kind === 'ornament' && !goesOn) || (!parts && kind === 'rule' && !goesOn)
          ? 'sure'
          : 'likely',
      before: unit.text,
      after: parts ? '---' : '（删去）',
      note: why,
    })
    parted ||= parts
    blank ||= !goesOn || notes
  }
  return { units: out, repairs }
}

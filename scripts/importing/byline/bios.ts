/** Units in, notes on the authors that line ends cut made whole out: they must be so before a text is divided at them. */
import { enumeratorOf, standingHead } from '../blocks/numbering.ts'
import { endingOf, excerpt, lengthOf } from '../characters/marks.ts'
import { glue } from '../lines/glue.ts'
import type { Unit } from '../lines/units.ts'
import { labelledFacts } from '../matter/labels.ts'
import type { Repair } from '../result.ts'
import { anchorOf } from './affiliation.ts'
import { bioLine } from './bio.ts'

const goesOn = (unit: Unit, next: Unit): boolean =>
  ['open', 'comma', 'semicolon', 'colon'].includes(endingOf(unit.text)) &&
  !/[）)\]］】〕]$/u.test(unit.text) &&
  !next.indented &&
  !next.blank &&
  lengthOf(unit.text) >= 16 &&
  !enumeratorOf(next.text) &&
  !standingHead.test(next.text) &&
  next.heading === undefined &&
  next.kind === undefined &&
  !labelledFacts(next.text) &&
  !anchorOf(next.text) &&
  !bioLine(next.text) &&
  (endingOf(next.text) === 'stop' || lengthOf(next.text) >= 16)

export function joinBios(units: readonly Unit[]): { units: Unit[]; repairs: Repair[] } {
  const out: Unit[] = []
  const repairs: Repair[] = []
  for (let at = 0; at < units.length; at++) {
    let unit = units[at]!
    if (unit.kind === undefined && !anchorOf(unit.text) && bioLine(unit.text))
      for (let next = units[at + 1]; next && goesOn(unit, next); next = units[at + 1]) {
        repairs.push({
          line: unit.last ?? unit.line,
          rule: 'bio',
          action: 'applied',
          confidence: 'likely',
          before: excerpt(unit.text, next.text, ' ⏎ '),
          after: excerpt(unit.text, next.text, ''),
          note: '下一行接在简介后面。',
        })
        unit = { ...unit, text: glue(unit.text, next.text).text, last: next.last ?? next.line }
        at += 1
      }
    out.push(unit)
  }
  return { units: out, repairs }
}

/** Units of a body in, short lines that fell between the two halves of a sentence taken out. */
import { enumeratorOf, standingHead } from '../blocks/numbering.ts'
import { seamOf } from '../blocks/seam.ts'
import { endingOf, excerpt, lengthOf } from '../characters/marks.ts'
import { moved } from '../furniture/moved.ts'
import type { Unit } from '../lines/units.ts'
import type { LeakedLine, Repair } from '../result.ts'

const strong = 2

/** A pull quote, a running head that stands once, the title of another page: whatever it is, the sentence around it goes on. */
export function withoutStrays(units: readonly Unit[]): { units: Unit[]; leaked: LeakedLine[]; repairs: Repair[] } {
  const leaked: LeakedLine[] = []
  const repairs: Repair[] = []
  const left = units.filter((unit, at) => {
    const [before, next] = [units[at - 1], units[at + 1]]
    if (!before || !next || lengthOf(unit.text) > 24 || endingOf(unit.text) !== 'open') return true
    if (unit.heading !== undefined || unit.cells || enumeratorOf(unit.text) || standingHead.test(unit.text)) return true
    const cut =
      ['open', 'comma'].includes(endingOf(before.text)) && /[，。]/u.test(before.text) && lengthOf(before.text) > 24
    if (!cut || /[，、：]/u.test(unit.text) || /[\d]$/u.test(before.text)) return true
    const around = seamOf(before.text, next.text, undefined)
    const [left2, right] = [seamOf(before.text, unit.text, undefined), seamOf(unit.text, next.text, undefined)]
    if (around.rule === undefined || around.weight < strong) return true
    if (left2.weight >= around.weight || right.weight >= strong || left2.weight >= strong) return true
    const gone = moved(
      unit,
      'leak',
      `插在一句话中间：“${excerpt(before.text, next.text, '')}”。可能是误入的题目、书眉或提要。`,
      'doubtful',
    )
    leaked.push(gone.leaked)
    repairs.push(gone.repair)
    return false
  })
  return { units: left, leaked, repairs }
}

/** Units of a body in, the notes at the foot of its pages taken out and tied to their calls out. */
import type { Unit } from '../lines/units.ts'

export interface Note {
  readonly label: string
  readonly text: string
  readonly unit: Unit
  /** Line of the unit that calls it, and where in its text the mark stands. */
  readonly call: { readonly unit: Unit; readonly at: number; readonly length: number }
}

const definition =
  /^([①-⑳]|[[［〔【]\s*(?:注\s*)?\d{1,2}\s*[\]］〕】]|[（(]注?\d{1,2}[）)]|注\s*\d{1,2}\s*[:：]|[*＊†※]|注[①-⑳])\s*[:：]?\s*(\S.*)$/u
const section = /^[【〔[]?\s*(?:注\s*释|註\s*釋|脚\s*注|尾\s*注|注)\s*[】〕\]]?\s*[:：]?$/u

/** The number or sign of a mark, whatever its dress: ① and [1] of one text are not the same note. */
const signOf = (mark: string): string =>
  mark
    .replace(/[\s:：注]/gu, '')
    .replace(/[［〔【]/gu, '[')
    .replace(/[］〕】]/gu, ']')

function callBefore(
  units: readonly Unit[],
  at: number,
  sign: string,
  taken: ReadonlySet<string>,
): Note['call'] | undefined {
  for (let one = at - 1; one >= 0; one--) {
    const unit = units[one]!
    if (definition.exec(unit.text) && signOf(definition.exec(unit.text)![1]!) === sign) continue
    for (const shape of [
      sign,
      sign.replace('[', '［').replace(']', '］'),
      sign.replace('[', '〔').replace(']', '〕'),
    ]) {
      const found = unit.text.lastIndexOf(shape)
      if (found > 0 && !taken.has(`${unit.line}:${found}`)) return { unit, at: found, length: shape.length }
    }
  }
  return undefined
}

/**
 * A line that begins with a mark is a note where the same mark stands after a word above it. Marks that count anew on every page
 * are told apart by their order. Lines of a list ①②③ have no such calls and stay.
 */
export function readNotes(units: readonly Unit[], numbered: boolean): { notes: Note[]; rest: Unit[]; heading: Unit[] } {
  const taken = new Set<string>()
  const notes: Note[] = []
  const found = new Set<number>()
  for (const [at, unit] of units.entries()) {
    const hit = definition.exec(unit.text)
    if (!hit) continue
    const sign = signOf(hit[1]!)
    // Numbers in brackets are citations where the article has a list of references.
    if (numbered && /^\[/u.test(sign)) continue
    const call = callBefore(units, at, sign, taken)
    if (!call || found.has(units.indexOf(call.unit))) continue
    taken.add(`${call.unit.line}:${call.at}`)
    found.add(at)
    notes.push({ label: String(notes.length + 1), text: hit[2]!, unit, call })
  }
  const heading = units.filter((unit, at) => section.test(unit.text) && found.has(at + 1))
  return { notes, rest: units.filter((unit, at) => !found.has(at) && !heading.includes(unit)), heading }
}

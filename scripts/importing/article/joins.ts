/** The blocks of one body in, every join, every dropped copy and every open gap as an entry of the report out. */
import type { BodyReading } from '../blocks/blocks.ts'
import type { Block } from '../blocks/search.ts'
import { endingOf, excerpt, han, lengthOf } from '../characters/marks.ts'
import type { Unit } from '../lines/units.ts'
import type { Repair } from '../result.ts'
import type { RuleName } from '../rules.ts'

/** Signs that leave no doubt: a mark that ends no unit or begins none, an open bracket that the next piece closes. */
const certain: ReadonlySet<RuleName> = new Set(['join-mark', 'join-bracket', 'join-indent'])
/** The other signs are sure where both readings are this far apart. */
const sureMargin = 5

function seamRepairs(block: Block, units: readonly Unit[], reading: BodyReading, joinLength: number): Repair[] {
  return block.seams.flatMap((seam, at) => {
    const [first, second] = [units[block.from + at]!, units[block.from + at + 1]!]
    const dropped = seam.overlap.drop
    const before = excerpt(seam.before, seam.after, ' ⏎ ')
    const after = excerpt(seam.before, seam.after.slice(dropped.length), '')
    const long: RuleName = lengthOf(seam.before) > joinLength ? 'join-long' : 'join-place'
    const rule: RuleName = block.kind === 'heading' ? 'head-join' : (seam.rule ?? long)
    const margin = reading.gaps.find((gap) => gap.at === block.from + at + 1)?.margin ?? 0
    // An empty line says that a paragraph begins, whatever the missing indent says.
    const torn = second.blank && (seam.rule === 'join-indent' || endingOf(seam.before) === 'stop')
    const sure = seam.rule !== undefined && !torn && (certain.has(seam.rule) || margin >= sureMargin)
    const line = first.last ?? first.line
    const repairs: Repair[] = [{ line, rule, action: 'applied', confidence: sure ? 'sure' : 'likely', before, after }]
    if (dropped !== '')
      repairs.push({
        line: second.line,
        rule: 'overlap',
        action: 'applied',
        // A doubled mark is a fault of print; a doubled character may be a word.
        confidence: han.test(dropped) ? 'likely' : 'sure',
        before,
        after,
        note: `删去重出的“${dropped}”。`,
      })
    if (seam.overlap.doubt !== '')
      repairs.push({
        line: second.line,
        rule: 'overlap-doubt',
        action: 'confirm',
        before: after,
        after,
        note: `断行前后都有“${seam.overlap.doubt}”，可能重出，也可能原文如此。`,
      })
    if (/[A-Za-z][-‐]$/u.test(seam.before) && !seam.text.startsWith(seam.before))
      repairs.push({
        line,
        rule: 'hyphen',
        action: 'confirm',
        before,
        after: excerpt(seam.before.slice(0, -1), seam.after, ''),
        note: '行末的连字符按断词处理，已删去。如本有连字符，请补上。',
      })
    return repairs
  })
}

export function joinRepairs(reading: BodyReading, units: readonly Unit[], joinLength: number): Repair[] {
  const doubts = reading.doubtful.map((at): Repair => {
    const before = excerpt(units[at - 1]!.text, units[at]!.text, ' ⏎ ')
    const note = '前后可能是一段（或一个标题）被栏底断开，没有把握，未接。'
    return { line: units[at - 1]!.line, rule: 'join-doubt', action: 'confirm', before, after: before, note }
  })
  return [...reading.blocks.flatMap((block) => seamRepairs(block, units, reading, joinLength)), ...doubts]
}

/** The lines that were indented and those whose indent was kept in, what became of the others for the report out. */
import type { Repair } from '../result.ts'
import type { Unit } from './units.ts'

/** @param kept lines of verse, whose indents stand in the manuscript */
export function indentRepairs(units: readonly Unit[], kept: ReadonlySet<number>): Repair[] {
  const dropped = units.filter((unit) => unit.indented && !kept.has(unit.line))
  const [first] = dropped
  if (!first) return []
  return [
    {
      line: first.line,
      rule: 'indent',
      action: 'applied',
      before: '行首空格',
      after: '（删去）',
      note: `共 ${dropped.length} 行。段首缩进由版式给出，原稿中不写。`,
    },
  ]
}

/** What a step of this room gives: the units that are left, and the lines it moved out of the text with their reason. */
import type { Unit } from '../lines/units.ts'
import type { Confidence, LeakedLine, Repair } from '../result.ts'
import type { RuleName } from '../rules.ts'

export interface Moved {
  readonly units: Unit[]
  readonly leaked: LeakedLine[]
  readonly repairs: Repair[]
}

/** One line out of the text and into _leak.txt. */
export function moved(
  unit: Pick<Unit, 'line' | 'text'>,
  rule: RuleName,
  note: string,
  confidence: Confidence = 'sure',
) {
  const leaked: LeakedLine = { line: unit.line, text: unit.text }
  const repair: Repair = {
    line: unit.line,
    rule,
    action: 'applied',
    confidence,
    before: unit.text,
    after: '（移至 _leak.txt）',
    note,
  }
  return { leaked, repair }
}

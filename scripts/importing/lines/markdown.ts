/** Units in, the same with their Markdown understood out, where the text as a whole is Markdown already. */
import type { Repair } from '../result.ts'
import type { Unit } from './units.ts'

const heading = /^(#{1,6})\s+(\S.*?)\s*#*$/u

/** Two headings with a space after the marks are no accident; a single # is a number sign. */
export function readMarkdown(units: readonly Unit[]): { units: Unit[]; markdown: boolean; repairs: Repair[] } {
  const headings = units.filter((unit) => heading.test(unit.text))
  if (headings.length < 2) return { units: [...units], markdown: false, repairs: [] }
  const top = Math.min(...headings.map((unit) => heading.exec(unit.text)![1]!.length))
  const read = units.map((unit): Unit => {
    const found = heading.exec(unit.text)
    if (!found) return unit
    const text = found[2]!.replace(/^\*\*(.+)\*\*$/u, '$1')
    return { ...unit, text, heading: found[1]!.length - top + 1 }
  })
  const first = headings[0]!
  return {
    units: read,
    markdown: true,
    repairs: [
      {
        line: first.line,
        rule: 'markdown',
        action: 'applied',
        confidence: 'likely',
        before: first.text,
        after: first.text.replace(/^#+\s+/u, ''),
        note: '原文已是 Markdown：# 的级别用来分篇和定标题，其余标记照旧。',
      },
    ],
  }
}

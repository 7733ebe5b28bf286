/** Units in, the lines （作者单位：…） among them out: the anchors by which a printed text is divided into articles. */
import { balanceOf } from './characters.ts'
import type { Repair } from './result.ts'
import type { Unit } from './units.ts'

const ordinal = '(?:第[一二三四五六1-6]|通[讯信]|两位|三位|几位)?'
const said = '(?:(?:所在|工作)?单位(?:均系|均为|系|为)?|分别[系为]|均[系为]|系|为|(?=[:：]))'
const opened = new RegExp(`^[（(\\[【〔]\\s*${ordinal}作者${said}`, 'u')
const bracketed = new RegExp(`^[（(\\[【〔]\\s*${ordinal}作者${said}\\s*[:：]?\\s*(.+?)\\s*[)）\\]】〕]$`, 'u')
const bare = new RegExp(`^${ordinal}作者(?:所在|工作)?单位\\s*[:：]\\s*(.+)$`, 'u')
/** The same at the end of a last paragraph, after its full stop. */
const trailing = new RegExp(`^(.*[。！？…”’])\\s*([（(\\[【〔]\\s*${ordinal}作者${said}.*)$`, 'u')

/** The units an anchor line names, or undefined where the line is none. */
export function affiliationsOf(text: string): string[] | undefined {
  const named = (bracketed.exec(text) ?? bare.exec(text))?.[1]
  return named
    ?.split(/\s*[；;]\s*/u)
    .map((part) => part.replace(/[。.]$/u, ''))
    .filter((part) => part !== '')
}

/** Makes every anchor a unit of its own: parted from the paragraph it ends, and whole where a column's end cut it. */
export function isolateAnchors(units: readonly Unit[]): { units: Unit[]; repairs: Repair[] } {
  const parted = units.flatMap((unit): Unit[] => {
    const found = trailing.exec(unit.text)
    if (!found) return [unit]
    return [
      { ...unit, text: found[1]!.trim() },
      { ...unit, text: found[2]!, indented: false },
    ]
  })
  const whole: Unit[] = []
  const repairs: Repair[] = []
  for (let at = 0; at < parted.length; at++) {
    let unit = parted[at]!
    for (let more = 0; more < 2 && opened.test(unit.text) && balanceOf(unit.text).unclosed.length > 0; more++) {
      const next = parted[at + 1]
      if (next === undefined || balanceOf(next.text).unopened.length === 0) break
      repairs.push({
        line: unit.line,
        rule: 'affiliation-join',
        action: 'applied',
        before: `${unit.text} ⏎ ${next.text}`,
        after: unit.text + next.text,
      })
      unit = { ...unit, text: unit.text + next.text }
      at += 1
    }
    whole.push(unit)
  }
  return { units: whole, repairs }
}

/** Units in, the list of contents among them taken out and its titles out. */
import { endingOf, lengthOf } from '../characters/marks.ts'
import { type Moved, moved } from '../furniture/moved.ts'
import type { Unit } from '../lines/units.ts'

const heading =
  /^[【〔[]?\s*(?:目\s*[录次錄]|本期目录|本期要目|要\s*目|CONTENTS?|Contents)\s*[】〕\]]?(?:\s*CONTENTS?)?$/u
const entry =
  /^(.{2,44}?)(?:\s*[.．…·⋯]{2,}\s*|\s*[/／]\s*|\s+|\s*[（(])(?:(.{2,16}?)\s*(?:[.．…·⋯]{2,}|[/／（(]|\s)\s*)?[Pp]?(\d{1,3})[）)]?$/u
const leading = /^[（(]?(\d{1,3})[）)]?(?:\s*[/／|｜]\s*|\s+)(\S.{1,40})$/u

const entryOf = (text: string): string | undefined => {
  if (/[。；，：]/u.test(text)) return undefined
  const found = entry.exec(text)
  return found ? found[1]!.trim() : leading.exec(text)?.[2]
}

export function withoutContents(units: readonly Unit[]): Moved & { readonly titles: ReadonlySet<string> } {
  const titles = new Set<string>()
  const out = new Set<number>()
  for (let at = 0; at < units.length; at++) {
    const opened = heading.test(units[at]!.text)
    let to = opened ? at + 1 : at
    const found: string[] = []
    const numbers: number[] = []
    let others = 0
    // Between the entries stand the names of sections and of authors.
    while (to < units.length && others < 2) {
      const { text } = units[to]!
      const title = entryOf(text)
      if (title !== undefined) {
        found.push(title)
        numbers.push(Number(/\d+(?=\D*$)/u.exec(text)?.[0] ?? 0))
        others = 0
      } else if (opened && lengthOf(text) <= 14 && endingOf(text) === 'open' && found.length < 60) others += 1
      else break
      to += 1
    }
    to -= others
    const rising = numbers.every((number, index) => index === 0 || number >= numbers[index - 1]!)
    const dotted = units.slice(at, to).filter(({ text }) => /[.．…·⋯]{2,}|[/／]/u.test(text)).length
    if (found.length < (opened ? 2 : 3) || (!opened && (!rising || dotted < found.length / 2))) continue
    for (let one = at; one < to; one++) out.add(one)
    for (const title of found) titles.add(title.replace(/\s+/gu, ''))
    at = to - 1
  }
  const leaked: Moved['leaked'] = []
  const repairs: Moved['repairs'] = []
  const left = units.filter((unit, at) => {
    if (!out.has(at)) return true
    const gone = moved(unit, 'contents', '目录由版式生成。', 'likely')
    leaked.push(gone.leaked)
    repairs.push(gone.repair)
    return false
  })
  return { units: left, leaked, repairs, titles }
}

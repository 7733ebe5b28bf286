/** Lines of verse in, the blocks they make out, with what an editor should look at. */
import type { BodyReading } from '../blocks/blocks.ts'
import { readsAsVerse, stanzasOf } from '../blocks/verse.ts'
import { excerpt, lengthOf, opening } from '../characters/marks.ts'
import type { Unit } from '../lines/units.ts'
import type { ImportedBlock, Repair } from '../result.ts'

export const verseBlock = (units: readonly Unit[]): ImportedBlock => ({
  kind: 'verse',
  text: stanzasOf(units)
    .map((stanza) => stanza.map((unit) => unit.text).join('\n'))
    .join('\n\n'),
  line: units[0]!.line,
})

/** A single short line between stanzas is the title of the next poem. */
function poems(units: readonly Unit[], several: boolean): { blocks: ImportedBlock[]; titles: Unit[] } {
  const blocks: ImportedBlock[] = []
  const titles: Unit[] = []
  let open: Unit[] = []
  const stanzas = stanzasOf(units)
  const single = stanzas.filter((stanza) => stanza.length === 1).length
  for (const [at, stanza] of stanzas.entries()) {
    const [line] = stanza
    const next = stanzas[at + 1]
    const title =
      line!.heading !== undefined ||
      (stanza.length === 1 &&
        single <= stanzas.length / (several ? 2 : 3) &&
        next !== undefined &&
        next.length > 1 &&
        lengthOf(line!.text) <= 12 &&
        !/[，。！？；]/u.test(line!.text))
    if (!title) {
      open.push(...stanza)
      continue
    }
    if (open.length > 0) blocks.push(verseBlock(open))
    open = []
    blocks.push({ kind: 'heading', text: line!.text, line: line!.line })
    titles.push(line!)
  }
  if (open.length > 0) blocks.push(verseBlock(open))
  return { blocks, titles }
}

const verseRepair = (units: readonly Unit[], note: string): Repair => {
  const before = units.length > 1 ? excerpt(units[0]!.text, units[1]!.text, ' ⏎ ') : opening(units[0]!.text)
  return { line: units[0]!.line, rule: 'verse', action: 'confirm', confidence: 'likely', before, after: before, note }
}

/** A body that is verse throughout. */
export function versePoems(units: readonly Unit[], title: string): { blocks: ImportedBlock[]; repairs: Repair[] } {
  const { blocks, titles } = poems(units, /[一二三四五六七八九十]首|组诗|外/u.test(title))
  const each = units.length > 2 && units.slice(1).every((unit) => unit.blank)
  return {
    blocks,
    repairs: [
      verseRepair(
        units,
        each ? '全篇按诗排。原文每行之间都有空行，看不出分节，请核对。' : '全篇按诗排，空行处分节，请核对。',
      ),
      ...titles.map((unit) => verseRepair([unit], '这一行按下一首的题目处理。')),
    ],
  }
}

/** Runs of standing lines that read as verse become one block; others stay paragraphs of their own. */
export function withVerse(reading: BodyReading, units: readonly Unit[], alone: ReadonlySet<number>) {
  const repairs: Repair[] = []
  const verse = new Map<number, number>()
  for (let at = 0; at < units.length; at++) {
    if (!reading.lines.has(at) || alone.has(at)) continue
    let to = at
    while (to < units.length && reading.lines.has(to) && !alone.has(to)) to += 1
    const run = units.slice(at, to)
    if (run.length > 1 && readsAsVerse(run)) {
      verse.set(at, to)
      repairs.push(verseRepair(run, '这几行按诗排；如是列表或断开的正文，请改。'))
    } else if (run.length > 1) {
      const before = excerpt(run[0]!.text, run[1]!.text, ' ⏎ ')
      repairs.push({
        line: run[0]!.line,
        rule: 'lines',
        action: 'confirm',
        before,
        after: before,
        note: '连续几行短句，可能是列表，各自成段；诗请改用 ::: verse。',
      })
    }
    at = to - 1
  }
  return { verse, repairs }
}

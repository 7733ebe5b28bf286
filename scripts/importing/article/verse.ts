/** Lines of verse in, the blocks they make out, with what an editor should look at. */
import type { BodyReading } from '../blocks/blocks.ts'
import { poemNumber, readsAsVerse, stanzasOf } from '../blocks/verse.ts'
import { excerpt, lengthOf, opening } from '../characters/marks.ts'
import type { Unit } from '../lines/units.ts'
import type { ImportedBlock, Repair } from '../result.ts'

const stepOf = (unit: Unit): number => unit.step ?? 0

/** Lines stand in steps where not all have the same indent; what all have is the page's. */
export const inSteps = (units: readonly Unit[]): boolean => units.some((unit) => stepOf(unit) !== stepOf(units[0]!))

/** One block, or several where ornaments part them. The lines keep the steps in which they stand to each other. */
export function verseBlocks(units: readonly Unit[]): ImportedBlock[] {
  const least = Math.min(...units.map(stepOf))
  const lineOf = (unit: Unit): string => '\u3000'.repeat(stepOf(unit) - least) + unit.text
  const blocks: ImportedBlock[] = []
  for (let from = 0; from < units.length; ) {
    let to = from + 1
    while (to < units.length && !units[to]!.parted) to += 1
    const { line } = units[from]!
    if (from > 0) blocks.push({ kind: 'break', text: '', line })
    const stanzas = stanzasOf(units.slice(from, to)).map((stanza) => stanza.map(lineOf).join('\n'))
    blocks.push({ kind: 'verse', text: stanzas.join('\n\n'), line })
    from = to
  }
  return blocks
}

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
        (poemNumber.test(line!.text) || (next?.length === 1 && poemNumber.test(next[0]!.text)))) ||
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
    if (open.length > 0) blocks.push(...verseBlocks(open))
    open = []
    blocks.push({ kind: 'heading', text: line!.text, line: line!.line })
    titles.push(line!)
  }
  if (open.length > 0) blocks.push(...verseBlocks(open))
  return { blocks, titles }
}

const verseRepair = (units: readonly Unit[], note: string): Repair => {
  const before = units.length > 1 ? excerpt(units[0]!.text, units[1]!.text, ' ⏎ ') : opening(units[0]!.text)
  const how = inSteps(units) ? '（按诗排，保留各行的缩进）' : '（按诗排）'
  return { line: units[0]!.line, rule: 'verse', action: 'confirm', confidence: 'likely', before, after: how, note }
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
    // A line beside a poem may stand for itself, as an announcement does.
    while (to - at > 4 && !readsAsVerse(units.slice(at, to)) && readsAsVerse(units.slice(at, to - 1))) to -= 1
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

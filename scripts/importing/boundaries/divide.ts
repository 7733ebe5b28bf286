/** Units of a whole text in, the parts that are its articles out: the heads with the best evidence divide it. */
import { affiliationsOf } from '../byline/affiliation.ts'
import { endingOf, excerpt, lengthOf } from '../characters/marks.ts'
import { moved } from '../furniture/moved.ts'
import { withoutLeakedTitles } from '../furniture/pages.ts'
import type { Unit } from '../lines/units.ts'
import { labelledFacts } from '../matter/labels.ts'
import { isReferenceEntry, isReferenceHead } from '../matter/references.ts'
import type { LeakedLine, Repair } from '../result.ts'
import { withoutContents } from './contents.ts'
import { type Head, type HeadContext, headThreshold, isDisplay, isProse, readHead } from './head.ts'
import { closes, type Run, reunite } from './reunite.ts'
import { tagOf } from './tags.ts'

export interface Part {
  readonly head: Head | undefined
  readonly body: readonly Unit[]
  readonly line: number
  /** Where it jumps: how many units of the body stand before, and the part after whose end the rest was printed. */
  readonly jump?: { readonly units: number; readonly after: number }
}

export interface Division {
  readonly parts: readonly Part[]
  readonly leaked: readonly LeakedLine[]
  readonly repairs: readonly Repair[]
}

/** Where the list of references begins; what follows it is no text. */
const listFrom = (units: readonly Unit[]): number => {
  const at = units.findIndex(({ text }) => isReferenceHead(text) || isReferenceEntry(text))
  return at === -1 ? units.length : at
}

/** Notes on the authors may stand before the text, with the other facts of a scholarly article. */
const inFront = (units: readonly Unit[]): boolean =>
  units.every((unit, at) => {
    const before = units[at - 1]
    const goesOn = before !== undefined && labelledFacts(before.text) !== undefined && endingOf(before.text) !== 'stop'
    return closes(unit) || labelledFacts(unit.text) !== undefined || goesOn || !isProse(unit)
  })

function headsOf(units: readonly Unit[], context: HeadContext): Head[] {
  const found = units
    .flatMap((_, at) => {
      const head = readHead(units, at, context)
      return head && (head.score >= headThreshold || at === 0) ? [head] : []
    })
    .sort((a, b) => b.score - a.score || a.from - b.from)
  const chosen: Head[] = []
  for (const head of found)
    if (chosen.every((other) => head.to <= other.from || head.from >= other.to)) chosen.push(head)
  return chosen.sort((a, b) => a.from - b.from)
}

/** Before the first head there is a head without names, a leaked line, or an article whose title is missing. */
function leading(units: readonly Unit[], heads: readonly Head[]): Head[] {
  const [first, second] = heads
  if (!first || first.from > 0 || !second) return [...heads]
  // A head at the very start that has no text of its own is a masthead or a stray line.
  const own = units.slice(first.to, second.from)
  return own.length === 0 && first.names.length === 0 && second.score > first.score ? heads.slice(1) : [...heads]
}

export function divide(all: readonly Unit[]): Division {
  const contents = withoutContents(all)
  const repairs: Repair[] = [...contents.repairs]
  const leaked: LeakedLine[] = [...contents.leaked]
  const closed = new Set<number>()
  const units: Unit[] = []
  for (const unit of contents.units) {
    if (unit.kind === undefined) units.push(unit)
    else if (unit.kind !== 'web') closed.add(units.length)
  }
  const tags = units.flatMap((unit, at) => {
    const next = units[at + 1]
    return next && isDisplay(unit) && isDisplay(next) && lengthOf(unit.text) <= 8
      ? [unit.text.replace(/\s+/gu, '')]
      : []
  })
  const context = (closedAt: ReadonlySet<number>): HeadContext => ({
    repeatedTags: new Set(
      tags.filter((tag, at) => tags.indexOf(tag) !== at && tagOf(tag, new Set([tag])) !== undefined),
    ),
    contents: contents.titles,
    units: new Set(all.flatMap((unit) => affiliationsOf(unit.text) ?? []).map((name) => name.replace(/\s+/gu, ''))),
    closed: closedAt,
  })
  const titleLines = new Set(
    headsOf(units, context(closed)).flatMap((head) => head.titles.map((unit) => units.indexOf(unit))),
  )
  const clean = withoutLeakedTitles(units, (at) => titleLines.has(at))
  repairs.push(...clean.repairs)
  leaked.push(...clean.leaked)
  const still = clean.units
  const closedStill = new Set([...closed].map((at) => (at >= units.length ? still.length : still.indexOf(units[at]!))))
  const heads = leading(still, headsOf(still, context(closedStill)))
  const leak = (unit: Unit, note: string, sure = false): void => {
    const gone = moved(unit, 'leak', note, sure ? 'sure' : 'likely')
    leaked.push(gone.leaked)
    repairs.push(gone.repair)
  }
  const runs: Run[] = []
  const before = still.slice(0, heads[0]?.from ?? still.length)
  if (before.length > 0) {
    const prose = before.some(isProse)
    if (heads.length > 0 && !prose)
      for (const unit of before.filter((one) => !labelledFacts(one.text))) leak(unit, '在第一篇的标题之前。')
    else if (before.every(closes)) for (const unit of before) leak(unit, '只有作者单位，没有正文。')
    else runs.push({ head: undefined, units: [...before] })
  }
  for (const [at, head] of heads.entries()) {
    const own = still.slice(head.to, heads[at + 1]?.from)
    // The DOI stands over the title of a scholarly article.
    if (at === 0 && !before.some(isProse)) own.unshift(...before.filter((unit) => labelledFacts(unit.text)))
    runs.push({ head, units: own })
    if (head.from > 0 && head.score < headThreshold + 3)
      repairs.push({
        line: head.titles[0]!.line,
        rule: 'boundary',
        action: 'confirm',
        before: excerpt(still[head.from - 1]!.text, head.titles[0]!.text, ' ⏎ '),
        after: '（分为另一篇）',
        note: '从这里起分为另一篇，凭据不多。',
      })
  }
  reunite(runs, repairs)
  for (const run of runs) {
    const last = run.units.findLastIndex(closes)
    const tail = run.units.slice(last + 1)
    if (last === -1 || tail.length === 0) continue
    if (!tail.some(isProse) && tail.length <= 4 && tail.every((unit) => isDisplay(unit))) {
      for (const unit of tail) leak(unit, '在作者单位之后，没有署名和正文，多半是下一篇的标题。', true)
      run.units.splice(last + 1)
    } else if (inFront(run.units.slice(0, last))) continue
    else if (tail.slice(0, listFrom(tail)).some((unit) => isProse(unit) && !labelledFacts(unit.text)))
      repairs.push({
        line: tail[0]!.line,
        rule: 'boundary',
        action: 'confirm',
        before: excerpt(run.units[last]!.text, tail[0]!.text, ' ⏎ '),
        after: excerpt(run.units[last]!.text, tail[0]!.text, ' ⏎ '),
        note: '作者单位之后还有正文，却没有看到题目：可能是另一篇，或单位写在文中。',
      })
  }
  // A last head with nothing under it is the title of the next page.
  const last = runs.at(-1)
  if (last?.head && runs.length > 1 && last.units.length === 0 && last.head.names.length === 0) {
    for (const unit of [...last.head.kickers, ...last.head.titles, ...last.head.subtitles])
      leak(unit, '在最后，没有署名和正文，多半是下一篇的标题。', true)
    runs.pop()
  }
  return {
    parts: runs.map((run) => ({
      head: run.head,
      body: run.units,
      line: run.head?.titles[0]?.line ?? run.units[0]?.line ?? 1,
      ...(run.jump && { jump: run.jump }),
    })),
    leaked,
    repairs,
  }
}

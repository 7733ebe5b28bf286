/** The articles of a divided text in, those that jump with their rests brought back out: by title, numbers of pages, and how the sentence goes on. */
import { seamOf } from '../blocks/seam.ts'
import { anchorOf } from '../byline/affiliation.ts'
import { bioLine } from '../byline/bio.ts'
import { excerpt, opening } from '../characters/marks.ts'
import { pageNumber } from '../furniture/jumps.ts'
import type { Unit } from '../lines/units.ts'
import type { Repair } from '../result.ts'
import { type Head, isProse } from './head.ts'

export interface Run {
  readonly head: Head | undefined
  units: Unit[]
  jump?: { readonly units: number; readonly after: number }
}

export const closes = (unit: Unit): boolean => anchorOf(unit.text) !== undefined || bioLine(unit.text) !== undefined

interface End {
  readonly run: Run
  readonly unit: Unit
}

/** Ranks by printed page, where every mark gives one and no two give the same. */
function ranks(pages: readonly (number | undefined)[]): number[] | undefined {
  const known = pages.filter((page) => page !== undefined)
  if (known.length < pages.length || new Set(known).size < known.length) return undefined
  const sorted = known.toSorted((a, b) => a - b)
  // A3 and 5 do not compare.
  if (known.some((page) => page > 1000) && known.some((page) => page <= 1000)) return undefined
  return known.map((page) => sorted.indexOf(page))
}

const plain = (text: string): string => text.replace(/[\s《》“”「」]/gu, '')

/** The rests stand in the order of the pages they were put on, the first halves in that of the pages named by the rests. */
function pairsOf(tos: readonly End[], froms: readonly End[], at: (end: End) => number) {
  const toRanks = ranks(tos.map(({ unit }) => pageNumber(unit.jump!.to!)))
  const fromRanks = ranks(froms.map(({ unit }) => pageNumber(unit.jump!.from!)))
  const all = tos.flatMap((to, t) =>
    froms.flatMap((from, f) => {
      if (at(to) >= at(from)) return []
      let value = Math.max(-10, Math.min(10, seamOf(to.unit.text, from.unit.text, undefined).weight)) / 2
      const about = from.unit.jump!.from!.about
      const title = plain(to.run.head?.titles.map(({ text }) => text).join('') ?? '')
      if (about !== undefined && title !== '')
        value += title.includes(plain(about)) || plain(about).includes(title) ? 30 : -10
      if (toRanks && tos.length === froms.length && toRanks[t] === f) value += 8
      if (fromRanks && tos.length === froms.length && fromRanks[f] === t) value += 8
      return [{ to, from, value }]
    }),
  )
  const chosen: { to: End; from: End; sure: boolean }[] = []
  for (const pair of all.toSorted((a, b) => b.value - a.value)) {
    const taken = (other: { to: End; from: End }): boolean =>
      chosen.some(({ to, from }) => to === other.to || from === other.from)
    if (taken(pair)) continue
    const rivals = all.filter(
      (other) => other !== pair && !taken(other) && (other.to === pair.to || other.from === pair.from),
    )
    chosen.push({ to: pair.to, from: pair.from, sure: rivals.every(({ value }) => value < pair.value - 2) })
  }
  return chosen
}

/** The rest of an article goes back to it; it ends with the units or the notes on its authors. What stood between both in one run is an article of its own. */
export function reunite(runs: Run[], repairs: Repair[]): void {
  const all = runs.flatMap((run) => run.units.map((unit) => ({ run, unit })))
  const tos = all.filter(({ unit }) => unit.jump?.to)
  const froms = all.filter(({ unit }) => unit.jump?.from)
  const places = new Map(all.map(({ unit }, at) => [unit, at]))
  const pairs = pairsOf(tos, froms, ({ unit }) => places.get(unit)!)
  // All rests are taken out before any is put back, so that none counts as what stands between the halves of another.
  const rests = pairs.map((pair) => {
    const home = runs.find((run) => run.units.includes(pair.from.unit))!
    const start = home.units.indexOf(pair.from.unit)
    const rest = home.units.slice(start)
    // It ends where the next rest begins, or with its own units.
    const end = rest.findIndex((unit, at) => closes(unit) || (at + 1 < rest.length && rest[at + 1]!.jump?.from))
    const moving = end === -1 ? rest : rest.slice(0, end + 1)
    home.units.splice(start, moving.length)
    return { ...pair, home, moving, next: home.units[start] }
  })
  const homes = new Map<Run, Run>()
  for (const { to, home, moving, next, sure } of rests) {
    const target = runs.find((run) => run.units.includes(to.unit))!
    const place = target.units.indexOf(to.unit)
    let after = home
    if (home === target) {
      const stop = next === undefined ? -1 : target.units.indexOf(next)
      const between = target.units.slice(place + 1, stop === -1 ? undefined : stop)
      if (between.some(isProse)) {
        after = { head: undefined, units: between }
        target.units.splice(place + 1, between.length)
        runs.splice(runs.indexOf(target) + 1, 0, after)
      }
    }
    target.units.splice(place + 1, 0, ...moving)
    if (after !== target) {
      target.jump = { units: place + 1, after: 0 }
      homes.set(target, after)
    }
    repairs.push({
      line: moving[0]!.line,
      rule: 'jump',
      action: 'applied',
      confidence: sure ? 'likely' : 'doubtful',
      before: excerpt(to.unit.text, moving[0]!.text, ' … '),
      after: excerpt(to.unit.text, moving[0]!.text, ' ⏎ '),
      note: '转接的后半已接回前半；issue.yaml 里写了转接的位置。',
    })
  }
  for (const [target, after] of homes) target.jump = { units: target.jump!.units, after: runs.indexOf(after) }
  const lone = (end: End, mark: string): void => {
    const before = opening(end.unit.text)
    repairs.push({ line: end.unit.line, rule: 'jump', action: 'confirm', before, after: before, note: mark })
  }
  for (const end of tos)
    if (!pairs.some(({ to }) => to === end)) lone(end, '这里有“下转”，没有找到接着的部分，请核对后半在哪里。')
  for (const end of froms)
    if (!pairs.some(({ from }) => from === end)) lone(end, '这里有“上接”，没有找到前面的部分，请核对它属于哪一篇。')
}

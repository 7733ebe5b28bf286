/** Lines in, whether they are two columns read across out: then no order of the lines gives the text back. */
import { endingOf } from '../characters/marks.ts'
import { wordAcross } from '../characters/words.ts'
import type { Unit } from './units.ts'

const half = /^[\s\u3000]*(\S.*?\S)(?:\t+| {2,}|\u3000{2,})(\S.*\S)\s*$/u
const hanIn = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0

/** Both halves of a line are prose of about the same length that breaks off. */
function sideBySide(lines: readonly string[]): string | undefined {
  const full = lines.filter((line) => hanIn(line) >= 8)
  const pairs = full.flatMap((line) => {
    const found = half.exec(line)
    if (!found) return []
    const [left, right] = [hanIn(found[1]!), hanIn(found[2]!)]
    return left >= 6 && right >= 6 && Math.abs(left - right) <= Math.max(left, right) / 2 ? [line] : []
  })
  const prose = pairs.filter((line) => /[，。、；]/u.test(line)).length
  return pairs.length >= 6 && pairs.length > full.length / 2 && prose > pairs.length / 2 ? pairs[0] : undefined
}

/** A cut between lines goes through a word in one of three cases; between lines of two columns hardly ever, but from each to the one after the next it does. */
function alternating(units: readonly Unit[]): string | undefined {
  let [next, afterNext, cuts] = [0, 0, 0]
  let shown: string | undefined
  for (let at = 0; at + 2 < units.length; at++) {
    const [here, one, two] = [units[at]!, units[at + 1]!, units[at + 2]!]
    if (endingOf(here.text) !== 'open' || hanIn(here.text) < 8 || hanIn(one.text) < 2 || hanIn(two.text) < 2) continue
    if (!/\p{Script=Han}$/u.test(here.text)) continue
    cuts += 1
    if (wordAcross(here.text, one.text) !== undefined) next += 1
    if (wordAcross(here.text, two.text) !== undefined) {
      afterNext += 1
      shown ??= here.text
    }
  }
  return cuts >= 8 && afterNext >= 5 && afterNext >= 3 * next + 2 ? shown : undefined
}

/** A line that shows it, or undefined. */
export const interleaved = (text: string, units: readonly Unit[]): string | undefined =>
  sideBySide(text.split(/\r\n|[\r\n\f]/u)) ?? alternating(units)

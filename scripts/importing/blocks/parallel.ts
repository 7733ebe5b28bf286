/** Two headings in, how far they are built alike out: Chinese journals set the headings of one article in parallel. */
import { lengthOf } from '../characters/marks.ts'
import { withoutEnumerator } from './numbering.ts'

const clausesOf = (text: string): number[] =>
  withoutEnumerator(text)
    .split(/[，；：,;:\s]/u)
    .map(lengthOf)

function sharedEdges(a: string, b: string): number {
  const [left, right] = [Array.from(withoutEnumerator(a)), Array.from(withoutEnumerator(b))]
  const most = Math.min(left.length, right.length)
  let prefix = 0
  while (prefix < most && left[prefix] === right[prefix]) prefix++
  let suffix = 0
  while (suffix < most - prefix && left.at(-1 - suffix) === right.at(-1 - suffix)) suffix++
  return prefix + suffix
}

/**
 * 0 to 1: six tenths for the same number of clauses of the same lengths (the least alike clause decides, so that a heading cut in
 * its second half is unlike its whole sisters), four tenths for shared first and last characters, four of which are full marks.
 */
export function likeness(a: string, b: string): number {
  const [left, right] = [clausesOf(a), clausesOf(b)]
  const edges = Math.min(1, sharedEdges(a, b) / 4)
  const shape =
    left.length === right.length
      ? Math.min(...left.map((length, at) => Math.min(length, right[at]!) / Math.max(length, right[at]!, 1)))
      : 0
  return 0.6 * shape + 0.4 * edges
}

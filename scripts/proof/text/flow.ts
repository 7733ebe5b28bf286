/** In: the runs of an article on its pages and what it must say. Out: its text in reading order, its notes and ruby apart. */
import { generatedIn, wordsOf } from './blocks.ts'
import { shingles } from './characters.ts'
import type { Expected } from './expected.ts'
import { takeStrings } from './expected-strings.ts'
import { type LocatedText, part, type Run } from './located-text.ts'

/** Length of the runs of characters by which texts are told apart. */
export const ngram = 6

export function usualSize(runs: readonly Run[]): number {
  const counts = new Map<number, number>()
  for (const run of runs) {
    const size = Math.round(run.size * 4) / 4
    counts.set(size, (counts.get(size) ?? 0) + run.text.length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/**
 * Puts the head of the article before its text. What a style sheet positions, Chromium paints after the text of the whole
 * page: so runs that stand above all lines of the body and say nothing but words of the head are read first. The words with
 * which an article closes may be the same: they are left where they are as soon as the head is whole without them.
 */
export function headFirst(runs: readonly Run[], expected: Expected): readonly Run[] {
  const beginning = wordsOf(expected.body).slice(0, 12)
  const words = runs.findIndex(
    (run, i) => beginning.startsWith(run.text.slice(0, 12)) && startsWithin(runs, i, beginning),
  )
  // A head with abstracts may fill its page: then what is painted first is the lower part of it.
  const at = words < 0 ? 0 : startOfLabel(runs, words, expected)
  const first = runs[at]
  if (!first) return runs
  const { found } = takeStrings(textOf(runs.slice(0, at)), 0, [...expected.head, ...expected.either], null)
  const open = [...expected.head, ...expected.either].filter((wanted) => !found.some((it) => it.wanted === wanted))
  if (!open.some(({ required }) => required)) return runs
  const strings = open.flatMap((wanted) => [...wanted.choices, ...wanted.misplaced])
  const says = ({ text }: Run): boolean => strings.some((wanted) => wanted.includes(text))
  // What is read before the text is in its place: between its words stand numbers and brackets that are in no string.
  const rest = linesOf(runs.slice(at))
  const flowing = wordsOf(expected.body.filter(({ floats }) => !floats))
  // The body may begin with a picture, and go on higher up in the next column.
  const ofBody = rest.filter((line) => isLong(textOf(line)) && flowing.includes(textOf(line)) && !line.every(says))
  const top = Math.max(first.y, ...ofBody.map((line) => line[0]!.y))
  // One character may be of any text: a line is of the head where all that is longer in it is.
  const isHead = (line: readonly Run[]): boolean =>
    line.every((run) => run.y > top + 2 * first.size) &&
    line.every((run) => run.text.length === 1 || says(run)) &&
    line.some(says)
  return [...runs.slice(0, at), ...rest.filter(isHead).flat(), ...rest.filter((line) => !isHead(line)).flat()]
}

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
/** A shorter line may be of any text. */
const isLong = (text: string): boolean => text.length >= ngram

/** The number of a figure or an item stands before the words that the body begins with. */
function startOfLabel(runs: readonly Run[], at: number, { body }: Expected): number {
  const labels = body[0] ? generatedIn([body[0]]) : []
  for (let from = at - 1, label = ''; from >= 0 && label.length < 8; from--) {
    label = runs[from]!.text + label
    if (labels.includes(label)) return from
  }
  return at
}

function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = []
  for (const run of runs) {
    if (run.startsLine || lines.length === 0) lines.push([])
    lines.at(-1)!.push(run)
  }
  return lines
}

function startsWithin(runs: readonly Run[], from: number, beginning: string): boolean {
  let text = ''
  for (let i = from; i < runs.length && text.length < beginning.length; i++) text += runs[i]!.text
  return text.startsWith(beginning)
}

/** Annotations of ruby that are still to be found, and those that were. */
export interface Annotations {
  readonly left: string[]
  readonly lifted: string[]
  /** Points: no annotation is larger. */
  readonly below: number
}

/**
 * Chromium writes the annotations of a line after all bases of the line (seen in 147 and 156): small runs that are made of
 * annotations of this article are taken out of the flow and compared on their own.
 */
export function withoutAnnotations(runs: readonly Run[], { left, lifted, below }: Annotations): readonly Run[] {
  if (left.length === 0) return runs
  const rest: Run[] = []
  const take = (taken: readonly string[]): void => {
    for (const annotation of taken) left.splice(left.indexOf(annotation), 1)
    lifted.push(...taken)
  }
  for (let i = 0; i < runs.length; ) {
    let end = i
    while (end < runs.length && runs[end]!.size <= below) end++
    if (end === i) {
      rest.push(runs[i++]!)
      continue
    }
    const small = runs.slice(i, end)
    const taken = composedOf(small.map((run) => run.text).join(''), left)
    if (taken) {
      take(taken)
      i = end
    } else {
      // A run of small type may also hold a note call beside an annotation.
      const own = composedOf(runs[i]!.text, left)
      if (own) take(own)
      else rest.push(runs[i]!)
      i++
    }
  }
  return rest
}

function composedOf(text: string, available: readonly string[]): string[] | null {
  const left = [...available]
  const taken: string[] = []
  for (let position = 0; position < text.length; ) {
    const at = left.findIndex((annotation) => annotation !== '' && text.startsWith(annotation, position))
    if (at < 0) return null
    position += left[at]!.length
    taken.push(...left.splice(at, 1))
  }
  return taken
}

/** Something that stands on a page in one piece: the text of an article, or the notes of one. */
export interface Stretch {
  readonly words: ReadonlySet<string>
  /** What it must begin with here, in each form it may be printed in; empty where anything may come. */
  readonly openings: readonly string[]
}

export const textStretch = ({ head, body, tail, either }: Expected): Stretch => {
  const strings = [...head, ...tail, ...either].map((wanted) => wanted.choices[0]!)
  return { words: shingles([...strings, wordsOf(body)].join('\n'), ngram), openings: [] }
}

/** All notes of an article, with their numbers in either form. */
export const notesForms = ({ notes }: Expected): readonly string[] => [wordsOf(notes), wordsOf(notes, 'circled')]

/** @param taken characters of the notes that stood on pages before. */
export const notesStretch = (expected: Expected, taken: number): Stretch => {
  const forms = notesForms(expected)
  return {
    words: new Set(forms.flatMap((text) => [...shingles(text, ngram)])),
    openings: forms.map((text) => text.slice(taken, taken + 12)).filter((text) => text !== ''),
  }
}

/**
 * Cuts a flow into stretches that stand one after another, at those line starts that leave most of each one's words to it.
 * What the parts really say is for the comparison to judge, character by character.
 * @returns one text for each stretch, empty where it is not there.
 */
export function divide(flow: LocatedText, stretches: readonly Stretch[]): LocatedText[] {
  const { text } = flow
  const cuts = [...new Set(flow.runs.flatMap((run, i) => (run.startsLine ? [i] : [])))]
  const places = [...new Set([0, ...cuts.map((i) => flow.starts[i]!), text.length])]
  const smaller = new Set(
    cuts.filter((i) => i > 0 && flow.runs[i - 1]!.size - flow.runs[i]!.size > 0.5).map((i) => flow.starts[i]!),
  )
  const sums = stretches.map(({ words }) => {
    const sums = [0]
    for (let i = 0; i < text.length; i++) {
      const shingle = text.slice(i, i + ngram)
      const others = stretches.some((other) => other.words !== words && other.words.has(shingle))
      sums.push(sums[i]! + (words.has(shingle) ? 1 : others ? -1 : 0))
    }
    return sums
  })
  // best[k][j]: the most that the first k stretches can make of the text up to the place j, and where the last of them begins.
  const best: { score: number; from: number }[][] = [
    places.map((_, j) => ({ score: j === 0 ? 0 : -Infinity, from: 0 })),
  ]
  stretches.forEach((stretch, k) => {
    const before = best[k]!
    const own = sums[k]!
    const begun = places.map((from) =>
      stretch.openings.map((opening) => ({ opening, length: inCommon(opening, text, from) })),
    )
    best.push(
      places.map((to, j) => {
        // A stretch that is not there comes first: no line goes to it without a reason.
        let found = { score: before[j]!.score, from: j }
        for (let i = 0; i < j; i++) {
          const from = places[i]!
          if (before[i]!.score === -Infinity) continue
          // One character may be a folio or a number of anything.
          const opens = to - from > 1 && begun[i]!.some((it) => it.length >= Math.min(it.opening.length, to - from))
          const said = own[to]! - own[from]! + (opens ? ngram : 0)
          // Smaller type alone is no reason: a line that sends to another page is small too.
          const turn = k > 0 && said > 0 && smaller.has(from) ? 0.5 : 0
          const score = before[i]!.score + said + turn
          if (score > found.score) found = { score, from: i }
        }
        return found
      }),
    )
  })
  const parts: LocatedText[] = []
  let j = places.length - 1
  for (let k = stretches.length; k > 0; k--) {
    const i = best[k]![j]!.from
    parts.unshift(part(flow, places[i]!, places[j]!))
    j = i
  }
  return parts
}

function inCommon(opening: string, text: string, from: number): number {
  let length = 0
  while (length < opening.length && opening[length] === text[from + length]) length++
  return length
}

/** In: runs of text read back from a file, in reading order. Out: one text that still knows where each character stands. */
import type { Place } from '../../model/place.ts'
import { significant } from './characters.ts'

export interface Run {
  /** Significant characters only. */
  readonly text: string
  readonly place: Place
  readonly font: string
  /** Points; 0 where the file has no fixed size. */
  readonly size: number
  /** Baseline in points above the foot of the trimmed page; 0 where the file has no fixed places. */
  readonly y: number
  /** Begins a line; always true where the file has no lines. */
  readonly startsLine: boolean
}

export interface LocatedText {
  readonly text: string
  readonly runs: readonly Run[]
  /** Where each run begins in `text`. */
  readonly starts: readonly number[]
}

export function locatedText(runs: readonly Run[]): LocatedText {
  const kept = runs.filter((run) => run.text !== '')
  const starts: number[] = []
  let length = 0
  for (const run of kept) {
    starts.push(length)
    length += run.text.length
  }
  return { text: kept.map((run) => run.text).join(''), runs: kept, starts }
}

/** Index of the run that holds a position; the last run for the end. */
export function runIndexAt(located: LocatedText, position: number): number {
  let low = 0
  let high = located.runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (located.starts[middle]! <= position) low = middle
    else high = middle - 1
  }
  return low
}

export const runAt = (located: LocatedText, position: number): Run | undefined =>
  located.runs[runIndexAt(located, position)]

/** The runs between two positions, cut where the positions fall inside one. */
export function part(located: LocatedText, from: number, to: number): LocatedText {
  return locatedText(
    located.runs.flatMap((run, i) => {
      const start = located.starts[i]!
      const a = Math.max(from - start, 0)
      const b = Math.min(to - start, run.text.length)
      if (a >= b) return []
      return [
        a === 0 && b === run.text.length
          ? run
          : { ...run, text: run.text.slice(a, b), startsLine: run.startsLine && a === 0 },
      ]
    }),
  )
}

export const join = (...texts: readonly LocatedText[]): LocatedText => locatedText(texts.flatMap((s) => s.runs))

/**
 * Takes away the hyphens that the line breaking of the browser has added: the last character of a line, between two
 * Latin letters, where the manuscript has the word unbroken. (Chromium draws such a hyphen as a glyph of its own and says
 * U+00AD in an ActualText that pdf.js does not report; Paged.js adds U+2011 at the end of a page. Both seen.)
 */
export function withoutAddedHyphens(located: LocatedText, expected: string): LocatedText {
  const runs = located.runs.map((run, i) => {
    const next = located.runs[i + 1]
    const hyphen = /[-\u2010\u2011]$/.exec(run.text)
    if (!hyphen || !next?.startsLine) return run
    const end = located.starts[i]! + run.text.length
    const before = located.text.slice(Math.max(0, end - 7), end - 1)
    const after = located.text.slice(end, end + 6)
    if (!/\p{Script=Latin}$/u.test(before) || !/^\p{Script=Latin}/u.test(after)) return run
    const word = /\p{Script=Latin}+$/u.exec(before)![0]
    const rest = /^\p{Script=Latin}+/u.exec(after)![0]
    const written = ['-', '\u2010', '\u2011'].some((h) => expected.includes(word + h + rest))
    return !written && expected.includes(word + rest) ? { ...run, text: run.text.slice(0, -1) } : run
  })
  return locatedText(runs)
}

export const runOf = (text: string, rest: Omit<Run, 'text'>): Run => ({ text: significant(text), ...rest })

/** In: what an article must say and what was found of it. Out: what is lost, doubled, moved or foreign, each with its place. */
import type { Place } from '../../model/place.ts'
import { align, type Edit } from './align.ts'
import { type Block, formsOf, generatedIn, type Located, settle, wordsOf } from './blocks.ts'
import { countOf, tailOf } from './characters.ts'
import type { Expected, ExpectedString } from './expected.ts'
import { type FoundString, takeStrings } from './expected-strings.ts'
import { headOf, startOfTail } from './head-and-tail.ts'
import { join, type LocatedText, part, runAt, withoutAddedHyphens } from './located-text.ts'
import { withoutRepeatedHeads } from './repeated-heads.ts'

/** An article as it was found in one artifact. */
export interface FoundArticle {
  /** Head, body and tail in reading order. */
  readonly main: LocatedText
  readonly notes: LocatedText
  /** Annotations of ruby, taken out of the flow. */
  readonly annotations: readonly string[]
}

export type FindingKind = 'lost' | 'altered' | 'doubled' | 'moved' | 'foreign'

export interface Finding {
  readonly kind: FindingKind
  readonly text: string
  readonly count: number
  /** What stands in its place, for `altered`. */
  readonly instead: string
  /** The last characters before it. */
  readonly before: string
  readonly place: Place
  /** Line of the manuscript, where the text comes from one. */
  readonly line: number | null
}

export interface Comparison {
  readonly findings: readonly Finding[]
  readonly strings: readonly FoundString[]
  readonly missing: readonly ExpectedString[]
  /** Where each block of body and notes begins in the text it was found in; null where a part of it is lost. */
  readonly blocks: ReadonlyMap<
    Block,
    { readonly located: LocatedText; readonly start: number; readonly end: number } | null
  >
  readonly body: LocatedText
}

interface Difference extends Edit {
  readonly expectedText: string
  readonly foundText: string
  readonly before: string
  readonly place: Place
  readonly line: number | null
}

export function compare(expected: Expected, found: FoundArticle, elsewhere: Place): Comparison {
  const fixed = everything(expected)
  const main = withoutRepeatedHeads(withoutAddedHyphens(found.main, fixed), expected.body)
  const notes = withoutAddedHyphens(found.notes, fixed)
  const flowing = expected.body.filter((block) => !block.floats)
  // A figure over all columns may be what the body begins with, or stand above the words that it comes after.
  const floating = expected.body.filter(({ floats }) => floats)
  // And it may stand below the first of the other blocks that has words, which may be few.
  const first = flowing.find((block) => wordsOf([block]) !== '')
  const above = floating.length > 0 && first ? [settle([first], main.text).text] : []
  const settledText = settle(flowing, main.text).text
  // A number before it may be the last digit of what the head ends with.
  const label = generatedIn(flowing.slice(0, 1)).find((words) => settledText.startsWith(words)) ?? ''
  const begins = [settledText, settledText.slice(label.length), ...above, ...floating.flatMap(formsOf)]
  // Pictures alone have no words: the tail follows on the head, if there is one.
  const worded = begins.some((text) => text !== '')
  const openings = worded ? begins : expected.tail.flatMap(({ choices }) => choices)

  const head = headOf(main.text, [...expected.head, ...expected.either], openings, !worded)
  const later = expected.either.filter((wanted) => !head.found.some((found) => found.wanted === wanted))
  // A name that must stand comes before one that may: an article signed at its end may give it again beside an address.
  const closing = [...later, ...expected.tail]
  const tailStart = startOfTail(main.text, head.end, closing, expected)
  const tail = takeStrings(main.text, tailStart, closing, null)

  const { located: body, lost: lostFloats } = withoutFloats(part(main, head.end, tailStart), expected.body)
  const settled = settle(flowing, body.text)
  const noted = settle(expected.notes, notes.text)

  const bodyDifferences = differences(settled, body, elsewhere)
  const noteDifferences = differences(noted, notes, elsewhere)
  const strange = [...head.strange, ...tail.strange].map(
    ([from, to]): Difference => ({
      expected: [0, 0],
      found: [from, to],
      expectedText: '',
      foundText: main.text.slice(from, to),
      before: tailOf(main.text.slice(0, from)),
      place: runAt(main, from)?.place ?? elsewhere,
      line: null,
    }),
  )
  const missing = [...head.missing.filter((wanted) => !later.includes(wanted)), ...tail.missing]
  const start = runAt(main, 0)?.place ?? elsewhere
  const last = runAt(main, main.text.length)?.place ?? elsewhere
  const findings = [
    ...missing.map((wanted) => lost(wanted.text, expected.head.includes(wanted) ? start : last, null)),
    ...lostFloats.map((block) => lost(wordsOf([block]), start, block.line)),
    ...disordered(tail.found).map(({ wanted, at }): Finding => {
      const place = runAt(main, at)?.place ?? last
      return { ...lost(wanted.text, place, null), kind: 'moved', before: tailOf(main.text.slice(0, at)) }
    }),
    ...lostAnnotations(expected.annotations, found.annotations).map((text) => lost(text, start, null)),
    ...classify([...bodyDifferences, ...noteDifferences, ...strange], fixed),
  ]
  return {
    findings,
    strings: [...head.found, ...tail.found],
    missing,
    blocks: new Map([
      ...locate(settled.blocks, bodyDifferences, body),
      ...locate(noted.blocks, noteDifferences, notes),
      ...lostFloats.map((block) => [block, null] as const),
    ]),
    body,
  }
}

const lost = (text: string, place: Place, line: number | null): Finding => ({
  kind: 'lost',
  text,
  count: countOf(text),
  instead: '',
  before: '',
  place,
  line,
})

/** All that the article may say, to tell a doubled word from a foreign one and a broken word from a hyphenated one. */
const everything = ({ head, body, notes, either, tail }: Expected): string =>
  [
    ...head.map((wanted) => wanted.choices[0]),
    wordsOf([...body, ...notes]),
    ...[...tail, ...either].map((wanted) => wanted.choices[0]),
  ].join('')

/** References that do not stand in the order of their numbers. */
const disordered = (found: readonly FoundString[]): FoundString[] => {
  const references = found.filter(({ wanted }) => wanted.kind === 'reference')
  const numberOf = ({ wanted }: FoundString): number => Number.parseInt(wanted.text.slice(1), 10)
  return references.filter((it, i) => i > 0 && numberOf(it) < numberOf(references[i - 1]!))
}

/** A figure over all columns may stand before or after the text around it: its words are looked for as a whole and set aside. */
function withoutFloats(
  located: LocatedText,
  blocks: readonly Block[],
): { located: LocatedText; lost: readonly Block[] } {
  const missing: Block[] = []
  let rest = located
  for (const block of blocks.filter((b) => b.floats)) {
    const forms = formsOf(block)
    const form = forms.filter((f) => f !== '').find((f) => rest.text.includes(f))
    if (form === undefined) {
      if (forms.every((f) => f !== '')) missing.push(block)
      continue
    }
    const at = rest.text.indexOf(form)
    rest = join(part(rest, 0, at), part(rest, at + form.length, rest.text.length))
  }
  return { located: rest, lost: missing }
}

function differences(
  settled: { text: string; blocks: readonly Located[] },
  located: LocatedText,
  elsewhere: Place,
): Difference[] {
  return align(settled.text, located.text).map((edit) => {
    const [from, to] = fromBlockStart(edit.expected, settled)
    const block = settled.blocks.findLast((located) => located.start <= from && located.end > located.start)
    return {
      expected: [from, to],
      found: edit.found,
      expectedText: settled.text.slice(from, to),
      foundText: located.text.slice(...edit.found),
      before: tailOf(settled.text.slice(0, from)),
      place: runAt(located, Math.max(0, edit.found[0] - (edit.found[0] === edit.found[1] ? 1 : 0)))?.place ?? elsewhere,
      line: block?.block.line ?? null,
    }
  })
}

/** Where a lost range can be moved over equal characters to the beginning of a block, that block is what was lost. */
function fromBlockStart(
  [from, to]: readonly [number, number],
  { text, blocks }: { text: string; blocks: readonly Located[] },
): readonly [number, number] {
  if (from === to) return [from, to]
  const starts = new Set(blocks.map((located) => located.start))
  const reach = 12
  for (let shift = 0; shift <= reach && from >= shift; shift++) {
    if (starts.has(from - shift)) return [from - shift, to - shift]
    if (text[from - shift - 1] !== text[to - shift - 1]) break
  }
  for (let shift = 0; shift < reach && text[from + shift] === text[to + shift]; shift++) {
    if (starts.has(from + shift + 1)) return [from + shift + 1, to + shift + 1]
  }
  return [from, to]
}

/** The same characters, give or take where the cut fell between equal neighbours. */
const sameText = (a: string, b: string): boolean =>
  a === b ||
  (a.length === b.length && a.length > 3 && (a + a).includes(b)) ||
  (a.length > 12 && b.length > 12 && (a.includes(b) || b.includes(a)))

function classify(all: readonly Difference[], fixed: string): Finding[] {
  const findings: Finding[] = []
  const added = all.filter((d) => d.foundText !== '')
  const taken = new Set<Difference>()
  const finding = (kind: FindingKind, d: Difference, text: string): Finding => ({
    kind,
    text,
    count: countOf(text),
    instead: kind === 'altered' ? d.foundText : '',
    before: d.before,
    place: d.place,
    line: d.line,
  })
  for (const d of all.filter((x) => x.expectedText !== '')) {
    const moved = added.find((a) => a !== d && !taken.has(a) && sameText(a.foundText, d.expectedText))
    if (moved) taken.add(moved)
    else if (d.foundText !== '') taken.add(d)
    if (moved) findings.push({ ...finding('moved', d, d.expectedText), place: moved.place })
    else findings.push(finding(d.foundText === '' ? 'lost' : 'altered', d, d.expectedText))
  }
  for (const d of added.filter((a) => !taken.has(a))) {
    const repeated = fixed.includes(d.foundText) && (d.foundText.length > 3 || d.before.endsWith(d.foundText))
    findings.push(finding(repeated ? 'doubled' : 'foreign', d, d.foundText))
  }
  return findings
}

function lostAnnotations(expected: readonly string[], found: readonly string[]): string[] {
  const left = [...found]
  return expected.filter((annotation) => {
    const at = left.indexOf(annotation)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function locate(blocks: readonly Located[], edits: readonly Edit[], located: LocatedText) {
  return blocks.map(({ block, start, end }) => {
    const broken = edits.some((e) => e.expected[0] < end && e.expected[1] > start)
    const shift = edits
      .filter((e) => e.expected[1] <= start)
      .reduce((sum, e) => sum + length(e.found) - length(e.expected), 0)
    return [block, broken ? null : { located, start: start + shift, end: end + shift }] as const
  })
}

const length = ([from, to]: readonly [number, number]): number => to - from

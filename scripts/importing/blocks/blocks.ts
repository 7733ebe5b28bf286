/** The units of one article's body in, its headings and paragraphs out, with the gaps that could not be decided. */
import { endingOf, lengthOf } from '../characters/marks.ts'
import type { Unit } from '../lines/units.ts'
import { type Candidate, headingContext, headingWeight, mayBeHeading } from './heading.ts'
import { enumeratorOf, runsIn } from './numbering.ts'
import { type Seam, seamOf } from './seam.ts'
import { type Block, type Gap, paragraphState, type Segment, search, unnumberedState } from './search.ts'
import { standingLines } from './verse.ts'

/** A difference of weights below which nothing is joined, and the editor is asked; more where only the place speaks for a join. */
const doubt = 1.5
const doubtOfPlace = 2.5

const mostPieces = { heading: 3, paragraph: 24 } as const

/**
 * A paragraph without a stop is the rarest thing in print; one that a heading's number begins comes next. Pieces shorter than a line
 * are no column's end, but texts are cut by other things too.
 */
const weights = {
  openParagraph: -10,
  semicolonParagraph: -7,
  colonParagraph: -1,
  numberedParagraph: -9,
  unindentedParagraph: -6,
  shortPiece: -1.5,
  headingTail: -0.5,
} as const

/** A heading that the text itself marks is one. */
const marked = 30

/** A column ends with a full line, and no column of a periodical is narrower. */
const shortestLine = 10

function paragraphWeight(units: readonly Unit[], from: number, to: number, text: string, reading: Reading): number {
  const first = units[from]!
  const ending = endingOf(text)
  let weight = 0
  if (ending === 'open' || ending === 'comma')
    weight += reading.lines.has(from) || (to === from + 1 && inList(units, from)) ? 0 : weights.openParagraph
  if (ending === 'semicolon') weight += inSeries(units, from) ? 0 : weights.semicolonParagraph
  if (ending === 'colon') weight += weights.colonParagraph
  if (reading.indents && !first.indented) weight += weights.unindentedParagraph
  if (to - from > 1 && enumeratorOf(first.text) && mayBeHeading(first.text, reading.joinLength)) {
    const asHeading = headingWeight({ text: first.text, from, to: from + 1 }, reading.context)
    if (asHeading > 0) weight += weights.numberedParagraph
  }
  return weight
}

/** Items need no mark at all where the line before or after has a number of the same kind. */
function inList(units: readonly Unit[], at: number): boolean {
  const kind = enumeratorOf(units[at]!.text)?.kind
  const beside = [units[at - 1], units[at + 1]]
  return kind !== undefined && beside.some((unit) => unit !== undefined && enumeratorOf(unit.text)?.kind === kind)
}

/** Items of a list end in ；: the one before ends so too, or announces them with ：. */
function inSeries(units: readonly Unit[], at: number): boolean {
  if (/[。！？]/u.test(units[at]!.text)) return false
  if (enumeratorOf(units[at]!.text) || runsIn(units[at]!.text)) return true
  const before = units[at - 1]
  return before !== undefined && /[：；]$/u.test(before.text)
}

interface Reading {
  readonly joinLength: number
  readonly indents: boolean
  /** Units of verse and lists: short lines that stand for themselves. */
  readonly lines: ReadonlySet<number>
  readonly context: ReturnType<typeof headingContext>
}

function joined(units: readonly Unit[], from: number, to: number, indents: boolean): { text: string; seams: Seam[] } {
  const seams: Seam[] = []
  let text = units[from]!.text
  for (let at = from + 1; at < to; at++) {
    const { text: after, indented, blank } = units[at]!
    const seam = seamOf(text, after, indents ? { after: indented } : undefined, blank)
    seams.push(seam)
    text = seam.text
  }
  return { text, seams }
}

function candidatesOf(units: readonly Unit[], joinLength: number): Candidate[] {
  const all: Candidate[] = []
  for (let from = 0; from < units.length; from++) {
    for (let to = from + 1; to <= Math.min(units.length, from + 2); to++) {
      if (to - from === 2 && endingOf(units[from]!.text) === 'stop') continue
      const { text } = joined(units, from, to, false)
      if (mayBeHeading(text, joinLength)) all.push({ text, from, to })
    }
  }
  return all
}

/** Another passage begins, or what the printed article has after a jump: no sentence goes on here. */
const barred = (before: Unit, unit: Unit): boolean =>
  unit.parted === true || (before.jump?.to === undefined) !== (unit.jump?.from === undefined)

function segmentsOf(units: readonly Unit[], reading: Reading, apart: ReadonlySet<number>): Segment[][] {
  return units.map((unit, from) => {
    const segments: Segment[] = []
    if (unit.heading !== undefined) {
      const block = { kind: 'heading', text: unit.text, from, to: from + 1, seams: [] } as const
      return [{ block, weight: marked, state: unnumberedState + (enumeratorOf(unit.text)?.level ?? -1) + 1 }]
    }
    for (let to = from + 1; to <= Math.min(units.length, from + mostPieces.paragraph); to++) {
      if (
        to - from > 1 &&
        (apart.has(to - 1) ||
          barred(units[to - 2]!, units[to - 1]!) ||
          reading.lines.has(to - 1) ||
          reading.lines.has(from) ||
          units[to - 1]!.heading !== undefined)
      )
        break
      const { text, seams } = joined(units, from, to, reading.indents)
      const short = units.slice(from, to - 1).filter((piece) => lengthOf(piece.text) < shortestLine).length
      const seam = seams.reduce((sum, one) => sum + one.weight, 0) + weights.shortPiece * short
      if (seam < -15) break
      const paragraph = { kind: 'paragraph', text, from, to, seams } as const
      segments.push({
        block: paragraph,
        weight: seam + paragraphWeight(units, from, to, text, reading),
        state: paragraphState,
      })
      if (to - from > mostPieces.heading || reading.lines.has(from)) continue
      const weight = headingWeight({ text, from, to }, reading.context)
      if (weight === Number.NEGATIVE_INFINITY) continue
      const level = enumeratorOf(text)?.level
      const state = unnumberedState + (level === undefined ? 0 : level + 1)
      // Two or three characters may as well be the start of the paragraph.
      const tail = to - from > 1 && lengthOf(units[to - 1]!.text) < 4 ? weights.headingTail : 0
      segments.push({ block: { ...paragraph, kind: 'heading' }, weight: seam + tail + weight, state })
    }
    return segments
  })
}

/** Joins for which only the place speaks, and not loudly, or after a piece shorter than any line. */
const unsupported = (block: Block, units: readonly Unit[], gaps: readonly Gap[]): number[] =>
  block.seams.flatMap((seam, index) => {
    const at = block.from + index + 1
    if (seam.rule !== undefined) return []
    const least = block.kind === 'heading' ? doubt : doubtOfPlace
    return lengthOf(units[at - 1]!.text) < shortestLine || gaps[at - 1]!.margin < least ? [at] : []
  })

export interface BodyReading {
  readonly blocks: readonly Block[]
  /** Gaps that may be a column's end but were left apart. */
  readonly doubtful: readonly number[]
  /** Units that were left alone as verse or a list. */
  readonly lines: ReadonlySet<number>
  readonly gaps: readonly Gap[]
}

/** Paragraphs of this text have an indent where four of five long units do. */
export function usesIndents(units: readonly Unit[], joinLength: number): boolean {
  const long = units.filter((unit) => lengthOf(unit.text) > joinLength)
  return long.length >= 3 && long.filter((unit) => unit.indented).length >= 0.8 * long.length
}

/** Blocks of one body. `indents`: see `usesIndents`, asked of the whole text. `alone`: units that are paragraphs of their own. */
export function readBlocks(
  units: readonly Unit[],
  joinLength: number,
  indents: boolean,
  alone: ReadonlySet<number> = new Set(),
): BodyReading {
  const lines = new Set([...standingLines(units), ...alone])
  const texts = units.map((unit) => unit.text)
  const context = headingContext(texts, candidatesOf(units, joinLength), joinLength)
  const reading: Reading = { joinLength, indents, lines, context }
  const first = search(segmentsOf(units, reading, new Set()))
  const close = first.gaps.filter((gap) => Math.abs(gap.margin) < doubt).map((gap) => gap.at)
  const placed = first.blocks.flatMap((block) => unsupported(block, units, first.gaps))
  const doubtful = [...new Set([...close, ...placed])]
  if (doubtful.length === 0) return { blocks: first.blocks, doubtful, lines, gaps: first.gaps }
  // Only what the first search joined may be joined in the second: with one join forbidden, its neighbour must not take its place.
  const starts = first.blocks.map((block) => block.from)
  const { blocks } = search(segmentsOf(units, reading, new Set([...starts, ...doubtful])))
  return { blocks, doubtful, lines, gaps: first.gaps }
}

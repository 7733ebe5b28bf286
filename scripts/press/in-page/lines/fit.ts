/**
 * The pieces of a paragraph and its measure in; the lines that spread its slack most evenly out.
 *
 * All lines are weighed together, as Knuth and Plass do it: a line gives a character to the next, or takes one by setting
 * its marks closer, where the paragraph is the better for it. A greedy line knows only itself.
 */
import { type BreakCost, noBreak } from './break-table.ts'
import {
  gapAfter,
  isClosing,
  isFullWidth,
  isHan,
  isHyphenated,
  isOpening,
  isSpace,
  isSpread,
  type Piece,
} from './pieces.ts'

export interface Measure {
  /** px. */
  readonly width: number
  /** px before the first line. */
  readonly indent: number
  /** Full-width marks are half an em wide at a line's end. */
  readonly halfAtEnd: boolean
  /** Opening marks are half an em wide at a line's start, and marks inside a line may be set closer. */
  readonly compressed: boolean
  /** The lines are spread to the measure; otherwise they are as long as they come. */
  readonly justified: boolean
}

export interface Line {
  /** First piece. */
  readonly start: number
  /** Exclusive; the spaces that end the line not counted in. */
  readonly end: number
  /** px that the line lacks to its measure; 0 on a last line. */
  readonly slack: number
  /** Widest gap between two Han that it will show if it is spread, in ems. */
  readonly gap: number
  /** px that its inner marks must give; 0 where it has slack. */
  readonly excess: number
  /** It ends where it ends: spread, it would show holes. */
  readonly ragged: boolean
  /** The mark that begins or ends it is set half an em wide. */
  readonly halfStart: boolean
  readonly halfEnd: boolean
}

/**
 * px that a mark in an element of its own is wider than it should be: Chromium cuts its margin off to 1/64 px, and rounds the runs
 * beside it up (measured in Chromium 147).
 */
export const snap = 1 / 32

/** Shares of an em that a mark inside a line may give (CLREQ, line adjustment): stops that end a sentence give least. */
const share = (text: string): number => (/[。？！]/.test(text) ? 0.125 : /[；：]/.test(text) ? 0.25 : 0.5)

/**
 * px that a mark inside a line can give: a whole mark only, on its empty side. The mark before an opening one is trimmed
 * by the browser already, and would be whole again if the opening one were moved (measured in Chromium 156).
 */
function giving(pieces: readonly Piece[], i: number): number {
  const piece = pieces[i]!
  const before = pieces[i - 1]
  if (!isFullWidth(piece)) return 0
  if (isOpening(piece.text) && before && (isOpening(before.text) || isClosing(before.text))) return 0
  return share(piece.text) * piece.em - snap
}

/** px. */
const rounding = 0.15
/** Ems; a line with nothing to spread counts as one with such gaps. */
const widestWeighed = 4

/** Widest space between Western words, and between scripts, before Han are spread (CLREQ, line adjustment). Ems. */
export const widestSpace = 1 / 2
export const widestScriptGap = 1 / 3

/** px that each inner mark of a line can give. */
export function capacities(pieces: readonly Piece[], start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => (i > 0 && i < end - start - 1 ? giving(pieces, start + i) : 0))
}

/** Gaps between two Han wider than this are holes. Ems. */
export const hole = 0.2

/** Gaps wider than this are seen. Ems. */
export const loose = 0.12

/** Gap between two Han in ems: fine up to 0.08, seen above 0.12. */
function looseness(gap: number): number {
  const even = (gap / 0.08) ** 2
  return gap > 0.115 ? even + 20 + gap * 50 : even
}

/**
 * Before an address that does not fit a line has no place to turn, and a master lets it end early rather than spread three Han over
 * it. A few ems are seen and borne, a third of the measure is not. Ems.
 */
const raggedness = (slack: number): number => 40 + 4 * slack ** 2

/** Two Han at the least stand on a last line (CLREQ), three look better. */
function lastLine(han: number, width: number, em: number): number {
  if (han === 1) return 1000
  if (han === 2) return 2
  return width < 2 * em ? 200 : 0
}

/** What the first piece of a line loses by standing there. */
function atStart(piece: Piece, measure: Measure): number {
  if (!isOpening(piece.text)) return 0
  return piece.em * (measure.compressed ? 0.5 : 1) - piece.advance
}

/** Width of a hyphen at the most, in ems. */
const hyphen = 0.35

/** What the last piece of a line loses, or gets back, by standing there. */
function atEnd(piece: Piece, next: Piece | undefined, half: boolean): number {
  if (isClosing(piece.text)) return piece.em * (half ? 0.5 : 1) - piece.advance
  return isHyphenated(piece, next) ? hyphen * piece.em : -gapAfter(piece, next)
}

/** What each line is weighed from: running sums over the pieces, and what a piece loses by standing at a line's edge. */
function weights(pieces: readonly Piece[], measure: Measure) {
  const sum = (value: (piece: Piece, i: number) => number) => {
    const sums = new Float64Array(pieces.length + 1)
    pieces.forEach((piece, i) => {
      sums[i + 1] = sums[i]! + value(piece, i)
    })
    return sums
  }
  return {
    advance: sum((piece) => piece.advance),
    han: sum((piece) => (isHan(piece.text) ? [...piece.text].length : 0)),
    give: sum((_, i) => giving(pieces, i)),
    /** Room that spaces and gaps between scripts have before Han are spread. */
    room: sum((piece, i) => {
      if (isSpace(piece.text)) return Math.max(0, widestSpace * piece.em - piece.advance)
      const gap = gapAfter(piece, pieces[i + 1])
      return gap > 0 ? widestScriptGap * piece.em - gap : 0
    }),
    /** Places where the browser spreads the line. */
    gaps: sum((piece, i) => {
      const next = pieces[i + 1]
      return next && (isSpace(piece.text) || isSpread(piece.text) || isSpread(next.text)) ? 1 : 0
    }),
    spaces: pieces.map((piece) => isSpace(piece.text)),
    closing: pieces.map((piece) => isClosing(piece.text)),
    start: Float64Array.from(pieces, (piece) => atStart(piece, measure)),
    end: Float64Array.from(pieces, (piece, i) => atEnd(piece, pieces[i + 1], false)),
    halfEnd: Float64Array.from(pieces, (piece, i) => atEnd(piece, pieces[i + 1], true)),
  }
}

/** px between Han once spaces and the gaps between scripts have taken what they may; Infinity where nothing can be spread. */
function gapOf({ gaps, room }: ReturnType<typeof weights>, start: number, end: number, slack: number): number {
  const places = gaps[end - 1]! - gaps[start]!
  const rest = Math.max(0, slack - (room[end - 1]! - room[start]!))
  return rest === 0 ? 0 : rest / places
}

interface Candidate {
  readonly cost: number
  readonly from: number
  readonly line: Line
}

/**
 * The best lines of pieces `from`…`to` (exclusive), which end in a last line; null where a part without a break is wider
 * than the measure. `costs` are those of ending a line after each piece.
 */
export function fitLines(
  pieces: readonly Piece[],
  costs: readonly BreakCost[],
  measure: Measure,
  from = 0,
  to = pieces.length,
): Line[] | null {
  const sum = weights(pieces, measure)
  const em = pieces[from]!.em
  const best: (Candidate | undefined)[] = Array(to - from + 1)

  const weigh = (start: number, stop: number): Candidate | 'wider' | undefined => {
    let end = stop
    while (end > start && sum.spaces[end - 1]) end--
    if (end === start) return undefined
    const last = stop === to
    const first = start === from
    const indent = first ? measure.indent : 0
    const body = indent + sum.advance[end]! - sum.advance[start]! + sum.start[start]!
    const full = body + sum.end[end - 1]!
    const halved = sum.closing[end - 1]! && measure.halfAtEnd
    // A last line keeps its stop whole where there is room for it.
    const half = halved && (!last || full > measure.width - 0.25 * em)
    const natural = half ? body + sum.halfEnd[end - 1]! : full
    const room = measure.width - natural
    const give = measure.compressed ? inner(sum.give, start, end) : 0
    // The browser rounds every run of text to 1/64 px: a full line may seem a little wider than it is.
    const places = sum.gaps[end - 1]! - sum.gaps[start]!
    // Where nothing is spread nothing takes it back.
    if (room < -give - (places > 0 ? rounding : 0)) return room < -4 * em ? 'wider' : undefined
    const slack = Math.max(0, room)
    const excess = room < -rounding ? -room : 0
    let cost = last ? 0 : costs[stop - 1]!
    if (cost === noBreak) return undefined
    const han = sum.han[end]! - sum.han[start]!
    const gap = last || !measure.justified ? 0 : Math.min(widestWeighed, gapOf(sum, start, end, slack) / em)
    // White behind a hyphen would belong to the next line.
    const hyphened = isHyphenated(pieces[end - 1]!, pieces[end])
    const ragged = gap > hole && !hyphened
    if (excess > 0) cost += Math.max(0.15, (excess / give) ** 2)
    else if (gap > hole) {
      // Where the next Han would have had room, the line has no reason to end.
      const reason = !hyphened && !isSpread(pieces[stop]!.text)
      cost += raggedness(slack / em) + (reason ? 0 : 300 + gap * 100)
    } else if (!last && measure.justified) cost += looseness(gap)
    else if (!last) cost += (slack / em / 4) ** 2
    if (last && !first) cost += lastLine(han, natural, em)
    const before = best[start - from]!
    return {
      cost: before.cost + cost + 0.2,
      from: start,
      line: {
        start,
        end,
        slack: last || !measure.justified ? 0 : slack,
        gap,
        excess,
        ragged,
        halfStart: measure.compressed && isOpening(pieces[start]!.text),
        halfEnd: half,
      },
    }
  }
  const inner = (values: Float64Array, start: number, end: number) => Math.max(0, values[end - 1]! - values[start + 1]!)
  best[0] = {
    cost: 0,
    from: -1,
    line: { start: 0, end: 0, slack: 0, gap: 0, excess: 0, ragged: false, halfStart: false, halfEnd: false },
  }
  for (let stop = from + 1; stop <= to; stop++) {
    if (stop < to && costs[stop - 1] === noBreak) continue
    let found: Candidate | undefined
    for (let start = stop - 1; start >= from; start--) {
      if (!best[start - from]) continue
      const candidate = weigh(start, stop)
      if (candidate === 'wider') break
      if (candidate && (!found || candidate.cost < found.cost)) found = candidate
    }
    best[stop - from] = found
  }
  const lines: Line[] = []
  for (let at = to; at > from; ) {
    const candidate = best[at - from]
    if (!candidate) return null
    lines.unshift(candidate.line)
    at = candidate.from
  }
  return lines
}

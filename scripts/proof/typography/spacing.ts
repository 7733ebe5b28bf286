/** Rules of the space inside a line: L12 and L13 (CLREQ, mixed text and line adjustment). */
import type { Diagnostic } from '../../model/diagnostic.ts'
import { diagnostic } from '../../model/diagnostic.ts'
import { isFullWidth, isHan, isLatin, isSpace } from '../text/kinds.ts'
import { type Audited, faultOf, type PlacedLine, type Rule } from './audited.ts'
import { ems } from './edges.ts'
import { frameOf } from './frames.ts'
import { pairs } from './marks.ts'
import { endsEarly } from './read/early-ends.ts'
import type { Glyph } from './read/glyph-page.ts'

/** Ems: Chromium gives 1/8, a justified line up to 1/3 before it spreads its Han as well, which is rule L13's. */
const scriptGap = { least: 0.05, most: 0.345 }
/** Ems between neighbouring Han. */
const hanGap = { loose: 0.12, most: 0.2 }
/** The share of lines that may be loose. */
const looseShare = 0.01

const running = new Set<PlacedLine['line']['kind']>(['body', 'note'])

/** Nothing raised stands between two glyphs, and no ruby spreads them. */
const plainPair = ({ line }: PlacedLine, a: Glyph, b: Glyph): boolean =>
  !line.attached.some(({ x, advance }) => x + advance > a.x && x < b.x + b.advance)

/** L12. A place is a boundary between Han and letters or figures, and each edge of a line that letters or figures stand at. */
export const scriptGaps: Rule = (context) => {
  const frame = frameOf(context)
  const causes: Diagnostic[] = []
  let places = 0
  for (const place of context.lines.filter(({ line }) => running.has(line.kind))) {
    const { line } = place
    const inked = line.glyphs.filter((glyph) => !isSpace(glyph.text))
    const most = scriptGap.most + Math.max(0, spreading(place) ?? 0)
    for (const [a, b] of pairs(inked.slice(line.label))) {
      const boundary = (isHan(a.text) && isLatin(b.text)) || (isLatin(a.text) && isHan(b.text))
      if (!boundary || !plainPair(place, a, b)) continue
      const spaces = line.glyphs.filter((glyph) => isSpace(glyph.text) && glyph.x > a.x && glyph.x < b.x)
      // A space of a whole em is the writer's, as between options on one line.
      if (spaces.some(({ text }) => text === '\u3000')) continue
      places++
      const size = Math.max(a.size, b.size)
      const gap = b.x - a.x - a.advance
      const facts = { pair: a.text + b.text, ems: ems(gap, size) }
      if (spaces.length > 0) causes.push(faultOf(context, 'typography/script-space', place, facts))
      else if (gap < scriptGap.least * size || gap > most * size)
        causes.push(faultOf(context, 'typography/script-gap', place, facts))
    }
    const edges = frame(place)
    if (!edges) continue
    const [first, last] = [inked[line.label] ?? inked[0]!, inked.at(-1)!]
    for (const [glyph, room] of [
      [line.opens ? null : first, first.x - edges.left],
      [
        line.closes || endsEarly(line, edges.right - last.x - last.advance) ? null : last,
        edges.right - last.x - last.advance,
      ],
    ] as const) {
      if (!glyph || !isLatin(glyph.text)) continue
      places++
      // A block that is set in begins whole ems from the edge.
      if (room > 0.3 && room < 0.9 * line.size)
        causes.push(faultOf(context, 'typography/script-edge', place, { pair: glyph.text, ems: ems(room, line.size) }))
    }
  }
  return { places, faults: causes.length, causes }
}

/** The widest gap between two neighbours of a line that are of a kind, in ems; null where there are none. */
function widest(place: PlacedLine, kind: (text: string) => boolean): number | null {
  const gaps = pairs(place.line.glyphs)
    .filter(([a, b]) => kind(a.text) && kind(b.text) && plainPair(place, a, b))
    .map(([a, b]) => (b.x - a.x - a.advance) / a.size)
  return gaps.length > 0 ? Math.max(...gaps) : null
}

const widestGap = (place: PlacedLine): number | null => widest(place, isHan)

/** What a line is spread by: between marks and full-width figures too, which is all that a row of numbers may have. */
const spreading = (place: PlacedLine): number | null => widest(place, isFullWidth)

/** L13. A place is a line that has neighbouring Han. */
export const looseLines: Rule = (context): Audited => {
  const gaps = context.lines
    .filter(({ line }) => running.has(line.kind))
    .flatMap((place) => {
      const gap = widestGap(place)
      return gap === null ? [] : [{ place, gap }]
    })
  const torn = gaps.filter(({ gap }) => gap > hanGap.most)
  const loose = gaps.filter(({ gap }) => gap > hanGap.loose)
  const causes = torn.map(({ place, gap }) => faultOf(context, 'typography/loose-line', place, { ems: gap.toFixed(2) }))
  if (loose.length > looseShare * gaps.length) {
    const share = ((100 * loose.length) / gaps.length).toFixed(1)
    const facts = { lines: loose.length, of: gaps.length, share }
    causes.push(diagnostic('typography/loose-text', { file: context.file }, facts))
  }
  return { places: gaps.length, faults: loose.length, causes }
}

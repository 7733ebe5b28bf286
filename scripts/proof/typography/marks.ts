/** Rules of the width of marks: L8–L11 (GB/T 15834-2011, 5.1.10; CLREQ, punctuation width adjustment), by the house style. */

import { closing, isSpace, loudStops, opening, stops } from '../text/kinds.ts'
import { each, faultOf, type PlacedLine, type Rule } from './audited.ts'
import { ems } from './edges.ts'
import { frameOf } from './frames.ts'
import { endsEarly } from './read/early-ends.ts'
import type { Glyph } from './read/glyph-page.ts'

/** Points: Chromium keeps places to 1/64 px. */
const tolerance = 0.3

const glyphsOf = ({ line }: PlacedLine): readonly Glyph[] => line.glyphs.filter((glyph) => !isSpace(glyph.text))
/** A mark of the font's full width; its half shows in where its neighbours or the edge stand. */
const fullWidth = (glyph: Glyph): boolean => glyph.advance > 0.9 * glyph.size
const endMark = (glyph: Glyph): boolean => fullWidth(glyph) && (closing.has(glyph.text) || stops.has(glyph.text))

/** L8. A place is a full-width mark at the end of a justified line, with no note call behind it. */
export const markAtEnd: Rule = (context) => {
  const frame = frameOf(context)
  const half = context.issue.style.punctuation !== 'full'
  const places = context.lines.flatMap((place) => {
    const edges = place.line.closes ? null : frame(place)
    const mark = glyphsOf(place).at(-1)!
    const called = place.line.attached.some(({ x }) => x >= mark.x)
    return edges && endMark(mark) && !called ? [{ place, mark, right: edges.right }] : []
  })
  return each(places, ({ place, mark, right }) => {
    const end = mark.x + (half ? 0.5 : 1) * mark.size
    if (Math.abs(end - right) <= tolerance || endsEarly(place.line, right - end)) return null
    const facts = { mark: mark.text, ems: ems(right - mark.x, mark.size), expected: half ? '0.50' : '1.00' }
    return faultOf(context, 'typography/mark-at-end', place, facts)
  })
}

/** L9. A place is a pair of marks of which one loses its half. ？ and ！ may keep theirs. */
export const marksApart: Rule = (context) => {
  const places = context.lines.flatMap((place) =>
    pairs(glyphsOf(place)).flatMap(([a, b]) => {
      const marks = fullWidth(a) && fullWidth(b) && Math.abs(a.size - b.size) < 0.1
      const squeezed =
        (endMark(a) && (endMark(b) || opening.has(b.text))) || (opening.has(a.text) && opening.has(b.text))
      const called = place.line.attached.some(({ x }) => x > a.x && x < b.x)
      return marks && squeezed && !called ? [{ place, a, b }] : []
    }),
  )
  return each(places, ({ place, a, b }) =>
    b.x - a.x < 0.75 * a.size
      ? null
      : faultOf(context, 'typography/marks-apart', place, { mark: a.text + b.text, ems: ems(b.x - a.x, a.size) }),
  )
}

export const pairs = (glyphs: readonly Glyph[]): readonly (readonly [Glyph, Glyph])[] =>
  glyphs.slice(1).map((glyph, i) => [glyphs[i]!, glyph])

/** L10. Indents are whole ems, so half an em off them is a mark that has lost its left half. */
export const openingMark: Rule = (context) => {
  const frame = frameOf(context)
  const trimmed = context.issue.style.punctuation === 'compressed'
  const places = context.lines.flatMap((place) => {
    const edges = frame(place)
    const mark = glyphsOf(place)[0]!
    return edges && opening.has(mark.text) && fullWidth(mark) ? [{ place, mark, left: edges.left }] : []
  })
  return each(places, ({ place, mark, left }) => {
    const from = mark.x + (trimmed ? 0.5 * mark.size : 0) - left
    const off = from - Math.round(from / mark.size) * mark.size
    return Math.abs(off) <= tolerance ? null : faultOf(context, 'typography/opening-mark', place, { mark: mark.text })
  })
}

/** L11. Nothing reaches over the edges of its column but the white half of a mark. */
export const overhang: Rule = (context) => {
  const frame = frameOf(context)
  const places = context.lines.flatMap((place) => {
    const edges = frame(place)
    return edges ? [{ place, edges }] : []
  })
  return each(places, ({ place, edges }) => {
    const glyphs = glyphsOf(place)
    const [from, to] = [glyphs[0]!, glyphs.at(-1)!]
    const left = from.x + (opening.has(from.text) && fullWidth(from) ? 0.5 * from.size : 0)
    const half = endMark(to) || (loudStops.has(to.text) && fullWidth(to))
    const right = half ? to.x + 0.5 * to.size : to.x + to.advance
    const over = Math.max(edges.left - left, right - edges.right)
    return over <= tolerance ? null : faultOf(context, 'typography/overhang', place, { points: over.toFixed(1) })
  })
}

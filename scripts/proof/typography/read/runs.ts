/** In: the glyphs of a page in the order of its content stream. Out: its lines, by geometry alone, in the same order. */
import type { Glyph } from './glyph-page.ts'

/** Glyphs on one baseline, from left to right, with what is raised above them or lowered below. */
export interface GlyphRun {
  readonly glyphs: readonly Glyph[]
  readonly attached: readonly Glyph[]
  readonly x: number
  readonly y: number
  readonly end: number
  readonly size: number
  /** Place of its first glyph among those of the page. */
  readonly order: number
  /** Set from the head down: glyph under glyph, or rotated by a quarter. */
  readonly vertical: boolean
}

/** Points: how far two baselines may differ and still be one; Chromium's own differ by less than 0.1 (measured). */
const sameBaseline = 0.25
/** Ems: a wider gap parts two lines, a smaller one is the space of a justified line or a tab. */
const widest = 2.6

/** @param edges left edges of columns, in points: a gap that holds one of them parts two lines. */
export function runsOf(glyphs: readonly Glyph[], edges: readonly number[]): readonly GlyphRun[] {
  const pieces = vertical(
    consecutive(
      glyphs.filter((glyph) => glyph.text !== ''),
      edges,
    ),
  )
  return attachRaised(mergeAlong(pieces, edges))
}

interface Piece extends GlyphRun {
  readonly glyphs: Glyph[]
  readonly attached: Glyph[]
  end: number
  order: number
}

const pieceOf = (glyph: Glyph, order: number): Piece => ({
  glyphs: [glyph],
  attached: [],
  x: glyph.x,
  y: glyph.y,
  end: glyph.x + glyph.advance,
  size: glyph.size,
  order,
  vertical: glyph.rotated,
})

/** What is painted one after the other and stands on one baseline; a note call between does not end it. */
function consecutive(glyphs: readonly Glyph[], edges: readonly number[]): Piece[] {
  const pieces: Piece[] = []
  for (const [order, glyph] of glyphs.entries()) {
    const last = pieces.at(-1)
    if (!last || last.vertical || glyph.rotated) {
      if (last?.vertical && glyph.rotated) last.glyphs.push(glyph)
      else pieces.push(pieceOf(glyph, order))
      continue
    }
    const em = last.size
    const gap = glyph.x - last.end
    const opensColumn = gap > 1.2 * em && edges.some((edge) => last.end < edge && Math.abs(glyph.x - edge) < 0.6 * em)
    const near = gap < widest * Math.max(em, glyph.size) && !opensColumn
    const along = near && glyph.x > last.glyphs.at(-1)!.x - 0.1 * em
    const rise = glyph.y - last.y
    if (Math.abs(rise) <= sameBaseline && along) last.glyphs.push(glyph)
    else if (glyph.size <= 0.8 * em && rise > -0.4 * em && rise < 0.9 * em && gap > -em && gap < em)
      last.attached.push(glyph)
    else {
      pieces.push(pieceOf(glyph, order))
      continue
    }
    last.end = Math.max(last.end, glyph.x + glyph.advance)
  }
  return pieces
}

/** Three glyphs or more straight under one another, closer than any lines are, are a column of vertical setting. */
function vertical(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (let i = 0; i < pieces.length; ) {
    let end = i + 1
    while (end < pieces.length && under(pieces[end - 1]!, pieces[end]!)) end++
    if (end - i >= 3) {
      const column = pieces.slice(i, end)
      out.push({ ...column[0]!, glyphs: column.flatMap((piece) => piece.glyphs), vertical: true })
    } else out.push(...pieces.slice(i, end))
    i = end
  }
  return out
}

function under(above: Piece, below: Piece): boolean {
  const step = (above.y - below.y) / above.size
  const alike = Math.abs(above.size - below.size) < 0.1 * above.size
  return (
    alike && alone(above) && alone(below) && Math.abs(above.x - below.x) < 0.6 * above.size && step > 0.4 && step < 1.35
  )
}

/** One character, or figures set upright side by side. */
const alone = ({ glyphs }: Piece): boolean => glyphs.length === 1 || glyphs.every(({ text }) => /^\d$/.test(text))

/** Joins pieces of one baseline that were not painted one after the other, unless a column begins between them. */
function mergeAlong(pieces: readonly Piece[], edges: readonly number[]): Piece[] {
  const merged: Piece[] = pieces.filter((piece) => piece.vertical)
  const rest = pieces.filter((piece) => !piece.vertical).sort((a, b) => b.y - a.y || a.x - b.x)
  for (let i = 0; i < rest.length; ) {
    let end = i + 1
    while (end < rest.length && rest[i]!.y - rest[end]!.y <= sameBaseline) end++
    const along = rest.slice(i, end).sort((a, b) => a.x - b.x)
    let last: Piece | null = null
    for (const piece of along) {
      if (last && joins(last, piece, edges)) {
        last.glyphs.push(...piece.glyphs)
        last.attached.push(...piece.attached)
        last.end = Math.max(last.end, piece.end)
        last.order = Math.min(last.order, piece.order)
      } else {
        last = { ...piece, glyphs: [...piece.glyphs], attached: [...piece.attached] }
        merged.push(last)
      }
    }
    i = end
  }
  return merged
}

function joins(last: Piece, piece: Piece, edges: readonly number[]): boolean {
  const em = Math.max(last.size, piece.size)
  const parted = edges.some((edge) => last.x < edge - em && piece.x > edge - 0.6 * em)
  return !parted && piece.x - last.end < 0.5 * widest * em
}

/** Superior figures before a line, and ruby, which Chromium paints after all bases of a line. */
function attachRaised(pieces: readonly Piece[]): readonly GlyphRun[] {
  const sized = pieces.map((piece) => ({ ...piece, size: usualSize(piece.glyphs) }))
  const hosts = sized.filter((piece) => !piece.vertical)
  const raised = new Set<Piece>()
  for (const piece of hosts) {
    const host = hosts.find((other) => {
      const rise = piece.y - other.y
      // Display type has lines of small type above it that are nobody's annotation.
      if (other === piece || rise === 0 || other.size > 13) return false
      // Behind the last character of a spread line it begins within the gap that the others have.
      const beside =
        piece.x > other.x - other.size &&
        piece.x < other.end + 0.5 * other.size &&
        piece.end < other.end + 2 * other.size
      const superior = piece.size <= 0.85 * other.size && rise > 0.2 * other.size && rise < 0.9 * other.size
      const inferior = piece.size <= 0.8 * other.size && rise < 0 && rise > -0.4 * other.size
      const ruby = piece.size <= 0.65 * other.size && rise > 0 && rise < 1.4 * other.size
      return beside && (superior || inferior || ruby)
    })
    if (!host) continue
    host.attached.push(...piece.glyphs)
    raised.add(piece)
  }
  return sized.filter((piece) => !raised.has(piece)).sort((a, b) => a.order - b.order)
}

function usualSize(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>()
  for (const { size } of glyphs) {
    const rounded = Math.round(size * 20) / 20
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0]
}

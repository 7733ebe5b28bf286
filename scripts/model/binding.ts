/** What binding makes of pages: sheets and signatures, how far the inner leaves creep, how wide the spine is. */
import type { Issue } from './issue.ts'
import type { Binding } from './printing.ts'

/**
 * Millimetres of a leaf whose thickness nobody gave: 80 g/m² offset paper is near 0.1, a cover of 200 to 250 g/m² near 0.2.
 * The printing house measures its own.
 */
export const usualLeaf = { text: 0.1, cover: 0.2 } as const

/** A spine narrower than this, in millimetres, carries no text (GB/T 11668). */
export const narrowestSpine = 5

/** Pages of a cover with its four sides: front, inside front, inside back, back. */
export const coverPages = 4

export const leafOf = ({ printing }: Issue, stock: 'text' | 'cover'): number =>
  printing.paper[stock].leaf ?? usualLeaf[stock]

/** The cover has a paper of its own: always where it is glued on, and where the manifest names one. */
export const separateCover = ({ printing }: Issue): boolean =>
  printing.binding === 'perfect' || printing.paper.cover.name !== '' || printing.paper.cover.leaf !== undefined

/**
 * Width of the spine in millimetres, to a tenth: the leaves of the text and both leaves of the cover lie on one another.
 * Prepress usage: pages / 2 × thickness of a leaf, without what glue and pressing add or take.
 */
export const spineWidth = (issue: Issue, pages: number): number =>
  Math.round((((pages - coverPages) / 2) * leafOf(issue, 'text') + 2 * leafOf(issue, 'cover')) * 10) / 10

/** One side of a printed sheet that is folded once. Pages from 1. */
export interface Spread {
  /** Signature (帖) from 1. */
  readonly signature: number
  /** Sheet within its signature, from 1, the outermost first. */
  readonly sheet: number
  /** `front` is the side that lies outside when the sheet is folded. */
  readonly side: 'front' | 'back'
  readonly left: number
  readonly right: number
}

/** First and last page of each signature: all pages in one for wire, the text without its cover in several for glue. */
export function signatures(pages: number, binding: Binding, size: number): readonly (readonly [number, number])[] {
  if (binding === 'saddle') return [[1, pages]]
  const first = 1 + coverPages / 2
  const last = pages - coverPages / 2
  const found: [number, number][] = []
  for (let from = first; from <= last; from += size) found.push([from, Math.min(from + size - 1, last)])
  return found
}

/**
 * Printer's spreads in the order of printing. In a signature of pages a … z, sheet i holds outside z−2i and a+2i, inside
 * a+2i+1 and z−2i−1, i counted from 0.
 * @param pages a multiple of 4, as is `size`.
 */
export function spreads(pages: number, binding: Binding, size: number): readonly Spread[] {
  return signatures(pages, binding, size).flatMap(([a, z], s) =>
    Array.from({ length: (z - a + 1) / 4 }, (_, i): Spread[] => [
      { signature: s + 1, sheet: i + 1, side: 'front', left: z - 2 * i, right: a + 2 * i },
      { signature: s + 1, sheet: i + 1, side: 'back', left: a + 2 * i + 1, right: z - 2 * i - 1 },
    ]).flat(),
  )
}

/**
 * Creep (爬移) in millimetres of a sheet within its signature: its fold lies inside of those of the sheets around it, by the
 * thickness of one leaf of each, and one cut trims all fore-edges; so its trimmed leaves are narrower by that much.
 * Imposition programs count the same, some with a factor of 1.2 to 1.4 for a loose stitch.
 * @param sheet from 1, the outermost, which does not creep.
 */
export function creepOf(issue: Issue, sheet: number): number {
  if (sheet === 1) return 0
  const outermost = issue.printing.binding === 'saddle' && separateCover(issue) ? 'cover' : 'text'
  return leafOf(issue, outermost) + (sheet - 2) * leafOf(issue, 'text')
}

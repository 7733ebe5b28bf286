/** In: what the pages paint, in inks. Out: what a printing house would not print well, with page, size and numbers. */
import type { PDFDict } from '@cantoo/pdf-lib'
import type { Box } from '../pdf/document.ts'
import { isEmpty } from '../pdf/geometry.ts'
import { inkOperands } from './colour/colour-operators.ts'
import { type Ink, totalInk } from './colour/ink.ts'
import type { InkMark, Mark, PictureMark } from './paint/marks.ts'

/** Rules of prepress that every printing house asks for; tolerances are what CSS pixels and rounding may take away. */
export const limits = {
  /** Pixels per inch of a picture; of line art; below which one sees the pixels. Two percent less pass. */
  picture: { ppi: 300, coarse: 150, lineArt: 600, tolerance: 0.98 },
  /** Points. */
  hairline: { width: 0.25, tolerance: 0.005 },
  /** Points of type in the colour of the paper on ink. */
  reversedType: 7,
  /** Points of type in more than two inks: a shift between plates shows. */
  manyInksType: 9,
  /** Black above this share with another ink below it is rich black; strokes up to so many points are thin. */
  richBlack: { black: 0.85, thinStroke: 1 },
} as const

export type Finding =
  | {
      readonly kind: 'resolution'
      readonly page: number
      readonly picture: PDFDict
      readonly ppi: number
      readonly lineArt: boolean
      /** Points. */
      readonly width: number
      readonly height: number
    }
  | { readonly kind: 'hairline'; readonly page: number; readonly width: number; readonly count: number }
  | { readonly kind: 'rich-black'; readonly page: number; readonly ink: Ink; readonly of: 'text' | 'line' }
  | { readonly kind: 'reversed-type'; readonly page: number; readonly size: number }
  | { readonly kind: 'many-inks'; readonly page: number; readonly size: number; readonly ink: Ink }

/** Ink of which more than so much prints counts as one that has to register. */
const registers = 0.1
/** All inks together of what still looks like paper, and of what type can be reversed out of; shares. */
const paperInk = 0.15
const groundInk = 0.25

const pixelsPerInch = (pixels: number, points: number): number => (points > 0 ? (pixels / points) * 72 : Infinity)

/** The lower resolution of the two directions. */
export const resolutionOf = (mark: PictureMark, width: number, height: number): number =>
  Math.min(pixelsPerInch(width, mark.width), pixelsPerInch(height, mark.height))

/** A finding once for each page and whatever else tells it apart; the worst of its kind stays. */
class Worst<T> {
  readonly found = new Map<string, T>()
  add(key: string, finding: T, worse: (now: T, before: T) => boolean): void {
    const before = this.found.get(key)
    if (!before || worse(finding, before)) this.found.set(key, finding)
  }
}

const isThin = ({ box: [x0, y0, x1, y1], size }: InkMark): boolean =>
  size < limits.hairline.width - limits.hairline.tolerance && Math.max(x1 - x0, y1 - y0) > 1

const covers = ([x0, y0, x1, y1]: Box, x: number, y: number): boolean => x >= x0 && x <= x1 && y >= y0 && y <= y1

export interface CheckOptions {
  /** Pixels of the pictures as they were placed. */
  readonly pixels: ReadonlyMap<PDFDict, { readonly width: number; readonly height: number; readonly lineArt: boolean }>
  /** Operands of `k` that the engine made: inks that nobody has chosen. */
  readonly converted: ReadonlySet<string>
}

/** Checks marks in the order of painting. */
export function checkMarks(marks: Iterable<Mark>, { pixels, converted }: CheckOptions): Finding[] {
  const worst = new Worst<Finding>()
  const order = new Map([...pixels.keys()].map((dict, i) => [dict, i]))
  let page = 0
  let grounds: { readonly box: Box; readonly inked: boolean }[] = []
  const lighter = (now: Finding, before: Finding) => 'size' in now && 'size' in before && now.size < before.size
  const hairlines = new Map<number, { width: number; count: number }>()

  const text = (mark: InkMark) => {
    const { ink, size, box } = mark
    if (!ink) return
    if (ink[3] > limits.richBlack.black && ink[0] + ink[1] + ink[2] > 0) {
      worst.add(`black text ${page}`, { kind: 'rich-black', page, ink, of: 'text' }, () => false)
    } else if (
      size < limits.manyInksType &&
      ink.filter((share) => share > registers).length > 2 &&
      converted.has(inkOperands(ink))
    ) {
      worst.add(`inks ${page} ${ink}`, { kind: 'many-inks', page, size, ink }, lighter)
    }
    if (size < limits.reversedType && totalInk(ink) <= paperInk * 100) {
      const ground = grounds.findLast((g) => covers(g.box, box[0] + size * 0.3, (box[1] + box[3]) / 2))
      if (ground?.inked) worst.add(`reversed ${page}`, { kind: 'reversed-type', page, size }, lighter)
    }
  }
  const area = (mark: InkMark) => {
    const inked = !mark.ink || totalInk(mark.ink) >= groundInk * 100
    if (mark.kind === 'fill') grounds.push({ box: mark.box, inked })
    if (mark.ink && totalInk(mark.ink) === 0) return
    if (isThin(mark)) {
      const { width, count } = hairlines.get(page) ?? { width: mark.size, count: 0 }
      hairlines.set(page, { width: Math.min(width, mark.size), count: count + 1 })
    }
    const { ink } = mark
    const thin = mark.size <= limits.richBlack.thinStroke
    if (ink && thin && ink[3] > limits.richBlack.black && ink[0] + ink[1] + ink[2] > 0) {
      worst.add(`black line ${page}`, { kind: 'rich-black', page, ink, of: 'line' }, () => false)
    }
  }
  const picture = (mark: PictureMark) => {
    grounds.push({ box: mark.box, inked: true })
    const known = pixels.get(mark.picture)
    if (!known) return
    const ppi = resolutionOf(mark, known.width, known.height)
    const { tolerance, lineArt } = limits.picture
    if (ppi >= (known.lineArt ? lineArt : limits.picture.ppi) * tolerance) return
    const { width, height } = mark
    const key = `resolution ${page} ${order.get(mark.picture)}`
    const coarser = (now: Finding, before: Finding) => 'ppi' in now && 'ppi' in before && now.ppi < before.ppi
    const size = { ppi, width, height, lineArt: known.lineArt }
    worst.add(key, { kind: 'resolution', page, picture: mark.picture, ...size }, coarser)
  }

  for (const mark of marks) {
    if (mark.page !== page) {
      page = mark.page
      grounds = []
    }
    if (isEmpty(mark.box)) continue
    if (mark.kind === 'text') text(mark)
    else if (mark.kind === 'picture') picture(mark)
    else if (mark.kind !== 'group') area(mark)
  }
  const lines = [...hairlines].map(([onPage, line]) => ({ kind: 'hairline', page: onPage, ...line }) as const)
  return [...worst.found.values(), ...lines].sort((a, b) => a.page - b.page)
}

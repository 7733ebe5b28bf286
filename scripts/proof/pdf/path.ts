/** In: the operators that make a path (ISO 32000-1 8.5.2), on the sheet. Out: its parts with the area and the weight of each. */
import { at, boundsOf, type Matrix, type Point, union } from './matrix.ts'
import type { Box } from './objects.ts'

interface Subpath {
  readonly points: Point[]
  curved: boolean
}

export interface PathPart {
  readonly box: Box
  /** Points: the shorter side of an upright rectangle; infinite of any other shape. */
  readonly weight: number
}

/** Points; what rounding may move a corner. */
const tolerance = 0.01
const near = (a: number, b: number): boolean => Math.abs(a - b) < tolerance

/** A rectangle has all its corners at those of its box: what is cut aslant, or lies so, may be the stroke of a letter. */
function weightOf({ points, curved }: Subpath, [left, bottom, right, top]: Box): number {
  const corner = ([x, y]: Point) => (near(x, left) || near(x, right)) && (near(y, bottom) || near(y, top))
  return !curved && points.length >= 4 && points.every(corner) ? Math.min(right - left, top - bottom) : Infinity
}

export class Path {
  private readonly subpaths: Subpath[] = []
  /** Bounds of all of it; empty where nothing was drawn. */
  box: Box = boundsOf([])

  /** @param numbers the operands of `m`, `l`, `c`, `v`, `y` or `re`. */
  build(operator: string, numbers: readonly number[], ctm: Matrix): void {
    const [x = 0, y = 0, width = 0, height = 0] = numbers
    if (operator === 'm' || operator === 're') this.subpaths.push({ points: [], curved: false })
    if (operator === 're') this.draw([x, y, x + width, y, x + width, y + height, x, y + height], ctm, false)
    else this.draw(numbers, ctm, operator !== 'm' && operator !== 'l')
  }

  /** @param numbers x and y of each point: a corner, or what a curve runs by. */
  private draw(numbers: readonly number[], ctm: Matrix, curved: boolean): void {
    const last = this.subpaths.at(-1)
    if (!last) return
    const points: Point[] = []
    for (let i = 0; i + 1 < numbers.length; i += 2) points.push(at(ctm, numbers[i]!, numbers[i + 1]!))
    last.points.push(...points)
    last.curved ||= curved
    this.box = union(this.box, boundsOf(points))
  }

  get parts(): readonly PathPart[] {
    return this.subpaths
      .filter(({ points }) => points.length > 1)
      .map((subpath) => {
        const box = boundsOf(subpath.points)
        return { box, weight: weightOf(subpath, box) }
      })
  }
}

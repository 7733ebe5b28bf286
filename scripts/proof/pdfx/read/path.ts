/** In: the operators that make a path (ISO 32000-1 8.5.2), on the sheet. Out: its parts with the area and the weight of each. */
import { at, type Matrix } from '../../pdf/matrix.ts'
import type { Box } from '../../pdf/objects.ts'
import { boundsOf, type Point } from './state.ts'

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
  private subpaths: Subpath[] = []

  move(ctm: Matrix, x: number, y: number): void {
    this.subpaths.push({ points: [at(ctm, x, y)], curved: false })
  }

  /** @param numbers x and y of each point: the end of a line, or what a curve runs by. */
  draw(ctm: Matrix, numbers: readonly number[], curved: boolean): void {
    const last = this.subpaths.at(-1)
    if (!last) return
    for (let i = 0; i + 1 < numbers.length; i += 2) last.points.push(at(ctm, numbers[i]!, numbers[i + 1]!))
    last.curved ||= curved
  }

  /** Bounds of all of it; empty where nothing was drawn. */
  get box(): Box {
    return boundsOf(this.subpaths.flatMap(({ points }) => points))
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

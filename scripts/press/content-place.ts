/** The operations of a content stream in order in; where on the page each of them is, out. */
import type { Operation } from './content-stream.ts'
import type { Box } from './pdf-document.ts'

/** a b c d e f of ISO 32000-1 8.3.3. */
type Matrix = readonly [number, number, number, number, number, number]

const identity: Matrix = [1, 0, 0, 1, 0, 0]

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]

const matrixOf = (operands: readonly string[]): Matrix => operands.slice(-6).map(Number) as unknown as Matrix

/** Of the size of the type: Chinese characters reach this far above and below their baseline. */
const ascent = 0.88
const descent = 0.12

const none: Box = [
  Number.POSITIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
]

export const union = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

/** Follows the matrices of the graphics state and of text. */
export class Place {
  private ctm: Matrix = identity
  private readonly saved: Matrix[] = []
  private line: Matrix = identity
  private size = 0

  /** To be called with every operation. */
  follow({ operator, operands }: Operation): void {
    switch (operator) {
      case 'q':
        this.saved.push(this.ctm)
        break
      case 'Q':
        this.ctm = this.saved.pop() ?? this.ctm
        break
      case 'cm':
        this.ctm = times(matrixOf(operands), this.ctm)
        break
      case 'BT':
        this.line = identity
        break
      case 'Tf':
        this.size = Number(operands.at(-1))
        break
      case 'Tm':
        this.line = matrixOf(operands)
        break
      case 'Td':
      case 'TD':
        this.line = times([1, 0, 0, 1, Number(operands[0]), Number(operands[1])], this.line)
        break
    }
  }

  /** Of points, x and y in turn. */
  private boxOf(points: readonly number[], [a, b, c, d, e, f]: Matrix): Box {
    let [left, bottom, right, top] = none
    for (let i = 0; i + 1 < points.length; i += 2) {
      const x = points[i]! * a + points[i + 1]! * c + e
      const y = points[i]! * b + points[i + 1]! * d + f
      if (x < left) left = x
      if (x > right) right = x
      if (y < bottom) bottom = y
      if (y > top) top = y
    }
    return [left, bottom, right, top]
  }

  /** Height of the line of text, undefined where it is not horizontal. */
  baseline(): number | undefined {
    const [, b, , , , f] = times(this.line, this.ctm)
    return b === 0 ? f : undefined
  }

  /** Of the character that is shown now: an em wide, since its advance is not looked up. */
  glyph(): Box {
    const corners = [0, -descent * this.size, this.size, ascent * this.size]
    return this.boxOf(corners, times(this.line, this.ctm))
  }

  /** Of an image that is painted now: the unit square. */
  image(): Box {
    return this.boxOf([0, 0, 1, 0, 0, 1, 1, 1], this.ctm)
  }

  /** Of the points that a path operator names. */
  path({ operator, operands }: Operation): Box {
    const points = operands.map(Number)
    if (operator !== 're') return this.boxOf(points, this.ctm)
    const [x, y, width, height] = points as [number, number, number, number]
    return this.boxOf([x, y, x + width, y, x, y + height, x + width, y + height], this.ctm)
  }
}

/** Operators that name points of a path (ISO 32000-1 table 59). */
export const buildsPath: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 're'])

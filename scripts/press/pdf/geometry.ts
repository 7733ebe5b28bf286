/** Twice on purpose (`proof/pdf/matrix.ts`). Matrices and boxes in; matrices and boxes out: the plane of a page. */
import type { Box } from './document.ts'

/** As in `cm`: a, b, c, d, e, f (ISO 32000-1 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number]
export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix that `cm`, `Tm` and their like name. */
export const matrixOf = (operands: readonly string[]): Matrix => operands.slice(-6).map(Number) as unknown as Matrix

/** First m, then n. */
export const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]

/** The box around points, given in pairs of x and y, behind a matrix. */
export const boxOf = (m: Matrix, coordinates: readonly number[]): Box => {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i + 1 < coordinates.length; i += 2) {
    const x = coordinates[i]! * m[0] + coordinates[i + 1]! * m[2] + m[4]
    const y = coordinates[i]! * m[1] + coordinates[i + 1]! * m[3] + m[5]
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}

/** The corners of what `re` appends. */
export const rectangle = ([x, y, w, h]: readonly number[]): number[] => [
  x!,
  y!,
  x! + w!,
  y!,
  x! + w!,
  y! + h!,
  x!,
  y! + h!,
]

export const grown = ([x0, y0, x1, y1]: Box, by: number): Box => [x0 - by, y0 - by, x1 + by, y1 + by]

/** The box around two boxes. */
export const union = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

/** What two boxes have in common; where they do not meet, a box with a side below zero. */
export const common = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
]
export const isEmpty = ([x0, y0, x1, y1]: Box): boolean => x1 < x0 || y1 < y0

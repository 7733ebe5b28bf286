/** Twice on purpose (`press/pdf/geometry.ts`). Matrices (ISO 32000-1, 8.3.4) and boxes in; points, matrices and boxes out. */
import type { Box } from './objects.ts'

export type Matrix = readonly [number, number, number, number, number, number]
export const unit: Matrix = [1, 0, 0, 1, 0, 0]
/** First `m`, then `n`. */
export const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]
/** Where a point comes to lie. */
export const at = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

/** What two boxes have in common; empty where they do not meet. */
export const meet = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
]

/** The box around two boxes. */
export const union = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

export const isEmpty = (box: Box): boolean => box[2] < box[0] || box[3] < box[1]

export type Point = readonly [number, number]

/** Bounds of points, which may be none: then they are empty. */
export function boundsOf(points: readonly Point[]): Box {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    if (x < left) left = x
    if (x > right) right = x
    if (y < bottom) bottom = y
    if (y > top) top = y
  }
  return [left, bottom, right, top]
}

/** Bounds of a rectangle after a transformation. */
export const placed = (ctm: Matrix, [left, bottom, right, top]: Box): Box =>
  boundsOf([at(ctm, left, bottom), at(ctm, right, bottom), at(ctm, right, top), at(ctm, left, top)])

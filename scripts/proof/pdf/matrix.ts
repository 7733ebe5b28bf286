/** Transformations of the plane as PDF writes them (ISO 32000-1, 8.3.4): six numbers in, points and products out. */

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

/** The number of a note in, the figure that is printed for it out. */

/** First of each run of circled figures in Unicode, and the number it stands for: ① 1, ㉑ 21, ㊱ 36; the last is ㊿. */
const circled: readonly (readonly [from: number, codePoint: number])[] = [
  [36, 0x32b1],
  [21, 0x3251],
  [1, 0x2460],
]

/**
 * As Chinese journals print it, alike in the call and before the note: ① to ㊿, and [51] where Unicode has no more circles.
 * @param n counted from 1.
 */
export function noteNumber(n: number): string {
  const run = n <= 50 ? circled.find(([from]) => n >= from) : undefined
  return run ? String.fromCodePoint(run[1] + n - run[0]) : `[${n}]`
}

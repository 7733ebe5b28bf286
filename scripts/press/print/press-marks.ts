/** In: the boxes of a sheet. Out: content that draws crop marks, registration marks and the colour bar outside of its bleed. */

import type { Ink } from '../../model/inks.ts'
import { points, round } from '../pdf/document.ts'
import type { Sheet } from './sheet.ts'

/** Name under which content finds the colour of all inks of the press (Separation All, ISO 32000-1 8.6.6.4). */
export const spotAll = 'KanbenAll'

/** Millimetres from the bleed. */
const crop = { clear: 0.5, length: 5 }
/** Millimetres: the centre of the mark from the bleed, the radius of its circle, half its cross. */
const registration = { centre: 5, radius: 1.5, arm: 2.5 }
/** Millimetres: patches from the bleed, their side at most, and what they leave to the marks in the middle and at the ends. */
const bar = { clear: 2.5, side: 5, middle: 6, ends: 3 }
/** Points; one ink can hold it, and it is fine enough to cut by. */
const weight = 0.25

const tints = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]

/** Patches left of the middle: steps of black from the middle outwards. */
const steps: readonly Ink[] = tints.map((tint) => [0, 0, 0, tint])

/** Patches right of the middle: solids, two solids over each other, half tints, and the grey that three inks make. */
const patches: readonly Ink[] = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
  [0, 1, 1, 0],
  [1, 0, 1, 0],
  [1, 1, 0, 0],
  [0.5, 0, 0, 0],
  [0, 0.5, 0, 0],
  [0, 0, 0.5, 0],
  [0, 0, 0, 0.5],
  [0.5, 0.4, 0.4, 0],
]

const spelt = (...values: readonly number[]): string => values.map(round).join(' ')

const line = (x0: number, y0: number, x1: number, y1: number): string => `${spelt(x0, y0)} m ${spelt(x1, y1)} l S\n`

/** Two marks at each corner of the trim. */
function cropMarks({ trim, bleed }: Sheet): string {
  const near = trim[0] - bleed[0] + points(crop.clear)
  const far = near + points(crop.length)
  const sides = [
    [0, 1, -1],
    [2, 3, 1],
  ] as const
  return sides
    .flatMap(([atX, , h]) =>
      sides.map(([, atY, v]) => {
        const [x, y] = [trim[atX], trim[atY]]
        return line(x, y + v * near, x, y + v * far) + line(x + h * near, y, x + h * far, y)
      }),
    )
    .join('')
}

/** Share of the radius at which a cubic curve has its handles to be a quarter of a circle. */
const handle = 0.5523

function registrationMark(x: number, y: number): string {
  const [r, arm] = [points(registration.radius), points(registration.arm)]
  const h = r * handle
  const curves = [
    [x + r, y + h, x + h, y + r, x, y + r],
    [x - h, y + r, x - r, y + h, x - r, y],
    [x - r, y - h, x - h, y - r, x, y - r],
    [x + h, y - r, x + r, y - h, x + r, y],
  ]
  const circle = `${spelt(x + r, y)} m ${curves.map((curve) => `${spelt(...curve)} c`).join(' ')} s\n`
  return circle + line(x - arm, y, x + arm, y) + line(x, y - arm, x, y + arm)
}

/** One in the middle of each side. */
function registrationMarks({ bleed: [left, bottom, right, top] }: Sheet): string {
  const [x, y] = [(left + right) / 2, (bottom + top) / 2]
  const out = points(registration.centre)
  return (
    registrationMark(x, bottom - out) +
    registrationMark(x, top + out) +
    registrationMark(left - out, y) +
    registrationMark(right + out, y)
  )
}

/** Patches on both sides of the mark over the head; on a small page they are smaller. */
function colourBar({ trim, bleed }: Sheet): string {
  const middle = (trim[0] + trim[2]) / 2
  const room = (trim[2] - trim[0]) / 2 - points(bar.middle + bar.ends)
  const row = (inks: readonly Ink[], direction: 1 | -1): string => {
    const side = Math.min(points(bar.side), room / inks.length)
    return inks
      .map((ink, i) => {
        const near = middle + direction * (points(bar.middle) + i * side)
        const x = direction === 1 ? near : near - side
        return `${spelt(...ink)} k ${spelt(x, bleed[3] + points(bar.clear), side, side)} re f\n`
      })
      .join('')
  }
  return row(steps, -1) + row(patches, 1)
}

/** Content for a content stream whose resources know `spotAll`. */
export const pressMarks = (sheet: Sheet): string =>
  `q /${spotAll} CS 1 SCN ${weight} w 0 J\n${cropMarks(sheet)}${registrationMarks(sheet)}Q\nq\n${colourBar(sheet)}Q\n`

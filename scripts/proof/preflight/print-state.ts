/** In: parameters of the graphics state as a PDF gives them. Out: the state that decides what is painted, and areas on the sheet. */
import type { Box, PdfObjects } from '../pdf-objects.ts'
import { isDict, isList, type PdfDict } from '../pdf-syntax.ts'
import { at, type Matrix, unit } from '../typography/matrix.ts'
import { type Colour, grey } from './print-colour.ts'

/** ISO 32000-1 8.4.1. Never changed in place, so that equal states are the same object. */
export interface State {
  readonly ctm: Matrix
  /** Bounds of what can be painted at all, on the sheet. */
  readonly clip: Box
  readonly fill: Colour
  readonly stroke: Colour
  readonly lineWidth: number
  /** Text rendering mode (9.3.6). */
  readonly mode: number
  /** Whether what is painted leaves the other inks below it standing (8.6.7). */
  readonly overprintFill: boolean
  readonly overprintStroke: boolean
  /** OPM: with 1, an ink of which there is none leaves what is below it. */
  readonly overprintMode: number
  /** Opacity, a blend mode or a soft mask other than none (11.6). */
  readonly opacityFill: number
  readonly opacityStroke: number
  readonly blend: boolean
  readonly masked: boolean
}

const black: Colour = { space: grey, values: [0] }

export const initialState = (clip: Box): State => ({
  ctm: unit,
  clip,
  fill: black,
  stroke: black,
  lineWidth: 1,
  mode: 0,
  overprintFill: false,
  overprintStroke: false,
  overprintMode: 0,
  opacityFill: 1,
  opacityStroke: 1,
  blend: false,
  masked: false,
})

export const isTransparent = (state: State, stroking: boolean): boolean =>
  (stroking ? state.opacityStroke : state.opacityFill) < 1 || state.blend || state.masked

/** Names that leave a page opaque. */
const plainBlend = new Set(['/Normal', '/Compatible'])

/** The state after `gs` (8.4.5). */
export function withExtGState({ resolve }: PdfObjects, state: State, extended: PdfDict): State {
  const value = (key: string) => resolve(extended.get(key))
  const number = (key: string, other: number): number => {
    const found = value(key)
    return typeof found === 'number' ? found : other
  }
  const flag = (key: string, other: boolean): boolean => {
    const found = value(key)
    return typeof found === 'boolean' ? found : other
  }
  const stroking = flag('OP', state.overprintStroke)
  const mode = value('BM')
  const blends = isList(mode) ? mode.map(resolve) : mode === null ? null : [mode]
  const mask = value('SMask')
  return {
    ...state,
    lineWidth: number('LW', state.lineWidth),
    overprintStroke: stroking,
    // OP alone sets both.
    overprintFill: flag('op', extended.has('OP') ? stroking : state.overprintFill),
    overprintMode: number('OPM', state.overprintMode),
    opacityFill: number('ca', state.opacityFill),
    opacityStroke: number('CA', state.opacityStroke),
    blend: blends === null ? state.blend : !plainBlend.has(String(blends[0])),
    masked: mask === null ? state.masked : isDict(mask),
  }
}

/** Whether a state dictionary makes anything transparent, used or not. */
export function makesTransparent(objects: PdfObjects, extended: PdfDict): boolean {
  const state = withExtGState(objects, initialState([0, 0, 0, 0]), extended)
  return isTransparent(state, false) || isTransparent(state, true)
}

export const meet = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
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

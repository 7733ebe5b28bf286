/** In: parameters of the graphics state as a PDF gives them. Out: the state that decides what is painted, and areas on the sheet. */

import { at, type Matrix, unit } from '../../pdf/matrix.ts'
import type { Box, PdfObjects } from '../../pdf/objects.ts'
import { isDict, isList, type PdfDict, PdfStream } from '../../pdf/syntax.ts'
import { type Colour, grey } from './colour.ts'

/** ISO 32000-1 8.4.1. Never changed in place, so that equal states are the same object. */
export interface State {
  readonly ctm: Matrix
  /** Bounds of what can be painted at all, on the sheet. */
  readonly clip: Box
  readonly fill: Colour
  readonly stroke: Colour
  readonly lineWidth: number
  /** Size of type before any matrix. */
  readonly em: number
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
  /** Inside of a form that as a whole lets something shine through. */
  readonly within: boolean
}

const black: Colour = { space: grey, values: [0] }

export const initialState = (clip: Box): State => ({
  ctm: unit,
  clip,
  fill: black,
  stroke: black,
  lineWidth: 1,
  em: 0,
  mode: 0,
  overprintFill: false,
  overprintStroke: false,
  overprintMode: 0,
  opacityFill: 1,
  opacityStroke: 1,
  blend: false,
  masked: false,
  within: false,
})

export const isTransparent = (state: State, stroking: boolean): boolean =>
  (stroking ? state.opacityStroke : state.opacityFill) < 1 || state.blend || state.masked || state.within

/** Names that leave a page opaque. */
const plainBlend = new Set(['/Normal', '/Compatible'])

/** Entries of a state dictionary (8.4.5) as changes of the state, read once for all that use it. */
const changesOf = new WeakMap<PdfDict, Partial<State>>()

/** The state after `gs`. */
export function withExtGState(objects: PdfObjects, state: State, extended: PdfDict): State {
  const changes = changesOf.get(extended) ?? readChanges(objects, extended)
  changesOf.set(extended, changes)
  return { ...state, ...changes }
}

function readChanges({ resolve }: PdfObjects, extended: PdfDict): Partial<State> {
  const value = (key: string) => resolve(extended.get(key))
  const [width, opacityFill, opacityStroke, overprintMode] = ['LW', 'ca', 'CA', 'OPM'].map(value)
  const [overprintStroke, lower] = ['OP', 'op'].map(value)
  // OP alone sets both.
  const overprintFill = lower ?? overprintStroke
  const mode = value('BM')
  const blend = isList(mode) ? resolve(mode[0]) : mode
  const mask = value('SMask')
  return {
    ...(typeof width === 'number' && { lineWidth: width }),
    ...(typeof overprintStroke === 'boolean' && { overprintStroke }),
    ...(typeof overprintFill === 'boolean' && { overprintFill }),
    ...(typeof overprintMode === 'number' && { overprintMode }),
    ...(typeof opacityFill === 'number' && { opacityFill }),
    ...(typeof opacityStroke === 'number' && { opacityStroke }),
    ...(blend !== null && { blend: !plainBlend.has(String(blend)) }),
    ...(mask !== null && { masked: isDict(mask) || mask instanceof PdfStream }),
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

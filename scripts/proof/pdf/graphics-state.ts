/** In: parameters of the graphics state as a PDF gives them. Out: the state that decides what is painted, and how text is shown. */

import { type Colour, grey } from './colour.ts'
import { type Matrix, unit } from './matrix.ts'
import type { Box, PdfObjects } from './objects.ts'
import { isDict, isList, type PdfDict, PdfStream } from './syntax.ts'

/** ISO 32000-1 8.4.1. Never changed in place, so that equal states are the same object. */
export interface GraphicsState {
  readonly ctm: Matrix
  /** Bounds of what can be painted at all, on the sheet. */
  readonly clip: Box
  readonly fill: Colour
  readonly stroke: Colour
  readonly lineWidth: number
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

/** ISO 32000-1 9.3.1. Never changed in place. */
export interface TextState {
  /** Null before the first Tf. */
  readonly font: PdfDict | null
  /** Before any matrix. */
  readonly size: number
  readonly spacing: number
  readonly wordSpacing: number
  /** 1 where the type is as wide as it was drawn. */
  readonly scale: number
  readonly leading: number
  readonly rise: number
  /** Text rendering mode (9.3.6). */
  readonly mode: number
}

export const initialText: TextState = {
  font: null,
  size: 0,
  spacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
}

/** Operators that set one number of the text state. */
export const textParameters = new Map<string, (value: number) => Partial<TextState>>([
  ['Tc', (spacing) => ({ spacing })],
  ['Tw', (wordSpacing) => ({ wordSpacing })],
  ['Tz', (percent) => ({ scale: percent / 100 })],
  ['TL', (leading) => ({ leading })],
  ['Ts', (rise) => ({ rise })],
  ['Tr', (mode) => ({ mode })],
])

const black: Colour = { space: grey, values: [0] }

export const initialState = (clip: Box): GraphicsState => ({
  ctm: unit,
  clip,
  fill: black,
  stroke: black,
  lineWidth: 1,
  overprintFill: false,
  overprintStroke: false,
  overprintMode: 0,
  opacityFill: 1,
  opacityStroke: 1,
  blend: false,
  masked: false,
  within: false,
})

export const isTransparent = (state: GraphicsState, stroking: boolean): boolean =>
  (stroking ? state.opacityStroke : state.opacityFill) < 1 || state.blend || state.masked || state.within

/** Names that leave a page opaque. */
const plainBlend = new Set(['/Normal', '/Compatible'])

/** Entries of a state dictionary (8.4.5) as changes of the state, read once for all that use it. */
const changesOf = new WeakMap<PdfDict, Partial<GraphicsState>>()

/** The state after `gs`. */
export function withExtGState(objects: PdfObjects, state: GraphicsState, extended: PdfDict): GraphicsState {
  const changes = changesOf.get(extended) ?? readChanges(objects, extended)
  changesOf.set(extended, changes)
  return { ...state, ...changes }
}

function readChanges({ resolve }: PdfObjects, extended: PdfDict): Partial<GraphicsState> {
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

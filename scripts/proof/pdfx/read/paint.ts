/** In: what a content stream paints, step by step. Out: the list of it, each with colour, overprint and place on the sheet. */

import { type Colour, inksOf, spaceOf } from '../../pdf/colour.ts'
import { type GraphicsState, isTransparent } from '../../pdf/graphics-state.ts'
import { meet, placed } from '../../pdf/matrix.ts'
import type { Box, PdfObjects } from '../../pdf/objects.ts'
import { isDict, isList, type PdfDict, PdfStream, type PdfValue } from '../../pdf/syntax.ts'
import type { Content, Painting } from '../../pdf/visitor.ts'

export interface Paint {
  readonly kind: 'text' | 'fill' | 'stroke' | 'shading' | 'image' | 'stencil'
  readonly colour: Colour
  readonly overprint: boolean
  /** OPM. */
  readonly overprintMode: number
  readonly transparent: boolean
  /** Bounds on the sheet in points, neither clipped nor widened by a pen; of text, the origin of a string. */
  readonly box: Box
  readonly clip: Box
  /** Points: of a stroke the width of the pen, of a filled bar its shorter side; infinite of all else. */
  readonly weight: number
  /** Of text: points from baseline to baseline of what is set solid. */
  readonly em?: number
  /** Of an image. */
  readonly image?: PdfStream
  /** Of an image: its printed size in points, turned or not. */
  readonly size?: { readonly width: number; readonly height: number }
}

/** Text rendering modes (9.3.6): filled, stroked, both, neither, and the same four with a clip. */
const textModes: readonly (readonly Painting[])[] = [['fill'], ['stroke'], ['fill', 'stroke'], []]

const lies = (inner: Box, outer: Box): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]

/** Colours between which a shading runs (7.10.3, 7.10.4): what lies between takes no more ink than the fuller of them. */
function endsOf(objects: PdfObjects, shading: PdfDict): number[][] {
  const { dict, resolve } = objects
  const numbers = (value: PdfValue): number[][] => {
    const list = resolve(value)
    return isList(list) ? [list.map((item) => Number(resolve(item)))] : []
  }
  const ends = (made: PdfDict, depth: number): number[][] => {
    const parts = resolve(made.get('Functions'))
    if (isList(parts) && depth < 8) return parts.flatMap((part) => ends(dict(part), depth + 1))
    return [made.get('C0') ?? null, made.get('C1') ?? null].flatMap(numbers)
  }
  return ends(dict(shading.get('Function')), 0)
}

export class PaintList {
  readonly paints: Paint[] = []
  private readonly objects: PdfObjects
  private readonly known: Box
  /** The text painted last: a paragraph is hundreds of strings in the same colour and size. */
  private lastText: { readonly state: GraphicsState; readonly mode: number; readonly em: number } | null = null
  /** While the cell of a tiling pattern is read: where it is painted. */
  private within: Box | null = null

  /** @param known strings that are clipped to this are listed once for many, since it does not matter where they stand. */
  constructor(objects: PdfObjects, known: Box) {
    this.objects = objects
    this.known = known
  }

  /** What `read` paints lies where `state` and `box` let it be seen. */
  inside(state: GraphicsState, box: Box, read: () => void): void {
    const outer = this.within
    this.within = outer ?? meet(box, state.clip)
    read()
    this.within = outer
  }

  add(
    kind: Paint['kind'],
    state: GraphicsState,
    colour: Colour,
    stroking: boolean,
    box: Box,
    more?: Partial<Pick<Paint, 'image' | 'size' | 'weight' | 'em'>>,
  ): void {
    const [a, b, c, d] = state.ctm
    this.paints.push({
      kind,
      colour,
      overprint: stroking ? state.overprintStroke : state.overprintFill,
      overprintMode: state.overprintMode,
      transparent: isTransparent(state, stroking),
      box: this.within ?? box,
      clip: state.clip,
      weight: stroking ? state.lineWidth * Math.sqrt(Math.abs(a * d - b * c)) : Infinity,
      ...more,
    })
  }

  /** A filled or stroked path, or text, in the colour of the state; the cell of a tiling pattern is left to the reader. */
  shape(
    kind: 'text' | 'fill' | 'stroke',
    stroking: boolean,
    state: GraphicsState,
    box: Box,
    resources: PdfDict,
    more?: Partial<Pick<Paint, 'weight' | 'em'>>,
  ): void {
    const colour = stroking ? state.stroke : state.fill
    const { pattern } = colour
    if (pattern instanceof PdfStream) return
    const shading = isDict(pattern) ? this.objects.dict(pattern.get('Shading')) : null
    if (!shading) {
      this.add(kind, state, colour, stroking, box, more)
      return
    }
    this.shading(shading, state, stroking, box, resources)
  }

  shading(shading: PdfDict, state: GraphicsState, stroking: boolean, box: Box, resources: PdfDict): void {
    const space = spaceOf(this.objects, shading.get('ColorSpace'), resources)
    this.add('shading', state, { space, values: [] }, stroking, box)
    for (const values of endsOf(this.objects, shading)) this.add('shading', state, { space, values }, stroking, box)
  }

  /** Whether text needs no place in the list: it has one, and black may stand anywhere, whatever is below it. */
  isListed(state: GraphicsState, mode: number, em: number): boolean {
    const last = this.lastText
    const same = last?.state === state && last.mode === mode && last.em === em
    return same && inksOf(state.fill)?.[3] === 1 && lies(state.clip, this.known)
  }

  /** A string that begins at a point of the sheet. */
  text(x: number, y: number, em: number, { state, type: { mode }, resources }: Content): void {
    for (const kind of textModes[mode % 4] ?? [])
      this.shape('text', kind === 'stroke', state, [x, y, x, y], resources, { em })
    this.lastText = { state, mode, em }
  }

  image(stream: PdfStream, state: GraphicsState, resources: PdfDict): void {
    const [a, b, c, d] = state.ctm
    const stencil = this.objects.resolve(stream.dict.get('ImageMask')) === true
    const size = { width: Math.hypot(a, b), height: Math.hypot(c, d) }
    const space = () => spaceOf(this.objects, stream.dict.get('ColorSpace'), resources)
    const colour = stencil ? state.fill : { space: space(), values: [] }
    const box = placed(state.ctm, [0, 0, 1, 1])
    this.add(stencil ? 'stencil' : 'image', state, colour, false, box, { image: stream, size })
  }
}

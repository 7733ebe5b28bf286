/** In: the content of a page. Out: everything that it paints, and what in the content no reader can follow. */

import { eachOperator, type Operand } from '../../pdf/content.ts'
import { at, type Matrix, times, unit } from '../../pdf/matrix.ts'
import type { Box, PdfObjects } from '../../pdf/objects.ts'
import { byteText, decoded, isList, type PdfDict, PdfStream, type PdfValue } from '../../pdf/syntax.ts'
import { cmyk, grey, rgb, type Space, spaceOf } from './colour.ts'
import { PaintList } from './paint.ts'
import { Path } from './path.ts'
import { initialState, isEmpty, isTransparent, meet, placed, type State, withExtGState } from './state.ts'

/** Operators that are stepped over: details of lines and letters, ends of things, marked content. */
const indifferent = new Set('J j M d ri i Tc Tw Tz TL Ts T* MP DP BMC BDC EMC BI ET h'.split(' '))
const painting: Readonly<Record<string, readonly ('fill' | 'stroke')[]>> = {
  f: ['fill'],
  F: ['fill'],
  'f*': ['fill'],
  S: ['stroke'],
  s: ['stroke'],
  B: ['fill', 'stroke'],
  'B*': ['fill', 'stroke'],
  b: ['fill', 'stroke'],
  'b*': ['fill', 'stroke'],
  n: [],
}
const deviceColours: Readonly<Record<string, Space>> = { g: grey, rg: rgb, k: cmyk }

// Outside of the loop over operators: a named function costs time wherever it is made.
const numberAt = (operands: readonly Operand[], index: number): number => {
  const operand = operands[index]
  return typeof operand === 'number' ? operand : 0
}
const matrixOf = (operands: readonly Operand[]): Matrix => [
  numberAt(operands, 0),
  numberAt(operands, 1),
  numberAt(operands, 2),
  numberAt(operands, 3),
  numberAt(operands, 4),
  numberAt(operands, 5),
]

/** Forms and patterns inside of one another. */
const deepest = 12

export class ContentReader {
  readonly list: PaintList
  /** Every space that a colour was set in, painted with or not. */
  readonly spaces = new Set<Space>()
  /** Unknown operators, names without resource, `q` without `Q`, streams that cannot be decoded. */
  readonly problems = new Set<string>()
  /** Streams that were read: contents, forms, patterns. */
  private readonly seen: Set<PdfStream>
  private readonly objects: PdfObjects

  constructor(objects: PdfObjects, seen: Set<PdfStream>, known: Box) {
    this.objects = objects
    this.seen = seen
    this.list = new PaintList(objects, known)
  }

  /** @param contents of a page: a stream or a list of them. */
  page(contents: PdfValue | undefined, resources: PdfDict, media: Box): void {
    const { resolve } = this.objects
    const value = resolve(contents)
    const streams = isList(value) ? value.map(resolve) : [value]
    const content = streams.map((stream) => (stream instanceof PdfStream ? this.textOf(stream) : '')).join('\n')
    this.read(content, resources, initialState(media), 0)
  }

  /** A form or pattern that no page paints but whose colours are in the file. */
  alone(stream: PdfStream): void {
    const resources = this.objects.dict(stream.dict.get('Resources'))
    this.read(this.textOf(stream), resources, initialState([-Infinity, -Infinity, Infinity, Infinity]), 0)
  }

  private textOf(stream: PdfStream): string {
    this.seen.add(stream)
    try {
      return byteText(decoded(stream, this.objects.resolve))
    } catch (error) {
      this.problems.add(error instanceof Error ? error.message : String(error))
      return ''
    }
  }

  private resource(resources: PdfDict, kind: string, operand: Operand | undefined): PdfValue {
    const name = String(operand ?? '')
    const value = this.objects.dict(resources.get(kind)).get(name.slice(1))
    if (value === undefined) this.problems.add(`${kind} ${name}`)
    return this.objects.resolve(value)
  }

  private space(resources: PdfDict, operand: Operand | undefined): Space {
    const space = spaceOf(this.objects, String(operand ?? ''), resources)
    if (space.kind === 'unknown') this.problems.add(`ColorSpace ${String(operand)}`)
    return space
  }

  private read(content: string, resources: PdfDict, from: State, depth: number): void {
    const { objects, list } = this
    let state = from
    const stack: State[] = []
    let path = new Path()
    let clips = false
    let line: Matrix = unit
    const colour = (stroking: boolean, space: Space, values: readonly number[], pattern?: PdfValue) => {
      this.spaces.add(space)
      const set = { space, values, ...(pattern !== undefined && { pattern }) }
      state = stroking ? { ...state, stroke: set } : { ...state, fill: set }
    }
    const tiles = ({ pattern }: State['fill'], box: Box) => {
      if (pattern instanceof PdfStream) this.tiles(pattern, { ...state, ctm: from.ctm }, box, resources, depth)
    }
    const paint = (kinds: readonly ('fill' | 'stroke')[]) => {
      const { box } = path
      if (!isEmpty(box)) {
        for (const kind of kinds) {
          if (kind === 'stroke') list.shape(kind, true, state, box, resources)
          else
            for (const part of path.parts) list.shape(kind, false, state, part.box, resources, { weight: part.weight })
          tiles(state[kind], box)
        }
        if (clips) state = { ...state, clip: meet(state.clip, box) }
      }
      clips = false
      path = new Path()
    }
    const show = () => {
      const matrix = times(line, state.ctm)
      const em = state.em * Math.hypot(matrix[2], matrix[3])
      if (list.isListed(state, em)) return
      const [x, y] = at(matrix, 0, 0)
      list.text(x, y, em, state, resources)
      tiles(state.fill, [x, y, x, y])
    }
    const coloured = (operator: string, operands: readonly Operand[]): boolean => {
      const small = operator.toLowerCase()
      const stroking = small !== operator
      const numbers = operands.filter((operand) => typeof operand === 'number')
      if (deviceColours[small]) colour(stroking, deviceColours[small], numbers)
      else if (small === 'cs') {
        const space = this.space(resources, operands[0])
        // A space begins with black, or with the full ink of its own (8.6.8).
        colour(stroking, space, space.kind === 'spot' ? space.names.map(() => 1) : [0, 0, 0, 1])
      } else if (small === 'sc' || small === 'scn') {
        const { space } = stroking ? state.stroke : state.fill
        const tiled = space.kind === 'pattern' ? this.resource(resources, 'Pattern', operands.at(-1)) : undefined
        colour(stroking, space, numbers, tiled)
      } else return false
      return true
    }
    const follow = (operator: string, operands: readonly Operand[]): void => {
      if (indifferent.has(operator)) return
      if (painting[operator]) {
        paint(painting[operator])
        return
      }
      switch (operator) {
        case 'Tj':
        case 'TJ':
        case "'":
        case '"':
          show()
          break
        case 'Td':
        case 'TD':
          line = times([1, 0, 0, 1, numberAt(operands, 0), numberAt(operands, 1)], line)
          break
        case 'Tm':
          line = matrixOf(operands)
          break
        case 'BT':
          line = unit
          break
        case 'q':
          stack.push(state)
          break
        case 'Q':
          if (stack.length === 0) this.problems.add('Q')
          state = stack.pop() ?? state
          break
        case 'cm':
          state = { ...state, ctm: times(matrixOf(operands), state.ctm) }
          break
        case 'w':
          state = { ...state, lineWidth: numberAt(operands, 0) }
          break
        case 'gs':
          state = withExtGState(objects, state, objects.dict(this.resource(resources, 'ExtGState', operands[0])))
          break
        case 'Tr':
          state = { ...state, mode: numberAt(operands, 0) }
          break
        case 'Tf': {
          const em = Math.abs(numberAt(operands, 1))
          // The state stays the same object while nothing of it changes.
          if (em !== state.em) state = { ...state, em }
          break
        }
        case 'm':
          path.move(state.ctm, numberAt(operands, 0), numberAt(operands, 1))
          break
        case 'l':
        case 'c':
        case 'v':
        case 'y':
          path.draw(state.ctm, operands.map(Number), operator !== 'l')
          break
        case 're': {
          const [x, y, width, height] = matrixOf(operands)
          path.move(state.ctm, x, y)
          path.draw(state.ctm, [x + width, y, x + width, y + height, x, y + height], false)
          break
        }
        case 'W':
        case 'W*':
          clips = true
          break
        case 'sh': {
          const shading = objects.dict(this.resource(resources, 'Shading', operands[0]))
          list.shading(shading, state, false, state.clip, resources)
          break
        }
        case 'ID':
          this.inline(inlineImage(operands), state, resources)
          break
        case 'Do':
          this.object(this.resource(resources, 'XObject', operands[0]), state, resources, depth)
          break
        default:
          if (!coloured(operator, operands)) this.problems.add(operator.slice(0, 12))
      }
    }
    eachOperator(content, follow, false)
    if (stack.length > 0) this.problems.add('q')
  }

  private inline(image: PdfStream, state: State, resources: PdfDict): void {
    if (image.dict.has('ColorSpace')) this.spaces.add(spaceOf(this.objects, image.dict.get('ColorSpace'), resources))
    this.list.image(image, state, resources)
  }

  /** The cell of a tiling pattern (8.7.3), as painted where the pattern is. */
  private tiles(pattern: PdfStream, state: State, box: Box, resources: PdfDict, depth: number): void {
    if (depth > deepest) return
    const own = this.objects.dict(pattern.dict.get('Resources') ?? resources)
    const inner = { ...state, ctm: times((this.numbers(pattern, 'Matrix') as Matrix | null) ?? unit, state.ctm) }
    this.list.inside(state, box, () => this.read(this.textOf(pattern), own, inner, depth + 1))
  }

  private numbers({ dict }: PdfStream, key: string): readonly number[] | null {
    const { resolve } = this.objects
    const list = resolve(dict.get(key))
    return isList(list) ? list.map((item) => Number(resolve(item))) : null
  }

  private object(object: PdfValue, state: State, resources: PdfDict, depth: number): void {
    const { dict, resolve } = this.objects
    if (!(object instanceof PdfStream) || depth > deepest) return
    if (resolve(object.dict.get('Subtype')) === '/Image') {
      this.list.image(object, state, resources)
      return
    }
    const ctm = times((this.numbers(object, 'Matrix') as Matrix | null) ?? unit, state.ctm)
    const bounds = this.numbers(object, 'BBox') as Box | null
    const clip = bounds ? meet(state.clip, placed(ctm, bounds)) : state.clip
    const own = object.dict.has('Resources') ? dict(object.dict.get('Resources')) : resources
    const within = isTransparent(state, false)
    this.read(this.textOf(object), own, { ...state, ctm, clip, within }, depth + 1)
  }
}

/** Abbreviations of inline images (8.9.7). */
const longKeys: Readonly<Record<string, string>> = {
  W: 'Width',
  H: 'Height',
  CS: 'ColorSpace',
  BPC: 'BitsPerComponent',
  IM: 'ImageMask',
  D: 'Decode',
  F: 'Filter',
}

/** An inline image as an image without data: its ink cannot be told. */
function inlineImage(operands: readonly Operand[]): PdfStream {
  const dict = new Map<string, PdfValue>()
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const key = String(operands[i]).slice(1)
    const value = operands[i + 1]!
    dict.set(longKeys[key] ?? key, value === 'true' ? true : value)
  }
  return new PdfStream(dict.set('Filter', '/Inline'), new Uint8Array())
}

/**
 * In: content with its resources. Out: to a visitor, everything that it shows and paints, with the state of graphics and text
 * at that place (ISO 32000-1 8.4, 9.3). The one reader of operators on this side; what they mean for a rule, its visitor knows.
 */
import { cmyk, grey, rgb, type Space, spaceOf } from './colour.ts'
import { eachOperator, type Operand } from './content.ts'
import {
  type GraphicsState,
  initialState,
  initialText,
  isTransparent,
  type TextState,
  textParameters,
  withExtGState,
} from './graphics-state.ts'
import { inlineImage } from './inline-image.ts'
import { isEmpty, type Matrix, meet, placed, times, unit } from './matrix.ts'
import type { Box, PdfObjects } from './objects.ts'
import { Path } from './path.ts'
import { byteText, decoded, isList, type PdfDict, PdfStream, type PdfValue } from './syntax.ts'
import type { Content, Painting, Visitor } from './visitor.ts'

/** Operators that are stepped over: details of lines and letters, ends of things, points in marked content. */
const indifferent = new Set('J j M d ri i MP DP BI ET h'.split(' '))
const painting = new Map<string, readonly Painting[]>([
  ['n', []],
  ...['f', 'F', 'f*'].map((operator) => [operator, ['fill']] as const),
  ...['S', 's'].map((operator) => [operator, ['stroke']] as const),
  ...['B', 'B*', 'b', 'b*'].map((operator) => [operator, ['fill', 'stroke']] as const),
])
const deviceColours = new Map([
  ['g', grey],
  ['rg', rgb],
  ['k', cmyk],
])

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

/** Forms and patterns inside of one another, and the page. */
const deepest = 13

/** What a page, a form or a pattern begins with. */
interface Start {
  readonly state: GraphicsState
  readonly type: TextState
  readonly depth: number
}

class ContentReader implements Content {
  state: GraphicsState
  type: TextState
  line: Matrix = unit
  matrix: Matrix = unit
  readonly resources: PdfDict
  private readonly objects: PdfObjects
  private readonly visitor: Visitor
  private readonly start: Start
  private readonly saved: { readonly state: GraphicsState; readonly type: TextState }[] = []
  private path = new Path()
  private clips = false

  constructor(objects: PdfObjects, visitor: Visitor, resources: PdfDict, start: Start) {
    this.objects = objects
    this.visitor = visitor
    this.resources = resources
    this.start = start
    this.state = start.state
    this.type = start.type
  }

  read(text: string): void {
    const { visitor } = this
    eachOperator(
      text,
      (operator, operands) => this.follow(operator, operands),
      visitor.string !== undefined || visitor.marked !== undefined,
    )
    if (this.saved.length > 0) visitor.problem?.('q')
  }

  cell(pattern: PdfStream): void {
    this.inside(pattern, { ...this.state, ctm: times(matrixIn(this.objects, pattern), this.start.state.ctm) })
  }

  private resource(kind: string, operand: Operand | undefined): PdfValue {
    const name = String(operand ?? '')
    const value = this.objects.dict(this.resources.get(kind)).get(name.slice(1))
    if (value === undefined) this.visitor.problem?.(`${kind} ${name}`)
    return this.objects.resolve(value)
  }

  private inside(stream: PdfStream, state: GraphicsState): void {
    const { objects, visitor, resources, type } = this
    const depth = this.start.depth + 1
    if (depth > deepest) return
    const own = stream.dict.has('Resources') ? objects.dict(stream.dict.get('Resources')) : resources
    new ContentReader(objects, visitor, own, { state, type, depth }).read(textOf(objects, visitor, stream))
  }

  private object(object: PdfValue): void {
    const { objects, visitor, state } = this
    if (!(object instanceof PdfStream)) return
    if (objects.resolve(object.dict.get('Subtype')) !== '/Form') {
      visitor.image?.(object, false, this)
      return
    }
    const read = () => {
      const ctm = times(matrixIn(objects, object), state.ctm)
      const bounds = numbersIn(objects, object, 'BBox') as Box | null
      const clip = bounds ? meet(state.clip, placed(ctm, bounds)) : state.clip
      this.inside(object, { ...state, ctm, clip, within: isTransparent(state, false) })
    }
    if (visitor.form) visitor.form(object, read, this)
    else read()
  }

  private move(x: number, y: number): void {
    this.line = this.matrix = times([1, 0, 0, 1, x, y], this.line)
  }

  private show(parts: readonly Operand[]): void {
    const { visitor } = this
    visitor.text?.(this)
    if (!visitor.string) return
    for (const part of parts) {
      if (typeof part === 'number')
        this.matrix = times([1, 0, 0, 1, (-part / 1000) * this.type.size * this.type.scale, 0], this.matrix)
      else if (typeof part === 'string' && this.type.font) this.matrix = visitor.string(part.slice(1), this)
    }
  }

  private paint(kinds: readonly Painting[]): void {
    if (!this.visitor.path) return
    this.visitor.path(kinds, this.path, this)
    if (this.clips && !isEmpty(this.path.box))
      this.state = { ...this.state, clip: meet(this.state.clip, this.path.box) }
    this.clips = false
    this.path = new Path()
  }

  private follow(operator: string, operands: readonly Operand[]): void {
    const { objects, visitor, state, path } = this
    switch (operator) {
      case 'q':
        this.saved.push({ state, type: this.type })
        break
      case 'Q': {
        const last = this.saved.pop()
        if (last) ({ state: this.state, type: this.type } = last)
        else visitor.problem?.('Q')
        break
      }
      case 'cm':
        this.state = { ...state, ctm: times(matrixOf(operands), state.ctm) }
        break
      case 'w':
        this.state = { ...state, lineWidth: numberAt(operands, 0) }
        break
      case 'gs':
        this.state = withExtGState(objects, state, objects.dict(this.resource('ExtGState', operands[0])))
        break
      case 'BT':
        this.line = this.matrix = unit
        break
      case 'Tf': {
        const font = visitor.string ? objects.dict(this.resource('Font', operands[0])) : null
        this.type = { ...this.type, font, size: numberAt(operands, 1) }
        break
      }
      case 'Tm':
        this.line = this.matrix = matrixOf(operands)
        break
      case 'TD':
        this.type = { ...this.type, leading: -numberAt(operands, 1) }
        this.move(numberAt(operands, 0), numberAt(operands, 1))
        break
      case 'Td':
        this.move(numberAt(operands, 0), numberAt(operands, 1))
        break
      case 'T*':
        this.move(0, -this.type.leading)
        break
      case 'Tj':
        this.show(operands)
        break
      case 'TJ':
        this.show((operands[0] as readonly Operand[] | undefined) ?? [])
        break
      case "'":
      case '"':
        this.move(0, -this.type.leading)
        this.show(operands.slice(-1))
        break
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
      case 're':
        if (visitor.path) path.build(operator, operands.map(Number), state.ctm)
        break
      case 'W':
      case 'W*':
        this.clips = true
        break
      case 'sh':
        visitor.shading?.(objects.dict(this.resource('Shading', operands[0])), this)
        break
      case 'ID':
        visitor.image?.(inlineImage(operands), true, this)
        break
      case 'Do':
        this.object(this.resource('XObject', operands[0]))
        break
      case 'BDC':
      case 'BMC':
      case 'EMC':
        visitor.marked?.(operator, operands, this)
        break
      default:
        if (!indifferent.has(operator) && !this.sets(operator, operands)) visitor.problem?.(operator.slice(0, 12))
    }
  }

  /** Paints a path, or sets a colour or a number of the text state; false where the operator does none of it. */
  private sets(operator: string, operands: readonly Operand[]): boolean {
    const kinds = painting.get(operator)
    const parameter = textParameters.get(operator)
    if (kinds) this.paint(kinds)
    else if (parameter) this.type = { ...this.type, ...parameter(numberAt(operands, 0)) }
    else return this.colour(operator, operands)
    return true
  }

  private colour(operator: string, operands: readonly Operand[]): boolean {
    const { objects, visitor } = this
    const small = operator.toLowerCase()
    const set = (space: Space, values: readonly number[], pattern?: PdfValue) => {
      visitor.space?.(space)
      const colour = { space, values, ...(pattern !== undefined && { pattern }) }
      this.state = small === operator ? { ...this.state, fill: colour } : { ...this.state, stroke: colour }
    }
    const numbers = operands.filter((operand) => typeof operand === 'number')
    const device = deviceColours.get(small)
    if (device) set(device, numbers)
    else if (small === 'cs') {
      const space = spaceOf(objects, String(operands[0] ?? ''), this.resources)
      if (space.kind === 'unknown') visitor.problem?.(`ColorSpace ${String(operands[0])}`)
      // A space begins with black, or with the full ink of its own (8.6.8).
      set(space, space.kind === 'spot' ? space.names.map(() => 1) : [0, 0, 0, 1])
    } else if (small === 'sc' || small === 'scn') {
      const { space } = small === operator ? this.state.fill : this.state.stroke
      set(space, numbers, space.kind === 'pattern' ? this.resource('Pattern', operands.at(-1)) : undefined)
    } else return false
    return true
  }
}

/** Reads all that a page paints, forms included. @param media its box: nothing is painted outside. */
export function readPageContent(objects: PdfObjects, page: PdfDict, media: Box, visitor: Visitor): void {
  const contents = objects.resolve(page.get('Contents'))
  const streams = isList(contents) ? contents.map(objects.resolve) : [contents]
  const text = streams.map((stream) => (stream instanceof PdfStream ? textOf(objects, visitor, stream) : '')).join('\n')
  const start = { state: initialState(media), type: initialText, depth: 0 }
  new ContentReader(objects, visitor, objects.dict(page.get('Resources')), start).read(text)
}

/** Reads a form or a pattern that no page paints. */
export function readAlone(objects: PdfObjects, stream: PdfStream, visitor: Visitor): void {
  const start = { state: initialState(everywhere), type: initialText, depth: 0 }
  new ContentReader(objects, visitor, objects.dict(stream.dict.get('Resources')), start).read(
    textOf(objects, visitor, stream),
  )
}

/** The box of what has none. */
export const everywhere: Box = [-Infinity, -Infinity, Infinity, Infinity]

const textOf = ({ resolve }: PdfObjects, visitor: Visitor, stream: PdfStream): string =>
  visitor.textOf?.(stream) ?? byteText(decoded(stream, resolve))

function numbersIn({ resolve }: PdfObjects, { dict }: PdfStream, key: string): readonly number[] | null {
  const list = resolve(dict.get(key))
  return isList(list) ? list.map((item) => Number(resolve(item))) : null
}
const matrixIn = (objects: PdfObjects, stream: PdfStream): Matrix =>
  (numbersIn(objects, stream, 'Matrix') as Matrix | null) ?? unit

/**
 * Twice on purpose (`proof/pdf/interpreter.ts`). In: the operations of a content stream in order. Out: the state of graphics and
 * text behind each of them (ISO 32000-1 8.4, 9.3). The one follower of state on this side.
 */
import type { Ink } from '../../model/inks.ts'
import type { Operation } from './content-stream.ts'
import type { Box } from './document.ts'
import { identity, type Matrix, matrixOf, times } from './geometry.ts'

/** Never changed in place. */
export interface GraphicsState {
  readonly matrix: Matrix
  /** Undefined for patterns, and for colours that no `k` or `K` has set. */
  readonly fill: Ink | undefined
  readonly stroke: Ink | undefined
  readonly lineWidth: number
  /** Name in the resources with its slash, as in `/F4`; empty before the first Tf. */
  readonly font: string
  /** Of the type, before any matrix. */
  readonly size: number
  /** Text rendering mode (9.3.6). */
  readonly mode: number
  /** What whoever follows the content finds out besides: bounds of what can be painted, and what extended states say. */
  readonly clip: Box
  readonly opaque: boolean
  readonly overprint: boolean
}

export const initialState: GraphicsState = {
  matrix: identity,
  fill: undefined,
  stroke: undefined,
  lineWidth: 1,
  font: '',
  size: 0,
  mode: 0,
  clip: [-Infinity, -Infinity, Infinity, Infinity],
  opaque: true,
  overprint: false,
}

const inkOf = (operands: readonly string[]): Ink => operands.map(Number) as unknown as Ink

/** Operators of colour (8.6.8). */
const fillColour = new Set(['g', 'rg', 'k', 'cs', 'sc', 'scn'])
const strokeColour = new Set(['G', 'RG', 'K', 'CS', 'SC', 'SCN'])

export class ContentState {
  state: GraphicsState
  /** Of the line of text (9.4.2), before the matrix of the graphics. */
  line: Matrix = identity
  private readonly saved: GraphicsState[] = []
  private readonly extended: (key: string) => Partial<GraphicsState>

  /** @param extended what the state parameter dictionary of this name changes. */
  constructor(start: GraphicsState = initialState, extended: (key: string) => Partial<GraphicsState> = () => ({})) {
    this.state = start
    this.extended = extended
  }

  set(changes: Partial<GraphicsState>): void {
    this.state = { ...this.state, ...changes }
  }

  /** To be called with every operation. */
  follow({ operator, operands }: Operation): void {
    switch (operator) {
      case 'q':
        this.saved.push(this.state)
        break
      case 'Q':
        this.state = this.saved.pop() ?? this.state
        break
      case 'cm':
        this.set({ matrix: times(matrixOf(operands), this.state.matrix) })
        break
      case 'w':
        this.set({ lineWidth: Number(operands[0]) })
        break
      case 'gs':
        this.set(this.extended(operands[0]?.slice(1) ?? ''))
        break
      case 'Tf':
        this.set({ font: operands[0] ?? '', size: Number(operands.at(-1)) })
        break
      case 'Tr':
        this.set({ mode: Number(operands[0]) })
        break
      case 'BT':
        this.line = identity
        break
      case 'Tm':
        this.line = matrixOf(operands)
        break
      case 'Td':
      case 'TD':
        this.line = times([1, 0, 0, 1, Number(operands[0]), Number(operands[1])], this.line)
        break
      default:
        if (fillColour.has(operator)) this.set({ fill: operator === 'k' ? inkOf(operands) : undefined })
        else if (strokeColour.has(operator)) this.set({ stroke: operator === 'K' ? inkOf(operands) : undefined })
    }
  }

  /** Points of a unit: how much longer a line becomes on the sheet, on average. */
  get scale(): number {
    const [a, b, c, d] = this.state.matrix
    return Math.sqrt(Math.abs(a * d - b * c))
  }
}

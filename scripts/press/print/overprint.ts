/**
 * In: content in inks. Out: the same content, where black type and thin black rules print over what lies under them instead
 * of leaving it out, so that no paper shows beside them when the plates are not in register.
 */
import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import { type Operation, operations, paintsImage, paintsPath, showsText } from '../pdf/content-stream.ts'
import { contentStreams, dictAt, dictIn, name, numberAt } from '../pdf/document.ts'

const overprints = 'KanbenOverprint'
const knocksOut = 'KanbenKnockout'

/** Points: above this a black rule is an area, and what lies under it would show in its black. */
const thin = 2

/** The part of the graphics state (ISO 32000-1 8.4.1) by which a painting operator overprints or not. */
interface State {
  /** Whether filling, stroking is in full black and no other ink. */
  fill: boolean
  stroke: boolean
  /** Text rendering mode. */
  mode: number
  lineWidth: number
  /** Points of a unit; NaN where it is not known. */
  scale: number
  overprint: boolean
}

const isBlack = (operands: readonly string[]): boolean =>
  operands.length === 4 && Number(operands[3]) === 1 && operands.slice(0, 3).every((value) => Number(value) === 0)

const fillColour = new Set(['g', 'rg', 'k', 'cs', 'sc', 'scn'])
const strokeColour = new Set(['G', 'RG', 'K', 'CS', 'SC', 'SCN'])
const fills = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const strokes = new Set(['S', 's', 'B', 'B*', 'b', 'b*'])
const constructs = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])

interface Path {
  /** Offset of its first operand: the state cannot change between construction and painting (ISO 32000-1 8.2). */
  readonly start: number
  /** The widest of its rectangles across, in units; infinite where it has other parts. */
  width: number
}

function textOverprints({ mode, fill, stroke }: State): boolean {
  // Modes from 4 on clip besides; 3 is invisible (ISO 32000-1 table 106).
  const painted = mode % 4
  return painted === 0 ? fill : painted === 1 ? stroke : painted === 2 && fill && stroke
}

function pathOverprints(operator: string, path: Path, { fill, stroke, lineWidth, scale }: State): boolean {
  const filled = !fills.has(operator) || (fill && path.width * scale <= thin)
  const stroked = !strokes.has(operator) || (stroke && lineWidth * scale <= thin)
  return operator !== 'sh' && filled && stroked
}

/** Applies what an operator says of the state itself. */
function follow(
  state: State,
  { operator, operands }: Operation,
  lineWidthOf: (state: string) => number | undefined,
): void {
  if (fillColour.has(operator)) state.fill = operator === 'k' && isBlack(operands)
  else if (strokeColour.has(operator)) state.stroke = operator === 'K' && isBlack(operands)
  else if (operator === 'Tr') state.mode = Number(operands[0])
  else if (operator === 'w') state.lineWidth = Number(operands[0])
  else if (operator === 'gs') state.lineWidth = lineWidthOf(operands[0]?.slice(1) ?? '') ?? state.lineWidth
  else if (operator === 'cm') {
    const [a, b, c, d] = operands.map(Number) as [number, number, number, number]
    state.scale *= Math.sqrt(Math.abs(a * d - b * c))
  }
}

export interface OverprintOptions {
  /** Points of a unit at the beginning; NaN where it is not known, as in a form: then only type overprints. */
  readonly scale: number
  /** Line width that a graphics state parameter dictionary sets. */
  readonly lineWidthOf?: (state: string) => number | undefined
}

/**
 * Content with changes of the overprint parameters before each operator that needs the other ones; at its beginning and
 * before every form and image nothing overprints. White and tints, and everything that is not black alone, leave out what lies
 * under them.
 */
export function overprintBlack(content: string, { scale, lineWidthOf = () => undefined }: OverprintOptions): string {
  let state: State = { fill: false, stroke: false, mode: 0, lineWidth: 1, scale, overprint: false }
  const stack: State[] = []
  let path: Path | undefined
  const parts: string[] = []
  let kept = 0
  const want = (overprint: boolean, before: number) => {
    if (state.overprint === overprint) return
    state.overprint = overprint
    parts.push(content.slice(kept, before), `/${overprint ? overprints : knocksOut} gs\n`)
    kept = before
  }
  for (const operation of operations(content)) {
    const { operator, operands, start } = operation
    if (operator === 'q') stack.push({ ...state })
    else if (operator === 'Q') state = stack.pop() ?? state
    else if (constructs.has(operator)) {
      path ??= { start, width: 0 }
      const across = operator === 're' ? Math.min(...operands.slice(2).map((side) => Math.abs(Number(side)))) : Infinity
      path.width = Math.max(path.width, across)
    } else if (showsText.has(operator)) want(textOverprints(state), start)
    else if (paintsPath.has(operator)) {
      want(pathOverprints(operator, path ?? { start, width: Infinity }, state), path?.start ?? start)
      path = undefined
    } else if (operator === 'n') path = undefined
    else if (paintsImage.has(operator)) want(false, start)
    else follow(state, operation, lineWidthOf)
  }
  return parts.length === 0 ? content : parts.join('') + content.slice(kept)
}

/** Lets black overprint on every page and in every form, in DeviceCMYK with mode 1: inks that are 0 are not painted (11.7.4). */
export function overprintDocument(document: PDFDocument): void {
  const { context } = document
  const parameters = (on: boolean) =>
    context.register(context.obj({ Type: 'ExtGState', OP: on, op: on, OPM: on ? 1 : 0 }))
  const [on, off] = [parameters(true), parameters(false)]
  for (const page of document.getPages()) if (!page.node.Resources()) dictIn(page.node, 'Resources')
  for (const { kind, resources, content, mask, setContent } of contentStreams(document)) {
    if (mask) continue
    const lineWidthOf = (key: string) => {
      const state: PDFDict | undefined = dictAt(resources, 'ExtGState')
      const named = state && dictAt(state, key)
      return named && numberAt(named, 'LW')
    }
    const changed = overprintBlack(content, { scale: kind === 'page' ? 1 : Number.NaN, lineWidthOf })
    if (changed === content) continue
    const states = dictIn(resources, 'ExtGState')
    states.set(name(overprints), on)
    states.set(name(knocksOut), off)
    setContent(changed)
  }
}

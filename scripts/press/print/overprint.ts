/**
 * In: content in inks. Out: the same content, where black type and thin black rules print over what lies under them instead
 * of leaving it out, so that no paper shows beside them when the plates are not in register.
 */
import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import type { Ink } from '../../model/inks.ts'
import { type Change, changed, operations, paintsImage, paintsPath, showsText } from '../pdf/content-stream.ts'
import { contentStreams, dictAt, dictIn, name, numberAt } from '../pdf/document.ts'
import type { Matrix } from '../pdf/geometry.ts'
import { ContentState, type GraphicsState, initialState } from '../pdf/graphics-state.ts'

const overprints = 'KanbenOverprint'
const knocksOut = 'KanbenKnockout'

/** Points: above this a black rule is an area, and what lies under it would show in its black. */
const thin = 2

const isBlack = (ink: Ink | undefined): boolean =>
  ink?.length === 4 && ink[3] === 1 && ink.slice(0, 3).every((share) => share === 0)

const fills = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const strokes = new Set(['S', 's', 'B', 'B*', 'b', 'b*'])
const constructs = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])

interface Path {
  /** Offset of its first operand: the state cannot change between construction and painting (ISO 32000-1 8.2). */
  readonly start: number
  /** The widest of its rectangles across, in units; infinite where it has other parts. */
  width: number
}

function textOverprints({ mode, fill, stroke }: GraphicsState): boolean {
  // Modes from 4 on clip besides; 3 is invisible (ISO 32000-1 table 106).
  const painted = mode % 4
  return painted === 3 ? false : (painted === 1 || isBlack(fill)) && (painted === 0 || isBlack(stroke))
}

/** @param scale points of a unit. */
function pathOverprints(
  operator: string,
  path: Path,
  { fill, stroke, lineWidth }: GraphicsState,
  scale: number,
): boolean {
  const filled = !fills.has(operator) || (isBlack(fill) && path.width * scale <= thin)
  const stroked = !strokes.has(operator) || (isBlack(stroke) && lineWidth * scale <= thin)
  return operator !== 'sh' && filled && stroked
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
  const matrix: Matrix = [scale, 0, 0, scale, 0, 0]
  const at = new ContentState({ ...initialState, matrix }, (key) => {
    const lineWidth = lineWidthOf(key)
    return lineWidth === undefined ? {} : { lineWidth }
  })
  let path: Path | undefined
  const changes: Change[] = []
  const want = (overprint: boolean, before: number) => {
    if (at.state.overprint === overprint) return
    at.set({ overprint })
    changes.push({ start: before, end: before, text: `/${overprint ? overprints : knocksOut} gs\n` })
  }
  for (const operation of operations(content)) {
    const { operator, operands, start } = operation
    at.follow(operation)
    if (constructs.has(operator)) {
      path ??= { start, width: 0 }
      const across = operator === 're' ? Math.min(...operands.slice(2).map((side) => Math.abs(Number(side)))) : Infinity
      path.width = Math.max(path.width, across)
    } else if (showsText.has(operator)) want(textOverprints(at.state), start)
    else if (paintsPath.has(operator)) {
      want(pathOverprints(operator, path ?? { start, width: Infinity }, at.state, at.scale), path?.start ?? start)
      path = undefined
    } else if (operator === 'n') path = undefined
    else if (paintsImage.has(operator)) want(false, start)
  }
  return changed(content, changes)
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
    const overprinted = overprintBlack(content, { scale: kind === 'page' ? 1 : Number.NaN, lineWidthOf })
    if (overprinted === content) continue
    const states = dictIn(resources, 'ExtGState')
    states.set(name(overprints), on)
    states.set(name(knocksOut), off)
    setContent(overprinted)
  }
}

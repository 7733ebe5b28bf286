/** A text in; its pieces as wide as a face of full squares would set them, and the texts of fitted lines, out. */
import { breakCosts, type Desperation } from '../../../../scripts/press/in-page/lines/break-table.ts'
import { fitLines, type Line, type Measure } from '../../../../scripts/press/in-page/lines/fit.ts'
import { isClosing, isHan, isOpening, isWestern, type Piece } from '../../../../scripts/press/in-page/lines/pieces.ts'

/** px. */
export const em = 10

/** Han and marks are squares, but for a mark trimmed by its neighbour; Latin letters are half an em wide. */
export function piecesOf(text: string, options: { trimmed: boolean } = { trimmed: true }): Piece[] {
  const characters = [...text]
  const mark = (c: string | undefined) => c !== undefined && (isClosing(c) || isOpening(c))
  return characters.map((c, i): Piece => {
    const before = characters[i - 1]
    const after = characters[i + 1]
    const trimmed =
      options.trimmed && ((isClosing(c) && mark(after)) || (isOpening(c) && before !== undefined && isOpening(before)))
    const square = mark(c) || isHan(c) || /[—…～／－]/.test(c)
    const gap = after && ((isHan(c) && isWestern(after)) || (isWestern(c) && isHan(after))) ? 1 / 8 : 0
    const width = trimmed ? 0.5 : square ? 1 : c === ' ' ? 0.25 : 0.5
    return { text: c, advance: (width + gap) * em, em, bound: false, call: false, code: false, halved: false }
  })
}

export const columnOf = (characters: number, more: Partial<Measure> = {}): Measure => ({
  width: characters * em,
  indent: 2 * em,
  halfAtEnd: true,
  compressed: true,
  justified: true,
  ...more,
})

export interface Fitted extends Line {
  readonly text: string
}

export function fitted(text: string, measure: Measure, desperation: Desperation = 0): Fitted[] {
  const pieces = piecesOf(text, { trimmed: measure.compressed })
  const lines = fitLines(pieces, breakCosts(pieces, desperation), measure)
  if (!lines) throw new Error(`no lines for ${text}`)
  const characters = [...text]
  return lines.map((line) => ({ ...line, text: characters.slice(line.start, line.end).join('') }))
}

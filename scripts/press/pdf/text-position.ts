/** The operations of a content stream in order in; where on the page each of them is, out. */
import type { Operation } from './content-stream.ts'
import type { Box } from './document.ts'
import { boxOf, identity, type Matrix, matrixOf, rectangle, times } from './geometry.ts'

/** Of the size of the type: Chinese characters reach this far above and below their baseline. */
const ascent = 0.88
const descent = 0.12

/** Follows the matrices of the graphics state and of text. */
export class Place {
  private ctm: Matrix = identity
  private readonly saved: Matrix[] = []
  private line: Matrix = identity
  private size = 0

  /** To be called with every operation. */
  follow({ operator, operands }: Operation): void {
    switch (operator) {
      case 'q':
        this.saved.push(this.ctm)
        break
      case 'Q':
        this.ctm = this.saved.pop() ?? this.ctm
        break
      case 'cm':
        this.ctm = times(matrixOf(operands), this.ctm)
        break
      case 'BT':
        this.line = identity
        break
      case 'Tf':
        this.size = Number(operands.at(-1))
        break
      case 'Tm':
        this.line = matrixOf(operands)
        break
      case 'Td':
      case 'TD':
        this.line = times([1, 0, 0, 1, Number(operands[0]), Number(operands[1])], this.line)
        break
    }
  }

  /** Height of the line of text, undefined where it is not horizontal. */
  baseline(): number | undefined {
    const [, b, , , , f] = times(this.line, this.ctm)
    return b === 0 ? f : undefined
  }

  /** Of the character that is shown now: an em wide, since its advance is not looked up. */
  glyph(): Box {
    const corners = [0, -descent * this.size, this.size, ascent * this.size]
    return boxOf(times(this.line, this.ctm), corners)
  }

  /** Of an image that is painted now: the unit square. */
  image(): Box {
    return boxOf(this.ctm, [0, 0, 1, 0, 0, 1, 1, 1])
  }

  /** Of the points that a path operator names. */
  path({ operator, operands }: Operation): Box {
    const coordinates = operands.map(Number)
    return boxOf(this.ctm, operator === 're' ? rectangle(coordinates) : coordinates)
  }
}

/** Operators that name points of a path (ISO 32000-1 table 59). */
export const buildsPath: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 're'])

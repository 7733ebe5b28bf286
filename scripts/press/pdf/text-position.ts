/** The operations of a content stream in order in; where on the page each of them is, out. */
import type { Operation } from './content-stream.ts'
import type { Box } from './document.ts'
import { boxOf, rectangle, times } from './geometry.ts'
import { ContentState } from './graphics-state.ts'

/** Of the size of the type: Chinese characters reach this far above and below their baseline. */
const ascent = 0.88
const descent = 0.12

/** Measures what is shown and painted by the matrices of graphics and text. */
export class Place extends ContentState {
  /** Height of the line of text, undefined where it is not horizontal. */
  baseline(): number | undefined {
    const [, b, , , , f] = times(this.line, this.state.matrix)
    return b === 0 ? f : undefined
  }

  /** Of the character that is shown now: an em wide, since its advance is not looked up. */
  glyph(): Box {
    const { size, matrix } = this.state
    return boxOf(times(this.line, matrix), [0, -descent * size, size, ascent * size])
  }

  /** Of an image that is painted now: the unit square. */
  image(): Box {
    return boxOf(this.state.matrix, [0, 0, 1, 0, 0, 1, 1, 1])
  }

  /** Of the points that a path operator names. */
  path({ operator, operands }: Operation): Box {
    const coordinates = operands.map(Number)
    return boxOf(this.state.matrix, operator === 're' ? rectangle(coordinates) : coordinates)
  }
}

/** Operators that name points of a path (ISO 32000-1 table 59). */
export const buildsPath: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 're'])

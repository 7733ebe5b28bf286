/** What a reader may ask of content while it is interpreted (`interpreter.ts`). */
import type { Space } from './colour.ts'
import type { Operand } from './content.ts'
import type { GraphicsState, TextState } from './graphics-state.ts'
import type { Matrix } from './matrix.ts'
import type { Path } from './path.ts'
import type { PdfDict, PdfStream } from './syntax.ts'

/** The content that is being read: what it says now changes as the reading goes on. */
export interface Content {
  readonly resources: PdfDict
  readonly state: GraphicsState
  readonly type: TextState
  /** Where the line of text begins, and where the next glyph stands (9.4.1), before the matrix of the graphics. */
  readonly line: Matrix
  readonly matrix: Matrix
  /** Reads the cell of a tiling pattern (8.7.3) as it is painted here. */
  readonly cell: (pattern: PdfStream) => void
}

export type Painting = 'fill' | 'stroke'

/** What is not asked for is not worked out. */
export interface Visitor {
  /** Once for every operator that shows text, before its strings. */
  readonly text?: (at: Content) => void
  /** Each string, one character per byte. Gives the text matrix behind it. */
  readonly string?: (bytes: string, at: Content) => Matrix
  /** A path, filled or stroked or both; neither where it only ends or clips. Who does not ask for paths sees no clipping. */
  readonly path?: (kinds: readonly Painting[], path: Path, at: Content) => void
  readonly shading?: (shading: PdfDict, at: Content) => void
  /** An inline image has no data here: its ink cannot be told. */
  readonly image?: (image: PdfStream, inline: boolean, at: Content) => void
  /** A form, which is read by `read` or not at all; without this it is read. */
  readonly form?: (form: PdfStream, read: () => void, at: Content) => void
  /** BDC, BMC and EMC. */
  readonly marked?: (operator: string, operands: readonly Operand[], at: Content) => void
  /** A colour space that is set. */
  readonly space?: (space: Space) => void
  /** An unknown operator, a name without resource, `q` without `Q`. */
  readonly problem?: (what: string) => void
  /** The text of a stream where it is not to be decoded straight away. */
  readonly textOf?: (stream: PdfStream) => string
}

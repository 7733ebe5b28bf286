/** In: a page, a form or a pattern. Out: everything that it paints, and what in its content no reader can follow. */
import type { Space } from '../../pdf/colour.ts'
import { spaceOf } from '../../pdf/colour.ts'
import { readAlone, readPageContent } from '../../pdf/interpreter.ts'
import { isEmpty, at as placed, times } from '../../pdf/matrix.ts'
import type { Box, PdfObjects } from '../../pdf/objects.ts'
import type { Path } from '../../pdf/path.ts'
import { byteText, decoded, type PdfDict, PdfStream } from '../../pdf/syntax.ts'
import type { Content, Painting, Visitor } from '../../pdf/visitor.ts'
import { PaintList } from './paint.ts'

export class ContentReader implements Visitor {
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

  page(page: PdfDict, media: Box): void {
    readPageContent(this.objects, page, media, this)
  }

  /** A form or pattern that no page paints but whose colours are in the file. */
  alone(stream: PdfStream): void {
    readAlone(this.objects, stream, this)
  }

  textOf(stream: PdfStream): string {
    this.seen.add(stream)
    try {
      return byteText(decoded(stream, this.objects.resolve))
    } catch (error) {
      this.problem(error instanceof Error ? error.message : String(error))
      return ''
    }
  }

  problem(what: string): void {
    this.problems.add(what)
  }

  space(space: Space): void {
    this.spaces.add(space)
  }

  text(content: Content): void {
    const { state, type, line } = content
    const matrix = times(line, state.ctm)
    const em = Math.abs(type.size) * Math.hypot(matrix[2], matrix[3])
    if (this.list.isListed(state, type.mode, em)) return
    const [x, y] = placed(matrix, 0, 0)
    this.list.text(x, y, em, content)
    this.tiles('fill', [x, y, x, y], content)
  }

  path(kinds: readonly Painting[], path: Path, content: Content): void {
    const { state, resources } = content
    const { box } = path
    if (isEmpty(box)) return
    for (const kind of kinds) {
      if (kind === 'stroke') this.list.shape(kind, true, state, box, resources)
      else
        for (const part of path.parts) this.list.shape(kind, false, state, part.box, resources, { weight: part.weight })
      this.tiles(kind, box, content)
    }
  }

  shading(shading: PdfDict, { state, resources }: Content): void {
    this.list.shading(shading, state, false, state.clip, resources)
  }

  image(image: PdfStream, inline: boolean, { state, resources }: Content): void {
    const space = inline ? image.dict.get('ColorSpace') : undefined
    if (space !== undefined) this.spaces.add(spaceOf(this.objects, space, resources))
    this.list.image(image, state, resources)
  }

  /** The cell of a tiling pattern in whose colour something is painted. */
  private tiles(kind: Painting, box: Box, content: Content): void {
    const { pattern } = content.state[kind]
    if (pattern instanceof PdfStream) this.list.inside(content.state, box, () => content.cell(pattern))
  }
}

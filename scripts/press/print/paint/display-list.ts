/** In: a document in inks. Out: everything that its pages paint, with its ink and extent as they come out on the sheet. */
import { PDFDict, type PDFDocument, type PDFObject, PDFStream } from '@cantoo/pdf-lib'
import type { Ink } from '../../../model/inks.ts'
import { operations, showsText } from '../../pdf/content-stream.ts'
import {
  arrayAt,
  type Box,
  dictAt,
  name,
  nameAt,
  numberAt,
  numbers,
  pageContent,
  streamText,
} from '../../pdf/document.ts'
import { boxOf, common, grown, identity, type Matrix, rectangle, times, union } from '../../pdf/geometry.ts'
import { ContentState, type GraphicsState, initialState } from '../../pdf/graphics-state.ts'
import type { Extent, PageObject } from './page-objects.ts'
import { blends } from './transparency.ts'

const black: Ink = [0, 0, 0, 1]

const matrixAt = (dict: PDFDict): Matrix => {
  const array = arrayAt(dict, 'Matrix')
  return array ? (numbers(array) as unknown as Matrix) : identity
}

const fills = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const strokes = new Set(['S', 's', 'B', 'B*', 'b', 'b*'])
const closes = new Set(['s', 'b', 'b*'])

const continuesRun = new Set(['Td', 'TD', 'BDC', 'BMC', 'EMC'])
/** Height of letters, and much of a Han character, above the baseline; shares of the em. */
const capHeight = 0.7

/** Deeper than any browser nests forms: a form that draws itself ends here. */
const deepest = 20

interface Sheet {
  readonly page: number
  readonly depth: number
}

function* paint(content: string, resources: PDFDict, start: GraphicsState, sheet: Sheet): Generator<PageObject> {
  const extended = (key: string): Partial<GraphicsState> => {
    const found = object('ExtGState', key)
    if (!(found instanceof PDFDict)) return {}
    const lineWidth = numberAt(found, 'LW')
    return { ...(lineWidth !== undefined && { lineWidth }), opaque: start.opaque && !blends(found) }
  }
  const at = new ContentState(start, extended)
  // Text since the last matrix, on the sheet.
  let run: Box | undefined
  let subpaths: number[][] = []
  let clips = false
  const object = (kind: string, key: string | undefined): PDFObject | undefined =>
    key === undefined ? undefined : dictAt(resources, kind)?.lookup(name(key))
  const extent = (box: Box): Extent => ({ page: sheet.page, box: common(box, at.state.clip) })

  function* path(operator: string): Generator<PageObject> {
    for (const points of subpaths) {
      const box = boxOf(at.state.matrix, points)
      if (fills.has(operator)) yield { kind: 'fill', ink: at.state.fill, ...extent(box) }
      if (!strokes.has(operator)) continue
      const width = at.state.lineWidth * at.scale
      const ends = closes.has(operator) ? [...points, points[0]!, points[1]!] : points
      for (let i = 0; i + 3 < ends.length; i += 2) {
        const segment = grown(boxOf(at.state.matrix, ends.slice(i, i + 4)), width / 2)
        yield { kind: 'stroke', ink: at.state.stroke, ...extent(segment) }
      }
    }
  }

  function* inside(stream: PDFStream, matrix: Matrix, opaque: boolean): Generator<PageObject> {
    if (sheet.depth >= deepest) return
    const { dict } = stream
    const own = dictAt(dict, 'Resources') ?? resources
    const bounds = arrayAt(dict, 'BBox')
    const [x0, y0, x1, y1] = bounds ? numbers(bounds) : []
    const outline = bounds ? boxOf(matrix, [x0!, y0!, x1!, y0!, x1!, y1!, x0!, y1!]) : at.state.clip
    const begin = { ...at.state, matrix, clip: common(outline, at.state.clip), opaque: at.state.opaque && opaque }
    yield* paint(streamText(stream), own, begin, { ...sheet, depth: sheet.depth + 1 })
  }

  const shows = (operands: readonly string[]) => {
    const { size, matrix } = at.state
    const glyphs = operands.join('').replace(/[^\da-f]/gi, '').length / 4
    const box = boxOf(times(at.line, matrix), rectangle([0, 0, Math.max(1, glyphs) * size, size * capHeight]))
    run = run ? union(run, box) : box
  }

  function* endRun(): Generator<PageObject> {
    const box = run!
    run = undefined
    const { mode, fill } = at.state
    // Modes 3 and 7 show nothing.
    if (mode % 4 !== 3) yield { kind: 'text', ink: fill, ...extent(box) }
  }

  function* draws(key: string | undefined): Generator<PageObject> {
    const found = object('XObject', key?.slice(1))
    if (!(found instanceof PDFStream)) return
    const { dict } = found
    if (nameAt(dict, 'Subtype') === 'Form') {
      if (dictAt(dict, 'Group')) yield { kind: 'group', group: dict, ...extent(at.state.clip) }
      yield* inside(found, times(matrixAt(dict), at.state.matrix), true)
    } else if (nameAt(dict, 'Subtype') === 'Image') {
      const box = boxOf(at.state.matrix, rectangle([0, 0, 1, 1]))
      yield { kind: 'picture', picture: dict, opaque: at.state.opaque, ...extent(box) }
    }
  }

  /** A tiling pattern paints its pictures. */
  function* tiles(key: string | undefined): Generator<PageObject> {
    const pattern = key?.startsWith('/') ? object('Pattern', key.slice(1)) : undefined
    if (!(pattern instanceof PDFStream)) return
    for (const mark of inside(pattern, times(matrixAt(pattern.dict), start.matrix), false)) {
      if (mark.kind !== 'picture') continue
      const { clip } = start
      yield { ...mark, box: clip }
    }
  }

  for (const operation of operations(content)) {
    const { operator, operands } = operation
    if (showsText.has(operator)) {
      shows(operands)
      continue
    }
    if (run && !continuesRun.has(operator)) yield* endRun()
    at.follow(operation)
    if (fills.has(operator) || strokes.has(operator) || operator === 'n') {
      yield* path(operator)
      if (clips && subpaths.length > 0) at.set({ clip: common(boxOf(at.state.matrix, subpaths.flat()), at.state.clip) })
      clips = false
      subpaths = []
      continue
    }
    switch (operator) {
      case 'scn':
        yield* tiles(operands.at(-1))
        break
      case 'm':
        subpaths.push([Number(operands[0]), Number(operands[1])])
        break
      case 'l':
      case 'c':
      case 'v':
      case 'y':
        subpaths.at(-1)?.push(...operands.map(Number))
        break
      case 'h':
        subpaths.at(-1)?.push(...subpaths.at(-1)!.slice(0, 2))
        break
      case 're':
        subpaths.push(rectangle(operands.map(Number)).concat([Number(operands[0]), Number(operands[1])]))
        break
      case 'W':
      case 'W*':
        clips = true
        break
      case 'sh':
        yield { kind: 'fill', ink: undefined, ...extent(at.state.clip) }
        break
      case 'Do':
        yield* draws(operands[0])
        break
    }
  }
}

/** Every mark of every page in the order of painting; what clipping hides wholly has an empty box. */
export function* displayList(document: PDFDocument): Generator<PageObject> {
  for (const [i, page] of document.getPages().entries()) {
    const { x, y, width, height } = page.getMediaBox()
    const start = { ...initialState, clip: [x, y, x + width, y + height] as const, fill: black, stroke: black }
    const resources = page.node.Resources() ?? document.context.obj({})
    yield* paint(pageContent(page), resources, start, { page: i + 1, depth: 0 })
  }
}

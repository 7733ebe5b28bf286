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
import { boxOf, common, grown, identity, type Matrix, matrixOf, rectangle, times } from '../../pdf/geometry.ts'
import type { Extent, PageObject } from './page-objects.ts'
import { blends } from './transparency.ts'

interface State {
  readonly matrix: Matrix
  readonly clip: Box
  readonly fill: Ink | undefined
  readonly stroke: Ink | undefined
  readonly lineWidth: number
  readonly opaque: boolean
  readonly em: number
  readonly visible: boolean
}

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

function* paint(content: string, resources: PDFDict, start: State, sheet: Sheet): Generator<PageObject> {
  const saved: State[] = []
  let state = start
  let line: Matrix = identity
  // Text since the last matrix, and where the next of it stands, in text space.
  let run: Box | undefined
  let [x, y] = [0, 0]
  let subpaths: number[][] = []
  let clips = false
  const object = (kind: string, key: string | undefined): PDFObject | undefined =>
    key === undefined ? undefined : dictAt(resources, kind)?.lookup(name(key.slice(1)))
  const extent = (box: Box): Extent => ({ page: sheet.page, box: common(box, state.clip) })
  const scale = () => Math.sqrt(Math.abs(state.matrix[0] * state.matrix[3] - state.matrix[1] * state.matrix[2]))

  function* path(operator: string): Generator<PageObject> {
    for (const points of subpaths) {
      const box = boxOf(state.matrix, points)
      if (fills.has(operator)) yield { kind: 'fill', ink: state.fill, ...extent(box) }
      if (!strokes.has(operator)) continue
      const width = state.lineWidth * scale()
      const ends = closes.has(operator) ? [...points, points[0]!, points[1]!] : points
      for (let i = 0; i + 3 < ends.length; i += 2) {
        const segment = grown(boxOf(state.matrix, ends.slice(i, i + 4)), width / 2)
        yield { kind: 'stroke', ink: state.stroke, ...extent(segment) }
      }
    }
  }

  function* inside(stream: PDFStream, matrix: Matrix, opaque: boolean): Generator<PageObject> {
    if (sheet.depth >= deepest) return
    const { dict } = stream
    const own = dictAt(dict, 'Resources') ?? resources
    const bounds = arrayAt(dict, 'BBox')
    const [x0, y0, x1, y1] = bounds ? numbers(bounds) : []
    const outline = bounds ? boxOf(matrix, [x0!, y0!, x1!, y0!, x1!, y1!, x0!, y1!]) : state.clip
    const begin = { ...state, matrix, clip: common(outline, state.clip), opaque: state.opaque && opaque }
    yield* paint(streamText(stream), own, begin, { ...sheet, depth: sheet.depth + 1 })
  }

  const shows = (operands: readonly string[]) => {
    const glyphs = operands.join('').replace(/[^\da-f]/gi, '').length / 4
    const [x1, y1] = [x + Math.max(1, glyphs) * state.em, y + state.em * capHeight]
    run ??= [x, y, x, y]
    run = [Math.min(run[0], x), Math.min(run[1], y), Math.max(run[2], x1), Math.max(run[3], y1)]
  }

  function* endRun(): Generator<PageObject> {
    const [x0, y0, x1, y1] = run!
    run = undefined
    if (!state.visible) return
    const matrix = times(line, state.matrix)
    const box = boxOf(matrix, rectangle([x0, y0, x1 - x0, y1 - y0]))
    yield { kind: 'text', ink: state.fill, ...extent(box) }
  }

  function* draws(key: string | undefined): Generator<PageObject> {
    const found = object('XObject', key)
    if (!(found instanceof PDFStream)) return
    const { dict } = found
    if (nameAt(dict, 'Subtype') === 'Form') {
      if (dictAt(dict, 'Group')) yield { kind: 'group', group: dict, ...extent(state.clip) }
      yield* inside(found, times(matrixAt(dict), state.matrix), true)
    } else if (nameAt(dict, 'Subtype') === 'Image') {
      const box = boxOf(state.matrix, rectangle([0, 0, 1, 1]))
      yield { kind: 'picture', picture: dict, opaque: state.opaque, ...extent(box) }
    }
  }

  /** A tiling pattern paints its pictures. */
  function* tiles(key: string | undefined): Generator<PageObject> {
    const pattern = key?.startsWith('/') ? object('Pattern', key) : undefined
    if (!(pattern instanceof PDFStream)) return
    for (const mark of inside(pattern, times(matrixAt(pattern.dict), start.matrix), false)) {
      if (mark.kind !== 'picture') continue
      const { clip } = start
      yield { ...mark, box: clip }
    }
  }

  for (const { operator, operands } of operations(content)) {
    if (showsText.has(operator)) {
      shows(operands)
      continue
    }
    if (run && !continuesRun.has(operator)) yield* endRun()
    if (fills.has(operator) || strokes.has(operator) || operator === 'n') {
      yield* path(operator)
      if (clips && subpaths.length > 0)
        state = { ...state, clip: common(boxOf(state.matrix, subpaths.flat()), state.clip) }
      clips = false
      subpaths = []
      continue
    }
    switch (operator) {
      case 'q':
        saved.push(state)
        break
      case 'Q':
        state = saved.pop() ?? state
        break
      case 'cm':
        state = { ...state, matrix: times(matrixOf(operands), state.matrix) }
        break
      case 'w':
        state = { ...state, lineWidth: Number(operands[0]) }
        break
      case 'gs': {
        const found = object('ExtGState', operands[0])
        if (!(found instanceof PDFDict)) break
        const lineWidth = numberAt(found, 'LW') ?? state.lineWidth
        state = { ...state, lineWidth, opaque: start.opaque && !blends(found) }
        break
      }
      case 'k':
        state = { ...state, fill: operands.map(Number) as unknown as Ink }
        break
      case 'K':
        state = { ...state, stroke: operands.map(Number) as unknown as Ink }
        break
      case 'cs':
      case 'rg':
        state = { ...state, fill: undefined }
        break
      case 'CS':
      case 'RG':
      case 'SCN':
        state = { ...state, stroke: undefined }
        break
      case 'scn':
        state = { ...state, fill: undefined }
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
        yield { kind: 'fill', ink: undefined, ...extent(state.clip) }
        break
      case 'Tf':
        state = { ...state, em: Number(operands[1]) }
        break
      case 'Tr':
        state = { ...state, visible: Number(operands[0]) !== 3 && Number(operands[0]) !== 7 }
        break
      case 'BT':
      case 'Tm':
        line = operator === 'Tm' ? matrixOf(operands) : identity
        x = 0
        y = 0
        break
      case 'Td':
      case 'TD':
        x += Number(operands[0])
        y += Number(operands[1])
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
    const start: State = {
      matrix: identity,
      clip: [x, y, x + width, y + height],
      fill: black,
      stroke: black,
      lineWidth: 1,
      opaque: true,
      em: 0,
      visible: true,
    }
    const resources = page.node.Resources() ?? document.context.obj({})
    yield* paint(pageContent(page), resources, start, { page: i + 1, depth: 0 })
  }
}

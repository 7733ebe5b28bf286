import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument, type PDFRawStream } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Issue } from '../../../scripts/model/issue.ts'
import { heiOutlines } from '../../../scripts/press/fonts/outlines.ts'
import { type Operation, operations } from '../../../scripts/press/pdf/content-stream.ts'
import {
  type Box,
  contentStreams,
  dictAt,
  name,
  openPdf,
  pageContent,
  streamText,
} from '../../../scripts/press/pdf/document.ts'
import { finishPrint } from '../../../scripts/press/print/finish-print.ts'
import { pressMarks } from '../../../scripts/press/print/press-marks.ts'
import { sheetOf } from '../../../scripts/press/print/sheet.ts'
import { SlugLine } from '../../../scripts/press/print/slug-line.ts'
import { itWith } from '../../support/witness.ts'
import { mm, run } from '../screen/finish-reading.ts'
import { layoutBleed, pages, sampleIssue } from './finish-sample.ts'
import { inkIn, type Plate, plateNames, plates, printBodies } from './press-plates.ts'

const trims = [
  [210, 285],
  [185, 260],
  [90, 120],
] as const

type Point = readonly [number, number]
/** Left, top, width, height in millimetres from the top left of the sheet. */
type Area = readonly [number, number, number, number]

/** The corners of everything that is painted, with the operator that paints it; matrices of scale and displacement only. */
function painted(content: string): { operator: string; points: Point[]; ink: string }[] {
  let state = { scale: 1, x: 0, y: 0, ink: '' }
  const stack: (typeof state)[] = []
  const shapes: { operator: string; points: Point[]; ink: string }[] = []
  let path: Point[] = []
  const put = (x: number, y: number) => path.push([state.x + x * state.scale, state.y + y * state.scale])
  const apply = ({ operator, operands }: Operation) => {
    const n = operands.map(Number)
    if (operator === 'q') stack.push({ ...state })
    else if (operator === 'Q') state = stack.pop()!
    else if (operator === 'cm')
      state = {
        ...state,
        scale: state.scale * n[0]!,
        x: state.x + n[4]! * state.scale,
        y: state.y + n[5]! * state.scale,
      }
    else if (operator === 'k') state.ink = operands.join(' ')
    else if (operator === 'scn' || operator === 'SCN') state.ink = 'all'
    else if (operator === 're')
      for (const [x, y] of [
        [n[0]!, n[1]!],
        [n[0]! + n[2]!, n[1]! + n[3]!],
      ] as Point[])
        put(x, y)
    else if ('mlc'.includes(operator)) for (let i = 0; i < n.length; i += 2) put(n[i]!, n[i + 1]!)
    else if ('fSs'.includes(operator)) {
      shapes.push({ operator, points: path, ink: state.ink })
      path = []
    }
  }
  for (const operation of operations(content)) apply(operation)
  return shapes
}

const within = ([x, y]: Point, [left, bottom, right, top]: Box): boolean =>
  x > left && x < right && y > bottom && y < top

describe.each(trims.map(([width, height]) => ({ width, height })))('on a sheet of $width × $height mm', (trim) => {
  const sheet = sheetOf(trim, 3)
  const issue = sampleIssue(trim.width, trim.height)
  const lines = async (changed: Issue = issue): Promise<string> => {
    const document = await PDFDocument.create()
    const outlines = await heiOutlines()
    const facts = { number: 188, count: 200, folio: '187' }
    return new SlugLine(document, outlines, changed, sheet, [facts]).shared
  }

  it('draws marks, bar and slug line outside of the bleed and on the sheet', async () => {
    const shapes = painted(pressMarks(sheet) + (await lines()))
    expect(shapes.length).toBeGreaterThan(80)
    const clear = mm(0.4)
    const [left, bottom, right, top] = sheet.bleed
    const kept: Box = [left - clear, bottom - clear, right + clear, top + clear]
    for (const { points } of shapes) {
      for (const point of points) {
        expect(within(point, kept)).toBe(false)
        expect(within(point, sheet.media)).toBe(true)
      }
    }
  })

  it('draws eight crop marks in line with the trim and a registration mark in the middle of each side, in all inks', () => {
    const strokes = painted(pressMarks(sheet)).filter(({ operator }) => operator === 'S' || operator === 's')
    expect(new Set(strokes.map(({ ink }) => ink))).toEqual(new Set(['all']))
    const [left, bottom, right, top] = sheet.trim
    const near = (a: number, b: number) => Math.abs(a - b) < 0.001
    const straight = strokes.filter(({ operator }) => operator === 'S').map(({ points }) => points as [Point, Point])
    const crops = straight.filter(
      ([[x0, y0], [x1, y1]]) =>
        (near(x0, x1) && [left, right].some((edge) => near(edge, x0))) ||
        (near(y0, y1) && [bottom, top].some((edge) => near(edge, y0))),
    )
    expect(crops).toHaveLength(8)
    expect(straight).toHaveLength(8 + 8)
    const centres = strokes
      .filter(({ operator }) => operator === 's')
      .map(({ points }) =>
        [0, 1].map((axis) => (Math.min(...points.map((p) => p[axis]!)) + Math.max(...points.map((p) => p[axis]!))) / 2),
      )
    const [x, y] = [(left + right) / 2, (bottom + top) / 2]
    expect(centres).toHaveLength(4)
    expect(centres.filter(([cx]) => near(cx!, x))).toHaveLength(2)
    expect(centres.filter(([, cy]) => near(cy!, y))).toHaveLength(2)
  })

  it('has a bar of solids, overprints, half tints and steps of black, none of them over another', () => {
    const patches = painted(pressMarks(sheet)).filter(({ operator }) => operator === 'f')
    const inks = patches.map(({ ink }) => ink)
    for (const solid of ['1 0 0 0', '0 1 0 0', '0 0 1 0', '0 0 0 1', '0 1 1 0', '1 0 1 0', '1 1 0 0'])
      expect(inks).toContain(solid)
    for (const half of ['0.5 0 0 0', '0 0.5 0 0', '0 0 0.5 0', '0 0 0 0.5']) expect(inks).toContain(half)
    const sides = patches.map(({ points }) => points.map(([x]) => x) as [number, number]).sort((a, b) => a[0] - b[0])
    for (const [i, [from]] of sides.slice(1).entries()) expect(from).toBeGreaterThan(sides[i]![1] - 0.001)
  })

  it('makes the slug line smaller for a long name, and never longer than its half of the sheet', async () => {
    const long = { ...issue, journal: { ...issue.journal, name: '一份名字很长很长的学会的机关刊物的名字'.repeat(3) } }
    const middle = (sheet.trim[0] + sheet.trim[2]) / 2
    const shapes = painted(await lines(long))
    const left = shapes.flatMap(({ points }) => points).filter(([x]) => x < middle)
    expect(Math.max(...left.map(([x]) => x))).toBeLessThan(middle - mm(2.5))
    for (const point of shapes.flatMap(({ points }) => points)) expect(within(point, sheet.media)).toBe(true)
  })
})

describe('a finished sheet', () => {
  let folder: string
  let bytes: Uint8Array
  const [width, height] = [150, 200]
  const issue = sampleIssue(width, height)
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kanben-marks-'))
    const ground = '<div class="full" style="background:#ff0000"></div>'
    const raw = await printBodies([ground, '<div class="in">正文</div>', ground, ground], [width, height])
    const inks = [{ rgb: '#ff0000', ink: [0, 1, 0, 0] as const }]
    bytes = (await finishPrint(raw, issue, { layoutBleed, inks, pages })).bytes
    await writeFile(path.join(folder, 'p.pdf'), bytes)
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const sum = (plate: Plate, ...area: Area) => inkIn(plate, ...area).reduce((a, b) => a + b, 0)

  it('shares its marks with every other sheet, and has only its own page number for itself', async () => {
    const document = await openPdf(bytes)
    const formsOf = document.getPages().map((page) => dictAt(page.node.Resources()!, 'XObject')!)
    expect(new Set(formsOf.map((forms) => dictAt(forms, 'KanbenMarks'))).size).toBe(1)
    expect([...contentStreams(document)].filter(({ content }) => content.includes('/KanbenAll CS'))).toHaveLength(1)
    const contents = document.getPages().map(pageContent)
    expect(new Set(contents.map((content) => content.slice(0, content.indexOf(' re W n')))).size).toBe(4)
    for (const content of contents) expect(content.indexOf('KanbenMarks')).toBeLessThan(content.indexOf(' re W n'))
    // Folio and page of the second: 第 1 页 · 2/4.
    const shown = [...operations(contents[1]!)]
      .filter(({ operator }) => operator === 'Do')
      .map(({ operands }) => operands[0])
    const text = shown.slice(1).map((key) => String.fromCodePoint(Number.parseInt(key!.slice('/Kanben'.length), 16)))
    expect(text.join('')).toBe('第1页·2/4')
    for (const key of shown) {
      expect(streamText(formsOf[1]!.lookup(name(key!.slice(1))) as PDFRawStream)).not.toMatch(/\b(?:BT|Tj|TJ|Tf)\b/)
    }
  })

  itWith('gs')('registers on all four plates, and names each plate in its own ink', async () => {
    const found = await plates(folder, 'p.pdf', 2)
    const marks: readonly Area[] = [
      [13 + width / 2 - 3, 1.5, 6, 7],
      [13 + width / 2 - 3, 13 + height + 3 + 1.5, 6, 7],
      [1.5, 13 + height / 2 - 3, 7, 6],
      [13 + width + 3 + 1.5, 13 + height / 2 - 3, 7, 6],
    ]
    for (const mark of marks) {
      const inks = plateNames.map((plate) => sum(found[plate], ...mark))
      for (const ink of inks) expect(ink).toBeGreaterThan(2000)
      expect(new Set(inks).size).toBe(1)
    }
    // The slug line is on every plate; only its four letters differ.
    const line = plateNames.map((plate) => sum(found[plate], 14, 13 + height + 5, width - 2, 6))
    expect(new Set(line).size).toBeGreaterThan(1)
    const left = plateNames.map((plate) => sum(found[plate], 14, 13 + height + 5, width / 2 - 10, 6))
    expect(new Set(left).size).toBe(1)
    expect(left[0]).toBeGreaterThan(2000)
  })

  itWith('gs')('is filled to the edge of the bleed on every side, and has paper between bleed and marks', async () => {
    const found = await plates(folder, 'p.pdf', 1)
    const [w, h] = [width + 26, height + 26]
    // A pixel is a quarter of a millimetre: 0.3 from the edge is the outermost one that the edge does not cut.
    const edges: readonly Area[] = [
      [10.3, 20, 0.3, h - 40],
      [w - 10.6, 20, 0.3, h - 40],
      [20, 10.3, w - 40, 0.3],
      [20, h - 10.6, w - 40, 0.3],
    ]
    for (const edge of edges) expect(Math.min(...inkIn(found.Magenta, ...edge))).toBe(255)
    const clear: readonly Area[] = [
      [9.65, 9.65, 0.25, h - 19.3],
      [w - 9.9, 9.65, 0.25, h - 19.3],
      [9.65, 9.65, w - 19.3, 0.25],
      [9.65, h - 9.9, w - 19.3, 0.25],
    ]
    for (const gap of clear) for (const plate of Object.values(found)) expect(sum(plate, ...gap)).toBe(0)
  })

  itWith('pdftoppm')('reaches the edge of the bleed in a picture of high resolution too', async () => {
    run(
      folder,
      'pdftoppm',
      '-r',
      '600',
      '-f',
      '1',
      '-l',
      '1',
      '-png',
      '-x',
      '0',
      '-y',
      '2400',
      '-W',
      '4200',
      '-H',
      '1',
      'p.pdf',
      'edge',
    )
    const { data, info } = await sharp(path.join(folder, 'edge-1.png'))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const coloured = Array.from({ length: info.width }, (_, i) => data[i * info.channels + 1]! < 128)
    const [first, last] = [coloured.indexOf(true), coloured.lastIndexOf(true)]
    const millimetres = (column: number) => (column / 600) * 25.4
    expect(Math.abs(millimetres(first) - 10)).toBeLessThan(0.06)
    expect(Math.abs(millimetres(last + 1) - (width + 16))).toBeLessThan(0.06)
    expect(coloured.slice(first, last + 1)).not.toContain(false)
  })

  itWith('pdftotext')('adds no text to the page', () => {
    const read = (...area: string[]) =>
      run(folder, 'pdftotext', '-f', '2', '-l', '2', ...area, 'p.pdf', '-')
        .stdout.toString()
        .trim()
    expect(read()).toBe('正文')
    expect(read('-x', '0', '-y', String(Math.floor(mm(height + 16))), '-W', '600', '-H', '60')).toBe('')
  })
})

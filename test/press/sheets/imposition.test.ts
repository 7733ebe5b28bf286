import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFBool, type PDFDict, PDFName, type PDFStream } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { creepOf, signatures, spreads } from '../../../scripts/model/binding.ts'
import type { Issue } from '../../../scripts/model/issue.ts'
import { launchBrowser } from '../../../scripts/press/browser/browser.ts'
import { operations } from '../../../scripts/press/pdf/content-stream.ts'
import {
  arrayAt,
  dictAt,
  dropUnreachable,
  numberAt,
  numbers,
  openPdf,
  pageContent,
  streamText,
} from '../../../scripts/press/pdf/document.ts'
import { impose } from '../../../scripts/press/sheets/imposition.ts'
import { itWith } from '../../support/witness.ts'
import { boxes, everyPage, expectBox, latin1, mm, open, origins, run, texts } from '../screen/finish-reading.ts'
import { boundIssue, finishedPrint, numberedRaw, pageText } from './sheet-sample.ts'

const count = 16
const [width, height, bleed, edge] = [mm(210), mm(285), mm(3), mm(13)]
const middle = width + edge
const saddle = boundIssue({ paper: { text: { name: '', leaf: 0.12 }, cover: { name: '', leaf: 0.3 } } })
const perfect = boundIssue(
  { binding: 'perfect', paper: { text: { name: '', leaf: 0.12 }, cover: { name: '' } } },
  { signature: 8 },
)

let folder: string
let print: Uint8Array
let x1a: Uint8Array
let short: Uint8Array
let imposed: Uint8Array
let glued: Uint8Array

async function imposedBytes(from: Uint8Array, issue: Issue, creep = true): Promise<Uint8Array> {
  const { bytes, diagnostics } = await impose(from, issue, { file: 'print.pdf', creep })
  expect(diagnostics).toEqual([])
  return bytes!
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kanben-imposition-'))
  const browser = await launchBrowser()
  try {
    const raw = await numberedRaw(browser, saddle, count)
    print = await finishedPrint(raw, saddle)
    x1a = await finishedPrint(raw, boundIssue({ standard: 'x-1a' }))
    short = await finishedPrint(await numberedRaw(browser, saddle, 6), saddle)
  } finally {
    await browser.close()
  }
  imposed = await imposedBytes(print, saddle)
  glued = await imposedBytes(print, perfect)
  await writeFile(path.join(folder, 'saddle.pdf'), imposed)
  await writeFile(path.join(folder, 'perfect.pdf'), glued)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Where the first text of a page stands inside its trim, in the print edition. */
async function insetOf(page: number): Promise<readonly [number, number]> {
  const pages = await everyPage(await open(print))
  const [x, y] = (await origins(pages[page - 1]!)).get(pageText(page))!
  return [x - edge, y - edge]
}

/** What the content of a sheet draws itself, outside of its forms: lines by their ends, and rectangles. */
async function marksOf(bytes: Uint8Array, sheet: number) {
  const page = (await openPdf(bytes)).getPages()[sheet]!
  const lines: { ends: number[]; dashed: boolean }[] = []
  const bars: number[][] = []
  let [x, y] = [0, 0]
  let dashed = false
  let from: number[] = []
  for (const { operator, operands } of operations(pageContent(page))) {
    const values = operands.map(Number)
    // The outlines of letters follow, scaled from the units of their face.
    if (operator === 'cm' && values[0] !== 1) break
    if (operator === 'cm' && x === 0) [x, y] = values.slice(4) as [number, number]
    if (operator === 'd') dashed = operands[0] !== '[]'
    if (operator === 'm') from = [values[0]! + x, values[1]! + y]
    if (operator === 'l' && from.length > 0) lines.push({ ends: [...from, values[0]! + x, values[1]! + y], dashed })
    if (operator === 're') bars.push([values[0]! + x, values[1]! + y, values[2]!, values[3]!])
  }
  return { lines, bars, page }
}

describe('printer’s spreads under wire', () => {
  it('follow the rule: the last page beside the first, and inwards from both ends', () => {
    expect(spreads(8, 'saddle', 4).map(({ side, left, right }) => [side, left, right])).toEqual([
      ['front', 8, 1],
      ['back', 2, 7],
      ['front', 6, 3],
      ['back', 4, 5],
    ])
  })

  it('show on every side the two pages that belong there, the text still text', async () => {
    const expected = Array.from({ length: count / 4 }, (_, i) => [
      [count - 2 * i, 1 + 2 * i],
      [2 + 2 * i, count - 1 - 2 * i],
    ]).flat()
    const words = expected.map((pair) =>
      pair
        .filter((page) => page !== count - 1)
        .map(pageText)
        .join(''),
    )
    expect(await texts(await open(imposed))).toEqual(words)
  })

  it('stand on sheets of one size with the fold in the middle, and trims that creep makes narrower', () => {
    const trims = boxes(imposed, 'TrimBox')
    const bleeds = boxes(imposed, 'BleedBox')
    expect(trims).toHaveLength(count / 2)
    for (const box of boxes(imposed, 'MediaBox')) expectBox(box, [0, 0, 2 * middle, height + 2 * edge])
    trims.forEach((box, i) => {
      // The cover lies around the first inner sheet, each further one around the next.
      const creep = mm([0, 0.3, 0.42, 0.54][Math.floor(i / 2)]!)
      const [left, right] = [middle - width + creep, middle + width - creep]
      expectBox(box, [left, edge, right, edge + height])
      expectBox(bleeds[i]!, [left - bleed, edge - bleed, right + bleed, edge + height + bleed])
    })
  })

  it('move the pages of inner sheets towards the fold by the leaves around them, and no others', async () => {
    const [insetX, insetY] = await insetOf(1)
    const shifts = [0, 0.3, 0.42, 0.54]
    for (const [i, page] of (await everyPage(await open(imposed))).entries()) {
      const { left, right } = spreads(count, 'saddle', 4)[i]!
      const shift = mm(shifts[Math.floor(i / 2)]!)
      const places = await origins(page)
      for (const [number, x] of [
        [left, middle - width + shift],
        [right, middle - shift],
      ] as const) {
        if (number === count - 1) continue
        const [foundX, foundY] = places.get(pageText(number))!
        expect(foundX).toBeCloseTo(x + insetX, 2)
        expect(foundY).toBeCloseTo(edge + insetY, 2)
      }
    }
  })

  it('stay where they are when creep is not wanted', async () => {
    for (const box of boxes(await imposedBytes(print, saddle, false), 'TrimBox')) {
      expectBox(box, [edge, edge, middle + width, edge + height])
    }
  })

  it('take the usual leaf where none is given, and the paper of the text where the cover has none of its own', () => {
    const issue = boundIssue({})
    expect([1, 2, 5].map((sheet) => Number(creepOf(issue, sheet).toFixed(3)))).toEqual([0, 0.1, 0.4])
  })

  it('have crop marks at the four corners and dashed marks at the fold, all outside of the bleed', async () => {
    for (let sheet = 0; sheet < count / 2; sheet++) {
      const { lines, bars } = await marksOf(imposed, sheet)
      const [left, bottom, right, top] = boxes(imposed, 'BleedBox')[sheet]! as [number, number, number, number]
      const trim = boxes(imposed, 'TrimBox')[sheet]!
      expect(lines).toHaveLength(10)
      for (const { ends, dashed } of lines) {
        const [x0, y0, x1, y1] = ends as [number, number, number, number]
        for (const [x, y] of [
          [x0, y0],
          [x1, y1],
        ] as const) {
          expect(x < left || x > right || y < bottom || y > top).toBe(true)
          expect(x > 0 && x < 2 * middle && y > 0 && y < height + 2 * edge).toBe(true)
        }
        const cuts = [trim[0]!, trim[2]!].some((x) => Math.abs(x0 - x) < 0.01 && x0 === x1)
        const heads = [trim[1]!, trim[3]!].some((y) => Math.abs(y0 - y) < 0.01 && y0 === y1)
        if (dashed) expect([x0, x1].every((x) => Math.abs(x - middle) < 0.01)).toBe(true)
        else expect(cuts || heads).toBe(true)
      }
      expect(lines.filter(({ dashed }) => dashed)).toHaveLength(2)
      for (const [, y, , tall] of bars) expect(y! + tall!).toBeLessThan(bottom)
    }
  })

  it('carry a bar in the slug of each front that stands a step further out than that of the sheet before', async () => {
    const places = await Promise.all([0, 2, 4, 6].map(async (sheet) => (await marksOf(imposed, sheet)).bars[0]![0]!))
    for (const [i, x] of places.entries()) expect(x - middle).toBeCloseTo(mm(5 + 6.5 * i), 2)
    expect((await marksOf(imposed, 1)).bars).toEqual([])
  })

  it('clip each page at the fold and at its bleed, and leave the marks of the page behind', async () => {
    const document = await openPdf(imposed)
    for (const [i, page] of document.getPages().entries()) {
      const forms = dictAt(page.node.Resources()!, 'XObject')!
      const shift = mm([0, 0.3, 0.42, 0.54][Math.floor(i / 2)]!)
      for (const [key, [from, to]] of [
        ['Panel0', [edge - bleed, edge + width - shift]],
        ['Panel1', [edge + shift, edge + width + bleed]],
      ] as const) {
        const dict = dictAt(forms, key) as PDFDict
        expectBox(numbers(arrayAt(dict, 'BBox')!), [from, edge - bleed, to, edge + height + bleed])
        expect(dictAt(dict, 'Group')).toBeUndefined()
      }
    }
    expect(latin1(imposed)).not.toContain('KanbenMarks')
  })

  itWith('pdftoppm')('print ground up to the fold and into the bleed, and nothing of it beyond', () => {
    // Sheet 2 outside: page 14 is white, page 3 is red.
    const { stdout } = run(folder, 'pdftoppm', '-r', '72', '-f', '3', '-l', '3', '-aa', 'no', 'saddle.pdf')
    const [, w] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString('latin1', 0, 32))!
    const start = /^P6\s+\d+\s+\d+\s+255\s/.exec(stdout.toString('latin1', 0, 32))![0].length
    const red = (x: number): boolean => {
      const at = start + 3 * (Math.floor(400) * Number(w) + Math.round(x))
      return stdout[at]! > stdout[at + 1]! + 60
    }
    const out = middle + width - mm(0.3) + bleed
    expect([middle - 3, middle + 3, out - 3, out + 3].map(red)).toEqual([false, true, true, false])
  })

  it('keep black that overprints inside of the forms', async () => {
    const document = await openPdf(imposed)
    const forms = dictAt(document.getPages()[0]!.node.Resources()!, 'XObject')!
    for (const key of ['Panel0', 'Panel1']) {
      const form = forms.lookup(PDFName.of(key)) as PDFStream
      const states = dictAt(dictAt(form.dict, 'Resources')!, 'ExtGState')!
      const overprinting = states.keys().filter((state) => {
        const dict = dictAt(states, state.decodeText())!
        return numberAt(dict, 'OPM') === 1 && dict.get(PDFName.of('op')) === PDFBool.True
      })
      expect(overprinting.some((state) => streamText(form).includes(`${state} gs`))).toBe(true)
    }
  })
})

describe('the imposed file', () => {
  it.each([
    ['PDF/X-4', () => print, '%PDF-1.6'],
    ['PDF/X-1a', () => x1a, '%PDF-1.4'],
  ] as const)('stays %s: header, output intent and metadata of the print edition', async (_, source, header) => {
    const bytes = await imposedBytes(source(), saddle)
    expect(latin1(bytes).startsWith(header)).toBe(true)
    const kept = async (file: Uint8Array) => {
      const { catalog, context } = await openPdf(file)
      const intents = arrayAt(catalog, 'OutputIntents')!
      const intent = intents.lookup(0) as PDFDict
      const profile = context.lookup(intent.get(intent.keys().find((key) => key.decodeText() === 'DestOutputProfile')!))
      const metadata = context.lookup(catalog.get(catalog.keys().find((key) => key.decodeText() === 'Metadata')!))
      return {
        count: intents.size(),
        profile: streamText(profile as never),
        metadata: streamText(metadata as never),
        keys: catalog.keys().map(String).sort(),
      }
    }
    expect(await kept(bytes)).toEqual(await kept(source()))
  })

  it('has an identifier, and no object that nothing leads to', async () => {
    expect(latin1(imposed)).toMatch(/\/ID \[\s*<[0-9a-f]{32}>\s*<[0-9a-f]{32}>/)
    const document = await openPdf(imposed)
    const before = document.context.enumerateIndirectObjects().length
    dropUnreachable(document)
    expect(document.context.enumerateIndirectObjects().length).toBe(before)
  })

  it('is the same bytes from the same print edition', async () => {
    expect(Buffer.compare(await imposedBytes(print, saddle), imposed)).toBe(0)
  })

  itWith('qpdf')('has no fault that qpdf finds', () => {
    for (const file of ['saddle.pdf', 'perfect.pdf']) expect(run(folder, 'qpdf', '--check', file).status).toBe(0)
  })

  itWith('pdfinfo')('is PDF/X-4 for pdfinfo', () => {
    expect(run(folder, 'pdfinfo', 'saddle.pdf').stdout.toString()).toMatch(/PDF subtype:\s+PDF\/X-4/)
  })

  it('is not made of pages that do not fill folded sheets', async () => {
    const { bytes, diagnostics } = await impose(short, saddle, { file: 'print.pdf' })
    expect(bytes).toBeNull()
    expect(diagnostics).toMatchObject([{ code: 'printing/imposition-pages', facts: { pages: 6 } }])
  })
})

describe('printer’s spreads under glue', () => {
  it('leave the cover out and fold the text in signatures', async () => {
    expect(signatures(count, 'perfect', 8)).toEqual([
      [3, 10],
      [11, 14],
    ])
    const pairs = [
      [10, 3],
      [4, 9],
      [8, 5],
      [6, 7],
      [14, 11],
      [12, 13],
    ]
    expect(await texts(await open(glued))).toEqual(pairs.map((pair) => pair.map(pageText).join('')))
  })

  it('begin to creep anew in each signature, and keep the bleed at the fold for the mill', () => {
    const trims = boxes(glued, 'TrimBox')
    const shifts = [0, 0, 0.12, 0.12, 0, 0]
    expect(trims).toHaveLength(shifts.length)
    trims.forEach((box, i) => {
      expect(box[2]! - box[0]!).toBeCloseTo(2 * (width + bleed - mm(shifts[i]!)), 2)
    })
  })

  it('have a collation mark on the fold of the outermost sheet, a step lower on each signature', async () => {
    const all = await Promise.all(trimsOf(glued).map(async (_, sheet) => (await marksOf(glued, sheet)).bars))
    expect(all.map((bars) => bars.length)).toEqual([1, 0, 0, 0, 1, 0])
    const [first, second] = [all[0]![0]!, all[4]![0]!]
    const fold = middle + bleed
    for (const bar of [first, second]) expect(bar[0]! + bar[2]! / 2).toBeCloseTo(fold, 2)
    expect(first[1]! - second[1]!).toBeCloseTo(mm(8), 2)
    expect(first[1]! + first[3]!).toBeLessThan(edge + height)
  })
})

const trimsOf = (bytes: Uint8Array): number[][] => boxes(bytes, 'TrimBox')

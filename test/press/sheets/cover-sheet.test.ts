import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTemplates } from '../../../scripts/inspection.ts'
import { layoutSpine, spineTexts } from '../../../scripts/markup/spine.ts'
import type { Templates } from '../../../scripts/markup/templates.ts'
import { spineWidth } from '../../../scripts/model/binding.ts'
import type { Issue } from '../../../scripts/model/issue.ts'
import { launchBrowser } from '../../../scripts/press/browser/browser.ts'
import { openPdf, pageContent } from '../../../scripts/press/pdf/document.ts'
import { type CoverSheet, coverSheet } from '../../../scripts/press/sheets/cover-sheet.ts'
import { itWith } from '../../support/witness.ts'
import { layoutBleed } from '../print/finish-sample.ts'
import {
  boxes,
  everyPage,
  expectBox,
  latin1,
  mm,
  open,
  origins,
  pdffontsRows,
  run,
  texts,
} from '../screen/finish-reading.ts'
import { type Browser, boundIssue, finishedPrint, numberedRaw, pageText } from './sheet-sample.ts'

const count = 16
const bound = (leaf: number, theme = 'magazine'): Issue => {
  const issue = boundIssue({ binding: 'perfect', paper: { text: { name: '', leaf }, cover: { name: '', leaf: 0.25 } } })
  return { ...issue, style: { ...issue.style, theme } }
}
// Six leaves of the text and two of the cover.
const wide = bound(1.5)
const narrow = bound(0.1)
const wideSpine = 9.5

let folder: string
let browser: Browser
let templates: Templates
let print: Uint8Array
let cover: CoverSheet
let thin: CoverSheet

const wrapped = (issue: Issue) =>
  coverSheet(print, issue, browser, layoutSpine(issue, templates, count), { layoutBleed, file: 'cover.pdf' })

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kanben-cover-'))
  templates = await readTemplates()
  browser = await launchBrowser()
  print = await finishedPrint(await numberedRaw(browser, wide, count), wide)
  cover = await wrapped(wide)
  thin = await wrapped(narrow)
  await writeFile(path.join(folder, 'wide.pdf'), cover.bytes)
  await writeFile(path.join(folder, 'narrow.pdf'), thin.bytes)
})

afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the width of a spine', () => {
  it('is that of all leaves of the text and both of the cover, to a tenth of a millimetre', () => {
    expect(spineWidth(wide, count)).toBe(wideSpine)
    expect(spineWidth(narrow, count)).toBe(1.1)
    expect(spineWidth(bound(0.097), 128)).toBe(6.5)
  })

  it('is reckoned with usual papers where none is given', () => {
    expect(spineWidth(boundIssue({ binding: 'perfect' }), 124)).toBe(6.4)
  })
})

describe('the texts of a spine', () => {
  const numbered = (numbering: Partial<Issue['numbering']>) =>
    spineTexts({ ...wide, numbering: { ...wide.numbering, ...numbering } }).numbering.join(' ')

  it('name journal, year, number and serial number in Chinese numerals', () => {
    expect(spineTexts(wide)).toEqual({
      name: '刊本',
      numbering: ['二〇二六年', '第一期', '总第七期'],
      publisher: '刊本编辑部',
    })
  })

  it('name the volume, and both numbers of a double issue', () => {
    expect(numbered({ volume: 12, number: '9-10', serial: 305 })).toBe('二〇二六年 第十二卷 第九、十期 总第三〇五期')
    expect(numbered({ volume: 20, number: '11' })).toBe('二〇二六年 第二十卷 第十一期 总第七期')
  })
})

describe('a wrap-around cover', () => {
  it('is two sides of exactly two trims and a spine, with bleed and room for marks around', () => {
    const [width, height, edge, bleed] = [mm(420 + wideSpine), mm(285), mm(13), mm(3)]
    expect(boxes(cover.bytes, 'TrimBox')).toHaveLength(2)
    for (const box of boxes(cover.bytes, 'TrimBox')) expectBox(box, [edge, edge, edge + width, edge + height])
    for (const box of boxes(cover.bytes, 'BleedBox'))
      expectBox(box, [edge - bleed, edge - bleed, edge + width + bleed, edge + height + bleed])
    for (const box of boxes(cover.bytes, 'MediaBox')) expectBox(box, [0, 0, width + 2 * edge, height + 2 * edge])
  })

  it('has back, spine and front outside, and both insides with nothing between them inside', async () => {
    const [outside, inside] = await texts(await open(cover.bytes))
    expect(outside).toContain(pageText(1))
    expect(outside).toContain(pageText(count))
    for (const text of ['刊本', '二〇二六年', '第一期', '总第七期', '刊本编辑部']) expect(outside).toContain(text)
    // The page before the last is blank.
    expect(inside).toBe(pageText(2))
  })

  it('sets every letter of the spine between its two folds, from head to foot', async () => {
    const [outside] = await everyPage(await open(cover.bytes))
    const [left, right] = [mm(13 + 210), mm(13 + 210 + wideSpine)]
    const { items } = await outside!.getTextContent()
    const spine = items.flatMap((item) => ('str' in item && /[二〇第期总刊部]/.test(item.str) ? [item] : []))
    expect(spine.length).toBeGreaterThan(3)
    for (const { transform } of spine) {
      expect(transform[4]).toBeGreaterThan(left)
      expect(transform[4]).toBeLessThan(right)
    }
    const heights = ['刊', '二', '部'].map(
      (sign) => spine.find(({ str }) => str.includes(sign))!.transform[5] as number,
    )
    expect(heights).toEqual(heights.toSorted((a, b) => b - a))
  })

  it('keeps long names inside of the trim and apart from each other', async () => {
    const { journal } = wide
    const name = '中国编辑出版与数字印刷技术研究学报社会科学版'
    const long = { ...wide, journal: { ...journal, name, publisher: `${name}编辑部有限责任公司` } }
    const [outside] = await everyPage(await open((await wrapped(long)).bytes))
    const { items } = await outside!.getTextContent()
    const [left, right] = [mm(13 + 210), mm(13 + 210 + wideSpine)]
    const between = items
      .flatMap((item) => ('str' in item && item.str.trim() ? [item] : []))
      .filter(({ transform: [, , , , x] }) => x > left && x < right)
    const heights = between.map(({ transform }) => transform[5] as number)
    expect(between.map(({ str }) => str).join('').length).toBeGreaterThan(60)
    expect(Math.max(...heights)).toBeLessThan(mm(13 + 285))
    expect(Math.min(...heights)).toBeGreaterThan(mm(13 + 10))
    // In reading order each sign stands below the one before: nothing runs into what follows it.
    expect(heights).toEqual(heights.toSorted((a, b) => b - a))
  })

  it('puts the front right of the spine and the back left of it, where they stand on their own pages', async () => {
    const [single] = await everyPage(await open(print))
    const [x, y] = (await origins(single!)).get(pageText(1))!
    const [outside] = await everyPage(await open(cover.bytes))
    const places = await origins(outside!)
    const [front, back] = [places.get(pageText(1))!, places.get(pageText(count))!]
    expect(front[0] - x).toBeCloseTo(mm(210 + wideSpine), 2)
    expect(front[1]).toBeCloseTo(y, 2)
    expect(back[0]).toBeCloseTo(x, 2)
  })

  it('marks both folds of the spine at head and foot, outside of the bleed', async () => {
    const [page] = (await openPdf(cover.bytes)).getPages()
    const dashed = /\] 0 d\n((?:.* l S\n)+)/.exec(pageContent(page!))![1]!
    const lines = dashed
      .trim()
      .split('\n')
      .map((line) => line.match(/-?[\d.]+/g)!.map(Number))
    const folds = [mm(210), mm(210 + wideSpine)]
    expect(lines).toHaveLength(4)
    lines.forEach(([x0, y0, x1, y1], i) => {
      for (const x of [x0!, x1!]) expect(x).toBeCloseTo(folds[Math.floor(i / 2)]!, 2)
      for (const y of [y0!, y1!]) expect(y < -mm(3) || y > mm(288)).toBe(true)
    })
  })

  it('stays PDF/X-4 with one output intent, and puts the spine in inks too', async () => {
    expect(latin1(cover.bytes).startsWith('%PDF-1.6')).toBe(true)
    expect(latin1(cover.bytes).match(/\/S \/GTS_PDFX/g)).toHaveLength(1)
    expect(cover.report.colours).toEqual([])
    expect(latin1(cover.bytes)).not.toContain('KanbenMarks')
  })

  itWith('pdffonts')('has every font embedded', () => {
    const rows = pdffontsRows(folder, 'wide.pdf')
    expect(rows.length).toBeGreaterThan(2)
    for (const row of rows) expect(row).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/)
  })

  itWith('qpdf')('has no fault that qpdf finds', () => {
    for (const file of ['wide.pdf', 'narrow.pdf']) expect(run(folder, 'qpdf', '--check', file).status).toBe(0)
  })

  itWith('pdfinfo')('is PDF/X-4 for pdfinfo', () => {
    expect(run(folder, 'pdfinfo', 'wide.pdf').stdout.toString()).toMatch(/PDF subtype:\s+PDF\/X-4/)
  })

  itWith('pdftoppm')('carries the ground of the cover over the spine and into the bleed', () => {
    const { stdout } = run(folder, 'pdftoppm', '-r', '72', '-f', '1', '-l', '1', '-aa', 'no', 'wide.pdf')
    const [head, w] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString('latin1', 0, 32))!
    const yellow = (x: number, y: number): boolean => {
      const at = head.length + 3 * (Math.round(y) * Number(w) + Math.round(x))
      return stdout[at + 2]! < 245 && stdout[at]! > 230
    }
    const [left, right] = [mm(223), mm(223 + wideSpine)]
    const middle = (left + right) / 2
    // Page 16 and page 1 of the sample are white.
    expect([left - 2, left + 2, right - 2, right + 2].map((x) => yellow(x, mm(150)))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect([mm(10) + 2, mm(10) - 2].map((y) => yellow(middle, y))).toEqual([true, false])
  })

  it('leaves a spine under five millimetres blank, and says so', async () => {
    expect(thin.diagnostics).toMatchObject([{ code: 'printing/spine-narrow', facts: { width: 1.1, least: 5 } }])
    expect(cover.diagnostics).toEqual([])
    const [outside] = await texts(await open(thin.bytes))
    expect(outside).toBe(pageText(count) + pageText(1))
    const [box] = boxes(thin.bytes, 'TrimBox')
    expect(box![2]! - box![0]!).toBeCloseTo(mm(421.1), 2)
  })

  it('follows the theme of the issue', async () => {
    const academic = bound(1.5, 'academic')
    const html = layoutSpine(academic, templates, count)
    expect(html.css).toContain('--accent: #1d3557')
    expect((await wrapped(academic)).report.colours).toEqual([])
  })

  it('is the same bytes from the same print edition', async () => {
    expect(Buffer.compare((await wrapped(wide)).bytes, cover.bytes)).toBe(0)
  })
})

import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../../scripts/press/content-stream.ts'
import { finishPrint, type PrintReport } from '../../scripts/press/finish-print.ts'
import { finishScreen } from '../../scripts/press/finish-screen.ts'
import { openPdf, pageContent } from '../../scripts/press/pdf-document.ts'
import { layoutBleed, pages, printSamples, sampleIssue, sheets } from './finish-sample.ts'

const trims = [
  [210, 285],
  [210, 297],
  [185, 260],
] as const
const mm = (length: number) => (length * 72) / 25.4

interface Edition {
  readonly bytes: Uint8Array
  readonly document: PDFDocumentProxy
}

let folder: string
const raws: Uint8Array[] = []
const prints: (Edition & { report: PrintReport })[] = []
const screens: Edition[] = []

const read = (bytes: Uint8Array) => getDocument({ data: bytes.slice(), verbosity: 0 }).promise

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kanben-finish-'))
  raws.push(...(await printSamples(trims)))
  for (const [i, [width, height]] of trims.entries()) {
    const issue = sampleIssue(width, height)
    const { bytes, report } = await finishPrint(raws[i]!, issue, { layoutBleed })
    prints.push({ bytes, report, document: await read(bytes) })
    const screen = await finishScreen(raws[i]!, issue, { layoutBleed, pages })
    screens.push({ bytes: screen, document: await read(screen) })
    await writeFile(path.join(folder, `print-${i}.pdf`), bytes)
    await writeFile(path.join(folder, `screen-${i}.pdf`), screen)
  }
})

afterAll(async () => {
  await Promise.all([...prints, ...screens].map(({ document }) => document.destroy()))
  await rm(folder, { recursive: true, force: true })
})

/** The text of a page as it is copied out: white space and characters without form or width left out. */
async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  return items
    .map((item) => ('str' in item ? item.str : ''))
    .join('')
    .replace(/[\s\p{Cf}]/gu, '')
}

const everyPage = (document: PDFDocumentProxy) =>
  Promise.all(Array.from({ length: document.numPages }, (_, i) => document.getPage(i + 1)))

/** The boxes of one kind as they stand in a file without object streams. */
const boxes = (bytes: Uint8Array, kind: string): number[][] =>
  [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(new RegExp(`/${kind} \\[([^\\]]*)\\]`, 'g')),
  ].map((found) => found[1]!.trim().split(/\s+/).map(Number))

function expectBox(box: readonly number[], expected: readonly number[]): void {
  for (const [i, value] of expected.entries()) expect(Math.abs(box[i]! - value)).toBeLessThan(0.01)
}

/** Where the words of a page stand: baseline origin by text. */
async function origins(page: PDFPageProxy): Promise<Map<string, [number, number]>> {
  const { items } = await page.getTextContent()
  return new Map(items.flatMap((item) => ('str' in item ? [[item.str, [item.transform[4], item.transform[5]]]] : [])))
}

describe.each(trims.map(([width, height], i) => ({ width, height, i })))(
  'a sheet of $width × $height mm',
  ({ width, height, i }) => {
    it('has exact trim and bleed boxes in print, inside of a media box at the origin', () => {
      const { bytes } = prints[i]!
      const [edge, bleed] = [mm(13), mm(10)]
      expect(boxes(bytes, 'TrimBox')).toHaveLength(4)
      for (const box of boxes(bytes, 'TrimBox')) expectBox(box, [edge, edge, edge + mm(width), edge + mm(height)])
      for (const box of boxes(bytes, 'BleedBox'))
        expectBox(box, [bleed, bleed, bleed + mm(width + 6), bleed + mm(height + 6)])
      for (const box of boxes(bytes, 'MediaBox')) expectBox(box, [0, 0, mm(width + 26), mm(height + 26)])
      expect(boxes(bytes, 'CropBox')).toEqual([])
    })

    it('is cut to the trim on the screen', async () => {
      for (const page of await everyPage(screens[i]!.document)) expectBox(page.view, [0, 0, mm(width), mm(height)])
    })

    it('has the text at the same place of the trim in both editions', async () => {
      const [paper, screen] = await Promise.all([prints[i]!.document.getPage(1), screens[i]!.document.getPage(1)])
      const [there, here] = await Promise.all([origins(paper), origins(screen)])
      const [x, y] = here.get('春水记')!
      expectBox(there.get('春水记')!, [x + mm(13), y + mm(13)])
      // 24 mm from the edge of the sheet is 20 mm from the trim; Chromium snaps to whole CSS pixels.
      expect(Math.abs(x - mm(20))).toBeLessThan(mm(0.3))
    })
  },
)

describe('the text of both editions', () => {
  it('is the text of the source on every page, vertical lines and marks of emphasis included', async () => {
    for (const { document } of [prints[0]!, screens[0]!]) {
      const texts = await Promise.all((await everyPage(document)).map(textOf))
      expect(texts).toEqual(sheets.map((sheet) => sheet.text))
    }
  })

  it('is not that of the raw print, which tells some characters by ActualText only', async () => {
    const raw = await read(raws[0]!)
    const texts = await Promise.all((await everyPage(raw)).map(textOf))
    await raw.destroy()
    expect(texts[0]).toContain('着重••')
    expect(texts[1]).not.toBe(sheets[1]!.text)
  })

  it('needs no ActualText any more, and names no glyph that reads as nothing', async () => {
    for (const { bytes } of [prints[0]!, screens[0]!]) {
      const document = await openPdf(bytes)
      for (const page of document.getPages()) expect(pageContent(page)).not.toContain('ActualText')
    }
    expect(prints[0]!.report.text).toEqual([])
  })

  it('is set in embedded fonts that are not Type 3', async () => {
    const source = Buffer.from(prints[0]!.bytes).toString('latin1')
    expect(source).not.toContain('/Type3')
    expect(prints[0]!.report.type3).toEqual([])
    expect(source.match(/\/Type \/FontDescriptor/g)).toHaveLength(source.match(/\/FontFile2 /g)!.length)
  })
})

describe('the print edition', () => {
  const contents = async () => (await openPdf(prints[0]!.bytes)).getPages().map(pageContent)

  it('prints text in black or in the inks of the theme, never in RGB', async () => {
    const [first, second, third] = await contents()
    for (const content of [first!, second!]) expect(content).not.toMatch(/\b(?:rg|RG)\b/)
    expect(first).toContain('0 0 0 1 k')
    expect(first).toContain('0.2 1 0.85 0.15 k')
    expect(first).toContain('0.03 0.05 0.1 0 k')
    // 808080 is 0.502 of white.
    expect(third).toContain('0 0 0 0.498 k')
  })

  it('reports what is not in inks, and where', () => {
    const { colours, images, shadings, transparency } = prints[0]!.report
    expect(colours).toEqual([{ rgb: '#00ff00', pages: [3] }])
    expect(images).toEqual([{ page: 3, width: 2, height: 1, space: 'ICCBased' }])
    expect(shadings).toEqual([3])
    expect(transparency).toEqual([])
  })

  it('takes other inks where they are given', async () => {
    const inks = [{ rgb: '#00ff00', ink: [0.75, 0, 1, 0] as const }]
    const { bytes, report } = await finishPrint(raws[0]!, sampleIssue(), { layoutBleed, inks })
    const page = (await openPdf(bytes)).getPages()[2]!
    expect(pageContent(page)).toContain('0.75 0 1 0 k')
    expect(report.colours.map(({ rgb }) => rgb).sort()).toEqual(['#b0202b', '#f4efe6'])
  })

  it('draws eight crop marks outside of the bleed and on the sheet, and clips the rest to the bleed', async () => {
    const [w, h] = [mm(236), mm(311)]
    const bleed = [mm(10), mm(10), w - mm(10), h - mm(10)]
    for (const content of await contents()) {
      const all = [...operations(content)]
      const clip = all.findIndex(({ operator }) => operator === 'W')
      const lines = all.slice(0, clip).filter(({ operator }) => operator === 'm' || operator === 'l')
      expect(lines).toHaveLength(16)
      for (const { operands } of lines) {
        const [x, y] = operands.map(Number) as [number, number]
        expect(x < bleed[0]! || x > bleed[2]! || y < bleed[1]! || y > bleed[3]!).toBe(true)
        expect(x > 0 && x < w && y > 0 && y < h).toBe(true)
      }
      const area = all
        .slice(0, clip)
        .findLast(({ operator }) => operator === 're')!
        .operands.map(Number)
      expectBox(area, [bleed[0]!, bleed[1]!, mm(216), mm(291)])
      expect(all[clip + 2]!.operator).toBe('cm')
    }
    expect(Buffer.from(prints[0]!.bytes).toString('latin1')).toMatch(/\/Separation \/All \/DeviceCMYK/)
  })

  it('has no links, tags, outline, destinations or marked content', async () => {
    const source = Buffer.from(prints[0]!.bytes).toString('latin1')
    for (const key of [
      'Annots',
      'StructTreeRoot',
      'StructParents',
      'Outlines',
      'Dests',
      'MarkInfo',
      'StructElem',
      'ObjStm',
    ]) {
      expect(source).not.toContain(`/${key}`)
    }
    for (const content of await contents()) expect(content).not.toMatch(/\b(?:BDC|BMC|EMC)\b/)
  })

  it('says what it is, with the date of the issue and no other, and claims no standard', async () => {
    const source = Buffer.from(prints[0]!.bytes).toString('latin1')
    expect(source.startsWith('%PDF-1.6')).toBe(true)
    const { info, metadata } = await prints[0]!.document.getMetadata()
    expect(info).toMatchObject({
      Title: '刊本 2026 年第 1 期（总第 7 期）',
      Author: '林晚、周山、高问',
      Keywords: '河流；桥 & 渡；诗',
      Producer: 'kanben',
      CreationDate: 'D:20260315000000Z',
      ModDate: 'D:20260315000000Z',
      Trapped: { name: 'False' },
    })
    expect(metadata.get('dc:title')).toBe('刊本 2026 年第 1 期（总第 7 期）')
    expect(metadata.get('dc:creator')).toEqual(['林晚', '周山', '高问'])
    expect(metadata.get('dc:contributor')).toBe('何译')
    expect(metadata.get('pdf:trapped')).toBe('False')
    expect(source).not.toMatch(/GTS_PDFX|pdfuaid|pdfaid|OutputIntent/)
  })
})

describe('the screen edition', () => {
  it('keeps links on their words, inside of the page, and pointing at the right page and height', async () => {
    const { document } = screens[0]!
    const [first, second] = await everyPage(document)
    const words = await origins(first!)
    const annotations = await first!.getAnnotations()
    expect(annotations.map(({ url, dest }) => url ?? dest)).toEqual(['a02', 'https://example.org/tea'])
    for (const [i, word] of ['第二篇', 'Tea'].entries()) {
      const [left, bottom, right, top] = annotations[i]!.rect as [number, number, number, number]
      const [x, y] = words.get(word)!
      expect(left - 0.5 <= x && x < right && bottom < y && y < top).toBe(true)
      expect(left >= 0 && bottom >= 0 && right <= mm(210) && top <= mm(285)).toBe(true)
    }
    const target = (await document.getDestination('a02'))!
    expect(await document.getPageIndex(target[0])).toBe(1)
    const heading = (await origins(second!)).get('译诗一首')!
    expect(target[3] - heading[1]).toBeGreaterThan(0)
    expect(target[3] - heading[1]).toBeLessThan(40)
  })

  it('keeps the outline and moves it along', async () => {
    const { document } = screens[0]!
    const outline = (await document.getOutline())!
    expect(outline.map(({ title }) => title)).toEqual(['春水记', '译诗一首'])
    expect(outline[1]!.items.map(({ title }) => title)).toEqual(['小节'])
    for (const [i, { title, dest }] of outline.entries()) {
      const [ref, , x, y] = dest as [Parameters<typeof document.getPageIndex>[0], unknown, number, number]
      expect(await document.getPageIndex(ref)).toBe(i)
      const heading = (await origins(await document.getPage(i + 1))).get(title)!
      expect(y - heading[1]).toBeGreaterThan(0)
      expect(y - heading[1]).toBeLessThan(40)
      expect(Math.abs(x - heading[0])).toBeLessThan(5)
    }
  })

  it('labels its pages with their folios', async () => {
    expect(await screens[0]!.document.getPageLabels()).toEqual(['', '1', '2', 'A-1'])
  })

  it('refuses a page map of another length', async () => {
    await expect(finishScreen(raws[0]!, sampleIssue(), { layoutBleed, pages: pages.slice(1) })).rejects.toThrow(
      '4 pages',
    )
  })

  it('has standard types only, texts for links, bodies for items, notes, and no rules in the tree', async () => {
    const tree = JSON.stringify(
      await Promise.all((await everyPage(screens[0]!.document)).map((page) => page.getStructTree())),
    )
    const roles = [...tree.matchAll(/"role":"(\w+)"/g)].map((found) => found[1]!)
    const standard =
      'Root Document NonStruct H1 H2 P Span Link Ruby RB RT Div Figure Caption Table TR TH TD L LI LBody Note'
    expect(new Set(roles)).toEqual(new Set(standard.split(' ')))
    expect(tree).toContain('"alt":"示意图"')
    const annotations = await (await screens[0]!.document.getPage(1)).getAnnotations()
    expect(annotations.map(({ contentsObj }) => contentsObj.str)).toEqual(['第二篇', 'Tea（https://example.org/tea）'])
  })

  it('tags each piece of content once or marks it as artifact', async () => {
    const document = await openPdf(screens[0]!.bytes)
    for (const page of document.getPages()) {
      const open: string[] = []
      for (const { operator, operands } of operations(pageContent(page))) {
        if (operator === 'BDC' || operator === 'BMC') open.push(operands[0]!)
        else if (operator === 'EMC') open.pop()
        else if (['Tj', 'TJ', 'f', 'f*', 'S', 'Do', 'sh'].includes(operator)) expect(open).toHaveLength(1)
      }
      expect(open).toEqual([])
    }
    const second = pageContent(document.getPages()[1]!)
    expect(second.match(/\/Artifact BMC/g)!.length).toBeGreaterThan(1)
    expect(second).not.toMatch(/\/(?:TD|TH|Table)\s*<</)
  })

  it('says its language and its title to the reader', async () => {
    const { document } = screens[0]!
    const { info, metadata } = await document.getMetadata()
    expect(info).toMatchObject({
      PDFFormatVersion: '1.7',
      Language: 'zh-Hans',
      Title: '刊本 2026 年第 1 期（总第 7 期）',
    })
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    expect(await document.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true })
    expect(metadata.get('dc:language')).toBe('zh-Hans')
    const tree = JSON.stringify(await (await document.getPage(2)).getStructTree())
    expect(tree.match(/"lang":"en"/g)).toHaveLength(2)
  })
})

describe('both editions', () => {
  it('are the same bytes from the same print, and have an identifier that follows the content', async () => {
    const again = await finishPrint(raws[0]!, sampleIssue(), { layoutBleed })
    expect(Buffer.compare(again.bytes, prints[0]!.bytes)).toBe(0)
    const screen = await finishScreen(raws[0]!, sampleIssue(), { layoutBleed, pages })
    expect(Buffer.compare(screen, screens[0]!.bytes)).toBe(0)
    const ids = [prints, screens].flatMap((list) => list.map(({ document }) => document.fingerprints[0]))
    expect(new Set(ids).size).toBe(6)
  })

  it('carry no date of the print', () => {
    for (const { bytes } of [prints[0]!, screens[0]!]) {
      const source = Buffer.from(bytes).toString('latin1')
      expect(source).not.toMatch(/Skia|Chrom/)
      for (const [, day] of source.matchAll(/D:(\d{8})/g)) expect(day).toBe('20260315')
    }
  })
})

/** Programs that know nothing of this one; where they are not installed the test is reported as skipped. */
const present = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
const run = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8', cwd: folder })

describe('other witnesses', () => {
  it.skipIf(!present('qpdf'))('qpdf finds no fault in either file', () => {
    for (const file of ['print-0.pdf', 'screen-0.pdf', 'screen-2.pdf']) {
      const { status, stdout } = run('qpdf', '--check', file)
      expect([status, stdout]).toEqual([0, expect.stringContaining('No syntax or stream encoding errors')])
    }
  })

  it.skipIf(!present('pdfinfo'))('pdfinfo reads the same boxes', () => {
    const box = (file: string, kind: string) =>
      new RegExp(`${kind}:\\s+([\\d. ]+)`)
        .exec(run('pdfinfo', '-box', file).stdout)![1]!
        .trim()
        .split(/\s+/)
        .map(Number)
    expectBox(box('print-1.pdf', 'TrimBox'), [mm(13), mm(13), mm(223), mm(310)])
    expectBox(box('screen-2.pdf', 'CropBox'), [0, 0, mm(185), mm(260)])
  })

  it.skipIf(!present('pdffonts'))('pdffonts sees embedded TrueType with Unicode and no Type 3', () => {
    for (const file of ['print-0.pdf', 'screen-0.pdf']) {
      const rows = run('pdffonts', file).stdout.trim().split('\n').slice(2)
      expect(rows.length).toBeGreaterThan(1)
      for (const row of rows) expect(row).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/)
    }
  })

  it.skipIf(!present('pdftotext'))('pdftotext reads every character of a page', () => {
    const text = run('pdftotext', '-f', '2', '-l', '2', '-raw', 'screen-0.pdf', '-').stdout
    const sorted = (s: string) => [...s.replace(/[\s\p{Cf}]/gu, '')].sort().join('')
    expect(sorted(text)).toBe(sorted(sheets[1]!.text))
  })

  it.skipIf(!present('pdftoppm'))('both editions show the same within the trim', () => {
    // At 127 dpi a millimetre is five pixels, so the trim falls on whole pixels in both files.
    const raster = (file: string, at: number) => {
      const area = ['-x', `${at * 5}`, '-y', `${at * 5}`, '-W', '1050', '-H', '1425']
      const image = spawnSync('pdftoppm', ['-r', '127', '-gray', '-f', '2', '-l', '2', ...area, file], {
        cwd: folder,
        maxBuffer: 1e7,
      }).stdout
      return image.subarray(-1050 * 1425).map((grey) => (grey < 128 ? 1 : 0))
    }
    const [paper, screen] = [raster('print-0.pdf', 13), raster('screen-0.pdf', 0)]
    const dark = screen.reduce((sum, pixel) => sum + pixel, 0)
    expect(dark).toBeGreaterThan(1000)
    expect(paper.reduce((sum, pixel, at) => sum + Math.abs(pixel - screen[at]!), 0)).toBeLessThan(dark * 0.05)
  })
})

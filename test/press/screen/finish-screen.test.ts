import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markedContentId, operations } from '../../../scripts/press/pdf/content-stream.ts'
import { openPdf, pageContent } from '../../../scripts/press/pdf/document.ts'
import { finishPrint } from '../../../scripts/press/print/finish-print.ts'
import { finishScreen } from '../../../scripts/press/screen/finish-screen.ts'
import { itWith } from '../../support/witness.ts'
import { layoutBleed, pages, printSamples, sampleIssue, sheets } from '../print/finish-sample.ts'
import {
  everyPage,
  expectBox,
  latin1,
  mm,
  open,
  origins,
  pdffontsRows,
  pdfinfoBox,
  run,
  texts,
} from './finish-reading.ts'

const trims = [
  [210, 285],
  [210, 297],
  [185, 260],
] as const

let folder: string
let raws: Uint8Array[]
let paper: PDFDocumentProxy
const screens: { bytes: Uint8Array; document: PDFDocumentProxy }[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kanben-screen-'))
  raws = await printSamples(trims)
  for (const [i, [width, height]] of trims.entries()) {
    const bytes = await finishScreen(raws[i]!, sampleIssue(width, height), { layoutBleed, pages })
    screens.push({ bytes, document: await open(bytes) })
    await writeFile(path.join(folder, `${i}.pdf`), bytes)
  }
  const { bytes } = await finishPrint(raws[0]!, sampleIssue(), { layoutBleed })
  await writeFile(path.join(folder, 'print.pdf'), bytes)
  paper = await open(bytes)
})

afterAll(async () => {
  await Promise.all([paper, ...screens.map(({ document }) => document)].map((document) => document.destroy()))
  await rm(folder, { recursive: true, force: true })
})

describe.each(trims.map(([width, height], i) => ({ width, height, i })))(
  'a screen page of $width × $height mm',
  ({ width, height, i }) => {
    it('is cut to the trim', async () => {
      for (const page of await everyPage(screens[i]!.document)) expectBox(page.view, [0, 0, mm(width), mm(height)])
    })

    itWith('pdfinfo')('has the same boxes for pdfinfo', () => {
      for (const kind of ['MediaBox', 'CropBox', 'TrimBox']) {
        expectBox(pdfinfoBox(folder, `${i}.pdf`, kind), [0, 0, mm(width), mm(height)])
      }
    })

    itWith('qpdf')('has no fault that qpdf finds', () => {
      expect(run(folder, 'qpdf', '--check', `${i}.pdf`).status).toBe(0)
    })
  },
)

/** The list of elements that the parent tree has for a page; an empty page has none. */
function parents(root: PDFDict, number: number): PDFArray | undefined {
  const lists: PDFArray[] = []
  const search = (node: PDFDict): void => {
    const nums = node.lookupMaybe(PDFName.of('Nums'), PDFArray)
    for (let i = 0; nums && i < nums.size(); i += 2) {
      if (nums.lookup(i, PDFNumber).asNumber() === number) lists.push(nums.lookup(i + 1, PDFArray))
    }
    const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray)
    for (let i = 0; kids && i < kids.size(); i++) search(kids.lookup(i, PDFDict))
  }
  search(root.lookup(PDFName.of('ParentTree'), PDFDict))
  expect(lists.length).toBeLessThan(2)
  return lists[0]
}

describe('the screen edition beside the print edition', () => {
  it('has the text at the same place of the trim', async () => {
    const [there, here] = await Promise.all([
      origins(await paper.getPage(1)),
      origins(await screens[0]!.document.getPage(1)),
    ])
    const [x, y] = here.get('春水记')!
    expectBox(there.get('春水记')!, [x + mm(13), y + mm(13)])
    // 24 mm from the edge of the sheet is 20 mm from the trim; Chromium snaps to whole CSS pixels.
    expect(Math.abs(x - mm(20))).toBeLessThan(mm(0.3))
  })

  itWith('pdftoppm')('shows the same within the trim', () => {
    // At 127 dpi a millimetre is five pixels, so the trim falls on whole pixels in both files.
    const dark = (file: string, edge: number) => {
      const area = ['-x', `${edge * 5}`, '-y', `${edge * 5}`, '-W', '1050', '-H', '1425']
      const { stdout } = run(folder, 'pdftoppm', '-r', '127', '-gray', '-f', '2', '-l', '2', ...area, file)
      return stdout.subarray(-1050 * 1425).map((grey) => (grey < 128 ? 1 : 0))
    }
    const [there, here] = [dark('print.pdf', 13), dark('0.pdf', 0)]
    const ink = here.reduce((sum, pixel) => sum + pixel, 0)
    expect(ink).toBeGreaterThan(1000)
    // By experiment: 2.4 % of the dark pixels differ, by their inks; one pixel of displacement makes 40 %.
    expect(there.reduce((sum, pixel, at) => sum + Math.abs(pixel - here[at]!), 0)).toBeLessThan(ink * 0.05)
  })
})

describe('the text of the screen edition', () => {
  it('is the text of the source on every page, vertical lines and marks of emphasis included', async () => {
    expect(await texts(screens[0]!.document)).toEqual(sheets.map((sheet) => sheet.text))
  })

  it('is not that of the raw print, which tells some characters by ActualText only', async () => {
    const raw = await open(raws[0]!)
    const [first, second] = await texts(raw)
    await raw.destroy()
    expect(first).toContain('着重••')
    expect(second).not.toBe(sheets[1]!.text)
  })

  it('needs no ActualText any more', async () => {
    const contents = async (bytes: Uint8Array) => (await openPdf(bytes)).getPages().map(pageContent).join('\n')
    expect(await contents(raws[0]!)).toContain('ActualText')
    expect(await contents(screens[0]!.bytes)).not.toContain('ActualText')
  })

  itWith('pdftotext')('is complete for pdftotext', () => {
    const { stdout } = run(folder, 'pdftotext', '-f', '2', '-l', '2', '-raw', '0.pdf', '-')
    const sorted = (text: string) => [...text.replace(/[\s\p{Cf}]/gu, '')].sort().join('')
    expect(sorted(stdout.toString())).toBe(sorted(sheets[1]!.text))
  })

  itWith('mutool')('is complete and in order for MuPDF', () => {
    const { stdout } = run(folder, 'mutool', 'draw', '-q', '-F', 'txt', '0.pdf', '1-2')
    const text = stdout.toString().replace(/[\s\p{Cf}]/gu, '')
    expect(text).toBe(sheets[0]!.text + sheets[1]!.text)
  })

  itWith('pdffonts')('is set in embedded TrueType with Unicode for pdffonts', () => {
    expect(pdffontsRows(folder, '0.pdf').length).toBeGreaterThan(1)
    for (const row of pdffontsRows(folder, '0.pdf')) expect(row).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/)
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
    // As far from the top left corner of the trim as it was in the raw print, whose sheet has 4 mm more on each side.
    const raw = await open(raws[0]!)
    const before = (await raw.getDestination('a02'))!
    const top = (await raw.getPage(2)).view[3]!
    await raw.destroy()
    expectBox([target[2], mm(285) - target[3]], [before[2] - mm(4), top - before[3] - mm(4)])
    expect(target[3] > (await origins(second!)).get('译诗一首')![1]).toBe(true)
  })

  it('keeps the outline and moves it along', async () => {
    const { document } = screens[0]!
    const outline = (await document.getOutline())!
    expect(outline.map(({ title }) => title)).toEqual(['春水记', '译诗一首'])
    expect(outline[1]!.items.map(({ title }) => title)).toEqual(['小节'])
    for (const [i, { title, dest }] of outline.entries()) {
      const [ref, , x, y] = dest as [Parameters<typeof document.getPageIndex>[0], unknown, null, number]
      expect(await document.getPageIndex(ref)).toBe(i)
      const heading = (await origins(await document.getPage(i + 1))).get(title)!
      expect(y - heading[1]).toBeGreaterThan(0)
      expect(y - heading[1]).toBeLessThan(40)
      // The reader keeps the place across and the zoom.
      expect(x).toBeNull()
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
      'Root Document H1 H2 P Span Reference Link Ruby RB RT Div Figure Caption Table TR TH TD L LI LBody Note'
    expect(new Set(roles)).toEqual(new Set(standard.split(' ')))
    // A link that leads nowhere is none.
    expect(roles.filter((role) => role === 'Link')).toHaveLength(3)
    expect(tree).toContain('"alt":"示意图"')
    const annotations = await (await screens[0]!.document.getPage(1)).getAnnotations()
    expect(annotations.map(({ contentsObj }) => contentsObj.str)).toEqual([
      '第二篇（第 1 页）',
      'Tea（https://example.org/tea）',
    ])
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
    expect(second.match(/\/Artifact <</g)!.length).toBeGreaterThan(1)
    expect(second).toContain('/Artifact <</Type /Pagination /Subtype /Footer>> BDC')
    expect(second).not.toMatch(/\/(?:TD|TH|Table)\s*<</)
  })

  it('has each tagged content in the tree once, and the parent tree says where', async () => {
    const { context, catalog } = await openPdf(screens[0]!.bytes)
    const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    const placed = new Map<string, string>()
    const walk = (ref: PDFObject, element: PDFDict): void => {
      const kids = element.lookup(PDFName.of('K'))
      const page = element.get(PDFName.of('Pg'))
      for (const kid of kids instanceof PDFArray ? kids.asArray() : kids ? [element.get(PDFName.of('K'))!] : []) {
        const value = context.lookup(kid)
        if (value instanceof PDFNumber) {
          expect(placed.has(`${page} ${value}`)).toBe(false)
          placed.set(`${page} ${value}`, ref.toString())
        } else if (value instanceof PDFDict && value.has(PDFName.of('S'))) {
          expect(value.get(PDFName.of('P'))?.toString()).toBe(ref.toString())
          walk(kid, value)
        }
      }
    }
    walk(catalog.get(PDFName.of('StructTreeRoot'))!, root)
    const stated = new Map<string, string>()
    for (const page of (await openPdf(screens[0]!.bytes)).getPages()) {
      const ids = new Set([...operations(pageContent(page))].map(markedContentId).filter((id) => id !== undefined))
      const number = page.node.lookup(PDFName.of('StructParents'), PDFNumber).asNumber()
      const list = parents(root, number)?.asArray() ?? []
      expect(list.length).toBeGreaterThan(Math.max(-1, ...ids))
      for (const [id, entry] of list.entries()) {
        expect(ids.has(id)).toBe(entry instanceof PDFRef)
        if (entry instanceof PDFRef) stated.set(`${page.ref} ${id}`, entry.toString())
      }
    }
    expect(stated.size).toBeGreaterThan(20)
    expect(new Map([...stated].sort())).toEqual(new Map([...placed].sort()))
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

  it('is the same bytes from the same print, with an identifier that follows the content', async () => {
    const again = await finishScreen(raws[0]!, sampleIssue(), { layoutBleed, pages })
    expect(Buffer.compare(again, screens[0]!.bytes)).toBe(0)
    expect(new Set(screens.map(({ document }) => document.fingerprints[0])).size).toBe(3)
  })

  it('carries the date of the issue and no other', async () => {
    const { info, metadata } = await screens[0]!.document.getMetadata()
    expect(info).toMatchObject({ CreationDate: 'D:20260315000000Z', ModDate: 'D:20260315000000Z', Producer: 'kanben' })
    expect(metadata.get('xmp:createdate')).toBe('2026-03-15T00:00:00Z')
    expect(/Skia|Chrom/.exec(latin1(screens[0]!.bytes))).toBeNull()
  })

  it('claims to be PDF/UA-1', async () => {
    const { metadata } = await screens[0]!.document.getMetadata()
    expect(metadata.get('pdfuaid:part')).toBe('1')
  })
})

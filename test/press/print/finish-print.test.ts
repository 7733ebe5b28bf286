import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../../../scripts/press/pdf/content-stream.ts'
import { openPdf, pageContent } from '../../../scripts/press/pdf/document.ts'
import { finishPrint, type PrintReport } from '../../../scripts/press/print/finish-print.ts'
import { itWith } from '../../support/witness.ts'
import { boxes, expectBox, latin1, mm, open, pdffontsRows, pdfinfoBox, run, texts } from '../screen/finish-reading.ts'
import { layoutBleed, printSamples, sampleIssue, sheets } from './finish-sample.ts'

const trims = [
  [210, 285],
  [210, 297],
  [185, 260],
] as const

let folder: string
let raws: Uint8Array[]
const prints: { bytes: Uint8Array; report: PrintReport; document: PDFDocumentProxy }[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kanben-print-'))
  raws = await printSamples(trims)
  for (const [i, [width, height]] of trims.entries()) {
    const { bytes, report } = await finishPrint(raws[i]!, sampleIssue(width, height), { layoutBleed })
    prints.push({ bytes, report, document: await open(bytes) })
    await writeFile(path.join(folder, `${i}.pdf`), bytes)
  }
})

afterAll(async () => {
  await Promise.all(prints.map(({ document }) => document.destroy()))
  await rm(folder, { recursive: true, force: true })
})

describe.each(trims.map(([width, height], i) => ({ width, height, i })))(
  'a print of $width × $height mm',
  ({ width, height, i }) => {
    it('has exact trim and bleed boxes inside of a media box at the origin', () => {
      const { bytes } = prints[i]!
      const [edge, bleed] = [mm(13), mm(10)]
      expect(boxes(bytes, 'TrimBox')).toHaveLength(4)
      for (const box of boxes(bytes, 'TrimBox')) expectBox(box, [edge, edge, edge + mm(width), edge + mm(height)])
      expect(boxes(bytes, 'BleedBox')).toHaveLength(4)
      for (const box of boxes(bytes, 'BleedBox'))
        expectBox(box, [bleed, bleed, bleed + mm(width + 6), bleed + mm(height + 6)])
      for (const box of boxes(bytes, 'MediaBox')) expectBox(box, [0, 0, mm(width + 26), mm(height + 26)])
      expect(boxes(bytes, 'CropBox')).toEqual([])
    })

    itWith('pdfinfo')('has the same boxes for pdfinfo', () => {
      expectBox(pdfinfoBox(folder, `${i}.pdf`, 'TrimBox'), [mm(13), mm(13), mm(13 + width), mm(13 + height)])
      expectBox(pdfinfoBox(folder, `${i}.pdf`, 'BleedBox'), [mm(10), mm(10), mm(16 + width), mm(16 + height)])
    })

    itWith('qpdf')('has no fault that qpdf finds', () => {
      expect(run(folder, 'qpdf', '--check', `${i}.pdf`).status).toBe(0)
    })
  },
)

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

  it('takes other inks where they are given', async () => {
    const inks = [{ rgb: '#00ff00', ink: [0.75, 0, 1, 0] as const }]
    const { bytes, report } = await finishPrint(raws[0]!, sampleIssue(), { layoutBleed, inks })
    expect(pageContent((await openPdf(bytes)).getPages()[2]!)).toContain('0.75 0 1 0 k')
    expect(report.colours.map(({ rgb }) => rgb).sort()).toEqual(['#b0202b', '#f4efe6'])
  })

  it('draws everything but marks inside of the bleed', async () => {
    const bleed = [mm(10), mm(10), mm(216), mm(291)]
    for (const content of await contents()) {
      const all = [...operations(content)]
      const clip = all.findIndex(({ operator }) => operator === 'W')
      expectBox(all[clip - 1]!.operands.map(Number), bleed)
      expect(all[clip - 2]!.operator).toBe('q')
      expect(all[clip + 2]!.operator).toBe('cm')
      const before = all.slice(0, clip - 2).map(({ operator }) => operator)
      expect(new Set(before)).toEqual(new Set(['Do', 'q', 'cs', 'scn', 'cm', 'Q']))
      // The group of the clip ends with the content.
      const depth = all.slice(clip - 2).map(({ operator }) => (operator === 'q' ? 1 : operator === 'Q' ? -1 : 0))
      const open = depth.map((_, i) => depth.slice(0, i + 1).reduce((sum: number, step) => sum + step, 0))
      expect(open.indexOf(0)).toBe(open.length - 1)
    }
  })

  it('has no links, tags, outline, destinations or marked content', async () => {
    const source = latin1(prints[0]!.bytes)
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

  it('says what it is, with the date of the issue and no other', async () => {
    const source = latin1(prints[0]!.bytes)
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
    expect(source).not.toMatch(/pdfuaid|pdfaid/)
  })

  it('keeps the text of the source on every page, vertical lines and marks of emphasis included', async () => {
    expect(await texts(prints[0]!.document)).toEqual(sheets.map((sheet) => sheet.text))
    expect(prints[0]!.report.text).toEqual([])
  })

  it('has embedded fonts and no Type 3', () => {
    const source = latin1(prints[0]!.bytes)
    expect(source).not.toContain('/Type3')
    expect(source.match(/\/Type \/FontDescriptor/g)).toHaveLength(source.match(/\/FontFile2 /g)!.length)
  })

  itWith('pdffonts')('has embedded TrueType with Unicode for pdffonts', () => {
    expect(pdffontsRows(folder, '0.pdf').length).toBeGreaterThan(1)
    for (const row of pdffontsRows(folder, '0.pdf')) expect(row).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/)
  })

  it('is the same bytes from the same print, with an identifier that follows the content', async () => {
    const again = await finishPrint(raws[0]!, sampleIssue(), { layoutBleed })
    expect(Buffer.compare(again.bytes, prints[0]!.bytes)).toBe(0)
    expect(new Set(prints.map(({ document }) => document.fingerprints[0])).size).toBe(3)
  })

  it('carries no date and no name of the tools that printed it', () => {
    const source = latin1(prints[0]!.bytes)
    expect(source).not.toMatch(/Skia|Chrom/)
    expect(source.match(/D:\d{8}/g)).toEqual(['D:20260315', 'D:20260315'])
  })
})

import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { diagnostic } from '../../../scripts/model/diagnostic.ts'
import type { Mark } from '../../../scripts/model/mark.ts'
import { markDraft } from '../../../scripts/press/draft/mark-draft.ts'
import { openPdf, pageContent } from '../../../scripts/press/pdf/document.ts'
import { boundIssue } from '../sheets/sheet-sample.ts'

const size = [595, 808] as const

const mark = (number: number, page: number | null, box: Mark['box']): Mark => {
  const facts = { name: `第${number}位作者` }
  return {
    number,
    page,
    box,
    fault: diagnostic('manuscript/affiliation-missing', { file: 'f.md', line: number }, facts),
  }
}

async function draft(marks: readonly Mark[]) {
  const blank = await PDFDocument.create()
  blank.addPage([...size])
  const document = await openPdf(await markDraft(await blank.save(), boundIssue({}), marks, 'zh'))
  const [first, ...sheets] = document.getPages()
  const content = pageContent(first!)
  const frames = [...content.matchAll(/(\S+) (\S+) (\S+) (\S+) re S/g)].map((found) => found.slice(1, 5).map(Number))
  return { content, frames, sheets, annotations: first!.node.Annots()?.size() ?? 0 }
}

test('every fault of a crowded page has its frame and number, and what the margin does not hold stands on a sheet', async () => {
  const marks = Array.from({ length: 70 }, (_, i) => mark(i + 1, 1, [80, 700 - 9 * i, 300, 708 - 9 * i]))
  const { frames, sheets, annotations } = await draft(marks)
  expect(frames).toHaveLength(70)
  expect(annotations).toBeGreaterThan(70)
  expect(sheets.length).toBeGreaterThan(1)
  expect(sheets.map((sheet) => sheet.getSize())).toEqual(sheets.map(() => ({ width: size[0], height: size[1] })))
}, 60_000)

test('a frame stays on the page, one frame serves all that is wrong there, and a margin that holds all needs no sheet', async () => {
  const wide = [-40, 500, 900, 512] as const
  const { frames, sheets } = await draft([mark(1, 1, wide), mark(2, 1, wide)])
  expect(frames).toHaveLength(1)
  const [left, , width] = frames[0]!
  expect(left).toBeGreaterThan(0)
  expect(left! + width!).toBeLessThan(size[0])
  expect(sheets).toEqual([])
}, 60_000)

test('what shows on no page stands on a sheet', async () => {
  const { frames, sheets } = await draft([mark(1, null, null)])
  expect(frames).toEqual([])
  expect(sheets).toHaveLength(1)
}, 60_000)

import { describe, expect, test } from 'vitest'
import type { Product } from '../../scripts/model/codes/row.ts'
import { diagnostic } from '../../scripts/model/diagnostic.ts'
import { applyWaivers, type Looked, readWaivers } from '../../scripts/read/waivers.ts'

const place = { file: 'manuscript/2026-01/waivers.yaml', line: 1, column: 9 }
const space = diagnostic('manuscript/ideographic-space', { file: 'manuscript/2026-01/02-ink.md', line: 3 })
const elsewhere = diagnostic('manuscript/ideographic-space', { file: 'manuscript/2026-01/01-paper.md', line: 3 })
const waiver = { code: 'manuscript/ideographic-space', file: '02-ink.md', because: '旧稿如此', place }

test('a waiver silences its code in its file and nowhere else', () => {
  expect(applyWaivers([space, elsewhere, space], [waiver])).toEqual([elsewhere])
})

test('a file is a whole name, not the end of one', () => {
  const other = diagnostic('manuscript/ideographic-space', { file: 'manuscript/2026-01/102-ink.md' })
  expect(applyWaivers([space, other], [waiver])).toEqual([other])
})

test('an unused waiver is an error at its place', () => {
  const facts = { code: waiver.code, file: waiver.file }
  expect(applyWaivers([elsewhere], [waiver])).toEqual([elsewhere, diagnostic('manuscript/waiver-unused', place, facts)])
})

describe('a waiver of what a run cannot come upon is not unused there', () => {
  const inspection: Looked = { by: new Set(['inspection']), in: new Set() }
  const of = (code: string, file: string) => [{ code, file, because: '试验', place }]
  const run = (...products: Product[]): Looked => ({
    by: new Set(['inspection', 'press', 'proof']),
    in: new Set(products),
  })

  test('a check sees the manuscript and no pages', () => {
    expect(applyWaivers([], [waiver], inspection)).toHaveLength(1)
    for (const code of ['typography/widow', 'layout/filler-added', 'printing/hairline', 'epub/image-large'])
      expect(applyWaivers([], of(code, '02-ink.md'), inspection)).toEqual([])
  })

  test('an edition has faults of its own', () => {
    for (const code of ['typography/widow', 'printing/hairline', 'pdfua/header', 'epub/page-list'])
      expect(applyWaivers([], of(code, '02-ink.md'), run('epub'))).toEqual([])
    expect(applyWaivers([], of('epub/image-large', '2026-01.epub'), run('epub'))).toHaveLength(1)
    expect(applyWaivers([], of('typography/text-ink', '02-ink.md'), run('screen'))).toEqual([])
    expect(applyWaivers([], of('typography/widow', '02-ink.md'), run('screen'))).toHaveLength(1)
    expect(applyWaivers([], of('proof/fact-lost', '2026-01.epub'), run('print'))).toEqual([])
    expect(applyWaivers([], of('printing/imposition-pages', 'issue.yaml'), run('print', 'screen', 'epub'))).toEqual([])
  })

  test('a proof of finished files does not see how they were made', () => {
    const proof: Looked = { ...run('print'), by: new Set(['inspection', 'proof']) }
    expect(applyWaivers([], of('printing/ink-reduced', '2026-01-print.pdf'), proof)).toEqual([])
    expect(applyWaivers([], of('typography/title-divided', '02-ink.md'), proof)).toEqual([])
  })

  test('both paged editions have the same pages', () => {
    const small = diagnostic('typography/type-size', { file: '2026-01-screen.pdf', page: 4 })
    expect(applyWaivers([small], of('typography/type-size', '2026-01-print.pdf'), run('screen'))).toEqual([])
    expect(applyWaivers([], of('typography/type-size', '2026-01-print.pdf'), run('screen'))).toHaveLength(1)
  })
})

test('a waiver without a reason is no waiver', () => {
  const { waivers, diagnostics } = readWaivers('- code: manuscript/html\n  file: 02-ink.md\n', 'waivers.yaml')
  expect(waivers).toEqual([])
  expect(diagnostics.map((d) => d.code)).toEqual(['manuscript/key-missing'])
})

test('waivers keep the place of their code', () => {
  const text = '- code: manuscript/html\n  file: 02-ink.md\n  because: 引文\n'
  expect(readWaivers(text, 'waivers.yaml').waivers).toEqual([
    {
      code: 'manuscript/html',
      file: '02-ink.md',
      because: '引文',
      place: { file: 'waivers.yaml', line: 1, column: 9 },
    },
  ])
})

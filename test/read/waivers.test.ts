import { expect, test } from 'vitest'
import { diagnostic } from '../../scripts/model/diagnostic.ts'
import { applyWaivers, readWaivers } from '../../scripts/read/waivers.ts'

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

test('a waiver of an area that was not checked is not unused', () => {
  expect(applyWaivers([], [waiver], new Set(['layout']))).toEqual([])
  expect(applyWaivers([], [waiver], new Set(['manuscript']))).toHaveLength(1)
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

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../scripts/model/outcome.ts'
import { type BuildOptions, buildIssue } from '../../scripts/pipeline.ts'
import { readPdf } from '../../scripts/proof/pdf/facts.ts'
import { readObjects } from '../../scripts/proof/pdf/objects.ts'
import { itWith } from '../support/witness.ts'
import { stockFolder } from './produce.ts'

const said = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' }).stdout
const mm = (length: number) => (length * 72) / 25.4

/** The stock issue, glued and wanted as PDF/X-1a by a house that prints on uncoated paper. */
const printing = `print:
  standard: x-1a
  profile: uncoated
  binding: perfect
  paper: { text: 80 g/m² 双胶纸, textLeaf: 0.1, cover: 157 g/m² 铜版纸, coverLeaf: 0.14 }
  contact: { name: 余白, email: press@example.org }
`

let folder: string
let outcome: Outcome
const out = () => path.join(folder, '../dist')
const file = (suffix: string) => path.join(out(), '2026-01', `2026-01${suffix}`)

const build = (options: Partial<BuildOptions>) =>
  buildIssue(folder, {
    editions: ['print'],
    out: out(),
    draft: false,
    locale: 'zh',
    progress: () => {},
    signal: new AbortController().signal,
    ...options,
  })

beforeAll(async () => {
  folder = await stockFolder()
  const manifest = path.join(folder, 'issue.yaml')
  await writeFile(manifest, (await readFile(manifest, 'utf8')) + printing)
  outcome = await build({ imposition: 'perfect' })
})

describe('what a printing house gets of a glued issue', () => {
  test('is the print edition, spreads, the cover with its spine, and the job sheet', () => {
    // Eight pages make no spine that could be printed on; the editor is told.
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['printing/spine-narrow'])
    expect(outcome.companions?.map(({ kind }) => kind)).toEqual(['imposition', 'cover', 'job'])
    expect(outcome.companions?.every(({ bytes }) => bytes > 500)).toBe(true)
  })

  itWith('pdfinfo')('is PDF/X-1a throughout, for pdfinfo too', () => {
    for (const suffix of ['-print.pdf', '-imposed.pdf', '-cover.pdf']) {
      expect(said('pdfinfo', file(suffix))).toMatch(/PDF subtype:\s+PDF\/X-1a:2003/)
    }
  })

  itWith('qpdf')('has no fault that qpdf finds', () => {
    for (const suffix of ['-print.pdf', '-imposed.pdf', '-cover.pdf']) {
      expect(spawnSync('qpdf', ['--check', file(suffix)]).status).toBe(0)
    }
  })

  test('is held, sheet by sheet, to what the print edition is held to', async () => {
    const { checks } = JSON.parse(await readFile(file('.json').replace('2026-01.json', 'proof.json'), 'utf8'))
    for (const suffix of ['-imposed.pdf', '-cover.pdf']) {
      const own = checks.filter(
        ({ subject, rule }: { subject: string; rule?: object }) => rule && subject.endsWith(suffix),
      )
      expect(own.length).toBeGreaterThan(40)
      expect(own.every(({ outcome: verdict }: { outcome: string }) => verdict === 'passed')).toBe(true)
    }
  })

  test('has a cover as wide as two pages and the spine', async () => {
    const { pages } = await readPdf(readObjects(new Uint8Array(await readFile(file('-cover.pdf')))))
    expect(pages).toHaveLength(2)
    // Four pages of text are two leaves of 0.1 mm, between two of cover of 0.14 mm.
    const [left, , right] = pages[0]!.trim!
    expect(right - left).toBeCloseTo(mm(2 * 210 + 0.5), 1)
  })

  test('has a job sheet that names each file by its bytes, the condition and the binding', async () => {
    const sheet = await readFile(file('-job.txt'), 'utf8')
    for (const suffix of ['-print.pdf', '-imposed.pdf', '-cover.pdf']) {
      const digest = createHash('sha256')
        .update(await readFile(file(suffix)))
        .digest('hex')
      expect(sheet).toContain(digest)
    }
    for (const words of ['胶装', 'FOGRA29', '260 %', 'PDF/X-1a', '80 g/m² 双胶纸', '余白', '8 面']) {
      expect(sheet).toContain(words)
    }
    const page = await readFile(path.join(out(), '2026-01/proof.html'), 'utf8')
    expect(page).toContain('印刷工单')
  })
})

test('spreads for another binding than the issue has are refused, and the last good files stay', async () => {
  const before = await readFile(file('-print.pdf'))
  const refused = await build({ imposition: 'saddle' })
  expect(refused.diagnostics.map(({ code }) => code)).toContain('printing/imposition-binding')
  expect(refused.delivered).toEqual([])
  expect(Buffer.compare(await readFile(file('-print.pdf')), before)).toBe(0)
})

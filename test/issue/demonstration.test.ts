import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { inlineText } from '../../scripts/model/body.ts'
import type { Outcome } from '../../scripts/model/outcome.ts'
import type { Proof } from '../../scripts/model/proof.ts'
import { buildIssue } from '../../scripts/pipeline.ts'
import { readPdf } from '../../scripts/proof/pdf/facts.ts'
import { readObjects } from '../../scripts/proof/pdf/objects.ts'
import { itWithEpubcheck, objections } from '../epub/java-epubcheck.ts'
import { itWith } from '../support/witness.ts'
import { issueOf, root } from './produce.ts'

const folder = path.join(root, 'manuscript/2026-01')
const said = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' }).stdout

let outcome: Outcome
let proof: Proof
const file = (suffix: string) => outcome.delivered.find(({ path: built }) => built.endsWith(suffix))!.path

beforeAll(async () => {
  const out = await mkdtemp(path.join(tmpdir(), 'kanben-demo-'))
  outcome = await buildIssue(folder, {
    editions: ['print', 'screen', 'epub'],
    out,
    draft: false,
    locale: 'zh',
    progress: () => {},
    signal: new AbortController().signal,
  })
  proof = JSON.parse(await readFile(path.join(out, '2026-01', 'proof.json'), 'utf8'))
})

describe('the demonstration issue', () => {
  test('builds without a diagnostic of any kind', () => {
    expect(outcome.diagnostics).toEqual([])
    expect(outcome.delivered.map(({ edition }) => edition)).toEqual(['print', 'screen', 'epub'])
  })

  test('has whole signatures of at least sixteen pages, the same in both PDFs', () => {
    const [print, screen, epub] = outcome.delivered
    expect(print!.pages! % 4).toBe(0)
    expect(print!.pages).toBeGreaterThanOrEqual(16)
    expect(screen!.pages).toBe(print!.pages)
    expect(epub!.pages).toBeNull()
  })

  test('passes every check, and each author and affiliation is among them for each edition', async () => {
    expect(proof.checks.filter(({ outcome: verdict }) => verdict === 'failed')).toEqual([])
    const issue = await issueOf(folder)
    for (const edition of ['print', 'screen', 'epub']) {
      const subjects = proof.checks
        .filter((c) => c.edition === edition && c.name === 'credits/page')
        .map((c) => c.subject)
      for (const article of issue.articles) {
        for (const name of [...article.byline.map((credit) => credit.name), ...article.affiliations]) {
          expect(subjects.some((subject) => subject.includes(article.title) && subject.includes(name))).toBe(true)
        }
      }
    }
  })

  test('names every heading in the outline, numbers included, whichever page it stands on', async () => {
    const { outline } = await readPdf(readObjects(new Uint8Array(await readFile(file('-screen.pdf')))))
    const squeezed = (text: string) => text.replace(/\s/g, '')
    const titles = new Set(outline.map(({ title }) => squeezed(title)))
    const issue = await issueOf(folder)
    const headings = issue.articles.flatMap(({ body }) =>
      body.flatMap((token, i) => (token.type === 'heading_open' ? [inlineText(body[i + 1]!.children ?? [])] : [])),
    )
    expect(headings.length).toBeGreaterThan(30)
    expect(headings.filter((heading) => !titles.has(squeezed(heading)))).toEqual([])
  })

  test('uses every feature that the format has', async () => {
    const issue = await issueOf(folder)
    const tokens = issue.articles.flatMap((a) => [...a.body, ...a.notes.flatMap((note) => note.tokens)])
    const types = new Set(tokens.flatMap((t) => [t.type, ...(t.children ?? []).map((child) => child.type)]))
    for (const type of [
      'figure',
      'table_open',
      'blockquote_open',
      'container_verse_open',
      'dl_open',
      'ruby',
      'em_open',
      'strong_open',
      'footnote_ref',
      'link_open',
      'ordered_list_open',
      'bullet_list_open',
      'fence',
      'break_opportunity',
      'name_open',
      'work_open',
      'citation',
      'jump',
    ]) {
      expect([type, types.has(type)]).toEqual([type, true])
    }
    expect(new Set(issue.articles.map((a) => a.layout))).toEqual(
      new Set(['feature', 'standard', 'brief', 'editorial', 'interview', 'verse', 'photo', 'back']),
    )
    expect(issue.articles.some((a) => a.runOn)).toBe(true)
    expect(issue.articles.some((a) => a.english && a.references.length > 0)).toBe(true)
    expect(issue.articles.length).toBeGreaterThanOrEqual(8)
    expect(JSON.stringify(issue.articles)).toMatch(/[\u{20000}-\u{2a6df}]/u)
  })

  itWith('qpdf')('is without fault for qpdf', () => {
    for (const suffix of ['-print.pdf', '-screen.pdf']) {
      expect(said('qpdf', '--check', file(suffix))).toContain('No syntax or stream encoding errors found')
    }
  })

  itWith('pdffonts')('has every font embedded and none of Type 3, says poppler', () => {
    for (const suffix of ['-print.pdf', '-screen.pdf']) {
      const rows = said('pdffonts', file(suffix)).trim().split('\n').slice(2)
      expect(rows.length).toBeGreaterThan(3)
      for (const row of rows) expect(row).toMatch(/CID TrueType +Identity-H +yes yes yes/)
    }
  })

  itWith('pdfinfo')('has its boxes where they belong, says poppler', () => {
    const info = said('pdfinfo', '-box', file('-print.pdf'))
    const box = (name: string) =>
      new RegExp(`${name}: +([\\d.]+) +([\\d.]+) +([\\d.]+) +([\\d.]+)`).exec(info)!.slice(1).map(Number)
    const [left, bottom, right, top] = box('TrimBox')
    expect(right! - left!).toBeCloseTo((210 * 72) / 25.4, 1)
    expect(top! - bottom!).toBeCloseTo((285 * 72) / 25.4, 1)
    const bleed = box('BleedBox')
    expect(left! - bleed[0]!).toBeCloseTo((3 * 72) / 25.4, 1)
  })

  itWithEpubcheck('has no fault for the EPUBCheck of Debian', async () => {
    expect(await objections(new Uint8Array(await readFile(file('.epub'))))).toEqual([])
  })
})

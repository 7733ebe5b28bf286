import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layoutBleed } from '../../../scripts/markup/paged.ts'
import type { Article, Issue } from '../../../scripts/model/issue.ts'
import { finishScreen } from '../../../scripts/press/screen/finish-screen.ts'
import { issueOf, laidOut, root, stockFolder } from '../../issue/produce.ts'
import { open, run, texts } from '../../press/screen/finish-reading.ts'
import { itWith } from '../../support/witness.ts'
import { failing } from './issue.ts'

const issues: { issue: Issue; bytes: Uint8Array; file: string }[] = []
let folder: string

function withEndNotes(issue: Issue): Issue {
  const moved = (article: Article): Article => ({ ...article, notesAt: 'end' })
  return {
    ...issue,
    articles: issue.articles.map(moved),
    sections: issue.sections.map((section) => ({ ...section, articles: section.articles.map(moved) })),
  }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kanben-preflight-'))
  const stock = await issueOf(await stockFolder())
  const demonstration = await issueOf(path.join(root, 'manuscript/2026-01'))
  for (const issue of [demonstration, stock, withEndNotes(stock)]) {
    const { raw, pages } = await laidOut(issue)
    const bytes = await finishScreen(raw, issue, { layoutBleed: layoutBleed(issue), pages })
    const file = `${issues.length}.pdf`
    await writeFile(path.join(folder, file), bytes)
    issues.push({ issue, bytes, file })
  }
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** What a program writes, without the spaces that it sees between letters set wide. */
const written = (...command: readonly [string, ...string[]]): string =>
  run(folder, ...command)
    .stdout.toString()
    .replaceAll(/\s/g, '')

/** Kangxi radicals, radicals and compatibility characters that only look like the ones meant. */
const lookAlikes = /[\u2e80-\u2fdf\uf900-\ufaff]/gu

describe.each([
  ['the demonstration issue', 0],
  ['the stock issue', 1],
  ['the stock issue with its notes after the articles', 2],
] as const)('the screen edition of %s', (_, i) => {
  it('fails no assertion', () => {
    expect(failing(issues[i]!.issue, issues[i]!.bytes)).toEqual([])
  })

  it('has no look-alikes for pdf.js', async () => {
    const document = await open(issues[i]!.bytes)
    const text = (await texts(document)).join('')
    await document.destroy()
    expect(text).toContain('版权页')
    expect(text.match(lookAlikes)).toBeNull()
  })

  itWith('pdftotext')('has none for poppler', () => {
    const text = written('pdftotext', issues[i]!.file, '-')
    expect(text).toContain('版权页')
    expect(text.match(lookAlikes)).toBeNull()
  })

  itWith('mutool')('has none for MuPDF', () => {
    const text = written('mutool', 'draw', '-q', '-F', 'txt', issues[i]!.file)
    expect(text).toContain('版权页')
    expect(text.match(lookAlikes)).toBeNull()
  })
})

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Artifact } from '../../scripts/model/artifact.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import { launchBrowser } from '../../scripts/press/browser/browser.ts'
import type { Pagination } from '../../scripts/press/browser/paginate.ts'
import { prove } from '../../scripts/proof/prove.ts'
import { ace } from '../epub/ace.ts'
import { edited } from '../epub/archive.ts'
import { deviceFonts, openIn, type ReadingSystem } from '../epub/reading-systems.ts'
import { finished, issueOf, laidOut, root } from './produce.ts'

/** For people to look at. */
const pictures = path.join(root, 'dist/reading-systems')
const night = 'html, body { background: #111 !important; color: #ccc !important }'

interface Target {
  readonly label: string
  readonly text: string
  readonly role: string
  readonly name: string
}
interface Section {
  readonly characters: number
  readonly pictures: readonly boolean[]
}

let issue: Issue
let printed: Pagination
let artifacts: readonly Artifact[]
let epub: Artifact
let folder: string
let browser: Browser

beforeAll(async () => {
  issue = await issueOf(path.join(root, 'manuscript/2026-01'))
  printed = await laidOut(issue)
  artifacts = await finished(issue, printed, ['print', 'epub'])
  epub = artifacts.find(({ edition }) => edition === 'epub')!
  folder = await mkdtemp(path.join(tmpdir(), 'kanben-readers-'))
  await mkdir(pictures, { recursive: true })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

const compact = (text: string): string => text.replace(/\s/g, '')

describe('foliate-js', () => {
  let reader: ReadingSystem
  beforeAll(async () => {
    reader = await openIn('foliate', browser, epub.bytes, { width: 768, height: 1024 })
  })

  test('shows every chapter with its pictures, and complains of nothing', async () => {
    const count = await reader.ask<number>('sections')
    expect(count).toBe(issue.articles.length + 4)
    for (let i = 0; i < count; i++) {
      const section = await reader.ask<Section>(`section(${i})`)
      // The cover is a picture and has no words.
      expect(section.characters > 30 || i === 0).toBe(true)
      expect(section.pictures.every((shown) => shown)).toBe(true)
    }
    expect(reader.complaints).toEqual([])
  })

  test('is led by each entry of the navigation to the words it names', async () => {
    const targets = await reader.ask<Target[]>('toc()')
    expect(targets.length).toBeGreaterThan(issue.articles.length + issue.sections.length)
    for (const { label, text } of targets.filter(({ label: it }) => !['刊头', '目次', '版权页'].includes(it))) {
      expect(compact(text).startsWith(compact(label))).toBe(true)
    }
  })

  test('is led by the page list to the markers, and knows at each which page of the paper it is', async () => {
    const targets = await reader.ask<Target[]>('pages()')
    // In the order of the book: an article that is continued elsewhere on paper has its pages together.
    const parts = ['masthead', 'contents', ...issue.articles.map(({ id }) => id)]
    const folios = parts.flatMap((part) =>
      printed.pages.flatMap(({ folio, start }) => (start?.part === part ? (folio ?? []) : [])),
    )
    expect([...folios].sort((a, b) => Number(a) - Number(b))).toEqual(printed.pages.flatMap(({ folio }) => folio ?? []))
    expect(targets.map(({ label, role, name }) => [label, role, name])).toEqual(
      folios.map((folio) => [folio, 'doc-pagebreak', folio]),
    )
    const hrefs = await reader.ask<string[]>('pageHrefs()')
    for (const at of [3, 5, 10, folios.length - 1]) {
      const shown = await reader.ask<string>(`show(${JSON.stringify(hrefs[at])})`)
      // On one screen several pages of the paper may begin.
      expect(Math.abs(Number(shown) - Number(folios[at]))).toBeLessThan(2)
    }
  })

  test('opens a note where it is called, without its return link', async () => {
    const first = issue.articles.findIndex(({ notes }) => notes.length > 0)
    const note = await reader.ask<{ type: string; text: string }>(`note(${first + 3})`)
    expect(note.type).toBe('footnote')
    const [written] = issue.articles[first]!.notes
    const words = written!.tokens.flatMap(({ children }) => children ?? []).map(({ content }) => content)
    expect(compact(note.text)).toContain(compact(words[0]!).slice(0, 10))
  })

  test.each([
    [320, 568],
    [768, 1024],
    [1200, 800],
  ])('is looked at %i pixels wide, by day and by night', async (width, height) => {
    const here = await openIn('foliate', browser, epub.bytes, { width, height })
    await here.ask(`styles(${JSON.stringify(deviceFonts)})`)
    for (const [name, index] of [
      ['article', 4],
      ['tables', 8],
      ['verse', issue.articles.length - 1],
    ] as const) {
      await here.ask(`section(${index})`)
      await here.page.screenshot({ path: path.join(pictures, `foliate-${width}-${name}.png`) as `${string}.png` })
    }
    await here.ask(`styles(${JSON.stringify(deviceFonts + night)})`)
    await here.ask('section(5)')
    await here.page.screenshot({ path: path.join(pictures, `foliate-${width}-night.png`) as `${string}.png` })
    expect(here.complaints).toEqual([])
    await here.page.close()
  })
})

describe('epub.js', () => {
  test.each([320, 768, 1200])('shows every chapter %i pixels wide with nothing beyond the screen', async (width) => {
    const reader = await openIn('epubjs', browser, epub.bytes, { width, height: 900 })
    const hrefs = await reader.ask<string[]>('hrefs()')
    expect(hrefs).toHaveLength(issue.articles.length + 4)
    for (const href of hrefs) {
      const section = await reader.ask<Section & { overflow: number }>(`section(${JSON.stringify(href)})`)
      expect(section.pictures.every((shown) => shown)).toBe(true)
      expect([href, section.overflow]).toEqual([href, 0])
    }
    await reader.ask(`styles(${JSON.stringify(deviceFonts)})`)
    await reader.ask(`section('a02.xhtml')`)
    await reader.page.screenshot({ path: path.join(pictures, `epubjs-${width}.png`) as `${string}.png` })
    expect(reader.complaints).toEqual([])
    await reader.page.close()
  })

  test('finds a place for each entry of the navigation, and all pages', async () => {
    const reader = await openIn('epubjs', browser, epub.bytes, { width: 768, height: 900 })
    const targets = await reader.ask<{ label: string; text: string | null }[]>('toc()')
    expect(targets.filter(({ text }) => !text)).toEqual([])
    expect(await reader.ask<number>('pages()')).toBe(printed.pages.filter(({ folio }) => folio !== null).length)
    await reader.page.close()
  })
})

describe('Ace by DAISY', () => {
  const report = async (bytes: Uint8Array) => {
    const file = path.join(folder, 'book.epub')
    await writeFile(file, bytes)
    return ace(file)
  }

  test('finds no violation', async () => {
    expect(await report(epub.bytes)).toEqual({ outcome: 'pass', violations: [] })
  })

  test('finds one where a page break has lost its label', async () => {
    const broken = edited(epub.bytes, 'OEBPS/a01.xhtml', (text) => text.replace(/ aria-label="\d+"/, ''))
    expect((await report(broken)).violations.join()).toMatch(/pagebreak|page/)
  })
})

describe('the pages of the paper', () => {
  const failures = async (bytes: Uint8Array) => {
    const tampered = artifacts.map((artifact) => (artifact === epub ? { ...artifact, bytes } : artifact))
    const { checks } = await prove(issue, tampered, 'test')
    return checks.filter(({ outcome }) => outcome === 'failed').map(({ name, subject }) => `${name} ${subject}`)
  }
  const marker = /<(?:span|div) epub:type="pagebreak"[^>]*aria-label="(\d+)"[^>]*><\/(?:span|div)>/

  test('are marked in the book where the PDF has them', async () => {
    expect(await failures(epub.bytes)).toEqual([])
  })

  test('are missed where a marker is moved by one character', async () => {
    const inside = printed.pages.find(({ start }) => start && start.offset > 0)!
    const moved = edited(epub.bytes, `OEBPS/${inside.start!.part}.xhtml`, (text) =>
      text.replace(new RegExp(`(<span epub:type="pagebreak"[^>]*aria-label="${inside.folio}"></span>)([^<])`), '$2$1'),
    )
    expect(await failures(moved)).toEqual([`epub/page-break ${inside.folio}`])
  })

  test('are missed where a marker is lost', async () => {
    const lost = edited(epub.bytes, 'OEBPS/a02.xhtml', (text) => text.replace(marker, ''))
    const found = await failures(lost)
    expect(found.some((it) => it.startsWith('epub/page-break'))).toBe(true)
    expect(found.some((it) => it.startsWith('epub/page-list'))).toBe(true)
  })

  test('are missed where the page list leaves one out', async () => {
    const short = edited(epub.bytes, 'OEBPS/toc.xhtml', (text) =>
      text.replace(/<li><a href="[^"]*#page-9">9<\/a><\/li>/, ''),
    )
    expect(await failures(short)).toEqual([`epub/page-list ${epub.file}`])
  })
})

import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTemplates } from '../../scripts/inspection.ts'
import { coverSize, layoutEpubCover } from '../../scripts/markup/epub-cover.ts'
import { rareCharacters } from '../../scripts/markup/epub-rare.ts'
import type { Templates } from '../../scripts/markup/templates.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import { launchBrowser } from '../../scripts/press/browser/browser.ts'
import { drawCover } from '../../scripts/press/epub/cover.ts'
import { writeEpub } from '../../scripts/press/epub/pack.ts'
import { rareFace } from '../../scripts/press/fonts/rare-font.ts'
import { checkEpub } from '../../scripts/proof/epub/check.ts'
import { codePointsOf } from '../../scripts/proof/epub/face.ts'
import { edited } from './archive.ts'
import { demonstration, epubDocument, issueFolder, readIssue } from './issue.ts'

let issue: Issue
let templates: Templates

beforeAll(async () => {
  issue = (await readIssue(demonstration)).issue
  templates = await readTemplates()
})

describe('the cover', () => {
  let browser: Awaited<ReturnType<typeof launchBrowser>>

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  const inTheme = (theme: string): Issue => ({
    ...issue,
    style: { ...issue.style, theme },
    page: { ...issue.page, measures: templates.themes.get(theme)! },
  })
  const draw = (theme: string, width?: number) =>
    drawCover(browser, layoutEpubCover(inTheme(theme), templates), coverSize, width)

  test.each(['magazine', 'academic'])('of the %s is 1500 × 2400 pixels and shows its picture', async (theme) => {
    const { data, mediaType } = await draw(theme)
    const picture = sharp(data)
    const { width, height, format, hasAlpha } = await picture.metadata()
    expect([width, height, `image/${format}`, hasAlpha]).toEqual([1500, 2400, mediaType, false])
    // The middle of the picture is made of many greys; ground alone has none.
    const { channels } = await picture.extract({ left: 600, top: 800, width: 300, height: 500 }).greyscale().stats()
    expect(channels[0]!.stdev).toBeGreaterThan(30)
  })

  test('can be drawn as large as shops want it', async () => {
    const { width, height } = await sharp((await draw('magazine', 1600)).data).metadata()
    expect([width, height]).toEqual([1600, 2560])
  })

  test('is the same to the byte each time', async () => {
    const [once, again] = [await draw('magazine', 560), await draw('magazine', 560)]
    expect(Buffer.from(once.data).equals(Buffer.from(again.data))).toBe(true)
  })

  test('keeps everything inside of its page, in either theme', async () => {
    for (const theme of ['magazine', 'academic']) {
      const { html, css } = layoutEpubCover(inTheme(theme), templates)
      const page = await browser.newPage()
      await page.setViewport({ ...coverSize })
      await page.setContent(html.replace('</head>', () => `<style>${css}</style></head>`))
      const boxes = await page.$$eval('.cover :is(p, li, span, footer)', (all) =>
        all.map((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect()
          return { left, right, top, bottom, text: element.textContent }
        }),
      )
      expect(boxes.length).toBeGreaterThan(8)
      for (const box of boxes) {
        expect(box.left, box.text!).toBeGreaterThanOrEqual(0)
        expect(box.top, box.text!).toBeGreaterThanOrEqual(0)
        expect(box.right, box.text!).toBeLessThanOrEqual(coverSize.width)
        expect(box.bottom, box.text!).toBeLessThanOrEqual(coverSize.height)
      }
      await page.close()
    }
  })

  test('has no bar code, which is for shops of paper', async () => {
    const barcode = { ean: '9772096123000', addOn: '03' }
    const { html } = layoutEpubCover({ ...issue, cover: { ...issue.cover, barcode } }, templates)
    expect(html).not.toContain('<svg')
    expect(html).toContain(issue.cover.headline)
  })
})

describe('the face for rare characters', () => {
  test('has a glyph for each of the demonstration issue, and hardly any other', async () => {
    const characters = rareCharacters(issue)
    expect(characters).toContain('𤩽')
    const face = await rareFace(characters)
    expect(face?.characters).toBe(characters)
    const glyphs = codePointsOf(face!.data)
    for (const character of characters) expect(glyphs.has(character.codePointAt(0)!)).toBe(true)
    expect(glyphs.size).toBeLessThanOrEqual([...characters].length)
    expect(face!.data.length).toBeLessThan(20_000)
  })

  test('is the same to the byte each time', async () => {
    const [once, again] = [await rareFace('𤩽'), await rareFace('𤩽')]
    expect(Buffer.from(once!.data).equals(Buffer.from(again!.data))).toBe(true)
  })

  test('is not made for characters that it lacks', async () => {
    expect(await rareFace('')).toBeUndefined()
    expect(await rareFace('\u{3FFFD}')).toBeUndefined()
  })

  test('makes a valid book, and a character that it lacks fails the proof', async () => {
    const face = (await rareFace(rareCharacters(issue)))!
    const bytes = await writeEpub(await epubDocument(issue, { rareFaces: [face] }))
    expect((await checkEpub(bytes, 'x.epub', issue)).diagnostics).toEqual([])
    const lacking = edited(bytes, 'OEBPS/contents.xhtml', (xml) =>
      xml.replace('<span class="rare">𤩽', '<span class="rare">𠮷'),
    )
    const { diagnostics } = await checkEpub(lacking, 'x.epub', issue)
    expect(diagnostics.map(({ code, facts }) => [code, facts.character])).toEqual([['epub/glyph-missing', '𠮷']])
  })

  test('of common characters is read back as well as that of rare ones', async () => {
    const common = (await readIssue(issueFolder)).issue.journal.name
    const face = await rareFace(common)
    expect([...codePointsOf(face!.data)].map((c) => String.fromCodePoint(c)).join('')).toBe([...common].sort().join(''))
    expect(codePointsOf(face!.data.subarray(0, 60))).toEqual(new Set())
  })
})

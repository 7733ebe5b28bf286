/** The pages in the real browser: nothing leaves the screen, everything can be read by day, by night and in sepia. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EpubDocument } from '../../scripts/model/edition.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import { launchBrowser } from '../../scripts/press/browser/browser.ts'
import { themes } from '../themes.ts'
import { demonstration, epubDocument, issueFolder, readIssue } from './issue.ts'

let folder: string
let browser: Awaited<ReturnType<typeof launchBrowser>>
let page: Page
const books = new Map<string, EpubDocument>()

async function unpacked(name: string, issue: Issue): Promise<void> {
  const book = await epubDocument(issue)
  const files = [
    { href: 'style.css', data: book.css },
    ...book.chapters.map(({ href, xhtml }) => ({ href, data: xhtml })),
  ]
  for (const { href, data } of [...files, ...book.resources]) {
    const file = path.join(folder, name, href)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, data)
  }
  books.set(name, book)
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kanben-look-'))
  const { issue } = await readIssue(demonstration)
  await unpacked('magazine', issue)
  const style = { ...issue.style, theme: 'academic' }
  await unpacked('academic', { ...issue, style, page: { ...issue.page, measures: themes.get('academic')! } })
  await unpacked('constructs', { ...(await readIssue(issueFolder)).issue, epub: { notes: 'duokan' } })
  browser = await launchBrowser()
  page = await browser.newPage()
})

afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

async function open(name: string, href: string, reader: string): Promise<void> {
  await page.goto(pathToFileURL(path.join(folder, name, href)).href)
  if (reader !== '') await page.addStyleTag({ content: reader })
}

const chapters = (name: string): string[] => books.get(name)!.chapters.map(({ href }) => href)

/** Grounds and inks of reading systems, and the contrast that everything has on them: 3 is enough for large type. */
const lights = [
  { ground: '#ffffff', ink: '#000000', least: 4.5 },
  { ground: '#f4ecd8', ink: '#433422', least: 3.8 },
  { ground: '#121212', ink: '#dddddd', least: 4 },
  { ground: '#000000', ink: '#ffffff', least: 4.5 },
]

/** Width in pixels, size of type in percent of the reading system's own. */
const screens = [
  { width: 320, size: 100 },
  { width: 320, size: 200 },
  { width: 768, size: 100 },
  { width: 1200, size: 100 },
]

describe.each(['magazine', 'academic', 'constructs'])('every chapter (%s)', (name) => {
  test('stays on the screen of a telephone, at 200 % type too, of a tablet and of a desk', async () => {
    const outside: string[] = []
    for (const href of chapters(name)) {
      await open(name, href, '')
      for (const { width, size } of screens) {
        await page.setViewport({ width, height: 800 })
        await page.evaluate((percent) => document.documentElement.style.setProperty('font-size', `${percent}%`), size)
        const { wide, scrolls, measure } = await page.evaluate(() => ({
          wide: [...document.querySelectorAll('body *')]
            // A table scrolls within its own frame.
            .filter((element) => !element.closest('table') && element.getBoundingClientRect().right > innerWidth + 0.5)
            .map((element) => `${element.tagName}.${element.className}`),
          scrolls: document.documentElement.scrollWidth > innerWidth,
          measure: document.querySelector('section')!.getBoundingClientRect().width,
        }))
        outside.push(...wide.map((element) => `${href} ${width} ${size} ${element}`))
        expect(scrolls, `${href} ${width} ${size}`).toBe(false)
        // No line is longer than the eye finds back from; the cover is a picture.
        if (width === 1200 && href !== 'cover.xhtml') expect(measure / 16, href).toBeLessThanOrEqual(40)
      }
    }
    expect(outside).toEqual([])
  })

  test('can be read by day, in sepia, by night and on black', async () => {
    const faint = new Set<string>()
    for (const href of chapters(name)) {
      for (const [i, { ground, ink, least }] of lights.entries()) {
        const reader = `html { background: ${ground}; color: ${ink} }`
        if (i === 0) await open(name, href, reader)
        else await page.addStyleTag({ content: reader })
        const pairs = await page.evaluate((sheet) => {
          // One element of each kind: its own class and those around it say what colour it has.
          const kinds = new Map<string, Element>()
          for (const element of document.querySelectorAll('body *')) {
            if (![...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim())) continue
            const { className, parentElement } = element
            kinds.set(
              `${element.localName} ${className} ${parentElement?.localName} ${parentElement?.className}`,
              element,
            )
          }
          return [...kinds].map(([kind, element]) => {
            let up: Element | null = element
            while (up && getComputedStyle(up).backgroundColor === 'rgba(0, 0, 0, 0)') up = up.parentElement
            const ground = up ? getComputedStyle(up).backgroundColor : sheet
            return { kind, color: getComputedStyle(element).color, ground }
          })
        }, ground)
        for (const pair of pairs) if (contrast(pair.color, pair.ground) < least) faint.add(`${pair.kind} ${pair.color}`)
      }
    }
    expect([...faint]).toEqual([])
  })
})

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = colour.match(/[\d.]+/g)!.map((part) => {
    const share = Number(part) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light! + 0.05) / (dark! + 0.05)
}

describe('a page', () => {
  test('gives a wide table a frame that scrolls', async () => {
    await page.setViewport({ width: 320, height: 800 })
    await open('magazine', 'a05.xhtml', 'html { font-size: 200% }')
    const frames = await page.$$eval('.table', (all) =>
      all.map((frame) => [frame.scrollWidth > frame.clientWidth, getComputedStyle(frame).overflowX]),
    )
    expect(frames).toContainEqual([true, 'auto'])
  })

  test('sets drawings on a light ground, so that black lines do not vanish by night', async () => {
    await open('magazine', 'a02.xhtml', 'html { background: #121212; color: #ddd }')
    const grounds = await page.$$eval('figure img', (all) => all.map((img) => getComputedStyle(img).backgroundColor))
    expect(grounds).toEqual(['rgb(255, 255, 255)'])
  })

  test('shows every picture whole: as wide as the text at most, and no higher than the screen', async () => {
    await page.setViewport({ width: 768, height: 500 })
    await open('magazine', 'a10.xhtml', '')
    const sizes = await page.$$eval('img', (all) =>
      all.map((img) => {
        const { width, height } = img.getBoundingClientRect()
        return { width, height, loaded: img.complete && img.naturalWidth > 0 }
      }),
    )
    expect(sizes).toHaveLength(5)
    for (const { width, height, loaded } of sizes) {
      expect(loaded).toBe(true)
      expect(width).toBeLessThanOrEqual(768)
      expect(height).toBeLessThanOrEqual(500)
    }
  })
})

describe('the style sheet', () => {
  test.each(['magazine', 'academic'])('of the %s holds to what reading systems take', (name) => {
    const css = books.get(name)!.css.replace(/\/\*[\s\S]*?\*\//g, '')
    expect(css).not.toMatch(/--[\w-]+\s*:|var\(/)
    expect(css).not.toMatch(/[;{\s]position\s*:|@import|!important|&/)
    expect(css).not.toMatch(/\b(px|pt|mm|cm)\b(?<!\b[12]px)/)
    // Nesting: a rule inside of a rule that is no at-rule.
    expect(css.replace(/\{[^{}]*\}/g, '')).not.toMatch(/[{}]/)
    const body = /^body\s*\{([^}]*)\}/m.exec(css)![1]!
    expect(body).not.toMatch(/(^|[^-])color|background|font-size|font-family|width/)
  })
})

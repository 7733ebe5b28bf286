/** The reader of glyphs against another reader of the same file, and the lines against the text they are made of. */
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Artifact } from '../../../scripts/model/artifact.ts'
import { launchBrowser } from '../../../scripts/press/browser/browser.ts'
import { eachOperator } from '../../../scripts/proof/pdf/content.ts'
import { readPdf } from '../../../scripts/proof/pdf/facts.ts'
import { readObjects } from '../../../scripts/proof/pdf/objects.ts'
import { significant } from '../../../scripts/proof/text/characters.ts'
import { readGlyphs } from '../../../scripts/proof/typography/read/glyphs.ts'
import { readLines } from '../../../scripts/proof/typography/read/lines.ts'
import { printSheets, sheetsOf } from '../sheets.ts'
import { stockIssue } from '../stock.ts'

const issue = stockIssue()
let browser: Browser
let artifact: Artifact

beforeAll(async () => {
  browser = await launchBrowser()
  artifact = await printSheets(browser, issue, sheetsOf(issue))
})
afterAll(() => browser.close())

describe('glyphs', () => {
  test('say what pdf.js reads, page by page', async () => {
    const { pages } = await readPdf(readObjects(artifact.bytes))
    const ours = readGlyphs(readObjects(artifact.bytes)).map(({ glyphs }) =>
      significant(glyphs.map(({ text }) => text).join('')),
    )
    expect(ours).toEqual(pages.map(({ texts }) => significant(texts.map(({ text }) => text).join(''))))
    expect(ours.join('').length).toBeGreaterThan(1000)
  })

  test('stand where pdf.js has the beginning of each piece of text, in the same size', async () => {
    const { pages } = await readPdf(readObjects(artifact.bytes))
    const ours = readGlyphs(readObjects(artifact.bytes))
    const lost = pages.flatMap(({ number, texts }) =>
      texts
        .filter(({ text }) => significant(text) !== '')
        .filter(({ text, x, y, size }) => {
          const near = (a: number, b: number) => Math.abs(a - b) < 0.01
          return !ours[number - 1]!.glyphs.some(
            (glyph) => text.startsWith(glyph.text) && near(glyph.x, x) && near(glyph.y, y) && near(glyph.size, size),
          )
        }),
    )
    expect(lost).toEqual([])
  })

  test('bear the names of their faces without subset tags', () => {
    const names = new Set(
      readGlyphs(readObjects(artifact.bytes)).flatMap(({ glyphs }) => glyphs.map(({ font }) => font)),
    )
    expect([...names].sort()).toEqual(
      expect.arrayContaining(['NotoSansSC-Bold', 'NotoSansSC-Regular', 'NotoSerifSC-Black', 'NotoSerifSC-Regular']),
    )
  })
})

describe('lines', () => {
  test('hold every character of the body once, in order', () => {
    const pages = readLines(issue, readGlyphs(readObjects(artifact.bytes)))
    const said = pages.flatMap(({ lines }) => lines).filter(({ article, kind }) => article === 'a02' && kind === 'body')
    const written = issue.articles[1]!.body.flatMap((token) => token.children?.map(({ content }) => content) ?? [])
    expect(said.map(({ text }) => significant(text)).join('')).toBe(written.join(''))
    expect(said.filter(({ opens }) => opens)).toHaveLength(3)
    expect(said.filter(({ closes }) => closes)).toHaveLength(3)
  })

  test('leave note calls and ruby beside the text', () => {
    const pages = readLines(issue, readGlyphs(readObjects(artifact.bytes)))
    const line = pages.flatMap(({ lines }) => lines).find(({ text }) => text.includes('所谓刊本'))!
    expect(line.attached.map(({ text }) => text).join('')).toBe('kān běn')
  })

  test('know notes, captions and headings, and their lines in the manuscript', () => {
    const lines = readLines(issue, readGlyphs(readObjects(artifact.bytes))).flatMap((page) => page.lines)
    const heading = lines.find(({ kind }) => kind === 'heading')!
    expect(heading.text).toBe('一、读字与读意')
    expect(heading.passage!.source).toEqual({
      file: issue.articles[0]!.file,
      line: issue.articles[0]!.body[4]!.map![0],
    })
    expect(lines.filter(({ kind }) => kind === 'note')).toHaveLength(3)
    expect(lines.filter(({ kind }) => kind === 'caption').map(({ text }) => significant(text))).toContain(
      '图1手扳架印刷机',
    )
  })
})

describe('content streams', () => {
  const operators = (text: string) => {
    const all: unknown[] = []
    eachOperator(text, (operator, operands) => all.push([operator, ...operands]))
    return all
  }

  test('give operators with numbers, names, strings and arrays', () => {
    expect(operators('/F1 12 Tf -1.5 .25 Td <00410042> Tj [(a\\)b) -20 <63>] TJ')).toEqual([
      ['Tf', '/F1', 12],
      ['Td', -1.5, 0.25],
      ['Tj', "'\0A\0B"],
      ['TJ', ["'a)b", -20, "'c"]],
    ])
  })

  test('are read to the end over inline images, comments and nested parentheses', () => {
    expect(operators('BI /W 1 ID \x01(\x02 EI (a(b)c\\101\\\nd) Tj % (no\nT*')).toEqual([
      ['BI'],
      ['ID', '/W', 1],
      ['Tj', "'a(b)cAd"],
      ['T*'],
    ])
  })
})

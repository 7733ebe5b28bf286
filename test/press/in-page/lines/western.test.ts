import { beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../../../scripts/press/browser/browser.ts'
import { showHtml } from '../../../../scripts/press/browser/show-html.ts'
import { fontFaceCss, subsetFaces } from '../../../../scripts/press/fonts/subset.ts'
import { westernMarks } from '../../../../scripts/press/in-page/lines/western.ts'
import { readObjects } from '../../../../scripts/proof/pdf/objects.ts'
import type { Glyph } from '../../../../scripts/proof/typography/read/glyph-page.ts'
import { readGlyphs } from '../../../../scripts/proof/typography/read/glyphs.ts'
import { issueOf, laidOut, stockFolder } from '../../../issue/produce.ts'
import { article } from '../laid-pages.ts'

/** The marks of a text that are set as Western ones, with the character before each. */
function found(text: string): string[] {
  const characters = [...text]
  return westernMarks(characters).flatMap((western, i) =>
    western ? [(characters[i - 1] ?? '^') + characters[i]!] : [],
  )
}

describe('marks that Chinese and Western texts share', () => {
  test.each([
    ['他说“Hello, world”，又说“好”。', []],
    ['“Hello”是他说的第一个词', []],
    ['他说：“it’s late”——后来又说……', ['t’']],
    ['他又说OK……完了', []],
    ['1911—1949年', []],
    ['1911—1949', []],
    ['让·雅克·卢梭（Jean·Jacques）', ['n·']],
    ['“他写了‘Adobe’与“Apple””', []],
    ['水的浓度是3 mol·L⁻¹，见表', ['l·']],
    ['“Why?” asked the editor—twice…', ['^“', '?”', 'r—', 'e…']],
    ['It’s an ‘old’ habit', ['t’', ' ‘', 'd’']],
    ['the compositors’ lamp, rock ’n’ roll', ['s’', ' ’', 'n’']],
    ['The editor said “你好” to him — and went', [' “', '好”', ' —']],
    ['The “Letters”: a study of 排字 in Westbridge’s houses', [' “', 's”', 'e’']],
    ['Достоевский сказал “да”', [' “', 'а”']],
    ['（作者单位：Universität “Zürich”）', [' “', 'h”']],
    ['用Word “打开”，用Word“Open”命令', []],
    ['……', []],
    ['“2026”', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

const words =
  'The lamp in the composing room goes out at midnight and the compositor’s apprentice says “good night” to all. '
const body = [
  `<p>${words.repeat(8)}</p>`,
  '<p>参看Łukasiewicz、Dvořák、Erdoğan、Śāntideva、Ἰλιάς、Достоевский、[ʃəˈneɪ]、Nguyễn诸家之说，面积m⁻²，浓度5×10⁻³，水H₂O，硫酸根SO₄²⁻，“引文”与“Apple”。</p>',
  '<p>书名<em>Where the “Letters” Sleep</em>用斜体，<em><span class="dot">汉</span>A</em>不用，<strong>粗体Łódź</strong>是黑体。</p>',
  '<h3>标题Dvořák</h3><p>正文</p>',
].join('')

describe('Western words', () => {
  let glyphs: readonly Glyph[] = []
  /** The faces of the glyphs of a word, each once. */
  const facesOf = (word: string): string[] => {
    const text = glyphs.map((glyph) => glyph.text).join('')
    const at = text.indexOf(word)
    if (at < 0) throw new Error(`${word} is not on the page`)
    return [...new Set(glyphs.slice(at, at + word.length).map(({ font }) => font))]
  }
  beforeAll(async () => {
    const issue = await issueOf(await stockFolder())
    const printed = await laidOut({ ...issue, page: { ...issue.page, signature: 1 } }, (document) => ({
      ...document,
      html: document.html.replace(
        /(<body[^>]*>)[\s\S]*(<\/body>)/,
        (_, open, close) => open + article('a', 'opens', body) + close,
      ),
    }))
    glyphs = readGlyphs(readObjects(printed.raw)).flatMap((page) =>
      page.glyphs.filter(({ text }) => text.trim() !== ''),
    )
  })

  test.each(['Łukasiewicz', 'Dvořák', 'Erdoğan', 'Śāntideva', 'Ἰλιάς', 'Достоевский', '[ʃəˈneɪ]', 'Nguyễn'])(
    '%s comes from one face, the companion of Song',
    (word) => expect(facesOf(word)).toEqual(['NotoSerif-Regular']),
  )

  test.each(['m⁻²', '5×10⁻³', 'H₂O', 'SO₄²⁻'])('so does %s', (word) =>
    expect(facesOf(word)).toEqual(['NotoSerif-Regular']),
  )

  test('quotation marks are those of the text that they stand in', () => {
    expect(facesOf('“引')).toEqual(['NotoSerifSC-Regular'])
    expect(facesOf('“Apple')[0]).toBe('NotoSerifSC-Regular')
    expect(facesOf('“good')).toEqual(['NotoSerif-Regular'])
    expect(facesOf('compositor’s')).toEqual(['NotoSerif-Regular'])
  })

  test('emphasis leans where it holds letters only; strong and headings have the companion of Hei', () => {
    expect(facesOf('Where')).toEqual(['NotoSerif-Italic'])
    expect(facesOf('“Letters”')).toEqual(['NotoSerif-Italic'])
    expect(facesOf('汉A')).toEqual(['NotoSerifSC-Regular', 'NotoSerif-Regular'])
    expect(facesOf('Łódź')).toEqual(['NotoSans-Bold'])
    expect(facesOf('标题Dvořák')).toEqual(['NotoSansSC-Bold', 'NotoSans-Bold'])
  })

  test('letters are as high as the Chinese face has them, and stand on its baseline', () => {
    const [han, letter] = [glyphs.find(({ text }) => text === '参')!, glyphs.find(({ text }) => text === 'Ł')!]
    expect(letter.y).toBeCloseTo(han.y, 2)
    expect(letter.size / han.size).toBeCloseTo(0.95, 3)
  })

  test('lines of English end at the measure, a hyphen is no em wide', () => {
    const rows = new Map<number, number>()
    for (const { x, y, advance, size } of glyphs) {
      if (Math.abs(size - 9.975) < 0.01 && x < 295) rows.set(y, Math.max(rows.get(y) ?? 0, x + advance))
    }
    const right = Math.max(...rows.values())
    expect([...rows.values()].filter((end) => right - end < 0.8).length).toBeGreaterThanOrEqual(4)
    for (const hyphen of glyphs.filter(({ text: it }) => /^[-‐]$/.test(it))) {
      expect(hyphen.advance).toBeLessThan(0.4 * hyphen.size)
    }
  })
})

test('lines of ruby beside Western words keep their height', async () => {
  const words = '测试缺刻quē kèminchōtai abc gpqy'
  const css = fontFaceCss(await subsetFaces(words))
  const ruby = ['<ruby>缺<rt>quē</rt>刻<rt>kè</rt></ruby>测试', '<ruby>缺刻<rt>minchōtai</rt></ruby>abc']
  const html = ['测试', '测gpqy试', '<b>gpqy</b>'].flatMap((line) =>
    ruby.map((it) => `<div>${line}<br>${it}<br>${line}</div>`),
  )
  const style = '* { margin: 0 } div { font: 10.5pt/16.5pt Song } rt { font: 5pt/7pt Hei } b { font-family: Hei }'
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await showHtml(page, `<!doctype html><meta charset="utf-8"><style>${css} ${style}</style>${html.join('')}`)
    await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())).then(() => undefined))
    const heights = await page.$$eval('div', (divs) => divs.map((div) => div.getBoundingClientRect().height))
    expect(heights).toEqual(html.map(() => 66))
  } finally {
    await browser.close()
  }
})

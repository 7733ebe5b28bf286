import { beforeAll, describe, expect, test } from 'vitest'
import { layoutReport } from '../../../../scripts/press/browser/layout-report.ts'
import type { Pagination } from '../../../../scripts/press/browser/paginate.ts'
import { readObjects } from '../../../../scripts/proof/pdf/objects.ts'
import type { Glyph } from '../../../../scripts/proof/typography/read/glyph-page.ts'
import { readGlyphs } from '../../../../scripts/proof/typography/read/glyphs.ts'
import { issueOf, laidOut, stockFolder } from '../../../issue/produce.ts'
import { article, paragraph } from '../laid-pages.ts'

const planted = '坏段落坏段落坏段落坏段落坏段落坏段落坏段落坏段落坏段落坏段落'
const options = `A. 一年以内${'　B. 一至三年　C. 三至五年　D. 五年以上'.repeat(9)}`

/** Every reading of one paragraph's edges fails, and every look at its style once pages are made. */
const fault = `<script>
  const rects = Element.prototype.getClientRects
  Element.prototype.getClientRects = function () {
    if (this.id === 'planted' && !this.closest('.pagedjs_page')) throw new Error('planted in the lines')
    return rects.call(this)
  }
  const style = window.getComputedStyle
  window.getComputedStyle = (element, ...more) => {
    if (element.dataset?.id === 'planted' && element.closest('.pagedjs_page')) throw new Error('planted in a page')
    return style(element, ...more)
  }
</script>`

let laid: Pagination
let text: string
const issueFolder = stockFolder()

beforeAll(async () => {
  const issue = await issueOf(await issueFolder)
  const body = `${paragraph('前', 4)}<p id="planted">${planted}</p><p>${options}</p>${paragraph('后', 4)}`
  laid = await laidOut({ ...issue, page: { ...issue.page, signature: 1 } }, (document) => ({
    ...document,
    html: document.html
      .replace('</head>', () => `${fault}</head>`)
      .replace(/(<body[^>]*>)[\s\S]*(<\/body>)/, (_, open, close) => open + article('a01', 'opens', body) + close),
  }))
  text = readGlyphs(readObjects(laid.raw))
    .flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text))
    .join('')
}, 120_000)

describe('a step of the layout that fails', () => {
  test('ends no build, and is told with its paragraph', async () => {
    const lines = laid.faults.filter(({ step }) => step === 'lines')
    expect(lines).toEqual([
      { step: 'lines', article: 'a01', begins: [...planted].slice(0, 24).join(''), reason: 'planted in the lines' },
    ])
    expect(laid.faults.filter(({ step }) => step === 'page').map(({ reason }) => reason)).toEqual(['planted in a page'])
    const told = layoutReport(await issueOf(await issueFolder), laid)
    expect(told.map(({ code }) => code)).toEqual(['layout/lines-by-browser', 'layout/page-as-found'])
    expect(told[0]!.place?.file).toMatch(/01-paper\.md$/)
  })

  test('leaves the text on the page, whole', () => {
    expect(text).toContain(planted)
    expect(text.split('后')).toHaveLength(paragraph('后', 4).split('后').length)
  })
})

describe('white space as wide as a character', () => {
  test('begins no line, and takes no room at the end of one', () => {
    const glyphs = readGlyphs(readObjects(laid.raw)).flatMap((page) => page.glyphs)
    const rows = new Map<string, Glyph[]>()
    for (const glyph of glyphs.filter(({ size }) => Math.abs(size - 10.5) < 0.1)) {
      const key = `${glyph.x > 300} ${Math.round(glyph.y)}`
      rows.set(key, [...(rows.get(key) ?? []), glyph])
    }
    const own = [...rows.values()]
      .map((row) => row.sort((a, b) => a.x - b.x))
      .filter((row) => row.some(({ text }) => /[以至]/.test(text)) && row.length > 18)
    expect(own.length).toBeGreaterThan(3)
    for (const line of own) {
      expect(line[0]!.text).not.toBe('\u3000')
      const blanks = line.filter(({ text }) => text === '\u3000')
      const last = line.filter(({ text }) => text !== '\u3000').at(-1)!
      for (const blank of blanks) expect(blank.x).toBeLessThan(last.x + last.size + 0.1)
    }
    // All lines of a column begin at its edge but the first, and those that are full end at one edge.
    const ends = own.map((line) => line.filter(({ text }) => text !== '\u3000').at(-1)!)
    // Columns lie 252 pt apart.
    const rights = ends.slice(0, -1).map(({ x, advance }) => (x + advance) % 252)
    expect(Math.max(...rights) - Math.min(...rights)).toBeLessThan(1)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { article, count, type Laid, type Line, lay, linesOf, measure, paragraph } from '../laid-pages.ts'

const heading = '<h3 style="display:block;break-after:avoid">题题题</h3>'
const follows: Record<string, string> = {
  line: `<p>短短短</p>${paragraph('后', 9)}`,
  list: `<ul><li>短短短</li><li>短短短</li><li>短短短</li></ul>${paragraph('后', 9)}`,
  looseList: `<ol><li><p>短短短</p></li><li>${paragraph('后', 9)}</li></ol>`,
  quotation: `<blockquote>${paragraph('后', 9)}</blockquote>`,
  figure: `<figure class="column"><img src="figures/press.svg" alt="" style="height:90px"><figcaption>图图图</figcaption></figure>${paragraph('后', 9)}`,
  stacked: `<h4 style="display:block;break-after:avoid">题题</h4><p>短短短</p>${paragraph('后', 9)}`,
}
/** Lines above the heading that bring it to the foot of the first of two balanced columns, and to the foot of the page. */
const toColumnFoot = [11, 12, 13, 14, 15]
const toPageFoot = [63, 64, 65, 66]

/** An item of two lines with a list of its own, of so many items of two lines. */
const item = (character: string, lines: number): string =>
  `<li>${character.repeat((measure.characters - 2) * 2 - 3)}<ul>${`<li>${'短'.repeat(30)}</li>`.repeat(lines)}</ul></li>`

/** Of more rows than a column holds, so that it is divided. */
const rows = `<tbody>${'<tr><td>甲</td><td>乙</td></tr>'.repeat(60)}</tbody>`
const table = `<div class="table"><table><caption>表表表</caption><thead><tr><th>首</th><th>首</th></tr></thead>${rows}</table></div>`
const toTableFoot = [32, 33, 34, 35, 36, 62, 63, 64, 65, 66, 67]

let laid: Laid

beforeAll(async () => {
  const headed = Object.entries(follows).flatMap(([name, body]) => [
    ...toColumnFoot.map((lines) => article(`${name}-${lines}`, 'opens', paragraph('文', lines) + heading + body)),
    ...toPageFoot.map((lines) =>
      article(`${name}-${lines}`, 'opens', paragraph('文', lines) + heading + body + paragraph('文', 9)),
    ),
  ])
  const closed = toColumnFoot.map((lines) =>
    article(`closing-${lines}`, 'opens', `${paragraph('文', lines)}<p>甲甲甲</p><p class="closing">乙乙乙</p>`),
  )
  const captioned = toTableFoot.map((lines) =>
    article(`caption-${lines}`, 'opens', paragraph('文', lines) + table + paragraph('文', 9)),
  )
  const threes = Array.from({ length: 40 }, (_, i) => paragraph('子丑寅卯'[i % 4]!, 3)).join('')
  const items = Array.from({ length: 44 }, (_, i) => item('子丑寅卯'[i % 4]!, 1 + (i % 3))).join('')
  laid = await lay(
    headed.join('') +
      closed.join('') +
      captioned.join('') +
      article('widows', 'opens', `<p>短短短</p>${threes}`) +
      article('items', 'opens', `<p>短短短</p><ul>${items}</ul>`),
  )
}, 240_000)

const columnsOf = (name: string): (readonly Line[])[] =>
  laid.pages.flatMap(({ columns }, i) => (laid.records[i]!.article?.startsWith(name) ? columns : []))

describe('what stays together', () => {
  test.each(Object.keys(follows))('a heading has two lines or a whole picture below it in its column: %s', (name) => {
    let seen = 0
    for (const column of columnsOf(`${name}-`)) {
      const body = column.filter(({ text }) => /[题短后文图]/.test(text))
      body.forEach(({ text }, i) => {
        if (!text.includes('题题题')) return
        seen++
        const below = body.slice(i + 1).filter(({ text }) => !text.includes('题'))
        if (name === 'figure') expect(below[0]?.text).toBe('图图图')
        else expect(below.length).toBeGreaterThanOrEqual(2)
      })
    }
    expect(seen).toBe(toColumnFoot.length + toPageFoot.length)
  })

  test('the closing line has the line before it above itself in its column', () => {
    let seen = 0
    for (const column of columnsOf('closing-')) {
      column.forEach(({ text }, i) => {
        if (!text.includes('乙')) return
        seen++
        expect(column[i - 1]?.text).toContain('甲')
      })
    }
    expect(seen).toBe(toColumnFoot.length)
  })

  test('a table has its head and a row below its caption in the same column', () => {
    const captions = columnsOf('caption-').flatMap((column) => {
      const own = column.filter(({ text }) => /[文表首甲]/.test(text))
      return own.flatMap(({ text }, i) =>
        text.includes('表表表') ? [own.slice(i + 1, i + 3).map((it) => it.text)] : [],
      )
    })
    expect(captions).toHaveLength(toTableFoot.length)
    for (const [head, row] of captions) {
      expect(head).toMatch(/首/)
      expect(row).toMatch(/甲/)
    }
  })

  test('the last line of a paragraph is never alone at the head of a column or page', () => {
    const columns = columnsOf('widows')
    expect(columns.length).toBeGreaterThan(2)
    for (const [i, column] of columns.entries()) {
      if (i === 0) continue
      const text = column.filter(({ size }) => Math.abs(size - 10.5) < 0.05)
      const character = text[0]!.text[0]!
      const run = text.findIndex((line) => !line.text.includes(character))
      expect(run, `column ${i}`).not.toBe(1)
    }
  })

  test('two lines of an item stay together above a list of its own', () => {
    const columns = columnsOf('items')
    expect(columns.length).toBeGreaterThan(3)
    for (const [i, column] of columns.entries()) {
      const texts = column.map(({ text }) => text).filter((text) => /[子丑寅卯短]/.test(text))
      const torn = i > 0 && /[子丑寅卯]/.test(texts[0]!) && texts[1]!.includes('短')
      expect(torn, `column ${i}`).toBe(false)
    }
  })

  test('loses no character', () => {
    expect(count(laid.pages, '乙乙乙')).toBe(toColumnFoot.length)
    expect(linesOf(columnsOf('widows').flat(), '子').length).toBe(30)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { article, count, type Laid, lay, linesOf, measure, paragraph } from '../laid-pages.ts'

const picture = (height: number, name = 'column') =>
  `<figure role="group" class="${name}"><img src="figures/press.svg" alt="" style="height:${height}px"><figcaption>图注</figcaption></figure>`
const row = '<tr><td>格</td><td>格</td></tr>'
const table = (rows: number) =>
  `<table><thead><tr><th>头</th><th>头</th></tr></thead><tbody>${row.repeat(rows)}</tbody></table>`
const annotated = `<p>${'<ruby>注<rt>zhù</rt></ruby>'.repeat(6)}${'注'.repeat(60)}</p>`

const cases: Record<string, string> = {
  figure: paragraph('文', 5) + picture(101) + paragraph('文', 60) + paragraph('文', 20),
  figureAtHead: paragraph('文', 40) + picture(137) + paragraph('文', 30) + paragraph('文', 20),
  spanning: paragraph('文', 21) + picture(173, 'page') + paragraph('文', 33),
  table: paragraph('文', 7) + table(4) + paragraph('文', 50) + table(7) + paragraph('文', 10),
  longTable: paragraph('文', 30) + table(42) + paragraph('文', 30),
  quotation: `${paragraph('文', 35)}<blockquote>${paragraph('引', 12)}</blockquote>${paragraph('文', 50)}`,
  code: `${paragraph('文', 9)}<pre><code>${'code\n'.repeat(5)}</code></pre>${paragraph('文', 40)}`,
  rule: `${paragraph('文', 41)}<hr>${paragraph('文', 41)}${paragraph('文', 3)}<hr>${paragraph('文', 30)}`,
  heading: `${paragraph('文', 8)}<h3 style="display:block;break-after:avoid">${'题'.repeat(30)}</h3>${paragraph('文', 40)}`,
  ruby: paragraph('文', 8) + annotated.repeat(22) + paragraph('文', 8),
  annotatedItem: `${paragraph('文', 3)}<ul><li>注<ruby>注<rt>zhù</rt></ruby>注<ul><li>文</li></ul></li><li>注</li></ul>`,
  notes: `${paragraph('文', 20)}<section class="notes">${paragraph('注', 7)}</section>`,
}

/** Every kind of marker and words in Hei, in the largest setting: whatever face sets them, a line is as high as the others. */
const items = Array.from({ length: 6 }, (_, i) => `<li>项目${i}</li>`).join('')
const lists = `<p>项目<strong>项目</strong></p><dl><dt>项目</dt><dd>项目</dd><dt>项目</dt><dd>项目<strong>项目</strong></dd></dl>
  <ul>${items}</ul><ol>${items}<li>项目<ol>${items}<li>项目<ol>${items}</ol></li></ol></li></ol>`
const editorial = article('lists', 'opens', lists).replace('standard', 'editorial')

let laid: Laid
const pagesOf = (name: string) => laid.pages.filter((_, i) => laid.records[i]!.article === name)

beforeAll(async () => {
  laid = await lay(
    Object.entries(cases)
      .map(([name, body]) => article(name, 'opens', body))
      .join('') + editorial,
  )
}, 120_000)

/** Distances of the lines from the grid of their page, in points; rounded to what a reader of PDF can tell. */
const phases = (lines: readonly { readonly y: number }[]): number[] => [
  ...new Set(lines.map(({ y }) => Math.round((y % measure.pitch) * 10) / 10)),
]

describe('the baseline grid', () => {
  test.each(Object.keys(cases))('holds in both columns of every page: %s', (name) => {
    const pages = pagesOf(name)
    expect(pages.length).toBeGreaterThan(0)
    for (const { columns } of pages) {
      const body = columns.map((lines) => lines.filter(({ size }) => Math.abs(size - 10.5) < 0.05))
      const text = body.map((lines) => [...linesOf(lines, '文'), ...linesOf(lines, '引'), ...linesOf(lines, '注')])
      expect(phases(text.flat())).toHaveLength(1)
    }
  })

  test('gives one line to what has one, numbered, in lists of lists and with words in Hei', () => {
    const pages = pagesOf('lists').map((page) => page.lines.filter(({ text }) => text.includes('项目')))
    expect(pages.flat()).toHaveLength(31)
    const steps = pages.flatMap((lines) => lines.slice(1).map(({ y }, i) => Math.round((y - lines[i]!.y) * 10) / 10))
    expect(new Set(steps)).toEqual(new Set([21]))
  })

  test('is the same on the first page below the head and on the pages after it', () => {
    const [first, second] = pagesOf('figure')
    expect(phases(linesOf(first!.lines, '文'))).toEqual(phases(linesOf(second!.lines, '文')))
  })

  test('loses no character to it', () => {
    for (const [name, body] of Object.entries(cases)) {
      for (const character of '文引注格') {
        const written = body.split(character).length - 1
        expect(count(pagesOf(name), character), `${character} in ${name}`).toBe(written)
      }
    }
  })

  test('ends an article in columns that differ by one line at most', () => {
    for (const name of ['figure', 'quotation', 'code', 'rule', 'heading', 'ruby']) {
      const [left, right] = pagesOf(name).at(-1)!.columns
      expect(Math.abs(left.at(-1)!.y - right.at(-1)!.y), name).toBeLessThan(measure.pitch + 1)
    }
  })
})

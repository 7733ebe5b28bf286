import { beforeAll, describe, expect, test } from 'vitest'
import { count, type Laid, lay, linesOf, measure, paragraph, picture, prose, written } from '../laid-pages.ts'

const table = (rows: number) => `| 头 | 头 |\n|---|---|\n${'| 格 | 格 |\n'.repeat(rows)}\n`
const annotated = `${'{注|zhù}'.repeat(6)}${'注'.repeat(60)}\n\n`

const cases: Record<string, string> = {
  figure: prose('文', 5) + picture(101) + prose('文', 60) + prose('文', 20),
  figureAtHead: prose('文', 40) + picture(137) + prose('文', 30) + prose('文', 20),
  spanning: prose('文', 21) + picture(173, '图注', 'page') + prose('文', 33),
  table: prose('文', 7) + table(4) + prose('文', 50) + table(7) + prose('文', 10),
  longTable: prose('文', 30) + table(42) + prose('文', 30),
  quotation: `${prose('文', 35)}> ${prose('引', 12)}${prose('文', 50)}`,
  code: `${prose('文', 9)}\`\`\`\n${'code\n'.repeat(5)}\`\`\`\n\n${prose('文', 40)}`,
  rule: `${prose('文', 41)}---\n\n${prose('文', 41)}${prose('文', 3)}---\n\n${prose('文', 30)}`,
  heading: `${prose('文', 8)}## ${'题'.repeat(30)}\n\n${prose('文', 40)}`,
  ruby: prose('文', 8) + annotated.repeat(22) + prose('文', 8),
  annotatedItem: `${prose('文', 3)}- 注{注|zhù}注\n  - 文\n- 注\n`,
  notes: prose('文', 20),
}
/** Behind the body, where the notes of an article stand at its end. */
const after: Record<string, string> = { notes: `<section class="notes">${paragraph('注', 7)}</section>` }

/** Every kind of marker and words in Hei, in the largest setting: whatever face sets them, a line is as high as the others. */
const items = (marker: string, indent = ''): string =>
  Array.from({ length: 6 }, (_, i) => `${indent}${marker} 项目${i}\n`).join('')
const nested = (indent: string): string => `${items('1.', indent)}${indent}1. 项目\n`
const lists = `项目**项目**\n\n项目\n: 项目\n\n项目\n: 项目**项目**\n\n${items('-')}\n${nested('')}${nested('   ')}${items('1.', '      ')}`
const editorial = written('lists', 'opens', lists).replace('standard', 'editorial')

/** Rows of tables between two lines of text. */
const tables = [1, 2, 3, 4, 5, 6, 7, 8]

let laid: Laid
const pagesOf = (name: string) => laid.pages.filter((_, i) => laid.records[i]!.article === name)

beforeAll(async () => {
  laid = await lay(
    Object.entries(cases)
      .map(([name, body]) => written(name, 'opens', body, after[name]))
      .concat(tables.map((rows) => written(`rows-${rows}`, 'opens', prose('甲', 2) + table(rows) + prose('乙', 36))))
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

  test('gives a table the padding that the style sheet says, once, and at most a line more', () => {
    const room = tables.map((rows) => {
      const [left] = pagesOf(`rows-${rows}`)[0]!.columns
      const at = (character: string, which: number) => left.filter(({ text }) => text.includes(character)).at(which)!.y
      // Baselines: of the lines around the table, and of its first and last row.
      const height =
        rows > 1 ? ((at('格', -1) - at('格', 0)) / (rows - 1)) * (rows + 1) : 2 * (at('格', 0) - at('头', 0))
      return at('乙', 0) - at('甲', -1) - measure.pitch - height
    })
    // Points, the rules of the table and a rounding included. Less than the padding is what pictures have to give way.
    expect(Math.min(...room)).toBeGreaterThan(6)
    expect(Math.max(...room)).toBeLessThan(12 * 0.6 + measure.pitch + 4)
  })

  test('is the same on the first page below the head and on the pages after it', () => {
    const [first, second] = pagesOf('figure')
    expect(phases(linesOf(first!.lines, '文'))).toEqual(phases(linesOf(second!.lines, '文')))
  })

  test('loses no character to it', () => {
    for (const [name, body] of Object.entries(cases)) {
      for (const character of '文引注格') {
        const typed = (body + (after[name] ?? '')).split(character).length - 1
        expect(count(pagesOf(name), character), `${character} in ${name}`).toBe(typed)
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

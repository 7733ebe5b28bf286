/** Tables of every size through the whole press: whole or with their heads again, words not torn, and proved. */
import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Artifact } from '../../scripts/model/artifact.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import { layoutReport } from '../../scripts/press/browser/layout-report.ts'
import type { Pagination } from '../../scripts/press/browser/paginate.ts'
import { widthsOf } from '../../scripts/press/in-page/tables/tables.ts'
import { readPdf } from '../../scripts/proof/pdf/facts.ts'
import { readObjects } from '../../scripts/proof/pdf/objects.ts'
import { prove } from '../../scripts/proof/prove.ts'
import { finished, issueOf, laidOut, stockFolder } from './produce.ts'

const prose = '雨下了三天，纸在库房里发软，裁刀切下去不肯听话。到了第四天，太阳出来，纸重新挺起来，机器也跟着响了。'
const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`
const rows = (count: number, of: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => of(i + 1)).join('')

const small = `表：三种纸\n\n${row('纸', '克重', '说明')}${row('---', '---:', '---')}${row('胶版纸', 70, '书刊正文')}${row('轻型纸', '', '松而厚')}${row('', 60, '')}`
const middle = `表：半年完成情况\n\n${row('指标', '完成值', '同比')}${row('---', '---', '---')}${rows(14, (i) => row(`指标之${i}`, 1213 * i, `${i}.1%`))}`
const long = `表：各县存世数量\n\n${row('序号', '县名', '首刊年', '备注')}${row('---', '---', '---', '---')}${rows(120, (i) => row(i, `第${i}县`, 1800 + i, i % 3 ? '残' : prose.slice(0, 18)))}`
const halls = [...'甲乙丙丁戊己庚辛壬癸子丑']
const wide = `表：十二馆所藏\n\n${row('年份', ...halls.map((hall) => `${hall}馆`))}${row('---', ...halls.map(() => '---'))}${rows(6, (i) => row(1800 + i, ...halls.map((_, k) => 1000 + 13 * i + k)))}`
const crowded = Array.from({ length: 60 }, (_, i) => i)
const hopeless = `表：六十栏\n\n${row(...crowded)}${row(...crowded.map(() => '---'))}${row(...crowded)}`

const bodies = [
  middle,
  `${prose}\n\n${small}`,
  `${prose}\n\n${long}\n${prose}`,
  `${prose}\n\n${wide}\n${prose}`,
  `${prose}\n\n${hopeless}`,
]

async function issueOfTables(): Promise<Issue> {
  const folder = await stockFolder()
  const files = await Promise.all(
    bodies.map(async (body, i) => {
      const file = `${i + 11}-table.md`
      await writeFile(
        path.join(folder, file),
        `---\ntitle: 表 ${i + 1}\nbyline: [沈砚秋]\naffiliation: 青石大学\n---\n\n${body}\n`,
      )
      return file
    }),
  )
  // A table over three pages whose last rows leave no room for the names below it.
  await cp(path.join(import.meta.dirname, 'signed-table.md'), path.join(folder, '16-table.md'))
  files.push('16-table.md')
  const manifest = path.join(folder, 'issue.yaml')
  const text = await readFile(manifest, 'utf8')
  const sections = `sections:\n  - name: 表\n    articles: [${files.join(', ')}]\n`
  await writeFile(manifest, text.replace(/sections:\n(?: {2}.*\n)*/, sections))
  return issueOf(folder)
}

let issue: Issue
let printed: Pagination
let whole: readonly Artifact[]

beforeAll(async () => {
  issue = await issueOfTables()
  printed = await laidOut(issue)
  whole = await finished(issue, printed)
})

describe('tables', () => {
  test('pass the proof of every edition, however long and wide', async () => {
    const { diagnostics } = await prove(issue, whole, 'test')
    expect(diagnostics.filter(({ code }) => !/^(typography|copyfit)\//.test(code))).toEqual([])
  })

  test('show their heads in every column, and small ones once', async () => {
    const { pages } = await readPdf(readObjects(printed.raw))
    const shown = (words: string) =>
      pages.map(({ texts }) => texts.filter(({ text }) => text.trim() === words).length).filter((count) => count > 0)
    expect(shown('完成值')).toEqual([1])
    expect(shown('克重')).toEqual([1])
    const long = shown('首刊年')
    expect(long.length).toBeGreaterThan(1)
    expect(long.slice(0, -1).every((count) => count === 2)).toBe(true)
    // Where the article begins, and not on the next page.
    const [first] = pages.flatMap(({ texts }, i) => (texts.some(({ text }) => text.trim() === '首刊年') ? [i] : []))
    expect(pages[first!]!.texts.map(({ text }) => text).join('')).toContain('雨下了三天')
  })

  test('keep their numbers whole, over the full measure where a column has no room', async () => {
    const { pages } = await readPdf(readObjects(printed.raw))
    const texts = pages.flatMap((page) => page.texts.map(({ text }) => text.trim()))
    for (let i = 1; i <= 6; i++) expect(texts.filter((text) => text === String(1013 + 13 * (i - 1)))).not.toEqual([])
    expect(texts).toContain('1801')
  })

  test('that nobody could set are told at their place', () => {
    const faults = layoutReport(issue, printed).filter(({ code }) => code === 'layout/table-hopeless')
    expect(faults.map(({ code, facts }) => [code, facts.table])).toEqual([['layout/table-hopeless', '表1 六十栏']])
    expect(faults[0]!.place).toMatchObject({ file: expect.stringMatching(/15-table\.md$/), line: 11 })
  })
})

describe('widths of columns', () => {
  const need = (hard: number, soft: number, full: number) => ({ hard, soft, full, word: '', least: 10 })

  test('are what the longest words need, the rest by length of text', () => {
    expect(widthsOf([need(40, 40, 40), need(10, 40, 200)], 140)).toEqual([40, 100])
    expect(widthsOf([need(40, 60, 60), need(40, 60, 60)], 100)).toEqual([50, 50])
    expect(widthsOf([need(10, 10, 10), need(10, 10, 30)], 80)).toEqual([20, 60])
  })

  test('are all as much too narrow where not even the words have room', () => {
    expect(widthsOf([need(100, 100, 100), need(50, 50, 50)], 75)).toEqual([50, 25])
  })
})

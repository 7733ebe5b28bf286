/** Pages whose lines can be counted by eye, printed by the real browser: the copyfit counts the same. */
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Copyfit, cutsForSignature, endsShort, linesToCut } from '../../../scripts/model/copyfit.ts'
import type { Issue } from '../../../scripts/model/issue.ts'
import type { Proof } from '../../../scripts/model/proof.ts'
import { typeArea } from '../../../scripts/model/type-area.ts'
import { launchBrowser } from '../../../scripts/press/browser/browser.ts'
import { prove } from '../../../scripts/proof/prove.ts'
import { printSheets, sheetsOf } from '../sheets.ts'
import { long, stockIssue } from '../stock.ts'
import { continued, continuedSheets } from './academic.ts'

const issue = stockIssue()
const { lines, count } = typeArea(issue.page).columns.standard
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const proveSheets = async (sheets: readonly string[], of: Issue = issue): Promise<Proof> =>
  prove(of, [await printSheets(browser, of, sheets)], 'test')
const fitOf = (proof: Proof, article: string) => proof.copyfit!.articles.find((fit) => fit.article === article)!
const noted = (proof: Proof) => proof.diagnostics.filter((d) => d.code === 'copyfit/short-last-page')

/** Four lines: the last paragraph, two of affiliations, the bio. */
const end =
  '<p>这一段是全文的末段，写来只为收束。</p><p>（作者单位：江城大学出版研究所；刊本编辑部）</p><p class="bio"><b>沈砚秋</b>　，女，编审，从事期刊编校三十年。</p>'
/** The last page of the first article with this text in its columns, and perhaps a note below. */
const ending = (text: string, note = ''): string[] => {
  const sheets = sheetsOf(issue)
  const head = sheets[4]!.slice(0, sheets[4]!.indexOf('<div class="columns">'))
  return sheets.with(
    4,
    `${head}<div class="columns">${text}</div>${note && `<div class="notes">${note}</div>`}</div></div>`,
  )
}

test('a last page of four lines is counted, noted, and fails nothing', async () => {
  const proof = await proveSheets(ending(end))
  expect(fitOf(proof, 'a01')).toEqual({
    article: 'a01',
    title: '把最后一遍读完 校样与成品之间',
    first: 4,
    last: 5,
    linesOnLast: 4,
    linesLeft: count * lines - 4,
    toSavePage: 4,
    sharesLast: false,
  })
  expect(noted(proof).map((d) => [d.facts.lines, d.place])).toEqual([[4, { file: '2026-01-print.pdf', page: 5 }]])
  expect(proof.checks.find((check) => check.name === 'copyfit/last-page')!.outcome).toBe('passed')
})

test('two lines more are no longer noted, and a foot note takes its lines from the room that is left', async () => {
  const more = `<p>${long[3]!.slice(0, 30)}</p>${end}`
  const proof = await proveSheets(ending(more))
  expect(fitOf(proof, 'a01').linesOnLast).toBe(6)
  expect(noted(proof)).toEqual([])
  const footed = await proveSheets(ending(more, '<p>变成部首，看去一样，其实不是同一个字。</p>'))
  expect(fitOf(footed, 'a01').linesOnLast).toBe(6)
  const room = fitOf(footed, 'a01').linesLeft
  expect(room).toBeLessThan(count * lines - 6)
  expect(room).toBeGreaterThanOrEqual(count * (lines - 4) - 6)
})

test('an article on one page has no page to save; fillers and blanks are counted before the back cover', async () => {
  const proof = await proveSheets(sheetsOf(issue))
  expect(fitOf(proof, 'a02')).toMatchObject({ first: 6, last: 6, toSavePage: null })
  expect(proof.copyfit).toMatchObject({ pages: 8, signature: 4, filled: 7, fillers: 1, blanks: 0, toSaveSignature: 3 })
  const blank = await proveSheets(sheetsOf(issue).with(6, sheetsOf(issue)[6]!.replace('<p>读者笔记</p>', '')))
  expect(blank.copyfit).toMatchObject({ filled: 7, fillers: 1, blanks: 1 })
})

test('articles that share their last page say so, and what goes on there has no page to save', async () => {
  const proof = await proveSheets(continuedSheets(), continued)
  const [first, second] = [fitOf(proof, 'a01'), fitOf(proof, 'a02')]
  expect(first).toMatchObject({ first: 4, last: 6, toSavePage: null, sharesLast: true })
  expect(second).toMatchObject({ first: 6, last: 6, toSavePage: null, sharesLast: true })
  expect(second.linesLeft).toBe(first.linesLeft)
  expect(noted(proof)).toEqual([])
})

test('a signature is saved by the articles that lose fewest lines, if there are enough of them', () => {
  const fit = { first: 2, last: 3, linesLeft: 60, sharesLast: false }
  const copyfit = (toSaveSignature: number): Copyfit => ({
    pages: 12,
    signature: 4,
    filled: 8 + toSaveSignature,
    fillers: 4 - toSaveSignature,
    blanks: 0,
    toSaveSignature,
    articles: [
      { ...fit, article: 'a01', title: '甲', linesOnLast: 9, toSavePage: 9 },
      { ...fit, article: 'a02', title: '乙', linesOnLast: 2, toSavePage: 2, sharesLast: true },
      { ...fit, article: 'a03', title: '丙', linesOnLast: 4, toSavePage: 4 },
      { ...fit, article: 'a04', title: '丁', linesOnLast: 1, toSavePage: null },
    ],
  })
  expect(cutsForSignature(copyfit(1)).map((it) => it.title)).toEqual(['丙'])
  expect(linesToCut(cutsForSignature(copyfit(2)))).toBe(13)
  expect(cutsForSignature(copyfit(3))).toEqual([])
  expect(
    copyfit(1)
      .articles.filter(endsShort)
      .map((it) => it.title),
  ).toEqual(['丙'])
})

/** What an academic journal prints around a text, and articles that go on elsewhere: whole, and tampered with. */
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Issue } from '../../../scripts/model/issue.ts'
import type { Layout } from '../../../scripts/model/manuscript.ts'
import type { Proof } from '../../../scripts/model/proof.ts'
import { launchBrowser } from '../../../scripts/press/browser/browser.ts'
import { prove } from '../../../scripts/proof/prove.ts'
import { printSheets, sheetsOf } from '../sheets.ts'
import { stockIssue } from '../stock.ts'
import { academic, academicSheets, continued, continuedSheets } from './academic.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Changes exactly one place of one page (counted from 1). */
type Change = readonly [page: number, from: string, to: string]
const tampered = (sheets: readonly string[], ...changes: readonly Change[]): readonly string[] =>
  changes.reduce<readonly string[]>((all, [page, from, to]) => {
    expect(all[page - 1]!.split(from)).toHaveLength(2)
    return all.with(
      page - 1,
      all[page - 1]!.replace(from, () => to),
    )
  }, sheets)
const proveSheets = async (issue: Issue, sheets: readonly string[]): Promise<Proof> =>
  prove(issue, [await printSheets(browser, issue, sheets)], 'test')

/** How the lines are set is another check's affair: these pages are written by hand. */
const faults = (proof: Proof) => proof.diagnostics.filter((d) => !/^(typography|copyfit)\//.test(d.code))
const codes = (proof: Proof) => faults(proof).map((d) => d.code)
const factsOf = (proof: Proof, code: string) => faults(proof).find((d) => d.code === code)?.facts
const failed = (proof: Proof) =>
  proof.checks
    .filter((c) => c.outcome === 'failed' && !c.name.startsWith('typography/'))
    .map((c) => `${c.name} ${c.subject}`)

describe('an academic article', () => {
  const proveWith = (...changes: readonly Change[]) => proveSheets(academic, tampered(academicSheets(), ...changes))

  test('passes with references, citations, English block, circled notes and its number', async () => {
    const proof = await proveWith()
    expect(faults(proof)).toEqual([])
    const passed = proof.checks.map((c) => `${c.name} ${c.subject} ${c.outcome}`)
    expect(passed).toContain('facts/article-number 名字的位置 passed')
    expect(passed).toContain('credits/page 名字的位置｜HAN Fei passed')
  })

  test('a dropped reference is named', async () => {
    const proof = await proveWith([6, '<p>[2] Lu Z. Names in print[M]. Jiangcheng: Jiangcheng Press, 2024.</p>', ''])
    expect(codes(proof)).toEqual(['proof/reference-lost', 'proof/count-differs'])
    expect(factsOf(proof, 'proof/reference-lost')).toMatchObject({ text: expect.stringMatching(/^\[2\] Lu Z\./) })
    expect(factsOf(proof, 'proof/count-differs')).toMatchObject({ kind: 'references', expected: 3, found: 2 })
  })

  test('a reference under another number, and one out of order, are found', async () => {
    const renumbered = await proveWith([6, '[3] 许南', '[4] 许南'])
    expect(codes(renumbered)).toContain('proof/reference-lost')
    const first = '<p>[1] 顾行之. 署名考[J]. 刊本, 2025(3): 10-14.</p>'
    const swapped = await proveWith([6, first, ''], [6, '2023: 5.</p>', `2023: 5.</p>${first}`])
    expect(codes(swapped)).toEqual(['proof/text-moved'])
  })

  test('a lost heading of the references and a changed citation are found', async () => {
    expect(factsOf(await proveWith([6, '<p>参考文献</p>', '']), 'proof/text-lost')).toMatchObject({ text: '参考文献' })
    const cited = await proveWith([6, '<sup>[1,3]</sup>', '<sup>[1,2]</sup>'])
    expect(factsOf(cited, 'proof/text-altered')).toMatchObject({ text: '3', instead: '2' })
  })

  test('a lost English author is a lost credit, a lost English keyword lost text', async () => {
    const author = await proveWith([6, '<p>HAN Fei</p>', ''])
    expect(failed(author)).toEqual(['text/conserved 名字的位置', 'credits/page 名字的位置｜HAN Fei'])
    expect(codes(author)).toEqual(['proof/credit-lost'])
    const keyword = await proveWith([6, 'byline; proofreading', 'byline'])
    expect(factsOf(keyword, 'proof/text-lost')).toMatchObject({ text: 'proofreading' })
  })

  test('the English block may stand at the end', async () => {
    const block = /<p>The Place[\s\S]*?proofreading<\/p>/.exec(academicSheets()[5]!)![0]
    const proof = await proveWith([6, block, ''], [6, '2023: 5.</p></div>', `2023: 5.</p></div>${block}`])
    expect(faults(proof)).toEqual([])
  })

  test('an article number with other pages, and one that is not there, are found', async () => {
    const pages = await proveWith([6, '-0006-01', '-0005-01'])
    expect(failed(pages)).toEqual(['facts/article-number 名字的位置'])
    expect(factsOf(pages, 'proof/article-number-wrong')).toEqual({
      title: '名字的位置',
      number: '2096-1235(2026)01-0006-01',
      printed: '2096-1235(2026)01-0005-01',
    })
    const count = await proveWith([6, '-0006-01', '-0006-02'])
    expect(codes(count)).toEqual(['proof/article-number-wrong'])
    const lost = await proveWith([6, '<p><b>文章编号</b> 2096-1235(2026)01-0006-01</p>', ''])
    expect(codes(lost)).toEqual(['proof/article-number-lost'])
  })

  test('a wrong number is wrong in circles too, in the call and before the note', async () => {
    const call = await proveWith([6, '<sup>①</sup>', '<sup>②</sup>'])
    expect(factsOf(call, 'proof/text-altered')).toMatchObject({ instead: '②' })
    const mark = await proveWith([6, '①一说', '②一说'])
    expect(codes(mark)).toContain('proof/text-altered')
  })

  test('a plain number stands for a circled one', async () => {
    const proof = await proveWith([6, '<sup>①</sup>', '<sup>1</sup>'], [6, '①一说', '1 一说'])
    expect(faults(proof)).toEqual([])
  })
})

describe('an article that goes on after another', () => {
  const title = '把最后一遍读完 校样与成品之间'
  const proveWith = (...changes: readonly Change[]) => proveSheets(continued, tampered(continuedSheets(), ...changes))

  test('is whole, with the notes of both articles at the foot of the page they share', async () => {
    const proof = await proveWith()
    expect(faults(proof)).toEqual([])
    expect(proof.checks.map((c) => `${c.name} ${c.subject} ${c.outcome}`)).toContain(
      `continuation/folio ${title} passed`,
    )
    expect(proof.artifacts[0]!.pages.map((page) => page.article)).toEqual([
      ...[null, null, null, 'a01', 'a01', 'a02', null, null],
    ])
  })

  test('a wrong page in either line is named with the right one', async () => {
    const leaving = await proveWith([5, '（下转第 6 页）', '（下转第 7 页）'])
    expect(failed(leaving)).toEqual([`continuation/folio ${title}`])
    expect(factsOf(leaving, 'proof/jump-page-wrong')).toEqual({ title, line: '下转第 7 页', page: 6, at: 5 })
    const resuming = await proveWith([6, '（上接第 5 页）', '（上接第 4 页）'])
    expect(factsOf(resuming, 'proof/jump-page-wrong')).toEqual({ title, line: '上接第 4 页', page: 5, at: 6 })
  })

  test('a line that is not there is told, and no word is taken for lost', async () => {
    const leaving = await proveWith([5, '<p>（下转第 6 页）</p>', ''])
    expect(codes(leaving)).toEqual(['proof/jump-line-lost'])
    const resuming = await proveWith([6, '<p><b>把最后一遍读完</b>（上接第 5 页）</p>', ''])
    expect(codes(resuming)).toEqual(['proof/jump-line-lost'])
  })

  test('a word lost from the rest, and a note of either article, are found', async () => {
    const word = await proveWith([6, '写来只为收束', '只为收束'])
    expect(factsOf(word, 'proof/text-lost')).toMatchObject({ title, text: '写来' })
    const own = await proveWith([6, '，见本刊前期', ''])
    expect(factsOf(own, 'proof/text-lost')).toMatchObject({ title: '名字的位置', text: '，见本刊前期' })
    const other = await proveWith([6, '，看去一样', ''])
    expect(factsOf(other, 'proof/text-lost')).toMatchObject({ title, text: '看去一样，' })
  })

  test('the rest left out is told', async () => {
    const whole = continuedSheets()
    const cut = whole.with(5, whole[5]!.replace(/<p><b>把最后一遍读完<\/b>（上接[\s\S]*?三十年。<\/p><\/div>/, ''))
    const proof = await proveSheets(continued, cut)
    expect(codes(proof)).toContain('proof/continuation-lost')
    expect(failed(proof)).toContain(`text/conserved ${title}`)
  })

  test('the rest after another article than the manifest says is told', async () => {
    const elsewhere: Issue = { ...continued, continuations: [{ article: 'a01', after: 'a01' }] }
    expect(codes(await proveSheets(elsewhere, continuedSheets()))).toEqual(['proof/continuation-order'])
  })
})

describe('affiliations of the freer layouts', () => {
  const laidOut = (layout: Layout): Issue => {
    const issue = stockIssue()
    const change = (a: Issue['articles'][number]) => (a.id === 'a02' ? { ...a, layout } : a)
    return {
      ...issue,
      sections: issue.sections.map((s) => ({ ...s, articles: s.articles.map(change) })),
      articles: issue.articles.map(change),
    }
  }
  const closing = '<p>（作者单位：江城大学出版研究所）</p>'
  const proveWith = (layout: Layout, ...changes: readonly Change[]) =>
    proveSheets(laidOut(layout), tampered(sheetsOf(stockIssue()), ...changes))

  test('stand in a closing line or under the byline, but never nowhere', async () => {
    expect(faults(await proveWith('editorial'))).toEqual([])
    const under = '<p class="byline">韩菲</p><p>江城大学出版研究所</p>'
    const moved = await proveWith('verse', [6, closing, ''], [6, '<p class="byline">韩菲</p>', under])
    expect(faults(moved)).toEqual([])
    const nowhere = await proveWith('photo', [6, closing, ''])
    expect(failed(nowhere)).toEqual(['text/conserved 名字的位置', 'credits/page 名字的位置｜江城大学出版研究所'])
    expect(codes(nowhere)).toEqual(['proof/credit-lost'])
  })

  test('an editorial may be signed at its end, a standard article may not', async () => {
    const signed: readonly Change[] = [
      [6, '<p class="byline">韩菲</p>', ''],
      [6, closing, `<p class="byline">韩菲</p><p>江城大学出版研究所</p>`],
    ]
    expect(faults(await proveWith('editorial', ...signed))).toEqual([])
    expect(codes(await proveWith('standard', ...signed))).toContain('proof/credit-lost')
  })
})

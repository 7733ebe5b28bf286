import { DOMParser } from '@xmldom/xmldom'
import { expect, test } from 'vitest'
import type { EpubContainer } from '../../scripts/proof/epub/container.ts'
import { checkPageBreaks, type PrintedPages } from '../../scripts/proof/prove-page-breaks.ts'
import { verdictOn } from '../../scripts/proof/verdict/verdict.ts'

const entry = 'OEBPS/masthead.xhtml'
const marker = (label: string) => `<span role="doc-pagebreak" id="page-${label}" aria-label="${label}"></span>`

/** Faults of a masthead in the book, or of an article with this closing line, told on two pages of paper that begin so. */
function faultsOf(
  body: string,
  beginnings: readonly string[],
  closing?: string,
  read: { owners?: readonly number[]; articles?: readonly object[] } = {},
): readonly string[] {
  const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>${body}</body></html>`
  const container = {
    spine: [{ entry }],
    items: [],
    documents: new Map([[entry, new DOMParser().parseFromString(xhtml, 'application/xhtml+xml')]]),
  } as unknown as EpubContainer
  const evidence = {
    pages: beginnings.map((text, i) => ({ number: i + 1, folio: `${i + 1}`, all: { text } })),
    owners: beginnings.map(() => (closing === undefined ? null : 0)),
    articles: closing === undefined ? [] : [{ first: 1, start: 0 }],
    beginnings,
    ...read,
  }
  const verdict = verdictOn('epub')
  checkPageBreaks(
    verdict,
    container,
    {
      evidence,
      drawn: [],
      titles: [],
      generated: [[], []],
      closings: [closing === undefined ? [] : [closing], []],
    } as unknown as PrintedPages,
    'a.epub',
  )
  return verdict.diagnostics.map(({ code }) => code).filter((code) => code !== 'epub/page-list')
}

const names = '主编墨白编委宋远山郝牧卞书简'

test('a page of the masthead that only paper has begins after the masthead of the book', () => {
  expect(faultsOf(`${marker('1')}<p>${names}</p>${marker('2')}`, [names, '主办桥头小学出版河岸杂志社'])).toEqual([])
})

test('a page that begins with names of the book does not begin after them', () => {
  const second = '编委宋远山郝牧卞书简吴下'
  expect(faultsOf(`${marker('1')}<p>${names}吴下</p>${marker('2')}`, [names, second])).toEqual(['epub/page-place'])
})

test('a page may begin in the middle of the closing line, which only paper has', () => {
  const closing = '（作者单位：渡口小学（东校区）；河岸杂志社）'
  const book = `${marker('1')}<p>先说渡口的事，再说灯。</p>${marker('2')}<p>参考文献[1]何秋.河岸[M]</p>`
  const pages = (rest: string) => ['先说渡口的事，再说灯。（作者单位：渡口小学', `${rest}参考文献[1]何秋.河岸[M]`]
  expect(faultsOf(book, pages('（东校区）；河岸杂志社）'), closing)).toEqual([])
  expect(faultsOf(book, pages('再说灯。'), closing)).toEqual(['epub/page-place'])
})

test('a page may begin with the names that sign an article, which its head has in the book', () => {
  const signature = '何秋1,2' + '1渡口小学' + '2河岸杂志社'
  const mail = '<p><b>何秋</b> <span class="contact">a@example.org</span></p>'
  const figure = '<figure><img alt=""/></figure>'
  const book = (body: string) => `${marker('1')}<div class="body"><p>先说渡口的事。</p>${body}</div>${mail}`
  const end = book(`${marker('2')}${figure}`)
  expect(faultsOf(end, ['先说渡口的事。', signature], signature)).toEqual([])
  expect(faultsOf(end, ['先说渡口的事。', '2河岸杂志社'], signature)).toEqual([])
  expect(faultsOf(end, ['先说渡口的事。', `再说灯。${signature}`], signature)).toEqual(['epub/page-place'])
  // A page that begins with the last letter of a name does not end the name.
  const words = book(`${marker('2')}<p>社里的灯亮着。</p>`)
  expect(faultsOf(words, ['先说渡口的事。', `社里的灯亮着。${signature}`], signature)).toEqual([])
})

test('what follows a part of the head stands in another order on paper', () => {
  const names = `<ul class="affiliations"><li>渡口小学</li><li>${marker('2')}河岸杂志社</li></ul><p class="lead">灯亮着。</p>`
  expect(faultsOf(`${marker('1')}${names}<p>先说。</p>`, ['灯亮着。渡口小学', '河岸杂志社先说。'], '')).toEqual([])
  expect(faultsOf(`${marker('1')}${names}<p>先说。</p>`, ['灯亮着。渡口小学', '杂志社先说。'], '')).toEqual([
    'epub/page-place',
  ])
})

test('a book without any marker was made without the pages, which is said once', () => {
  expect(faultsOf('<p>先说渡口的事。</p>', ['先说渡口的事。', '再说灯。'])).toEqual(['epub/unpaged'])
})

test('a page whose first text is the head of an article may begin with the last pictures of the article before', () => {
  const book = (last: string) => `${marker('1')}<p>何秋</p><figure><img alt=""/></figure>${marker('2')}${last}`
  const picture = '<figure><img alt=""/></figure>'
  const read = (lastPage: number) => ({
    owners: [0, 1],
    articles: [
      { first: 1, start: 0, last: lastPage },
      { first: 2, start: 0, last: 2 },
    ],
  })
  const pages = ['何秋', '渡口先说渡口的事。']
  expect(faultsOf(book(picture), pages, '', read(1))).toEqual([])
  expect(faultsOf(book(''), pages, '', read(1))).toEqual(['epub/page-place'])
  expect(faultsOf(book(picture), pages, '', read(0))).toEqual(['epub/page-place'])
})

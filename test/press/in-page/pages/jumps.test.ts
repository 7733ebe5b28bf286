import { beforeAll, describe, expect, test } from 'vitest'
import { article, type Laid, lay, paragraph } from '../laid-pages.ts'

const number = (target: string) => `<span class="page-number" data-target="${target}"></span>`
const articleNumber = (id: string) =>
  `<p>文章编号：<span class="article-number" data-article="${id}" data-stem="2096-1235(2026)01"></span></p>`

let laid: Laid
const pageWith = (text: string): number => laid.pages.findIndex((page) => page.text.includes(text)) + 1

beforeAll(async () => {
  laid = await lay(
    // Two pages and a bit, a page, then a page on which an article ends and the rest of the first is printed.
    article(
      'a01',
      'opens',
      `${articleNumber('a01')}${paragraph('甲', 170)}<p class="jump to" id="a01-jump">（下转第 ${number('a01-rest')} 页）</p>`,
    ) +
      article('a02', 'opens', articleNumber('a02') + paragraph('乙', 20)) +
      article('a03', 'opens', articleNumber('a03') + paragraph('丙', 90)) +
      `<section class="continuation standard" id="a01-rest" data-running="a01"><p class="jump from">（上接第 ${number('a01-jump')} 页）</p>
       <div class="body">${paragraph('丁', 20)}</div></section>`,
  )
}, 120_000)

describe('numbers that only the laid-out issue knows', () => {
  test('an article that jumps names the page of its rest, and the rest names the page that was left', () => {
    const left = pageWith('（下转第')
    const rest = pageWith('（上接第')
    expect(laid.pages[left - 1]!.text).toContain(`（下转第 ${rest} 页）`)
    expect(laid.pages[rest - 1]!.text).toContain(`（上接第 ${left} 页）`)
    expect([left, rest]).toEqual([3, 6])
    expect(laid.pages[rest - 1]!.text).toContain('丁丁')
  })

  test('文章编号 holds the first page and counts the pages of the rest', () => {
    const numbers = laid.pages.flatMap(({ text }) => text.match(/文章编号：2096-1235\(2026\)01-\d{4}-\d{2}/g) ?? [])
    expect(numbers).toEqual([
      '文章编号：2096-1235(2026)01-0001-04',
      '文章编号：2096-1235(2026)01-0004-01',
      '文章编号：2096-1235(2026)01-0005-02',
    ])
  })

  test('a page that several articles share is recorded with all of them', () => {
    expect(laid.records.map(({ article, articles }) => [article, articles])).toEqual([
      ['a01', ['a01']],
      ['a01', ['a01']],
      ['a01', ['a01']],
      ['a02', ['a02']],
      ['a03', ['a03']],
      ['a03', ['a03', 'a01']],
    ])
  })

  test('a number whose page is nowhere fails the build', async () => {
    await expect(lay(article('a01', 'opens', `<p>见第 ${number('a09')} 页</p>`))).rejects.toThrow('no page holds a09')
  }, 60_000)
})

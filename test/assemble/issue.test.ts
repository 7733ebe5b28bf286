import { describe, expect, test } from 'vitest'
import { assemble } from '../../scripts/assemble/issue.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import { magazine, themes } from '../themes.ts'
import { manuscriptOf, type Parts } from './manuscript.ts'

const issueOf = (parts?: Parts): Issue => assemble(manuscriptOf(parts), themes).issue!

describe('numbering', () => {
  test.each([
    [{}, '2026 年第 1 期', '2026 年第 1 期'],
    [{ serial: 7 }, '2026 年第 1 期', '2026 年第 1 期（总第 7 期）'],
    [{ volume: 3, serial: 7 }, '2026 年第 3 卷第 1 期', '2026 年第 3 卷第 1 期（总第 7 期）'],
    [{ number: '9-10' }, '2026 年第 9-10 期', '2026 年第 9-10 期'],
  ])('%j', (issue, label, fullLabel) => {
    expect(issueOf({ issue }).numbering).toMatchObject({ label, fullLabel })
  })

  test('without a usable date a draft takes the first day of the year, without a year that of the date', () => {
    expect(issueOf({ issue: { date: '待填' } }).numbering.date).toBe('2026-01-01')
    const manuscript = manuscriptOf()
    const issue = { number: '1', date: '2025-03-01' } as typeof manuscript.manifest.value.issue
    const value = { ...manuscript.manifest.value, issue }
    expect(assemble({ ...manuscript, manifest: { ...manuscript.manifest, value } }, themes).issue?.numbering.year).toBe(
      2025,
    )
  })
})

describe('order', () => {
  const three = { '03-c.md': { title: '丙' }, '01-a.md': { title: '甲' }, '02-b.md': { title: '乙' } }
  const sections = [
    { name: '特稿', articles: ['03-c.md'] },
    { name: '笔谈', articles: ['01-a.md', '02-b.md', '03-c.md'] },
  ]

  test('articles are numbered as the sections list them, each once', () => {
    const issue = issueOf({ articles: three, manifest: { sections } })
    expect(issue.articles.map(({ id, slug, section, title }) => [id, slug, section, title])).toEqual([
      ['a01', 'c', '特稿', '丙'],
      ['a02', 'a', '笔谈', '甲'],
      ['a03', 'b', '笔谈', '乙'],
    ])
    expect(issue.sections.map(({ id, name, articles }) => [id, name, articles.length])).toEqual([
      ['s1', '特稿', 1],
      ['s2', '笔谈', 2],
    ])
  })

  test('an article that could not be read keeps its number, and a section without articles goes', () => {
    const { '03-c.md': _, ...readable } = three
    const issue = issueOf({ articles: readable, manifest: { sections } })
    expect(issue.articles.map(({ id }) => id)).toEqual(['a02', 'a03'])
    expect(issue.sections.map(({ id, name }) => [id, name])).toEqual([['s1', '笔谈']])
  })

  test('without any article there is no issue', () => {
    expect(assemble(manuscriptOf({ articles: {}, manifest: { sections } }), themes).issue).toBeNull()
  })
})

describe('defaults', () => {
  test('page, style, language and cover', () => {
    const { page, style, language, cover } = issueOf()
    expect(page).toEqual({
      trim: { width: 210, height: 285 },
      bleed: 3,
      signature: 4,
      fillers: [],
      measures: magazine,
    })
    expect({ style, language, cover }).toEqual({
      style: { notes: 'foot', theme: 'magazine', punctuation: 'compressed' },
      language: 'zh-Hans',
      cover: { lines: [] },
    })
  })

  test('the house style is kept; a draft with an unknown theme is set in the own theme of the house', () => {
    const style = (theme: string) =>
      issueOf({ manifest: { style: { notes: 'end', theme, punctuation: 'full' } } }).style
    expect(style('magazine')).toEqual({ notes: 'end', theme: 'magazine', punctuation: 'full' })
    expect(style('magazin').theme).toBe('magazine')
  })

  test.each([
    ['A4', 210, 297],
    ['185x260', 185, 260],
  ])('a trim of %s', (trim, width, height) => {
    expect(issueOf({ manifest: { page: { trim } } }).page.trim).toEqual({ width, height })
  })

  test('a cover picture that could not be read is left out', () => {
    const cover = (image: string) => issueOf({ manifest: { cover: { image, alt: '图' } } }).cover
    expect(cover('figures/press.svg')).toEqual({ image: { src: 'figures/press.svg', alt: '图' }, lines: [] })
    expect(cover('figures/none.svg')).toEqual({ lines: [] })
  })

  test('the publisher of an internal publication is its compiler', () => {
    expect(issueOf().journal.publisher).toBe('纸上编辑部')
    expect(issueOf({ journal: { kind: 'periodical', publisher: '纸上杂志社' } }).journal.publisher).toBe('纸上杂志社')
  })

  test('several holders of one office are several editors', () => {
    const editors = [
      { role: '主编', name: '沈砚秋' },
      { role: '编委', name: ['陆知微', '沈墨'] },
    ]
    expect(issueOf({ journal: { editors } }).journal.editors).toEqual([
      { role: '主编', name: '沈砚秋' },
      { role: '编委', name: '陆知微' },
      { role: '编委', name: '沈墨' },
    ])
  })
})

test('the issue is frozen to the last list, but for the bytes of pictures', () => {
  const issue = issueOf({ articles: { '01-paper.md': { keywords: ['纸'] } } })
  const thawed: string[] = []
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return
    if (!Object.isFrozen(value)) thawed.push(at)
    for (const [key, item] of Object.entries(value)) walk(item, `${at}.${key}`)
  }
  walk(issue, 'issue')
  expect(thawed).toEqual([])
})

test('the same manuscript gives the same issue', () => {
  expect(issueOf()).toEqual(issueOf())
})

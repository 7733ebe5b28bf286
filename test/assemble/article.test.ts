import { describe, expect, test } from 'vitest'
import { assemble } from '../../scripts/assemble/issue.ts'
import type { Article } from '../../scripts/model/issue.ts'
import type { FrontMatter } from '../../scripts/model/manuscript.ts'
import { themes } from '../themes.ts'
import { manuscriptOf } from './manuscript.ts'

const articleOf = (facts: Partial<FrontMatter>): Article =>
  assemble(manuscriptOf({ articles: { '02-ink-stick.md': facts } }), themes).issue!.articles[0]!

test('an article without more takes the defaults', () => {
  expect(articleOf({})).toEqual({
    id: 'a01',
    slug: 'ink-stick',
    section: '特稿',
    file: 'manuscript/2026-01/02-ink-stick.md',
    title: '一张纸的来历',
    titleWithBreaks: '一张纸的来历',
    runningTitle: '一张纸的来历',
    layout: 'standard',
    runOn: false,
    notesAt: 'foot',
    byline: [{ name: '陆知微', role: 'aut', roleLabel: '', affiliations: [0] }],
    affiliations: ['纸上编辑部'],
    keywords: [],
    facts: [],
    references: [],
    body: [],
    notes: [],
  })
})

test('a title without its boundaries of sense, and with them', () => {
  const breaking = { title: '把字|放到 该在的地方 a\\|b', subtitle: '从 a\\|b 说起' }
  expect(articleOf(breaking)).toMatchObject({
    title: '把字放到 该在的地方 a|b',
    titleWithBreaks: '把字|放到 该在的地方 a\\|b',
    subtitle: '从 a|b 说起',
    runningTitle: '把字放到 该在的地方 a|b',
  })
  expect(articleOf({ ...breaking, running: 'a\\|b' }).runningTitle).toBe('a|b')
})

test('notes stand where the house puts them unless the article says otherwise', () => {
  const at = (house: 'foot' | 'end', own?: 'foot' | 'end') => {
    const articles = { '01-paper.md': own ? { notes: own } : {} }
    return assemble(manuscriptOf({ articles, manifest: { style: { notes: house } } }), themes).issue!.articles[0]!
      .notesAt
  }
  expect([at('foot'), at('end'), at('foot', 'end'), at('end', 'foot')]).toEqual(['foot', 'end', 'end', 'foot'])
})

test('layout and running on are kept', () => {
  expect(articleOf({ layout: 'interview', runOn: true })).toMatchObject({ layout: 'interview', runOn: true })
})

test('the running title is the short one where it is given', () => {
  expect(articleOf({ running: '纸' }).runningTitle).toBe('纸')
})

describe('credits', () => {
  test.each([
    ['author', 'aut', ''],
    ['translator', 'trl', '译'],
    ['editor', 'edt', '编'],
    ['illustrator', 'ill', '绘'],
    ['photographer', 'pht', '摄影'],
    ['compiler', 'com', '整理'],
    ['interviewer', 'ivr', '采访'],
    ['reviewer', 'rev', '审'],
  ] as const)('%s is %s, printed “%s”', (role, code, label) => {
    expect(articleOf({ byline: [{ name: '甲', role }] }).byline[0]).toMatchObject({ role: code, roleLabel: label })
  })

  test('affiliations stand once each, in the order in which the byline brings them', () => {
    const { byline, affiliations } = articleOf({
      byline: [
        { name: '甲', affiliation: ['乙大学', '丙研究所'] },
        '丁',
        { name: '戊', affiliation: '丙研究所' },
        { name: '己', affiliation: ['纸上编辑部', '乙大学'] },
      ],
      affiliation: ['纸上编辑部', '丙研究所'],
    })
    expect(affiliations).toEqual(['乙大学', '丙研究所', '纸上编辑部'])
    expect(byline.map((credit) => credit.affiliations)).toEqual([[0, 1], [2, 1], [1], [2, 0]])
  })

  test('nothing about a person is dropped', () => {
    const person = {
      name: '沈砚秋',
      pinyin: 'Shen Yanqiu',
      email: 'a@example.org',
      orcid: '0000-0002-1825-0097',
      bio: '纸史',
    }
    expect(articleOf({ byline: [person] }).byline[0]).toEqual({
      ...person,
      role: 'aut',
      roleLabel: '',
      affiliations: [0],
    })
  })
})

test('facts stand in the customary order with their labels', () => {
  const facts: Partial<FrontMatter> = {
    doi: '10.5555/ink',
    licence: 'CC BY 4.0',
    funding: ['甲基金（1 号）', '乙基金（2 号）'],
    accepted: '2026-01-02',
    revised: '2025-12-01',
    received: '2025-11-30',
    documentCode: 'A',
    classification: 'TS951',
  }
  const article = articleOf(facts)
  expect(article.facts.map(({ label, value }) => `${label}：${value}`)).toEqual([
    '中图分类号：TS951',
    '文献标志码：A',
    '收稿日期：2025 年 11 月 30 日',
    '修回日期：2025 年 12 月 1 日',
    '录用日期：2026 年 1 月 2 日',
    '基金项目：甲基金（1 号）；乙基金（2 号）',
    'DOI：10.5555/ink',
    '许可：CC BY 4.0',
  ])
  expect(article).toMatchObject({ doi: '10.5555/ink', licence: 'CC BY 4.0' })
})

describe('facts that do not agree', () => {
  const codes = (facts: Partial<FrontMatter>): string[] =>
    assemble(manuscriptOf({ articles: { '01-paper.md': facts } }), themes).diagnostics.map((d) => d.code)

  test('one person in two roles is no fault, twice in one role is', () => {
    expect(codes({ byline: ['甲', { name: '甲', role: 'photographer' }] })).toEqual([])
    expect(codes({ byline: ['甲', { name: '甲', role: 'author' }] })).toEqual(['manuscript/credit-twice'])
  })

  test('dates on one day are in order, an earlier one that is later is not', () => {
    expect(codes({ received: '2025-11-01', accepted: '2025-11-01' })).toEqual([])
    expect(codes({ received: '2025-11-02', accepted: '2025-11-01' })).toEqual(['manuscript/date-order'])
  })
})

import { describe, expect, test } from 'vitest'
import { assemble } from '../../scripts/assemble/issue.ts'
import type { FrontMatter } from '../../scripts/model/manuscript.ts'
import { themes } from '../themes.ts'
import { manuscriptOf, type Parts } from './manuscript.ts'

const assembled = (facts: Partial<FrontMatter>, parts: Parts = {}) => {
  const { issue, diagnostics } = assemble(manuscriptOf({ ...parts, articles: { '01-paper.md': facts } }), themes)
  return { article: issue!.articles[0]!, codes: diagnostics.map((d) => d.code) }
}

describe('the English block', () => {
  const byline = [
    { name: '沈砚秋', pinyin: 'Shen Yanqiu', affiliation: '青石大学' },
    { name: '欧阳解', pinyin: ' OUYANG  Jie ' },
  ]
  const english = { title: 'Where a Sheet Comes From', affiliation: ['Qingshi University', 'Editors of On Paper'] }

  test('has a name for every credit, with the family name in capitals', () => {
    const { article, codes } = assembled({ byline, english: { ...english, keywords: ['paper'] } })
    expect(article.english).toEqual({
      title: 'Where a Sheet Comes From',
      names: ['SHEN Yanqiu', 'OUYANG Jie'],
      affiliations: ['Qingshi University', 'Editors of On Paper'],
      keywords: ['paper'],
    })
    expect(codes).toEqual([])
  })

  test('wants the pinyin of everybody, and each affiliation in English', () => {
    const without = assembled({ byline: [...byline, '陆知微'], english })
    expect(without.codes).toEqual(['manuscript/pinyin-missing'])
    expect(without.article.english?.names).toEqual(['SHEN Yanqiu', 'OUYANG Jie', '待填'])
    expect(assembled({ byline, english: { title: 'A Sheet' } }).codes).toEqual(['manuscript/english-affiliations'])
  })

  test('is not there unless it is given, and then nobody needs pinyin', () => {
    const { article, codes } = assembled({ byline: ['陆知微'] })
    expect(article).not.toHaveProperty('english')
    expect(codes).toEqual([])
  })
})

test('references are numbered in their order', () => {
  const references = ['甲. 纸史[M]. 青石: 青石出版社, 2020.', '乙. 墨谱[J]. 墨, 2021(3): 7-9.']
  expect(assembled({ references }).article.references).toEqual([
    { number: 1, id: 'a01-r1', text: references[0] },
    { number: 2, id: 'a01-r2', text: references[1] },
  ])
})

describe('the number of an article', () => {
  const journal = { kind: 'periodical', issn: '2096-1235' } as const
  const stem = (facts: Partial<FrontMatter>, parts: Parts) => assembled(facts, parts).article.numberStem

  test('is made of ISSN, year and issue', () => {
    expect(stem({ classification: 'TS7' }, { journal, issue: { number: '3' } })).toBe('2096-1235(2026)03')
    expect(stem({ documentCode: 'A' }, { journal, issue: { number: '9-10' } })).toBe('2096-1235(2026)09')
  })

  test('is only for articles with a classification or document code, in journals with an ISSN', () => {
    expect(stem({ abstract: '摘要' }, { journal })).toBeUndefined()
    expect(stem({ classification: 'TS7' }, {})).toBeUndefined()
  })
})

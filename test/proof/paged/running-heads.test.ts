/** Running heads as they were read of the pages, beside the titles of an issue. */
import { expect, test } from 'vitest'
import type { Issue } from '../../../scripts/model/issue.ts'
import { checkRunningHeads } from '../../../scripts/proof/paged/contents.ts'
import type { PagedEvidence } from '../../../scripts/proof/paged/evidence.ts'
import { verdictOn } from '../../../scripts/proof/verdict/verdict.ts'

/** Titles of articles each on a page of its own from 1, and the heads of these pages. */
function faultsOf(titles: readonly string[], heads: readonly string[]): readonly unknown[] {
  const issue = {
    journal: { name: '河岸', permit: '青内资准字 2026-L0001 号' },
    numbering: { label: '第2期', fullLabel: '2026年第2期' },
    articles: titles.map((title) => ({ title, runningTitle: title })),
  }
  const evidence = {
    pages: heads.map((runningHead, i) => ({ number: i + 1, runningHead })),
    articles: titles.map((_, i) => ({ pages: [i + 1] })),
  }
  const verdict = verdictOn('print')
  checkRunningHeads(verdict, issue as unknown as Issue, 'a.pdf', evidence as unknown as PagedEvidence)
  return verdict.diagnostics.map(({ facts }) => facts?.title)
}

test('a title of one character is not found inside other words of a head', () => {
  const permit = '河岸2026年第2期青内资准字2026-L0001号内部资料免费交流'
  expect(faultsOf(['灯塔', '资'], [permit, '资'])).toEqual([])
})

test('the title of another article is found, however short, alone or behind names', () => {
  expect(faultsOf(['灯塔', '资'], ['资', '何秋：资'])).toEqual(['灯塔'])
  expect(faultsOf(['灯塔', '资'], ['何秋：资', '资'])).toEqual(['灯塔'])
  expect(faultsOf(['灯塔', '渡口的灯'], ['河岸渡口的灯', '渡口的灯'])).toEqual(['灯塔'])
})

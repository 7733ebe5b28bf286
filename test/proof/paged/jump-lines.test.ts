/** Where the rests of articles stand one after another, as they were read of the pages. */
import { expect, test } from 'vitest'
import type { Issue } from '../../../scripts/model/issue.ts'
import type { PagedEvidence } from '../../../scripts/proof/paged/evidence.ts'
import { checkJumps } from '../../../scripts/proof/paged/jump-lines.ts'
import { verdictOn } from '../../../scripts/proof/verdict/verdict.ts'

/** Two articles leave their pages 4 and 6 and go on on page 9, the one after the rest of the other or the other way round. */
function faultsOf(after: readonly [first: string, second: string]): readonly string[] {
  const articles = ['a01', 'a02', 'a03'].map((id) => ({ id, title: id }))
  const continuations = [
    { article: 'a01', after: 'a03' },
    { article: 'a02', after: 'a03' },
  ]
  const jump = (page: number, after: string) => ({
    jump: { leaving: { printed: '9', page }, resuming: { printed: `${page}`, page: 9 }, after },
    last: 9,
  })
  const evidence = { articles: [jump(4, after[0]), jump(6, after[1]), { jump: null, last: 8 }] }
  const verdict = verdictOn('print')
  checkJumps(verdict, { articles, continuations } as unknown as Issue, 'a.pdf', evidence as unknown as PagedEvidence)
  return verdict.diagnostics.map(({ code, facts }) => `${code} ${facts?.title} ${facts?.before}`)
}

test('of two rests listed after one article the second stands after the first', () => {
  expect(faultsOf(['a03', 'a01'])).toEqual([])
})

test('two rests in the wrong order are found, each with what it should stand after', () => {
  expect(faultsOf(['a02', 'a03'])).toEqual(['proof/continuation-order a01 a03', 'proof/continuation-order a02 a01'])
})

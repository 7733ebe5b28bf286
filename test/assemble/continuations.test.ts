import { expect, test } from 'vitest'
import { assemble } from '../../scripts/assemble/issue.ts'
import type { BodyToken } from '../../scripts/model/body.ts'
import type { Layout, ListedArticle, Manuscript } from '../../scripts/model/manuscript.ts'
import { themes } from '../themes.ts'
import { manuscriptOf } from './manuscript.ts'

const jump = { type: 'jump', nesting: 0, map: [5, 5], children: null, meta: null } as unknown as BodyToken
const text = { ...jump, type: 'hr', map: [7, 7] } as BodyToken

/** Articles a to d; those of `marked` hold a jump between two other blocks. */
function issueOf(
  sections: readonly (readonly ListedArticle[])[],
  marked: string,
  layouts: Record<string, Layout> = {},
) {
  const names = ['a', 'b', 'c', 'd']
  const files = names.map((name, i) => `0${i + 1}-${name}.md`)
  const articles = Object.fromEntries(files.map((file, i) => [file, { layout: layouts[names[i]!] ?? 'standard' }]))
  const manuscript = manuscriptOf({
    articles,
    manifest: { sections: sections.map((listed, i) => ({ name: `栏目${i}`, articles: listed })) },
  })
  const withJumps: Manuscript = {
    ...manuscript,
    articles: manuscript.articles.map((source, i) => ({
      ...source,
      body: marked.includes(names[i]!) ? [text, jump, text] : [text],
    })),
  }
  const { issue, diagnostics } = assemble(withJumps, themes)
  const jumping = issue!.articles.filter(({ body }) => body.some(({ type }) => type === 'jump'))
  return {
    continuations: issue!.continuations.map(({ article, after }) => `${article} after ${after}`),
    jumping: jumping.map(({ id }) => id),
    codes: diagnostics.map((d) => d.code.replace('manuscript/', '')),
  }
}

const rest = (file: string): ListedArticle => ({ continue: file })

test('the rest of an article stands after the article that is listed before it', () => {
  const whole = issueOf([['01-a.md', '02-b.md', rest('01-a.md'), '03-c.md'], ['04-d.md']], 'a')
  expect(whole).toEqual({ continuations: ['a01 after a02'], jumping: ['a01'], codes: [] })
})

test('at the head of a section it stands after the last article of the section before', () => {
  const { continuations, codes } = issueOf(
    [
      ['01-a.md', '02-b.md'],
      [rest('01-a.md'), '03-c.md', '04-d.md'],
    ],
    'a',
  )
  expect({ continuations, codes }).toEqual({ continuations: ['a01 after a02'], codes: [] })
})

test('several rests after one article keep their order', () => {
  const listed = ['01-a.md', '02-b.md', '03-c.md', rest('02-b.md'), rest('01-a.md'), '04-d.md']
  expect(issueOf([listed], 'ab').continuations).toEqual(['a02 after a03', 'a01 after a03'])
})

test('what cannot be continued is reported, and its mark has no effect in a draft', () => {
  const order = ['01-a.md', '02-b.md', '03-c.md', '04-d.md']
  const gone = { continuations: [], jumping: [] }
  expect(issueOf([order], 'a')).toEqual({ ...gone, codes: ['jump-unlisted'] })
  expect(issueOf([[...order, rest('01-a.md')]], '')).toEqual({ ...gone, codes: ['continue-unmarked'] })
  expect(issueOf([[...order, rest('04-d.md')]], 'd')).toEqual({ ...gone, codes: ['continue-order'] })
  expect(issueOf([[rest('04-d.md'), ...order]], 'd')).toEqual({ ...gone, codes: ['continue-order'] })
  expect(issueOf([['01-a.md', rest('02-b.md'), ...order.slice(1)]], 'b')).toEqual({
    ...gone,
    codes: ['continue-order'],
  })
  expect(issueOf([[...order, rest('09-x.md')]], '')).toEqual({ ...gone, codes: ['continue-unlisted'] })
  expect(issueOf([[...order, rest('01-a.md')]], 'a', { a: 'verse' })).toEqual({ ...gone, codes: ['jump-layout'] })
})

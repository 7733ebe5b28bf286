import { expect, test } from 'vitest'
import { assemble } from '../../scripts/assemble/issue.ts'
import { type BodyToken, blockTexts } from '../../scripts/model/body.ts'
import { readMarkdown } from '../../scripts/read/markdown.ts'
import { themes } from '../themes.ts'
import { manuscriptOf } from './manuscript.ts'

const text = `[沈砚秋]{.name}的[**呐**喊]{.work}与[墨]{.work}。[^1]

[^1]: 见[陆知微]{.name}编[墨谱]{.work}。`

function articleOf(nameMarks?: boolean) {
  const { body, notes } = readMarkdown({ file: 'f', text, skip: 0, article: 'a01', articles: new Map() })
  const manuscript = manuscriptOf({ manifest: nameMarks === undefined ? {} : { style: { nameMarks } } })
  const articles = manuscript.articles.map((source) => ({ ...source, body, notes }))
  return assemble({ ...manuscript, articles }, themes).issue!.articles[0]!
}
const types = (tokens: readonly BodyToken[]) => tokens.flatMap((t) => t.children ?? []).map((t) => t.type)

test('marked names and works stay marked unless the house sets no lines', () => {
  for (const article of [articleOf(), articleOf(true)]) {
    expect(blockTexts(article.body)).toEqual(['沈砚秋的呐喊与墨。'])
    expect(types(article.notes[0]!.tokens).filter((type) => /_open$/.test(type))).toEqual(['name_open', 'work_open'])
  }
})

test('without lines works stand in title marks and names are plain, in text and notes', () => {
  const { body, notes } = articleOf(false)
  expect(blockTexts(body)).toEqual(['沈砚秋的《呐喊》与《墨》。'])
  expect(blockTexts(notes[0]!.tokens)).toEqual(['见陆知微编《墨谱》。'])
  expect(types(body)).toEqual(['text', 'strong_open', 'text', 'strong_close', 'text', 'footnote_ref'])
  expect(types(notes[0]!.tokens)).toEqual(['text'])
})

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { checkIssue } from '../../scripts/inspection.ts'
import { hasErrors } from '../../scripts/model/diagnostic.ts'
import { layouts } from './article.ts'
import { generateIssue, small } from './issue.ts'
import { jumpKind } from './model.ts'
import { shrink } from './shrink.ts'
import { writeIssue } from './write.ts'

const temporary = () => mkdtemp(path.join(tmpdir(), 'kanben-generated-'))

test('the same seed gives the same issue, another seed another', async () => {
  const [one, again, other] = await Promise.all([7, 7, 8].map((seed) => generateIssue(seed, small)))
  expect(again).toEqual(one)
  expect(other).not.toEqual(one)
})

test('every layout and every kind of block comes up', async () => {
  const issues = await Promise.all(Array.from({ length: 60 }, (_, seed) => generateIssue(seed, small)))
  const articles = issues.flatMap((issue) => issue.articles)
  expect(new Set(articles.map(({ front }) => front.layout))).toEqual(new Set(layouts))
  const kinds = new Set(articles.flatMap(({ blocks }) => blocks.map(({ kind }) => kind)))
  for (const kind of [
    'paragraph',
    'english',
    'heading',
    'list',
    'quotation',
    'verse',
    'definitions',
    'table',
    'long table',
  ])
    expect(kinds).toContain(kind)
  for (const kind of ['wide table', 'figure', 'code', 'exchange', jumpKind]) expect(kinds).toContain(kind)
})

test('what it writes is a valid manuscript', async () => {
  const into = await temporary()
  const errors: string[] = []
  for (let seed = 100; seed < 120; seed++) {
    const folder = await writeIssue(await generateIssue(seed, small), into)
    const { diagnostics } = await checkIssue(folder, () => {})
    for (const found of diagnostics.filter((one) => hasErrors([one])))
      errors.push(`${found.code} ${found.place?.file}:${found.place?.line}`)
  }
  expect(errors).toEqual([])
})

test('an issue is made as small as what fails in it', async () => {
  const issue = await generateIssue(7, small)
  const wanted = issue.articles.at(-1)!.blocks.at(-1)!.pieces[0]!
  const smallest = await shrink(issue, {
    goesOn: () => true,
    fails: async ({ articles }) => articles.some(({ blocks }) => blocks.some(({ pieces }) => pieces.includes(wanted))),
  })
  expect(smallest.articles).toHaveLength(1)
  expect(smallest.articles[0]!.blocks).toHaveLength(1)
  expect(smallest.articles[0]!.blocks[0]!.pieces).toEqual([wanted])
  expect(smallest.manifest).not.toHaveProperty('style')
})

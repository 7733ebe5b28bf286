import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { finishEditions } from '../../scripts/finishing.ts'
import { checkIssue, inspect } from '../../scripts/inspection.ts'
import { layoutBleed, layoutPaged } from '../../scripts/markup/paged.ts'
import { hasErrors } from '../../scripts/model/diagnostic.ts'
import { editionNames } from '../../scripts/model/edition.ts'
import { type Browser, launchBrowser } from '../../scripts/press/browser/browser.ts'
import { paginate } from '../../scripts/press/browser/paginate.ts'
import { inPageSettings } from '../../scripts/press/in-page/settings.ts'
import { prove } from '../../scripts/proof/prove.ts'
import { layouts } from './article.ts'
import { brief, generateIssue, small } from './issue.ts'
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

/** Chosen so that every layout and every option comes up; `npm run generate` goes through as many others as one has time for. */
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

describe('made-up issues are printed and proved', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test.each(seeds)(
    'seed %i',
    async (seed) => {
      const folder = await writeIssue(await generateIssue(seed, brief), await temporary())
      const { issue, templates } = await inspect(folder, () => {})
      const printed = await paginate(browser, layoutPaged(issue!, templates, { draft: false }), {
        settings: inPageSettings(issue!),
        bleed: layoutBleed(issue!),
        trim: issue!.page.trim,
        onPage: () => {},
        onPrint: () => {},
        signal: new AbortController().signal,
      })
      const options = { editions: editionNames, progress: () => {}, signal: new AbortController().signal }
      const { artifacts, diagnostics } = await finishEditions({ issue: issue!, printed, templates, browser }, options)
      const proof = await prove(issue!, artifacts, 'test')
      // The typography of single lines and pages is for people to look at; what it finds here is counted by `npm run generate`.
      const faults = [...diagnostics, ...proof.diagnostics].filter(
        (found) => hasErrors([found]) && !found.code.startsWith('typography/'),
      )
      expect(faults.map(({ code, place }) => `${code} ${place?.file}:${place?.line ?? place?.page}`)).toEqual([])
    },
    300_000,
  )
})

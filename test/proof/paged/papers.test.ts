/** Issues and pages at random, without a browser: the proof finds whose each page is, and misses what is taken out of one. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Diagnostic } from '../../../scripts/model/diagnostic.ts'
import type { Issue } from '../../../scripts/model/issue.ts'
import { checkRunningHeads } from '../../../scripts/proof/paged/contents.ts'
import { checkJumps } from '../../../scripts/proof/paged/jump-lines.ts'
import { readPages } from '../../../scripts/proof/paged/pages.ts'
import type { PdfFacts } from '../../../scripts/proof/pdf/facts.ts'
import { wordsOf } from '../../../scripts/proof/text/blocks.ts'
import { compare } from '../../../scripts/proof/text/compare.ts'
import { checkConservation } from '../../../scripts/proof/text/conservation.ts'
import { type Expected, expectedOf } from '../../../scripts/proof/text/expected.ts'
import { verdictOn } from '../../../scripts/proof/verdict/verdict.ts'
import { generateIssue, small } from '../../generator/issue.ts'
import { seeded } from '../../generator/random.ts'
import { writeIssue } from '../../generator/write.ts'
import { issueOf } from '../../issue/produce.ts'
import { paperOf } from './paper.ts'

/** The last of them have pages that were once misread: short remainders above a head, heads longer than their page, numbers. */
const seeds = [...Array.from({ length: 20 }, (_, i) => 1 + i), 188, 248, 253, 294, 300, 364, 397, 577]
const papersOfEach = 3

interface Case {
  readonly seed: number
  readonly issue: Issue
  readonly all: readonly Expected[]
}

let folder: string
const cases: Case[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kanben-papers-'))
  for (const seed of seeds) {
    const issue = await issueOf(await writeIssue(await generateIssue(seed, small), folder))
    const all = issue.sections.flatMap(({ name, articles }) =>
      // Ruby is painted in ways of its own, which pages of lines do not show.
      articles.map((it) => ({ ...expectedOf(it, name, 'paged', new Map(), issue.continuations), annotations: [] })),
    )
    cases.push({ seed, issue, all })
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function read({ issue, all }: Case, facts: PdfFacts) {
  const file = 'a.pdf'
  const evidence = readPages(issue, all, facts, file)
  const verdict = verdictOn('print')
  all.forEach((expected, i) => {
    const found = evidence.articles[i]
    if (!found) return
    const place = { file, page: found.first }
    checkConservation(verdict, expected, compare(expected, found, place), place)
  })
  checkJumps(verdict, issue, file, evidence)
  checkRunningHeads(verdict, issue, file, evidence)
  return { found: evidence.articles.map((it) => it && [it.first, it.last]), diagnostics: verdict.diagnostics }
}

const codesOf = (diagnostics: readonly Diagnostic[]): string[] => [...new Set(diagnostics.map(({ code }) => code))]

test('every article is found on its pages, with all that it says', () => {
  for (const one of cases) {
    for (let paper = 0; paper < papersOfEach; paper++) {
      const { facts, put } = paperOf(seeded(1000 * one.seed + paper), one.issue, one.all)
      const { found, diagnostics } = read(one, facts)
      const at = `seed ${one.seed}, paper ${paper}`
      expect([at, found]).toEqual([at, put.map(({ first, last }) => [first, last])])
      expect([at, codesOf(diagnostics)]).toEqual([at, []])
    }
  }
})

test('a line of a text that is taken out of any page is missed', () => {
  for (const one of cases) {
    const random = seeded(one.seed)
    const { facts, put } = paperOf(random, one.issue, one.all)
    const index = random.int(0, put.length - 1)
    const { first, last } = put[index]!
    const number = random.int(first, last)
    const { texts } = facts.pages[number - 1]!
    const words = wordsOf(one.all[index]!.body)
    const lines = texts.filter(({ size, text }) => size === 10 && text.length > 4 && words.includes(text))
    const gone = lines[random.int(0, lines.length - 1)]
    if (!gone) continue
    const pages = facts.pages.map((page) =>
      page.number === number ? { ...page, texts: texts.filter((it) => it !== gone) } : page,
    )
    const { diagnostics } = read(one, { ...facts, pages })
    expect([one.seed, gone.text, diagnostics.length > 0]).toEqual([one.seed, gone.text, true])
  }
})

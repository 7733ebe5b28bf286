import type { PDFDocument } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Issue } from '../../../scripts/model/issue.ts'
import { uaAssertions } from '../../../scripts/proof/pdfua/check.ts'
import { changed, overwritten } from '../mutate.ts'
import { failing, screenIssue } from './issue.ts'
import { leading, linking, type Mutation, reading, saying, showing } from './mutations.ts'
import { nesting, ordering, typing } from './structure.ts'

let issue: Issue
let whole: Uint8Array

beforeAll(async () => {
  ;({ issue, bytes: whole } = await screenIssue())
})

const failingAfter = async (change: (document: PDFDocument) => void): Promise<string[]> =>
  failing(issue, await changed(whole, change, true))

it('finds nothing wrong with the finished file', async () => {
  expect(failing(issue, whole)).toEqual([])
  // Nor does the way in which the tests change it.
  expect(await failingAfter(() => {})).toEqual([])
})

const groups: readonly (readonly [string, readonly Mutation[]])[] = [
  ['that says of itself what it is', saying],
  ['that shows its content', showing],
  ['with typed elements', typing],
  ['with nested elements', nesting],
  ['with links', linking],
  ['with text to be read', reading],
  ['that leads its reader', leading],
]

describe.each(groups)('a file %s', (_, mutations) => {
  it.each(mutations)('fails %s where it %s', async (id, _what, change) => {
    expect(await failingAfter(change)).toContain(id)
  })
})

describe('a file whose text is read out', () => {
  it.each(ordering)('fails %j where it %s', async (ids, _what, change) => {
    expect(await failingAfter(change)).toEqual(ids)
  })
})

it('fails 6.1-1 where it begins as another kind of PDF', () => {
  expect(failing(issue, overwritten(whole, '%PDF-1.7', '%PDF-2.0'))).toEqual(['6.1-1'])
})

it('has a mutation for every assertion', () => {
  const caught = new Set([...groups.flatMap(([, all]) => all.map(([id]) => id)), ...ordering.flatMap(([ids]) => ids)])
  expect(uaAssertions.map(({ id }) => id).filter((id) => id !== '6.1-1' && !caught.has(id))).toEqual([])
  expect(new Set(uaAssertions.map(({ id }) => id)).size).toBe(uaAssertions.length)
})

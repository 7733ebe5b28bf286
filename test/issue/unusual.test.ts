/** An issue of what is rare and right: marks of markup in names, empty cells, equal titles, a figure before any text, ruby in small type. */
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Artifact } from '../../scripts/model/artifact.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import type { Proof } from '../../scripts/model/proof.ts'
import { readPdf } from '../../scripts/proof/pdf/facts.ts'
import { prove } from '../../scripts/proof/prove.ts'
import { finished, issueOf, laidOut, root } from './produce.ts'

let artifacts: readonly Artifact[]
let proof: Proof

async function produced(folder: string): Promise<{ issue: Issue; artifacts: readonly Artifact[]; proof: Proof }> {
  const issue = await issueOf(path.join(root, 'test/issue/fixtures', folder))
  const artifacts = await finished(issue, await laidOut(issue))
  return { issue, artifacts, proof: await prove(issue, artifacts, 'test') }
}

beforeAll(async () => {
  ;({ artifacts, proof } = await produced('2026-05'))
})

/** A word under each picture, a text that ends with its notes, a heading longer than the text below it. */
test('an issue of hardly any words is proved', async () => {
  const { proof } = await produced('2026-06')
  expect(proof.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
})

test('every edition is proved', () => {
  expect(proof.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
})

test('names stand in running heads as they are written', async () => {
  const { bytes } = artifacts.find(({ edition }) => edition === 'print')!
  const { pages } = await readPdf(bytes)
  const text = pages
    .map(({ texts }) =>
      texts
        .map((one) => one.text)
        .join('')
        .replaceAll(/\s/g, ''),
    )
    .join('\n')
  expect(text).toContain('R&D“评论”"A<B>"\\412026年第5期')
  expect(text).toContain('青内资准字"<1>"\\2026')
  expect(text).toContain('：水&火<b"引"\\41')
})

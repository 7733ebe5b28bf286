/** An issue of what is rare and right: marks of markup in names, empty cells, equal titles, a figure before any text, ruby in small type. */
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Artifact } from '../../scripts/model/artifact.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import type { Proof } from '../../scripts/model/proof.ts'
import { readPdf } from '../../scripts/proof/pdf/facts.ts'
import { prove } from '../../scripts/proof/prove.ts'
import { finished, issueOf, laidOut, root } from './produce.ts'

let issue: Issue
let artifacts: readonly Artifact[]
let proof: Proof
beforeAll(async () => {
  issue = await issueOf(path.join(root, 'test/issue/fixtures/2026-05'))
  artifacts = await finished(issue, await laidOut(issue))
  proof = await prove(issue, artifacts, 'test')
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

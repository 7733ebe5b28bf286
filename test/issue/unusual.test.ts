/** An issue of what is rare and right: marks of markup in names, empty cells, equal titles, a figure before any text, ruby in small type. */
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Artifact } from '../../scripts/model/artifact.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import type { Proof } from '../../scripts/model/proof.ts'
import { layoutReport } from '../../scripts/press/browser/layout-report.ts'
import { readPdf } from '../../scripts/proof/pdf/facts.ts'
import { readObjects } from '../../scripts/proof/pdf/objects.ts'
import { prove } from '../../scripts/proof/prove.ts'
import { readGlyphs } from '../../scripts/proof/typography/read/glyphs.ts'
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
  const { proof, artifacts } = await produced('2026-06')
  expect(proof.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  const { bytes } = artifacts.find(({ edition }) => edition === 'print')!
  const { pages } = await readPdf(readObjects(bytes))
  const texts = pages.map((page) =>
    page.texts
      .map(({ text }) => text)
      .join('')
      .replaceAll(/\s/g, ''),
  )
  // A picture as wide as the page stands below the head and the text before it, as many as there is room for.
  expect(texts.find((text) => text.includes('河口的灯塔建成那年'))).toContain('图1塔')
  expect(texts.find((text) => text.includes('灯到了岸边'))).toContain('图2水里')
})

/** Thirty names under an editorial, more than a page of them; a feature whose names have no room beside its title. */
test('an issue of very many names is proved, and says which feature opens with a plain head', async () => {
  const issue = await issueOf(path.join(root, 'test/issue/fixtures/2026-07'))
  const laid = await laidOut(issue)
  expect(laid.plain).toEqual([issue.articles[1]!.id])
  expect(layoutReport(issue, laid).map(({ code }) => code)).toContain('layout/opener-plain')
  expect(laid.faults).toEqual([])
  const { checks } = await prove(issue, await finished(issue, laid), 'test')
  expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
})

/** A title that leaves less than a line of its page to a poem of one; names of four lines beside the title of a photo page. */
test('heads that fill their page leave no text below it, and no title one character wide', async () => {
  const issue = await issueOf(path.join(root, 'test/issue/fixtures/2026-08'))
  const artifacts = await finished(issue, await laidOut(issue), ['print'])
  const { checks } = await prove(issue, artifacts, 'test')
  expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  const { pages } = await readPdf(readObjects(artifacts[0]!.bytes))
  const large = pages.flatMap(({ texts }) => texts.filter(({ size }) => size > 15).map(({ text }) => text))
  expect(large).toContain('渡口的灯塔和')
  const heads = pages.flatMap(({ texts }) => texts.filter(({ y, text }) => y > 690 && text.includes('守灯的人')))
  expect(heads.map(({ text }) => text.slice(-1))).toEqual(['…'])
})

/** 等 stands in no text of this issue, but behind the first name in the running heads of the academic theme. */
test('what only running heads say has its glyphs', async () => {
  const issue = await issueOf(path.join(root, 'test/issue/fixtures/2026-07'))
  const academic = { ...issue, style: { ...issue.style, theme: 'academic' as const } }
  const { raw, faults, plain } = await laidOut(academic)
  expect({ faults, plain }).toEqual({ faults: [], plain: [] })
  const shown = readGlyphs(readObjects(raw)).flatMap(({ glyphs }) => glyphs.map(({ text }) => text))
  expect(shown.filter((text) => text === '等').length).toBeGreaterThan(0)
})

test('every edition is proved', () => {
  expect(proof.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
})

test('names stand in running heads as they are written', async () => {
  const { bytes } = artifacts.find(({ edition }) => edition === 'print')!
  const { pages } = await readPdf(readObjects(bytes))
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

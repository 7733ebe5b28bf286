/** Articles that are set right and look odd to a reader of glyphs: the audit of the finished pages finds nothing in them. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readObjects } from '../../../scripts/proof/pdf/objects.ts'
import { auditTypography } from '../../../scripts/proof/typography/audit.ts'
import { readGlyphs } from '../../../scripts/proof/typography/read/glyphs.ts'
import { readLines } from '../../../scripts/proof/typography/read/lines.ts'
import { verdictOn } from '../../../scripts/proof/verdict/verdict.ts'
import { finished, issueOf, laidOut, stockFolder } from '../../issue/produce.ts'

const sentence = '排字房的规矩是谁排的版谁先自校，自校以后交毛校，毛校以后才轮到作者。'
const repeated = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join('')

const words = ['manuscripts', 'reproduction', 'corrections', 'illustrations']

const articles: Readonly<Record<string, { readonly layout: string; readonly body: string }>> = {
  'a-page-of-lists': {
    layout: 'editorial',
    body: repeated(14, (i) => `- 第${i}条\n  - ${'校'.repeat(29)}，${'样'.repeat(9 + i)}。\n`),
  },
  'a-short-brief': {
    layout: 'brief',
    body: `“校样读完了。”作者说。编辑签上名字，送去付印，他又看了一遍才放心走。\n\n1. 毛校\n2. ${sentence}再改。\n3. 清样\n`,
  },
  'a-note-of-quotations': {
    layout: 'standard',
    body: `${sentence}[^1]\n\n[^1]: ${repeated(44, (i) => `${'又'.repeat(i % 3)}说“门”，`)}如此而已。\n`,
  },
  'a-table-of-dashes': {
    layout: 'back',
    body: `${sentence}\n\n${'| 甲 '.repeat(8)}|\n${'| --- '.repeat(8)}|\n${`${'| — '.repeat(8)}|\n`.repeat(3)}\n${sentence.repeat(9)}\n`,
  },
  'gaps-of-scripts': {
    layout: 'standard',
    body: `${repeated(20, (i) => `${'校'.repeat(i % 7)}样，6.2%在山脚，*bold notes*在楼上，`)}印完了。\n`,
  },
  'long-words': {
    layout: 'standard',
    body: repeated(60, (i) => `${'校'.repeat((i % 7) + 15)}${words[i % 4]}${'样'.repeat(9)}。\n\n`),
  },
  'rows-of-figures': {
    layout: 'standard',
    body: repeated(
      8,
      (i) =>
        `${'校'.repeat(i)}样，1～${i}页；A～Z；30－40页；50—60页；70–80页；7×8＝56；m<n，p>q；¥300；90￥；共9页。\n\n`,
    ),
  },
}
const names = Object.keys(articles)

let faults: readonly string[]
let loose: number | undefined

beforeAll(async () => {
  const folder = await stockFolder()
  const manifest = path.join(folder, 'issue.yaml')
  const files = names.map((name, i) => `${10 + i}-${name}.md`)
  const listed = (await readFile(manifest, 'utf8')).replace('02-ink.md', ['02-ink.md', ...files].join(', '))
  await writeFile(manifest, listed)
  for (const [i, name] of names.entries()) {
    const { layout, body } = articles[name]!
    const head = `---\ntitle: 第${'一二三四五六七八九'[i]}篇\nlayout: ${layout}\nbyline: [沈砚秋]\naffiliation: 纸上编辑部\n---\n\n`
    await writeFile(path.join(folder, files[i]!), head + body)
  }
  const issue = await issueOf(folder)
  const printed = await laidOut({ ...issue, page: { ...issue.page, signature: 1 } })
  const [artifact] = await finished(issue, printed, ['print'])
  const glyphs = readGlyphs(readObjects(artifact!.bytes))
  const verdict = verdictOn('print')
  auditTypography(verdict, issue, artifact!, glyphs, readLines(issue, glyphs))
  loose = verdict.checks.find(({ name }) => name === 'typography/loose-line')?.faults
  // How columns end, and how many lines are loose, is looked at elsewhere.
  const lines = verdict.diagnostics.filter(({ code }) => !/unbalanced|loose-text/.test(code))
  faults = lines.map(({ code, place }) => `${code} ${path.basename(place?.file ?? '')}`)
}, 120_000)

test('long words, hyphenated where a line would be loose', () => {
  expect(loose).toBeLessThan(6)
})

test('a table of dashes, whose rows are no text', () => {
  expect(faults.filter((fault) => fault.includes('print.pdf'))).toEqual([])
})

test.each(names)('%s', (name) => {
  expect(faults.filter((fault) => fault.includes(name))).toEqual([])
})

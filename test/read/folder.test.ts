import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assemble } from '../../scripts/assemble/issue.ts'
import { formatPlace } from '../../scripts/model/place.ts'
import { readFolder } from '../../scripts/read/folder.ts'
import { themes } from '../themes.ts'

const stock = path.join(import.meta.dirname, '../diagnostics/_stock')
let temporary: string
let folder: string

beforeEach(() => {
  temporary = mkdtempSync(path.join(tmpdir(), 'kanben-'))
  folder = path.join(temporary, '2026-01')
  cpSync(stock, folder, { recursive: true })
})
afterEach(() => rmSync(temporary, { recursive: true }))

const text = (name: string): string => readFileSync(path.join(stock, name), 'utf8')
const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text)

async function faults(): Promise<string[]> {
  const { diagnostics } = await readFolder(folder)
  return diagnostics.map((d) => `${d.code.replace('manuscript/', '')} ${path.relative(folder, formatPlace(d.place!))}`)
}

test('the stock issue is read whole', async () => {
  const { manuscript, diagnostics, sources, waivers } = await readFolder(folder)
  expect(diagnostics).toEqual([])
  expect(waivers).toEqual([])
  expect(manuscript?.id).toBe('2026-01')
  expect(manuscript?.articles.map(({ name }) => name)).toEqual(['01-paper.md', '02-ink.md'])
  expect(manuscript?.resources.map(({ src, mediaType, width, height }) => ({ src, mediaType, width, height }))).toEqual(
    [{ src: 'figures/press.svg', mediaType: 'image/svg+xml', width: 120, height: 90 }],
  )
  expect([...sources.keys()].map((file) => path.basename(file))).toEqual(['issue.yaml', '01-paper.md', '02-ink.md'])
  expect(manuscript?.manifest.places.get('journal.permit')).toEqual({
    file: `${folder}/issue.yaml`,
    line: 6,
    column: 11,
  })
  expect(manuscript?.articles[0]?.facts.places.get('byline[0].affiliation')?.line).toBe(5)
})

test('files are named as the editor named the folder', async () => {
  const given = path.relative(process.cwd(), folder)
  const { sources } = await readFolder(`${given}/`)
  expect([...sources.keys()][0]).toBe(`${given}/issue.yaml`)
})

test('faults of every file and kind are reported in one run, in the order of the files', async () => {
  write(
    'issue.yaml',
    text('issue.yaml').replace('  permit: 京内资准字 2026-L0001 号\n', '').replace('figures/', 'pictures/'),
  )
  write(
    '01-paper.md',
    text('01-paper.md').replace('title:', 'titel:').replace('**纸**', '**纸').replace('[^1]: ', '[^2]: '),
  )
  write('02-ink.md', text('02-ink.md').replace('[陆知微]', '[]').replace('## 烟', '# 烟<br>'))
  expect(await faults()).toEqual([
    'key-missing issue.yaml:2:1',
    'figure-missing issue.yaml:20:10',
    'key-missing 01-paper.md:1:1',
    'key-unknown 01-paper.md:2:1',
    'note-missing 01-paper.md:12:23',
    'markup-left 01-paper.md:16:22',
    'note-unused 01-paper.md:24:1',
    'byline-missing 02-ink.md:3:1',
    'heading-level 02-ink.md:9:1',
    'html 02-ink.md:9:4',
  ])
})

test('an issue with faults still makes a draft, in which gaps show', async () => {
  write('02-ink.md', text('02-ink.md').replace('title: 墨从哪里来\n', '').replace('byline: [陆知微]\n', ''))
  const { manuscript } = await readFolder(folder)
  const { issue } = assemble(manuscript!, themes)
  expect(issue?.articles[1]).toMatchObject({ title: '待填', byline: [{ name: '待填', affiliations: [0] }] })
})

test('articles are checked even where the manifest cannot be read', async () => {
  write('issue.yaml', 'journal: [')
  write('02-ink.md', text('02-ink.md').replace('## 烟', '# 烟'))
  expect((await readFolder(folder)).manuscript).toBeNull()
  expect(await faults()).toEqual([
    'key-missing issue.yaml:1:1',
    'key-missing issue.yaml:1:1',
    'value-type issue.yaml:1:1',
    'yaml-bracket issue.yaml:1:11',
    'heading-level 02-ink.md:9:1',
  ])
})

test('a folder that is not there is one without a manifest', async () => {
  const { manuscript, diagnostics } = await readFolder(path.join(temporary, 'none'))
  expect(manuscript).toBeNull()
  expect(diagnostics.map((d) => d.code)).toEqual(['manuscript/manifest-missing'])
})

test('line ends of Windows and a byte order mark change nothing but the warning', async () => {
  const { manuscript: before } = await readFolder(folder)
  for (const name of ['issue.yaml', '01-paper.md', '02-ink.md']) {
    write(name, `\ufeff${text(name).replaceAll('\n', '\r\n')}`)
  }
  const { manuscript: after, diagnostics } = await readFolder(folder)
  expect(after).toEqual(before)
  expect(new Set(diagnostics.map((d) => d.code))).toEqual(new Set(['manuscript/byte-order-mark']))
})

test('a picture that cannot be read leaves an empty frame in a draft', async () => {
  write('01-paper.md', text('01-paper.md').replace('figures/press.svg', 'figures/none.svg'))
  const { manuscript } = await readFolder(folder)
  const [figure] = manuscript!.articles[0]!.body.filter((t) => t.type === 'figure')
  expect(manuscript!.resources.map(({ src }) => src)).toContain(figure?.meta?.figure?.src)
})

/** Pieces that mean something somewhere, in any order. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...'---\n|\n\n|title: 纸\n|byline: [甲]\n|journal:\n|  kind: internal\n|sections:\n|  - name: 特稿\n|: |- |[|]|{|}|"|*|&a|**|![|](|)|[^1]|[^1]: |> |::: verse\n|:::\n|——|表：|\\|---\\|\n|```\n|<b>|    |# |{下转}\n\n|[@1]|]{.name}|references:\n|english:\n|style:\n  theme: |{ continue: 02-ink.md }|{甲\\||}'.split(
        /(?<!\\)\|/,
      ),
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  ),
  { maxLength: 40 },
)

test('reading and assembling never throw, whatever the files hold', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, pieces, fc.boolean(), async (manifest, article, whole) => {
      if (!whole) write('issue.yaml', manifest.join(''))
      else cpSync(path.join(stock, 'issue.yaml'), path.join(folder, 'issue.yaml'))
      write('02-ink.md', (whole ? '---\ntitle: 墨\nbyline: [甲]\naffiliation: 乙\n---\n' : '') + article.join(''))
      const { manuscript, diagnostics } = await readFolder(folder)
      if (manuscript) assemble(manuscript, themes)
      for (const d of diagnostics) expect(d.place?.line ?? 1).toBeGreaterThan(0)
    }),
    { numRuns: 300, seed: 17 },
  )
})

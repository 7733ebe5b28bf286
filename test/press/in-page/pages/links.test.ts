import { appendFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layoutBleed } from '../../../../scripts/markup/paged.ts'
import type { PageRecord } from '../../../../scripts/model/artifact.ts'
import { openPdf } from '../../../../scripts/press/pdf/document.ts'
import { finishScreen } from '../../../../scripts/press/screen/finish-screen.ts'
import {
  contentsOf,
  type Element,
  elementsOf,
  isAnnotation,
  readStructure,
} from '../../../../scripts/press/screen/tree/read.ts'
import { issueOf, laidOut, stockFolder } from '../../../issue/produce.ts'
import { itWith } from '../../../support/witness.ts'
import { everyPage, open, run } from '../../screen/finish-reading.ts'

/** No two sentences are alike, so that a piece of them can be told from the others. */
const long = Array.from(
  { length: 130 },
  (_, i) => `第${i + 1}刀纸晾在第${(i * 7) % 97}架，傍晚收进第${(i * 3) % 89}号仓。`,
).join('')

const english =
  'A sheet of paper is made of fibres that were beaten, floated in water, and lifted on a screen; what the screen keeps is pressed, dried on a wall, and counted by the hundred before it leaves the mill for the town.'

const paper = `

如图1所示，帘子要平；见表1，地图2不在此列。来信请寄 editors@paper.example，详见 https://paper.example/a/b?c=1，
又见 doi 10.1234/paper.2026.01（2026 年）。${long}末句在此[^2]。

${english}

表：两种帘子

| 帘 | 宽 |
| --- | --- |
| 竹帘 | 三尺 |
| 铜帘 | 五尺 |

## 收纸

[^2]: 参见 https://paper.example/notes 一文。
`

interface Link {
  readonly page: number
  readonly to: string
  readonly says: string
  readonly rect: readonly number[]
}

let folder: string
let document: PDFDocumentProxy
let pages: readonly PageRecord[]
let links: Link[]
let tree: Element

beforeAll(async () => {
  folder = await stockFolder()
  await appendFile(path.join(folder, '01-paper.md'), paper)
  const manifest = path.join(folder, 'issue.yaml')
  const text = await readFile(manifest, 'utf8')
  await writeFile(manifest, text.replace(/page:\n.*\n/, 'page:\n  fillers: [notes, blank, blank, blank]\n'))
  const issue = await issueOf(folder)
  const printed = await laidOut(issue)
  pages = printed.pages
  const bytes = await finishScreen(printed.raw, issue, { layoutBleed: layoutBleed(issue), pages })
  await writeFile(path.join(folder, 's.pdf'), bytes)
  tree = readStructure(await openPdf(bytes))
  document = await open(bytes)
  const sheets = await everyPage(document)
  const found = await Promise.all(sheets.map((page) => page.getAnnotations()))
  links = found.flatMap((annotations, i) =>
    annotations.map((it) => ({ page: i + 1, to: it.url ?? it.dest, says: it.contentsObj.str, rect: it.rect })),
  )
}, 120_000)

afterAll(() => document?.destroy())

const to = (target: string): Link[] => links.filter((link) => link.to === target)
const pageOf = async (name: string): Promise<number> => {
  const [ref] = (await document.getDestination(name))!
  return (await document.getPageIndex(ref)) + 1
}

describe('the links of the screen edition', () => {
  it('lead from the contents to each article and say its title and folio', async () => {
    const first = await pageOf('a01')
    expect(to('a01').map(({ says }) => says)).toEqual([`一张纸的来历（第 ${pages[first - 1]!.folio} 页）`])
    expect(to('a01')[0]!.page).toBeLessThan(first)
    expect(to('a02').map(({ says }) => says)[0]).toContain('墨从哪里来（第 ')
  })

  it('lead from each call to its note and back, on the page of the note', async () => {
    for (const [number, call] of [
      [1, '①'],
      [2, '②'],
    ] as const) {
      expect(to(`a01-n${number}`).map(({ says }) => says)).toEqual([`注释 ${call}`])
      expect(to(`a01-c${number}`).map(({ says }) => says)).toEqual([`回到正文：注 ${call}`])
      expect(to(`a01-c${number}`)[0]!.page).toBe(await pageOf(`a01-n${number}`))
      expect(to(`a01-n${number}`)[0]!.page).toBe(await pageOf(`a01-c${number}`))
    }
  })

  it('lead to figures and tables that the text names, and to none that it does not', () => {
    expect(to('a01-f1').map(({ says }) => says)[0]).toMatch(/^图1（第 \d+ 页）$/)
    expect(to('a01-t1').map(({ says }) => says)[0]).toMatch(/^表1（第 \d+ 页）$/)
    expect(links.filter(({ says }) => says.startsWith('图'))).toHaveLength(to('a01-f1').length)
  })

  it('lead to addresses, without the marks that end the sentence', () => {
    const outside = links.filter(({ to }) => /:/.test(to))
    expect(new Set(outside.map(({ to }) => to))).toEqual(
      new Set([
        'mailto:editors@paper.example',
        'https://paper.example/a/b?c=1',
        'https://doi.org/10.1234/paper.2026.01',
        'https://paper.example/notes',
      ]),
    )
    for (const { to: target, says } of outside) expect(says).toContain(target.replace('mailto:', ''))
  })

  it('stand on the page, without a border, each with an element of its own', async () => {
    const [width, height] = (await document.getPage(1)).view.slice(2) as [number, number]
    for (const { rect } of links) {
      const [left, bottom, right, top] = rect as [number, number, number, number]
      expect(left >= 0 && bottom >= 0 && right <= width && top <= height).toBe(true)
      expect(right - left > 2 && top - bottom > 2).toBe(true)
    }
    expect([...elementsOf(tree)].flatMap(({ kids }) => kids.filter(isAnnotation))).toHaveLength(links.length)
  })
})

describe('the outline of the screen edition', () => {
  it('is section, article, heading, each on its page', async () => {
    const outline = (await document.getOutline())!
    const shape = (items: typeof outline): unknown[] =>
      items.map(({ title, items: below }) => (below.length > 0 ? [title, shape(below)] : title))
    expect(shape(outline)).toEqual([
      '版权页',
      '目次',
      ['特稿', [['一张纸的来历', [['抄纸', ['晒纸']], '收纸']]]],
      ['笔谈', [['墨从哪里来', ['烟']]]],
    ])
    const article = outline[2]!.items[0]!
    expect((await document.getPageIndex((article.dest as never)[0])) + 1).toBe(await pageOf('a01'))
    const later = (await document.getPageIndex((article.items[1]!.dest as never)[0])) + 1
    expect(later).toBeGreaterThan(await pageOf('a01'))
  })
})

describe('a paragraph that is divided between pages', () => {
  const divided = (type: string): Element[] =>
    [...elementsOf(tree)].filter(
      (it) => it.type === type && new Set([...contentsOf(it)].map(({ page }) => page)).size > 1,
    )

  it('is one element, and so is its article', () => {
    expect(divided('P')).toHaveLength(1)
    expect([...elementsOf(tree)].filter(({ type }) => type === 'Art')).toHaveLength(2)
    expect(divided('Art')).toHaveLength(1)
  })

  itWith('pdfinfo')('is read by pdfinfo in the order of the manuscript, its note behind it', () => {
    const { stdout } = run(folder, 'pdfinfo', '-struct-text', 's.pdf')
    const read = [...stdout.toString().matchAll(/^\s*"(.*)"$/gm)].map((found) => found[1]).join('')
    const expected = `${long}末句在此②。②参见https://paper.example/notes一文。${english}表1两种帘子`
    expect(read).toContain(expected)
  })
})

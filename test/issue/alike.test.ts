/** An issue of articles that are alike in title, text, name or section: told apart by their places, whole and tampered with. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Artifact } from '../../scripts/model/artifact.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import { prove } from '../../scripts/proof/prove.ts'
import { finished, issueOf, laidOut, stockFolder } from './produce.ts'

const [night, morning, rain] = [
  '排字间里的灯要到半夜才熄。老师傅把最后一行字排好，用手背擦一擦额头，说今天的版面总算齐了。学徒把剩下的铅字放回格子里。',
  '第二天早上，编辑来取校样，看见版心右下角空着两行，问为什么不补满。师傅说，这里留给读者喘一口气。编辑没有再说什么。',
  '雨下了三天，纸在库房里发软，裁刀切下去不肯听话。到了第四天，太阳出来，纸重新挺起来，机器也跟着响了。',
]

interface Piece {
  readonly title: string
  readonly name: string
  readonly layout?: string
  readonly body: string
}

const list =
  '## 办法\n\n1. 收稿\n   1. 登记\n\n      登记后退回收条。\n   2. 编号\n      1. 按日\n      2. 按人\n2. 审稿\n   - 初审\n   - 复审\n'
const sections: readonly (readonly [string, readonly Piece[]])[] = [
  [
    '诗',
    [
      { title: '诗二首', name: '王一木', layout: 'verse', body: '风从山口下来  \n吹过稻田' },
      { title: '诗二首', name: '李二水', layout: 'verse', body: '河水退了  \n石头露出来' },
    ],
  ],
  [
    '补白',
    [
      { title: '补白', name: '赵三石', layout: 'brief', body: night },
      { title: '补白', name: '钱四火', layout: 'brief', body: morning },
      { title: '补白', name: '钱四火', layout: 'brief', body: morning },
    ],
  ],
  [
    '文章',
    [
      { title: '茶', name: '周六禾', body: '茶。' },
      { title: '茶与水', name: '吴七山', body: `## 引言\n\n${night}\n\n## 结语\n\n${rain}` },
      { title: '文章', name: '郑八川', body: `## 引言\n\n> ${night}\n>\n> ${rain}\n\n## 结语\n\n${rain}\n\n${list}` },
      { title: '2026年的纸价', name: '王九', body: `${morning}\n\n1. ${rain}\n2. ${rain}` },
      {
        title: '表',
        name: '陈一行',
        body: `${night}\n\n表：存世数量\n\n| 县 | 册 |\n| --- | --- |\n| 甲 | 3 |\n| 乙 | 12 |\n\n表1 说得明白。`,
      },
      { title: '纸上', name: '陈一行', body: rain },
    ],
  ],
]

async function alike(): Promise<Issue> {
  const folder = await stockFolder()
  let count = 0
  const listed: string[] = []
  for (const [section, pieces] of sections) {
    const files: string[] = []
    for (const { title, name, layout, body } of pieces) {
      const file = `${String(++count + 10)}-piece.md`
      files.push(file)
      const front = `title: ${title}\n${layout ? `layout: ${layout}\n` : ''}byline:\n  - ${name}\naffiliation: 青石大学`
      await writeFile(path.join(folder, file), `---\n${front}\n---\n\n${body}\n`)
    }
    listed.push(`  - name: ${section}\n    articles: [${files.join(', ')}]\n`)
  }
  const manifest = path.join(folder, 'issue.yaml')
  const text = (await readFile(manifest, 'utf8')).replace(/sections:\n(?: {2}.*\n)*/, `sections:\n${listed.join('')}`)
  await writeFile(manifest, text)
  return issueOf(folder)
}

let issue: Issue
let whole: readonly Artifact[]
const found = async (artifacts: readonly Artifact[]) => {
  const { diagnostics } = await prove(issue, artifacts, 'test')
  return diagnostics.filter(({ code }) => !/^(typography|copyfit)\//.test(code))
}
const codes = async (artifacts: readonly Artifact[]) => [...new Set((await found(artifacts)).map(({ code }) => code))]
const epub = (): Artifact => whole.find(({ edition }) => edition === 'epub')!

/** The book with some of its entries changed. */
function rewritten(change: (entry: string, text: string) => string): Artifact {
  const { mimetype, ...rest } = unzipSync(epub().bytes)
  const texts = Object.entries(rest).map(([entry, bytes]): [string, Uint8Array] => {
    if (!/\.(xhtml|opf|ncx)$/.test(entry)) return [entry, bytes]
    return [entry, strToU8(change(entry, strFromU8(bytes)))]
  })
  return { ...epub(), bytes: zipSync({ mimetype: [mimetype!, { level: 0 }], ...Object.fromEntries(texts) }) }
}

/** 王一木 for 李二水 and the other way round. */
const exchanged = (text: string): string =>
  text.replaceAll('王一木', '\u0000').replaceAll('李二水', '王一木').replaceAll('\u0000', '李二水')

beforeAll(async () => {
  issue = await alike()
  whole = await finished(issue, await laidOut(issue))
})

describe('articles that are alike', () => {
  test('pass the proof of every edition', async () => {
    expect(await found(whole)).toEqual([])
  })

  test('with their bylines exchanged in the book, in its contents and in its package fail', async () => {
    const inText = rewritten((entry, text) => (/a0[12]\.xhtml$/.test(entry) ? exchanged(text) : text))
    expect(await codes([inText])).toContain('proof/credit-lost')
    const inContents = rewritten((entry, text) => (entry.endsWith('contents.xhtml') ? exchanged(text) : text))
    expect(await codes([inContents])).toContain('proof/credit-lost-contents')
    const works = (text: string) =>
      text.replace(/<meta[^>]*property="dcterms:creator"[^>]*>(王一木|李二水)<\/meta>/g, (meta) => exchanged(meta))
    const inPackage = rewritten((entry, text) => (entry.endsWith('.opf') ? works(text) : text))
    expect(await codes([inPackage])).toContain('proof/credit-lost-metadata')
  })

  test('of which the second is the first once more fail where one of them is dropped from the book', async () => {
    const dropped = rewritten((entry, text) =>
      entry.endsWith('.opf') ? text.replace(/<itemref[^>]*idref="a05"[^>]*\/>/, '') : text,
    )
    expect(await codes([dropped])).toContain('proof/article-missing')
  })

  test('with bylines exchanged on paper, and with one of two equal ones left out, fail', async () => {
    const printed = await laidOut(issue, (document) => {
      const at = document.html.indexOf('<article')
      const articles = exchanged(document.html.slice(at)).replace(/<article[^>]* id="a05"[\s\S]*?<\/article>/, (it) =>
        it.replace(/<header[\s\S]*<\/p>/, ''),
      )
      return { ...document, html: document.html.slice(0, at) + articles }
    })
    const faults = await found(await finished(issue, printed, ['print', 'screen']))
    const lost = (title: string, text: string) =>
      faults.some(({ code, facts }) => code === 'proof/credit-lost' && facts.title === title && facts.text === text)
    expect(lost('诗二首', '王一木')).toBe(true)
    expect(lost('诗二首', '李二水')).toBe(true)
    expect(faults.some(({ facts }) => facts.title === '补白')).toBe(true)
    expect(faults.some(({ code }) => code.startsWith('pdfua/article'))).toBe(true)
  })
})

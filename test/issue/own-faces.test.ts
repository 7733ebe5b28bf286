import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { checkIssue } from '../../scripts/inspection.ts'
import { describe as told } from '../../scripts/model/diagnostic.ts'
import { buildIssue } from '../../scripts/pipeline.ts'
import { codePointsOf } from '../../scripts/proof/epub/face.ts'
import { stockFolder } from './produce.ts'

const require = createRequire(import.meta.url)

const article = `---
title: 一张纸的来历
byline: [沈砚秋]
affiliation: 青石大学造纸研究所
---

村口的水碓响了一夜，藏纸叫ཤོག་བུ，清单上写着☐皮纸、☑竹纸、✗草纸[^a]。

## 藏语ཤོག་བུ和☑

**粗的ཤོག་བུ☐**和*细的ཤོག་བུ☑*，天亮时纸浆已经细得像豆花。

表：纸的名字

| 名 | 有无 |
| --- | --- |
| ཤོག་བུ | ☑ |
| 竹纸 | ☐ ✗ |

天亮以后，水声小了，院子里只剩下捞纸的声音，一下一下，像有人在翻书。学徒把湿纸一张一张揭下来，贴到墙上，
纸边卷起来又落下去。等到午后，墙上的纸干了，揭下来的时候发出轻轻的一声响。

老师傅说，纸的好坏要听这一声：声音脆，是料没有舂透；声音闷，是水没有沥干。只有不脆也不闷，才算一张好纸。
他说话的时候并不看纸，只看门外的路，路上有人挑着担子过来，担子里是今年新收的稻草。

[^a]: 注里的བོད་ཡིག和✗。
`

const faces = `style:
  faces:
    - { package: '@fontsource/noto-serif-tibetan', file: files/noto-serif-tibetan-tibetan-400-normal.woff2 }
    - file: faces/Symbols.woff
`

/** An issue with words and signs that the faces of the house lack, and a face in its folder. */
async function issueFolder(manifest: string): Promise<string> {
  const folder = await stockFolder()
  await writeFile(path.join(folder, '01-paper.md'), article)
  await mkdir(path.join(folder, 'faces'))
  const symbols = require.resolve('@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff')
  await cp(symbols, path.join(folder, 'faces/Symbols.woff'))
  const file = path.join(folder, 'issue.yaml')
  await writeFile(file, `${await readFile(file, 'utf8')}${manifest}`)
  return folder
}

/** Text of a PDF, and of each font that it paints with whether it is Type 3. */
async function readPdf(file: string): Promise<{ text: string; fonts: ReadonlyMap<string, boolean> }> {
  const pdf = await getDocument({ data: new Uint8Array(await readFile(file)), fontExtraProperties: true }).promise
  const fonts = new Map<string, boolean>()
  let text = ''
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { fnArray, argsArray } = await page.getOperatorList()
    fnArray.forEach((operator, i) => {
      if (operator !== OPS.setFont) return
      const font = page.commonObjs.get(argsArray[i][0]) as { name: string; isType3Font: boolean }
      fonts.set(font.name.replace(/^[A-Z]{6}\+/, ''), font.isType3Font === true)
    })
    const { items } = await page.getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  return { text, fonts }
}

test('what the faces of the house lack is set in all editions from faces of the office’s own', async () => {
  const folder = await issueFolder(faces)
  const built = await buildIssue(folder, {
    editions: ['print', 'screen', 'epub'],
    out: path.join(folder, '../dist'),
    draft: false,
    locale: 'zh',
    progress: () => {},
    signal: new AbortController().signal,
  })
  expect(built.diagnostics.map((d) => told(d, 'en').message)).toEqual([])
  expect(built.release).toBe('press')
  const fileOf = (edition: string) =>
    built.delivered.find((file) => 'edition' in file && file.edition === edition)!.path

  for (const edition of ['print', 'screen']) {
    const { text, fonts } = await readPdf(fileOf(edition))
    expect(text).toContain('ཤོག་བུ')
    expect(text.match(/[☐☑✗]/g)!.sort().join('')).toBe('☐☐☐☑☑☑☑✗✗✗')
    expect([...fonts]).toContainEqual(['NotoSerifTibetan-Regular', false])
    expect([...fonts]).toContainEqual(['NotoSansSymbols2-Regular', false])
    expect([...fonts.values()]).not.toContain(true)
  }

  const book = unzipSync(new Uint8Array(await readFile(fileOf('epub'))))
  const text = (name: string): string => new TextDecoder().decode(book[`OEBPS/${name}`])
  const setBy = (name: string): string => String.fromCodePoint(...codePointsOf(book[`OEBPS/fonts/${name}`]!))
  expect([...setBy('rare.ttf')].every((character) => /\p{Script=Tibetan}/u.test(character))).toBe(true)
  expect(setBy('rare.ttf')).toContain('ཤ')
  expect(setBy('rare-2.ttf')).toBe('☐☑✗')
  expect(text('style.css')).toContain('.rare { font-family: "Kanben Rare", "Kanben Rare 2", serif;')
  expect(text('content.opf').match(/media-type="font\/ttf"/g)).toHaveLength(2)
  // In one piece: letters of this script take their form from the next.
  expect(text('a01.xhtml')).toContain('<span class="rare">ཤོག་བུ</span>')
})

test('without them each such character is missing at its place, and the first entry that has it sets it', async () => {
  const bare = await checkIssue(await issueFolder(''), () => {})
  const missing = bare.diagnostics.filter(({ code }) => code === 'layout/glyph-missing')
  expect(missing.map(({ facts }) => facts.character)).toEqual(expect.arrayContaining(['ཤ', '☐', '☑', '✗']))
  expect(told(missing[0]!, 'en').hint).toContain('style: faces:')

  const twice = await checkIssue(await issueFolder(`${faces}    - file: faces/Symbols.woff\n`), () => {})
  expect(twice.diagnostics.map(({ code, facts }) => [code, facts.src])).toEqual([
    ['manuscript/face-unused', 'faces/Symbols.woff'],
  ])
  expect(twice.issue!.faces.map(({ name, codePoints }) => [name, codePoints.includes(0x41)])).toEqual([
    ['NotoSerifTibetan-Regular', false],
    ['NotoSansSymbols2-Regular', false],
  ])
})

test('a variation selector stays refused at its place, whatever face there is', async () => {
  const folder = await issueFolder(faces)
  await writeFile(path.join(folder, '01-paper.md'), article.replace('☑竹纸', '☑\uFE0F竹纸'))
  const { diagnostics } = await checkIssue(folder, () => {})
  const refused = diagnostics.filter(({ code }) => code === 'layout/glyph-missing')
  expect(refused.map(({ facts }) => facts.codepoint)).toEqual(['U+FE0F'])
})

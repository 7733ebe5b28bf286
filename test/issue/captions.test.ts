import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { severityOf } from '../../scripts/model/diagnostic.ts'
import { buildIssue } from '../../scripts/pipeline.ts'
import { stockFolder } from './produce.ts'

const article = `---
title: 一张纸的来历
byline: [沈砚秋]
affiliation: 青石大学造纸研究所
references:
  - "沈砚秋. 纸坊记[M]. 青石: 青石大学出版社, 2006."
---

村口的水碓响了一夜[^a]，天亮时纸浆已经细得像豆花。

表：**皮纸**与竹纸的重量[^b]，据[纸坊记]{.work}[@1]

| 名 | 一刀的重量[^c] |
| --- | --- |
| 皮纸 | 二斤[^d] |
| 竹纸 | *一斤* |

![手扳印刷机的侧面](figures/press.svg "从前的*印刷机*[^e]，见[沈砚秋]{.name}与{纸坊|zhǐ fáng}，A & B，x < y"){credit="绘图：**沈墨**[^f]"}

末段的注[^g]。

[^a]: 正文的注。
[^b]: 表题的注[@1]。
[^c]: 表头的注。
[^d]: 格里的注。
[^e]: 图题的注。
[^f]: 绘图的注。
[^g]: 末段的注文。
`

test('captions and credits hold notes, citations and marks in all editions, numbered as they are read', async () => {
  const folder = await stockFolder()
  await writeFile(path.join(folder, '01-paper.md'), article)
  const built = await buildIssue(folder, {
    editions: ['print', 'screen', 'epub'],
    out: path.join(folder, '../dist'),
    draft: false,
    locale: 'zh',
    progress: () => {},
    signal: new AbortController().signal,
  })
  expect(built.diagnostics.filter((d) => severityOf(d) === 'error')).toEqual([])
  const fileOf = (edition: string) =>
    built.delivered.find((file) => 'edition' in file && file.edition === edition)!.path

  const document = await getDocument({ data: new Uint8Array(await readFile(fileOf('screen'))) }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, i) => {
      const { items } = await (await document.getPage(i + 1)).getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join('')
    }),
  )
  const page = pages.find((text) => text.includes('从前的印刷机'))!
  expect(page.replace(/\s/g, '')).toMatch(/皮纸与竹纸的重量②.*一刀的重量③.*从前的印刷机⑤.*沈墨⑥/)
  expect(page).toMatch(/①\s*正文的注。.*②\s*表题的注.*③\s*表头的注。.*④\s*格里的注。.*⑤\s*图题的注。.*⑥\s*绘图的注。/)

  const entries = unzipSync(await readFile(fileOf('epub')))
  const chapter = Object.entries(entries).find(([name]) => name.endsWith('a01.xhtml'))![1]
  const xhtml = new TextDecoder().decode(chapter)
  expect([...xhtml.matchAll(/role="doc-noteref"[^>]*>\[(\d)\]/g)].map((found) => found[1]).join('')).toBe('1234567')
  expect(xhtml).toMatch(/<figcaption>.*<em class="dots">印刷机<\/em>.*proper-name.*A &amp; B，x &lt; y/)
  expect(xhtml).toMatch(/aria-label="表1　皮纸与竹纸的重量，据纸坊记"/)
}, 240_000)

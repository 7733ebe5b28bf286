import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readTemplates } from '../../scripts/inspection.ts'
import { layoutPaged } from '../../scripts/markup/paged.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import { type PdfPage, readPdf } from '../../scripts/proof/pdf/facts.ts'
import { readObjects } from '../../scripts/proof/pdf/objects.ts'
import { prove } from '../../scripts/proof/prove.ts'
import { finished, issueOf, laidOut, stockFolder } from '../issue/produce.ts'

const article = `---
title: 纸面上的位置
subtitle: 一次清点
running: 纸面
byline:
  - name: 沈砚秋
    pinyin: Shen Yanqiu
    affiliation: [青石大学造纸研究所，青石 100000, 青石博物馆]
    bio: 研究纸与字。
  - name: 欧阳解
    pinyin: Ouyang Jie
    affiliation: 青石博物馆
abstract: 本文清点纸面上的位置，说明3种情形。
keywords: [纸面, 位置]
classification: G232
documentCode: A
received: 2025-11-02
funding: 青石基金（2025-01）
english:
  title: "Places on Paper: A Count"
  affiliation:
    - Institute of Paper, Qingshi University, Qingshi 100000, China
    - Qingshi Museum, Qingshi 100000, China
  abstract: This paper counts the places on a sheet of paper.
  keywords: [paper, place]
references:
  - "沈砚秋. 纸论[M]. 青石: 青石出版社, 2020: 12."
  - "OUYANG J. On places[J]. Paper, 2021, 3(2): 1-9."
  - "青石博物馆. 馆藏纸谱[DB/OL]. (2022-05-01)[2025-10-01]. https://example.org/paper."
---

纸面上的位置早有人清点过[@1,3]，方法各不相同[@2]，结果也就难以比较。

## 一、方法

逐格清点，每格记1次，共得50%的样本。
`

const manifest = `journal:
  name: 纸上
  pinyin: ZHI SHANG
  kind: periodical
  issn: 2096-1235
  cn: CN 11-1234/G2
  authority: 青石出版集团
  sponsor: 青石大学
  publisher: 《纸上》杂志社
  frequency: 双月刊
  address: 青石市印刷路 1 号
  editors:
    - { role: 主编, name: 沈砚秋 }
issue:
  year: 2026
  volume: 5
  number: 1
  date: 2026-01-15
style:
  theme: academic
page:
  fillers: [blank, blank, blank]
sections:
  - name: 研究
    articles: [01-paper.md]
  - name: 笔谈
    articles: [02-ink.md]
`

async function academicIssue(): Promise<Issue> {
  const folder = await stockFolder()
  await writeFile(path.join(folder, 'issue.yaml'), manifest)
  await writeFile(path.join(folder, '01-paper.md'), article)
  const ink = path.join(folder, '02-ink.md')
  await writeFile(ink, (await readFile(ink, 'utf8')).replace(/\[([^\]]*)\]\(01-paper\.md\)/g, '$1'))
  return issueOf(folder)
}

const textOf = ({ texts }: PdfPage): string =>
  texts
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '')

describe('the academic theme', () => {
  let issue: Issue
  let pages: readonly PdfPage[]
  let first: string
  let proof: Awaited<ReturnType<typeof prove>>

  beforeAll(async () => {
    issue = await academicIssue()
    const printed = await laidOut(issue)
    pages = (await readPdf(readObjects(printed.raw))).pages
    const opening = pages.findIndex((page) => textOf(page).includes('摘要：'))
    first = textOf(pages[opening]!)
    proof = await prove(issue, await finished(issue, printed), 'test')
  }, 120_000)

  test('names authors with their affiliations by number, all centred above the text', () => {
    expect(first).toContain('沈砚秋1,2欧阳解2')
    expect(first).toContain('（1.青石大学造纸研究所，青石100000；2.青石博物馆）')
  })

  test('prints abstract, key words and facts, each behind its label', () => {
    expect(first).toContain('摘要：本文清点纸面上的位置，说明3种情形。关键词：纸面；位置中图分类号：G232文献标志码：A')
    expect(first).toContain('收稿日期：2025年11月2日基金项目：青石基金（2025-01）')
  })

  test('prints the number of the article with the page where it begins and the count of its pages', () => {
    expect(first).toContain('文章编号：2096-1235(2026)01-0004-01')
  })

  test('prints the English block with surnames in capitals', () => {
    expect(first).toContain('PlacesonPaper:ACountSHENYanqiu1,2,OUYANGJie2')
    expect(first).toContain(
      '(1.InstituteofPaper,QingshiUniversity,Qingshi100000,China;2.QingshiMuseum,Qingshi100000,China)',
    )
    expect(first).toContain('Abstract:Thispapercountstheplacesonasheetofpaper.Keywords:paper;place')
  })

  test('lists the references in order after the text, where the citations lead', () => {
    const numbers = [...first.slice(first.indexOf('参考文献')).matchAll(/\[(\d)\](?=\p{Script=Han}|O)/gu)]
    expect(numbers.map(([, number]) => number)).toEqual(['1', '2', '3'])
    expect(first).toContain('早有人清点过[1,3]，方法各不相同[2]，')
  })

  test('bears journal and number above the first page of an article', () => {
    expect(first).toContain('纸上2026年第5卷第1期')
    expect(first).toContain('ZHISHANG,Vol.5,No.1,January2026')
  })

  test('is proved whole', () => {
    expect(proof.diagnostics.filter(({ code }) => /^proof\//.test(code))).toEqual([])
    expect(proof.checks.find(({ name }) => name === 'facts/article-number')?.outcome).toBe('passed')
  })
})

describe('a theme for templates', () => {
  test('changes the pages and nothing of what they say', async () => {
    const issue = await academicIssue()
    const templates = await readTemplates()
    const words = (theme: string): string[] =>
      layoutPaged({ ...issue, style: { ...issue.style, theme } }, templates, { draft: false })
        .html.replace(/[\s\S]*<article/, '<article')
        .replace(/<[^>]*>/g, '')
        .match(/\p{Script=Han}{5,}/gu)!
        .toSorted()
    const academic = words('academic')
    for (const word of words('magazine')) expect(academic).toContain(word)
  })
})

/** The name of an issue folder in, the files of an issue to write over out: every fact that only the editor knows is marked. */

export interface ScaffoldFile {
  readonly path: string
  readonly text: string
}

/** @param id folder name; `2026-02` gives year and number. @param year used where the name gives none. */
export function scaffold(id: string, year: number): readonly ScaffoldFile[] {
  const named = /^(\d{4})-(\d{1,2})$/.exec(id)
  const issueYear = named ? Number(named[1]) : year
  const number = named ? Number(named[2]) : 1
  return [
    { path: 'issue.yaml', text: manifest(issueYear, number) },
    { path: '01-first.md', text: article },
    { path: 'figures/README.txt', text: '图片放在这里：SVG、PNG 或 JPEG，文件名用英文字母和数字。\n' },
  ]
}

const manifest = (year: number, number: number) => `# yaml-language-server: $schema=../../docs/schema/issue.schema.json
# 写着“待填”的地方都要填好才能付印；此前可用 --draft 出校样。
journal:
  name: 待填刊名
  pinyin: DAI TIAN
  kind: internal # internal 内部资料；正式期刊写 periodical，并填 issn、cn、sponsor、publisher 等
  permit: 待填准印证号
  compiler: 待填编印单位
  recipients: 待填发送对象
  printer:
    name: 待填印刷单位
    date: 待填印刷日期
    run: 待填印数
issue:
  year: ${year}
  number: ${number}
  date: ${year}-${String(Math.min(number, 12)).padStart(2, '0')}-01 # 出版日期
page:
  trim: 210x285
  bleed: 3
  signature: 4 # 页数凑成它的倍数
  fillers: [notes, blank, blank] # 不足一帖时依次补这些页
sections:
  - name: 待填栏目
    articles: [01-first.md]
`

const article = `---
# yaml-language-server: $schema=../../docs/schema/article.schema.json
title: 待填题目
layout: standard # feature 特稿 · standard 两栏 · brief 三栏短文
byline:
  - name: 待填作者
    affiliation: 待填作者单位
---

正文从这里写起，一段一行。**重点**这样标，*着重号*这样标，注释这样写[^1]。

## 一、小标题

图片、表格、诗行、引文的写法见 docs/manuscript.md。

[^1]: 注文写在这里。
`

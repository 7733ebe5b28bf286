/** The name of an issue folder in, the files of an issue to write over out: every fact that only the editor knows is marked. */
import { manifestName } from '../../model/manuscript.ts'
import { manifestFile } from './manifest.ts'

export interface ScaffoldFile {
  readonly path: string
  readonly text: string
}

/** @param id folder name; `2026-02` gives year and number. @param year used where the name gives none. */
export function scaffold(id: string, year: number): readonly ScaffoldFile[] {
  const manifest = manifestFile({ id, year, articles: [{ file: '01-first.md', section: '待填栏目' }], origin: '' })
  return [
    { path: manifestName, text: manifest },
    { path: '01-first.md', text: article },
    { path: 'figures/README.txt', text: '图片放在这里：SVG、PNG 或 JPEG，文件名用英文字母和数字。\n' },
  ]
}

const article = `---
# yaml-language-server: $schema=../../docs/schema/article.schema.json
title: 待填题目
layout: standard # feature 特稿 · standard 两栏 · brief 三栏短文 · editorial · interview · verse · photo · back
byline:
  - name: 待填作者
    affiliation: 待填作者单位
---

正文从这里写起，一段一行。**重点**这样标，*着重号*这样标，注释这样写[^1]。

## 一、小标题

图片、表格、诗行、引文的写法见编辑手册（docs/editor-guide.zh-CN.md）。

[^1]: 注文写在这里。
`

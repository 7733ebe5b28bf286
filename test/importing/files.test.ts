import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import container from 'markdown-it-container'
import deflist from 'markdown-it-deflist'
import footnote from 'markdown-it-footnote'
import { describe, expect, test } from 'vitest'
import { decode, type ImportedArticle, importText } from '../../scripts/importing/import.ts'
import { articleFile } from '../../scripts/importing/write/article.ts'
import { escapeMarkdown } from '../../scripts/importing/write/markdown.ts'
import { blockTexts } from '../../scripts/model/body.ts'
import { readFolder } from '../../scripts/read/folder.ts'
import { originals, rawArticle, rawText } from './corpus.ts'

const markdown = new MarkdownIt({ html: false })
  .use(cjkFriendly)
  .use(footnote)
  .use(deflist)
  .use(container, 'verse', { validate: (info) => info.trim() === 'verse' })

/** Blocks that markdown-it makes of a text: their kind and their characters. */
function rendered(text: string): string[] {
  const tokens = markdown.parse(text, {})
  return tokens.flatMap((token, at) => {
    if (token.type !== 'inline') return []
    const inside = (token.children ?? []).map((child) =>
      child.type === 'text' || child.type === 'text_special' ? child.content : `<${child.type}>`,
    )
    return [`${tokens[at - 1]!.tag} ${inside.join('')}`]
  })
}

const hostile = [
  '1. 这不是列表',
  '2024. 这也不是',
  '3) 这还不是',
  '- 横线开头',
  '+ 加号开头',
  '* 星号开头',
  '# 井号开头',
  '##### 许多井号',
  '结尾的井号 #',
  '结尾的井号 \\#',
  '> 引文样子',
  '::: verse',
  ': 释义样子',
  '~ 释义样子',
  '~~~',
  '```',
  '---',
  '===',
  '***',
  '| 甲 | 乙 |',
  '**强调** 和 *着重* 和 __下划__',
  '**“强调”**的写法',
  '[链接](http://example.org) 和 ![图](a.svg)',
  '注[^1]和^[行内注]',
  '[^1]: 注文样子',
  '[甲]: http://example.org',
  '<b>标签</b> 和 <!-- 注释 -->',
  '<http://example.org>',
  '&amp; 和 &#65; 和 AT&T',
  '{刊本|kān běn}',
  '反斜线 \\ 和结尾 \\',
  '`代码`',
  '!感叹',
  '互联网+、5*3=15、50%、a_b_c',
  '表：题目',
]

describe('Markdown', () => {
  test.each(hostile)('%s survives to the letter', (text) => {
    expect(rendered(escapeMarkdown(text))).toEqual([`p ${text}`])
    expect(rendered(`## ${escapeMarkdown(text)}`)).toEqual([`h2 ${text}`])
    expect(rendered(`${escapeMarkdown('术语')}\n\n${escapeMarkdown(text)}`)).toEqual(['p 术语', `p ${text}`])
  })

  test('any line of marks, letters and Han survives to the letter', () => {
    const character = fc.constantFrom(...'刊本，。“”1.9)(+-*_#`~[]{}<>|\\!&;:=^$@%/"\' ab')
    const line = fc
      .array(character, { minLength: 1, maxLength: 14 })
      .map((all) => all.join('').trim().replace(/ {2,}/g, ' '))
      .filter((text) => text !== '')
    fc.assert(
      fc.property(line, line, (first, second) => {
        expect(rendered(`${escapeMarkdown(first)}\n\n## ${escapeMarkdown(second)}`)).toEqual([
          `p ${first}`,
          `h2 ${second}`,
        ])
      }),
      { numRuns: 3000, seed: 5 },
    )
  })
})

async function folderOf(raw: string, change = (_: string, text: string): string => text) {
  const root = await mkdtemp(path.join(tmpdir(), 'kanben-'))
  const folder = path.join(root, '2026-01')
  const result = importText(raw, { file: 'raw.txt', id: '2026-01' })
  await mkdir(folder)
  for (const file of result.files) await writeFile(path.join(folder, file.path), change(file.path, file.text))
  const read = await readFolder(folder)
  await rm(root, { recursive: true })
  return { result, read }
}

describe('the folder', () => {
  const raw = rawText([
    ...originals.map((one) =>
      rawArticle(
        one,
        one.blocks.map(({ text }) => text),
      ),
    ),
    '江山如画 岁月如歌',
  ])

  test('it reads with no fault but the facts still to be filled in, and what nobody has confirmed', async () => {
    const { read } = await folderOf(raw)
    expect(new Set(read.diagnostics.map(({ code }) => code))).toEqual(
      new Set(['manuscript/placeholder', 'import/unconfirmed']),
    )
  })

  test('of more than ninety-nine articles has names that are read', async () => {
    const short = (at: number) =>
      rawArticle({ ...originals[0]!, title: `第${at}号机台的故事` }, ['机台修好的那天，车间里的人都来看过。'])
    const { result, read } = await folderOf(rawText(Array.from({ length: 101 }, (_, at) => short(at + 1))))
    expect(result.files.filter(({ path: name }) => name.endsWith('-article.md')).at(-1)?.path).toBe('101-article.md')
    expect(read.manuscript?.articles.length).toBe(101)
    expect(read.diagnostics.filter(({ code }) => code === 'manuscript/file-name')).toEqual([])
  })

  test('each thing that is not sure is a warning at its line until it is ticked, also after lines have moved', async () => {
    const open = async (change: (report: string) => string, lines = '') => {
      const { read } = await folderOf(raw, (name, text) =>
        name === 'import-report.md'
          ? change(text)
          : name === '02-article.md'
            ? text.replace(/\n---\n/, `\n---\n${lines}`)
            : text,
      )
      return read.diagnostics
        .filter(({ code }) => code === 'import/unconfirmed')
        .map(({ place }) => `${path.basename(place!.file)}:${place!.line}`)
    }
    const before = await open((report) => report)
    expect(before).toEqual([
      ...[13, 17, 23, 27].map((line) => `02-article.md:${line}`),
      ...[12, 18, 22].map((line) => `04-article.md:${line}`),
    ])
    expect((await open((report) => report, '\n新添的一段。\n\n')).slice(0, 4)).toEqual(
      [16, 20, 26, 30].map((line) => `02-article.md:${line}`),
    )
    expect(await open((report) => report.replace('- [ ] 02', '- [x] 02'))).toEqual(before.slice(1))
    expect(await open((report) => report.replaceAll('- [ ]', '- [x]'))).toEqual([])
  })

  test('steps of verse, breaks, pages of citations, jumps and interviews are what the reader knows', async () => {
    const { read } = await folderOf(
      [
        '走在桥上',
        '苏晚',
        '',
        '走上桥',
        '　　再走上桥',
        '　　　　灯亮了',
        '',
        '把伞给我',
        '　　把雨也给我',
        '（作者单位：青石文化站）',
        '',
        '两座桥的比较',
        '沈砚秋',
        '',
        '石桥建于乾隆年间，前人记载甚详[1]15-18。木桥的年代则难以确定，只知道嘉庆年间已经',
        '',
        '（下转第8页）',
        '',
        '＊＊＊',
        '',
        '守桥人访谈',
        '贺连山',
        '',
        '问：守了多少年？',
        '答：二十二年。',
        '问：还守吗？',
        '答：守。',
        '（作者单位：青石水利站）',
        '',
        '（上接第6页）',
        '',
        '修过一次。',
        '',
        '两桥相距不过三百步。',
        '',
        '＊＊＊',
        '',
        '去年石桥也换了栏杆[1]。',
        '',
        '参考文献',
        '[1] 童佩文.桥梁志[M].抚州：文昌堂，2007.',
      ].join('\n'),
    )
    expect(new Set(read.diagnostics.map(({ code }) => code))).toEqual(
      new Set(['manuscript/placeholder', 'import/unconfirmed']),
    )
    const [verse, bridges, talk] = read.manuscript!.articles
    const layouts = [verse, bridges, talk].map((article) => article!.facts.value.layout)
    expect(layouts).toEqual(['verse', 'standard', 'interview'])
    const tokens = bridges!.body.map(({ type }) => type)
    expect(tokens.filter((type) => ['hr', 'jump'].includes(type))).toEqual(['jump', 'hr'])
    const inline = bridges!.body.flatMap(({ children }) => children ?? []).map(({ type }) => type)
    expect(inline).toContain('sup_open')
    const lines = verse!.body.flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'text')
    expect(lines.map(({ content }) => content)).toContain('　　再走上桥')
  })

  test('titles, names, units and text are read back as they were imported', async () => {
    const { result, read } = await folderOf(raw)
    expect(read.manuscript!.articles.map(({ facts }) => facts.value.title)).toEqual(originals.map(({ title }) => title))
    expect(read.manuscript!.articles.map(({ facts }) => facts.value.affiliation)).toEqual(
      originals.map(({ affiliation }) => affiliation),
    )
    for (const [at, { facts, body }] of read.manuscript!.articles.entries()) {
      expect(facts.value.byline).toEqual(originals[at]!.authors.map((name) => ({ name })))
      expect(blockTexts(body)).toEqual(result.articles[at]!.blocks.map(({ text }) => text))
    }
  })

  test('year and number come from the text, else from the folder’s name, else they are to be filled in', () => {
    const manifest = (id: string, head = ''): string =>
      importText(`${head}\n\n${raw}`, { file: 'raw.txt', id, year: 2025 }).files[0]!.text
    const numbers = (text: string): string[] =>
      [...text.matchAll(/^ {2}(year|volume|number|serial|date): ("?[^\s"]+"?)/gmu)]
        .filter((hit) => hit.index < text.indexOf('page:') && hit.index > text.indexOf('issue:'))
        .map(([, key, value]) => `${key} ${value}`)
    const unknown = ['number 待填期号', 'date 待填出版日期']
    expect(numbers(manifest('2024-06'))).toEqual(['year 2024', 'number 6', 'date 待填出版日期'])
    expect(numbers(manifest('spring'))).toEqual(['year 待填出版年', ...unknown])
    expect(numbers(manifest('2024-06', '《渡口》2025年第3期（总第112期）'))).toEqual([
      'year 2025',
      'number 3',
      'serial 112',
      'date 待填出版日期',
    ])
    expect(numbers(manifest('2024-06', '第31卷第4期　　渡口学报　　Vol.31 No.4　　2026年7月'))).toEqual([
      'year 2026',
      'volume 31',
      'number 4',
      'date 待填出版日期',
    ])
    expect(numbers(manifest('2024-06', '渡口文艺　二〇二五年三月号'))).toEqual([
      'year 2025',
      'number 3',
      'date 待填出版日期',
    ])
    expect(numbers(manifest('2024-06', '渡口季刊 2025年第3、4期合刊'))).toEqual([
      'year 2025',
      'number "3-4"',
      'date 待填出版日期',
    ])
    expect(numbers(manifest('2024-06', '渡口晚報　民國一一四年九月十八日　星期四　第三版'))).toEqual([
      'year 2025',
      'number 待填期号',
      'date 2025-09-18',
    ])
  })

  test('the report shows every repair, every open question and what to fill in', () => {
    const result = importText(raw, { file: 'raw.txt', id: '2026-01' })
    const report = result.files.find(({ path: name }) => name === 'import-report.md')!.text
    for (const { line, action } of result.repairs)
      expect(report).toContain(action === 'applied' ? `| ${line} | ` : `原文第 ${line} 行`)
    for (const title of originals.map((one) => one.title)) expect(report).toContain(title)
    expect(report).toContain('江山如画 岁月如歌')
    for (const heading of ['篇目', '请看一看', '已经改动', '没有归入文章的文字', '还要填写'])
      expect(report).toContain(`## ${heading}\n`)
    const rows = (kind: string) => markdown.parse(report, {}).filter(({ type }) => type === kind).length
    expect(rows('tr_open') + rows('list_item_open')).toBeGreaterThan(result.repairs.length + originals.length)
  })

  test('no clock: the same text gives the same files', () => {
    const once = importText(raw, { file: 'raw.txt', id: '2026-01' })
    expect(importText(raw, { file: 'raw.txt', id: '2026-01' })).toEqual(once)
  })

  test('headings numbered （一） under 一、 are of the second level, and no others', () => {
    const texts = (file: string): string[] =>
      file.split('\n').filter((line) => line.startsWith('#') && !line.startsWith('# '))
    const { files } = importText(raw, { file: 'raw.txt', id: '2026-01' })
    expect(texts(files[3]!.text)).toEqual([
      '## 一、摸清家底 弄明白究竟有多少',
      '### （一）走访老人',
      '### （二）清点旧藏',
      '## 二、修旧如旧 想清楚可以做什么',
      '## 三、开放共享 说明白到底为了谁',
    ])
    expect(texts(files[4]!.text)).toEqual(['## 老读者', '## 一则启事', '## 换玻璃的人'])
  })

  test('a title with quotes and colons, no names, two units, a photographer', () => {
    const article: ImportedArticle = {
      title: '灯: "桥头" \\ 与 # 号',
      subtitle: '- 记老周',
      people: [{ name: '陆知微', role: 'photographer' }],
      affiliations: ['甲厂: 一车间', '乙厂'],
      fields: {},
      verse: false,
      blocks: [],
      line: 1,
    }
    const front = articleFile(article).split('---')[1]!
    expect(front).toContain('title: "灯: \\"桥头\\" \\\\ 与 # 号"')
    expect(front).toContain(
      '  - name: "陆知微"\n    role: photographer\naffiliation:\n  - "甲厂: 一车间"\n  - "乙厂"\n',
    )
    expect(articleFile({ ...article, people: [] })).toContain('  - name: 待填作者\n')
  })
})

describe('bytes', () => {
  const text = '桥头的灯，亮了。'
  // 桥头的灯 in GB2312.
  const gb = Uint8Array.of(0xc7, 0xc5, 0xcd, 0xb7, 0xb5, 0xc4, 0xb5, 0xc6)
  test('UTF-8 with and without a byte order mark, UTF-16, GB18030', () => {
    expect(decode(new TextEncoder().encode(text))).toEqual({ text, encoding: 'utf-8', certain: true })
    expect(decode(new TextEncoder().encode(`\ufeff${text}`))).toEqual({ text, encoding: 'utf-8', certain: true })
    expect(decode(new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')))).toEqual({
      text,
      encoding: 'utf-16le',
      certain: true,
    })
    expect(decode(gb)).toMatchObject({ text: '桥头的灯', encoding: 'gb18030' })
  })

  test('bytes that are no text leave a mark that importing reports', () => {
    const { text: damaged } = decode(Uint8Array.of(...gb, 0xff, 0xff, 0xff))
    expect(damaged).toContain('\ufffd')
  })
})

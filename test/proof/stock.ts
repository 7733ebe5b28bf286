/** A small issue made by hand, without the stages that read and assemble: two columns, notes, ruby, a table, a figure, a list. */
import { type BodyToken, type Note, type TokenMeta, bareToken as token } from '../../scripts/model/body.ts'
import type { Article, Credit, Issue } from '../../scripts/model/issue.ts'
import { usualPrinting } from '../../scripts/model/printing.ts'
import { magazine } from '../themes.ts'

export const text = (content: string) => token('text', { content })
export const ruby = (base: string, annotation: string) =>
  token('ruby', { meta: { ruby: [{ base, text: annotation }] } })
export const em = (content: string) => [
  token('em_open', { tag: 'em', nesting: 1 }),
  text(content),
  token('em_close', { tag: 'em', nesting: -1 }),
]
export const call = (article: string, number: number) =>
  token('footnote_ref', {
    meta: { note: { number, id: `${article}-note-${number}`, refId: `${article}-ref-${number}` } },
  })
export const citation = (content: string) =>
  token('citation', {
    meta: { citation: { text: content, numbers: content.split(',').map((number) => Number.parseInt(number, 10)) } },
  })
export const jump = () => token('jump')

const inline = (children: readonly (string | BodyToken)[], line: number) =>
  token('inline', { children: children.map((c) => (typeof c === 'string' ? text(c) : c)), map: [line, line] })
const open = (type: string, tag: string, meta: TokenMeta | null = null) =>
  token(`${type}_open`, { tag, nesting: 1, meta })
const close = (type: string, tag: string) => token(`${type}_close`, { tag, nesting: -1 })

let line = 10
const next = () => (line += 2)

export const p = (...children: (string | BodyToken)[]): BodyToken[] => [
  open('paragraph', 'p'),
  inline(children, next()),
  close('paragraph', 'p'),
]
export const h2 = (id: string, content: string): BodyToken[] => [
  open('heading', 'h2', { id }),
  inline([content], next()),
  close('heading', 'h2'),
]
export const list = (kind: 'ordered' | 'bullet', ...items: string[]): BodyToken[] => {
  const tag = kind === 'ordered' ? 'ol' : 'ul'
  return [
    open(`${kind}_list`, tag),
    ...items.flatMap((item) => [open('list_item', 'li'), ...p(item), close('list_item', 'li')]),
    close(`${kind}_list`, tag),
  ]
}
export const table = (id: string, number: number, caption: string, ...rows: string[][]): BodyToken[] => [
  open('table', 'table', { table: { id, number, caption: inline([caption], 0).children! } }),
  ...rows.flatMap((row, r) => [
    open('tr', 'tr'),
    ...row.flatMap((cell) => {
      const tag = r === 0 ? 'th' : 'td'
      return [open(tag, tag), inline([cell], next()), close(tag, tag)]
    }),
    close('tr', 'tr'),
  ]),
  close('table', 'table'),
]
export const figure = (id: string, number: number, src: string, caption: string, credit: string): BodyToken[] => [
  token('figure', {
    tag: 'figure',
    meta: {
      figure: {
        id,
        number,
        src,
        alt: '图',
        caption: inline([caption], 0).children!,
        credit: inline([credit], 0).children!,
        span: 'column',
        line: next(),
      },
    },
    map: [line, line],
  }),
]
export const note = (article: string, number: number, content: string): Note => ({
  number,
  id: `${article}-note-${number}`,
  refId: `${article}-ref-${number}`,
  tokens: p(content),
  line: next(),
})

export const credit = (name: string, more: Partial<Credit> = {}): Credit => ({
  name,
  role: 'aut',
  roleLabel: '',
  affiliations: [0],
  ...more,
})

const article = (
  id: string,
  slug: string,
  more: Pick<Article, 'title' | 'body' | 'byline'> & Partial<Article>,
): Article => ({
  id,
  slug,
  section: 's1',
  file: `manuscript/2026-01/${id.slice(1)}-${slug}.md`,
  runningTitle: more.title,
  titleWithBreaks: more.title,
  layout: 'standard',
  runOn: false,
  notesAt: 'foot',
  references: [],
  affiliations: ['江城大学出版研究所'],
  keywords: [],
  facts: [],
  notes: [],
  ...more,
})

export const long = [
  '刊物付印之前，编辑要把校样从头到尾再读一遍。这一遍读的是字，不是意思：意思在前几遍里早已读熟，熟到眼睛会替纸面补上并不存在的字。所以老校对员读最后一遍，常用一张白纸盖住下文，一行一行往下移。',
  '排字房的规矩，是谁排的版谁先自校。自校以后交毛校，毛校以后才轮到作者。作者改得多了，排字师傅就要把整栏的铅字拆开重排，于是稿费里扣去改版费，也是从前的常事。如今改动只在一念之间，改动带来的差错也就只在一念之间。',
  '署名是另一回事。正文错一个字，读者大多猜得出原文；署名错一个字，便是另外一个人。漏掉译者、摄影者、整理者的名字，则等于说那些工作没有人做过。',
  '本文所说的核对，指成品与原稿之间逐字的核对。它不问文章好坏，只问一件事：作者交来的每一个字，是不是都到了读者手里。',
]

export function stockIssue(): Issue {
  line = 10
  const articles = [
    article('a01', 'proof', {
      title: '把最后一遍读完 校样与成品之间',
      subtitle: '一份工作札记',
      byline: [
        credit('沈砚秋', { affiliations: [0, 1], bio: '，女，编审，从事期刊编校三十年。' }),
        credit('陆知微', { role: 'trl', roleLabel: '译', affiliations: [1] }),
      ],
      affiliations: ['江城大学出版研究所', '刊本编辑部'],
      abstract: '校对的最后一遍，是拿成品与原稿逐字相对。',
      keywords: ['校对', '成品检查'],
      facts: [{ label: '中图分类号', value: 'G232.2' }],
      body: [
        ...p(long[0]!, call('a01', 1)),
        ...h2('a01-h1', '一、读字与读意'),
        ...p(
          '所谓',
          ruby('刊本', 'kān běn'),
          '，是已经印成的书。',
          ...em('核对'),
          '二字，见于 Unicode 与 TrueType 并行的年代',
          call('a01', 2),
          '。',
          long[1]!,
        ),
        ...list('ordered', '先看署名。', '再看正文。'),
        ...list('bullet', '页码与目次相对。'),
        ...p(long[2]!),
        ...table('a01-t1', 1, '三次校对所见差错', ['校次', '差错'], ['毛校', '四十一处'], ['末校', '两处']),
        ...h2('a01-h2', '二、机器能做什么'),
        ...figure('a01-f1', 1, 'figures/press.svg', '手扳架印刷机', '绘图：沈墨'),
        ...p(long[3]!, '机器读回成品，把 extraordinary 一类的长词也逐字对过。'),
        ...p('这一段是全文的末段，写来只为收束。'),
      ],
      notes: [
        note('a01', 1, '此法见于旧时排字房，俗称“盖读”。'),
        note('a01', 2, '字体若用错了映射，抽出的“一”会变成部首，看去一样，其实不是同一个字。'),
      ],
    }),
    article('a02', 'names', {
      title: '名字的位置',
      section: 's2',
      layout: 'brief',
      byline: [credit('韩菲')],
      body: [
        ...p(long[2]!),
        ...p('名字印在题目下面，是晚近的习惯。早先的刊物把名字放在文末，用圆括号括起，读完才知道是谁写的。'),
        ...p('放在哪里都可以，只是不能没有。'),
      ],
    }),
  ]
  const section = (id: string, name: string) => ({ id, name, articles: articles.filter((a) => a.section === id) })
  return {
    id: '2026-01',
    language: 'zh-Hans',
    journal: {
      name: '刊本',
      pinyin: 'KAN BEN',
      kind: 'internal',
      permit: '京内资准字 2026-L0001 号',
      publisher: '刊本编辑部',
      editors: [
        { role: '主编', name: '顾行之' },
        { role: '责任编辑', name: '许南' },
      ],
    },
    numbering: {
      year: 2026,
      number: '1',
      serial: 7,
      date: '2026-01-15',
      label: '2026 年第 1 期',
      fullLabel: '2026 年第 1 期（总第 7 期）',
    },
    printing: usualPrinting,
    epub: { notes: 'popup' },
    page: {
      trim: { width: 210, height: 285 },
      bleed: 3,
      signature: 4,
      fillers: ['notes', 'notes', 'notes'],
      measures: magazine,
    },
    style: { notes: 'foot', theme: 'magazine', punctuation: 'compressed' },
    continuations: [],
    cover: { headline: '校样与成品', lines: ['把最后一遍读完', '名字的位置'] },
    sections: [section('s1', '特稿'), section('s2', '随笔')],
    articles,
    colophon: {
      entries: [
        { label: '编印单位', value: '刊本编辑部' },
        { label: '准印证号', value: '京内资准字 2026-L0001 号' },
        { label: '印数', value: '1 000 册' },
      ],
      rights: '© 2026 刊本编辑部',
    },
    faces: [],
    resources: [
      {
        src: 'figures/press.svg',
        mediaType: 'image/svg+xml',
        data: new TextEncoder().encode(
          '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80" viewBox="0 0 200 80"><rect width="200" height="80"/></svg>',
        ),
        width: 200,
        height: 80,
      },
    ],
  }
}

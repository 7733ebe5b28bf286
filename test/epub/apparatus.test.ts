import { EpubCheck } from '@likecoin/epubcheck-ts'
import type { Document, Element } from '@xmldom/xmldom'
import { DOMParser } from '@xmldom/xmldom'
import { beforeAll, describe, expect, test } from 'vitest'
import type { BodyToken } from '../../scripts/model/body.ts'
import type { EpubDocument } from '../../scripts/model/edition.ts'
import type { Article, Issue } from '../../scripts/model/issue.ts'
import type { Layout } from '../../scripts/model/manuscript.ts'
import { writeEpub } from '../../scripts/press/epub/pack.ts'
import { readMarkdown } from '../../scripts/read/markdown.ts'
import { epubDocument, issueFolder, readIssue } from './issue.ts'

const parsed = (xhtml: string): Document => new DOMParser().parseFromString(xhtml, 'application/xhtml+xml')
const all = (node: Document | Element, tag: string): Element[] => [...node.getElementsByTagName(tag)]
const ofClass = (node: Document | Element, name: string): Element[] =>
  all(node, '*').filter((element) => (element.getAttribute('class') ?? '').split(' ').includes(name))
const ofRole = (node: Document, role: string): Element[] =>
  all(node, '*').filter((element) => element.getAttribute('role') === role)
const text = (node: Element | undefined): string => node?.textContent ?? ''

const token = (type: string, nesting: 1 | 0 | -1, content = '', meta: BodyToken['meta'] = null): BodyToken => ({
  type,
  tag: '',
  nesting,
  attrs: null,
  content,
  markup: '',
  info: '',
  hidden: false,
  map: null,
  children: null,
  meta,
})
const paragraph = (...children: BodyToken[]): BodyToken[] => [
  { ...token('paragraph_open', 1), tag: 'p' },
  { ...token('inline', 0), children },
  { ...token('paragraph_close', -1), tag: 'p' },
]
const citation = (printed: string, numbers: number[]) =>
  token('citation', 0, '', { citation: { text: printed, numbers } })

let issue: Issue

/** The last article of the fixture, changed, as a document of its own issue. */
const withArticle = (changes: Partial<Article>): Promise<EpubDocument> => {
  const article = { ...issue.articles[2]!, ...changes }
  const section = { ...issue.sections[1]!, articles: [article] }
  return epubDocument({ ...issue, articles: [article], sections: [section] })
}
const chapterOf = (document: EpubDocument): Document => parsed(document.chapters.find(({ id }) => id === 'a03')!.xhtml)

const bodyOf = (markdown: string): readonly BodyToken[] =>
  readMarkdown({ file: 'x.md', text: markdown, skip: 0, article: 'a03', articles: new Map() }).body

async function faults(document: EpubDocument): Promise<unknown[]> {
  const { messages } = await EpubCheck.validate(await writeEpub(document))
  return messages.filter(({ severity }) => severity !== 'usage' && severity !== 'info')
}

beforeAll(async () => {
  issue = (await readIssue(issueFolder)).issue
})

describe('an academic article', () => {
  let document: EpubDocument
  let page: Document

  beforeAll(async () => {
    document = await withArticle({
      english: {
        title: 'On Type & Paper',
        names: ['LU Zhiwei'],
        affiliations: ['Qingshi University, Qingshi 100000', 'Press Institute'],
        abstract: 'Type meets paper <at> its edge.',
        keywords: ['type', 'paper'],
      },
      references: [1, 2, 3, 4].map((number) => ({
        number,
        id: `a03-r${number}`,
        text: `沈砚秋. 字与纸之${number}[M]. 青石: 青石出版社, 2020: ${number}.`,
      })),
      body: [
        ...paragraph(token('text', 0, '先说'), citation('2-4', [2, 3, 4]), token('text', 0, '。')),
        ...paragraph(
          token('name_open', 1),
          token('text', 0, '沈约'),
          token('name_close', -1),
          token('work_open', 1),
          token('text', 0, '宋书'),
          token('work_close', -1),
          citation('1,3', [1, 3]),
          token('break_opportunity', 0),
          token('text', 0, '再说 3 点。'),
        ),
      ],
      notes: [],
    })
    page = chapterOf(document)
  })

  test('is valid for EPUBCheck', async () => {
    expect(await faults(document)).toEqual([])
  })

  test('gives its English block as English', () => {
    const [block] = ofClass(page, 'english')
    expect([block!.getAttribute('lang'), block!.getAttribute('xml:lang')]).toEqual(['en', 'en'])
    expect(all(block!, 'p').map(text)).toEqual([
      'On Type & Paper',
      'LU Zhiwei1',
      'Abstract Type meets paper <at> its edge.',
      'Keywords type; paper',
    ])
    expect(all(block!, 'li').map(text)).toEqual(['1 Qingshi University, Qingshi 100000', '2 Press Institute'])
  })

  test('lists its references in order, each with its number', () => {
    const [section] = ofRole(page, 'doc-bibliography')
    expect(text(all(section!, 'h2')[0])).toBe('参考文献')
    const entries = all(section!, 'li')
    expect(entries.map((entry) => entry.getAttribute('id'))).toEqual(['a03-r1', 'a03-r2', 'a03-r3', 'a03-r4'])
    expect(entries.map((entry) => text(entry).replace(' ↩', ''))).toEqual(
      [1, 2, 3, 4].map((n) => `[${n}] 沈砚秋. 字与纸之${n}[M]. 青石: 青石出版社, 2020: ${n}.`),
    )
  })

  test('leads from a citation to each reference that it names, and back to the first citation of each', () => {
    const citations = ofClass(page, 'citation')
    expect(citations.map(text)).toEqual(['[2-4]', '[1,3]'])
    expect(citations.map((sup) => all(sup, 'a').map((a) => a.getAttribute('href')))).toEqual([
      ['#a03-r2', '#a03-r4'],
      ['#a03-r1', '#a03-r3'],
    ])
    const [first, second] = citations.map((sup) => `#${sup.getAttribute('id')}`)
    expect(ofRole(page, 'doc-backlink').map((a) => a.getAttribute('href'))).toEqual([second, first, first, first])
  })

  test('underlines names and works, and keeps the spaces of the manuscript', () => {
    expect(ofClass(page, 'proper-name').map(text)).toEqual(['沈约'])
    expect(ofClass(page, 'work-title').map(text)).toEqual(['宋书'])
    expect(text(all(ofClass(page, 'body')[0]!, 'p')[1])).toContain('再说 3 点。')
  })
})

describe('a layout', () => {
  test('of questions and answers tells the speaker from what is said', async () => {
    const body = bodyOf('来客是编辑。\n\n问：从哪里说起？\n\n答：从字说起。\n\n也从纸说起。')
    const document = await withArticle({ layout: 'interview', body, notes: [] })
    const page = chapterOf(document)
    expect(ofClass(page, 'question').map(text)).toEqual(['问：从哪里说起？'])
    expect(ofClass(page, 'answer').map(text)).toEqual(['答：从字说起。', '也从纸说起。'])
    expect(ofClass(page, 'speaker').map(text)).toEqual(['问：', '答：'])
    expect(all(ofClass(page, 'body')[0]!, 'p').map(text)[0]).toBe('来客是编辑。')
    expect(await faults(document)).toEqual([])
  })

  test('of verse sets every paragraph as a stanza, line by line', async () => {
    const body = bodyOf('一行字\\\n落在纸上\n\n雪落在\\\n另一行')
    const document = await withArticle({ layout: 'verse', body, notes: [] })
    const stanzas = ofClass(chapterOf(document), 'stanza')
    expect(stanzas.map((stanza) => all(stanza, 'p').map(text))).toEqual([
      ['一行字', '落在纸上'],
      ['雪落在', '另一行'],
    ])
    expect(await faults(document)).toEqual([])
  })

  test.each<Layout>(['photo', 'editorial', 'back', 'feature'])('of %s is told by its class', async (layout) => {
    const [section] = all(chapterOf(await withArticle({ layout })), 'section')
    expect(section!.getAttribute('class')).toBe(`article ${layout}`)
  })
})

describe('an article that jumps on paper', () => {
  test('stands whole, without a line that says so', async () => {
    const body = [...paragraph(token('text', 0, '前半。')), token('jump', 0), ...paragraph(token('text', 0, '后半。'))]
    const page = chapterOf(await withArticle({ body, notes: [] }))
    expect(all(ofClass(page, 'body')[0]!, 'p').map(text)).toEqual(['前半。', '后半。'])
    expect(text(page.documentElement!)).not.toMatch(/下转|上接/)
  })
})

describe('a heading', () => {
  test('may break where the manuscript says so, and shows nothing there', async () => {
    const inline = {
      ...token('inline', 0),
      children: [token('text', 0, '一、字的'), token('break_opportunity', 0), token('text', 0, '来历')],
    }
    const open = { ...token('heading_open', 1, '', { id: 'a03-h1' }), tag: 'h2' }
    const body = [open, inline, { ...token('heading_close', -1), tag: 'h2' }]
    const [heading] = all(ofClass(chapterOf(await withArticle({ body, notes: [] })), 'body')[0]!, 'h2')
    expect(text(heading)).toBe('一、字的来历')
    expect(all(heading!, 'wbr')).toHaveLength(1)
  })
})

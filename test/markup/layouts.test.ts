import { beforeAll, describe, expect, test } from 'vitest'
import { readTemplates } from '../../scripts/inspection.ts'
import { listName } from '../../scripts/markup/front-view.ts'
import { layoutPaged } from '../../scripts/markup/paged.ts'
import type { Templates } from '../../scripts/markup/templates.ts'
import { bareToken } from '../../scripts/model/body.ts'
import type { Article, Issue } from '../../scripts/model/issue.ts'
import { readMarkdown } from '../../scripts/read/markdown.ts'
import { issueOf, root } from '../issue/produce.ts'

let stock: Issue
let templates: Templates

beforeAll(async () => {
  templates = await readTemplates()
  stock = await issueOf(`${root}/test/diagnostics/_stock`)
})

type Change = Partial<Article> & { readonly text?: string }

/** The stock issue with its articles changed: the first change for the first article, and so on. */
function changed(changes: readonly Change[], issue: Partial<Issue> = {}): Issue {
  const articles = changes.map(({ text, ...facts }, i): Article => {
    const article = { ...stock.articles[i % stock.articles.length]!, id: `a0${i + 1}`, section: '栏目', ...facts }
    if (text === undefined) return article
    const read = readMarkdown({ file: 'x.md', text, skip: 0, article: article.id, articles: new Map() })
    return { ...article, body: read.body, notes: read.notes }
  })
  return { ...stock, articles, sections: [{ id: 's1', name: '栏目', articles }], ...issue }
}

/** Without the keys of blocks, which are tested where they are used. */
const htmlOf = (issue: Issue): string =>
  layoutPaged(issue, templates, { draft: false }).html.replace(/ data-block="[^"]*"/g, '')

/** The element that begins with this tag, with everything inside. */
function element(html: string, opening: RegExp, name: string): string {
  const from = html.search(opening)
  if (from < 0) throw new Error(`no ${opening}`)
  return html.slice(from, html.indexOf(`</${name}>`, from) + name.length + 3)
}

const articleOf = (html: string, id = 'a01'): string => element(html, new RegExp(`<article [^>]*id="${id}"`), 'article')
const words = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/\s+/g, '')
const count = (html: string, part: string): number => html.split(part).length - 1

describe('every layout', () => {
  const layouts = ['feature', 'standard', 'brief', 'editorial', 'interview', 'verse', 'photo', 'back'] as const

  test.each(layouts)('%s names its section, its title, its authors and their affiliations once', (layout) => {
    const html = articleOf(htmlOf(changed([{ layout, text: '正文到此为止。' }])))
    const { title, byline, affiliations } = stock.articles[0]!
    expect(html).toContain(`class="article ${layout} opens`)
    expect(html).toMatch(/<h1 class="section-name">栏目<\/h1>/)
    const text = words(html)
    const names = byline.map(({ name }, i) => `${name}${i + 1}`)
    for (const part of [words(title), ...names, '正文到此为止。']) expect(count(text, part), part).toBe(1)
    for (const [i, name] of affiliations.entries()) expect(count(text, `${i + 1}${name}`), name).toBe(1)
    expect(count(html, '<h2>')).toBe(1)
    expect(count(html, 'class="byline"')).toBe(1)
  })

  test('editorial and back matter are signed at their end', () => {
    for (const layout of ['editorial', 'back'] as const) {
      const html = articleOf(htmlOf(changed([{ layout, text: '正文到此为止。' }])))
      expect(html.indexOf('class="byline"')).toBeGreaterThan(html.indexOf('class="body"'))
    }
  })
})

describe('titles', () => {
  test('break where the editor says, show nothing there, and are not cut elsewhere', () => {
    const html = htmlOf(changed([{ title: '版面里的留白', titleWithBreaks: '版面里|的留白', layout: 'standard' }]))
    expect(articleOf(html)).toContain(
      '<h2><span class="sense">版面里</span><wbr/><span class="sense">的留白</span></h2>',
    )
  })

  test('stand upright in columns in a feature, a part in each, larger where they are short', () => {
    const feature = (titleWithBreaks: string) => articleOf(htmlOf(changed([{ layout: 'feature', titleWithBreaks }])))
    expect(feature('把一个字 放到|该在的地方')).toContain(
      '<h2><span class="sense">把一个字</span><span class="sense">放到</span><span class="sense">该在的地方</span></h2>',
    )
    expect(feature('一个人的校对科')).toContain('class="article feature opens large')
    expect(feature('把一个字 放到它该在的地方')).not.toContain(' large')
  })

  test('of sections in the text break at their marks', () => {
    const read = readMarkdown({
      file: 'x.md',
      text: '## 一、守住底线确保方向\n\n文字。',
      skip: 0,
      article: 'a01',
      articles: new Map(),
    })
    const body = read.body.map((token) => {
      const [text] = token.children ?? []
      if (token.type !== 'inline' || !text?.content.startsWith('一、')) return token
      const at = (content: string) => ({ ...text, content })
      return { ...token, children: [at('一、守住底线'), bareToken('break_opportunity'), at('确保方向')] }
    })
    expect(articleOf(htmlOf(changed([{ body }])))).toContain(
      '<span class="number">一、</span>守</span><span class="sense">住底线</span><wbr/><span class="sense">确保方向</span></h3>',
    )
  })
})

describe('an article that jumps', () => {
  const text = '前半到这里为止。[^1]\n\n{下转}\n\n后半从这里开始。[^2]\n\n[^1]: 前注。\n[^2]: 后注。'
  const facts = { layout: 'standard', notesAt: 'end' } as const
  const jumping = () =>
    changed([{ ...facts, text }, { text: '中间一篇。' }], { continuations: [{ article: 'a01', after: 'a02' }] })

  test('breaks off with the page where it goes on, and goes on after the article that is named', () => {
    const html = htmlOf(jumping())
    const first = articleOf(html)
    expect(words(first)).toContain('前半到这里为止。①（下转第页）')
    expect(first).toContain('<p class="jump to" id="a01-jump">')
    expect(first).toContain('data-target="a01-rest"')
    const rest = html.slice(html.indexOf('<section class="continuation'), html.indexOf('<section class="back-cover'))
    expect(html.indexOf('中间一篇。')).toBeLessThan(html.indexOf('<section class="continuation'))
    expect(rest).toMatch(/^<section class="continuation standard" id="a01-rest"/)
    expect(rest).toContain('data-target="a01-jump"')
    expect(words(rest)).toContain('后半从这里开始。')
  })

  test('has its affiliations and notes once, where it ends, and every id once', () => {
    const html = htmlOf(jumping())
    const first = articleOf(html)
    expect(first).not.toContain('class="closing"')
    expect(first).not.toContain('class="notes"')
    const rest = html.slice(html.indexOf('<section class="continuation'))
    expect(count(rest, 'class="closing"')).toBe(1)
    expect(words(rest)).toContain('注释①前注。②后注。')
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.length).toBe(new Set(ids).size)
  })

  test('goes on in one piece where no place for its rest is named', () => {
    const html = articleOf(htmlOf(changed([{ ...facts, text }])))
    expect(words(html)).toContain('后半从这里开始。')
    expect(html).not.toContain('jump')
  })
})

describe('where an article begins', () => {
  test('is a page of its own, or the page of the one before it if it runs on', () => {
    const html = htmlOf(changed([{}, { runOn: true, layout: 'standard' }]))
    expect(articleOf(html)).toMatch(/^<article class="article \w+ opens/)
    expect(articleOf(html, 'a02')).toMatch(/^<article class="article standard runs-on"/)
  })

  test('is the page of another brief for a short brief without notes', () => {
    const brief = { layout: 'brief', text: '短讯一则。' } as const
    const html = htmlOf(changed([brief, brief, { ...brief, text: '另一则。[^1]\n\n[^1]: 注。' }]))
    expect(articleOf(html, 'a02')).toContain('brief follows')
    expect(articleOf(html, 'a03')).toContain('brief opens')
  })
})

describe('verse', () => {
  const stanza = (length: number) => `${'字'.repeat(length)}\n${'行'.repeat(length)}`

  test('is set line by line, a stanza a block', () => {
    const html = articleOf(htmlOf(changed([{ layout: 'verse', text: '::: verse\n一行\n二行\n\n三行\n:::' }])))
    expect(html).toContain(
      '<p class="stanza"><span class="line">一行</span><span class="line">二行</span></p><p class="stanza"><span class="line">三行</span></p>',
    )
  })

  test('stands in two columns where there are many short lines, and in one where they are few or long', () => {
    const verse = (lines: number, length: number) =>
      articleOf(
        htmlOf(
          changed([
            {
              layout: 'verse',
              text: `::: verse\n${Array.from({ length: lines }, () => stanza(length)).join('\n\n')}\n:::`,
            },
          ]),
        ),
      )
    expect(verse(12, 8)).toContain('verse opens two')
    expect(verse(12, 18)).toContain('verse opens one')
    expect(verse(3, 8)).toContain('verse opens one')
  })

  test('keeps a poem with its title, if a column can hold it', () => {
    const poems = `## 甲\n\n::: verse\n${stanza(5)}\n:::\n\n## 乙\n\n::: verse\n${Array.from({ length: 12 }, () => stanza(5)).join('\n\n')}\n:::`
    const html = articleOf(htmlOf(changed([{ layout: 'verse', text: poems }])))
    expect(html).toMatch(/<div class="poem"><h3 [^>]*>甲<\/h3>/)
    expect(html).toMatch(/<\/div><\/div><div class="poem long"><h3 [^>]*>乙<\/h3>/)
    expect(count(html, '<div')).toBe(count(html, '</div>'))
  })
})

describe('a photo page', () => {
  const picture = (name: string, span = '') =>
    `![图中有字](figures/press.svg "${name}"){credit="摄影：某人"${span && ` span=${span}`}}`

  test('sets wide pictures alone and others in pairs, and the text between them', () => {
    const text = ['引子。', picture('甲', 'page'), picture('乙'), picture('丙'), picture('丁'), '尾声。'].join('\n\n')
    const html = articleOf(htmlOf(changed([{ layout: 'photo', text }])))
    const bodies = html
      .replaceAll(/ style="[^"]*"/g, '')
      .split(/<div class="body/)
      .slice(1)
    expect(bodies.map((body) => [body.slice(0, 5), count(body, '<figure')])).toEqual([
      [' text', 0],
      [' wide', 1],
      [' pair', 2],
      [' pair', 1],
      ['"><p>', 0],
    ])
    expect(words(html)).toMatch(/引子。图1甲摄影：某人图2乙摄影：某人图3丙.*图4丁.*尾声。/)
  })
})

describe('notes', () => {
  test('bear a circled figure in the call and before the note, at the foot and at the end', () => {
    const text = '正文。[^1]\n\n[^1]: 注文。'
    const foot = articleOf(htmlOf(changed([{ notesAt: 'foot', text }])))
    expect(foot).toMatch(/class="call"[^>]*>①<\/a>.*<span class="mark">①<\/span>注文。/)
    const end = articleOf(htmlOf(changed([{ notesAt: 'end', text }])))
    expect(end).toMatch(/<p id="a01-n1"><a href="#a01-c1" class="mark">①<\/a>注文。<\/p>/)
  })
})

describe('cover and lists', () => {
  test('a periodical has its bar code, with the ISSN above it, and its CN number', () => {
    const issue = changed([{}], {
      journal: { ...stock.journal, kind: 'periodical', issn: '2096-1235', cn: 'CN 36-1234/G2' },
      cover: { lines: [], barcode: { ean: '9772096123000', addOn: '02' } },
    })
    const cover = element(htmlOf(issue), /<section class="cover"/, 'section')
    expect(cover).toMatch(/<div class="barcode"><p>ISSN 2096-1235<\/p><svg class="bars"/)
    expect(count(words(cover), 'ISSN')).toBe(1)
    expect(words(cover)).toContain('CN36-1234/G2')
    expect(cover).not.toContain('内部资料')
  })

  test('an internal serial has its permit and the sentence that the law asks for', () => {
    const issue = changed([{}], { journal: { ...stock.journal, kind: 'internal', permit: '内资准字 1 号' } })
    const cover = element(htmlOf(issue), /<section class="cover"/, 'section')
    expect(words(cover)).toContain('内资准字1号内部资料免费交流')
    expect(cover).not.toContain('<svg')
  })

  test('a name of two Han is as wide as one of three by styling alone', () => {
    expect(listName('余白')).toEqual({ first: '余', rest: ['白'] })
    expect(listName('沈砚秋')).toEqual({ first: '', rest: ['沈砚秋'] })
    expect(listName('Bo')).toEqual({ first: '', rest: ['Bo'] })
    const byline = [{ ...stock.articles[0]!.byline[0]!, name: '余白' }]
    const html = htmlOf(changed([{ byline }]))
    expect(element(html, /<section class="contents/, 'section')).toContain('<span class="wide">余</span>白')
    expect(articleOf(html)).toContain('余白')
  })

  test('the contents stand as far apart as a page lets them', () => {
    const entries = (number: number) => {
      const articles = Array.from({ length: number }, (_, i) => ({ ...stock.articles[0]!, id: `b${i}` }))
      return /<section class="contents (\w+)"/.exec(
        htmlOf({ ...stock, articles, sections: [{ id: 's1', name: '栏目', articles }] }),
      )?.[1]
    }
    expect([4, 13, 16, 20, 60].map(entries)).toEqual(['wide', 'open', 'close', 'compact', 'close'])
  })
})

/** Pages as a file tells of them, without one: which of them are whose. */
import { expect, test } from 'vitest'
import type { Article, Continuation } from '../../../scripts/model/issue.ts'
import { millimetresToPoints, typeArea } from '../../../scripts/model/type-area.ts'
import { checkArticleNumber } from '../../../scripts/proof/paged/article-number.ts'
import { readPages } from '../../../scripts/proof/paged/pages.ts'
import type { PdfFacts } from '../../../scripts/proof/pdf/facts.ts'
import { expectedOf } from '../../../scripts/proof/text/expected.ts'
import { verdictOn } from '../../../scripts/proof/verdict/verdict.ts'
import { credit, figure, jump, note, p, stockIssue } from '../stock.ts'

const stock = stockIssue()

/** An article of one author with these words, or this body. */
const essay = (
  title: string,
  author: string,
  body: string | Article['body'],
  more: Partial<Article> = {},
): Article => ({
  ...stock.articles[1]!,
  title,
  byline: [credit(author)],
  body: typeof body === 'string' ? p(body) : body,
  ...more,
})

/** Each page: its lines from the head of the type area down, and its folio. */
type Pages = readonly (readonly [lines: readonly string[], folio: string | null])[]

const factsOf = (pages: Pages): PdfFacts => {
  const line = (text: string, y: number) => ({ text, x: 80, y, size: 10, font: 'f' })
  return {
    pages: pages.map(([lines, folio], i) => ({
      number: i + 1,
      texts: [...lines.map((text, k) => line(text, 700 - 16 * k)), ...(folio === null ? [] : [line(folio, 30)])],
    })),
  } as unknown as PdfFacts
}

/** What is read of the pages of an issue of these articles, by the names of their sections. */
function read(
  sections: Readonly<Record<string, readonly Article[]>>,
  pages: Pages,
  continuations: readonly Continuation[] = [],
  change: (facts: PdfFacts) => PdfFacts = (facts) => facts,
) {
  const named = Object.entries(sections)
  const issue = {
    ...stock,
    articles: named.flatMap(([, articles]) => articles),
    sections: named.map(([name, articles]) => ({ ...stock.sections[1]!, name, articles })),
    continuations,
  }
  const all = named.flatMap(([name, articles]) =>
    articles.map((article) => expectedOf(article, name, 'paged', new Map(), continuations)),
  )
  return readPages(issue, all, change(factsOf(pages)), 'a.pdf')
}

test('the last article has the pages of pictures without words behind it, and no blank ones', () => {
  const silent = ['a02-f1', 'a02-f2'].flatMap((id) => figure(id, 1, 'figures/press.svg', '', ''))
  const article = essay('灯', '何秋', [...p('先说渡口的事，再说灯。'), ...silent], { layout: 'photo' })
  const pages: Pages = [
    [['刊本'], null],
    [['目次', '灯', '何秋'], '2'],
    [['随笔', '灯', '何秋', '江城大学出版研究所', '先说渡口的事，再说灯。'], '3'],
    [[], '4'],
    [[], '5'],
    [[], null],
  ]
  const { articles, owners } = read({ 随笔: [article] }, pages)
  expect(articles[0]).toMatchObject({ first: 3, last: 5 })
  expect(owners).toEqual([null, null, 0, 0, 0, null])
})

test('what begins far below the edge of a page stands below a picture without words, which is of the article before', () => {
  const first = essay(
    '灯',
    '何秋',
    [...p('先说渡口的事，再说灯。'), ...figure('a02-f1', 1, 'figures/press.svg', '', '')],
    { layout: 'photo' },
  )
  const next = essay('湿度', '卞舟', '石阶露出三级，灯亮了一夜。', { id: 'a09', layout: 'photo' })
  const opening = ['随笔', '湿度', '卞舟', '江城大学出版研究所', '石阶露出三级，灯亮了一夜。']
  const pagesWith = (above: number): Pages => [
    [['刊本'], null],
    [['目次', '灯', '何秋', '3', '湿度', '卞舟', '4'], '2'],
    [['随笔', '灯', '何秋', '江城大学出版研究所', '先说渡口的事，再说灯。'], '3'],
    // A line without characters is not painted.
    [[...Array.from({ length: above }, () => ''), ...opening], '4'],
  ]
  expect(read({ 随笔: [first, next] }, pagesWith(0)).articles[0]).toMatchObject({ first: 3, last: 3 })
  const { articles, owners } = read({ 随笔: [first, next] }, pagesWith(20))
  expect(articles[0]).toMatchObject({ first: 3, last: 4 })
  expect(articles[1]).toMatchObject({ first: 4, last: 4 })
  expect(owners[3]).toBe(0)
})

test('the number of an article stands on its second page where its head is longer than the first', () => {
  const article = essay('湿度', '卞舟', '石阶露出三级，灯亮了一夜，湿度是第二天才写下来的，谁也没有再说起过灯。', {
    numberStem: '2096-1235(2026)01',
  })
  const pagesWith = (number: string): Pages => [
    [['刊本'], null],
    [['目次', '湿度', '卞舟', '3'], '2'],
    [['随笔', '湿度', '卞舟', '江城大学出版研究所', '石阶露出三级，灯亮了一夜，'], '3'],
    [[number, '湿度是第二天才写下来的，谁也没有再说起过灯。', '（作者单位：江城大学出版研究所）'], '4'],
  ]
  const codesWith = (number: string) => {
    const verdict = verdictOn('print')
    const evidence = read({ 随笔: [article] }, pagesWith(number))
    checkArticleNumber(verdict, article, evidence.articles[0]!, evidence, 'a.pdf')
    return verdict.diagnostics.map(({ code }) => code)
  }
  expect(codesWith('文章编号2096-1235(2026)01-0003-02')).toEqual([])
  expect(codesWith('文章编号2096-1235(2026)01-0004-02')).toEqual(['proof/article-number-wrong'])
  expect(codesWith('文献标志码')).toEqual(['proof/article-number-lost'])
})

test('a mark that opens a vertical title stands above its line, and is no running head', () => {
  const article = essay('“湿度”', '卞舟', '石阶露出三级，灯亮了一夜。')
  const pages: Pages = [
    [['刊本'], null],
    [['目次', '“湿度”', '卞舟', '3'], '2'],
    [['随笔', '“', '湿', '度', '”', '卞舟', '江城大学出版研究所', '石阶露出三级，灯亮了一夜。'], '3'],
  ]
  const { head } = typeArea(stock.page)
  const edge = millimetresToPoints(stock.page.trim.height - head)
  const raised = (facts: PdfFacts): PdfFacts => ({
    ...facts,
    pages: facts.pages.map((page) => ({
      ...page,
      texts: page.texts.map((it) => (it.text === '“' ? { ...it, y: edge + 0.5 * it.size } : it)),
    })),
  })
  const { articles, pages: read3 } = read({ 随笔: [article] }, pages, [], raised)
  expect(read3[2]!.runningHead).toBe('')
  expect(articles[0]!.main.text).toContain('“湿度”')
})

test('an abstract painted before the head is its own article’s, though the title stands in it and another says more of its words', () => {
  const abstract = '渡口的水位怎样在一夜之间退了下去，石阶露出三级，本文由此写湿度。'
  const before = essay('渡口', '何秋', '渡口的水位怎样在一夜之间退了下去，谁也说不清。')
  const article = essay('湿度', '卞舟', '先说灯，再说水。', { id: 'a09', abstract })
  const pages: Pages = [
    [['刊本'], null],
    [['目次', '渡口', '何秋', '3', '湿度', '卞舟', '4'], '2'],
    [['随笔', '渡口', '何秋', '江城大学出版研究所', '渡口的水位怎样在一夜之间退了下去，谁也说不清。'], '3'],
    [['摘要', abstract, '先说灯，再说水。', '湿度', '卞舟', '江城大学出版研究所'], '4'],
  ]
  const { articles, owners } = read({ 随笔: [before, article] }, pages)
  expect(articles.map((it) => it && [it.first, it.last, it.start])).toEqual([
    [3, 3, 0],
    [4, 4, 0],
  ])
  expect(owners).toEqual([null, null, 0, 1])
})

/** An article that leaves its page 4 and goes on on page 6 with this rest, behind this line. */
function goingOn(rest: string, line: readonly string[], title = '渡口的灯火') {
  const goesOn = essay(title, '何秋', [
    ...p('先说渡口的事，一直说到水退了的那个清晨，石阶都露出来。'),
    jump(),
    ...p(rest),
  ])
  const after = essay('湿度与石阶', '卞舟', '水位记在墙上，一年一道线，谁也没有擦掉过哪一道。', { id: 'a09' })
  const continuation = { article: goesOn.id, after: after.id }
  const pages: Pages = [
    [['刊本'], null],
    [['目次', title, '何秋', '3', '湿度与石阶', '卞舟', '5'], '2'],
    [['随笔', title, '何秋', '江城大学出版研究所', '先说渡口的事，一直说到水退了的那个清晨，'], '3'],
    [['石阶都露出来。', '（下转第6页）'], '4'],
    [['随笔', '湿度与石阶', '卞舟', '江城大学出版研究所', '水位记在墙上，一年一道线，谁也没有擦掉过哪一道。'], '5'],
    [[...line, rest], '6'],
  ]
  return read({ 随笔: [goesOn, after] }, pages, [continuation])
}

test('a page that begins with the last words of a part says them without the line that sends the reader on', () => {
  const rest = '再说灯，说它怎样亮了一夜，又怎样在天明时熄了。'
  const { articles, beginnings } = goingOn(rest, ['（上接第4页）'])
  expect(articles[0]?.jump?.leaving).toEqual({ printed: '6', page: 4 })
  expect(beginnings[3]).toBe('石阶都露出来。')
  expect(beginnings[5]).toBe(rest)
})

test('a line of 下转 before a head is of the article above, but not where the head is painted after a text that goes on itself', () => {
  const body = [
    ...p('先说渡口的事，一直说到水退了的那个清晨，石阶都露出来。'),
    jump(),
    ...p('再说灯，说它怎样亮了一夜。'),
  ]
  const first = essay('渡口的灯火', '何秋', body)
  const other = essay('湿度与石阶', '卞舟', '水位记在墙上，一年一道线，谁也没有擦掉过哪一道。', { id: 'a09' })
  const text = '先说渡口的事，一直说到水退了的那个清晨，石阶都露出来。'
  const rest = ['渡口的灯火', '（上接第4页）', '再说灯，说它怎样亮了一夜。']
  const contents = ['目次', '渡口的灯火', '何秋', '4', '湿度与石阶', '卞舟', '4']
  const opening = [
    '随笔',
    '湿度与石阶',
    '卞舟',
    '江城大学出版研究所',
    '水位记在墙上，一年一道线，谁也没有擦掉过哪一道。',
  ]
  const above = read(
    { 随笔: [first, other] },
    [
      [['刊本'], null],
      [contents, '2'],
      [['随笔', '渡口的灯火', '何秋', '江城大学出版研究所', text.slice(0, 20)], '3'],
      [[text.slice(20), '（下转第5页）', ...opening], '4'],
      [rest, '5'],
    ],
    [{ article: first.id, after: other.id }],
  )
  expect(above.articles.map((it) => it && [it.first, it.start])).toEqual([
    [3, 0],
    [4, 2],
  ])
  const late = read(
    { 随笔: [first, other] },
    [
      [['刊本'], null],
      [contents, '2'],
      [[], null],
      [[text, '（下转第6页）', '随笔', '渡口的灯火', '何秋', '江城大学出版研究所'], '4'],
      [opening, '5'],
      [rest, '6'],
    ],
    [{ article: first.id, after: other.id }],
  )
  expect(late.articles.map((it) => it && [it.first, it.start])).toEqual([
    [4, 0],
    [5, 0],
  ])
})

test('a rest is found by its line below a title as long as many of its words', () => {
  const title = String.fromCodePoint(...Array.from({ length: 190 }, (_, i) => 0x5100 + i))
  const rest = '再说灯，说它怎样亮了一夜，又怎样在天明时熄了。'
  const { articles } = goingOn(rest, [title, '（上接第4页）'], title)
  expect(articles[0]).toMatchObject({ last: 6, jump: { resuming: { printed: '4', page: 6 } } })
})

test('a rest of hardly a word is found by its line and the title beside it', () => {
  const { articles } = goingOn('是。', ['渡口的灯火', '（上接第4页）'])
  expect(articles[0]).toMatchObject({ last: 6, jump: { resuming: { printed: '4', page: 6 } } })
})

test('of two articles of one title and one text, each begins at a title of its own', () => {
  const words = '先说渡口的事，一直说到水退了的那个清晨，石阶都露出来，再说灯怎样亮了一夜。'
  const first = essay('渡口的灯', '何秋', words)
  const second = essay('渡口的灯', '卞舟', [...figure('a09-f1', 1, 'figures/press.svg', '石阶', '石阶'), ...p(words)], {
    id: 'a09',
    layout: 'photo',
  })
  const pages: Pages = [
    [['刊本'], null],
    [['目次', '来函', '渡口的灯', '何秋', '书评', '渡口的灯', '卞舟'], '2'],
    [['来函', '渡口的灯', '何秋', '江城大学出版研究所', words, '书评', '渡口的灯', '卞舟', '图1石阶'], '3'],
    [[words, '江城大学出版研究所'], '4'],
  ]
  const { articles } = read({ 来函: [first], 书评: [second] }, pages)
  expect(articles.map((it) => it && [it.first, it.last, it.start])).toEqual([
    [3, 3, 0],
    [3, 4, 5],
  ])
})

test('a caption shorter than tells texts apart, behind its label, stands before the head of the next article and is its own', () => {
  const first = essay(
    '渡口',
    '何秋',
    [...p('先说渡口的事，一直说到水退了的那个清晨。'), ...figure('a02-f1', 1, 'figures/press.svg', '石阶', '三级石阶')],
    { layout: 'photo' },
  )
  const next = essay('湿度', '卞舟', '灯亮了一夜，湿度是第二天才写下来的。', { id: 'a09', layout: 'photo' })
  const pages: Pages = [
    [['刊本'], null],
    [['目次', '渡口', '何秋', '3', '湿度', '卞舟', '4'], '2'],
    [['随笔', '渡口', '何秋', '江城大学出版研究所', '先说渡口的事，一直说到水退了的那个清晨。'], '3'],
    [['图1', '三级石阶', '书评', '湿度', '卞舟', '灯亮了一夜，湿度是第二天才写下来的。', '江城大学出版研究所'], '4'],
  ]
  const { articles } = read({ 随笔: [first], 书评: [next] }, pages)
  expect(articles.map((it) => it && [it.first, it.last, it.start])).toEqual([
    [3, 4, 0],
    [4, 4, 2],
  ])
})

test('a title of one character that begins a name as well is found above names that fill a page', () => {
  const before = essay('渡口', '何秋', '先说渡口的事，一直说到水退。')
  const words = `石阶露出三级。${String.fromCodePoint(...Array.from({ length: 250 }, (_, i) => 0x5000 + i))}`
  const names = Array.from({ length: 160 }, (_, i) => `名${String.fromCodePoint(0x4e00 + i)}某`)
  const article = {
    ...before,
    id: 'a09',
    title: '石',
    byline: names.map((name) => credit(name)),
    affiliations: ['石城大学'],
    body: p(words),
  }
  const pages: Pages = [
    [['刊本'], null],
    [['目次', '渡口', '何秋', '3', '石', '名一某', '3'], '2'],
    [
      ['随笔', '渡口', '何秋', '江城大学出版研究所', '先说渡口的事，一直说到水退。']
        .concat(['书评', '石', names.slice(0, 80).join(''), names.slice(80).join(''), '石城大学'])
        .concat(words),
      '3',
    ],
  ]
  const { articles } = read({ 随笔: [before], 书评: [article] }, pages)
  expect(articles.map((it) => it && [it.first, it.last, it.start])).toEqual([
    [3, 3, 0],
    [3, 3, 5],
  ])
})

test('what is left of the notes after an article stands before the head of the next, and is its own', () => {
  const first = essay('渡口的灯', '何秋', '先说渡口的事，一直说到水退了的那个清晨。', {
    notes: [note('a01', 1, '河岸档案馆藏，未刊。'), note('a01', 2, '渡口老人口述，二零一九年冬。')],
    notesAt: 'end',
  })
  const second = essay('湿度', '卞舟', '水位记在墙上。', { id: 'a09' })
  const pages: Pages = [
    [['刊本'], null],
    [['目次', '来函', '渡口的灯', '何秋', '书评', '湿度', '卞舟'], '2'],
    [
      [
        '来函',
        '渡口的灯',
        '何秋',
        '江城大学出版研究所',
        '先说渡口的事，一直说到水退了的那个清晨。',
        '注释',
        '①河岸档案馆藏，未刊。',
      ],
      '3',
    ],
    [['②渡口老人口述，二零一九年冬。', '书评', '湿度', '卞舟', '江城大学出版研究所', '水位记在墙上。'], '4'],
  ]
  const { articles, owners } = read({ 来函: [first], 书评: [second] }, pages)
  expect(articles.map((it) => it && [it.first, it.last, it.start])).toEqual([
    [3, 4, 0],
    [4, 4, 1],
  ])
  expect(owners[3]).toBe(0)
})

test('a page of nothing but short captions is the last article’s, behind the labels of its figures', () => {
  const pictures = ['节日的习惯', '价格的灯', '石阶'].flatMap((caption, i) =>
    figure(`a02-f${i + 1}`, i + 1, 'figures/press.svg', caption, ''),
  )
  const article = essay(
    '灯',
    '何秋',
    [...p('先说渡口的事，再说灯怎样亮了一夜，石阶怎样露出来，水又怎样涨回去。'), ...pictures],
    { layout: 'photo' },
  )
  const pages: Pages = [
    [['刊本'], null],
    [['目次', '灯', '何秋'], '2'],
    [
      [
        '随笔',
        '灯',
        '何秋',
        '江城大学出版研究所',
        '先说渡口的事，再说灯怎样亮了一夜，石阶怎样露出来，水又怎样涨回去。',
      ],
      '3',
    ],
    [['图1节日的习惯', '图2价格的灯'], '4'],
    [['图3石阶'], '5'],
  ]
  const { articles } = read({ 随笔: [article] }, pages)
  expect(articles[0]).toMatchObject({ first: 3, last: 5 })
})

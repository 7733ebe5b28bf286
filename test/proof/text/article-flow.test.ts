/** Runs as they stand on a page, without any page: where an article's head ends, and what of its tail is whose. */
import { expect, test } from 'vitest'
import { printedNumber } from '../../../scripts/proof/paged/article-number.ts'
import { openingsOf } from '../../../scripts/proof/paged/page-openings.ts'
import { compare } from '../../../scripts/proof/text/compare.ts'
import { expectedOf } from '../../../scripts/proof/text/expected.ts'
import { headFirst } from '../../../scripts/proof/text/flow.ts'
import { locatedText, runOf } from '../../../scripts/proof/text/located-text.ts'
import { credit, figure, p, stockIssue } from '../stock.ts'

const place = { file: 'a.pdf', page: 4 }
const run = (text: string, y: number, startsLine = true) => runOf(text, { y, place, font: 'f', size: 10, startsLine })
const textOf = (runs: readonly { text: string }[]) => runs.map(({ text }) => text).join('')

const wide = (tokens: ReturnType<typeof figure>) =>
  tokens.map((token) => ({ ...token, meta: { figure: { ...token.meta!.figure!, span: 'page' as const } } }))

const plain = {
  ...stockIssue().articles[1]!,
  title: '渡口，灯和账本',
  affiliations: ['河东县档案馆'],
  byline: [credit('何秋')],
  body: p('先说渡口的事，再说灯。', '后来水涨到了第三级台阶，谁也没有说话。'),
}

test('a mark at the head of the second column is not taken for one of the title', () => {
  const expected = expectedOf(plain, '笔谈', 'paged', new Map())
  const runs = [
    run('先说渡口的事，再说灯。', 300),
    run('后来水涨到了第三级', 286),
    run('台阶', 700),
    run('，', 700, false),
    run('谁也没有说话。', 700, false),
    // What a style sheet positions is painted last.
    run('渡口，灯和账本', 760),
    run('何秋', 740),
  ]
  expect(textOf(headFirst(runs, expected))).toBe(
    '渡口，灯和账本何秋先说渡口的事，再说灯。后来水涨到了第三级台阶，谁也没有说话。',
  )
})

test('the closing line at the head of the second column is none of the head, though the body begins lower with a picture', () => {
  const affiliations = ['河东县档案馆', '渡口小学']
  const byline = [credit('何秋', { affiliations: [0] }), credit('卞舟', { affiliations: [1] })]
  const body = [...figure('a02-f1', 1, 'figures/lamp.svg', '渡口的灯', ''), ...plain.body]
  const expected = expectedOf({ ...plain, byline, affiliations, body }, '笔谈', 'paged', new Map())
  const head = [
    run('笔谈', 790),
    run('渡口，灯和账本', 780),
    run('何秋1', 760),
    run('卞舟2', 760, false),
    run('1河东县档案馆', 745),
    run('2渡口小学', 730),
  ]
  const text = [run('图1', 300), run('渡口的灯', 300, false), run('先说渡口的事，再说灯。', 280)]
  const further = run('后来水涨到了第三级台阶，谁也没有说话。', 700)
  const closing = [run('（作者单位：河东县档案馆；', 686), run('渡口小学）', 672)]
  const whole = textOf([...head, ...text, further, ...closing])
  expect(textOf(headFirst([...head, ...text, further, ...closing], expected))).toBe(whole)
  // Nothing but its place tells the line from a head that is painted last.
  expect(textOf(headFirst([...text, further, ...closing, ...head], expected))).toBe(whole)
  // A column of the closing line alone begins as high as the head is whole without it.
  expect(textOf(headFirst([...head, ...text, ...closing], expected))).toBe(textOf([...head, ...text, ...closing]))
})

test('the name at the end of a signed article is its credit, whatever addresses its author has', () => {
  const signed = { ...plain, layout: 'back' as const, byline: [credit('何秋', { email: 'a@example.org' })] }
  const expected = expectedOf(signed, '笔谈', 'paged', new Map())
  const lines = [
    '笔谈',
    '渡口，灯和账本',
    '先说渡口的事，再说灯。后来水涨到了第三级台阶，谁也没有说话。',
    '何秋',
    '河东县档案馆',
  ]
  const found = {
    main: locatedText(lines.map((text, i) => run(text, 700 - 14 * i))),
    notes: locatedText([]),
    annotations: [],
  }
  const { missing, findings } = compare(expected, found, place)
  expect(missing.filter(({ required }) => required)).toEqual([])
  expect(findings.filter(({ text }) => text === '何秋')).toEqual([])
})

test('a figure over all columns before any text is the beginning of the body and no strange words of the head', () => {
  const lamp = wide(figure('a02-f1', 1, 'figures/lamp.svg', '渡口的灯', '绘图：沈墨'))
  const expected = expectedOf({ ...plain, body: [...lamp, ...plain.body] }, '笔谈', 'paged', new Map())
  const body = '先说渡口的事，再说灯。后来水涨到了第三级台阶，谁也没有说话。'
  const head = ['笔谈', '渡口，灯和账本', '何秋', '河东县档案馆']
  for (const text of [
    ['图1渡口的灯', '绘图：沈墨', body],
    [body, '图1渡口的灯', '绘图：沈墨'],
  ]) {
    const lines = [...head, ...text, '（作者单位：河东县档案馆）']
    const found = {
      main: locatedText(lines.map((line, i) => run(line, 700 - 14 * i))),
      notes: locatedText([]),
      annotations: [],
    }
    expect(compare(expected, found, place).findings).toEqual([])
  }
})

test('an article of one picture without words keeps its closing line from its head', () => {
  const silent = figure('a02-f1', 1, 'figures/lamp.svg', '', '')
  const expected = expectedOf({ ...plain, body: silent }, '笔谈', 'paged', new Map())
  const lines = ['笔谈', '渡口，灯和账本', '何秋', '（作者单位：河东县档案馆）']
  const found = {
    main: locatedText(lines.map((line, i) => run(line, 700 - 14 * i))),
    notes: locatedText([]),
    annotations: [],
  }
  expect(compare(expected, found, place).findings).toEqual([])
})

test('a body that begins with a word of the lead does not begin inside of the lead', () => {
  const lead = '河口的灯塔早已不亮，塔却没有人舍得拆。'
  const body = wide(figure('a02-f1', 1, 'figures/tower.svg', '塔', ''))
  const expected = expectedOf({ ...plain, lead, body }, '笔谈', 'paged', new Map())
  const lines = ['笔谈', '渡口，灯和账本', '何秋', '河东县档案馆', lead, '图1', '塔', '（作者单位：河东县档案馆）']
  const main = locatedText(lines.map((text, i) => run(text, 700 - 14 * i)))
  expect(compare(expected, { main, notes: locatedText([]), annotations: [] }, place).findings).toEqual([])
})

test('a page of pictures begins where its few words stand, each behind a label of its own', () => {
  const pictures = [
    ...figure('a02-f1', 1, 'figures/lamp.svg', '渡口的一盏灯', ''),
    ...figure('a02-f2', 2, 'figures/boat.svg', '靠岸的船', '绘图：沈墨'),
  ]
  const expected = expectedOf({ ...plain, body: pictures }, '笔谈', 'paged', new Map())
  const contents = ['目次', '笔谈', '4', '渡口，灯和账本', '何秋']
  const page = [
    '笔谈',
    '渡口，灯和账本',
    '何秋',
    '河东县档案馆',
    '图1',
    '渡口的一盏灯',
    '图2',
    '靠岸的船',
    '绘图：沈墨',
  ]
  const texts = [['刊本'], contents, page].map((lines) => locatedText(lines.map((line, i) => run(line, 700 - 14 * i))))
  expect(openingsOf([expected], texts)).toEqual([expect.objectContaining({ page: 3 })])
})

test('the head of pictures without a word is whole, though its author has an address that may be printed', () => {
  const authors = [credit('何秋'), credit('卞舟', { orcid: '0000-0002-1825-0097' })]
  const pictures = { ...plain, layout: 'photo' as const, byline: authors, body: figure('a02-f1', 1, 'a.svg', '', '') }
  const expected = expectedOf(pictures, '图片', 'paged', new Map())
  const lines = ['图片', '渡口，灯和账本', '何秋', '卞舟', '河东县档案馆']
  const main = locatedText(lines.map((text, i) => run(text, 700 - 14 * i)))
  const { missing } = compare(expected, { main, notes: locatedText([]), annotations: [] }, place)
  expect(missing.map(({ text }) => text)).toEqual([])
})

test('a numeral behind the number of an article is none of its digits, unless the number is another', () => {
  const numbered = { ...plain, numberStem: '2096-1235(2026)09' }
  const due = '2096-1235(2026)09-0006-02'
  expect(printedNumber(numbered, `${due}1河东县档案馆`, due)).toBe('-0006-02')
  expect(printedNumber(numbered, '2096-1235(2026)09-0006-031', due)).toBe('-0006-031')
})

test('the digit that ends a DOI is not the number of the list that the body begins with', () => {
  const list = [...p('先说渡口的事，再说灯。')]
  const expected = expectedOf({ ...plain, doi: '10.5555/example.111', body: list }, '笔谈', 'reflow', new Map())
  const first = { ...expected.body[0]!, pieces: [['1'], ...expected.body[0]!.pieces] }
  const body = [first, ...expected.body.slice(1)]
  const lines = [
    '笔谈',
    '渡口，灯和账本',
    '何秋',
    '河东县档案馆',
    'DOI',
    '10.5555/example.111',
    '先说渡口的事，再说灯。',
  ]
  const main = locatedText(lines.map((text, i) => run(text, 700 - 14 * i)))
  expect(compare({ ...expected, body }, { main, notes: locatedText([]), annotations: [] }, place).findings).toEqual([])
})

test('a picture over all columns that has a credit alone may stand below the first picture of the column', () => {
  const first = figure('a02-f1', 1, 'figures/lamp.svg', '渡口的灯', '')
  const credited = wide(figure('a02-f2', 2, 'figures/boat.svg', '', '摄影：沈墨'))
  const last = figure('a02-f3', 3, 'figures/tower.svg', '河口的塔', '摄影：何秋')
  const pictures = { ...plain, layout: 'photo' as const, affiliations: ['河东县档案馆'] }
  const expected = expectedOf({ ...pictures, body: [...first, ...credited, ...last] }, '图片', 'paged', new Map())
  const head = ['图片', '渡口，灯和账本', '何秋', '河东县档案馆']
  const lines = [...head, '图1渡口的灯', '摄影：沈墨', '图3河口的塔摄影：何秋']
  const main = locatedText(lines.map((text, i) => run(text, 700 - 14 * i)))
  expect(compare(expected, { main, notes: locatedText([]), annotations: [] }, place).findings).toEqual([])
})

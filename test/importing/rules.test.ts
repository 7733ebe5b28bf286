import { describe, expect, test } from 'vitest'
import { overlapAt } from '../../scripts/importing/blocks/overlap.ts'
import { affiliationsOf } from '../../scripts/importing/byline/affiliation.ts'
import { parseByline } from '../../scripts/importing/byline/byline.ts'
import { type ImportResult, importText, isJoin } from '../../scripts/importing/import.ts'
import { authorsOf, originals, rawArticle } from './corpus.ts'

const options = { file: 'raw.txt', id: '2026-01' }
const proofreading = originals[0]!

/** An article around the given body, closed by an affiliation. */
const around = (...body: string[]): string =>
  ['桥头的灯', '沈砚秋', ...body, '（作者单位：临江造纸厂宣传科）'].join('\n\n')
const read = (raw: string): ImportResult => importText(raw, options)
const blocks = (raw: string): string[] => read(raw).articles[0]!.blocks.map(({ kind, text }) => `${kind[0]} ${text}`)
const rules = (result: ImportResult): string[] => result.repairs.map(({ rule, action }) => `${rule} ${action}`)
const codes = (result: ImportResult): string[] => result.diagnostics.map(({ code }) => code)

const lamp = '桥头有一盏灯，是二十年前修桥的人留下来的，每到傍晚就亮，天亮才熄，过路的人都说它比钟还准。'
const keeper = '管灯的是一位老人，姓周，住在桥下的小屋里，屋前种着丝瓜，屋后养着几只鸭子，日子过得清清静静。'

describe('joins', () => {
  test.each([
    ['a comma', '后来桥加宽了，灯也换成了新的，', '可是大家还是习惯叫它老灯。', 'join-mark'],
    ['a mark that opens no line', '后来桥加宽了，灯也换成了新的', '，可是大家还是习惯叫它老灯。', 'join-mark'],
    ['an open title of a book', '后来有人把这件事写进了《临江', '县志》，老人听了只是笑笑。', 'join-bracket'],
    [
      'a sentence inside a quotation',
      '老人常说：“灯亮着，走夜路的人心里就踏实。',
      '要是哪天灯不亮了，我比谁都着急。”',
      'join-bracket',
    ],
    ['one Han and a comma', '后来桥加宽了，旧灯换成了新式的路', '灯，可是大家还是习惯叫它老灯。', 'join-grammar'],
    [
      'a word that ends no sentence',
      '老人守着这盏灯过了大半辈子，他的故事也',
      '被一位记者写成了文章。',
      'join-grammar',
    ],
    ['a word in two', '老人守着这盏灯过了大半辈子，从来没有离', '开过这座桥。', 'join-word'],
    ['a number in two', '据记载，这座桥最后一次大修是在20', '16年，灯就是那一年换的。', 'join-word'],
  ])('%s tells that a paragraph goes on', (_, before, after, rule) => {
    const raw = around(lamp, before, after, keeper)
    expect(blocks(raw)).toEqual([`p ${lamp}`, `p ${before}${after}`, `p ${keeper}`])
    expect(rules(read(raw))).toEqual([`${rule} applied`])
  })

  test('a paragraph cut twice is joined twice', () => {
    const pieces = [
      '老人守着这盏灯过了大半辈子，从来没有离',
      '开过这座桥，也不曾有过别的打',
      '算，他说自己同灯一样，在哪里就照哪里。',
    ]
    expect(blocks(around(lamp, ...pieces))).toEqual([`p ${lamp}`, `p ${pieces.join('')}`])
  })

  test.each(['当前，', '因此，', '近年来，', '随着', '在桥头住得久了，', '我们', '这', '好，', '为了'])(
    'a heading and a paragraph that begins with %s stay apart',
    (start) => {
      const body = [
        '一、灯的来历',
        lamp,
        '二、守灯的人',
        `${start}老人的名声传得很远，许多人专程来看他和他的灯。`,
        '三、灯下的路',
        keeper,
      ]
      expect(blocks(around(...body))).toEqual(body.map((text, at) => (at % 2 === 0 ? `h ${text}` : `p ${text}`)))
      expect(rules(read(around(...body)))).toEqual([])
    },
  )

  test('a cut directly after a full stop leaves two paragraphs, and nothing is flagged', () => {
    expect(blocks(around(lamp, keeper))).toEqual([`p ${lamp}`, `p ${keeper}`])
    expect(rules(read(around(lamp, keeper)))).toEqual([])
  })

  test('a quotation of several paragraphs that opens each of them anew is not joined', () => {
    const body = [`“${lamp}`, `“${keeper}”`]
    expect(blocks(around(...body))).toEqual(body.map((text) => `p ${text}`))
  })

  test('items of a list that end in semicolons stay items', () => {
    const body = [
      '守灯的规矩有三条：',
      '（一）天黑以前把灯罩擦干净；',
      '（二）刮风下雨不能离开灯房；',
      '（三）每月初一换一次灯芯。',
    ]
    expect(blocks(around(lamp, ...body))).toEqual([lamp, ...body].map((text) => `p ${text}`))
  })

  test('lines of verse in prose are set as verse, and asked about', () => {
    const verse = ['小桥流水绕人家', '一盏孤灯照落花', '莫道夜深无客过', '隔江犹有打鱼槎']
    const result = read(around(lamp, ...verse))
    expect(result.articles[0]!.blocks.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      `paragraph ${lamp}`,
      `verse ${verse.join('\n')}`,
    ])
    expect(rules(result)).toEqual(['verse confirm'])
  })

  test('a lone short line that could be a heading or a cut is not joined to what follows', () => {
    const result = read(
      around(lamp, '桥下的小屋', keeper, '后来，桥头又装了一盏新灯，老人每天晚上把两盏灯都看一遍才去睡觉。'),
    )
    expect(result.articles[0]!.blocks[1]!.text).toBe('桥下的小屋')
    expect(result.repairs.filter(({ rule }) => isJoin(rule))).toEqual([])
  })

  test('indented paragraphs make a cut after a full stop visible', () => {
    const [first, second] = [
      '桥头有一盏灯，是二十年前修桥的人留下来的。',
      '每到傍晚就亮，天亮才熄，过路的人都说它比钟还准。',
    ]
    const long = [lamp, keeper, `${lamp}${keeper}`]
    const raw = [
      '桥头的灯',
      '沈砚秋',
      ...long.map((text) => `　　${text}`),
      `　　${first}`,
      second,
      '（作者单位：临江造纸厂宣传科）',
    ].join('\n')
    expect(blocks(raw)).toEqual([...long, first + second].map((text) => `p ${text}`))
    expect(rules(read(raw))).toEqual(['indent applied', 'join-indent applied'])
  })
})

describe('a character printed twice', () => {
  test.each([
    ['他翻开了那本书的扉页', '页，上面写着一行小字', '页'],
    ['这件事大家都知道', '道，只是没有人说', '道'],
    ['后来他写了一封信，', '，寄给远方的朋友', '，'],
    ['他在信里写道：“', '“桥还在', '“'],
    ['灯光照着江面——', '—那是很多年前', '—'],
  ])('%s | %s drops %s', (before, after, drop) => {
    expect(overlapAt(before, after)).toEqual({ drop, doubt: '' })
  })

  test.each([
    ['他把绳子拉得紧', '紧的，一点也不敢放松', '紧'],
    ['他说得明明白', '白，谁都听得懂', '白'],
    ['文化站开展活动', '动员大家都来参加', '动'],
    ['这几个环节环', '环相扣，缺一不可', '环'],
    ['大家坐下来研究', '研究，终于想出了办法', '研究'],
    ['印数是1', '100册', '1'],
  ])('%s | %s is left and asked about', (before, after, doubt) => {
    expect(overlapAt(before, after)).toEqual({ drop: '', doubt })
  })

  test('two dashes, or two closing marks that both have a partner, are no repetition', () => {
    expect(overlapAt('灯光照着江面—', '—那是很多年前')).toEqual({ drop: '', doubt: '' })
    expect(overlapAt('（见《灯》（上册）', '）里面说得清楚')).toEqual({ drop: '', doubt: '' })
  })
})

describe('bylines', () => {
  const names = (line: string) => parseByline(line)?.names.map(({ name, role }) => `${name} ${role}`)
  test.each([
    ['沈砚秋', ['沈砚秋 author']],
    ['沈砚秋 陆知微', ['沈砚秋 author', '陆知微 author']],
    ['沈砚秋、陆知微、苏晚', ['沈砚秋 author', '陆知微 author', '苏晚 author']],
    ['苏　晚', ['苏晚 author']],
    ['苏　晚　顾北川', ['苏晚 author', '顾北川 author']],
    ['文/沈砚秋', ['沈砚秋 author']],
    ['文／沈砚秋 图／陆知微', ['沈砚秋 author', '陆知微 illustrator']],
    ['文：沈砚秋 摄影：陆知微', ['沈砚秋 author', '陆知微 photographer']],
    ['沈砚秋/文', ['沈砚秋 author']],
    ['□ 沈砚秋', ['沈砚秋 author']],
    ['■沈砚秋 陆知微', ['沈砚秋 author', '陆知微 author']],
    ['作者：沈砚秋', ['沈砚秋 author']],
    ['本刊记者 沈砚秋', ['沈砚秋 author']],
    ['阿依古丽·买买提', ['阿依古丽·买买提 author']],
    ['本刊编辑部', ['本刊编辑部 author']],
  ])('%s', (line, expected) => {
    expect(names(line)).toEqual(expected)
  })

  test.each(['一、灯的来历', '桥头有一盏灯，是二十年前留下来的。', '守灯的人和他的三个徒弟'])('%s is none', (line) => {
    expect(parseByline(line)).toBeUndefined()
  })
})

describe('affiliations', () => {
  test.each([
    ['（作者单位：临江造纸厂宣传科）', ['临江造纸厂宣传科']],
    ['（作者单位: 临江造纸厂宣传科）', ['临江造纸厂宣传科']],
    ['(作者单位：临江造纸厂)', ['临江造纸厂']],
    ['（作者系临江造纸厂工会主席）', ['临江造纸厂工会主席']],
    ['（作者单位系临江造纸厂）', ['临江造纸厂']],
    ['（作者单位：临江造纸厂；南浦镇文化站）', ['临江造纸厂', '南浦镇文化站']],
    ['作者单位：临江造纸厂', ['临江造纸厂']],
    ['（作者均系南浦镇文化站干事）', ['南浦镇文化站干事']],
  ])('%s', (line, expected) => {
    expect(affiliationsOf(line)).toEqual(expected)
  })

  test.each(['（作者按：这篇文章写于去年。）', '作者系好鞋带，站了起来。', '（作者感谢各位同行的帮助。）'])(
    '%s is none',
    (line) => {
      expect(affiliationsOf(line)).toBeUndefined()
    },
  )

  test('one that ends the last paragraph, and one that a column cut, close their article', () => {
    const glued = [
      '桥头的灯',
      '沈砚秋',
      `${lamp}（作者单位：临江造纸厂）`,
      '渡口的船',
      '苏晚',
      keeper,
      '（作者单位：南浦镇',
      '文化站）',
    ]
    const result = read(glued.join('\n\n'))
    expect(result.articles.map(({ title, affiliations }) => [title, ...affiliations])).toEqual([
      ['桥头的灯', '临江造纸厂'],
      ['渡口的船', '南浦镇文化站'],
    ])
    expect(rules(result)).toEqual(['affiliation-join applied'])
  })

  test('one under each byline opens its article instead', () => {
    const raw = [
      '桥头的灯',
      '沈砚秋',
      '（作者单位：临江造纸厂）',
      lamp,
      '渡口的船',
      '苏晚',
      '（作者单位：南浦镇文化站）',
      keeper,
    ].join('\n\n')
    const result = read(raw)
    expect(
      result.articles.map((article) => [
        article.title,
        authorsOf(article)[0],
        article.affiliations[0],
        article.blocks.map(({ text }) => text),
      ]),
    ).toEqual([
      ['桥头的灯', '沈砚秋', '临江造纸厂', [lamp]],
      ['渡口的船', '苏晚', '南浦镇文化站', [keeper]],
    ])
  })

  test('several authors with several units are asked about', () => {
    const raw = ['桥头的灯', '沈砚秋 苏晚', lamp, '（作者单位：临江造纸厂；南浦镇文化站）'].join('\n\n')
    expect(rules(read(raw))).toEqual(['affiliation confirm'])
  })
})

describe('titles and what stands outside', () => {
  test('a title keeps its space; a second line is joined with one, and asked about; a dash makes a subtitle', () => {
    const one = read(around(lamp).replace('桥头的灯', '桥头的灯 江上的船'))
    expect(one.articles[0]!.title).toBe('桥头的灯 江上的船')
    const two = read(around(lamp).replace('桥头的灯', '桥头的灯\n\n江上往来的船'))
    expect(two.articles[0]!.title).toBe('桥头的灯 江上往来的船')
    expect(rules(two)).toEqual(['title-lines confirm'])
    const sub = read(around(lamp).replace('桥头的灯', '桥头的灯\n\n——记守灯人老周'))
    expect(sub.articles[0]).toMatchObject({ title: '桥头的灯', subtitle: '记守灯人老周' })
  })

  test('what follows the last article is leaked unless it has names and prose', () => {
    const title = read(`${around(lamp)}\n\n江山如画 岁月如歌\n`)
    expect(title.leaked).toEqual([{ line: 9, text: '江山如画 岁月如歌' }])
    expect(title.files.at(-1)).toEqual({ path: '_leak.txt', text: '江山如画 岁月如歌\n' })
    expect(codes(title)).toEqual(['import/leaked'])
    const article = read(`${around(lamp)}\n\n渡口的船\n\n苏晚\n\n${keeper}\n`)
    expect(article.articles).toHaveLength(2)
    expect(codes(article)).toEqual(['import/affiliation-missing'])
  })

  test('a page number between two halves of a paragraph is taken out, and the halves joined', () => {
    const raw = around(lamp, '老人守着这盏灯过了大半辈子，从来没有离', '· 12 ·', '开过这座桥。')
    expect(blocks(raw)).toEqual([`p ${lamp}`, 'p 老人守着这盏灯过了大半辈子，从来没有离开过这座桥。'])
    expect(read(raw).leaked).toEqual([{ line: 9, text: '· 12 ·' }])
  })
})

describe('characters that cannot be seen', () => {
  test('they are removed, line by line, and reported', () => {
    const raw = around(lamp.replace('一盏灯', '一\u200b盏\u00ad灯'), keeper.replace('姓周', '姓\u00a0周'))
    const result = read(`\ufeff${raw}`.replaceAll('\n', '\r\n'))
    expect(result.articles[0]!.blocks[0]!.text).toBe(lamp)
    expect(result.articles[0]!.blocks[1]!.text).toBe(keeper.replace('姓周', '姓 周'))
    expect(rules(result)).toEqual(['invisible applied', 'invisible applied', 'space-run applied', 'space-han confirm'])
  })

  test('radicals that only look like Han become Han', () => {
    const result = read(around(lamp.replace('人', '\u2f08')))
    expect(result.articles[0]!.blocks[0]!.text).toBe(lamp)
    expect(rules(result)).toEqual(['radical applied'])
  })
})

describe('what is only shown', () => {
  test.each([
    ['doubled-word', '老人每天擦一遍灯罩灯罩，从来没有间断过。'],
    ['doubled-mark', '老人每天擦一遍灯罩，，从来没有间断过。'],
    ['latin', '老人每天擦一遍灯罩 and 灯座，从来没有间断过。'],
    ['ascii-mark', '老人每天擦一遍灯罩,从来没有间断过。'],
    ['space-han', '老人每天擦一遍 灯罩，从来没有间断过。'],
    ['self-name', '老人是本刊的老读者，每一期都从头看到尾。'],
    ['balance', '老人常说“灯亮着，走夜路的人心里就踏实。'],
  ])('%s', (rule, text) => {
    const result = read(around(lamp, text))
    expect(result.articles[0]!.blocks[1]!.text).toBe(text)
    expect(result.repairs.map((repair) => repair.rule)).toEqual([rule])
    expect(result.repairs[0]!.action).not.toBe('applied')
    expect(result.repairs[0]!.line).toBe(7)
  })

  test('一步一步 and 互联网+ are as they should be', () => {
    expect(rules(read(around('老人一步一步地走上桥头，学着用“互联网+”的办法卖丝瓜，价钱是3.5元一斤。')))).toEqual([])
  })

  test('headings that skip a number', () => {
    const body = ['一、灯的来历', lamp, '三、守灯的人', keeper]
    expect(rules(read(around(...body)))).toEqual(['number-run flagged'])
  })

  test('a heading cut where its sisters have a space', () => {
    const body = ['一、把灯罩擦得干干净净 让光照得更远', lamp, '二、把灯芯剪得整整齐齐', '让火烧得更旺', keeper]
    const result = read(around(...body, '三、把灯油添得满满当当 让夜走得更短', lamp))
    expect(result.articles[0]!.blocks[2]!.text).toBe(body[2]! + body[3]!)
    expect(result.repairs.some(({ rule, action }) => rule === 'heading-space' && action === 'confirm')).toBe(true)
  })
})

describe('texts that cannot be imported', () => {
  test('nothing but space', () => {
    const result = read(' \n\u3000\n')
    expect(codes(result)).toEqual(['import/empty'])
    expect(result.files).toEqual([])
  })

  test('no affiliation anywhere', () => {
    const result = read(['桥头的灯', '沈砚秋', lamp].join('\n\n'))
    expect(codes(result)).toEqual(['import/affiliation-missing'])
    expect(result.articles).toHaveLength(1)
  })

  test('a character that is lost is asked about; a text of them is refused', () => {
    expect(rules(read(around(lamp.replace('灯', '\ufffd'))))).toEqual(['damaged confirm'])
    expect(codes(read(around(lamp.replace(/[桥灯年人]/gu, '\ufffd'))))).toEqual(['import/encoding'])
  })

  test('an article without names', () => {
    const result = read(['桥头的灯', lamp, '（作者单位：临江造纸厂）'].join('\n\n'))
    expect(result.articles[0]).toMatchObject({ title: '桥头的灯' })
    expect(authorsOf(result.articles[0]!)).toEqual([])
    expect(codes(result)).toEqual(['import/author-missing'])
  })

  test('a single line, and only an affiliation, give something and do not throw', () => {
    expect(read('桥头的灯').articles[0]!.title).toBe('桥头的灯')
    expect(read('（作者单位：临江造纸厂）').articles).toEqual([])
  })
})

test('the length of the longest heading is the caller’s to set', () => {
  const raw = rawArticle(
    proofreading,
    proofreading.blocks.map(({ text }) => text),
  )
  const headings = importText(raw, { ...options, joinLength: 12 }).articles[0]!.blocks.filter(
    ({ kind }) => kind === 'heading',
  )
  expect(headings).toEqual([])
})

test('the last line of a poem is no title of the next article', () => {
  const poem = [
    '阶梯',
    '陆知微',
    '',
    '我们走上去',
    '　　走上去',
    '　　　　一直走到',
    '',
    '那里有灯',
    '　　　　有人在写信',
  ]
  const raw = [...poem, '', '桥头的灯', '沈砚秋', '', lamp, '', keeper, '（作者单位：临江造纸厂）'].join('\n')
  const { articles } = read(raw)
  expect(articles.map(({ title }) => title)).toEqual(['阶梯', '桥头的灯'])
  expect(articles[0]!.blocks[0]!.text.split('\n').at(-1)).toBe('　　　　有人在写信')
})

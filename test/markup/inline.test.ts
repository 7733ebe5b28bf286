import { describe, expect, test } from 'vitest'
import { groupsOf } from '../../scripts/markup/groups.ts'
import { inlineHtml, textHtml } from '../../scripts/markup/inline.ts'
import type { BodyToken, Note } from '../../scripts/model/body.ts'

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
const text = (content: string) => token('text', 0, content)
const element = (name: string, content: string) => [token(`${name}_open`, 1), text(content), token(`${name}_close`, -1)]
const citation = (printed: string) =>
  token('citation', 0, '', { citation: { text: printed, numbers: [...printed.matchAll(/\d+/g)].map(Number) } })
const references = new Map([1, 3, 5].map((n) => [n, `a03-b${n}`]))
const html = (tokens: readonly BodyToken[], keepTail = false): string =>
  inlineHtml(tokens, { footNotes: null, references }, keepTail)

/** Groups with a bar between two. */
const divided = (content: string): string =>
  groupsOf(content)
    .map((group) => group.text)
    .join('|')

describe('a line', () => {
  test.each([
    ['甲·乙', '甲·|乙'],
    ['三～五', '三～|五'],
    ['北京—上海', '北|京—|上|海'],
    ['1939—1945年', '1939—|1945年'],
    ['甲－乙', '甲－|乙'],
    ['甲／乙，丙', '甲／乙|，|丙'],
    ['A4／B5', 'A4／B5'],
  ])('never begins with a mark that joins: %s', (written, groups) => {
    expect(divided(written)).toBe(groups)
  })

  test.each([
    ['共50%的人', '共|50%|的|人'],
    ['价¥3整', '价|¥3|整'],
    ['2024年末', '2024年|末'],
    ['用12 pt的字', '用|12 pt|的|字'],
    ['开本210×285 mm吧', '开|本|210×285 mm|吧'],
    ['印1 000册', '印|1 000册'],
    ['气温25℃了', '气|温|25℃|了'],
    ['宽5厘米高', '宽|5厘米|高'],
    ['一10月底', '一|10月|底'],
    ['第3个人', '第|3个|人'],
    ['10.5点', '10.5点'],
  ])('never divides a number from its unit: %s', (written, groups) => {
    expect(divided(written)).toBe(groups)
  })

  test('may break before and after a dash or an ellipsis of two em, never inside', () => {
    expect(divided('字——句……段')).toBe('字|——|句|……|段')
    expect(textHtml('字——句……段')).toBe('字——句……段')
  })

  test('breaks between words as before, and in a long chain only after the mark', () => {
    expect(divided('see page 3, please')).toBe('see| |page| |3|,| |please')
    expect(divided('维萨里昂·格里戈里耶维奇')).toBe('维|萨|里|昂·|格|里|戈|里|耶|维|奇')
  })

  test('never begins with a character that a variation selector belongs to', () => {
    expect(divided('葛\u{e0100}·洪')).toBe('葛\u{e0100}·|洪')
  })
})

describe('the space between scripts', () => {
  test('is left to the browser', () => {
    expect(textHtml('把 EPUB 读成 3 页')).toBe('把EPUB读成<span class="keep">3页</span>')
    expect(html([text('键入 '), token('code_inline', 0, 'npm ci'), text(' 即可')])).toBe('键入<code>npm ci</code>即可')
  })

  test('stays between Latin words, and beside marks that belong to either script', () => {
    expect(textHtml('the “new” Han')).toBe('the “new” Han')
    expect(textHtml('参数 -o，即')).toBe('参数 -o，即')
    expect(html([text('see '), token('code_inline', 0, 'npm'), text(' here')])).toBe('see <code>npm</code> here')
  })
})

describe('names, works and citations', () => {
  test('are spans of their own, and marks behind them stay with them', () => {
    expect(html([...element('name', '沈约'), text('·'), ...element('work', '宋书')])).toBe(
      '<span class="keep"><span class="proper-name">沈约</span><span class="interpunct">·</span></span><span class="work-title"><span class="wave">宋</span><span class="wave">书</span></span>',
    )
  })

  test('a citation leads to its references and never begins a line', () => {
    expect(html([text('见前人'), citation('1,3-5'), text('。')])).toBe(
      '见前<span class="keep">人<sup class="citation">[<a href="#a03-b1">1</a>,<a href="#a03-b3">3</a>-<a href="#a03-b5">5</a>]</sup></span>。',
    )
    expect(html([...element('work', '文心雕龙校注拾遗补正全编汇录'), citation('1')])).toContain('</span>&#8288;<sup')
  })

  test('a number that the list does not hold is no link', () => {
    expect(html([text('见'), citation('7')])).toContain('[7]')
  })

  test('a break opportunity outside of a heading is a place where the line may break, and nothing to read', () => {
    expect(html([text('上'), token('break_opportunity', 0), text('下')])).toBe('上<wbr>下')
  })
})

describe('the end of a paragraph', () => {
  const note: Note = { number: 1, id: 'a01-n1', refId: 'a01-c1', tokens: [], line: 1 }
  const call = token('footnote_ref', 0, '', { note: { number: 1, id: note.id, refId: note.refId } })
  const withNote = (tokens: readonly BodyToken[]) => inlineHtml(tokens, { footNotes: new Map([[note.id, note]]) }, true)

  test('keeps two Han with the stop, and a number whole with what it counts', () => {
    expect(html([text('止于此处。')], true)).toBe('止于<span class="tail">此处。</span>')
    expect(html([text('时在2024年间。')], true)).toBe('时在<span class="tail">2024年间。</span>')
  })

  test('keeps them also where the paragraph ends inside an element', () => {
    expect(html(element('strong', '这一整段文字都是强调的吧。'), true)).toBe(
      '<strong>这一整段文字都是强调<span class="tail">的吧。</span></strong>',
    )
  })

  test('keeps the call with its character before the stop, and the note behind the tail', () => {
    expect(withNote([text('到此为止'), call, text('。')])).toBe(
      '到此<span class="tail">为止<a class="call" id="a01-c1" href="#a01-n1">①</a>。</span><span class="note" id="a01-n1"><span class="mark">①</span></span>',
    )
  })

  test('keeps a call behind a stop with the character before the stop', () => {
    expect(withNote([text('点校。'), call, text('从前不是这样的。')])).toMatch(
      /^点<span class="keep">校。<a class="call"[^>]*>①<\/a><\/span><span class="note"/,
    )
  })

  test('does not reach over a break', () => {
    expect(html([text('甲'), token('hardbreak', 0), text('乙。')], true)).toBe('甲<br>乙。')
  })
})

import { expect, test } from 'vitest'
import { type PageMarker, placeMarkers } from '../../scripts/markup/page-markers.ts'

const marker = (page: number, block: string, offset: number): PageMarker => ({
  id: `page-${page}`,
  label: String(page),
  block,
  offset,
})

/** With each marker as its page in angle brackets: ⟨12⟩. */
const shown = (xhtml: string): string => xhtml.replace(/<(span|div) [^>]*aria-label="(\d+)"[^>]*><\/\1>/g, '⟨$2⟩')

const place = (xhtml: string, ...markers: PageMarker[]): string => shown(placeMarkers(xhtml, markers))

test('a marker says what it is, which page, and nothing that would be shown', () => {
  expect(placeMarkers('<p data-block="1">甲乙</p>', [marker(7, '1', 1)])).toBe(
    '<p>甲<span epub:type="pagebreak" role="doc-pagebreak" id="page-7" aria-label="7"></span>乙</p>',
  )
})

test('a page that begins inside a paragraph is marked before its first character', () => {
  expect(place('<p data-block="3">一二三四</p>', marker(2, '3', 2))).toBe('<p>一二⟨2⟩三四</p>')
})

test('white space, note calls, annotations and labels do not count', () => {
  const text = '<p data-block="3">一 二<sup><a>[1]</a></sup><ruby>三<rp>（</rp><rt>sān</rt><rp>）</rp></ruby>\n四五</p>'
  expect(place(text, marker(2, '3', 4))).toContain('</ruby>\n四⟨2⟩五')
  expect(place(text, marker(2, '3', 2))).toContain('</sup>⟨2⟩<ruby>三')
  expect(place('<p data-block="abstract"><b>摘要：</b>一二</p>', marker(2, 'abstract', 1))).toContain('一⟨2⟩二')
})

test('a character reference is one character', () => {
  expect(place('<p data-block="3">甲&amp;乙</p>', marker(2, '3', 2))).toBe('<p>甲&amp;⟨2⟩乙</p>')
})

test('a marker before emphasis stands before its tag, and not before the paragraph', () => {
  expect(place('<p data-block="3">甲<em><i>乙</i></em></p>', marker(2, '3', 1))).toBe('<p>甲⟨2⟩<em><i>乙</i></em></p>')
  expect(place('<p data-block="3"><em>乙</em></p>', marker(2, '3', 0))).toBe('<p>⟨2⟩<em>乙</em></p>')
})

test('a page that begins with a heading or a figure is marked before it', () => {
  const text = '<h2 data-block="1">题</h2><figure data-block="4"><img src="a.png" alt=""/></figure>'
  expect(place(text, marker(2, '1', 0), marker(3, '4', 0))).toBe(
    '⟨2⟩<h2>题</h2>⟨3⟩<figure><img src="a.png" alt=""/></figure>',
  )
})

test('text of an inner block does not count for the outer one', () => {
  const text = '<ul><li data-block="1">甲乙<ul><li data-block="2">丙丁</li></ul>戊</li></ul>'
  expect(place(text, marker(5, '1', 2))).toContain('</ul>⟨5⟩戊')
  expect(place(text, marker(5, '2', 1))).toContain('丙⟨5⟩丁')
})

test('a long paragraph can begin several pages', () => {
  expect(place('<p data-block="3">一二三四五六</p>', marker(2, '3', 2), marker(3, '3', 4))).toBe(
    '<p>一二⟨2⟩三四⟨3⟩五六</p>',
  )
})

test('no marker is lost where the text is shorter than it says, or has no such block', () => {
  expect(place('<div><p data-block="3">一二</p><p data-block="4">三</p></div>', marker(2, '3', 9))).toBe(
    '<div><p>一二⟨2⟩</p><p>三</p></div>',
  )
  expect(place('<p data-block="3">一二</p>', marker(2, 'none', 0))).toBe('<p>一二</p>⟨2⟩')
})

test('keys of blocks do not remain', () => {
  expect(placeMarkers('<p data-block="3">一</p><li data-block="head">二</li>', [])).toBe('<p>一</p><li>二</li>')
})

test('a page that begins with a numbered line is marked before its number, inside the line', () => {
  const list = '<ul data-block="a"><li><sup>1</sup> 一二</li>\n<li><sup>2</sup> 三四</li></ul>'
  expect(place(list, marker(2, 'a', 2))).toBe('<ul><li><sup>1</sup> 一二</li>\n<li>⟨2⟩<sup>2</sup> 三四</li></ul>')
  const own = '<ul><li data-block="a"><sup>1</sup> 一二</li><li data-block="b"><sup>2</sup> 三四</li></ul>'
  expect(place(own, marker(2, 'b', 0), marker(3, 'b', 1))).toContain('<li>⟨2⟩<sup>2</sup> 三⟨3⟩四</li>')
})

test('a call of a note stays with the word before it', () => {
  expect(place('<p data-block="3">一<sup>[1]</sup><em>二</em></p>', marker(2, '3', 1))).toBe(
    '<p>一<sup>[1]</sup>⟨2⟩<em>二</em></p>',
  )
})

test('what labels a fact belongs to it, and what numbers a note is none of its text', () => {
  const fact = '<dl><div><dt class="fact" data-block="f">许可</dt><dd data-block="f">一二</dd></div></dl>'
  expect(place(fact, marker(2, 'f', 0), marker(3, 'f', 1))).toBe(
    '<dl><div><dt class="fact">⟨2⟩许可</dt><dd>一⟨3⟩二</dd></div></dl>',
  )
  expect(place(fact, marker(2, 'f', 9))).toContain('<dd>一二⟨2⟩</dd>')
  const note = '<aside data-block="n"><p><a class="mark">[1]</a> 一二</p></aside>'
  expect(place(note, marker(2, 'n', 1))).toContain('一⟨2⟩二')
})

import { describe, expect, test } from 'vitest'
import { bodyHtml } from '../../scripts/markup/body.ts'
import { displayHtml, titleText, verticalHtml } from '../../scripts/markup/display.ts'
import { readMarkdown } from '../../scripts/read/markdown.ts'

/** Paged HTML of a Markdown text. */
function html(text: string, notesAt: 'foot' | 'end' = 'foot'): string {
  const { body, notes } = readMarkdown({ file: 'x.md', text, skip: 0, article: 'a01', articles: new Map() })
  return bodyHtml(body, { notes, notesAt })
}

describe('body', () => {
  test('keeps the last two Han of a paragraph, its stop and its note calls on one line', () => {
    expect(html('一段文字到此为止。[^1]\n\n[^1]: 注文。')).toMatch(
      /^<p>一段文字到此<span class="tail">为止。<a class="call" id="a01-c1" href="#a01-n1">①<\/a><\/span><span class="note" id="a01-n1">/,
    )
  })

  test('leaves notes out of the text where they stand after the article', () => {
    expect(html('文字到此。[^1]\n\n[^1]: 注文。', 'end')).not.toContain('注文')
  })

  test('writes on each heading that it stays with what follows, and keeps its number with the first character', () => {
    expect(html('## 一、起因\n\n文字。')).toContain(
      '<h3 id="a01-h1" style="display:block;break-after:avoid"><span class="keep"><span class="number">一、</span>起</span>因</h3>',
    )
  })

  test('puts a dot under each Han and under nothing else', () => {
    expect(html('说*刊，X*吧吧吧。')).toContain('<em><span class="dot">刊</span>，X</em>')
  })

  test('escapes what means something in HTML', () => {
    expect(html('甲 \\< 乙 & “丙”吧。')).toContain('甲 &lt; 乙 &amp; “')
  })

  test('keeps groups of thousands together', () => {
    expect(html('共 14 596 字，写完了吧。')).toContain('<span class="keep">14 596字</span>')
  })
})

describe('display lines', () => {
  test('break at a space between Han or wide marks, and nowhere else', () => {
    expect(displayHtml('名字里有一个字 电脑不认得')).toBe(
      '<span class="sense">名字里有一个字</span>　<span class="sense">电脑不认得</span>',
    )
    expect(displayHtml('EPUB 3 与 PDF')).toBe('EPUB 3 与 PDF')
    expect(titleText('“四种”关系 助推')).toBe('“四种”关系　助推')
  })

  test('set upright the quotation marks of a vertical title', () => {
    expect(verticalHtml('说“字”')).toBe(
      '<span class="sense">说<span class="upright">“</span>字<span class="upright">”</span></span>',
    )
  })
})

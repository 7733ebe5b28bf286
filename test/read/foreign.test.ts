import { expect, describe as suite, test } from 'vitest'
import { blockTexts } from '../../scripts/model/body.ts'
import { describe, severityOf } from '../../scripts/model/diagnostic.ts'
import { readMarkdown } from '../../scripts/read/markdown.ts'

const read = (text: string) =>
  readMarkdown({ file: 'f', text, skip: 0, article: 'a01', articles: new Map() }).diagnostics.filter(
    ({ code }) => code !== 'manuscript/han-latin-space',
  )
const found = (text: string) => read(text).map(({ code, place }) => `${code.slice(11)} ${place!.line}:${place!.column}`)

suite('markup of other programs is told at its place', () => {
  const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
    // Formulas.
    ['质能关系为 $E = mc^2$，其中', 'foreign-formula 1:7'],
    ['设$x$与$y$为', 'foreign-formula 1:2', 'foreign-formula 1:6'],
    ['设$\\alpha$和$a_1$', 'foreign-formula 1:2', 'foreign-formula 1:11'],
    ['$甲=乙+丙$', 'foreign-formula 1:1'],
    ['$$E = mc^2 \\tag{1}$$', 'foreign-formula 1:1'],
    ['前文\n\n$$\n\\frac{a}{b}\n$$', 'foreign-formula 3:1'],
    ['记作\\(a+b\\)。', 'foreign-formula 1:3'],
    ['\\[ x_1 = 2 \\]', 'foreign-formula 1:1'],
    ['\\begin{equation}\na+b\n\\end{equation}', 'foreign-formula 1:1', 'foreign-formula 3:1'],
    ['其中\\alpha 为系数，\\frac{1}{2}为', 'foreign-formula 1:3', 'foreign-formula 1:14'],
    ['面积x^{2}', 'foreign-formula 1:3'],
    // LaTeX.
    ['见\\cite{zhang2020}。', 'foreign-markup 1:2'],
    ['见图\\ref{fig:a}。', 'foreign-markup 1:3'],
    ['这是\\textbf{重点}，\\emph{着重}', 'foreign-markup 1:3', 'foreign-markup 1:15'],
    ['正文\\footnote{注}', 'foreign-markup 1:3'],
    ['\\section{一}', 'foreign-markup 1:1'],
    ['\\begin{itemize}\n\\item 甲\n\\end{itemize}', 'foreign-markup 1:1', 'foreign-markup 2:1', 'foreign-markup 3:1'],
    ['\\includegraphics[width=5cm]{a.png}', 'foreign-markup 1:1'],
    // Pages.
    ['\\newpage', 'foreign-markup 1:1'],
    ['\\pagebreak', 'foreign-markup 1:1'],
    ['{pagebreak}', 'foreign-markup 1:1'],
    // Emphasis.
    ['这是==高亮==的', 'foreign-markup 1:3'],
    ['这是++插入++的', 'foreign-markup 1:3'],
    ["这是'''粗体'''的", 'foreign-markup 1:3'],
    ['价~~十元~~五元', 'foreign-markup 1:2'],
    ['[b]粗[/b]', 'foreign-markup 1:1'],
    ['[url=http://a.b]站[/url]', 'foreign-markup 1:1'],
    // References and links.
    ['见@fig:one与@tbl:二', 'foreign-markup 1:2', 'foreign-markup 1:11'],
    ['[[维基]]', 'foreign-markup 1:1'],
    ['![[图.png]]', 'foreign-markup 1:1'],
    ['文字[站][1]\n\n[1]: https://a.b', 'markup-left 1:5', 'foreign-markup 3:1'],
    // Attributes.
    ['## 题 {#id .class}', 'foreign-markup 1:6'],
    ['段落。{#anchor .note}', 'foreign-markup 1:4'],
    ['段落。{: .note}', 'foreign-markup 1:4'],
    ['段落。{width=50%}', 'foreign-markup 1:4'],
    // What other programs put in place of it.
    ['[TOC]', 'foreign-markup 1:1'],
    ['[[toc]]', 'foreign-markup 1:1'],
    ['[[_TOC_]]', 'foreign-markup 1:1'],
    ['{{< figure src="a.png" >}}', 'foreign-markup 1:1'],
    ['{% include a.html %}', 'foreign-markup 1:1'],
    ['{{ 题名 }}和<%= a %>', 'foreign-markup 1:1', 'foreign-markup 1:10'],
    // Comments.
    ['正文%%批注%%。', 'foreign-markup 1:3'],
    ['[//]: # (批注)', 'foreign-markup 1:1'],
    ['{>>批注<<}和{++增++}', 'foreign-markup 1:1', 'foreign-markup 1:11'],
    ['正文<!-- 批注 -->', 'html 1:3'],
    // Boxes.
    ['!!! note "注意"', 'foreign-markup 1:1'],
    ['> [!NOTE]\n> 注意', 'foreign-markup 1:3'],
    [':::note\n注意\n:::', 'foreign-markup 1:1', 'markup-left 3:1'],
    ['::: 提示\n注意', 'foreign-markup 1:1'],
    ['.. note:: 注意', 'foreign-markup 1:1'],
    // Tasks.
    ['- [x] 已办\n- [ ] 未办', 'foreign-markup 1:3', 'foreign-markup 2:3'],
    // Signs by name.
    ['好:smile:，:+1:', 'foreign-markup 1:2', 'foreign-markup 1:10'],
    ['甲&nbsp乙', 'foreign-markup 1:2'],
    ['甲&amp;nbsp;乙', 'foreign-markup 1:2'],
    // Headings.
    ['= 题名', 'foreign-markup 1:1'],
    ['===', 'foreign-markup 1:1'],
    ['h2. 题', 'foreign-markup 1:1'],
    // Word.
    ['见错误!未找到引用源。和', 'word-residue 1:2'],
    ['Error! Reference source not found.', 'word-residue 1:1'],
    // Full-width signs.
    ['这是＊＊重点＊＊。', 'full-width-markup 1:3'],
    ['＃＃ 题', 'full-width-markup 1:1'],
    ['＃ 题', 'full-width-markup 1:1'],
    ['文字［^1］', 'full-width-markup 1:3'],
    ['文字［＾1］', 'full-width-markup 1:3'],
    ['［^1］：注', 'full-width-markup 1:1'],
    ['［文字］（https://a.b）', 'full-width-markup 1:1'],
    ['[文字]（https://a.b）', 'full-width-markup 1:1'],
    ['！［图］（figures/a.svg）', 'full-width-markup 1:1'],
    ['![图]（figures/a.svg）', 'full-width-markup 1:1'],
    ['！［］（）', 'full-width-markup 1:1'],
    ['｜甲｜乙｜\n｜---｜---｜\n｜一｜二｜', 'table-form 1:1', 'dash-form 2:2', 'dash-form 2:6'],
    ['| 甲 | 乙 |\n| 一 | 二 |', 'table-form 1:1'],
    ['｛刊本｜kān｝和{刊｜kān}', 'full-width-markup 1:1', 'full-width-markup 1:10'],
    ['＞ 引文', 'full-width-markup 1:1'],
    ['［@3］', 'full-width-markup 1:1'],
    ['[鲁迅]｛.name｝', 'full-width-markup 1:1'],
    ['｛下转｝', 'full-width-markup 1:1'],
    // Items without blank lines.
    ['如下：\n1）甲\n2）乙', 'items-joined 2:1'],
    ['● 甲\n● 乙', 'items-joined 2:1'],
    ['（一）甲\n（二）乙', 'items-joined 2:1'],
    ['①甲\n②乙', 'items-joined 2:1'],
    ['问：好吗？\n答：好。', 'items-joined 2:1'],
    // Doubtful: warnings.
    ['１．甲', 'markup-doubtful 1:1'],
    ['面积为10 m^2', 'markup-doubtful 1:8'],
    ['见@smith2020。', 'markup-doubtful 1:2'],
    ['他说_重点_啊', 'markup-doubtful 1:3'],
    ['#题名', 'markup-doubtful 1:1'],
    ['（下转第12页）', 'markup-doubtful 1:1'],
    ['【此处插图1】', 'markup-doubtful 1:1'],
  ]
  for (const [text, ...expected] of cases)
    test(text.replaceAll('\n', '⏎'), () => {
      expect(found(text)).toEqual(expected)
      for (const d of read(text)) {
        const { hint } = describe(d, 'zh')
        expect(severityOf(d)).toBe(
          /-doubtful$|-form$/.test(d.code) && d.code !== 'manuscript/table-form' ? 'warning' : 'error',
        )
        if (hint) expect(hint).not.toMatch(/^。|写作 。/)
      }
    })
})

test('• is read as the sign of an item', () => {
  const text = '如下：\n• 甲\n•乙\n\n```\n• 丙\n```'
  const { body, diagnostics } = readMarkdown({ file: 'f', text, skip: 0, article: 'a01', articles: new Map() })
  expect(body.filter(({ type }) => type === 'list_item_open')).toHaveLength(2)
  expect(blockTexts(body)).toEqual(['如下：', '甲', '乙', '• 丙\n'])
  expect(diagnostics.map(({ code, facts }) => [code, facts])).toEqual([['manuscript/bullet-sign', { count: 2 }]])
})

test('what only looks like markup is text', () => {
  const texts = [
    '定价$5，优惠后$3.50，共$8。',
    '美国援助US$100 – $200，约合HK$780，即￥700。',
    '从$5涨到$10，又涨到$15（均为美元）。',
    '费用（US$）与（HK$）两栏。',
    '\\$x\\$ 与 \\==字\\== 与 \\:smile\\:',
    '`$x^2$`、`==x==`、`\\cite{a}`、`:smile:`、`{{x}}`',
    '```\n$x^2$ \\frac{a}{b} [[x]] :smile: 甲 == 乙\n```',
    '他学C++和C++17，又写i++。',
    '比分3:2:1，时间10:30:45，比例为1:1。',
    '电邮abc@example.org，也可写a.b-c@mail.example.cn。',
    '关注@余白书店，转@nytimes。',
    '文献[1]和[2-5]见后，[J]、[M]是标识。',
    '他发了#标签#和＃话题＃。',
    '若a == b，则c != d；x < y，3 <5，R&D，AT&T，A & B。',
    '《呐喊》、〈故乡〉。访谈｜某某。',
    '路径C:\\newpage\\data，反斜杠\\在此。',
    '{1, 2, 3}是集合；{甲}也是。',
    '姓名____，性别____，年龄__。',
    '张＊＊涉嫌，＊表示缺。',
    '好～～真好～～',
    '（1）甲。\n\n（2）乙。\n\n1、丙。',
    '太好了！［注］（见下）',
    '（https://example.org）与【出处】（https://example.org）',
    '::: verse\n一、甲\n二、乙\n:::',
    '第一行\\\n1）甲\\\n2）乙',
    '| 年龄 | 数 |\n| --- | --- |\n| ＞60岁 | ＜5 |',
    '利润率100%，增长50%%，占%。',
    '注:见后:再说。',
    '哈哈^_^。',
    '\\[1\\] 与 \\(甲\\)',
    '文件名a_b_c.txt与snake_case_name。',
  ]
  for (const text of texts) expect([text, found(text)]).toEqual([text, []])
})

test('a long text of signs takes no longer than its length', () => {
  const began = performance.now()
  for (const sign of ['{', '[', '$', '==', '｜', '［', '\\a{', '<a ', '：', '%%', ':a', '１．\n', '＊＊'])
    read(sign.repeat(10_000))
  expect(performance.now() - began).toBeLessThan(20_000)
})

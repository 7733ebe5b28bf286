/** HTML tags in; what to write instead of each, out. */

/** Tags of HTML as they stand in a text; a lone `<`, as in `x < y` or `<3`, is none. */
export const htmlTag = String.raw`<\/?[A-Za-z][\w:-]{0,40}(?:\s[^<>]{0,1000})?\/?>|<!--[\s\S]{0,500}?-->|<!--`

const ways: readonly (readonly [names: string, way: { readonly zh: string; readonly en: string }])[] = [
  [
    'br',
    {
      zh: '要转行就在上一行末尾写 \\，另起一段就空一行',
      en: 'End the line before with \\ to break it, or leave a blank line',
    },
  ],
  [
    'p div span center font section article u o:p',
    {
      zh: '删去；段落之间空一行，样子由版式决定',
      en: 'Take it out; leave a blank line between paragraphs, the layout decides their look',
    },
  ],
  ['b strong h1 mark', { zh: '加重写 **文字**', en: 'Write **文字**' }],
  ['i em cite', { zh: '着重号写 *文字*', en: 'Write *文字*' }],
  ['sup', { zh: '上标写 10^2^；注号写 文字[^1]', en: 'Write 10^2^; a note is 文字[^1]' }],
  ['sub', { zh: '下标写 H~2~O', en: 'Write H~2~O' }],
  ['h2 h3 h4 h5 h6', { zh: '标题写“## 标题”', en: 'Write “## 标题”' }],
  [
    'img figure figcaption',
    { zh: '图片写 ![替代文字](figures/a.svg "图题")', en: 'Write ![alternative text](figures/a.svg "caption")' },
  ],
  ['a', { zh: '链接写 [文字](https://example.org)', en: 'Write [文字](https://example.org)' }],
  ['ruby rt rp rb', { zh: '注音写 {刊本|kān běn}', en: 'Write {刊本|kān běn}' }],
  [
    'table tr td th thead tbody caption',
    {
      zh: '表格写 | 甲 | 乙 |，第二行 | --- | --- |',
      en: 'Write a table as | 甲 | 乙 | with | --- | --- | as its second row',
    },
  ],
  ['ul ol li', { zh: '列表每条写“- 文字”或“1. 文字”', en: 'Write the items as “- 文字” or “1. 文字”' }],
  ['blockquote', { zh: '引文每行以 > 开头', en: 'Begin each line of a quotation with >' }],
  ['hr', { zh: '分隔线写 ---，前后空行', en: 'Write --- between blank lines' }],
  ['s del strike ins', { zh: '删去的文字不印，直接删掉', en: 'Take out what is struck' }],
  ['!--', { zh: '批注不印，直接删掉', en: 'Comments are not printed: take it out' }],
]
const wayOf = new Map(ways.flatMap(([names, way]) => names.split(' ').map((name) => [name, way] as const)))
const otherwise = { zh: '删去', en: 'Take it out' }

/** What a message shows of a tag. */
export const shownTag = (tag: string): string => (tag.length <= 40 ? tag : `${tag.slice(0, 40)}…`).replace(/\s+/g, ' ')

export const instead = (tag: string): { readonly zh: string; readonly en: string } =>
  wayOf.get(/^<\/?(!--|[\w:-]+)/.exec(tag)?.[1]?.toLowerCase() ?? '') ?? otherwise

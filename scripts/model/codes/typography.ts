import type { CodeRow } from './row.ts'

const edge = {
  zh: '换行处不合禁则。先看是不是该段用了强制换行或不换行；确需如此，可在 waivers.yaml 中说明理由。',
  en: 'Look for a forced break or a stretch that may not break in this paragraph; where it must be so, say why in waivers.yaml.',
}
/** What helps depends on the text: the audit says it. */
const wording = {
  zh: '{advice:advice}确可如此时，在 waivers.yaml 中说明理由。',
  en: '{advice:advice} Where it may stay, say why in waivers.yaml.',
}
const before = {
  zh: '在这个标题前面的正文里增减一两行，或移动附近的图、表；改动标题本身没有用。',
  en: 'Take out or add a line or two in the text before this heading, or move a figure or table nearby; changing the heading does not help.',
}
const line = {
  zh: '排版程序没有照规则排这一行。改动这一段的一两个字，使行断在别处，多能避开；并请报告给维护者。',
  en: 'The program has not set this line by the rule. A word more or less, so that the line breaks elsewhere, mostly gets around it; please report it.',
}
const design = {
  zh: '检查主题的样式：行距须为 0.75 点的整倍数，标题、图、表所占高度须为整行。',
  en: 'Look at the style sheets of the theme: pitches are multiples of 0.75 pt, and headings, figures and tables take whole lines.',
}

export const typography = {
  'typography/line-start': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}以“{mark}”开头：{text}',
    en: '{where:printedAt} begins with “{mark}”: {text}',
    hint: edge,
  },
  'typography/line-end': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}以“{mark}”收尾：{text}',
    en: '{where:printedAt} ends with “{mark}”: {text}',
    hint: edge,
  },
  'typography/connector-start': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}以“{mark}”开头，间隔号和连接号不居行首：{text}',
    en: '{where:printedAt} begins with the connector “{mark}”: {text}',
    hint: edge,
  },
  'typography/slash-edge': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}的行首或行末是分隔号：{text}',
    en: '{where:printedAt} has a slash at its edge: {text}',
    hint: edge,
  },
  'typography/mark-split': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}末尾把“{mark}”断成了两截：{text}',
    en: '{where:printedAt} splits “{mark}” at its end: {text}',
    hint: edge,
  },
  'typography/mark-apart': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}的“{mark}”宽 {ems} 字，应为两字：{text}',
    en: '“{mark}” on {where:printedAt} is {ems} em wide instead of two: {text}',
    hint: line,
  },
  'typography/mark-at-end': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}末尾的“{mark}”占 {ems} 字，应占 {expected} 字：{text}',
    en: '“{mark}” at the end of {where:printedAt} takes {ems} em instead of {expected}: {text}',
    hint: line,
  },
  'typography/marks-apart': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}的“{mark}”没有挤压，两个标点相距 {ems} 字：{text}',
    en: '“{mark}” on {where:printedAt} is not squeezed, {ems} em from origin to origin: {text}',
    hint: line,
  },
  'typography/opening-mark': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}行首“{mark}”的宽度与本刊的标点样式不符：{text}',
    en: '“{mark}” at the start of {where:printedAt} has not the width of the house style: {text}',
    hint: line,
  },
  'typography/overhang': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}伸出栏外 {points} 点：{text}',
    en: '{where:printedAt} reaches {points} pt over the edge of its column: {text}',
    hint: wording,
  },
  'typography/script-gap': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}“{pair}”之间的空隙为 {ems} 字，应在 0.05 至 0.33 字之间：{text}',
    en: 'the gap inside “{pair}” on {where:printedAt} is {ems} em instead of 0.05 to 0.33: {text}',
    hint: line,
  },
  'typography/script-space': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}“{pair}”之间是空格，空隙应由排版给出：{text}',
    en: 'a space stands inside “{pair}” on {where:printedAt}; the gap is for the layout to give: {text}',
    hint: {
      zh: '删去原稿中汉字与西文、数字之间的空格。',
      en: 'Take out the space between Han and Latin in the manuscript.',
    },
  },
  'typography/script-edge': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}的“{pair}”没有齐边，留了 {ems} 字的空隙：{text}',
    en: '“{pair}” does not stand at the edge of {where:printedAt} but {ems} em off it: {text}',
    hint: line,
  },
  'typography/loose-line': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}字距拉开 {ems} 字，超过 0.20 字：{text}',
    en: '{where:printedAt} is spaced out by {ems} em, more than 0.20: {text}',
    hint: wording,
  },
  'typography/loose-text': {
    severity: 'warning',
    zh: '字距拉开 0.12 字以上的有 {lines} 行，占 {of} 行的 {share}%，以 1% 为限',
    en: '{lines} of {of} lines ({share} %) are spaced out by more than 0.12 em; 1 % is the limit',
  },
  'typography/measure': {
    severity: 'error',
    look: true,
    zh: '第 {page} 页《{title}》第 {column} 栏行长 {ems} 字，不是整字数',
    en: 'column {column} of “{title}” on page {page} is {ems} em wide, not a whole number',
    hint: design,
  },
  'typography/column-gap': {
    severity: 'error',
    look: true,
    zh: '第 {page} 页《{title}》第 {column} 栏后的栏距为 {ems} 字，应为 {expected} 字',
    en: 'the gap behind column {column} of “{title}” on page {page} is {ems} em instead of {expected}',
    hint: design,
  },
  'typography/pitch': {
    severity: 'error',
    look: true,
    zh: '第 {page} 页《{title}》第 {column} 栏行间空白为字号的 {percent}%，应在 50% 至 100% 之间',
    en: 'the line gap of column {column} of “{title}” on page {page} is {percent} % of the size, not between 50 and 100',
    hint: design,
  },
  'typography/off-grid': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}起偏离版面的行线 {points} 点：{text}',
    en: 'from {where:printedAt} on, lines are {points} pt off the grid of the page: {text}',
    hint: design,
  },
  'typography/lone-character': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}一字成行：{text}',
    en: '{where:printedAt} holds a single character: {text}',
    hint: wording,
  },
  'typography/widow': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}是段落的末行，孤悬栏首：{text}',
    en: '{where:printedAt}, the last of its paragraph, stands alone at the head of the column: {text}',
    hint: wording,
  },
  'typography/heading-at-foot': {
    severity: 'error',
    look: true,
    zh: '{where:printedAt}的标题下面没有正文（背题）：{text}',
    en: 'no text stands below the heading on {where:printedAt}: {text}',
    hint: before,
  },
  'typography/unbalanced': {
    severity: 'warning',
    zh: '《{title}》末页（第 {page} 页）各栏不齐，第 {column} 栏差 {lines} 行',
    en: 'the last columns of “{title}” (page {page}) are not level: column {column} is {lines} lines off',
  },
  'typography/type-size': {
    severity: 'error',
    look: true,
    zh: '第 {page} 页有 {size} 点的字，小于下限：{text}',
    en: 'page {page} has type of {size} pt, below the least size: {text}',
    hint: {
      zh: '多是图里的小字：把图中的字放大，或把图排大（span=page）。',
      en: 'Mostly letters inside a drawing: draw them larger, or print the drawing larger (span=page).',
    },
  },
  'typography/contents-heading': {
    severity: 'error',
    look: true,
    zh: '目次页没有以“目次”为题',
    en: 'the contents are not headed 目次',
    hint: { zh: '检查主题的目次模板。', en: 'Look at the template of the contents in the theme.' },
  },
  'typography/running-head': {
    severity: 'error',
    look: true,
    zh: '第 {page} 页书眉为“{text}”；双页应为刊名和期号，单页应为题名，特稿首页不设',
    en: 'the running head of page {page} is “{text}”; even pages bear the journal and its number, odd ones the title, the first page of a feature none',
    hint: {
      zh: '题名太长时，在文章开头写 running（书眉用的短题）；不是这个缘故，请报告给维护者。',
      en: 'Where the title is too long, give the article a running title; otherwise please report it.',
    },
  },
  'typography/text-ink': {
    severity: 'error',
    in: ['print'],
    look: true,
    zh: '{where:printedAt}的正文不是单色黑（{ink}）：{text}',
    en: 'the text of {where:printedAt} is not in black ink alone ({ink}): {text}',
    hint: {
      zh: '正文只能用纯黑：检查主题的颜色。',
      en: 'Text takes plain black only: look at the colours of the theme.',
    },
  },
  'typography/font-unexpected': {
    severity: 'error',
    zh: '第 {page} 页用了意料之外的字体“{font}”',
    en: 'page {page} uses the font “{font}”, which is not one of the house',
    hint: { zh: '多因缺字而落到系统字体。', en: 'Mostly a missing glyph that fell back to a system font.' },
  },
  'typography/title-divided': {
    severity: 'note',
    by: 'press',
    zh: '标题一行排不下，也没有写明转行处，在“{before}”与“{after}”之间转行',
    en: 'no line holds the title and it names no place to break: it breaks between “{before}” and “{after}”',
    hint: {
      zh: '在意思可断之处加一个 |，如：上半句|下半句。',
      en: 'Put a | where the sense allows a break.',
    },
  },
  'typography/print-only': {
    severity: 'note',
    zh: '只查印刷版',
    en: 'held by the print edition only',
  },
  'typography/house-style': {
    severity: 'note',
    zh: '本刊的标点样式不作此要求',
    en: 'not asked for by the house style of punctuation',
  },
  'typography/same-layout': {
    severity: 'note',
    zh: '与印刷版同版，已在印刷版中检查',
    en: 'the same layout as the print edition, where it was audited',
  },
} as const satisfies Record<string, CodeRow>

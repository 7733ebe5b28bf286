/** What can be wrong with the text of an article: its Markdown and its references. */
import type { CodeRow } from './row.ts'

export const text = {
  'manuscript/heading-level': {
    severity: 'error',
    zh: '标题只能用 ## 和 ###，这里是 {markup}',
    en: 'headings are ## and ###, not {markup}',
    hint: { zh: '题名写在篇首信息里，正文不再重复。', en: 'The title stands in the front matter and is not repeated.' },
  },
  'manuscript/heading-skipped': {
    severity: 'error',
    zh: '### 之前没有 ## 标题',
    en: 'a ### heading before any ## heading',
  },
  'manuscript/heading-underlined': {
    severity: 'error',
    zh: '下面这行 {markup} 会把上一行变成标题',
    en: 'the line of {markup} below turns this line into a heading',
    hint: {
      zh: '标题写 ##；要分隔线，就在 --- 前面空一行。',
      en: 'Write headings with ##; for a rule, leave a blank line before ---.',
    },
  },
  'manuscript/heading-empty': {
    severity: 'error',
    zh: '标题没有文字',
    en: 'the heading is empty',
  },
  'manuscript/break-place': {
    severity: 'error',
    zh: '“|”不能放在这里：{reason:breakPlace}',
    en: '“|” cannot stand here: {reason:breakPlace}',
    hint: {
      zh: '它标出标题的语义停顿，转行只在这里；确要印出竖线，写 \\|。',
      en: 'It marks a boundary of sense where a title may break; to print a bar, write \\|.',
    },
  },
  'manuscript/ellipsis-form': {
    severity: 'warning',
    zh: '省略号写成了“{written}”',
    en: 'an ellipsis written as “{written}”',
    hint: { zh: '省略号是两个“…”连写：……，占两个字。', en: 'A Chinese ellipsis is ……, two characters.' },
  },
  'manuscript/dash-form': {
    severity: 'warning',
    zh: '破折号写成了“{written}”',
    en: 'a dash written as “{written}”',
    hint: { zh: '破折号是两个“—”连写：——，占两个字。', en: 'A Chinese dash is ——, two characters.' },
  },
  'manuscript/han-latin-space': {
    severity: 'note',
    zh: '汉字与西文、数字之间有 {count} 处空格',
    en: '{count} spaces between Han and Latin letters or digits',
    hint: {
      zh: '纸本自动留空，这些空格不排；EPUB 里照印。全刊取一种写法即可，建议不加。',
      en: 'On paper they are not set, as the gap comes by itself; the EPUB keeps them. Write them everywhere or, better, nowhere.',
    },
  },
  'manuscript/indented-code': {
    severity: 'warning',
    zh: '行首有四个以上空格，会排成代码',
    en: 'indented by four spaces or more: set as code',
    hint: {
      zh: '段落不要用空格缩进；确是代码，请用 ``` 夹住。',
      en: 'Do not indent paragraphs; put code between lines of ```.',
    },
  },
  'manuscript/markup-left': {
    severity: 'error',
    zh: '“{markup}”没有生效，会照字面印出来',
    en: '“{markup}” has no effect and would be printed as it stands',
    hint: {
      zh: '检查是否成对、有无多余空格；确要印出这个符号，前面加 \\。',
      en: 'Check that it is paired and has no stray spaces; to print it, put \\ before it.',
    },
  },
  'manuscript/html': {
    severity: 'error',
    zh: '不能用 HTML 标签：{tag}',
    en: 'HTML is not allowed: {tag}',
    hint: {
      zh: '{way:html}。确要印出尖括号，前面加 \\。',
      en: '{way:html}. To print an angle bracket, put \\ before it.',
    },
  },
  'manuscript/block-unclosed': {
    severity: 'error',
    zh: '{markup} 没有结束，以下正文都会算在里面',
    en: '{markup} is not closed: all the text below would belong to it',
    hint: { zh: '在末尾另起一行写同样的 {markup}。', en: 'Write {markup} again on a line of its own at its end.' },
  },
  'manuscript/jump-place': {
    severity: 'error',
    zh: '{下转} 不能放在这里：{reason:jumpPlace}',
    en: '{下转} cannot stand here: {reason:jumpPlace}',
    hint: {
      zh: '在两段正文之间另写一段，只写 {下转}；页码由版式加。',
      en: 'Write it between two paragraphs as one of its own; the layout adds the page number.',
    },
  },
  'manuscript/jump-twice': {
    severity: 'error',
    zh: '有两处 {下转}',
    en: '{下转} stands twice',
    hint: { zh: '一篇文章只能下转一次。', en: 'An article jumps once.' },
  },
  'manuscript/span-unknown': {
    severity: 'error',
    zh: '不认识标记“.{name}”',
    en: 'unknown mark “.{name}”',
    hint: { zh: '最接近的是 .{nearest}。可以写：{known}。', en: 'The nearest is .{nearest}. Known: {known}.' },
  },
  'manuscript/span-content': {
    severity: 'error',
    zh: '专名或书名标得不对：{reason:spanContent}',
    en: 'a name or work is wrongly marked: {reason:spanContent}',
    hint: {
      zh: '写作 [鲁迅]{.name}、[呐喊]{.work}。',
      en: 'Write [鲁迅]{.name}, [呐喊]{.work}.',
    },
  },
  'manuscript/citation-form': {
    severity: 'error',
    zh: '引用的写法不对：{written}',
    en: 'not in the form of a citation: {written}',
    hint: {
      zh: '写作 [@3] 或 [@1,3-5]，用半角逗号和连字符；确要印出，写 \\[@。',
      en: 'Write [@3] or [@1,3-5] with ASCII commas and hyphens; to print it, write \\[@.',
    },
  },
  'manuscript/table-row': {
    severity: 'error',
    zh: '这一行有 {cells} 格，表头只有 {columns} 格，多出的会丢掉',
    en: 'this row has {cells} cells, the head only {columns}: the rest would be lost',
    hint: { zh: '单元格里的竖线（如注音）要写成 \\|。', en: 'Write a bar inside a cell, as in ruby, as \\|.' },
  },
  'manuscript/note-missing': {
    severity: 'error',
    zh: '注号 [^{label}] 没有注文',
    en: 'the call [^{label}] has no note',
    hint: {
      zh: '在文后另起一段写 [^{label}]: 注文。',
      en: 'Write [^{label}]: and the note in a paragraph of its own.',
    },
  },
  'manuscript/note-unused': {
    severity: 'error',
    zh: '注文 [^{label}] 在文中没有注号',
    en: 'the note [^{label}] is never called',
  },
  'manuscript/note-twice': {
    severity: 'error',
    zh: '注号 [^{label}] 用了两次',
    en: '[^{label}] is called twice',
    hint: {
      zh: '每条注只能引用一次；再次引用请另写一条注。',
      en: 'A note is called once; write another note for the second place.',
    },
  },
  'manuscript/note-duplicate': {
    severity: 'error',
    zh: '注文 [^{label}] 写了两条',
    en: 'there are two notes [^{label}]',
  },
  'manuscript/note-empty': {
    severity: 'error',
    zh: '注文 [^{label}] 是空的',
    en: 'the note [^{label}] is empty',
  },
  'manuscript/note-nested': {
    severity: 'error',
    zh: '注文里不能再加注 [^{label}]',
    en: 'a note may not call another note: [^{label}]',
  },
  'manuscript/link-target': {
    severity: 'error',
    zh: '链接不能指向“{target}”',
    en: 'a link cannot point to “{target}”',
    hint: {
      zh: '可以用 http、https、mailto 开头的地址，或本期列入目次的文章，如 02-slug.md。',
      en: 'Use an http, https or mailto address, or an article of this issue such as 02-slug.md.',
    },
  },
  'manuscript/caption-alone': {
    severity: 'warning',
    zh: '“表：”之后没有表格，会排成普通段落',
    en: '“表：” is not followed by a table: set as a paragraph',
    hint: { zh: '表题写在表格之前。', en: 'A caption stands directly before its table.' },
  },
} as const satisfies Record<string, CodeRow>

export const references = {
  'manuscript/reference-missing': {
    severity: 'error',
    zh: '引用了第 {number} 条文献，参考文献只有 {count} 条',
    en: 'cites entry {number}, but there are {count} references',
    hint: {
      zh: '文献列在文章开头的 references 里，一条一项。',
      en: 'References stand in the front matter under references, one entry each.',
    },
  },
  'manuscript/reference-uncited': {
    severity: 'warning',
    zh: '第 {number} 条文献在文中没有引用',
    en: 'entry {number} is never cited',
    hint: {
      zh: '在引用处写 [@{number}]，或删去这一条。',
      en: 'Write [@{number}] where it is used, or take it out.',
    },
  },
  'manuscript/reference-numbered': {
    severity: 'error',
    zh: '第 {number} 条文献自带序号，会印两次',
    en: 'entry {number} has a number of its own: it would be printed twice',
    hint: { zh: '序号由版式加，删去即可。', en: 'The layout numbers the entries; delete it.' },
  },
  'manuscript/reference-type': {
    severity: 'note',
    zh: '第 {number} 条文献没有文献类型标识',
    en: 'entry {number} has no mark of its document type',
    hint: {
      zh: 'GB/T 7714：专著 [M]、期刊 [J]、学位论文 [D]、论文集 [C]、网上文献 [EB/OL] 等。',
      en: 'GB/T 7714: book [M], article [J], thesis [D], proceedings [C], web page [EB/OL] and so on.',
    },
  },
  'manuscript/reference-stop': {
    severity: 'note',
    zh: '第 {number} 条文献末尾没有句点',
    en: 'entry {number} does not end in a full stop',
  },
} as const satisfies Record<string, CodeRow>

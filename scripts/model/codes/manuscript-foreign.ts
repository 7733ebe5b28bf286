/** What can be wrong with the marks in a text: those of other programs, and ours in full-width signs. Each hint says how we write it. */
import type { CodeRow } from './row.ts'

export const foreign = {
  'manuscript/foreign-formula': {
    severity: 'error',
    zh: '“{written}”是公式的写法（TeX），会照字面印出来',
    en: '“{written}” is a TeX formula and would be printed as it stands',
    hint: {
      zh: '不排公式：简单的用字写，变量写 *x*，上标写 10^2^，下标写 H~2~O；复杂的做成图片，用 ![替代文字](figures/a.svg) 插入。确要印出 $ 或 \\，前面加 \\。',
      en: 'Formulas are not set: write simple ones in text, with *x*, 10^2^ and H~2~O; make a picture of others and write ![alternative text](figures/a.svg). To print $ or \\, put \\ before it.',
    },
  },
  'manuscript/foreign-markup': {
    severity: 'error',
    zh: '“{written}”是别的软件的标记，这里不起作用，会照字面印出来',
    en: '“{written}” is markup of another program and would be printed as it stands',
    hint: {
      zh: '{way:markup}。确要照印，在第一个符号前加 \\。',
      en: '{way:markup}. To print it, put \\ before its first sign.',
    },
  },
  'manuscript/full-width-markup': {
    severity: 'error',
    zh: '“{written}”里的标记符号是全角的，不起作用，会照字面印出来',
    en: 'the signs of “{written}” are full-width: they have no effect and would be printed as they stand',
    hint: {
      zh: '符号改用半角，写作 {instead}。确要照印，在 waivers.yaml 里说明理由。',
      en: 'Write the signs half-width: {instead}. If it is to be printed, waive it in waivers.yaml with the reason.',
    },
  },
  'manuscript/picture-space': {
    severity: 'error',
    zh: '“{written}”不成图片：文件名里有空格',
    en: '“{written}” is no picture: its name has a space in it',
    hint: {
      zh: '给文件改名，只用英文字母、数字、连字符，如 figures/photo-4.jpg；图题写在半角直引号里。',
      en: 'Rename the file to ASCII letters, digits and hyphens, such as figures/photo-4.jpg; a caption stands in straight quotes.',
    },
  },
  'manuscript/table-form': {
    severity: 'error',
    zh: '“{written}”像是表格的一行，但没有成为表格，会照字面印出来',
    en: '“{written}” looks like the row of a table, but there is none: it would be printed as it stands',
    hint: {
      zh: '表格前后各空一行，每行写 | 甲 | 乙 |（半角竖线），第二行写 | --- | --- |，格数和第一行一样。',
      en: 'Leave a blank line before and after the table; write its rows as | 甲 | 乙 | with half-width bars, and as its second row | --- | --- |, with as many cells as the first.',
    },
  },
  'manuscript/items-joined': {
    severity: 'error',
    zh: '从“{written}”起像是一条条列出的，但中间没有空行，会接排成一段',
    en: 'from “{written}” on these look like items, but without blank lines between they run on in one paragraph',
    hint: {
      zh: '每条之间空一行；或者写成列表，每条以“- ”或“1. ”开头。',
      en: 'Leave a blank line between them, or make a list: begin each with “- ” or “1. ”.',
    },
  },
  'manuscript/bullet-sign': {
    severity: 'note',
    zh: '有 {count} 处用“•”开头，读作列表的一条',
    en: '{count} lines begin with “•” and are read as items of a list',
    hint: { zh: '列表每条以“- ”开头。', en: 'Items of a list begin with “- ”.' },
  },
  'manuscript/link-title': {
    severity: 'error',
    zh: '链接里的“{title}”不会印出来',
    en: '“{title}” in the link would not be printed',
    hint: {
      zh: '写进正文，或删去；链接只写 [文字](网址)。',
      en: 'Write it in the text or take it out; a link is [words](address).',
    },
  },
  'manuscript/fence-words': {
    severity: 'error',
    zh: '“{written}”后面的字不会印出来',
    en: 'the words behind “{written}” would not be printed',
    hint: {
      zh: '``` 单独成行，后面至多写语言的名称；要印的字另起一行。',
      en: 'Leave ``` alone on its line, at most with the name of a language; write what is to be printed on a line of its own.',
    },
  },
  'manuscript/nested-deep': {
    severity: 'error',
    zh: '列表、引文套得太深，版面放不下',
    en: 'lists or quotations inside each other too deep for any page',
    hint: {
      zh: '列表最多套六层；改成小标题或段落。',
      en: 'At most six lists inside each other; use headings or paragraphs.',
    },
  },
  'manuscript/word-residue': {
    severity: 'error',
    zh: '“{written}”是 Word 的域或出错提示，会照字面印出来',
    en: '“{written}” is a field or an error of Word and would be printed as it stands',
    hint: { zh: '换成原来要印的字，如“图 1”。', en: 'Replace it by the words that were meant, such as 图 1.' },
  },
  'manuscript/markup-doubtful': {
    severity: 'warning',
    zh: '“{written}”像是标记，会照字面印出来',
    en: '“{written}” looks like markup and is printed as it stands',
    hint: {
      zh: '{way:markup}；本来就要印这几个字，不用改。',
      en: '{way:markup}; if it is meant as it stands, leave it.',
    },
  },
} as const satisfies Record<string, CodeRow>

import type { CodeRow } from './row.ts'

/** A fault that no editor can mend. */
const ours = (zh: string, en: string): CodeRow => ({
  severity: 'error',
  zh,
  en,
  hint: {
    zh: '稿件无须改动：这是排印程序的问题，请把文件交给程序的维护者。',
    en: 'Nothing in the manuscript is wrong: this is a fault of the program; send the file to its maintainers.',
  },
})

/** Of the screen PDF: PDF/UA-1, and how a reader finds his way in it. */
export const pdfua = {
  'pdfua/identification': ours(
    '元数据没有注明本文件是 PDF/UA-1（pdfuaid:part 为“{found}”，应为 1）',
    'the metadata does not say that the file is PDF/UA-1 (pdfuaid:part is “{found}” instead of 1)',
  ),
  'pdfua/header': ours(
    '文件首行为“{found}”，应为 %PDF-1.0 至 %PDF-1.7',
    'the file begins with “{found}” instead of %PDF-1.0 to %PDF-1.7',
  ),
  'pdfua/not-marked': ours(
    '文件没有声明带有标签（MarkInfo/Marked），读屏软件会当作没有标签来读',
    'the file does not say that it is tagged (MarkInfo/Marked); screen readers will not look for tags',
  ),
  'pdfua/suspects': ours(
    '文件声明其标签不可靠（MarkInfo/Suspects）',
    'the file says that its tags are doubtful (MarkInfo/Suspects)',
  ),
  'pdfua/no-metadata': ours('文件没有可读的 XMP 元数据', 'the file has no XMP metadata that can be read'),
  'pdfua/no-title': ours('XMP 元数据中没有题名（dc:title）', 'the XMP metadata has no title (dc:title)'),
  'pdfua/title-hidden': ours(
    '阅读软件的标题栏会显示文件名，而不是题名（DisplayDocTitle）',
    'readers will show the name of the file instead of its title (DisplayDocTitle)',
  ),
  'pdfua/no-structure': ours(
    '文件没有结构树，读屏软件无从朗读',
    'the file has no structure tree; screen readers have nothing to read',
  ),
  'pdfua/encrypted': {
    severity: 'error',
    zh: '文件加了密，读屏软件未必能取得文字',
    en: 'the file is encrypted; screen readers may not get at its text',
  },
  'pdfua/issn': ours('XMP 元数据中没有 ISSN {issn}', 'the XMP metadata lacks the ISSN {issn}'),
  'pdfua/language-invalid': {
    severity: 'error',
    zh: '语言标记“{value}”不合 BCP 47',
    en: 'the language tag “{value}” is not one of BCP 47',
    hint: {
      zh: '语言标记形如 zh-Hans、en；期刊的语言见 issue.yaml 的 language。',
      en: 'Tags look like zh-Hans or en; the language of the issue is language in issue.yaml.',
    },
  },
  'pdfua/language-unknown': ours(
    '第 {page} 页有文字没有注明语言，读屏软件不知该用哪种语音',
    'page {page} has text in no stated language; screen readers cannot choose a voice',
  ),
  'pdfua/artifact-in-tag': ours(
    '第 {page} 页有 {count} 处版面装饰混在正文的标签里',
    'page {page} has artifacts inside tagged content in {count} places',
  ),
  'pdfua/tag-in-artifact': ours(
    '第 {page} 页有 {count} 处正文混在版面装饰里，会被跳过不读',
    'page {page} has tagged content inside artifacts in {count} places; it will not be read out',
  ),
  'pdfua/untagged': ours(
    '第 {page} 页有 {count} 处文字、线条或图片既没有标签，也没有标为装饰',
    'page {page} shows text, lines or pictures in {count} places that are neither tagged nor artifacts',
  ),
  'pdfua/content-misplaced': ours(
    '第 {page} 页有 {count} 处内容不在结构树上，或在树上不止一处',
    'page {page} has content in {count} places that is not in the structure tree, or more than once',
  ),
  'pdfua/parent-tree': ours(
    '第 {page} 页有 {count} 处内容反查不到它所属的标签（ParentTree）',
    'page {page} has content in {count} places that the parent tree sends to another element',
  ),
  'pdfua/page-furniture': ours(
    '第 {page} 页的“{text}”标为装饰，却没有注明是书眉还是页码',
    '“{text}” on page {page} is an artifact, but neither a running header nor a footer',
  ),
  'pdfua/type-unknown': ours(
    '第 {page} 页有标签“{type}”不是标准类型，也没有对应到标准类型',
    'page {page} has an element of type “{type}”, which is neither standard nor mapped to a standard type',
  ),
  'pdfua/type-circular': ours('标签类型“{type}”的对应关系绕成了圈', 'the role map leads from “{type}” back to itself'),
  'pdfua/type-remapped': ours('标准标签类型“{type}”被改作“{to}”', 'the standard type “{type}” is mapped to “{to}”'),
  'pdfua/parent': ours(
    '第 {page} 页的标签“{type}”没有指明上级，或与结构树不符',
    'the element “{type}” on page {page} does not name its parent in the tree',
  ),
  'pdfua/figure-alternative': {
    severity: 'error',
    zh: '第 {page} 页有一幅图没有替代文本',
    en: 'a figure on page {page} has no alternative text',
    hint: {
      zh: '请在稿件中为这幅图写替代文本：![替代文本](figures/图.svg)。',
      en: 'Give the picture a text in the manuscript: ![alternative text](figures/picture.svg).',
    },
  },
  'pdfua/formula-alternative': {
    severity: 'error',
    zh: '第 {page} 页有一个公式没有替代文本',
    en: 'a formula on page {page} has no alternative text',
  },
  'pdfua/heading-level': {
    severity: 'error',
    zh: '第 {page} 页的标题从 {before} 级跳到了 {level} 级（0 级指文件开头）',
    en: 'the headings skip from level {before} to level {level} on page {page} (0 is the beginning of the file)',
    hint: {
      zh: '请检查稿件的标题级别：## 之下应为 ###，不可越级。',
      en: 'Look at the levels in the manuscript: below ## comes ###, none is left out.',
    },
  },
  'pdfua/heading-mixed': ours(
    '第 {page} 页的标题没有级别，与其他标题不统一',
    'a heading on page {page} has no level while others have',
  ),
  'pdfua/note-id': ours(
    '第 {page} 页有一条注释没有标识符，或与别的注释相同',
    'a note on page {page} has no identifier, or that of another note',
  ),
  'pdfua/table-nesting': ours(
    '第 {page} 页的表格标签“{type}”套错了层次',
    'the table element “{type}” on page {page} is nested wrongly',
  ),
  'pdfua/table-grid': {
    severity: 'error',
    zh: '第 {page} 页有一张表各行的格数不等，或格子重叠',
    en: 'a table on page {page} has rows of different lengths, or cells that overlap',
    hint: {
      zh: '请检查稿件中这张表每一行的格数。',
      en: 'Count the cells of each row of the table in the manuscript.',
    },
  },
  'pdfua/header-cell': ours(
    '第 {page} 页有一个表头格没有注明管行还是管列',
    'a header cell on page {page} does not say whether it heads a row or a column',
  ),
  'pdfua/list-nesting': ours(
    '第 {page} 页的列表标签“{type}”套错了层次',
    'the list element “{type}” on page {page} is nested wrongly',
  ),
  'pdfua/contents-nesting': ours(
    '第 {page} 页的目次标签“{type}”套错了层次',
    'the contents element “{type}” on page {page} is nested wrongly',
  ),
  'pdfua/annotation-untagged': ours(
    '第 {page} 页有一个注解（{type}）在结构树上的位置不对',
    'an annotation ({type}) on page {page} is not in its place in the structure tree',
  ),
  'pdfua/annotation-text': ours(
    '第 {page} 页有一个注解（{type}）没有说明文字',
    'an annotation ({type}) on page {page} has no text',
  ),
  'pdfua/tab-order': ours(
    '第 {page} 页用 Tab 键跳转链接时不按阅读次序',
    'the Tab key does not follow the reading order on page {page}',
  ),
  'pdfua/link-untagged': ours(
    '第 {page} 页的链接“{text}”没有链接标签',
    'the link “{text}” on page {page} is not tagged as a link',
  ),
  'pdfua/link-text': ours('第 {page} 页有一个链接没有说明文字', 'a link on page {page} has no text of its own'),
  'pdfua/font-encoding': ours(
    '字体“{font}”的编码不是 Identity-H 或 Identity-V',
    'the encoding of the font “{font}” is neither Identity-H nor Identity-V',
  ),
  'pdfua/glyph-map': ours('字体“{font}”没有字形对照（CIDToGIDMap）', 'the font “{font}” has no CIDToGIDMap'),
  'pdfua/not-embedded': ours('字体“{font}”没有嵌入', 'the font “{font}” is not embedded'),
  'pdfua/glyph-missing': ours(
    '第 {page} 页“{text}”在嵌入的字体“{font}”中没有字形',
    'the embedded font “{font}” has no glyph for “{text}” on page {page}',
  ),
  'pdfua/no-unicode': ours(
    '第 {page} 页字体“{font}”的字形 {code} 读不出文字，不能朗读、复制和检索',
    'the glyph {code} of “{font}” on page {page} reads as nothing: it cannot be read out, copied or searched',
  ),
  'pdfua/bad-unicode': ours(
    '第 {page} 页字体“{font}”的字形 {code} 读作 {unicode}，那不是文字',
    'the glyph {code} of “{font}” on page {page} reads as {unicode}, which is no character',
  ),
  'pdfua/notdef': {
    severity: 'error',
    zh: '第 {page} 页字体“{font}”缺字，那里印成空白或空框',
    en: 'the font “{font}” lacks a character on page {page} and shows a blank or an empty box',
    hint: {
      zh: '请检查该页有无罕用字，换用字体所收的字，或为它配一幅图。',
      en: 'Look for a rare character on that page; use one that the font has, or a picture of it.',
    },
  },
  'pdfua/type3': {
    severity: 'error',
    zh: '字体“{font}”成了 Type 3 字形',
    en: 'the font “{font}” has become Type 3',
    hint: {
      zh: '多因缺字而落到系统字体，或用了 CFF、可变字体。',
      en: 'Mostly a missing glyph that fell back to a system font, or a CFF or variable font.',
    },
  },
  'pdfua/look-alike': ours(
    '第 {page} 页有字读作部首或兼容字“{text}”（{unicode}），检索和朗读都会出错',
    'a character on page {page} reads as the radical or compatibility form “{text}” ({unicode}); searches will miss it',
  ),
  'pdfua/article-missing': ours('结构树上没有《{title}》', 'the structure tree has no article “{title}”'),
  'pdfua/article-split': ours(
    '《{title}》在结构树上断成 {count} 处，读屏软件不能一口气读完',
    '“{title}” is in {count} pieces in the structure tree; screen readers take it for several articles',
  ),
  'pdfua/article-elsewhere': ours(
    '《{title}》的“{text}”在结构树上落到了别处',
    '“{text}” of “{title}” stands elsewhere in the structure tree',
  ),
  'pdfua/article-text': ours(
    '朗读《{title}》，与稿件相比在“{before}”之后{kind:difference}“{text}”',
    'read out, “{title}” {kind:difference} “{text}” after “{before}”, compared with the manuscript',
  ),
  'pdfua/article-order': ours(
    '结构树上《{title}》排到了前一篇的前面',
    '“{title}” comes before the article that precedes it in the issue',
  ),
  'pdfua/article-section': ours(
    '结构树上《{title}》没有排在栏目“{section}”之下',
    '“{title}” does not stand under the name of its section “{section}” in the structure tree',
  ),
  'pdfua/block-split': ours(
    '《{title}》的一段“{text}”在结构树上断成了几段',
    'one paragraph of “{title}” (“{text}”) is several in the structure tree',
  ),
  'pdfua/block-type': ours(
    '《{title}》的“{text}”没有标成标题、表格或注释',
    '“{text}” of “{title}” is not tagged as the heading, cell or note that it is',
  ),
  'pdfua/page-label': ours(
    '第 {page} 页的页码标签为“{label}”，印出的页码为“{folio}”',
    'page {page} is labelled “{label}” but bears the number “{folio}”',
  ),
  'pdfua/outline': ours(
    '书签没有按栏目、文章、标题列出“{title}”，或指错了页',
    'the outline does not list “{title}” by section, article and heading, or sends it to another page',
  ),
  'pdfua/contents-entry': ours(
    '目次中的《{title}》不是通到它首页的链接，或页码 {folio} 不是文字',
    'the contents do not link “{title}” to its first page with the number {folio} as text',
  ),
} as const satisfies Record<string, CodeRow>

/** Everything that can be wrong with an issue folder: its files, its YAML, its credits, its Markdown, its pictures. */
import type { CodeRow } from '../diagnostic.ts'

const files = {
  'manuscript/manifest-missing': {
    severity: 'error',
    zh: '文件夹里没有 issue.yaml',
    en: 'the folder has no issue.yaml',
    hint: {
      zh: '每期一个文件夹，刊期、栏目和文章顺序写在 issue.yaml 里。',
      en: 'Each issue is a folder; issue.yaml holds its facts, its sections and the order of its articles.',
    },
  },
  'manuscript/folder-name': {
    severity: 'error',
    zh: '文件夹名“{name}”只能用小写英文字母、数字和连字符',
    en: 'the folder name “{name}” may only use lower-case ASCII letters, digits and hyphens',
    hint: { zh: '成品文件以它命名，例如 2026-01。', en: 'Finished files are named after it: 2026-01, for example.' },
  },
  'manuscript/file-name': {
    severity: 'error',
    zh: '文件名“{name}”不合规定',
    en: 'the file name “{name}” is not in the agreed form',
    hint: {
      zh: '文章写成 01-slug.md（两位数字、小写英文），图片放在 figures/ 下，一律用英文字母和数字。',
      en: 'Articles are 01-slug.md (two digits, lower-case ASCII); pictures lie in figures/ and have ASCII names.',
    },
  },
  'manuscript/file-encoding': {
    severity: 'error',
    zh: '文件不是 UTF-8 编码',
    en: 'the file is not encoded in UTF-8',
    hint: { zh: '请在编辑器里另存为 UTF-8。', en: 'Save it as UTF-8 in your editor.' },
  },
  'manuscript/byte-order-mark': {
    severity: 'warning',
    zh: '文件开头有字节顺序标记（BOM）',
    en: 'the file begins with a byte order mark',
    hint: { zh: '请另存为不带 BOM 的 UTF-8。', en: 'Save it as UTF-8 without a BOM.' },
  },
  'manuscript/invisible-character': {
    severity: 'error',
    zh: '有看不见的字符 {codepoint}（{zh}）',
    en: 'invisible character {codepoint} ({en})',
    hint: {
      zh: '多是从网页或 Word 里粘贴带来的，删去即可。',
      en: 'Usually pasted from a web page or from Word; delete it.',
    },
  },
  'manuscript/ideographic-space': {
    severity: 'warning',
    zh: '正文里有全角空格',
    en: 'ideographic space in the text',
    hint: { zh: '段首缩进由版式处理，不必自己空格。', en: 'The layout indents paragraphs; no spaces are needed.' },
  },
  'manuscript/article-missing': {
    severity: 'error',
    zh: '栏目里列了“{name}”，文件夹里却没有',
    en: '“{name}” is listed, but is not in the folder',
  },
  'manuscript/article-unlisted': {
    severity: 'error',
    zh: '“{name}”没有列入任何栏目，不会印出来',
    en: 'no section lists “{name}”: it would not be printed',
    hint: {
      zh: '列入 issue.yaml 的 sections，或移出文件夹。',
      en: 'List it under sections in issue.yaml, or move it elsewhere.',
    },
  },
  'manuscript/article-twice': {
    severity: 'error',
    zh: '“{name}”在目次里列了两次',
    en: '“{name}” is listed twice',
  },
  'manuscript/continue-unlisted': {
    severity: 'error',
    zh: '要续排“{name}”，却没有哪个栏目列出它',
    en: '“{name}” is to be continued here, but no section lists it',
    hint: {
      zh: '先在前面列出这一篇，再在隔着别的文章之后写 continue。',
      en: 'List the article itself first; continue comes after another article.',
    },
  },
  'manuscript/continue-order': {
    severity: 'error',
    zh: '“{name}”不能在这里续排：{zh}',
    en: '“{name}” cannot be continued here: {en}',
    hint: {
      zh: '下转的部分排在后面另一篇文章的末尾，continue 就写在那一篇的下面。',
      en: 'The rest is printed after the end of a later article: write continue below that one.',
    },
  },
  'manuscript/continue-twice': {
    severity: 'error',
    zh: '“{name}”续排了两次',
    en: '“{name}” is continued twice',
    hint: { zh: '一篇文章只能下转一次。', en: 'An article jumps once.' },
  },
  'manuscript/continue-unmarked': {
    severity: 'error',
    zh: '要续排“{name}”，文中却没有 {下转}',
    en: '“{name}” is to be continued here, but it has no {下转}',
    hint: {
      zh: '在要断开的两段之间另写一段，只写 {下转}。',
      en: 'Where the article is to break, write a paragraph that is nothing but {下转}.',
    },
  },
  'manuscript/jump-unlisted': {
    severity: 'error',
    zh: '文中有 {下转}，却没有写下转的部分排在哪里',
    en: 'the article has {下转}, but nothing says where it is continued',
    hint: {
      zh: '在 issue.yaml 的 sections 里，后面某一篇之下写 - continue: {name}。',
      en: 'Under sections in issue.yaml, below a later article, write - continue: {name}.',
    },
  },
  'manuscript/jump-layout': {
    severity: 'error',
    zh: '{layout} 版式的文章不能下转',
    en: 'an article of the layout {layout} cannot jump',
    hint: { zh: '能下转的版式：{allowed}。', en: 'Layouts that can: {allowed}.' },
  },
  'manuscript/section-twice': {
    severity: 'warning',
    zh: '栏目“{name}”出现了两次',
    en: 'the section “{name}” appears twice',
    hint: { zh: '同一栏目的文章列在一处。', en: 'List the articles of one section in one place.' },
  },
  'manuscript/front-matter-missing': {
    severity: 'error',
    zh: '文章开头没有用两行 --- 夹住的篇首信息',
    en: 'the article has no front matter between two lines of ---',
    hint: {
      zh: '第一行写 ---，题名、署名等之后再写一行 ---。',
      en: 'The first line is ---, then title, byline and so on, then --- again.',
    },
  },
  'manuscript/body-empty': {
    severity: 'error',
    zh: '文章没有正文',
    en: 'the article has no text',
  },
} as const satisfies Record<string, CodeRow>

const facts = {
  'manuscript/yaml-syntax': {
    severity: 'error',
    zh: 'YAML 写法有误：{reason}',
    en: 'YAML syntax: {reason}',
    hint: {
      zh: '常见的原因：冒号用了全角“：”，冒号后没有空格，缩进用了制表符，含“: ”或“#”的值没有加引号。',
      en: 'Usual causes: a full-width colon, no space after a colon, tabs for indentation, a value with “: ” or “#” left unquoted.',
    },
  },
  'manuscript/yaml-alias': {
    severity: 'error',
    zh: '这里不能用 YAML 的锚点和别名（& *）',
    en: 'YAML anchors and aliases (& *) are not allowed here',
    hint: {
      zh: '请把值直接写出来；以 * 或 & 开头的文字要加引号。',
      en: 'Write the value out; quote a text that begins with * or &.',
    },
  },
  'manuscript/key-duplicate': {
    severity: 'error',
    zh: '“{key}”写了两次',
    en: '“{key}” is given twice',
  },
  'manuscript/key-unknown': {
    severity: 'error',
    zh: '不认识“{key}”这一项',
    en: 'unknown key “{key}”',
    hint: { zh: '最接近的是 {nearest}。这里可以写：{known}。', en: 'The nearest is {nearest}. Known here: {known}.' },
  },
  'manuscript/key-missing': {
    severity: 'error',
    zh: '缺少“{key}”（{title}）',
    en: '“{key}” is missing',
  },
  'manuscript/key-forbidden': {
    severity: 'error',
    zh: '内部资料不得有“{key}”（{title}）',
    en: 'an internal publication may not have “{key}”',
    hint: {
      zh: '内部资料性出版物没有刊号，也不得定价；正式期刊请写 kind: periodical。',
      en: 'Internal publications have no ISSN, no CN and no price; a registered journal is kind: periodical.',
    },
  },
  'manuscript/value-empty': {
    severity: 'error',
    zh: '“{key}”是空的',
    en: '“{key}” is empty',
    hint: { zh: '填上内容，或删去这一项。', en: 'Fill it in or take it out.' },
  },
  'manuscript/value-type': {
    severity: 'error',
    zh: '“{key}”应当是{zh}',
    en: '“{key}” should be {en}',
  },
  'manuscript/text-unquoted': {
    severity: 'error',
    zh: '“{key}”应当是一段文字，却读成了“键: 值”',
    en: '“{key}” should be a text, but reads as a mapping',
    hint: {
      zh: '文字里有“: ”时，用引号把整段括起来。',
      en: 'A text with “: ” in it is put in quotes.',
    },
  },
  'manuscript/value-unknown': {
    severity: 'error',
    zh: '“{key}”不能是“{value}”',
    en: '“{key}” cannot be “{value}”',
    hint: { zh: '可以写：{allowed}。', en: 'Allowed: {allowed}.' },
  },
  'manuscript/value-format': {
    severity: 'error',
    zh: '“{key}”的写法不对：{value}',
    en: '“{key}” is not in the agreed form: {value}',
    hint: { zh: '应写成这样：{example}', en: 'Write it like this: {example}' },
  },
  'manuscript/value-range': {
    severity: 'error',
    zh: '“{key}”是 {value}，超出了范围（{range}）',
    en: '“{key}” is {value}, out of range ({range})',
  },
  'manuscript/check-digit': {
    severity: 'error',
    zh: '“{key}”的校验码不对：{value} 的末位应是 {digit}',
    en: 'wrong check digit in “{key}”: {value} should end in {digit}',
    hint: {
      zh: '多半是抄错了一位数字，请与证书核对。',
      en: 'One digit is probably mistyped; compare it with the certificate.',
    },
  },
  'manuscript/placeholder': {
    severity: 'error',
    zh: '“{key}”还没有填：{value}',
    en: '“{key}” is still to be filled in: {value}',
    hint: {
      zh: '填好再出版；看校样可用 --draft。',
      en: 'Fill it in before publishing; --draft builds a proof all the same.',
    },
  },
  'manuscript/theme-unknown': {
    severity: 'error',
    zh: '没有名为“{theme}”的设计',
    en: 'there is no theme “{theme}”',
    hint: { zh: '最接近的是 {nearest}。现有：{known}。', en: 'The nearest is {nearest}. There are: {known}.' },
  },
  'manuscript/year-differs': {
    severity: 'warning',
    zh: '出版日期 {date} 不在 {year} 年',
    en: 'the date {date} is not in the year {year}',
  },
  'manuscript/date-order': {
    severity: 'warning',
    zh: '{earlier}（{earlierDate}）晚于{later}（{laterDate}）',
    en: '{earlierKey} ({earlierDate}) is later than {laterKey} ({laterDate})',
  },
} as const satisfies Record<string, CodeRow>

const credits = {
  'manuscript/byline-missing': {
    severity: 'error',
    zh: '文章没有署名',
    en: 'the article has no byline',
    hint: {
      zh: '在 byline 里写上作者；以编辑部名义发表的也要署名。',
      en: 'Name the authors under byline; an editorial is signed too.',
    },
  },
  'manuscript/affiliation-missing': {
    severity: 'error',
    zh: '{name}没有单位',
    en: '{name} has no affiliation',
    hint: {
      zh: '在这位作者名下写 affiliation，或为全文写一个共用的 affiliation。',
      en: 'Give this author an affiliation, or one for the whole article.',
    },
  },
  'manuscript/credit-twice': {
    severity: 'error',
    zh: '{name}以同一责任方式署名两次',
    en: '{name} is credited twice in the same role',
  },
  'manuscript/pinyin-missing': {
    severity: 'error',
    zh: '有英文题名页，{name}却没有拼音',
    en: 'there is an English block, but {name} has no pinyin',
    hint: {
      zh: '在署名里写 pinyin，姓在前：Shen Yanqiu，印作 SHEN Yanqiu。',
      en: 'Give the pinyin in the byline, family name first: Shen Yanqiu, printed as SHEN Yanqiu.',
    },
  },
  'manuscript/english-affiliations': {
    severity: 'error',
    zh: '英文单位有 {count} 个，中文单位有 {wanted} 个',
    en: '{count} English affiliations for {wanted} Chinese ones',
    hint: {
      zh: '按中文单位首次出现的次序一一写出。',
      en: 'Give one for each, in the order in which the byline brings them.',
    },
  },
  'manuscript/name-space': {
    severity: 'warning',
    zh: '姓名“{name}”中间有空格',
    en: 'the name “{name}” has a space in it',
    hint: {
      zh: '两字名的对齐由版式处理，姓名之间不要空格，否则检索不到。',
      en: 'The layout aligns short names; with a space in it a name is not found.',
    },
  },
} as const satisfies Record<string, CodeRow>

const text = {
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
  'manuscript/turn-place': {
    severity: 'error',
    zh: '“|”不能放在这里：{zh}',
    en: '“|” cannot stand here: {en}',
    hint: {
      zh: '它标出标题的语义停顿，转行只在这里；确要印出竖线，写 \\|。',
      en: 'It marks a boundary of sense where a title may turn; to print a bar, write \\|.',
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
    hint: { zh: '确要印出尖括号，前面加 \\。', en: 'To print an angle bracket, put \\ before it.' },
  },
  'manuscript/block-unclosed': {
    severity: 'error',
    zh: '{markup} 没有结束，以下正文都会算在里面',
    en: '{markup} is not closed: all the text below would belong to it',
    hint: { zh: '在末尾另起一行写同样的 {markup}。', en: 'Write {markup} again on a line of its own at its end.' },
  },
  'manuscript/jump-place': {
    severity: 'error',
    zh: '{下转} 不能放在这里：{zh}',
    en: '{下转} cannot stand here: {en}',
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
    zh: '专名或书名标得不对：{zh}',
    en: 'a name or work is wrongly marked: {en}',
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
  'manuscript/caption-markup': {
    severity: 'error',
    zh: '题注里不能用标记：{markup}',
    en: 'a caption takes plain text only: {markup}',
  },
  'manuscript/caption-alone': {
    severity: 'warning',
    zh: '“表：”之后没有表格，会排成普通段落',
    en: '“表：” is not followed by a table: set as a paragraph',
    hint: { zh: '表题写在表格之前。', en: 'A caption stands directly before its table.' },
  },
} as const satisfies Record<string, CodeRow>

const references = {
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

const pictures = {
  'manuscript/image-inline': {
    severity: 'error',
    zh: '图片须单独成段',
    en: 'a picture must be a paragraph of its own',
    hint: {
      zh: '图片前后各空一行，不要放在句中、列表、引文或表格里。',
      en: 'Leave a blank line on both sides; not inside a sentence, list, quotation or table.',
    },
  },
  'manuscript/figure-alt': {
    severity: 'error',
    zh: '图片没有替代文字',
    en: 'the picture has no alternative text',
    hint: {
      zh: '在 ![ ] 里用一句话说明画面；纯装饰的图片在其后用花括号注明 decorative。',
      en: 'Describe the picture in ![ ]; mark mere decoration as decorative, in braces after it.',
    },
  },
  'manuscript/figure-attribute': {
    severity: 'error',
    zh: '图片的附注“{attribute}”不对',
    en: 'wrong attribute of a figure: {attribute}',
    hint: {
      zh: '可以写 credit="绘图：某某"、span=column 或 span=page、decorative（不能与替代文字并用）。',
      en: 'Known: credit="…", span=column or span=page, decorative (not together with an alternative text).',
    },
  },
  'manuscript/figure-outside': {
    severity: 'error',
    zh: '图片“{src}”不在本期文件夹里',
    en: 'the picture “{src}” is not inside the issue folder',
    hint: {
      zh: '把图片放进 figures/，不用网址、上级目录和符号链接。',
      en: 'Put it into figures/: no address, no parent folder, no symbolic link.',
    },
  },
  'manuscript/figure-missing': {
    severity: 'error',
    zh: '找不到图片“{src}”',
    en: 'no such picture: “{src}”',
  },
  'manuscript/figure-format': {
    severity: 'error',
    zh: '“{src}”不是 SVG、PNG 或 JPEG 图片',
    en: '“{src}” is not an SVG, PNG or JPEG picture',
    hint: { zh: '格式按内容判断，与扩展名无关。', en: 'The format is told by the content, not by the name.' },
  },
  'manuscript/figure-damaged': {
    severity: 'error',
    zh: '图片“{src}”不完整或已损坏（{reason}）',
    en: 'the picture “{src}” is truncated or damaged ({reason})',
  },
  'manuscript/figure-active': {
    severity: 'error',
    zh: 'SVG“{src}”含有脚本、动画或外部引用：{what}',
    en: 'the SVG “{src}” has a script, an animation or an external reference: {what}',
    hint: {
      zh: '从绘图软件里导出静态 SVG，图片和字体不要用外链。',
      en: 'Export a static SVG without linked pictures or fonts.',
    },
  },
} as const satisfies Record<string, CodeRow>

const waivers = {
  'manuscript/waiver-unused': {
    severity: 'error',
    zh: '豁免没有用到：{file} 里没有 {code}',
    en: 'unused waiver: no {code} in {file}',
    hint: { zh: '问题已改好，就把这条豁免删掉。', en: 'If the fault is mended, take the waiver out.' },
  },
} as const satisfies Record<string, CodeRow>

export const manuscript = {
  ...files,
  ...facts,
  ...credits,
  ...text,
  ...references,
  ...pictures,
  ...waivers,
} as const satisfies Record<string, CodeRow>

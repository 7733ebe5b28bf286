import type { Phrase } from './row.ts'

/** Of manuscripts: why something cannot stand as it is, and how to write it instead. */
export const manuscript = {
  breakPlace: {
    edge: { zh: '它两边都要有字', en: 'it wants text on both sides' },
    space: { zh: '它旁边有空格，汉字之间的空格本来就可以转行', en: 'beside a space, where the line may break anyway' },
    field: { zh: '它只用在题名和小标题里', en: 'only titles and headings have it' },
  },
  jumpPlace: {
    inside: {
      zh: '它要单独成段，放在正文最外层',
      en: 'it is a paragraph of its own, outside lists, quotations and notes',
    },
    first: { zh: '前面没有正文', en: 'there is no text before it' },
    last: { zh: '后面没有正文', en: 'there is no text after it' },
    heading: { zh: '紧跟在小标题之后', en: 'it follows directly on a heading' },
  },
  continueOrder: {
    nothing: { zh: '它前面没有文章', en: 'no article stands before it' },
    early: { zh: '这一篇本身还在后面', en: 'the article itself comes later' },
    next: { zh: '中间没有隔着别的文章', en: 'no other article stands between' },
  },
  spanContent: {
    nested: { zh: '标记里又有标记', en: 'marks inside marks' },
    empty: { zh: '标记里没有文字', en: 'nothing is marked' },
    doubled: { zh: '书名已经标出，不要再加书名号', en: 'a marked work has no title marks of its own' },
  },
  frontMatterSide: {
    before: { zh: '前面', en: 'before' },
    after: { zh: '后面', en: 'after' },
  },
  valueType: {
    string: { zh: '一段文字', en: 'a text' },
    integer: { zh: '整数', en: 'a whole number' },
    number: { zh: '数字', en: 'a number' },
    boolean: { zh: ' true 或 false', en: 'true or false' },
    array: { zh: '列表', en: 'a list' },
    object: { zh: '若干行“键: 值”', en: 'a mapping of keys to values' },
  },
  formNote: {
    combined: { zh: '（合期写成 "9-10"）', en: ' ("9-10" for a combined issue)' },
  },
  encoding: {
    known: { zh: '，是 {encoding}', en: '; it is {encoding}' },
  },
  invisible: {
    '00A0': { zh: '不换行空格', en: 'no-break space' },
    '00AD': { zh: '软连字符', en: 'soft hyphen' },
    '200B': { zh: '零宽空格', en: 'zero width space' },
    '200C': { zh: '零宽不连字', en: 'zero width non-joiner' },
    '200D': { zh: '零宽连字', en: 'zero width joiner' },
    '200E': { zh: '左至右标记', en: 'left-to-right mark' },
    '200F': { zh: '右至左标记', en: 'right-to-left mark' },
    '2028': { zh: '行分隔符', en: 'line separator' },
    '2029': { zh: '段分隔符', en: 'paragraph separator' },
    '2060': { zh: '词连接符', en: 'word joiner' },
    FEFF: { zh: '字节顺序标记', en: 'byte order mark' },
    FFFD: { zh: '替换字符，原字已丢失', en: 'replacement character: the original is lost' },
    lone: { zh: '半个字符，另一半已丢失', en: 'half a character: the other half is lost' },
    control: { zh: '控制字符', en: 'control character' },
  },
  indentSign: {
    tab: { zh: '制表符（Tab）', en: 'tabs' },
    wide: { zh: '全角空格一类的空白', en: 'wide spaces' },
  },
  bracket: {
    missing: { zh: '少了“{wanted}”', en: '“{wanted}” is missing' },
    extra: { zh: '多了“{bracket}”', en: '“{bracket}” is one too many' },
    wrong: { zh: '“{bracket}”应当是“{wanted}”', en: '“{bracket}” should be “{wanted}”' },
  },
  faceOutlines: {
    colour: { zh: '它是彩色字体', en: 'it is a colour face' },
    variable: { zh: '它是可变字体', en: 'it is a variable face' },
    postscript: { zh: '它的轮廓是 CFF（PostScript）的', en: 'its outlines are CFF (PostScript)' },
    bitmap: { zh: '它没有轮廓，只有点阵', en: 'it has no outlines' },
  },
  faceLicence: {
    restricted: { zh: '不许嵌入', en: 'no embedding' },
    whole: { zh: '不许只嵌入用到的字', en: 'no subsetting' },
    bitmap: { zh: '只许嵌入点阵', en: 'bitmaps only' },
  },
  profileUnfit: {
    format: { zh: '它不是 ICC 文件', en: 'it is no ICC profile' },
    size: {
      zh: '它长 {bytes} 字节，文件头却写着 {size}，可能没有传完',
      en: 'it has {bytes} bytes, but says {size}: probably cut short',
    },
    class: {
      zh: '它是{class:profileClass}的特性文件，不是印刷机的',
      en: 'it is for {class:profileClass}, not for a press',
    },
    space: { zh: '它是 {space} 的，不是 CMYK', en: 'it is for {space}, not for CMYK' },
    connection: { zh: '它的连接空间是 {connection}', en: 'its connection space is {connection}' },
    version: { zh: '它是 ICC 第 {version} 版', en: 'it is of ICC version {version}' },
    'version-x1a': {
      zh: '它是 ICC 第 {version} 版，PDF/X-1a 只认第 2 版',
      en: 'it is of ICC version {version}, PDF/X-1a takes 2',
    },
    table: { zh: '它缺少 {table} 转换表', en: 'its table {table} is missing' },
  },
  /** ICC.1:2010, table 18. */
  profileClass: {
    scnr: { zh: '扫描仪或相机', en: 'a scanner or camera' },
    mntr: { zh: '显示器', en: 'a display' },
    link: { zh: '设备链接', en: 'a device link' },
    spac: { zh: '色彩空间转换', en: 'a colour space conversion' },
    abst: { zh: '抽象', en: 'an abstract profile' },
    nmcl: { zh: '专色', en: 'named colours' },
  },
  /** Instead of markup of other programs. */
  markup: {
    strong: { zh: '加重写 **文字**，着重号写 *文字*', en: 'Write **文字** for strong, *文字* for emphasis' },
    struck: { zh: '删去的文字不印，直接删掉即可', en: 'Deleted text is not printed: take it out' },
    wiki: {
      zh: '链接写 [文字](https://example.org) 或 [文字](02-slug.md)',
      en: 'Write a link as [文字](https://example.org) or [文字](02-slug.md)',
    },
    picture: {
      zh: '图片单独成段，写 ![替代文字](figures/a.svg "图题")',
      en: 'A picture is a paragraph of its own: ![alternative text](figures/a.svg "caption")',
    },
    reference: {
      zh: '图表直接写“图 1”“表 2”；引用文献写 [@3]，数字是 references 里的第几条',
      en: 'Write 图 1 or 表 2 in words; cite a reference as [@3], its number in the list of references',
    },
    attributes: {
      zh: '删去；只有图片能带 {credit="…" span=page}，文字能带 [鲁迅]{.name}、[呐喊]{.work}',
      en: 'Take it out; only pictures have {credit="…" span=page}, and words [鲁迅]{.name}, [呐喊]{.work}',
    },
    template: { zh: '换成要印的文字，或删去', en: 'Replace it by the words to be printed, or take it out' },
    comment: { zh: '批注不印，直接删掉', en: 'Comments are not printed: take it out' },
    contents: { zh: '删去；目次由版式自动生成', en: 'Take it out; the contents are made by the layout' },
    page: { zh: '删去；换页由版式决定', en: 'Take it out; the layout decides where pages begin' },
    box: {
      zh: '提示框写成引文（每行以 > 开头）；::: 只有 ::: verse（诗），后面不再写字',
      en: 'Write a box as a quotation, each line beginning with >; the only ::: block is ::: verse, without a title',
    },
    task: { zh: '写“- 文字”，办没办用字写出来', en: 'Write “- 文字” and say in words what is done' },
    emoji: { zh: '删去，或换成文字', en: 'Take it out, or say it in words' },
    entity: { zh: '直接写这个字符本身', en: 'Write the character itself' },
    heading: { zh: '标题写“## 标题”，下一级写“### 标题”', en: 'Write headings as “## 标题” and “### 标题”' },
    note: {
      zh: '注写作 文字[^1]，注文另起一段写 [^1]: 注文',
      en: 'Write a note as 文字[^1], and its text as [^1]: 注文',
    },
    item: { zh: '列表每条写“- 文字”或“1. 文字”', en: 'Write the items of a list as “- 文字” or “1. 文字”' },
    raised: { zh: '上标写 10^2^，下标写 H~2~O', en: 'Write 10^2^ and H~2~O' },
    ruby: { zh: '注音写 {刊本|kān běn}', en: 'Write ruby as {刊本|kān běn}' },
    command: { zh: '删去，或改用 Markdown 的写法', en: 'Take it out, or write it in Markdown' },
    jump: {
      zh: '下转单独成段写 {下转}，页码由版式加',
      en: 'Write {下转} as a paragraph of its own; the layout adds the page number',
    },
    narrow: { zh: '用半角符号，写作 {form}', en: 'Write {form} with half-width signs' },
    rule: {
      zh: '用半角符号，写作 “---”（分隔线，前后空行）',
      en: 'Write “---” with half-width signs, between blank lines',
    },
  },
  /** Instead of tags of HTML. */
  html: {
    break: {
      zh: '要转行就在上一行末尾写 \\，另起一段就空一行',
      en: 'End the line before with \\ to break it, or leave a blank line',
    },
    block: {
      zh: '删去；段落之间空一行，样子由版式决定',
      en: 'Take it out; leave a blank line between paragraphs, the layout decides their look',
    },
    strong: { zh: '加重写 **文字**', en: 'Write **文字**' },
    emphasis: { zh: '着重号写 *文字*', en: 'Write *文字*' },
    superscript: { zh: '上标写 10^2^；注号写 文字[^1]', en: 'Write 10^2^; a note is 文字[^1]' },
    subscript: { zh: '下标写 H~2~O', en: 'Write H~2~O' },
    heading: { zh: '标题写“## 标题”', en: 'Write “## 标题”' },
    picture: {
      zh: '图片写 ![替代文字](figures/a.svg "图题")',
      en: 'Write ![alternative text](figures/a.svg "caption")',
    },
    link: { zh: '链接写 [文字](https://example.org)', en: 'Write [文字](https://example.org)' },
    ruby: { zh: '注音写 {刊本|kān běn}', en: 'Write {刊本|kān běn}' },
    table: {
      zh: '表格写 | 甲 | 乙 |，第二行 | --- | --- |',
      en: 'Write a table as | 甲 | 乙 | with | --- | --- | as its second row',
    },
    item: { zh: '列表每条写“- 文字”或“1. 文字”', en: 'Write the items as “- 文字” or “1. 文字”' },
    quotation: { zh: '引文每行以 > 开头', en: 'Begin each line of a quotation with >' },
    rule: { zh: '分隔线写 ---，前后空行', en: 'Write --- between blank lines' },
    struck: { zh: '删去的文字不印，直接删掉', en: 'Take out what is struck' },
    comment: { zh: '批注不印，直接删掉', en: 'Comments are not printed: take it out' },
    other: { zh: '删去', en: 'Take it out' },
  },
} as const satisfies Record<string, Record<string, Phrase>>

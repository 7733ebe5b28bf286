/** What can be wrong with the files of an issue folder: names, encodings, what the manifest lists, pictures, waivers. */
import type { CodeRow } from './row.ts'

export const files = {
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
      zh: '文章写成 01-slug.md（两位或三位数字、小写英文），图片放在 figures/ 下，一律用英文字母和数字。',
      en: 'Articles are 01-slug.md (two or three digits, lower-case ASCII); pictures lie in figures/ and have ASCII names.',
    },
  },
  'manuscript/file-encoding': {
    severity: 'error',
    zh: '文件不是 UTF-8 编码{told:encoding}',
    en: 'the file is not encoded in UTF-8{told:encoding}',
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
    zh: '有看不见的字符 {codepoint}（{sign:invisible}）',
    en: 'invisible character {codepoint} ({sign:invisible})',
    hint: {
      zh: '多是从网页或 Word 里粘贴带来的，删去即可。',
      en: 'Usually pasted from a web page or from Word; delete it.',
    },
  },
  'manuscript/indent-typed': {
    severity: 'note',
    zh: '有 {count} 行行首打了全角空格，不排',
    en: '{count} lines begin or end with typed white space, which is not set',
    hint: { zh: '段首缩进由版式处理，不必自己空格。', en: 'The layout indents paragraphs; no spaces are needed.' },
  },
  'manuscript/ideographic-space': {
    severity: 'note',
    zh: '正文行内有 {count} 处全角空格，照排一字宽',
    en: '{count} ideographic spaces inside the text, set as wide as a character',
    hint: {
      zh: '用来分开同一行里的选项是对的；若是误打，请删去。',
      en: 'Between options on one line they are right; delete them where they came by mistake.',
    },
  },
  'manuscript/article-missing': {
    severity: 'error',
    zh: '栏目里列了“{name}”，文件夹里却没有',
    en: '“{name}” is listed, but is not in the folder',
  },
  'manuscript/article-named': {
    severity: 'error',
    zh: '栏目里列的是“{name}”，文件夹里的文件叫“{near}”',
    en: '“{name}” is listed, but the file is called “{near}”',
    hint: {
      zh: '两处写成一样，形如 01-slug.md：大小写、空格、扩展名都算。',
      en: 'Write both alike, as 01-slug.md: case, spaces and ending count.',
    },
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
    zh: '“{name}”不能在这里续排：{reason:continueOrder}',
    en: '“{name}” cannot be continued here: {reason:continueOrder}',
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
  'manuscript/front-matter-late': {
    severity: 'error',
    zh: '篇首信息的 --- 要写在第一行，前面多了 {count} 个空行',
    en: 'the --- of the front matter must be the first line; {count} empty before it',
    hint: { zh: '删去前面的空行。', en: 'Delete the empty lines before it.' },
  },
  'manuscript/front-matter-mark': {
    severity: 'error',
    zh: '“{written}”不是夹住篇首信息的 ---',
    en: '“{written}” is not the --- that encloses front matter',
    hint: {
      zh: '写三个半角连字符，顶格，这一行不写别的。',
      en: 'Write three hyphens at the very beginning of a line of their own.',
    },
  },
  'manuscript/front-matter-open': {
    severity: 'error',
    zh: '篇首信息{side:frontMatterSide}少了一行 ---',
    en: 'the line --- {side:frontMatterSide} the front matter is missing',
    hint: {
      zh: '第一行写 ---，题名、署名等之后再写一行 ---，然后是正文。',
      en: 'The first line is ---, then title, byline and so on, then --- again and the text.',
    },
  },
  'manuscript/body-empty': {
    severity: 'error',
    zh: '文章没有正文',
    en: 'the article has no text',
  },
} as const satisfies Record<string, CodeRow>

export const pictures = {
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
    hint: {
      zh: '把图放进本期文件夹的 figures/，路径照写：大小写、扩展名都算。',
      en: 'Put it into figures/ in the issue folder, and write its path to the letter: case and ending count.',
    },
  },
  'manuscript/figure-named': {
    severity: 'error',
    zh: '找不到图片“{src}”，文件夹里的叫“{near}”',
    en: 'no such picture: “{src}”; the folder has “{near}”',
    hint: {
      zh: '两处写成一样：大小写、扩展名都算。文件名只用英文字母、数字、连字符。',
      en: 'Write both alike: case and ending count. Names are ASCII letters, digits and hyphens.',
    },
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
  'manuscript/figure-too-large': {
    severity: 'error',
    zh: '图片“{src}”有 {pixels} 百万像素，超过上限 {limit} 百万',
    en: 'the picture “{src}” has {pixels} million pixels, more than the {limit} million that are allowed',
    hint: {
      zh: '按印出的尺寸缩小到 300～600 ppi 再放进来：A4 整页 600 ppi 约 35 百万像素。',
      en: 'Scale it down to 300–600 ppi at its printed size: a page of A4 at 600 ppi has 35 million pixels.',
    },
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

export const waivers = {
  'manuscript/waiver-unused': {
    severity: 'error',
    look: true,
    zh: '豁免没有用到：{file} 里没有 {code}',
    en: 'unused waiver: no {code} in {file}',
    hint: { zh: '问题已改好，就把这条豁免删掉。', en: 'If the fault is mended, take the waiver out.' },
  },
} as const satisfies Record<string, CodeRow>

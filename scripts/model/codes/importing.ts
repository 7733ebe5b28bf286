/** Everything that can be wrong with a raw text to import, and with where it is to go. */
import type { CodeRow } from './row.ts'

export const importing = {
  'import/file-missing': {
    severity: 'error',
    zh: '找不到文件 {file}',
    en: 'there is no file {file}',
  },
  'import/folder-not-empty': {
    severity: 'error',
    zh: '文件夹 {file} 里已有内容',
    en: 'the folder {file} is not empty',
    hint: {
      zh: '导入和新建只写进空文件夹，以免盖掉稿件；请换一个名字。',
      en: 'Import and new write only into an empty folder, so that no manuscript is overwritten: choose another name.',
    },
  },
  'import/empty': {
    severity: 'error',
    zh: '文件里没有文字',
    en: 'the file has no text',
  },
  'import/binary': {
    severity: 'error',
    zh: '这不是文本文件：{kind}',
    en: 'this is no text file: {kind}',
    hint: {
      zh: '请用原来的程序打开，另存为纯文本（UTF-8）后再导入；PDF 请先提取文字。',
      en: 'Open it in the program it came from, save it as plain text (UTF-8) and import that; extract the text of a PDF first.',
    },
  },
  'import/encoding': {
    severity: 'error',
    zh: '文字是乱码：“{sample}”。编码不是 UTF-8、UTF-16、GB18030 或 Big5，或转换时已经损坏',
    en: 'the text is garbled: “{sample}”. The encoding is none of UTF-8, UTF-16, GB18030 and Big5, or a conversion has damaged it',
    hint: { zh: '请从来源另存为 UTF-8 后再导入。', en: 'Save the file as UTF-8 at its source and import it again.' },
  },
  'import/columns': {
    severity: 'error',
    zh: '两栏的文字逐行交错在一起：“{sample}”',
    en: 'the lines of two columns are interleaved: “{sample}”',
    hint: {
      zh: '这样的文字接不回去。请按栏（而不是按行）重新提取或识别：先读完左栏，再读右栏。',
      en: 'No order of these lines gives the text back. Extract or recognise the page again column by column: first the left one, then the right one.',
    },
  },
  'import/author-missing': {
    severity: 'warning',
    zh: '《{title}》没有找到署名',
    en: 'no byline was found for “{title}”',
    hint: {
      zh: '已在文章里写作“待填作者”。',
      en: 'The article now says 待填作者.',
    },
  },
  'import/affiliation-missing': {
    severity: 'warning',
    zh: '《{title}》没有找到作者单位',
    en: 'no affiliation was found for “{title}”',
    hint: {
      zh: '已在文章里写作“待填作者单位”。',
      en: 'The article now says 待填作者单位.',
    },
  },
  'import/leaked': {
    severity: 'warning',
    zh: '这一行不属于任何一篇：{text}',
    en: 'this line belongs to no article: {text}',
    hint: { zh: '已移到 _leak.txt，不会印出。', en: 'It was moved to _leak.txt and will not be printed.' },
  },
  'import/confirm': {
    severity: 'warning',
    zh: '{rule}，请确认：{text}',
    en: 'please confirm ({rule}): {text}',
    hint: {
      zh: '说明见 import-report.md；看过后在那里打勾。',
      en: 'import-report.md says more; tick it there when you have looked.',
    },
  },
  'import/unconfirmed': {
    severity: 'warning',
    zh: '导入时没有把握，还没有确认：{text}',
    en: 'importing was not sure of this, and nobody has confirmed it: {text}',
    hint: {
      zh: '核对这一处，再把 import-report.md 第 {line} 行的 [ ] 改成 [x]。',
      en: 'Look at this place, then change [ ] to [x] in line {line} of import-report.md.',
    },
  },
} as const satisfies Record<string, CodeRow>

/** Everything that can be wrong with a raw text to import, and with where it is to go. */
import type { CodeRow } from '../diagnostic.ts'

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
  'import/encoding': {
    severity: 'error',
    zh: '有些字节不是文字：编码既不是 UTF-8，也不是 GB18030，或文件已损坏',
    en: 'some bytes are no text: the encoding is neither UTF-8 nor GB18030, or the file is damaged',
    hint: { zh: '请从来源另存为 UTF-8 后再导入。', en: 'Save the file as UTF-8 at its source and import it again.' },
  },
  'import/no-anchor': {
    severity: 'error',
    zh: '没有一行“（作者单位：……）”，无法分篇',
    en: 'no line （作者单位：…） divides the text into articles',
    hint: {
      zh: '每篇末尾加上这样一行再导入；单位不详可写（作者单位：待填）。',
      en: 'End each article with such a line and import again; where the unit is not known write （作者单位：待填）.',
    },
  },
  'import/author-missing': {
    severity: 'warning',
    zh: '《{title}》没有找到署名',
    en: 'no byline was found for “{title}”',
    hint: {
      zh: '署名应在标题的下一行；已在文章里写作“待填作者”。',
      en: 'A byline stands in the line after the title; the article now says 待填作者.',
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
    severity: 'note',
    zh: '{rule}，请确认：{text}',
    en: 'please confirm ({rule}): {text}',
    hint: { zh: '照原样留着；说明见 import-report.md。', en: 'Left as it is; import-report.md says more.' },
  },
} as const satisfies Record<string, CodeRow>

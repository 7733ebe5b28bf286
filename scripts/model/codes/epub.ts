import type { CodeRow } from './row.ts'

export const epub = {
  'epub/unreadable': {
    severity: 'error',
    zh: '电子书无法读回：{reason}',
    en: 'the EPUB cannot be read back: {reason}',
  },
  'epub/invalid': {
    severity: 'error',
    zh: '不合 EPUB 规范（{id}）：{message}',
    en: 'not a valid EPUB ({id}): {message}',
  },
  'epub/malformed': {
    severity: 'error',
    zh: '不是合格的 XML：{reason}',
    en: 'not well-formed XML: {reason}',
  },
  'epub/entry-name': {
    severity: 'error',
    zh: '包内文件名“{name}”含有 ASCII 字母、数字和 . - _ 以外的字符',
    en: 'the file name “{name}” has characters other than ASCII letters, digits and . - _',
  },
  'epub/entry-twice': {
    severity: 'error',
    zh: '包内有两个文件都叫“{name}”（不分大小写）',
    en: 'two files in the package are called “{name}” (letter case aside)',
  },
  'epub/not-in-navigation': {
    severity: 'error',
    zh: '导航目次没有列出“{title}”，读者翻不到',
    en: 'the navigation does not list “{title}”; readers cannot get to it',
  },
  'epub/note-missing': {
    severity: 'error',
    zh: '注号“{mark}”没有对应的注文',
    en: 'the note call “{mark}” has no note',
  },
  'epub/note-uncalled': {
    severity: 'error',
    zh: '注文“{text}”在正文中没有注号',
    en: 'no call in the text leads to the note “{text}”',
  },
  'epub/note-return': {
    severity: 'error',
    zh: '注文“{text}”不能跳回它的注号',
    en: 'the note “{text}” does not lead back to its call',
  },
  'epub/outside-reference': {
    severity: 'error',
    zh: '引用了包外的“{target}”；电子书所用的文件都须在包内',
    en: 'refers to “{target}” outside the package; an EPUB must carry every file that it uses',
  },
  'epub/image-type': {
    severity: 'error',
    zh: '图片的内容是 {found}，却标作 {declared}',
    en: 'the picture holds {found} but is declared as {declared}',
  },
  'epub/image-large': {
    severity: 'warning',
    zh: '图片有 {pixels} 像素，超过苹果图书的上限 400 万像素',
    en: 'the picture has {pixels} pixels; Apple Books takes no more than 4 million',
    hint: { zh: '请把图片缩小后再用。', en: 'Scale the picture down.' },
  },
  'epub/alt-missing': {
    severity: 'error',
    zh: '图片没有替代文本，也没有标为装饰',
    en: 'the picture has no alternative text and is not marked as decorative',
  },
  'epub/relator': {
    severity: 'error',
    zh: '“{name}”的责任方式代码“{role}”不是 MARC 关系代码',
    en: 'the role “{role}” of “{name}” is not a MARC relator code',
  },
  'epub/series-position': {
    severity: 'error',
    zh: '丛刊序号“{position}”不是整数',
    en: 'the position in the series “{position}” is not a whole number',
    hint: {
      zh: '阅读软件按小数读取，2026.10 会变成 2026.1；请用总期号。',
      en: 'Reading systems read it as a decimal, so that 2026.10 becomes 2026.1; use the serial number of the issue.',
    },
  },
  'epub/accessibility': {
    severity: 'error',
    zh: '缺少无障碍元数据 {property}（EPUB Accessibility 1.1）',
    en: 'the accessibility metadata {property} is missing (EPUB Accessibility 1.1)',
  },
  'epub/image-broken': {
    severity: 'error',
    zh: '图片不完整或已损坏（{reason}），读者只能看到空白',
    en: 'the picture is truncated or broken ({reason}); readers see nothing',
  },
  'epub/glyph-missing': {
    severity: 'error',
    zh: '内嵌字体里没有“{character}”（{codepoint}）的字形',
    en: 'the embedded face has no glyph for “{character}” ({codepoint})',
  },
  'epub/private-use': {
    severity: 'warning',
    zh: '用了私用区字符 {codepoint}，别的设备上会是另一个字或空白',
    en: 'uses the private character {codepoint}, which other devices show as something else or nothing',
    hint: { zh: '请改用该字的标准编码，或改成图片。', en: 'Use the standard code of the character, or a picture.' },
  },
  'epub/illegal-character': {
    severity: 'error',
    zh: '含有 XML 不容许的字符或坏掉的 UTF-8 编码（{codepoint}）',
    en: 'holds a character that XML forbids, or broken UTF-8 ({codepoint})',
  },
  'epub/id-twice': {
    severity: 'error',
    zh: '标识“{id}”用了两次，链接不知去往何处',
    en: 'the id “{id}” stands twice; links cannot tell which is meant',
  },
  'epub/dead-link': {
    severity: 'error',
    zh: '链接“{target}”在书内没有目标',
    en: 'the link “{target}” has no target in the book',
  },
  'epub/heading-order': {
    severity: 'error',
    zh: '标题“{text}”是 {level} 级，前面只到 {before} 级，中间缺级',
    en: 'the heading “{text}” is of level {level} after level {before}: a level is skipped',
  },
  'epub/landmark': {
    severity: 'error',
    zh: '导览里“{type}”有 {count} 处，应为一处',
    en: 'the landmarks have {count} entries for “{type}” instead of one',
  },
  'epub/issn': {
    severity: 'error',
    zh: 'ISSN“{issn}”的形式或校验码不对',
    en: 'the form or the check digit of the ISSN “{issn}” is wrong',
  },
  'epub/doi': {
    severity: 'error',
    zh: 'DOI“{doi}”的形式不对',
    en: '“{doi}” does not have the form of a DOI',
  },
  'epub/conformance': {
    severity: 'error',
    zh: '无障碍符合性声明“{found}”不是规范规定的写法',
    en: 'the claim of conformance “{found}” is not worded as the standard prescribes',
    hint: {
      zh: '例：EPUB Accessibility 1.1 - WCAG 2.2 Level AA。',
      en: 'For instance: EPUB Accessibility 1.1 - WCAG 2.2 Level AA.',
    },
  },
  'epub/certifier': {
    severity: 'error',
    zh: '无障碍符合性声明与认证者没有成对出现',
    en: 'a claim of conformance and its certifier do not stand together',
  },
  'epub/claim': {
    severity: 'error',
    zh: '电子书里的无障碍符合性声明为“{found}”，issue.yaml 里是“{expected}”',
    en: 'the book claims the conformance “{found}”, issue.yaml “{expected}”',
  },
} as const satisfies Record<string, CodeRow>

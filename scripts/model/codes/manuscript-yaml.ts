/** What can be wrong with YAML itself. Each is mended for reading on, so that one fault does not hide the next. */
import type { CodeRow } from './row.ts'

export const yaml = {
  'manuscript/yaml-full-width': {
    severity: 'error',
    zh: '“{written}”是全角的，这里要用半角“{instead}”',
    en: '“{written}” is full-width; here it must be “{instead}”',
    hint: {
      zh: '键后的冒号、列表里的逗号和括号用半角，冒号后空一格；文字里的全角标点不用改。一项里本来就有逗号的，整项加引号。',
      en: 'Colons behind keys, commas and brackets of lists are half-width, with a space after a colon; marks inside a text stay. An item that holds a comma of its own is put in quotes.',
    },
  },
  'manuscript/yaml-indent': {
    severity: 'error',
    zh: '行首有 {found} 个空格，应有 {expected} 个',
    en: '{found} spaces of indentation, where {expected} are wanted',
    hint: {
      zh: '同一级的各行左边对齐，下一级比上一级多两个空格。',
      en: 'Lines of one level stand flush; the next level has two spaces more.',
    },
  },
  'manuscript/yaml-indent-sign': {
    severity: 'error',
    zh: '缩进用了{sign:indentSign}',
    en: 'indented with {sign:indentSign}',
    hint: { zh: '换成半角空格，一级两个。', en: 'Use spaces, two for each level.' },
  },
  'manuscript/yaml-colon': {
    severity: 'error',
    zh: '“{key}”后面少了冒号',
    en: 'no colon after “{key}”',
    hint: { zh: '写成 {key}: 值，冒号用半角，后面空一格。', en: 'Write {key}: value, with a space after the colon.' },
  },
  'manuscript/yaml-colon-space': {
    severity: 'error',
    zh: '“{key}:”后面少了一个半角空格',
    en: 'no space after “{key}:”',
    hint: { zh: '写成 {key}: 值，冒号后空一格。', en: 'Write {key}: value.' },
  },
  'manuscript/yaml-dash': {
    severity: 'error',
    zh: '“{written}”不成列表的一项',
    en: '“{written}” is no item of a list',
    hint: { zh: '每项前面写半角连字符和一个空格：“- ”。', en: 'Begin each item with a hyphen and a space: “- ”.' },
  },
  'manuscript/yaml-unquoted': {
    severity: 'error',
    zh: '文字里有“{sign}”，整段要加引号',
    en: 'a text with “{sign}” in it has to be quoted',
    hint: { zh: '写成 {quoted}', en: 'Write {quoted}' },
  },
  'manuscript/yaml-quote': {
    severity: 'error',
    zh: '引号没有成对地括住整个值',
    en: 'the quotation marks do not enclose the whole value',
    hint: {
      zh: '写成 {quoted}；文字里的引号用“ ”，就不必再加。',
      en: 'Write {quoted}; with “ ” in the text no others are needed.',
    },
  },
  'manuscript/yaml-bracket': {
    severity: 'error',
    zh: '括号没有成对：{reason:bracket}',
    en: 'the brackets do not pair: {reason:bracket}',
    hint: {
      zh: '列表写成 [甲, 乙]，若干项写成 { role: 主编, name: 某某 }；文字以括号开头时整段加引号。',
      en: 'A list is [a, b], a mapping { role: 主编, name: 某某 }; a text that begins with a bracket is quoted.',
    },
  },
  'manuscript/yaml-syntax': {
    severity: 'error',
    zh: '这一行读不懂：{written}',
    en: 'this line is not understood: {written}',
    hint: {
      zh: '每行是“键: 值”或“- 值”；文字换行写时，下一行多缩进两个空格；批注以 # 开头。',
      en: 'Each line is “key: value” or “- value”; a text goes on with two spaces more; a comment begins with #.',
    },
  },
} as const satisfies Record<string, CodeRow>

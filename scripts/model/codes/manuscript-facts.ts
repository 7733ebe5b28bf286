/** What can be wrong with the facts that are written in YAML: their values, the credits. */
import type { CodeRow } from './row.ts'

export const facts = {
  'manuscript/value-comment': {
    severity: 'error',
    zh: '“{written}”被当作批注，不会印出来',
    en: '“{written}” is taken for a comment and would not be printed',
    hint: {
      zh: '值里有“ #”时，整个值加引号："甲 #乙"；确是批注，# 后面空一格。',
      en: 'Put a value that holds “ #” in quotation marks; in a comment, leave a space after the #.',
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
    zh: '“{key}”应当是{type:valueType}',
    en: '“{key}” should be {type:valueType}',
    hint: { zh: '这样写：{how}', en: 'Write it so: {how}' },
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
    hint: { zh: '应写成这样：{example}{note:formNote}', en: 'Write it like this: {example}{note:formNote}' },
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

export const credits = {
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
  'manuscript/names-joined': {
    severity: 'error',
    zh: '“{name}”一条里有 {count} 个姓名',
    en: '“{name}” is one entry with {count} names',
    hint: {
      zh: '一人一条，各占一行：{apart}。合在一条里，检索、目次和电子书都只当作一个人。',
      en: 'One entry for each: {apart}. In one entry they count as one person in catalogues, contents and the book.',
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

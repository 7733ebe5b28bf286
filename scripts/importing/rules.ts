/** The closed list of repair rules with their Chinese names, as the report prints them. */
export const rules = {
  invisible: '不可见字符',
  indent: '段首缩进',
  'space-run': '连续空格',
  radical: '部首码位',
  'join-mark': '标点处断行',
  'join-bracket': '引号、括号、书名号内断行',
  'join-word': '词内断行',
  'join-grammar': '句中断行',
  'join-long': '段落断行',
  'join-place': '依位置判断的断行',
  'join-indent': '无缩进的接续行',
  'head-join': '标题断行',
  'affiliation-join': '作者单位断行',
  'join-doubt': '可能是断行',
  overlap: '断行处重字',
  'overlap-doubt': '断行处可能重字',
  leak: '篇外文字',
  'title-lines': '标题分行',
  'name-space': '姓名间空',
  byline: '署名',
  affiliation: '作者单位',
  'heading-unnumbered': '无序号标题',
  'heading-space': '标题断行处的空格',
  lines: '连续短行',
  'open-paragraph': '段末无句末点号',
  'doubled-word': '重词',
  'doubled-mark': '重复标点',
  latin: '汉字间外文虚词',
  'space-han': '汉字间空格',
  'ascii-mark': '汉字间半角标点',
  balance: '引号、括号不配对',
  'number-run': '序号不连续',
  'self-name': '自称',
  record: '著录项',
  residue: '版面残留',
} as const satisfies Record<string, string>

export type RuleName = keyof typeof rules

/** Rules by which two printed pieces became one. */
export const isJoin = (rule: RuleName): boolean =>
  rule === 'head-join' || (rule.startsWith('join-') && rule !== 'join-doubt')

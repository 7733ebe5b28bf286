/** What an editor should look at in a byline, and how the report says it. */

export type BylineDoubt =
  | 'surname'
  | 'spacing'
  | 'post'
  | 'picture'
  | 'glued'
  | 'penname'
  | 'institution'
  | 'date'
  | 'unit'
  | 'qualified'
  | 'others'
  | 'tutor'
  /** 文/图 of one person, who has one role in a manuscript. */
  | 'roles'
  /** On the line of the title. */
  | 'beside'

export const notes: Readonly<Record<BylineDoubt, string>> = {
  surname: '首字不是常见姓氏，或像一个普通的词，请核对这一行是不是署名。',
  spacing: '单字之间的空格是为撑满三字所加，姓名已合为一个词。',
  post: '署名行中的“记者”“通讯员”等身份没有写入。',
  picture: '“图”按绘图（illustrator）处理；如是照片，请改为 photographer。',
  glued: '姓名连写，依姓氏拆开，请核对。',
  penname: '是笔名；“（笔名）”没有写入。',
  institution: '按机构署名处理，请核对这一行是不是署名。',
  date: '署名行前面的日期没有写入。',
  unit: '单位和职务写在署名行里，已分开，请核对。',
  qualified: '姓名后面括号里的字写入简介（bio）。',
  beside: '题目后面隔着空格的姓名按署名处理，请核对。',
  tutor: '指导教师没有写入，可写在作者简介里。',
  others: '署名里有“等”字，没有写入。',
  roles: '一人兼两种责任方式（如文、图），稿件中一人只写一种；另一种可写在图的 credit 或简介里。',
}

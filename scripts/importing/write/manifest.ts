/** What is known of an issue in, its issue.yaml out; what only the editor knows is marked 待填 and keeps the issue from print. */

import type { IssueFacts } from '../matter/issue.ts'

export interface ManifestFacts {
  /** Folder name; `2024-06` gives year and number. */
  readonly id: string
  /** For a new issue, where the folder's name tells none. */
  readonly year?: number | undefined
  /** What the raw text says. */
  readonly issue?: IssueFacts
  /** In printed order; `rests` are articles of which the rest stands after this one. */
  readonly articles: readonly { readonly file: string; readonly section: string; readonly rests?: readonly string[] }[]
  /** BCP 47, where it is not the default. */
  readonly language?: string
  /** First words of the comment that opens the file. */
  readonly origin: string
}

/** What the text says; else the year and number of the folder's name; what neither tells is to be filled in, and stops the check. */
function issueLines({ id, year, issue = {} }: ManifestFacts): string[] {
  const named = /^(\d{4})(?:-(\d{1,2}))?(?!\d)/.exec(id)
  const folder = '取自文件夹名，请核对'
  const printed = '取自原文，请核对'
  const silent = Object.keys(issue).length === 0
  const years =
    issue.year !== undefined
      ? `${issue.year} # ${printed}`
      : named
        ? `${named[1]} # ${folder}`
        : year === undefined
          ? '待填出版年'
          : `${year} # 请核对`
  // Where the text tells anything, what it does not tell is not taken from elsewhere.
  const number =
    issue.number !== undefined
      ? `${/-/u.test(issue.number) ? JSON.stringify(issue.number) : issue.number} # ${printed}`
      : named?.[2] !== undefined && Number(named[2]) > 0 && silent
        ? `${Number(named[2])} # ${folder}`
        : '待填期号'
  return [
    `  year: ${years}`,
    ...(issue.volume === undefined ? [] : [`  volume: ${issue.volume} # ${printed}`]),
    `  number: ${number}`,
    ...(issue.serial === undefined ? [] : [`  serial: ${issue.serial} # ${printed}`]),
    issue.date === undefined
      ? `  date: 待填出版日期${issue.month === undefined ? '' : ` # 原文：${issue.month}`}`
      : `  date: ${issue.date} # ${printed}`,
  ]
}

/** A run of articles of one section is one entry. */
function sectionLines(articles: ManifestFacts['articles']): string[] {
  const lines: string[] = []
  for (const [at, { file, section, rests = [] }] of articles.entries()) {
    if (at === 0 || articles[at - 1]!.section !== section) lines.push(`  - name: ${scalar(section)}`, '    articles:')
    lines.push(`      - ${file}`, ...rests.map((rest) => `      - continue: ${rest}`))
  }
  return lines
}

/** Plain where YAML reads it as text. */
const scalar = (text: string): string =>
  /^\p{Script=Han}[\p{Script=Han}\p{L}\p{N}·]*$/u.test(text) ? text : JSON.stringify(text)

/** Fillers for every remainder of a signature of four. */
export function manifestFile(facts: ManifestFacts): string {
  return `# yaml-language-server: $schema=../../docs/schema/issue.schema.json
# ${facts.origin}写着“待填”的地方都要填好才能付印；年、期也请核对。
${facts.language === undefined ? '' : `language: ${facts.language}\n`}journal:
  name: 待填刊名
  kind: internal # internal 内部资料；正式期刊写 periodical，并填 issn、cn、sponsor、publisher 等
  permit: 待填准印证号
  compiler: 待填编印单位
  recipients: 待填发送对象
  printer:
    name: 待填印刷单位
    date: 待填印刷日期
    run: 待填印数
issue:
${issueLines(facts).join('\n')}
page:
  trim: 210x285
  bleed: 3
  signature: 4 # 页数凑成它的倍数
  fillers: [notes, blank, blank] # 不足一帖时依次补这些页
print: # 印刷厂另有要求时再改，见编辑手册“交给印刷厂”一节
  profile: coated # coated 铜版、亚粉等涂布纸 · uncoated 胶版、轻型等非涂布纸 · 或印刷厂给的 ICC 文件
  binding: saddle # saddle 骑马订 · perfect 胶装（另写 paper.textLeaf 内文纸厚）
style:
  theme: magazine # 设计：templates/themes 下的文件夹名
  punctuation: compressed # 标点：compressed 挤压 · line-end 只在行末占半个字 · full 一律占一个字
# cover: # 封面图和要目；有图的，去掉各行开头的 # 和它后面的一个空格
#   image: figures/cover.jpg
#   alt: 用一句话说明画面
#   headline: 要目
sections:
${sectionLines(facts.articles).join('\n')}
`
}

/** What is known of an issue in, its issue.yaml out; what only the editor knows is marked 待填 and keeps the issue from print. */

export interface ManifestFacts {
  /** Folder name; `2024-06` gives year and number. */
  readonly id: string
  readonly year?: number | undefined
  /** In printed order; `rests` are articles of which the rest stands after this one. */
  readonly articles: readonly { readonly file: string; readonly section: string; readonly rests?: readonly string[] }[]
  /** BCP 47, where it is not the default. */
  readonly language?: string
  /** First words of the comment that opens the file. */
  readonly origin: string
}

/** Year and number from the folder's name, else the year the caller gives and number 1; without either the year is 待填 too. */
function numberingOf({ id, year }: ManifestFacts): { year: string; number: number; date: string } {
  const named = /^(\d{4})(?:-(\d{1,2}))?(?!\d)/.exec(id)
  const known = named?.[1] ?? year
  return {
    year: known === undefined ? '待填出版年' : String(known),
    number: Number(named?.[2] ?? 1) || 1,
    date: known === undefined ? '待填出版日期' : `${known}-01-01`,
  }
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
  const { year, number, date } = numberingOf(facts)
  return `# yaml-language-server: $schema=../../docs/schema/issue.schema.json
# ${facts.origin}写着“待填”的地方都要填好才能付印；年、期、日期也请核对。
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
  year: ${year} # 待填：请核对
  number: ${number} # 待填：请核对
  date: ${date} # 待填：出版日期
page:
  trim: 210x285
  bleed: 3
  signature: 4 # 页数凑成它的倍数
  fillers: [notes, blank, blank] # 不足一帖时依次补这些页
print: # 印刷厂另有要求时再改，见编辑手册“印刷”一节
  profile: coated # coated 铜版、亚粉等涂布纸 · uncoated 胶版、轻型等非涂布纸 · 或印刷厂给的 ICC 文件
  binding: saddle # saddle 骑马订 · perfect 胶装（另写 paper.textLeaf 内文纸厚）
style:
  theme: magazine # 设计：templates/themes 下的文件夹名
  punctuation: compressed # 标点：compressed 挤压 · line-end 只在行末占半个字 · full 一律占一个字
sections:
${sectionLines(facts.articles).join('\n')}
`
}

/** Articles, repairs and leaked lines in, import-report.md out: what was done, what was left, what is still to be filled in. */
import { characterCount } from './markdown.ts'
import type { ImportedArticle, LeakedLine, Repair } from './result.ts'
import { rules } from './rules.ts'

export interface ReportInput {
  readonly file: string
  readonly articles: readonly ImportedArticle[]
  /** File names of the articles, in the same order. */
  readonly names: readonly string[]
  readonly repairs: readonly Repair[]
  readonly leaked: readonly LeakedLine[]
}

const cell = (text: string): string => text.replace(/[\\`*_[\]<>{}|~&^$]/g, '\\$&').replaceAll('\n', ' ')
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(row)].join('\n')
}

const actions = { applied: '已改', confirm: '请确认', flagged: '仅提示' } as const

const repairRows = (repairs: readonly Repair[]): string[][] =>
  repairs.map((repair) => [
    String(repair.line),
    rules[repair.rule],
    actions[repair.action],
    repair.before,
    repair.after === repair.before ? '（未改）' : repair.after,
    repair.note ?? '',
  ])
const repairHead = ['行', '规则', '处理', '原文', '改为', '说明']

function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`
}

function remaining({ articles, names }: ReportInput): string[] {
  const items = ['issue.yaml：刊名、准印证号、编印单位、发送对象、印刷三项，以及年、期和出版日期。']
  for (const [at, article] of articles.entries()) {
    if (article.authors.length + article.others.length === 0) items.push(`${names[at]}：作者。`)
    if (article.affiliations.length === 0) items.push(`${names[at]}：作者单位。`)
  }
  items.push('issue.yaml：栏目。现在全部文章都在“文章”一栏。')
  return items.map((item) => `- ${cell(item)}`)
}

export function reportFile(input: ReportInput): string {
  const { articles, names, repairs, leaked } = input
  const applied = repairs.filter((repair) => repair.action === 'applied')
  const open = repairs.filter((repair) => repair.action !== 'applied')
  const counts = (article: ImportedArticle, kind: 'heading' | 'paragraph'): string =>
    String(article.blocks.filter((block) => block.kind === kind).length)
  const contents = articles.map((article, at) => [
    names[at]!,
    article.title,
    [...article.authors, ...article.others.map((other) => other.name)].join('、') || '待填',
    article.affiliations.join('；') || '待填',
    counts(article, 'heading'),
    counts(article, 'paragraph'),
    String(characterCount(article)),
  ])
  return (
    [
      '# 导入报告',
      `原文：${cell(input.file)}。行号都是原文的行号。确定无疑的只有三类改动：接上断行、删去断行处的重字、清除不可见字符；其余一律照原样留着，列在“请看一看”里。`,
      section('篇目', table(['文件', '题目', '作者', '单位', '标题', '段落', '字数'], contents)),
      section('请看一看', open.length === 0 ? '没有。' : table(repairHead, repairRows(open))),
      section('已经改动', applied.length === 0 ? '没有。' : table(repairHead, repairRows(applied))),
      section(
        '没有归入文章的文字',
        leaked.length === 0
          ? '没有。'
          : `存于 _leak.txt。\n\n${table(
              ['行', '文字'],
              leaked.map((one) => [String(one.line), one.text]),
            )}`,
      ),
      section('还要填写', remaining(input).join('\n')),
    ].join('\n\n') + '\n'
  )
}

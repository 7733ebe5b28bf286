/** Articles, repairs and leaked lines in, import-report.md out: first what needs a decision, as a list to tick, then what was done. */
import { confidenceOf, type ImportedArticle, type LeakedLine, type Repair } from '../result.ts'
import { rules } from '../rules.ts'
import { characterCount } from '../write/article.ts'
import type { Account } from './account.ts'

export interface Placed {
  readonly file: string
  readonly line: number
  /** First characters of that line, by which it is found again after edits. */
  readonly quote: string
}

export interface ReportInput {
  readonly file: string
  /** As for people: UTF-8, GB18030 … */
  readonly encoding: string | undefined
  readonly articles: readonly ImportedArticle[]
  /** File names and sections of the articles, in the same order. */
  readonly names: readonly string[]
  readonly sections: readonly string[]
  readonly repairs: readonly Repair[]
  readonly leaked: readonly LeakedLine[]
  readonly account: Account
  readonly raw: string
  /** Where in the folder a line of the raw text went; undefined for what stands in no article. */
  readonly placeOf: (line: number) => Placed | undefined
}

const cell = (text: string): string => text.replace(/[\\`*_[\]<>{}|~&^$]/g, '\\$&').replaceAll('\n', ' ⏎ ')
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(row)].join('\n')
}

const degrees = { sure: '确定', likely: '很可能', doubtful: '存疑' } as const

/** Doubtful before likely, each in the order of the raw text. */
export const undecided = (repairs: readonly Repair[]): Repair[] =>
  (['doubtful', 'likely'] as const).flatMap((degree) => repairs.filter((repair) => confidenceOf(repair) === degree))

const shown = 24
const short = (text: string): string =>
  Array.from(text).length > shown ? `${Array.from(text).slice(0, shown).join('')}…` : text

/** The printed lines around the place, so that the editor sees it without opening the raw text. */
function around(raw: readonly string[], line: number): string {
  const before = raw.slice(0, line - 1).findLast((text) => text.trim() !== '')
  const here = raw[line - 1]
  const after = raw.slice(line).find((text) => text.trim() !== '')
  const parts = [
    ['上行', before],
    ['本行', here],
    ['下行', after],
  ] as const
  return parts
    .flatMap(([name, text]) =>
      text === undefined || text.trim() === '' ? [] : [`${name}：${cell(short(text.trim()))}`],
    )
    .join('　')
}

function item(repair: Repair, raw: readonly string[], place: Placed | undefined): string {
  // The manifest is no article: its facts have no line there.
  const at = place && repair.rule !== 'issue' ? ` ${place.file}:${place.line} 「${cell(place.quote)}」` : ''
  const same = repair.rule === 'heading-unnumbered' ? '（作小标题，文字未改）' : '（未改）'
  const change = repair.after === repair.before ? same : `→ ${cell(repair.after)}`
  return [
    `- [ ]${at} **${rules[repair.rule]}**（${degrees[confidenceOf(repair)]}，原文第 ${repair.line} 行）：${cell(repair.before)} ${change}${repair.note === undefined ? '' : `　${cell(repair.note)}`}`,
    `  - ${around(raw, repair.line)}`,
  ].join('\n')
}

const section = (title: string, body: string): string => `## ${title}\n\n${body}`

function remaining({ articles, names, sections }: ReportInput): string[] {
  const items = ['issue.yaml：刊名、准印证号、编印单位、发送对象、印刷三项，以及年、期和出版日期。']
  for (const [at, article] of articles.entries()) {
    if (article.people.length === 0) items.push(`${names[at]}：作者。`)
    if (article.affiliations.length === 0) items.push(`${names[at]}：作者单位。`)
    const figures = article.blocks.filter(({ kind }) => kind === 'figure').length
    if (figures > 0) items.push(`${names[at]}：图 ${figures} 幅，放进 figures/，并写替代文字。`)
  }
  if (sections.includes('文章')) items.push('issue.yaml：栏目。没有看到栏目的文章都在“文章”一栏。')
  return items.map((one) => `- ${cell(one)}`)
}

const none = '没有。'

function accountText({ account, file }: ReportInput): string {
  const all = `${cell(file)} 共 ${account.characters} 字（不计空格）。`
  if (account.unplaced.length === 0) return `${all}每一行都一字不差地在稿件文件夹里。`
  return `${all}下面 ${account.unplaced.length} 行没有照原样整行出现在稿件里：拆开写进了文章头部、去掉了标记，或作了上面所列的改动。其余每一行都一字不差。\n\n${table(
    ['行', '原文'],
    account.unplaced.map(({ line, text }) => [String(line), text]),
  )}`
}

export function reportFile(input: ReportInput): string {
  const { articles, names, sections, repairs, leaked } = input
  const raw = input.raw.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/u)
  const open = undecided(repairs)
  const done = repairs.filter((repair) => repair.action === 'applied')
  const hints = repairs.filter((repair) => repair.action !== 'applied' && confidenceOf(repair) === 'sure')
  const counts = (article: ImportedArticle, kind: 'heading' | 'paragraph'): string =>
    String(article.blocks.filter((block) => block.kind === kind).length)
  const contents = articles.map((article, at) => [
    names[at]!,
    sections[at]!,
    article.title,
    article.people.map(({ name }) => name).join('、') || '待填',
    article.affiliations.join('；') || '待填',
    counts(article, 'heading'),
    counts(article, 'paragraph'),
    String(characterCount(article)),
  ])
  const doubtful = open.filter((repair) => confidenceOf(repair) === 'doubtful').length
  return (
    [
      '# 导入报告',
      `原文：${cell(input.file)}${input.encoding === undefined ? '' : `（${input.encoding}）`}。行号都是原文的行号。要决定的 ${open.length} 处（存疑 ${doubtful}，很可能 ${open.length - doubtful}），已经改动 ${done.length} 处。看过一处就把方括号里的空格改成 x；没有打勾的，check 和 build 都会在那一行警告。`,
      section(
        '请看一看',
        open.length === 0 ? none : open.map((repair) => item(repair, raw, input.placeOf(repair.line))).join('\n'),
      ),
      section('篇目', table(['文件', '栏目', '题目', '作者', '单位', '标题', '段落', '字数'], contents)),
      section(
        '已经改动',
        done.length === 0
          ? none
          : table(
              ['行', '规则', '把握', '原文', '改为', '说明'],
              done.map((repair) => [
                String(repair.line),
                rules[repair.rule],
                degrees[confidenceOf(repair)],
                repair.before,
                repair.after,
                repair.note ?? '',
              ]),
            ),
      ),
      ...(hints.length === 0
        ? []
        : [
            section(
              '编校提示',
              table(
                ['行', '规则', '原文', '说明'],
                hints.map((repair) => [String(repair.line), rules[repair.rule], repair.before, repair.note ?? '']),
              ),
            ),
          ]),
      section(
        '没有归入文章的文字',
        leaked.length === 0
          ? none
          : `存于 _leak.txt。\n\n${table(
              ['行', '文字'],
              leaked.map((one) => [String(one.line), one.text]),
            )}`,
      ),
      section('逐字核对', accountText(input)),
      section('还要填写', remaining(input).join('\n')),
    ].join('\n\n') + '\n'
  )
}

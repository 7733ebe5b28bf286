/** An issue and what its finished files know in; the job sheet (印刷工单) out, as rows and as plain text. */
import { eastAsianWidth } from 'get-east-asian-width'
import { coverPages, creepOf, leafOf, narrowestSpine, separateCover, signatures, spineWidth } from '../model/binding.ts'
import type { Issue } from '../model/issue.ts'
import type { JobFacts, JobRow, Plate } from '../model/job.ts'
import { paperFormat } from './paper-format.ts'

const absent = '（未填）'

const figure = (value: number): string => String(Number(value.toFixed(3)))

/** `3、5—8`. */
function pageRanges(pages: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last && last[1] === page - 1) last[1] = page
    else ranges.push([page, page])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`)).join('、')
}

/** 四色 where a page needs any of cyan, magenta and yellow. */
const kindOf = (plates: readonly Plate[]): string =>
  plates.length === 0 ? '空白' : plates.every((plate) => plate === 'K') ? '单色（黑）' : '四色'

/** Pages by kind of printing, every page named. */
function inks(facts: JobFacts, pages: readonly number[]): string {
  const kinds = ['四色', '单色（黑）', '空白'].flatMap((kind) => {
    const found = pages.filter((page) => kindOf(facts.plates[page - 1] ?? []) === kind)
    return found.length > 0
      ? [`${kind}${kind.endsWith('）') ? '' : ' '}${found.length} 面：第 ${pageRanges(found)} 页`]
      : []
  })
  return kinds.join('；')
}

function trimRows({ page: { trim } }: Issue, { pages }: JobFacts): JobRow[] {
  const format = paperFormat(trim)
  const size = `${figure(trim.width)} × ${figure(trim.height)} mm`
  const text = pages - coverPages
  return [
    { label: '成品尺寸', value: size },
    {
      label: '开本',
      value: format
        ? `${format.name}（${format.sheet.join(' × ')} mm 全张纸的 1/${format.cut}）`
        : '异形，请印刷厂按成品尺寸开料',
    },
    { label: '页数', value: `${pages} 面（含封面 ${coverPages} 面）` },
    { label: '内文页数', value: `${text} 面` },
    {
      label: '印张',
      value: format
        ? `内文 ${figure(text / format.cut)}，封面 ${figure(coverPages / format.cut)}（印张＝面数÷开数，全张纸的一面为一印张）`
        : '由印刷厂按开料核算',
    },
  ]
}

function signatureText({ printing: { binding }, page }: Issue, pages: number): string {
  if (binding === 'saddle') return `套帖，${pages / 4} 张对折纸套成一帖`
  const sizes = signatures(pages, binding, page.signature).map(([from, to]) => to - from + 1)
  const kinds = [...new Set(sizes)].map((size) => `${size} 面 × ${sizes.filter((other) => other === size).length} 帖`)
  return `内文配帖：${kinds.join('，')}；封面另印`
}

function spineText(issue: Issue, pages: number): string {
  if (issue.printing.binding === 'saddle') return '无（骑马订）'
  const width = spineWidth(issue, pages)
  const leaves = (pages - coverPages) / 2
  const sum = `内文 ${leaves} 张 × ${leafOf(issue, 'text')} mm ＋ 封面 2 张 × ${leafOf(issue, 'cover')} mm`
  const blank = width < narrowestSpine ? `；不足 ${narrowestSpine} mm，书脊不印字` : ''
  return `${width} mm（${sum}）${blank}；请以实际用纸打样核对`
}

function stockText(issue: Issue, stock: 'text' | 'cover'): string {
  const { name, leaf } = issue.printing.paper[stock]
  if (stock === 'cover' && !separateCover(issue)) return '与内文同纸'
  const thickness = leaf === undefined ? `单张厚未填，按 ${leafOf(issue, stock)} mm 计` : `单张厚 ${leaf} mm`
  return `${name || absent}，${thickness}`
}

function bindingRows(issue: Issue, { pages }: JobFacts): JobRow[] {
  const saddle = issue.printing.binding === 'saddle'
  return [
    { label: '书帖', value: signatureText(issue, pages) },
    { label: '装订', value: saddle ? '骑马订' : '无线胶订（胶装）' },
    { label: '书脊', value: spineText(issue, pages) },
    ...(saddle && pages > 4
      ? [{ label: '爬移', value: `最里一张 ${figure(creepOf(issue, pages / 4))} mm（外面各张纸厚之和）` }]
      : []),
    { label: '内文用纸', value: stockText(issue, 'text') },
    { label: '封面用纸', value: stockText(issue, 'cover') },
  ]
}

const standards = { 'x-4': 'PDF/X-4（ISO 15930-7）', 'x-1a': 'PDF/X-1a:2003（ISO 15930-4）' } as const

function fileRows({ page, printing }: Issue, facts: JobFacts): JobRow[] {
  const { condition } = printing
  const all = Array.from({ length: facts.pages }, (_, i) => i + 1)
  const isCover = (n: number) => n <= 2 || n > facts.pages - 2
  return [
    { label: '封面印色', value: inks(facts, all.filter(isCover)) },
    {
      label: '内文印色',
      value:
        inks(
          facts,
          all.filter((n) => !isCover(n)),
        ) || '无内文',
    },
    { label: '出血', value: page.bleed > 0 ? `四边各 ${figure(page.bleed)} mm` : '无' },
    { label: '色彩特性', value: `${condition.identifier}（${condition.name}）` },
    {
      label: '特性文件',
      value: condition.profile
        ? '印刷厂提供的 ICC 文件，已作为输出意图嵌入'
        : '软件自带的 ICC 文件，已作为输出意图嵌入',
    },
    { label: '墨量上限', value: `四色合计 ${printing.inkLimit} %` },
    {
      label: '图片',
      value: printing.images === 'cmyk' ? '已按色彩特性转为四色' : '保留 RGB 及其特性文件，由印刷厂转换',
    },
    { label: '文字', value: '字体全部嵌入；黑字为单色黑，压印' },
    { label: '文件标准', value: standards[printing.standard] },
    ...facts.files.map(({ name, sha256 }) => ({ label: labelOf(name), value: `${name}，SHA-256 ${sha256}` })),
  ]
}

const labelOf = (name: string): string =>
  name.endsWith('-imposed.pdf') ? '拼版文件' : name.endsWith('-cover.pdf') ? '封面文件' : '单页文件'

/** Facts that an issue carries as printed in its version record only, under either kind of journal's label. */
function recorded({ colophon }: Issue, ...labels: readonly string[]): string {
  return colophon.entries.find(({ label }) => labels.includes(label))?.value ?? absent
}

function peopleRows(issue: Issue): JobRow[] {
  const { contact } = issue.printing
  const reached = contact && [contact.name, contact.phone, contact.email].filter((text) => text !== undefined)
  return [
    { label: '印刷单位', value: recorded(issue, '印刷', '印刷单位') },
    { label: '印刷日期', value: recorded(issue, '印刷日期') },
    { label: '印数', value: recorded(issue, '印数') },
    { label: '联系人', value: reached?.join('，') ?? absent },
  ]
}

/** All that a printing house asks, in the order in which it asks. What nobody gave is `（未填）`. */
export function jobSheet(issue: Issue, facts: JobFacts): readonly JobRow[] {
  return [
    { label: '刊名', value: issue.journal.name },
    { label: '期号', value: issue.numbering.fullLabel },
    { label: '出版日期', value: recorded(issue, '出版日期', '编印日期') },
    ...trimRows(issue, facts),
    ...bindingRows(issue, facts),
    ...fileRows(issue, facts),
    ...peopleRows(issue),
  ]
}

/** Columns of a terminal or a typewriter face: 2 for what is as wide as Han. */
const columns = (text: string): number =>
  Array.from(text).reduce((sum, c) => sum + eastAsianWidth(c.codePointAt(0)!), 0)

/** Plain text with the answers in one column. Ideographic spaces, so that no face pulls the column apart. */
export function jobSheetText(rows: readonly JobRow[]): string {
  const room = Math.max(...rows.map(({ label }) => columns(label))) + 2
  const padded = (label: string) => {
    const missing = room - columns(label)
    return label + '　'.repeat(Math.floor(missing / 2)) + ' '.repeat(missing % 2)
  }
  return `印刷工单\n\n${rows.map(({ label, value }) => `${padded(label)}${value}\n`).join('')}`
}

/** The facts of a journal and an issue in; its version record (版本记录), labelled and in customary order, out. */
import type { Colophon } from '../model/issue.ts'
import type { Manifest } from '../model/manuscript.ts'
import { chineseDate } from './dates.ts'
import { asList, missing } from './missing.ts'

type Rows = [label: string, value: string | undefined][]

/** Required of every internal publication (内部资料性出版物管理办法). */
const internalSentence = '内部资料 免费交流'

export function colophonOf(manifest: Manifest): Colophon {
  const internal = manifest.journal.kind === 'internal'
  const rows = internal ? internalRows(manifest) : periodicalRows(manifest)
  const { statement, rights, licence } = manifest.colophon ?? {}
  const said = internal && !statement?.includes(internalSentence) ? [internalSentence, statement] : [statement]
  const sentences = said.filter((sentence) => sentence).join('。')
  return {
    entries: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    ...(sentences && { statement: sentences }),
    ...(rights && { rights }),
    ...(licence && { licence }),
  }
}

const names = (value: string | readonly string[] | undefined): string => asList(value).join('、')

function editorRows({ journal }: Manifest): Rows {
  return (journal.editors ?? []).map(({ role, name }) => [role ?? missing, names(name)])
}

function contactRows({ journal }: Manifest): Rows {
  return [
    ['地址', journal.address],
    ['邮编', journal.postcode],
    ['电话', journal.phone],
    ['电子邮箱', journal.email],
    ['网址', journal.website],
  ]
}

function periodicalRows(manifest: Manifest): Rows {
  const { journal, issue } = manifest
  return [
    ['主管', names(journal.authority)],
    ['主办', names(journal.sponsor)],
    ['出版', journal.publisher],
    ...editorRows(manifest),
    ['刊期', journal.frequency],
    ['创刊', journal.founded === undefined ? undefined : `${journal.founded} 年`],
    ['出版日期', issue.date && chineseDate(issue.date)],
    ...contactRows(manifest),
    ['印刷', journal.printer?.name],
    ['印刷日期', journal.printer?.date && chineseDate(journal.printer.date)],
    ['印数', journal.printer?.run],
    ['发行范围', journal.distribution],
    ['国际标准连续出版物号', journal.issn && `ISSN ${journal.issn}`],
    ['国内统一连续出版物号', journal.cn],
    ['定价', journal.price],
  ]
}

function internalRows(manifest: Manifest): Rows {
  const { journal, issue } = manifest
  return [
    ['准印证号', journal.permit],
    ['编印单位', journal.compiler],
    ['主管', names(journal.authority)],
    ['主办', names(journal.sponsor)],
    ...editorRows(manifest),
    ['发送对象', journal.recipients],
    ['印刷单位', journal.printer?.name],
    ['印刷日期', journal.printer?.date && chineseDate(journal.printer.date)],
    ['印数', journal.printer?.run],
    ['编印日期', issue.date && chineseDate(issue.date)],
    ['编印周期', journal.frequency],
    ['创办', journal.founded === undefined ? undefined : `${journal.founded} 年`],
    ...contactRows(manifest),
  ]
}

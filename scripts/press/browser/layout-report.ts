/** An issue and its layout in; what editors must be told of how the layout came about out. */
import { inlineText } from '../../model/body.ts'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Article, Issue } from '../../model/issue.ts'
import type { Place } from '../../model/place.ts'
import type { LayoutFault, TightTable } from '../in-page/report/told.ts'
import type { Pagination } from './paginate.ts'

/** Characters that tell a paragraph from others; white space aside. */
const telling = 8

const solid = (text: string): string => text.replaceAll(/\s/g, '')

/** The line of the manuscript where a text begins, if one of the article's begins so. */
function lineOf({ body, notes }: Article, begins: string): number | undefined {
  const start = [...solid(begins)].slice(0, telling).join('')
  if (start === '') return undefined
  const tokens = [...body, ...notes.flatMap((note) => note.tokens)]
  const found = tokens.find((token) => token.children && solid(inlineText(token.children)).startsWith(start))
  return found?.map?.[0]
}

function faultDiagnostic(issue: Issue, { step, article: id, begins, reason }: LayoutFault): Diagnostic {
  const article = issue.articles.find((one) => one.id === id)
  const line = article && lineOf(article, begins)
  const place: Place = { file: article?.file ?? issue.id, ...(line !== undefined && { line }) }
  const code = step === 'lines' ? 'layout/lines-by-browser' : 'layout/page-as-found'
  return diagnostic(code, place, { title: article?.title ?? issue.id, begins, reason })
}

function tableDiagnostic(issue: Issue, { article: id, table, word, hopeless }: TightTable): Diagnostic {
  const article = issue.articles.find((one) => one.id === id)
  const token = article?.body.find(({ meta }) => meta?.table?.id === table)
  const line = token?.map?.[0]
  const place: Place = { file: article?.file ?? issue.id, ...(line !== undefined && { line }) }
  const caption = token?.meta?.table?.caption
  const facts = { table: caption ? `表${token!.meta!.table!.number} ${inlineText(caption)}` : '表', word }
  return diagnostic(hopeless ? 'layout/table-hopeless' : 'layout/table-torn', place, facts)
}

export function layoutReport(issue: Issue, { divided, faults, tight, plain }: Pagination): Diagnostic[] {
  const titles = divided.map(({ article, before, after }) => {
    const file = issue.articles.find(({ id }) => id === article)?.file ?? issue.id
    return diagnostic('typography/title-divided', { file }, { before, after })
  })
  const tables = tight.map((table) => tableDiagnostic(issue, table))
  const openers = issue.articles
    .filter(({ id }) => plain.includes(id))
    .map(({ file, title }) => diagnostic('layout/opener-plain', { file }, { title }))
  return [...titles, ...openers, ...faults.map((fault) => faultDiagnostic(issue, fault)), ...tables]
}

/** Facts that are each right but do not agree in; what does not agree out. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { ArticleSource, Manuscript } from '../model/manuscript.ts'
import { englishDisagreements } from './academic.ts'
import { isIsoDate } from './dates.ts'
import { unprintable } from './printing.ts'

export function disagreements({ manifest, articles }: Manuscript): Diagnostic[] {
  const { date, year } = manifest.value.issue
  const ofArticles = articles.flatMap((article) => [
    ...datesInOrder(article, date),
    ...creditedOnce(article),
    ...englishDisagreements(article),
  ])
  const diagnostics = [...unprintable(manifest), ...ofArticles]
  if (!isIsoDate(date) || year === undefined || date.startsWith(String(year))) return diagnostics
  return [diagnostic('manuscript/year-differs', manifest.places.get('issue.date'), { date, year }), ...diagnostics]
}

function datesInOrder({ facts }: ArticleSource, published: string | undefined): Diagnostic[] {
  const { received, revised, accepted } = facts.value
  const given = [
    { key: 'received', label: '收稿日期', date: received },
    { key: 'revised', label: '修回日期', date: revised },
    { key: 'accepted', label: '录用日期', date: accepted },
    { key: 'published', label: '出版日期', date: published },
  ].filter((step) => isIsoDate(step.date))
  return given.slice(1).flatMap((later, i) => {
    const earlier = given[i]!
    if (earlier.date! <= later.date!) return []
    const place = facts.places.get(later.key) ?? facts.places.get(earlier.key)
    const names = { earlier: earlier.label, earlierKey: earlier.key, later: later.label, laterKey: later.key }
    const dates = { earlierDate: earlier.date!, laterDate: later.date! }
    return [diagnostic('manuscript/date-order', place, { ...names, ...dates })]
  })
}

function creditedOnce({ facts }: ArticleSource): Diagnostic[] {
  const seen = new Set<string>()
  return (facts.value.byline ?? []).flatMap((entry, i) => {
    const { name, role = 'author' } = typeof entry === 'string' ? { name: entry } : entry
    const credit = JSON.stringify([name, role])
    const again = name !== undefined && seen.has(credit)
    seen.add(credit)
    const place = facts.places.get(`byline[${i}].name`) ?? facts.places.get(`byline[${i}]`)
    return again ? [diagnostic('manuscript/credit-twice', place, { name })] : []
  })
}

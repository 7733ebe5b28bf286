/** Year, volume and number as written in; how the issue is called out. Null where not even a year is given. */
import type { Numbering } from '../model/issue.ts'
import type { Manifest } from '../model/manuscript.ts'
import { isIsoDate } from './dates.ts'
import { missing } from './missing.ts'

/** Two digits of an issue as codes carry them; a combined issue goes by its first number. Null where there is none. */
export function issueDigits(number: number | string | undefined): string | null {
  const first = /^\d+/.exec(String(number ?? ''))?.[0]
  return first ? first.slice(-2).padStart(2, '0') : null
}

export function numberingOf(issue: Partial<Manifest['issue']>): Numbering | null {
  const year = issue.year ?? (isIsoDate(issue.date) ? Number(issue.date.slice(0, 4)) : undefined)
  if (year === undefined) return null
  const number = String(issue.number ?? missing)
  const volume = issue.volume === undefined ? '' : `第 ${issue.volume} 卷`
  const label = `${year} 年${volume}第 ${number} 期`
  return {
    year,
    ...(issue.volume !== undefined && { volume: issue.volume }),
    number,
    ...(issue.serial !== undefined && { serial: issue.serial }),
    // Every artifact needs a date; without a usable one a draft takes the first day of the year.
    date: isIsoDate(issue.date) ? issue.date : `${year}-01-01`,
    ...(issue.theme && { theme: issue.theme }),
    label,
    fullLabel: issue.serial === undefined ? label : `${label}（总第 ${issue.serial} 期）`,
  }
}

/** Year, volume and number as written in; how the issue is called out. */
import type { Numbering } from '../model/issue.ts'
import type { Manifest } from '../model/manuscript.ts'
import { isIsoDate } from './dates.ts'
import { missing } from './missing.ts'

/** Two digits of an issue as codes carry them; a combined issue goes by its first number. Null where there is none. */
export function issueDigits(number: string | undefined): string | null {
  const first = /^\d+/.exec(number ?? '')?.[0]
  return first ? first.slice(-2).padStart(2, '0') : null
}

/** Every artifact needs a date; this year is nobody's. */
const unknownYear = 1970

/** What is not given is called 待填: such a manuscript has errors, and is only ever built as a draft. */
export function numberingOf(issue: Partial<Manifest['issue']>): Numbering {
  const year = issue.year ?? (isIsoDate(issue.date) ? Number(issue.date.slice(0, 4)) : undefined)
  const number = issue.number ?? missing
  const volume = issue.volume === undefined ? '' : `第 ${issue.volume} 卷`
  const label = `${year ?? missing} 年${volume}第 ${number} 期`
  return {
    year: year ?? unknownYear,
    ...(issue.volume !== undefined && { volume: issue.volume }),
    number,
    ...(issue.serial !== undefined && { serial: issue.serial }),
    // Every artifact needs a date; without a usable one a draft takes the first day of the year.
    date: isIsoDate(issue.date) ? issue.date : `${year ?? unknownYear}-01-01`,
    ...(issue.theme && { theme: issue.theme }),
    label,
    fullLabel: issue.serial === undefined ? label : `${label}（总第 ${issue.serial} 期）`,
  }
}

/** ISO calendar dates in, Chinese dates out. */

const iso = /^(\d{4})-(\d{2})-(\d{2})$/

export const isIsoDate = (date: string | undefined): date is string => date !== undefined && iso.test(date)

/** `2026-01-15` → `2026 年 1 月 15 日`; anything else (a placeholder) as it is. */
export function chineseDate(date: string): string {
  const [, year, month, day] = iso.exec(date) ?? []
  return year ? `${year} 年 ${Number(month)} 月 ${Number(day)} 日` : date
}

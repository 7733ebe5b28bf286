/** Values that a pattern alone cannot judge: days of the calendar and check digits. */

/** The check character of an ISSN (ISO 3297: weights 8 to 2, modulo 11) or an ORCID iD (ISO 7064 mod 11-2); null for other formats. */
export function lastDigit(format: string, value: string): string | null {
  const digits = [...value.replaceAll('-', '')].map(Number)
  if (format === 'issn') {
    const sum = digits.slice(0, 7).reduce((total, digit, i) => total + digit * (8 - i), 0)
    return checkCharacter(11 - (sum % 11))
  }
  if (format === 'orcid') {
    const total = digits.slice(0, 15).reduce((sum, digit) => (sum + digit) * 2, 0)
    return checkCharacter(12 - (total % 11))
  }
  return null
}

const checkCharacter = (remainder: number): string => (remainder % 11 === 10 ? 'X' : String(remainder % 11))

/** What the pattern has already refused is not judged again. */
const ifFormed = (pattern: RegExp, judge: (value: string) => boolean) => (value: string) =>
  !pattern.test(value) || judge(value)

export const knownFormats = {
  'calendar-date': ifFormed(/^\d{4}-\d{2}-\d{2}$/, (value) => {
    const day = new Date(`${value}T00:00:00Z`)
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
  }),
  issn: ifFormed(/^\d{4}-\d{3}[\dX]$/, (value) => lastDigit('issn', value) === value.at(-1)),
  orcid: ifFormed(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, (value) => lastDigit('orcid', value) === value.at(-1)),
}

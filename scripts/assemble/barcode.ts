/** The facts of a periodical in; the digits of its bar code (GB/T 16827) out. */
import type { Cover } from '../model/issue.ts'
import type { Manifest } from '../model/manuscript.ts'
import { issueDigits } from './numbering.ts'

/** EAN-13: weights 1 and 3 in turn, the check digit fills up to ten. */
function checkDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}

/** 977, the ISSN without its own check digit, the variant and a check digit; the issue as two more digits. */
export function barcodeOf({ journal, issue }: Manifest): Cover['barcode'] | null {
  const addOn = issueDigits(issue.number)
  if (journal.kind !== 'periodical' || !journal.issn || !addOn) return null
  const twelve = `977${journal.issn.replaceAll('-', '').slice(0, 7)}${journal.variant ?? '00'}`
  return /^\d{12}$/.test(twelve) ? { ean: `${twelve}${checkDigit(twelve)}`, addOn } : null
}

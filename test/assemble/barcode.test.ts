import { expect, test } from 'vitest'
import { assemble } from '../../scripts/assemble/issue.ts'
import { themes } from '../themes.ts'
import { manuscriptOf, type Parts } from './manuscript.ts'

const barcode = (parts: Parts) => assemble(manuscriptOf(parts), themes).issue!.cover.barcode
const periodical = { kind: 'periodical', issn: '0317-8471' } as const

test('the code is 977, the ISSN without its check digit, the variant and a check digit', () => {
  // The example of the ISSN manual: ISSN 0317-8471 is EAN 9770317847001.
  expect(barcode({ journal: periodical, issue: { number: '5' } })).toEqual({ ean: '9770317847001', addOn: '05' })
  // The weights count from the left: 9 + 3·7 + 7 + 3·2 + 0 + 3·9 + 6 + 3·1 + 2 + 3·3 + 0 + 3·2 = 96.
  expect(barcode({ journal: { ...periodical, issn: '2096-1235', variant: '02' } })?.ean).toBe('9772096123024')
})

test('a combined issue goes by its first number', () => {
  expect(barcode({ journal: periodical, issue: { number: '9-10' } })?.addOn).toBe('09')
  expect(barcode({ journal: periodical, issue: { number: '12' } })?.addOn).toBe('12')
})

test('an internal publication has none, nor has a draft without ISSN or number', () => {
  expect(barcode({ journal: { issn: '0317-8471' } })).toBeUndefined()
  expect(barcode({ journal: { kind: 'periodical' } })).toBeUndefined()
  expect(barcode({ journal: periodical, issue: { number: '待填' } })).toBeUndefined()
})

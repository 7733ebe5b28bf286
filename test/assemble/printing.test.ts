import { describe, expect, test } from 'vitest'
import { assemble } from '../../scripts/assemble/issue.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import type { Manifest } from '../../scripts/model/manuscript.ts'
import { shippedConditions, usualPrinting } from '../../scripts/model/printing.ts'
import { themes } from '../themes.ts'
import { manuscriptOf } from './manuscript.ts'

const issueOf = (manifest: Partial<Manifest> = {}): Issue => assemble(manuscriptOf({ manifest }), themes).issue!
const printing = (print: NonNullable<Manifest['print']>) => issueOf({ print }).printing

describe('what is asked of the printing house', () => {
  test('is the usual where nothing is said', () => {
    expect(issueOf().printing).toEqual(usualPrinting)
  })

  test('an uncoated paper brings its condition and takes less ink', () => {
    const { condition, inkLimit } = printing({ profile: 'uncoated' })
    expect(condition).toEqual(shippedConditions.uncoated)
    expect(inkLimit).toBe(260)
    expect(printing({ profile: 'uncoated', inkLimit: 240 }).inkLimit).toBe(240)
  })

  test('papers are kept as ordered, thicknesses where given', () => {
    const { paper, binding } = printing({
      binding: 'perfect',
      paper: { text: '80 g/m² 双胶纸', textLeaf: 0.1, cover: '200 g/m² 铜版纸' },
    })
    expect(binding).toBe('perfect')
    expect(paper).toEqual({ text: { name: '80 g/m² 双胶纸', leaf: 0.1 }, cover: { name: '200 g/m² 铜版纸' } })
  })

  test('a profile that could not be read leaves a draft with the one that comes with kanben', () => {
    const { condition } = printing({ profile: 'profiles/house.icc', condition: { identifier: 'JC200103' } })
    expect(condition).toEqual(shippedConditions.coated)
  })

  test('a contact without a name shows as such', () => {
    expect(printing({ contact: { phone: '010-0000 0000' } as unknown as { name: string } }).contact).toEqual({
      name: '待填',
      phone: '010-0000 0000',
    })
  })
})

describe('what is said of the EPUB', () => {
  test('is pop-up notes and no claim unless written', () => {
    expect(issueOf().epub).toEqual({ notes: 'popup' })
  })

  test('a claim is one only with its certifier', () => {
    const conformsTo = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'
    expect(issueOf({ epub: { notes: 'end', conformsTo } }).epub).toEqual({ notes: 'end' })
    expect(issueOf({ epub: { conformsTo, certifiedBy: '某馆' } }).epub.conformance).toEqual({
      conformsTo,
      certifiedBy: '某馆',
    })
  })
})

import { expect, describe as suite, test } from 'vitest'
import { codes } from '../../scripts/model/codes/index.ts'
import { manuscript } from '../../scripts/model/codes/manuscript.ts'
import { type Diagnostic, describe } from '../../scripts/model/diagnostic.ts'
import { codeOf, diagnose, expected, fixtures } from './lay.ts'

test('the stock issue has no faults', async () => {
  expect((await diagnose('_stock')).lines).toEqual([])
})

test('every code of the manuscript has a fixture of its name, and every fixture a code', () => {
  const covered = new Set(fixtures.map(codeOf))
  expect(Object.keys(manuscript).filter((code) => !covered.has(code))).toEqual([])
  expect([...covered].filter((code) => !(code in codes))).toEqual([])
})

/** No fact may be missing from a sentence: what fill() leaves empty shows as an empty pair of marks or a missing word. */
function incomplete(d: Diagnostic): string[] {
  const row = codes[d.code]
  const texts = [row.zh, row.en, ...('hint' in row ? [row.hint.zh, row.hint.en] : [])]
  const wanted = texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!))
  return wanted.filter((name) => d.facts[name] === undefined)
}

suite('each fixture gives exactly its diagnostics at their places', () => {
  for (const fixture of fixtures) {
    test(fixture, async () => {
      const { lines, diagnostics } = await diagnose(fixture)
      expect(lines).toEqual(expected(fixture))
      expect(lines.some((line) => line.startsWith(`${codeOf(fixture)} `) || line === codeOf(fixture))).toBe(true)
      expect(diagnostics.flatMap(incomplete)).toEqual([])
      for (const d of diagnostics) expect(describe(d, 'zh').message).not.toBe('')
    })
  }
})

import { expect, describe as suite, test } from 'vitest'
import { codes } from '../../scripts/model/codes/index.ts'
import { manuscript } from '../../scripts/model/codes/manuscript.ts'
import { type PhraseSet, phrases } from '../../scripts/model/codes/phrases.ts'
import { type Diagnostic, describe, type Facts } from '../../scripts/model/diagnostic.ts'
import { codeOf, diagnose, expected, fixtures } from './lay.ts'

test('the stock issue has no faults', async () => {
  expect((await diagnose('_stock')).lines).toEqual([])
})

test('every code of the manuscript has a fixture of its name, and every fixture a code', () => {
  const covered = new Set(fixtures.map(codeOf))
  expect(Object.keys(manuscript).filter((code) => !covered.has(code))).toEqual([])
  expect([...covered].filter((code) => !(code in codes))).toEqual([])
})

/** Facts that a text names, those of the phrases that some of them stand for included. */
function wantedBy(text: string, facts: Facts): string[] {
  return [...text.matchAll(/\{(\w+)(?::(\w+))?\}/g)].flatMap(([, name = '', set]) => {
    const phrase = set && Object.entries(phrases[set as PhraseSet]).find(([key]) => key === facts[name])?.[1]
    return [name, ...(phrase ? [...wantedBy(phrase.zh, facts), ...wantedBy(phrase.en, facts)] : [])]
  })
}

/** No fact may be missing from a sentence: what fill() leaves empty shows as an empty pair of marks or a missing word. */
function incomplete(d: Diagnostic): string[] {
  const row = codes[d.code]
  const texts = [row.zh, row.en, ...('hint' in row ? [row.hint.zh, row.hint.en] : [])]
  return texts.flatMap((text) => wantedBy(text, d.facts)).filter((name) => d.facts[name] === undefined)
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

test('a day that no calendar has is not given back as the form that is right', async () => {
  const { diagnostics } = await diagnose('manuscript__value-format')
  const examples = diagnostics.map(({ facts }) => facts.example)
  expect(examples).toContain('2026-01-15')
  expect(examples).not.toContain('2026-02-30')
})

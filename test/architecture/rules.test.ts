import { describe, expect, test } from 'vitest'
import { uaAssertions } from '../../scripts/proof/pdfua/check.ts'
import { printAssertions } from '../../scripts/proof/pdfx/assertions.ts'
import { rules } from '../../scripts/proof/typography/rules.ts'
import { assertionWords } from '../../scripts/report/assertions.ts'
import { scripts, textOf } from './sources.ts'

/** Rows of the tables of the list: id, wording in Chinese and English, source, and how it is judged where that is said. */
const listed = textOf('docs/rules.md')
  .split('\n')
  .filter((line) => /^\| (?:[A-Z]?\d)/.test(line))
  .map((line) => line.slice(2, -2).split(' | '))
  .map(([id = '', zh = '', en = '', source = '']) => ({ id, zh, en, source }))

// PDF/X-1a asks more than PDF/X-4.
const print = [...printAssertions('x-1a'), ...printAssertions('x-4')]
const asserted = [...new Map([...print, ...uaAssertions].map((assertion) => [assertion.id, assertion])).values()]

describe('the list of rules', () => {
  test('names each rule once', () => {
    const ids = listed.map(({ id }) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  test('is the list of what is audited and asserted', () => {
    expect(listed.map(({ id }) => id).sort()).toEqual([...rules, ...asserted].map(({ id }) => id).sort())
  })

  test('words each rule as the page of the proof does, and names the clauses that the code names', () => {
    const held = [
      ...rules.map(({ id, zh, en }) => ({ id, zh, en })),
      ...asserted.map(({ id, clause }) => ({
        id,
        zh: assertionWords(id, 'zh'),
        en: assertionWords(id, 'en'),
        source: clause,
      })),
    ]
    for (const rule of held) expect(listed.find(({ id }) => id === rule.id)).toMatchObject(rule)
  })

  test('gives each rule a source', () => {
    expect(listed.filter(({ source }) => source.length < 4).map(({ id }) => id)).toEqual([])
  })

  const code = scripts.filter(({ area }) => ['proof', 'report', 'press'].includes(area)).map(({ text }) => text)

  test('holds every id that the code cites, in a list or a range of them too', () => {
    const cited = code.flatMap((text) => [
      ...[...text.matchAll(/\b([LPIFXHS]\d{1,2})\b/g)].map(([, id = '']) => id),
      ...[...text.matchAll(/\b([LPIFXHS])(\d{1,2})–\1(\d{1,2})\b/g)].flatMap(([, letter, from, to]) =>
        Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `${letter}${Number(from) + i}`),
      ),
    ])
    const ids = new Set(listed.map(({ id }) => id))
    expect([...new Set(cited)].filter((id) => !ids.has(id))).toEqual([])
  })

  test('holds no rule of the page whose audit does not cite it', () => {
    const audits = code.join('\n')
    const silent = rules.filter(({ id, audit }) => {
      const at = audit ? audits.indexOf(`export const ${audit.name}: Rule`) : -1
      return audit && !new RegExp(`\\b${id}\\b`).test(audits.slice(audits.lastIndexOf('/**', at), at))
    })
    expect(silent.map(({ id }) => id)).toEqual([])
  })
})

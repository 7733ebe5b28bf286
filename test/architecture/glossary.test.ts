import { describe, expect, test } from 'vitest'
import { scripts, textOf } from './sources.ts'

/** Rows of the tables: what editors say, the words of the code. */
const rows = textOf('docs/glossary.md')
  .split('\n')
  .filter((line) => /^\| \p{Script=Han}/u.test(line))
  .map((line) => line.slice(2, -2).split(/ ?\| /))
  .filter(([chinese]) => chinese !== '中文')
  .map(([chinese = '', code = '', ...rest]) => ({ chinese, code, rest }))

const wordsIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)

/** What is exported, what types and objects call their fields, and the words of closed lists. */
const names = new Set(
  scripts.flatMap(({ code, file }) => [
    file.slice(file.lastIndexOf('/') + 1),
    ...[...code.matchAll(/^export (?:async )?(?:function\*?|const|interface|type|class) (\w+)/gm)].map(
      ([, name]) => name,
    ),
    ...[...code.matchAll(/\breadonly (\w+)\??:|^\s*'?([\w-]+)'?: |\bconst (\w+) =|'([\w-]+)'/gm)].flatMap((found) =>
      found.slice(1).filter((name) => name !== undefined),
    ),
  ]),
)

describe('the glossary', () => {
  test('is four columns wide everywhere', () => {
    expect(rows.length).toBeGreaterThan(60)
    expect(rows.filter(({ rest }) => rest.length !== 2).map(({ chinese }) => chinese)).toEqual([])
  })

  test('names only what the code has', () => {
    const words = rows.flatMap(({ code }) => wordsIn(code))
    expect(words.filter((word) => !names.has(word))).toEqual([])
  })

  test('gives each thing one word, and each word one thing', () => {
    for (const of of [rows.map(({ chinese }) => chinese), rows.flatMap(({ code }) => wordsIn(code))]) {
      expect(of.filter((word, i) => of.indexOf(word) !== i)).toEqual([])
    }
    expect(rows.filter(({ code }) => wordsIn(code).length !== 1).map(({ chinese }) => chinese)).toEqual([])
  })

  test('tells apart by words that the code has, where it names them', () => {
    const named = rows.flatMap(({ rest }) => wordsIn(rest[1] ?? '')).filter((word) => !word.includes('-'))
    expect(named.filter((word) => !names.has(word))).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ImportResult, importText, isJoin } from '../../scripts/importing/import.ts'
import { spreads } from '../support/spreads.ts'
import { set, undecidable, unprintable } from './columns.ts'
import { authorsOf, type OriginalBlock } from './corpus.ts'

/** Where what stands in a text: line numbers as editors count. */
interface Facts {
  readonly titles: readonly number[]
  /** The names, as printed, with a name in the list for each person. */
  readonly names: readonly number[]
  readonly units: readonly number[]
  readonly headings: readonly number[]
  readonly counts: { readonly heading: readonly number[]; readonly paragraph: readonly number[] }
  /** Blocks that go on in another column. */
  readonly joins: readonly number[]
  /** Of these, the one whose last character is printed again after the cut. */
  readonly doubled: number
  /** Of these, the heading. */
  readonly cutHeading: number
  readonly leaked: number
  readonly open: readonly (readonly [line: number, rule: string])[]
}

const facts: Readonly<Record<string, Facts>> = {
  'an invented spread': {
    titles: [5, 27, 59, 87],
    names: [7, 29, 61, 89],
    units: [25, 57, 85, 109],
    headings: [11, 15, 21, 33, 43, 53, 65, 71, 77, 81, 93, 97, 101],
    counts: { heading: [3, 3, 4, 3], paragraph: [4, 8, 5, 5] },
    joins: [17, 39, 47, 67, 73, 101],
    doubled: 17,
    cutHeading: 101,
    leaked: 113,
    open: [
      [11, 'heading-unnumbered'],
      [15, 'heading-unnumbered'],
      [17, 'doubled-word'],
      [21, 'heading-unnumbered'],
      [51, 'latin'],
    ],
  },
  'a printed spread': {
    titles: [5, 31, 73, 103],
    names: [7, 33, 75, 105],
    units: [29, 71, 101, 129],
    headings: [11, 15, 19, 25, 37, 47, 59, 79, 85, 91, 97, 109, 113, 117, 123],
    counts: { heading: [4, 3, 4, 4], paragraph: [5, 12, 5, 6] },
    joins: [21, 43, 53, 63, 81, 87, 93, 117],
    doubled: 21,
    cutHeading: 117,
    leaked: 133,
    open: [
      [11, 'heading-unnumbered'],
      [15, 'heading-unnumbered'],
      [17, 'doubled-word'],
      [19, 'heading-unnumbered'],
      [25, 'heading-unnumbered'],
      [55, 'latin'],
    ],
  },
}

const options = { file: 'spread.txt', id: '2024-06' }

const rulesAt = (result: ImportResult, line: number): string[] =>
  result.repairs.filter((repair) => repair.line === line).map(({ rule, action }) => `${rule} ${action}`)

describe.each(spreads)('$name', ({ name, file }) => {
  const wanted = facts[name]!
  const raw = readFileSync(file, 'utf8')
  const result = importText(raw, options)
  const source = raw.split('\n')
  const printed = (line: number): string => source[line - 1]!
  const { articles } = result

  test('it has its articles, with titles, names and units as printed', () => {
    expect(articles.map(({ line, title }) => [line, title])).toEqual(wanted.titles.map((line) => [line, printed(line)]))
    expect(articles.map(authorsOf)).toEqual(wanted.names.map((line) => printed(line).split(' ')))
    expect(articles.map(({ affiliations }) => affiliations.map((unit) => `（作者单位：${unit}）`))).toEqual(
      wanted.units.map((line) => [printed(line)]),
    )
  })

  test('it has its headings and paragraphs', () => {
    const count = (kind: string) => articles.map(({ blocks }) => blocks.filter((block) => block.kind === kind).length)
    expect({ heading: count('heading'), paragraph: count('paragraph') }).toEqual(wanted.counts)
    const headings = articles.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'heading'))
    expect(headings.map(({ line }) => line)).toEqual(wanted.headings)
    for (const { line, text } of headings) if (line !== wanted.cutHeading) expect(text).toBe(printed(line))
  })

  test('the cuts are joined, at these lines and no others', () => {
    const joins = result.repairs.filter(({ rule, action }) => isJoin(rule) && action === 'applied')
    expect(joins.map(({ line }) => line)).toEqual(wanted.joins)
    for (const line of wanted.joins.filter((line) => line !== wanted.doubled)) {
      const block = articles.flatMap(({ blocks }) => blocks).find((one) => one.line === line)!
      expect(block.text).toBe(printed(line) + printed(line + 2))
    }
    expect(result.repairs.filter(({ rule }) => rule === 'join-doubt')).toEqual([])
  })

  test('the character printed twice at a cut is dropped once', () => {
    const line = wanted.doubled
    const block = articles[0]!.blocks.find((one) => one.line === line)!
    expect(block.text).toBe(printed(line) + printed(line + 2).slice(1))
    expect(rulesAt(result, line + 2)).toEqual(['overlap applied'])
  })

  test('no character is lost but the second copy', () => {
    const text = articles.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('')
    const apart = new Set([...wanted.titles, ...wanted.names, ...wanted.units, wanted.leaked])
    const body = source.filter((_, at) => !apart.has(at + 1))
    expect(text.length).toBe(body.join('').length - 1)
  })

  test('the last title is leaked, and everything doubtful is shown and left', () => {
    expect(result.leaked).toEqual([{ line: wanted.leaked, text: printed(wanted.leaked) }])
    const open = result.repairs.filter(({ action }) => action !== 'applied')
    expect(open.map(({ line, rule }) => [line, rule])).toEqual(wanted.open)
    for (const { before, after } of open) expect(after).toBe(before)
  })

  test.each([15, 16, 17, 18, 19, 20, 21, 22, 24, 26])(
    'the same text in columns of %i characters comes back',
    (width) => {
      let decided = 0
      let tried = 0
      for (const article of articles) {
        for (const height of [7, 11, 16, 24, 32, 50]) {
          const { pieces, cuts } = set(article.blocks as readonly OriginalBlock[], { width, height, doubled: false })
          if (cuts.some(unprintable)) continue
          tried += 1
          const text = [
            article.title,
            authorsOf(article).join(' '),
            ...pieces,
            `（作者单位：${article.affiliations[0]}）`,
          ].join('\n\n')
          const again = importText(text, options)
          const blocks = again.articles[0]!.blocks.map((block) => block.text)
          expect(blocks.join('')).toBe(article.blocks.map((block) => block.text).join(''))
          const whole = article.blocks.map((block) => block.text)
          for (const block of blocks)
            expect(
              whole.some((one) => one.includes(block)),
              block,
            ).toBe(true)
          if (again.repairs.some(({ rule }) => rule === 'join-doubt' || rule === 'overlap-doubt')) continue
          decided += 1
          expect(blocks.length).toBe(whole.length + cuts.filter(undecidable).length)
        }
      }
      expect(tried).toBeGreaterThan(10)
      expect(decided / tried).toBeGreaterThan(0.8)
    },
  )
})

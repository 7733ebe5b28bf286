import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ImportResult, importText, isJoin } from '../../scripts/importing/import.ts'
import { set, undecidable, unprintable } from './columns.ts'
import { authorsOf, type OriginalBlock } from './corpus.ts'

const file = path.resolve(import.meta.dirname, '../../../shared/seed/issue-spread.txt')
const present = existsSync(file)
const raw = present ? readFileSync(file, 'utf8') : ''
const options = { file: 'issue-spread.txt', id: '2024-06' }

const rulesAt = (result: ImportResult, line: number): string[] =>
  result.repairs.filter((repair) => repair.line === line).map(({ rule, action }) => `${rule} ${action}`)

describe.skipIf(!present)('the printed spread', () => {
  const result = importText(raw, options)
  const source = raw.split('\n')
  const { articles } = result

  test('it has four articles, with titles, names and units as printed', () => {
    expect(articles.map(({ line, title }) => [line, title])).toEqual(
      [5, 31, 73, 103].map((line) => [line, source[line - 1]]),
    )
    expect(articles.map(authorsOf)).toEqual([7, 33, 75, 105].map((line) => [source[line - 1]]))
    expect(articles.map(({ affiliations }) => affiliations.map((name) => `（作者单位：${name}）`))).toEqual(
      [29, 71, 101, 129].map((line) => [source[line - 1]]),
    )
  })

  test('it has fifteen headings and twenty-eight paragraphs', () => {
    const count = (kind: string) => articles.map(({ blocks }) => blocks.filter((block) => block.kind === kind).length)
    expect(count('heading')).toEqual([4, 3, 4, 4])
    expect(count('paragraph')).toEqual([5, 12, 5, 6])
    const headings = articles.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'heading'))
    expect(headings.map(({ line }) => line)).toEqual([11, 15, 19, 25, 37, 47, 59, 79, 85, 91, 97, 109, 113, 117, 123])
    for (const { line, text } of headings) {
      if (line !== 117) expect(text).toBe(source[line - 1])
    }
  })

  test('eight cuts are joined, at these lines and no others', () => {
    const joins = result.repairs.filter(({ rule, action }) => isJoin(rule) && action === 'applied')
    expect(joins.map(({ line }) => line)).toEqual([21, 43, 53, 63, 81, 87, 93, 117])
    for (const line of [43, 53, 63, 81, 87, 93, 117]) {
      const block = articles.flatMap(({ blocks }) => blocks).find((one) => one.line === line)!
      expect(block.text).toBe(source[line - 1]! + source[line + 1]!)
    }
    expect(result.repairs.filter(({ rule }) => rule === 'join-doubt')).toEqual([])
  })

  test('the character printed twice at a cut is dropped once', () => {
    const block = articles[0]!.blocks.find(({ line }) => line === 21)!
    expect(block.text).toBe(source[20]! + source[22]!.slice(1))
    expect(rulesAt(result, 23)).toEqual(['overlap applied'])
  })

  test('no character is lost but the second copy', () => {
    const text = articles.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('')
    const body = source.filter((line, at) => {
      const heads = [5, 7, 29, 31, 33, 71, 73, 75, 101, 103, 105, 129, 133]
      return line !== '' && !heads.includes(at + 1)
    })
    expect(text.length).toBe(body.join('').length - 1)
  })

  test('the last title is leaked, and everything doubtful is shown and left', () => {
    expect(result.leaked).toEqual([{ line: 133, text: source[132] }])
    const open = result.repairs.filter(({ action }) => action !== 'applied')
    expect(open.map(({ line, rule }) => [line, rule])).toEqual([
      [11, 'heading-unnumbered'],
      [15, 'heading-unnumbered'],
      [17, 'doubled-word'],
      [19, 'heading-unnumbered'],
      [25, 'heading-unnumbered'],
      [55, 'latin'],
    ])
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
            ...authorsOf(article),
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
      expect(decided / tried).toBeGreaterThan(0.8)
    },
  )
})

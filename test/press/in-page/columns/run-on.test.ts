import { beforeAll, describe, expect, test } from 'vitest'
import { article, count, type Laid, lay, linesOf, paragraph } from '../laid-pages.ts'

/** Lines of the article before, both columns together: every two leave a line less. */
const lengths = [20, 24, 26, 28, 30, 32, 34, 36, 38, 40, 44, 56]
const long = paragraph('后', 50) + paragraph('后', 40)
const short = paragraph('后', 7)

let laid: Laid
/** The page on which the pair of this number begins. */
const opening = (pair: string) => laid.pages[laid.records.findIndex(({ article }) => article === `${pair}-first`)]!
const articlesWith = (pair: string) =>
  laid.records.filter(({ article }) => article === `${pair}-first`).map(({ articles }) => articles)

const pair = (name: string, lines: number, second: string) =>
  article(`${name}-first`, 'opens', paragraph('前', lines)) + article(`${name}-second`, 'runs-on', second)

beforeAll(async () => {
  laid = await lay(
    lengths.map((lines) => pair(`p${lines}`, lines, long)).join('') +
      pair('short', 44, short) +
      article('whole-first', 'opens', paragraph('前', 60)) +
      article('whole-second', 'runs-on', short),
  )
}, 120_000)

const rows = (name: string) => {
  const [left] = opening(name).columns
  return linesOf(left, '后').length
}

describe('a piece that runs on', () => {
  test('starts below the article before it where fifteen lines are left for its body, and never with fewer', () => {
    const found = lengths.map((lines) => rows(`p${lines}`))
    const accepted = found.filter((lines) => lines > 0)
    expect(accepted.length).toBeGreaterThan(2)
    expect(accepted.length).toBeLessThan(lengths.length)
    expect(Math.min(...accepted)).toBe(15)
    // Longer articles before it leave less room, without exception.
    expect([...found].sort((a, b) => b - a)).toEqual(found)
    const first = lengths[accepted.length]!
    expect(articlesWith(`p${first}`)).toEqual([[`p${first}-first`]])
    expect(articlesWith(`p${lengths[0]}`)).toEqual([[`p${lengths[0]}-first`, `p${lengths[0]}-second`]])
  })

  test('stays where it begins when all of it fits, however short', () => {
    expect(count([opening('short')], '后')).toBe(short.split('后').length - 1)
  })

  test('has the columns of the article before it balanced above its head', () => {
    for (const lines of lengths) {
      const [left, right] = opening(`p${lines}`).columns.map((column) => linesOf(column, '前').length)
      // All of it stands on this page; the last of its lines lacks three characters.
      expect([lines, left! + right!]).toEqual([lines, lines])
      expect(Math.abs(left! - right!), String(lines)).toBeLessThanOrEqual(1)
    }
  })

  test('keeps the grid of the page that it shares', () => {
    const { lines } = opening(`p${lengths[0]}`)
    const phases = [...linesOf(lines, '前'), ...linesOf(lines, '后')].map(({ y }) => Math.round((y % 16.5) * 10) / 10)
    expect(new Set(phases).size).toBe(1)
  })

  test('loses no character', () => {
    const written = lengths.length * (long.split('后').length - 1) + 2 * (short.split('后').length - 1)
    expect(count(laid.pages, '后')).toBe(written)
  })
})

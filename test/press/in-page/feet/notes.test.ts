import { beforeAll, describe, expect, test } from 'vitest'
import { count, type Laid, lay, measure, picture, prose, written } from '../laid-pages.ts'

const circled = (n: number) => String.fromCodePoint(0x245f + n)

/** A paragraph of so many lines that calls notes at even distances. */
const noted = (numbers: readonly number[], lines: number): string => {
  const calls = numbers.map(
    (n) => `${'文'.repeat(Math.floor((measure.characters * lines) / numbers.length) - 3)}[^${n}]`,
  )
  return `${calls.join('')}文文\n\n`
}

/** Notes of so many lines each. */
const notes = (numbers: readonly number[], lines: number): string =>
  numbers.map((n) => `[^${n}]: ${'注'.repeat(50 * lines)}\n\n`).join('')

/** Lines before the call: they bring it to the feet of both columns and over the end of the page. */
const befores = [25, 35, 52, 56, 58, 60, 62, 64, 66, 68, 70, 72, 74]
/** A note of three lines cannot be divided, one of nine can. */
const lengths = [1, 3, 9]

const cases = befores.flatMap((before) => lengths.map((length) => ({ id: `n${before}-${length}`, before, length })))

let laid: Laid
const pagesOf = (id: string) => laid.pages.filter((_, i) => laid.records[i]!.article === id)

beforeAll(async () => {
  laid = await lay(
    cases
      .map(({ id, before, length }) =>
        written(
          id,
          'opens',
          `${prose('前', 9)}${picture(137, '图')}${prose('前', before - 20)}${noted([1, 2, 3], 9)}${noted([4], 2)}${prose('后', 30)}${notes([1, 2, 3], length)}${notes([4], 2)}`,
        ),
      )
      .join(''),
  )
}, 300_000)

describe('notes at the foot', () => {
  test('are never lost and never printed twice, wherever their calls stand', () => {
    for (const { id, length } of cases) {
      expect(count(pagesOf(id), '注'), id).toBe(50 * (3 * length + 2))
    }
  })

  test('begin on the page of their call', () => {
    for (const { id } of cases) {
      // Once in the text and once at the foot, and nowhere else.
      for (const n of [1, 2, 3, 4]) {
        const times = pagesOf(id).map(({ text }) => text.split(circled(n)).length - 1)
        expect(
          times.filter((found) => found > 0),
          `${id}, note ${n}`,
        ).toEqual([2])
      }
    }
  })

  test('lose no line of the text', () => {
    for (const { id, before } of cases) {
      expect(count(pagesOf(id), '前'), id).toBe(measure.characters * (before - 11) - 10)
      expect(count(pagesOf(id), '后'), id).toBe(measure.characters * 30 - 5)
    }
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { article, count, type Laid, lay, measure, paragraph } from './laid-pages.ts'

const circled = (n: number) => String.fromCodePoint(0x245f + n)

/** A paragraph whose last line calls a note, and the note of so many lines. */
const noted = (id: string, n: number, lines: number, noteLines: number): string => {
  const call = `<a class="call" id="${id}-c${n}" href="#${id}-n${n}">${circled(n)}</a>`
  const note = `<span class="note" id="${id}-n${n}"><span class="mark">${circled(n)}</span>${'注'.repeat(50 * noteLines)}</span>`
  return `<p>${'文'.repeat(measure.characters * lines - 6)}${call}${note}</p>`
}

/** Lines before the call: they bring it to the feet of both columns and over the end of the page. */
const befores = [20, 35, 55, 60, 64, 66, 67, 68, 69, 70, 71, 72, 74]
/** A note of three lines cannot be divided, one of nine can. */
const lengths = [1, 3, 9]

const cases = befores.flatMap((before) => lengths.map((length) => ({ id: `n${before}-${length}`, before, length })))

let laid: Laid
const pagesOf = (id: string) => laid.pages.filter((_, i) => laid.records[i]!.article === id)

beforeAll(async () => {
  laid = await lay(
    cases
      .map(({ id, before, length }) =>
        article(
          id,
          'opens',
          `${paragraph('前', before)}${noted(id, 1, 3, length)}${noted(id, 2, 2, 2)}${paragraph('后', 30)}`,
        ),
      )
      .join(''),
  )
}, 300_000)

describe('notes at the foot', () => {
  test('are never lost and never printed twice, wherever their calls stand', () => {
    for (const { id, length } of cases) {
      expect(count(pagesOf(id), '注'), id).toBe(50 * (length + 2))
    }
  })

  test('begin on the page of their call', () => {
    for (const { id } of cases) {
      for (const page of pagesOf(id)) {
        // Once in the text and once at the foot.
        for (const n of [1, 2]) expect([0, 2], `${id}, note ${n}`).toContain(page.text.split(circled(n)).length - 1)
      }
    }
  })

  test('lose no line of the text', () => {
    for (const { id, before } of cases) {
      expect(count(pagesOf(id), '前'), id).toBe(measure.characters * before - 5)
      expect(count(pagesOf(id), '后'), id).toBe(measure.characters * 30 - 5)
    }
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { article, count, type Laid, lay, measure, paragraph } from '../laid-pages.ts'

const circled = (n: number) => String.fromCodePoint(0x245f + n)

/** A paragraph of so many lines that calls notes at even distances, and the notes, of so many lines each. */
const noted = (id: string, numbers: readonly number[], lines: number, noteLines: number): string => {
  const calls = numbers.map((n) => {
    const call = `<a class="call" id="${id}-c${n}" href="#${id}-n${n}">${circled(n)}</a>`
    const note = `<span class="note" id="${id}-n${n}"><span class="mark">${circled(n)}</span>${'注'.repeat(50 * noteLines)}</span>`
    return '文'.repeat(Math.floor((measure.characters * lines) / numbers.length) - 3) + call + note
  })
  return `<p>${calls.join('')}文文</p>`
}

/** Lines before the call: they bring it to the feet of both columns and over the end of the page. */
const befores = [25, 35, 52, 56, 58, 60, 62, 64, 66, 68, 70, 72, 74]
/** A note of three lines cannot be divided, one of nine can. */
const lengths = [1, 3, 9]

const figure =
  '<figure class="column"><img src="figures/press.svg" alt="" style="height:137px"><figcaption>图</figcaption></figure>'

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
          `${paragraph('前', 9)}${figure}${paragraph('前', before - 20)}${noted(id, [1, 2, 3], 9, length)}${noted(id, [4], 2, 2)}${paragraph('后', 30)}`,
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
      for (const page of pagesOf(id)) {
        // Once in the text and once at the foot.
        for (const n of [1, 2, 3, 4])
          expect([0, 2], `${id}, note ${n}`).toContain(page.text.split(circled(n)).length - 1)
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

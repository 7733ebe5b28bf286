import { beforeAll, describe, expect, test } from 'vitest'
import { article, count, type Laid, lay, measure, paragraph } from '../laid-pages.ts'

const heading = '<h3 style="display:block;break-after:avoid">题题题</h3>'
const closing = '<p class="closing">（单位单位单位单位）</p>'
const items = (each: number) =>
  `<ul>${Array.from({ length: 4 }, () => `<li>${'列'.repeat(20 * each - 3)}</li>`).join('')}</ul>`

/** Ends of articles in which something takes part that Chromium does not balance by itself. */
const ends: Record<string, string> = {
  heading: `${paragraph('文', 9)}${heading}${paragraph('文', 6)}${heading}${paragraph('文', 8)}`,
  twoLines: Array.from({ length: 9 }, () => paragraph('文', 2)).join(''),
  list: `${paragraph('文', 5)}${items(2)}${paragraph('文', 4)}`,
  closing: `${paragraph('文', 12)}${paragraph('文', 3)}${closing}`,
}
/** Lines above that bring other parts to the foot of the first column. */
const above = [0, 1, 2, 3, 5]

const cases = Object.entries(ends).flatMap(([name, body]) =>
  above.map((lines) => ({ id: `${name}-${lines}`, lines, body })),
)

/** A picture over both columns that finds no room below the text before it, or has no room below itself for a heading. */
const spanning = (height: number) =>
  `${paragraph('文', 10)}<figure class="page"><img src="figures/press.svg" alt="" style="height:${height}px"><figcaption>图图图</figcaption></figure>${heading}${paragraph('文', 40)}`
const heights = [560, 620, 640, 660, 700]

/** A short text and its references, which are set smaller than the grid and may be parted anywhere. */
const listed = [
  { id: 'references-one-line-entries', lines: 3, entries: [1, 1, 1, 2] },
  { id: 'references-equal-entries', lines: 3, entries: [1, 1, 1, 1, 1] },
  { id: 'references-long-entries', lines: 4, entries: [3, 1, 2] },
].map(({ id, lines, entries }) => {
  const list = entries.map((n) => `<p>${'献'.repeat(20 * n)}</p>`).join('')
  const references = `<section class="references"><p class="label">参</p>${list}</section>`
  return { id, body: paragraph('前', lines) + closing + references }
})

let laid: Laid
const pagesOf = (id: string) => laid.pages.filter((_, i) => laid.records[i]!.article === id)

beforeAll(async () => {
  laid = await lay(
    cases
      .map(({ id, lines, body }) => article(id, 'opens', (lines > 0 ? paragraph('前', lines) : '') + body))
      .concat(listed.map(({ id, body }) => article(id, 'opens', body)))
      .concat(heights.map((height) => article(`spanning-${height}`, 'opens', spanning(height))))
      .join(''),
  )
}, 240_000)

describe('the last columns of an article', () => {
  test.each(cases.map(({ id }) => id))('are as level as what stays together in them allows: %s', (id) => {
    const [left, right] = pagesOf(id)
      .at(-1)!
      .columns.map((column) => column.filter(({ text }) => /[前文列（]/.test(text)))
    const lines = (left!.at(-1)!.y - right!.at(-1)!.y) / measure.pitch
    // A heading stands together with two lines, and so do the two lines of a text.
    expect(Math.abs(lines), `${lines} lines`).toBeLessThan(id.startsWith('heading') ? 4.5 : 2.5)
  })

  test('never begin with the last line of a text', () => {
    for (const { id } of cases.filter(({ id }) => /^(twoLines|list)/.test(id))) {
      const [left, right] = pagesOf(id).at(-1)!.columns
      const character = right[0]!.text.trim().at(-1)!
      // What ends in the first line of the column is short by the three characters of its paragraph.
      const short = right[0]!.text.trim().length <= measure.characters - 3 && /[文列]/.test(character)
      expect(short && left.at(-1)!.text.trim().length >= 20, `${id}: ${right[0]!.text}`).toBe(false)
    }
  })
})

describe('a head', () => {
  test.each(heights)('has text below it on its page, whatever picture of %i px follows', (height) => {
    const [first] = pagesOf(`spanning-${height}`)
    expect(count([first!], '文')).toBeGreaterThan(2 * measure.characters)
  })
})

test.each(listed)('references stay in the columns, whatever height was tried before: $id', ({ id }) => {
  const lines = pagesOf(id).flatMap((page) => page.lines)
  expect(lines.filter(({ text }) => text.includes('献')).length).toBeGreaterThan(3)
  // Points: the right column begins in the middle of the sheet, what overflows beyond it.
  expect(lines.filter(({ x }) => x > 480)).toEqual([])
})

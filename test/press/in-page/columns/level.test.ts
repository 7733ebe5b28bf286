import { beforeAll, describe, expect, test } from 'vitest'
import { count, type Laid, lay, measure, picture, prose, written } from '../laid-pages.ts'

const heading = '## 题题题\n\n'
/** What the template sets behind a body. */
const closing = '<p class="closing">（单位单位单位单位）</p>'
const items = (each: number) => `${`- ${'列'.repeat(20 * each - 3)}\n`.repeat(4)}\n`

/** Ends of articles in which something takes part that Chromium does not balance by itself. */
const ends: Record<string, { readonly body: string; readonly after?: string }> = {
  heading: { body: `${prose('文', 9)}${heading}${prose('文', 6)}${heading}${prose('文', 8)}` },
  twoLines: { body: prose('文', 2).repeat(9) },
  list: { body: `${prose('文', 5)}${items(2)}${prose('文', 4)}` },
  closing: { body: `${prose('文', 12)}${prose('文', 3)}`, after: closing },
}
/** Lines above that bring other parts to the foot of the first column. */
const above = [0, 1, 2, 3, 5]

const cases = Object.entries(ends).flatMap(([name, end]) =>
  above.map((lines) => ({ id: `${name}-${lines}`, lines, ...end })),
)

/** A picture over both columns that finds no room below the text before it, or has no room below itself for a heading. */
const spanning = (height: number) =>
  `${prose('文', 10)}${picture(height, '图图图', 'page')}${heading}${prose('文', 40)}`
/** CSS pixels; what is higher than two thirds of the type area is set that high. */
const heights = [480, 520, 560, 580, 590]

/** A short text and its references, which are set smaller than the grid and may be parted anywhere. */
const listed = [
  { id: 'references-one-line-entries', lines: 3, entries: [1, 1, 1, 2] },
  { id: 'references-equal-entries', lines: 3, entries: [1, 1, 1, 1, 1] },
  { id: 'references-long-entries', lines: 4, entries: [3, 1, 2] },
  { id: 'references-after-four-items', lines: 0, items: 4, entries: [4, 1, 1, 4] },
  { id: 'references-after-six-items', lines: 0, items: 6, entries: [4, 1, 1, 4] },
  { id: 'references-after-seven-items', lines: 0, items: 7, entries: [2, 3, 1, 4] },
].map(({ id, lines, items = 0, entries }) => {
  const list = entries.map((n) => `<p>${'献'.repeat(20 * n)}</p>`).join('')
  const references = `<section class="references"><p class="label">参</p>${list}</section>`
  const notes = '<section class="notes"><p class="label">注</p><p>记记记</p></section>'
  const before = lines > 0 ? prose('前', lines) : '- 前\n'.repeat(items)
  return { id, body: before, after: closing + references + (items > 0 ? notes : '') }
})

let laid: Laid
const pagesOf = (id: string) => laid.pages.filter((_, i) => laid.records[i]!.article === id)

beforeAll(async () => {
  laid = await lay(
    cases
      .map(({ id, lines, body, after }) => written(id, 'opens', (lines > 0 ? prose('前', lines) : '') + body, after))
      .concat(listed.map(({ id, body, after }) => written(id, 'opens', body, after)))
      .concat(heights.map((height) => written(`spanning-${height}`, 'opens', spanning(height))))
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
    const ending = cases.filter(({ id }) => /^(twoLines|list)/.test(id))
    expect(ending).toHaveLength(2 * above.length)
    for (const { id } of ending) {
      const right = pagesOf(id).at(-1)!.columns[1]
      const characters = right[0]!.text.split(/[文列]/).length - 1
      // The first line of a text lacks an indent of two characters, or the two of a marker; the last lacks three more at least.
      expect(characters, `${id}: ${right[0]!.text}`).toBeGreaterThanOrEqual(measure.characters - 2)
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

test.each(listed)('the label of a list stands in the column of its first entry: $id', ({ id }) => {
  const feet = pagesOf(id).flatMap(({ columns }) =>
    columns.map((column) => column.filter(({ text }) => /[前献记（参注]/.test(text)).at(-1)?.text),
  )
  expect(feet).not.toContain('参')
  expect(feet).not.toContain('注')
})

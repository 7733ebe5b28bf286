import { expect, test } from 'vitest'
import type { Glyph } from '../../../scripts/proof/typography/read/glyph-page.ts'
import { runsOf } from '../../../scripts/proof/typography/read/runs.ts'

const glyph = (text: string, x: number, y: number, size: number) =>
  ({ text, x, y, size, advance: size, rotated: false }) as Glyph

test('a call at the end of a line that is spread belongs to the line', () => {
  const line = [...'稳当的问题是湿度，'].map((text, i) => glyph(text, 100 + i * 9.5, 300, 8.25))
  const end = line.at(-1)!.x + 8.25
  const runs = runsOf([...line, glyph('④', end + 1.3, 303, 7)], [])
  expect(runs).toHaveLength(1)
  expect(runs[0]!.attached.map(({ text }) => text)).toEqual(['④'])
})

import { expect, test } from 'vitest'
import { operations } from '../../../scripts/press/pdf/content-stream.ts'
import { ContentState, type GraphicsState, initialState } from '../../../scripts/press/pdf/graphics-state.ts'

function after(content: string, extended?: (key: string) => Partial<GraphicsState>): ContentState {
  const at = new ContentState(initialState, extended)
  for (const operation of operations(content)) at.follow(operation)
  return at
}

test('Q brings back matrix, inks and type; one too many changes nothing', () => {
  const before = after('0 0 0 1 k /F1 9 Tf 2 0 0 2 0 0 cm').state
  const inside = '0 1 1 0 k 0 0 0 1 K /F2 12 Tf 3 Tr 5 w 3 0 0 3 0 0 cm'
  expect(after(`0 0 0 1 k /F1 9 Tf 2 0 0 2 0 0 cm q ${inside} Q Q`).state).toEqual(before)
  expect(after(inside).state).toMatchObject({
    fill: [0, 1, 1, 0],
    stroke: [0, 0, 0, 1],
    font: '/F2',
    size: 12,
    mode: 3,
  })
})

test('a colour that is set in no inks is none', () => {
  for (const colour of ['1 0 0 rg', '0 g', '/Pattern cs /P1 scn'])
    expect(after(`0 0 0 1 k ${colour}`).state.fill).toBeUndefined()
})

test('an extended state changes what it names, and the line of text moves from where it began', () => {
  const { state, line, scale } = after('2 0 0 8 0 0 cm /G1 gs BT 1 0 0 1 10 20 Tm 3 4 Td', () => ({ lineWidth: 7 }))
  expect([state.lineWidth, scale, line.slice(4)]).toEqual([7, 4, [13, 24]])
})

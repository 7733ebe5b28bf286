/** What paper adds of itself to the words of the manuscript, settled and told. */
import { expect, test } from 'vitest'
import { type Block, generatedIn, noteBlock, settle } from '../../../scripts/proof/text/blocks.ts'

const block = (pieces: Block['pieces'], more: Partial<Block> = {}): Block => ({
  kind: 'paragraph',
  pieces,
  line: null,
  floats: false,
  ...more,
})
const item = (number: number, words: string): Block => block([[`${number}.`, `(${number})`, `${number}`], words])

test('items that read alike have the numbers that stand before each of them', () => {
  const items = [item(1, '登记'), item(1, '收稿'), item(2, '登记'), item(1, '收稿'), item(2, '登记')]
  const found = '1.登记(1)收稿(2)登记1收稿2.登记'
  expect(settle(items, found).text).toBe(found)
  // A wrong number is none of its forms.
  expect(settle(items, found.replace('(2)', '(3)')).text).not.toContain('(3)')
})

test('markers, heads of tables and bracketed marks of notes are what paper adds', () => {
  const note = noteBlock({ number: 59, id: 'n', refId: 'c', tokens: [], line: 1 }, new Map(), [])
  const table = [
    block([], { kind: 'table' }),
    block(['县'], { kind: 'cell', heads: true }),
    block(['册'], { kind: 'cell', heads: true }),
  ]
  expect(generatedIn([item(1, '登记'), ...table, block(['甲'], { kind: 'cell' }), note])).toEqual(
    expect.arrayContaining(['1.', '(1)', '县册', '[59]']),
  )
})

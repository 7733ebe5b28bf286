import { expect, test } from 'vitest'
import { noteNumber } from '../../scripts/markup/numbers.ts'

test('notes are numbered in circles to fifty, and in brackets beyond', () => {
  expect([1, 9, 10, 20, 21, 35, 36, 49, 50].map(noteNumber).join('')).toBe('①⑨⑩⑳㉑㉟㊱㊾㊿')
  expect([51, 120].map(noteNumber)).toEqual(['[51]', '[120]'])
})

test('no two notes share a number', () => {
  const numbers = Array.from({ length: 60 }, (_, i) => noteNumber(i + 1))
  expect(new Set(numbers).size).toBe(60)
})

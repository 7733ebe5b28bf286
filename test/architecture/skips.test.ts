import { expect, test } from 'vitest'
import { filesUnder, textOf } from './sources.ts'

test('no test is left out but by test/support, which says why and fails where CI is set', () => {
  const files = filesUnder('test').filter((file) => file.endsWith('.ts') && file !== 'test/support/witness.ts')
  expect(files.length).toBeGreaterThan(150)
  const leavesOut = /\b(?:it|test|describe)\.(?:skip|skipIf|runIf|todo|only)\b/
  expect(files.filter((file) => leavesOut.test(textOf(file)))).toEqual([])
})

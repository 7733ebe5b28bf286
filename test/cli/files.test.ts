import { expect, test } from 'vitest'
import { fs, path, tmpdir } from 'zx'
import { humanSize, humanTime, newestIssue } from '../../scripts/cli/files.ts'

test('the newest issue is the last by number, not by letter, and only a folder with a manifest counts', async () => {
  const root = tmpdir()
  for (const name of ['2026-2', '2026-10', '2025-12']) await fs.outputFile(path.join(root, name, 'issue.yaml'), '')
  await fs.ensureDir(path.join(root, '2027-01'))
  expect(await newestIssue(root)).toBe(path.join(root, '2026-10'))
  await fs.remove(root)
})

test('where there is no issue there is no newest', async () => {
  expect(await newestIssue(path.join(tmpdir(), 'nothing'))).toBeNull()
})

test('sizes and times read like a file manager’s', () => {
  expect([0, 999, 1000, 999_499, 999_500, 12_345_678].map(humanSize)).toEqual([
    '0 B',
    '999 B',
    '1 kB',
    '999 kB',
    '1.0 MB',
    '12.3 MB',
  ])
  expect([0.04, 59.9, 59.96, 61, 3600].map(humanTime)).toEqual(['0.0 s', '59.9 s', '1:00', '1:01', '60:00'])
})

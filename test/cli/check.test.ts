import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { edit, inFolder, issueIn, kanben } from './kanben.ts'

describe('an issue without fault', () => {
  test('exits 0, and takes the newest issue where none is named', async () => {
    await inFolder(async (cwd) => {
      await issueIn(cwd)
      const { code, stdout, stderr } = await kanben(['check'], { cwd })
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
      expect(stderr).toContain('0 errors, 0 warnings\n')
      expect(stderr).toContain('2 sections, 2 articles, 2 people credited')
    })
  })

  test('is an object with empty lists in json', async () => {
    await inFolder(async (cwd) => {
      await issueIn(cwd)
      const { code, stdout } = await kanben(['check', 'manuscript/2026-01', '--format', 'json'], { cwd })
      expect(code).toBe(0)
      expect(JSON.parse(stdout)).toEqual({ errors: 0, warnings: 0, notes: 0, diagnostics: [], artifacts: [] })
    })
  })
})

describe('an issue with three mistakes', () => {
  const spoilt = <T>(work: (cwd: string) => Promise<T>) =>
    inFolder(async (cwd) => {
      const issue = await issueIn(cwd)
      await edit(path.join(issue, 'issue.yaml'), '  permit:', '  permitt:')
      await edit(path.join(issue, '01-paper.md'), '手扳印刷机的侧面', '')
      await edit(path.join(issue, '02-ink.md'), '[陆知微]', '[]')
      return work(cwd)
    })

  test('has every one reported at its place, in the order of the files, and exits 1', async () => {
    await spoilt(async (cwd) => {
      const { code, stdout, stderr } = await kanben(['check', 'manuscript/2026-01', '--format', 'line'], { cwd })
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      const places = [...stderr.matchAll(/^(manuscript\/2026-01\/[\w.-]+):(\d+):(\d+): error (\S+) ./gm)]
      expect(places.map(([, file, line, , slug]) => `${file?.split('/').at(-1)}:${line} ${slug}`)).toEqual([
        '01-paper.md:18 manuscript/figure-alt',
        '02-ink.md:3 manuscript/byline-missing',
        'issue.yaml:2 manuscript/key-missing',
        'issue.yaml:6 manuscript/key-unknown',
      ])
      expect(stderr).not.toMatch(/^\s+at /m)
    })
  })

  test('shows people the line, the caret and a hint, in their language', async () => {
    await spoilt(async (cwd) => {
      const { code, stderr } = await kanben(['check', '--lang', 'zh'], { cwd })
      expect(code).toBe(1)
      expect(stderr).toContain('02-ink.md:3:')
      expect(stderr).toContain('│ byline: []')
      expect(stderr).toMatch(/^ +│ +\^$/m)
      expect(stderr).toContain('建议：')
      expect(stderr).toMatch(/^\d 个错误，\d 个警告$/m)
    })
  })
})

test('a folder that is not there is a fault with a place, not a stack', async () => {
  await inFolder(async (cwd) => {
    const { code, stderr } = await kanben(['check', 'manuscript/2031-01', '--format', 'line'], { cwd })
    expect(code).toBe(1)
    expect(stderr).toContain('manuscript/2031-01')
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { inFolder, issueIn, kanben } from './kanben.ts'

test('new starts an issue whose only faults are the facts still to be filled in', async () => {
  await inFolder(async (cwd) => {
    const made = await kanben(['new', 'manuscript/2026-02'], { cwd })
    expect({ code: made.code, stdout: made.stdout }).toEqual({ code: 0, stdout: '' })
    expect(made.stderr).toContain('待填')
    const { stdout } = await kanben(['check', '--format', 'json'], { cwd })
    const codes = JSON.parse(stdout).diagnostics.map((fault: { code: string }) => fault.code)
    expect([...new Set(codes)]).toEqual(['manuscript/placeholder'])
  })
})

test('new refuses a folder with something in it', async () => {
  await inFolder(async (cwd) => {
    await issueIn(cwd)
    const before = await readdir(path.join(cwd, 'manuscript/2026-01'))
    const { code, stderr } = await kanben(['new', 'manuscript/2026-01', '--format', 'line'], { cwd })
    expect(code).toBe(1)
    expect(stderr).toContain('import/folder-not-empty')
    expect(await readdir(path.join(cwd, 'manuscript/2026-01'))).toEqual(before)
  })
})

test('import writes the articles of a raw text and prints what it repaired', async () => {
  await inFolder(async (cwd) => {
    const raw =
      '一张纸的来历\n沈砚秋\n村口的水碓响了一夜。\n天亮时纸浆已经细得像豆花。\n（作者单位：青石大学造纸研究所）\n'
    await writeFile(path.join(cwd, 'raw.txt'), raw)
    const { code, stdout } = await kanben(['import', 'raw.txt', '--into', 'manuscript/2026-03'], { cwd })
    expect(code).toBe(0)
    expect(stdout).toContain('一张纸的来历')
    const files = await readdir(path.join(cwd, 'manuscript/2026-03'))
    expect(files).toContain('issue.yaml')
    expect(files.filter((file) => /^\d\d-[a-z0-9-]+\.md$/.test(file))).toHaveLength(1)
  })
})

test('import of a file that is not there says so', async () => {
  await inFolder(async (cwd) => {
    const { code, stderr } = await kanben(['import', 'nothing.txt', '--into', 'x', '--format', 'line'], { cwd })
    expect(code).toBe(1)
    expect(stderr).toContain('nothing.txt: error import/file-missing')
  })
})

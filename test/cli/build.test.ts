import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { inFolder, issueIn, kanben, start } from './kanben.ts'

/** Every file in a folder and below; none where the folder does not exist. */
const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()

const built = ['2026-01-job.txt', '2026-01-print.pdf', '2026-01-screen.pdf', '2026-01.epub', 'proof.html', 'proof.json']

test('build leaves every edition and the proof, tells its stages in plain lines, and proof agrees from the files alone', async () => {
  await inFolder(async (cwd) => {
    await issueIn(cwd)
    const build = await kanben(['build'], { cwd })
    expect(build.stderr).not.toMatch(/[\r\x1b]/)
    expect(build.stderr.split('\n')).toEqual(
      expect.arrayContaining(['Reading', 'Laying out pages', 'Printing', 'Proving']),
    )
    expect(build.code).toBe(0)
    const rows = build.stdout.trimEnd().split('\n')
    expect(rows).toHaveLength(4)
    expect(rows[0]).toMatch(/^dist\/2026-01\/2026-01-print\.pdf +\d+ pages +[\d.]+ [kM]B +[\d.]+ s$/)
    expect(rows[2]).toMatch(/^dist\/2026-01\/2026-01\.epub +[\d.]+ [kM]B +[\d.]+ s$/)
    expect(rows[3]).toMatch(/^dist\/2026-01\/2026-01-job\.txt +job sheet +[\d.]+ kB$/)
    expect(await filesIn(path.join(cwd, 'dist'))).toEqual(built.map((file) => path.join('2026-01', file)))

    const proof = await kanben(['proof', '--format', 'json'], { cwd })
    expect(proof.code).toBe(0)
    const { artifacts, errors } = JSON.parse(proof.stdout)
    expect(errors).toBe(0)
    expect(artifacts.map((artifact: { edition: string }) => artifact.edition)).toEqual(['print', 'screen', 'epub'])

    const epub = path.join(cwd, 'dist/2026-01/2026-01.epub')
    await writeFile(epub, (await readFile(epub)).subarray(0, 2000))
    const cut = await kanben(['proof', '--format', 'line'], { cwd })
    expect(cut.code).toBe(1)
    expect(cut.stderr).toMatch(/2026-01\.epub.*: error proof\//)
    expect(cut.stderr).not.toMatch(/^\s+at /m)
  })
}, 300_000)

test('an error in the manuscript keeps build from printing; --draft prints a draft beside the good files and exits 0', async () => {
  await inFolder(async (cwd) => {
    const issue = await issueIn(cwd)
    const manifest = path.join(issue, 'issue.yaml')
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('本单位各部门', '待填'))
    const build = await kanben(['build', '--edition', 'print'], { cwd })
    expect({ code: build.code, stdout: build.stdout }).toEqual({ code: 1, stdout: '' })
    expect(build.stderr).toContain('or use --draft')
    expect(await filesIn(path.join(cwd, 'dist'))).toEqual([])

    const draft = await kanben(['build', '--edition', 'print', '--draft', '--format', 'line'], { cwd })
    expect(draft.stderr).toContain('issue.yaml:')
    expect(draft.stdout).toMatch(/^dist\/2026-01-draft\/\S+\t\d+\t\d+\t[\d.]+\n/)
    expect(draft.code).toBe(0)
  })
})

describe('an interruption', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s exits 130 and leaves nothing in the output folder',
    async (signal) => {
      await inFolder(async (cwd) => {
        await issueIn(cwd)
        const { child, ended, heard } = start(['build', '--out', 'out'], { cwd })
        while (!heard().includes('Laying out pages') && child.exitCode === null) await pause(20)
        child.kill(signal)
        const { code, stdout, stderr } = await ended
        expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
        expect(stderr).toContain('Stopping and cleaning up')
        expect(stderr).not.toMatch(/^\s+at /m)
        expect(await filesIn(path.join(cwd, 'out'))).toEqual([])
      })
    },
  )
})

describe('a machine that lacks something', () => {
  test('exits 3 without a stack where the named browser is none', async () => {
    await inFolder(async (cwd) => {
      await issueIn(cwd)
      const { code, stderr } = await kanben(['build'], { cwd, env: { KANBEN_BROWSER: path.join(cwd, 'no-browser') } })
      expect(code).toBe(3)
      expect(stderr).toContain('KANBEN_BROWSER')
      expect(stderr).not.toMatch(/^\s+at /m)
    })
  })

  test('exits 3 where the folder may not be written to', async () => {
    await inFolder(async (cwd) => {
      // The superuser may write anywhere but among the devices of the kernel.
      const locked = process.getuid?.() === 0 ? '/sys' : path.join(cwd, 'locked')
      if (locked !== '/sys') await mkdir(locked, { mode: 0o500 })
      const { code, stderr } = await kanben(['new', path.join(locked, '2026-02')], { cwd })
      expect(code).toBe(3)
      expect(stderr).toContain(locked)
      expect(stderr).not.toMatch(/^\s+at /m)
    })
  })
})

import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { verbNames } from '../../scripts/cli/verbs.ts'
import { inFolder, kanben, repository } from './kanben.ts'

describe('wrong usage exits 2, with the usage on stderr and nothing on stdout', () => {
  test.each([
    [[], 'Usage: kanben <command>'],
    [['biuld'], 'did you mean build?'],
    [['check', '--formt', 'json'], 'did you mean --format?'],
    [['build', '--edition', 'pint'], 'did you mean print?'],
    [['import', 'raw.txt'], 'import needs --into'],
    [['new'], 'new needs <folder>'],
  ])('kanben %j', async (args, words) => {
    const { code, stdout, stderr } = await kanben(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(words)
    expect(stderr).toContain('Usage: kanben')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('so does a folder without any issue', async () => {
    await inFolder(async (cwd) => {
      const { code, stderr } = await kanben(['check'], { cwd })
      expect(code).toBe(2)
      expect(stderr).toContain('no issue in manuscript/')
    })
  })
})

describe('help exits 0 on stdout', () => {
  test.each([
    ['en', 'Usage: kanben <command>'],
    ['zh', '用法：kanben <命令>'],
  ])('in %s', async (lang, words) => {
    const { code, stdout, stderr } = await kanben(['--help', '--lang', lang])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(words)
    for (const verb of verbNames) expect(stdout).toContain(verb)
  })

  test('of a verb', async () => {
    const { code, stdout } = await kanben(['build', '-h'], { env: { LC_ALL: 'zh_CN.UTF-8' } })
    expect(code).toBe(0)
    expect(stdout).toContain('用法：kanben build [folder]')
    expect(stdout).toContain('--draft')
  })
})

test('the version is the package’s', async () => {
  const { version } = (await import('../../package.json', { with: { type: 'json' } })).default
  expect(await kanben(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  expect((await kanben(['check', '--version'])).stdout).toBe(`${version}\n`)
})

test('the bin of the package runs as it stands', async () => {
  const { stdout } = await promisify(execFile)(path.join(repository, 'scripts/kanben.ts'), ['--help', '--lang=en'], {
    cwd: repository,
  })
  expect(stdout).toContain('Usage: kanben <command>')
})

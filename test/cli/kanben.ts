/** In: words after `kanben`. Out: the process's exit code, stdout and stderr; nothing of it is simulated. */
import { type ChildProcess, spawn } from 'node:child_process'
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const repository = path.resolve(import.meta.dirname, '../..')

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ran>
  /** What has come on stderr so far. */
  readonly heard: () => string
}

/** Starts the command line in English and without colour, unless `env` says otherwise. */
export function start(args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): Running {
  const tsx = import.meta.resolve('tsx')
  const child = spawn(process.execPath, ['--import', tsx, path.join(repository, 'scripts/kanben.ts'), ...args], {
    cwd: options.cwd ?? repository,
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', FORCE_COLOR: undefined, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<Ran>((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
  return { child, ended, heard: () => stderr }
}

/** Runs the command line to its end. */
export const kanben = (args: readonly string[], options?: Parameters<typeof start>[1]): Promise<Ran> =>
  start(args, options).ended

/** The stock issue that the diagnostics are tried on: small and without fault. */
export const stock = path.join(repository, 'test/diagnostics/_stock')

/** Hands out a folder of its own and removes it afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kanben-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Copies the stock issue to `manuscript/2026-01` in a folder, as an editor would have it, with fillers so that it can be printed. */
export async function issueIn(folder: string): Promise<string> {
  const issue = path.join(folder, 'manuscript', '2026-01')
  await cp(stock, issue, { recursive: true })
  await appendFile(path.join(issue, 'issue.yaml'), 'page:\n  fillers: [notes, blank, blank]\n')
  return issue
}

/** Replaces a piece of a file; fails where the piece is not there, so that a test cannot pass by accident. */
export async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`)
  await writeFile(file, text.replace(from, to))
}

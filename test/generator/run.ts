/**
 * In: `--count N --seed N --out <folder> [--jobs N] [--size small|large] [--shrink seconds] [--patience seconds] [--strict]`.
 * Out: issues built by the command line, one line for each, the folders of those that failed, and a table of failures; exit 1 if any.
 */
import { spawn } from 'node:child_process'
import { appendFile, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { generateIssue, large, small } from './issue.ts'
import type { DraftIssue } from './model.ts'
import { shrink } from './shrink.ts'
import { type Found, type Ran, type Verdict, verdictOf } from './verdict.ts'
import { writeIssue } from './write.ts'

const root = path.resolve(import.meta.dirname, '../..')

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'dist/generated' },
    jobs: { type: 'string', default: '1' },
    size: { type: 'string', default: 'small' },
    /** Seconds spent on making the first issue of each kind of failure smaller. */
    shrink: { type: 'string', default: '120' },
    /** Seconds after which a build counts as hanging. */
    patience: { type: 'string', default: '300' },
    /** What is to be looked at fails too, and is kept and made smaller. */
    strict: { type: 'boolean', default: false },
  },
})
const out = path.resolve(values.out)
const size = values.size === 'large' ? large : small

/** Builds a folder as an editor would. A process of its own tells crashes and hangs apart from errors. */
function build(
  folder: string,
  editions: string | null,
): Promise<Ran & { readonly pages: number; readonly seconds: number }> {
  const started = performance.now()
  const only = editions ? ['--edition', editions] : []
  const words = [
    '--import',
    'tsx',
    'scripts/kanben.ts',
    'build',
    folder,
    '--out',
    path.join(out, 'dist'),
    '--lang',
    'en',
  ]
  const child = spawn(process.execPath, [...words, '--format', 'json', ...only], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  let ended = false
  const timer = setTimeout(() => {
    ended = true
    // Interrupted it ends its browser, which is a group of its own.
    child.kill('SIGINT')
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
  }, Number(values.patience) * 1000)
  return new Promise((resolve) => {
    child.on('close', (exit) => {
      clearTimeout(timer)
      const report = /^\{[\s\S]*\}\s*$/.test(stdout) ? JSON.parse(stdout) : { diagnostics: [], artifacts: [] }
      const pages = Math.max(0, ...report.artifacts.map((one: { pages: number | null }) => one.pages ?? 0))
      const seconds = (performance.now() - started) / 1000
      resolve({ exit: ended ? null : exit, found: report.diagnostics, stderr, pages, seconds })
    })
  })
}

const failuresOf = ({ failures, looks }: Verdict): readonly string[] =>
  values.strict ? [...failures, ...looks] : failures

/** The editions that a failure shows in, to lose less time over it. */
function editionsOf(ran: Ran, code: string): string | null {
  const file = ran.found.find((one) => one.code === code)?.place?.file ?? ''
  return (
    /-(print|screen)\.pdf$/.exec(file)?.[1] ??
    (/\.epub$/.test(file) ? 'epub' : code.startsWith('typography/') ? 'print' : null)
  )
}

async function keepSmallest(issue: DraftIssue, ran: Ran, kind: string, folder: string): Promise<void> {
  const until = performance.now() + Number(values.shrink) * 1000
  const editions = editionsOf(ran, kind)
  let tries = 0
  const smallest = await shrink(issue, {
    goesOn: () => performance.now() < until,
    fails: async (candidate) => {
      tries += 1
      const tried = await build(await writeIssue(candidate, path.join(out, 'trying', String(issue.seed))), editions)
      return failuresOf(verdictOf(tried)).includes(kind)
    },
  })
  await writeIssue(smallest, path.join(folder, 'small'))
  const blocks = smallest.articles.reduce((sum, one) => sum + one.blocks.length, 0)
  process.stdout.write(
    `          ${kind}: down to ${smallest.articles.length} articles, ${blocks} blocks in ${tries} tries\n`,
  )
}

const slug = (kind: string): string => kind.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, 60)

const seen = new Map<string, number[]>()
const looks = new Map<string, number[]>()
const note = (table: Map<string, number[]>, kind: string, seed: number): void => {
  table.set(kind, [...(table.get(kind) ?? []), seed])
}

async function one(seed: number): Promise<boolean> {
  const issue = await generateIssue(seed, size)
  const folder = await writeIssue(issue, path.join(out, 'issues'))
  const ran = await build(folder, null)
  const verdict = verdictOf(ran)
  const failures = failuresOf(verdict)
  const look = verdict.looks.length > 0 ? `good, look at ${verdict.looks.join(' ')}` : 'good'
  const word = failures.length > 0 ? failures.join(' ') : look
  const [pages, seconds] = [String(ran.pages).padStart(3), ran.seconds.toFixed(1).padStart(6)]
  process.stdout.write(`${String(seed).padStart(8)}  ${pages} pages  ${seconds} s  ${word}\n`)
  printed += ran.pages
  for (const code of verdict.looks) note(looks, code, seed)
  const places = ran.found.filter(({ code }) => verdict.looks.includes(code))
  const lines = places.map((found) => `${seed} ${found.code} ${found.message} (${placeOf(found)})\n`)
  await appendFile(path.join(out, 'looks.txt'), lines.join(''))
  if (failures.length === 0) {
    await rm(folder, { recursive: true, force: true })
    return true
  }
  for (const kind of failures) {
    const first = !seen.has(kind)
    note(seen, kind, seed)
    const kept = path.join(out, 'failures', slug(kind), String(seed))
    await mkdir(kept, { recursive: true })
    await cp(folder, path.join(kept, issue.id), { recursive: true })
    const told = ran.found.filter(({ code }) => code === kind).map((found) => JSON.stringify(found))
    await writeFile(path.join(kept, 'log.txt'), `${told.join('\n')}\n\n${ran.stderr}`)
    if (first && Number(values.shrink) > 0) await keepSmallest(issue, ran, kind, kept)
  }
  return false
}

const placeOf = ({ place }: Found): string => (place ? `${path.basename(place.file)}:${place.line ?? ''}` : '')

await mkdir(out, { recursive: true })
await writeFile(path.join(out, 'looks.txt'), '')
let printed = 0
const seeds = Array.from({ length: Number(values.count) }, (_, i) => Number(values.seed) + i)
let failed = 0
await Promise.all(
  Array.from({ length: Number(values.jobs) }, async () => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      if (!(await one(seed))) failed += 1
    }
  }),
)
await rm(path.join(out, 'trying'), { recursive: true, force: true })
const table = (rows: Map<string, number[]>): string =>
  [...rows]
    .sort((a, b) => b[1].length - a[1].length)
    .map(
      ([kind, all]) =>
        `${String(all.length).padStart(5)}  ${kind}  (${all.slice(0, 8).join(', ')}${all.length > 8 ? ' …' : ''})\n`,
    )
    .join('')
process.stdout.write(`\n${failed} of ${values.count} failed\n${table(seen)}`)
if (looks.size > 0) process.stdout.write(`\nto be looked at, in ${printed} pages (looks.txt)\n${table(looks)}`)
process.exitCode = failed > 0 ? 1 : 0

/** In: a verb and its work. Out: the process's exit code, with everything said on stderr and stdout on the way. */
import { chalk, fs, path } from 'zx'
import { hasErrors } from '../model/diagnostic.ts'
import { EnvironmentError } from '../model/environment-error.ts'
import { LayoutFailure } from '../model/layout-failure.ts'
import type { Progress } from '../model/outcome.ts'
import { formatPlace } from '../model/place.ts'
import { localeOf, parseArguments, type Request } from './arguments.ts'
import { newestIssue } from './files.ts'
import { usage } from './help.ts'
import { startProgress } from './progress.ts'
import { type Findings, render } from './reporter.ts'
import { type VerbName, verbs } from './verbs.ts'

/** 70 is EX_SOFTWARE of sysexits.h: the fault is ours. */
export const exitCodes = { good: 0, errors: 1, usage: 2, environment: 3, bug: 70, interrupted: 130 } as const

export interface Task {
  readonly request: Request
  /** The folder or file asked for; the newest issue where none was given. */
  readonly target: string
  readonly progress: Progress
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal
}

export interface Answer extends Findings {
  /** The errors were accepted beforehand (--draft): shown, but no failure. */
  readonly accepted?: boolean
}

/**
 * Runs one verb on the words of the command line, and ends the process.
 * @param work loads what it needs itself: the stages take a second to load, and nobody should wait for them to read help.
 */
export async function run(verb: VerbName, work: (task: Task) => Promise<Answer>): Promise<never> {
  setColours()
  const args = process.argv.slice(2)
  const locale = localeOf(args, process.env)
  const fail = (error: unknown) => leave(explain(error, locale))
  process.on('uncaughtException', fail)
  // `kanben check | head` closes the pipe early: nobody is left to be told.
  process.stdout.on('error', () => process.exit(exitCodes.good))

  const parsed = parseArguments(verb, args, process.env)
  if (parsed.kind === 'help') {
    process.stdout.write(usage(verb, locale))
    return leave(exitCodes.good)
  }
  if (parsed.kind === 'version') {
    process.stdout.write(`${await version()}\n`)
    return leave(exitCodes.good)
  }
  if (parsed.kind === 'wrong') return wrongUsage(parsed.faults, verb, locale)

  const target = parsed.request.operand ?? (await newestIssue('manuscript'))
  if (target === null) {
    const none = {
      zh: 'manuscript/ 里还没有刊期；先用 kanben new 新建。',
      en: 'there is no issue in manuscript/; start one with kanben new.',
    }
    return wrongUsage([none[locale]], verb, locale)
  }
  return leave(await perform(parsed.request, target, work))
}

async function perform(request: Request, target: string, work: (task: Task) => Promise<Answer>): Promise<number> {
  const { locale } = request
  const progress = startProgress(process.stderr, locale)
  const interruption = new AbortController()
  let interruptedAt = Number.POSITIVE_INFINITY
  const interrupt = () => {
    progress.close()
    if (!verbs[request.verb].cleansUp) process.exit(exitCodes.interrupted)
    if (interruption.signal.aborted) {
      // A second one means that whoever waits has had enough; one that comes at once is the same key press, passed on by npm or tsx.
      if (performance.now() - interruptedAt > 1000) process.exit(exitCodes.interrupted)
      return
    }
    interruptedAt = performance.now()
    interruption.abort()
    process.stderr.write(locale === 'zh' ? '正在停下并清理……\n' : 'Stopping and cleaning up …\n')
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  try {
    const answer = await work({ request, target, progress: progress.report, signal: interruption.signal })
    progress.close()
    if (interruption.signal.aborted) return exitCodes.interrupted
    const { stdout, stderr } = render(answer, request.format, locale)
    process.stderr.write(stderr)
    process.stdout.write(stdout)
    return hasErrors(answer.diagnostics) && !answer.accepted ? exitCodes.errors : exitCodes.good
  } catch (error) {
    progress.close()
    return interruption.signal.aborted ? exitCodes.interrupted : explain(error, locale)
  }
}

// The system refuses to write: disk full, quota, no permission, read-only. The message of node names the file.
const refusals = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EMFILE', 'ENFILE'])

/** Says what stopped the work, to stderr; gives the exit code for it. */
export function explain(error: unknown, locale: Request['locale']): number {
  const { text, code } = explanation(error, locale)
  process.stderr.write(text)
  return code
}

/** What stopped the work, in words that end with a line feed, and the exit code for it. */
export function explanation(error: unknown, locale: Request['locale']): { text: string; code: number } {
  if (error instanceof EnvironmentError) {
    return { text: `${chalk.bold.red(error.message)}\n  ${error.hint[locale]}\n`, code: exitCodes.environment }
  }
  if (error instanceof Error && 'code' in error && refusals.has(String(error.code))) {
    return { text: `${chalk.bold.red(error.message)}\n`, code: exitCodes.environment }
  }
  const innermost = error instanceof LayoutFailure ? rootOf(error) : error
  const stack = innermost instanceof Error ? (innermost.stack ?? innermost.message) : String(innermost)
  const where = error instanceof LayoutFailure ? `${chalk.bold(atHand(error, locale))}\n\n` : ''
  const plea = {
    zh: '这是 kanben 自身的错误，不是稿件的问题。请把以上内容连同所用命令一起报告给维护者。',
    en: 'This is a fault of kanben, not of the manuscript. Please report the lines above with the command you used.',
  }
  return { text: `${where}${stack}\n\n${chalk.bold.red(plea[locale])}\n`, code: exitCodes.bug }
}

/** The error that began it: what wraps it tells only where it was. */
const rootOf = (error: Error): unknown => (error.cause instanceof Error ? rootOf(error.cause) : (error.cause ?? error))

function atHand({ article }: LayoutFailure, locale: Request['locale']): string {
  if (!article)
    return locale === 'zh' ? '排版时出错，不在任何一篇文章之内。' : 'The layout failed outside of any article.'
  const place = formatPlace(article.place)
  return locale === 'zh'
    ? `排《${article.title}》时出错（${place}）。改写这一段或许能绕过去；加 --draft 可先看别的文章。`
    : `The layout failed at “${article.title}” (${place}). Writing this paragraph in another way may get around it; --draft shows the other articles.`
}

/** Faults and usage on stderr, exit 2. */
export function wrongUsage(
  faults: readonly string[],
  verb: VerbName | null,
  locale: Request['locale'],
): Promise<never> {
  const lines = faults.map((fault) => `${chalk.bold.red('kanben')}${locale === 'zh' ? '：' : ': '}${fault}\n`)
  process.stderr.write(`${lines.join('')}${lines.length > 0 ? '\n' : ''}${usage(verb, locale)}`)
  return leave(exitCodes.usage)
}

/** Ends the process once everything written has left it; pipes are asynchronous on some systems. */
export async function leave(code: number): Promise<never> {
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))))
  process.exit(code)
}

// zx's chalk looks at stdout, but colour goes to stderr; and it does not know https://no-color.org.
function setColours(): void {
  if (process.env.NO_COLOR) chalk.level = 0
  else if (process.env.FORCE_COLOR === undefined) chalk.level = process.stderr.isTTY ? 1 : 0
}

/** The version of this package. */
export async function version(): Promise<string> {
  const manifest = await fs.readJson(path.join(import.meta.dirname, '..', '..', 'package.json'))
  return manifest.version
}

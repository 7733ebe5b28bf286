/** What a build left and said in; whether the issue, which was meant to be valid, went through, and what failed if not, out. */

export interface Found {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  readonly place?: { readonly file: string; readonly line?: number; readonly page?: number }
}

export interface Ran {
  /** Null where it had to be ended. */
  readonly exit: number | null
  readonly found: readonly Found[]
  readonly stderr: string
}

export interface Verdict {
  /** Names the kind of failure, the gravest first: `hang`, `crash …` or a code; empty where nothing failed. */
  readonly failures: readonly string[]
  /** Codes of the typography that want a look and kept nothing from being delivered. */
  readonly looks: readonly string[]
}

/** The line of a stack that names the fault, without what differs from run to run. */
function crash({ exit, stderr }: Ran): string {
  const line =
    stderr.split('\n').find((one) => /(?:Error|Exception)\b.*:/.test(one)) ?? stderr.trim().split('\n').at(-1) ?? ''
  return `crash ${exit}: ${line
    .trim()
    .replaceAll(/\/\S+\/|\d+/g, '…')
    .slice(0, 120)}`
}

/** Looked at in a book rather than refused. */
const looked = (code: string): boolean => code.startsWith('typography/')

const gravity = (code: string): number => (looked(code) ? 2 : code.startsWith('manuscript/') ? 0 : 1)

export function verdictOf(ran: Ran): Verdict {
  const looks = ran.found.filter(({ code, severity }) => looked(code) && severity === 'warning').map(({ code }) => code)
  if (ran.exit === null) return { failures: ['hang'], looks }
  if (ran.exit !== 0 && ran.exit !== 1) return { failures: [crash(ran)], looks }
  const errors = ran.found.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  const failures = [...new Set(errors)].sort((a, b) => gravity(a) - gravity(b))
  return { failures: failures.length === 0 && ran.exit === 1 ? ['crash 1: without an error'] : failures, looks }
}

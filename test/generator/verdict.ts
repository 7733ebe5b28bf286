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
  /** Codes of what is delivered and wants a look: the typography of single lines and pages. */
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

/** Delivered and looked at rather than refused. */
const looked = (code: string): boolean => code.startsWith('typography/')

const distinct = (found: readonly Found[]): string[] => [...new Set(found.map(({ code }) => code))]

export function verdictOf(ran: Ran): Verdict {
  const looks = distinct(ran.found.filter(({ code, severity }) => looked(code) && severity !== 'note'))
  if (ran.exit === null) return { failures: ['hang'], looks }
  if (ran.exit !== 0 && ran.exit !== 1) return { failures: [crash(ran)], looks }
  const errors = distinct(ran.found.filter(({ code, severity }) => severity === 'error' && !looked(code)))
  // A fault of the manuscript explains what comes after it.
  const failures = errors.sort((a, b) => Number(b.startsWith('manuscript/')) - Number(a.startsWith('manuscript/')))
  return {
    failures: ran.exit === 1 && errors.length + looks.length === 0 ? ['crash 1: without an error'] : failures,
    looks,
  }
}

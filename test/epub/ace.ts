/** In: an EPUB file. Out: what Ace by DAISY says of it, run with the browser that lays the pages out. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { findEngine } from '../../scripts/press/browser/browser.ts'

const program = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@daisy/ace-cli/package.json')),
  'bin/ace.js',
)

export interface AceReport {
  readonly outcome: string
  /** One line for each violation: rule, impact, file, element. */
  readonly violations: readonly string[]
}

interface Assertion {
  readonly 'earl:testSubject'?: { readonly url?: string }
  readonly 'earl:result'?: { readonly 'earl:outcome'?: string; readonly html?: string }
  readonly 'earl:test'?: { readonly 'dct:title'?: string; readonly 'earl:impact'?: string }
  readonly assertions?: readonly Assertion[]
}

function violationsOf(assertion: Assertion, file: string): string[] {
  const here = assertion['earl:testSubject']?.url ?? file
  if (assertion.assertions) return assertion.assertions.flatMap((inner) => violationsOf(inner, here))
  const test = assertion['earl:test']
  return [`${test?.['dct:title']} (${test?.['earl:impact']}) ${here} ${assertion['earl:result']?.html ?? ''}`]
}

export async function ace(epub: string): Promise<AceReport> {
  const engine = await findEngine()
  const out = await mkdtemp(path.join(tmpdir(), 'kanben-ace-'))
  try {
    // It exits with 2 where there are violations, which the report tells better.
    await promisify(execFile)(process.execPath, [program, '-f', '-s', '-E', '-o', out, epub], {
      env: { ...engine.env, PUPPETEER_EXECUTABLE_PATH: engine.executable, ACE_TIMEOUT_INITIAL: '60000' },
      maxBuffer: 1 << 26,
    }).catch((error: { code?: number; stderr?: string }) => {
      if (error.code !== 2) throw new Error(`Ace ended with ${error.code}: ${error.stderr}`)
    })
    const report = JSON.parse(await readFile(path.join(out, 'report.json'), 'utf8'))
    return {
      outcome: report['earl:result']['earl:outcome'],
      violations: report.assertions.flatMap((assertion: Assertion) => violationsOf(assertion, '')),
    }
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

/**
 * What a test needs of the machine in; the test, or where that is missing the test skipped with the reason in its name, out.
 * Where CI is set a skip is a failure, unless KANBEN_ALLOW_SKIPS says that the machine cannot have what is missing.
 */
import { spawnSync } from 'node:child_process'
import { it } from 'vitest'

type Named = (name: string, test: () => unknown, timeout?: number) => void

const mayGoWithout = !process.env.CI || Boolean(process.env.KANBEN_ALLOW_SKIPS)

/** A test that runs where `present`; `missing` is the rest of “without …”. */
export function where(present: boolean, missing: string): Named {
  return (name, test, timeout) => {
    if (present) it(name, test, timeout)
    else if (mayGoWithout) it.skip(`${name} (without ${missing})`, test)
    else {
      it(name, () => {
        throw new Error(`This test cannot go without ${missing}: CI is set, and KANBEN_ALLOW_SKIPS is not.`)
      })
    }
  }
}

const present = new Map<string, boolean>()

/** A test that asks a program of others, which knows nothing of this one, for a second opinion. */
export function itWith(program: string): Named {
  const found = present.get(program) ?? spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
  present.set(program, found)
  return where(found, program)
}

/** One browser for all that a file of tests lays out and finishes: a start is as long as a small page. */
import type { Browser } from 'puppeteer-core'
import { launchBrowser } from '../../scripts/press/browser/browser.ts'

let opened: Promise<Browser> | undefined

/** Not to be closed by whoever asks for it. */
export async function sharedBrowser(): Promise<Browser> {
  if (!(await opened)?.connected) opened = launchBrowser()
  return opened!
}

export async function closeSharedBrowser(): Promise<void> {
  await (await opened)?.close()
  opened = undefined
}

// Outside of the tests, whoever produces closes it.
if (process.env.VITEST) {
  const { afterAll } = await import('vitest')
  afterAll(closeSharedBrowser)
}

/** A page of the browser and a document in; the page shows it, with everything loaded that is in it, out. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'

/**
 * By way of a file: the fonts inside a document make it megabytes long, and what is handed over as a message takes three
 * times as long (2.6 s and 0.8 s for 1.7 MB, measured in 147).
 */
export async function showHtml(page: Page, html: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kanben-page-'))
  try {
    const file = path.join(folder, 'page.html')
    await writeFile(file, html)
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load', timeout: 0 })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

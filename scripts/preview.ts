#!/usr/bin/env -S npx tsx
/** In: an issue folder that is being edited. Out: a page on this machine that shows the screen PDF anew after each save. */
import { readFile } from 'node:fs/promises'
import { stripVTControlCharacters } from 'node:util'
import { fs, path } from 'zx'
import { explanation, run } from './cli/entry.ts'
import { servePreview } from './cli/preview.ts'
import { render } from './cli/reporter.ts'
import { EnvironmentError } from './model/environment-error.ts'

/** Editors save several files at once, and some write a file in more than one step. */
const settleMs = 300

await run('preview', async ({ request: { locale, format }, target, progress, signal }) => {
  const { checkIssue } = await import('./inspection.ts')
  const { buildIssue } = await import('./pipeline.ts')
  // Nothing can be watched in a folder that does not exist; check says so.
  if (!(await fs.pathExists(target))) return checkIssue(target, progress)
  const out = path.join('.cache', 'preview')
  const server = await servePreview(locale)
  process.stdout.write(`${server.url}\n`)

  const watcher = fs.watch(target, { recursive: true })
  let wake = (): void => {}
  let changed = true
  watcher.on('change', () => {
    changed = true
    wake()
  })
  signal.addEventListener('abort', () => wake())

  try {
    while (!signal.aborted) {
      if (!changed)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      await new Promise((resolve) => setTimeout(resolve, settleMs))
      if (signal.aborted) break
      changed = false
      const tell = (stderr: string, pdf: Uint8Array | null) => {
        process.stderr.write(stderr)
        server.show({ pdf, lines: stripVTControlCharacters(stderr).trimEnd().split('\n') })
      }
      try {
        const outcome = await buildIssue(target, { editions: ['screen'], out, draft: true, locale, progress, signal })
        const { stderr } = render({ ...outcome, delivered: [] }, format === 'line' ? 'line' : 'human', locale)
        const made = outcome.delivered[0]
        tell(stderr, made ? await readFile(made.path) : null)
      } catch (error) {
        // Another browser or more room on the disk does not come with a save; another text may well.
        if (signal.aborted || error instanceof EnvironmentError) throw error
        tell(explanation(error, locale).text, null)
      }
    }
  } finally {
    watcher.close()
    await server.close()
  }
  return { diagnostics: [], sources: new Map(), delivered: [] }
})

#!/usr/bin/env -S npx tsx
/** In: a raw text. Out: manuscripts in an issue folder, and a report of every repair. */
import { run } from './cli/entry.ts'

await run('import', async ({ request, target }) => {
  const { importFile } = await import('./scaffold.ts')
  return importFile(target, request.into ?? '')
})

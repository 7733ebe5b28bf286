#!/usr/bin/env -S npx tsx
/** In: an issue folder and what a build left of it. Out: the verdict on the finished files, made again from the files alone. */
import { run } from './cli/entry.ts'

await run('proof', async ({ request, target, progress }) => {
  const { proveIssue } = await import('./reproving.ts')
  return proveIssue(target, { out: request.out, locale: request.locale, progress })
})

#!/usr/bin/env -S npx tsx
/** In: the name of a folder. Out: an issue in it, to be written over. */
import { run } from './cli/entry.ts'
import { hasErrors } from './model/diagnostic.ts'

await run('new', async ({ request, target }) => {
  const { newIssue } = await import('./scaffold.ts')
  const outcome = await newIssue(target)
  if (hasErrors(outcome.diagnostics)) return outcome
  const remark = {
    zh: `已新建 ${target}。请先填写标有“待填”的地方，再用 kanben check 检查。`,
    en: `Made ${target}. Fill in what is marked 待填, then run kanben check.`,
  }
  return { ...outcome, remark: remark[request.locale] }
})

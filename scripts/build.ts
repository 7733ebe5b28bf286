#!/usr/bin/env -S npx tsx
/** In: an issue folder. Out: its editions in dist/, proved; exit 0 only when all of them are. */
import { run } from './desk/entry.ts'
import { buildIssue } from './pipeline.ts'

await run('build', async ({ request, target, progress, signal }) => {
  const { editions, out, draft, locale } = request
  const outcome = await buildIssue(target, { editions, out, draft, locale, progress, signal })
  const kept = {
    zh: '没有写入成品；原有的成品保持原样。改正以上错误后再做，或加 --draft 先出校样。',
    en: 'Nothing was written; earlier results stand as they were. Mend the errors, or use --draft for a draft.',
  }
  return {
    ...outcome,
    ...(outcome.delivered.length === 0 && { remark: kept[locale] }),
    // A draft is made to be looked at while the manuscript is still wrong; that the files are sound is never waived.
    ...(draft && { forgives: (code: string) => /^(manuscript|layout)\//.test(code) }),
  }
})

#!/usr/bin/env -S npx tsx
/** In: an issue folder. Out: its editions in dist/, proved; exit 0 only when all of them are. */
import { run } from './desk/entry.ts'
import { hasErrors } from './model/diagnostic.ts'

await run('build', async ({ request, target, progress, signal }) => {
  const { buildIssue } = await import('./pipeline.ts')
  const { editions, imposition, images, out, draft, locale } = request
  const asked = { editions, images, out, draft, locale, ...(imposition && { imposition }) }
  const outcome = await buildIssue(target, { ...asked, progress, signal })
  // Artifacts are delivered only when proved: whatever is wrong then was wrong in the manuscript, as --draft allows.
  if (outcome.delivered.length > 0) return { ...outcome, accepted: draft }
  const unproved = hasErrors(
    outcome.diagnostics.filter(({ code }) => /^(proof|preflight|pdfx|pdfua|epub)\//.test(code)),
  )
  const remark = unproved
    ? {
        zh: '成品没有通过核对，未写入；原有的成品保持原样。',
        en: 'The results did not pass the proof and were not written; earlier ones stand as they were.',
      }
    : {
        zh: `没有写入成品；原有的成品保持原样。请改正以上错误${draft ? '。' : '，或加 --draft 先出校样。'}`,
        en: `Nothing was written; earlier results stand as they were. Mend the errors${draft ? '.' : ', or use --draft for a draft.'}`,
      }
  return { ...outcome, remark: remark[locale] }
})

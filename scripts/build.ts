#!/usr/bin/env -S npx tsx
/** In: an issue folder. Out: its editions in dist/, proved; exit 0 only when all of them are and nothing is left to look at. */
import { run } from './cli/entry.ts'
import { finderOf, stopsDelivery } from './model/diagnostic.ts'

await run('build', async ({ request, target, progress, signal }) => {
  const { buildIssue } = await import('./pipeline.ts')
  const { editions, imposition, images, out, draft, locale } = request
  const asked = { editions, images, out, draft, locale, ...(imposition && { imposition }) }
  const outcome = await buildIssue(target, { ...asked, progress, signal })
  if (outcome.delivered.length > 0) return { ...outcome, accepted: draft }
  const unproved = outcome.diagnostics.some((d) => stopsDelivery(d) && finderOf(d) === 'proof')
  const remark = draft
    ? {
        zh: '排不成校样：文件夹里没有一篇文章。文章是 01-slug.md 这样的文件，与 issue.yaml 放在一起。',
        en: 'No draft could be made: the folder has no article. Articles are files such as 01-slug.md beside issue.yaml.',
      }
    : unproved
      ? {
          zh: '成品没有通过核对，未写入；原有的成品保持原样。加 --draft 可看标出了问题的校样。',
          en: 'The results did not pass the proof and were not written; earlier ones stand as they were. --draft shows the pages with the faults marked.',
        }
      : {
          zh: '没有写入成品；原有的成品保持原样。请改正以上错误，或加 --draft 先出校样。',
          en: 'Nothing was written; earlier results stand as they were. Mend the errors, or use --draft for a draft.',
        }
  return { ...outcome, remark: remark[locale] }
})

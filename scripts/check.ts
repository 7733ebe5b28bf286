#!/usr/bin/env -S npx tsx
/** In: an issue folder. Out: every fault of its manuscripts, without starting a browser. */
import { run } from './cli/entry.ts'
import { hasErrors } from './model/diagnostic.ts'

await run('check', async ({ request, target, progress }) => {
  const { checkIssue } = await import('./inspection.ts')
  const { issue, ...outcome } = await checkIssue(target, progress)
  if (!issue || hasErrors(outcome.diagnostics)) return outcome
  const { sections, articles, journal, numbering } = issue
  const people = new Set(articles.flatMap((article) => article.byline.map((credit) => credit.name))).size
  const remark = {
    zh: `${journal.name} ${numbering.label}：${sections.length} 个栏目，${articles.length} 篇文章，${people} 位署名者`,
    en: `${journal.name} ${numbering.label}: ${sections.length} sections, ${articles.length} articles, ${people} people credited`,
  }
  return { ...outcome, remark: remark[request.locale] }
})

/** In: a proof. Out: proof.html, a page for an editor without clock or path. */
import type { Locale } from '../model/diagnostic.ts'
import { editionNames } from '../model/edition.ts'
import type { Issue } from '../model/issue.ts'
import type { JobRow } from '../model/job.ts'
import type { Proof } from '../model/proof.ts'
import { articleViews, fileViews, otherViews } from './checks.ts'
import { copyfitView } from './copyfit.ts'
import { failuresView, markedViews, stampView } from './failures.ts'
import { type PagePicture, pagesView } from './pages.ts'
import { preflightView } from './preflight.ts'
import { typographyView } from './typography.ts'
import type { ProofView } from './views.ts'
import { words } from './words.ts'

/** What renders `templates/report`. */
interface Templates {
  render(name: 'report/page.hbs', view: ProofView): string
  text(name: string): string
}

/** A page that needs no other file; `pictures` are small pictures of the paged editions' pages, `job` is the job sheet. */
export function proofHtml(
  proof: Proof,
  issue: Issue,
  locale: Locale,
  templates: Templates,
  pictures: readonly PagePicture[] = [],
  job: readonly JobRow[] = [],
): string {
  const w = words[locale]
  return templates.render('report/page.hbs', {
    words: w,
    style: templates.text('report/style.css'),
    language: issue.language,
    title: `${issue.journal.name} ${issue.numbering.fullLabel}`,
    stamp: stampView(proof, w),
    failures: failuresView(proof, locale, w),
    marked: markedViews(proof, locale, w),
    editions: proof.artifacts.map(({ edition }) => edition),
    files: fileViews(proof, w),
    articles: articleViews(proof, issue, w),
    typography: typographyView(proof, locale, w),
    copyfit: proof.copyfit && copyfitView(proof.copyfit, w),
    preflights: editionNames.flatMap((edition) => preflightView(proof, issue, edition, locale, w) ?? []),
    job,
    others: otherViews(proof, issue, locale),
    pages: pagesView(proof, issue, pictures, w),
    tool: proof.tool,
  })
}

/** A proof in, its page out, by the templates that come with kanben. */
import { readTemplates } from '../../scripts/inspection.ts'
import type { Locale } from '../../scripts/model/diagnostic.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import type { JobRow } from '../../scripts/model/job.ts'
import type { Proof } from '../../scripts/model/proof.ts'
import type { PagePicture } from '../../scripts/report/pages.ts'
import { proofHtml as rendered } from '../../scripts/report/report.ts'

const templates = await readTemplates()

/** As it reads: Handlebars writes an equals sign as an entity. */
export const proofHtml = (
  proof: Proof,
  issue: Issue,
  locale: Locale,
  pictures: readonly PagePicture[] = [],
  job: readonly JobRow[] = [],
): string => rendered(proof, issue, locale, templates, pictures, job).replaceAll('&#x3D;', '=')

/** In: a finished PDF and the issue. Out: every rule of the page judged on it, with the places looked at and the faults found. */
import type { Artifact } from '../../model/artifact.ts'
import { diagnostic } from '../../model/diagnostic.ts'
import type { Issue } from '../../model/issue.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { type AuditContext, linesOf } from './audited.ts'
import type { GlyphPage } from './read/glyph-page.ts'
import type { TypesetPage } from './read/typeset-page.ts'
import { rules } from './rules.ts'

/** Both paged editions share one layout: whoever calls audits the one that goes to press, or the only one there is. */
export function auditTypography(
  verdict: Verdict,
  issue: Issue,
  { edition, file }: Pick<Artifact, 'edition' | 'file'>,
  glyphPages: readonly GlyphPage[],
  pages: readonly TypesetPage[],
): void {
  const context: AuditContext = { issue, edition, file, pages, glyphPages, lines: linesOf(pages) }
  for (const { check, audit, edition: only, punctuation } of rules) {
    if (!check || !audit) continue
    if (only && only !== edition) verdict.skip(check, file, diagnostic('typography/print-only', { file }))
    else if (punctuation && !punctuation.includes(issue.style.punctuation))
      verdict.skip(check, file, diagnostic('typography/house-style', { file }))
    else {
      const { places, faults, causes } = audit(context)
      verdict.check(check, file, causes, { places, faults })
    }
  }
}

/** In: text outside of the articles. Out: checks that cover, masthead and colophon say what the manifest says, names above all. */
import { diagnostic } from '../../model/diagnostic.ts'
import type { Issue } from '../../model/issue.ts'
import type { Place } from '../../model/place.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { significant } from './characters.ts'

/** The cover of a reflowable edition is a picture, so its words are looked for on paper only. */
export function checkFrontMatter(
  verdict: Verdict,
  issue: Issue,
  text: string,
  place: Place,
  kind: 'paged' | 'reflow',
): void {
  const missing = (values: readonly (string | undefined)[]) =>
    values
      .filter((value): value is string => Boolean(value) && !text.includes(significant(value!)))
      .map((value) => diagnostic('proof/fact-lost', place, { text: value }))
  const { journal, numbering, cover, colophon } = issue
  verdict.check(
    'facts/printed',
    place.file,
    missing([
      journal.name,
      journal.pinyin,
      journal.permit,
      journal.issn,
      journal.cn,
      numbering.label,
      ...(kind === 'paged' ? [cover.headline, ...cover.lines] : []),
      ...colophon.entries.flatMap(({ label, value }) => [label, value]),
      colophon.statement,
      colophon.rights,
      colophon.licence,
    ]),
  )
  for (const { role, name } of journal.editors)
    verdict.check('credits/masthead', `${role} ${name}`, missing([role, name]))
}

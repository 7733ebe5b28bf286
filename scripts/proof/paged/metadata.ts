/** In: what a PDF says about itself. Out: checks that journal, issue and every name of the bylines stand in Info and in XMP. */
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Issue } from '../../model/issue.ts'
import type { PdfFacts } from '../pdf/facts.ts'
import { readXmp } from '../pdf/xmp.ts'
import { significant } from '../text/characters.ts'
import { creditName } from '../text/expected.ts'
import { subjectOf, type Verdict } from '../verdict/verdict.ts'

export function checkMetadata(verdict: Verdict, issue: Issue, facts: PdfFacts, file: string): void {
  const title = significant(facts.info.Title ?? '')
  const xmp = readXmp(facts.xmp ?? '')
  const titleInXmp = xmp.values('dc:title').map(significant).join('')
  const lost = (where: string, text: string): Diagnostic =>
    diagnostic('proof/credit-lost-metadata', { file }, { where, text })
  const issueFacts = [issue.journal.name, issue.numbering.label].map((text) => [text, significant(text)] as const)
  verdict.check('credits/metadata', file, [
    ...issueFacts.filter(([, t]) => !title.includes(t)).map(([text]) => lost('Info', text)),
    ...issueFacts.filter(([, t]) => !titleInXmp.includes(t)).map(([text]) => lost('XMP', text)),
  ])
  // Info knows authors only; translators, photographers and their like are contributors in XMP.
  const authors = new Set((facts.info.Author ?? '').split(/[、;；]/).map(significant))
  const inXmp = new Set([...xmp.values('dc:creator'), ...xmp.values('dc:contributor')].map(significant))
  for (const article of issue.articles) {
    for (const credit of article.byline) {
      const name = significant(credit.name)
      const causes: Diagnostic[] = []
      if (credit.role === 'aut' && !authors.has(name)) causes.push(lost('Info', credit.name))
      if (!inXmp.has(name)) causes.push(lost('XMP', credit.name))
      verdict.check('credits/metadata', subjectOf(article.title, creditName(credit)), causes)
    }
  }
}

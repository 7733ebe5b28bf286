/** What only academic articles have: their English block, references and 文章编号 as printed, and what does not agree, out. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { partId } from '../model/ids.ts'
import type { Credit, EnglishBlock, Reference } from '../model/issue.ts'
import type { ArticleSource, FrontMatter, Manifest } from '../model/manuscript.ts'
import { creditsOf } from './credits.ts'
import { asList, missing } from './missing.ts'
import { issueDigits } from './numbering.ts'

type Facts = Partial<FrontMatter>

/** `Shen Yanqiu` → `SHEN Yanqiu`: the family name comes first and stands in capitals. */
function englishName({ pinyin }: Credit): string {
  const [family, ...given] = pinyin?.trim().split(/\s+/) ?? []
  return family ? [family.toUpperCase(), ...given].join(' ') : missing
}

export function englishOf({ english }: Facts, byline: readonly Credit[]): EnglishBlock | null {
  if (!english) return null
  return {
    title: english.title ?? missing,
    names: byline.map(englishName),
    affiliations: asList(english.affiliation),
    ...(english.abstract && { abstract: english.abstract }),
    keywords: english.keywords ?? [],
  }
}

export const referencesOf = ({ references = [] }: Facts, article: string): Reference[] =>
  references.map((text, i) => ({ number: i + 1, id: partId(article, 'reference', i + 1), text }))

/**
 * 文章编号 up to the pages (CAJ-CD B/T 1): `2096-1235(2026)01`. Journals with an ISSN print it beside 中图分类号 and
 * 文献标志码, so an article that has one of these has it too.
 */
export function numberStemOf({ classification, documentCode }: Facts, { journal, issue }: Manifest): string | null {
  const digits = issueDigits(issue.number)
  if (!journal.issn || !digits || issue.year === undefined || !(classification || documentCode)) return null
  return `${journal.issn}(${issue.year})${digits}`
}

/** Everybody in an English block has a name there, and every affiliation its English form. */
export function englishDisagreements({ facts }: ArticleSource): Diagnostic[] {
  const { value, places } = facts
  const { byline, affiliations } = creditsOf(value)
  if (!value.english) return []
  const nameless = byline.flatMap(({ name, pinyin }, i) => {
    const place = places.get(`byline[${i}].name`) ?? places.get(`byline[${i}]`)
    return pinyin?.trim() ? [] : [diagnostic('manuscript/pinyin-missing', place, { name })]
  })
  const count = asList(value.english.affiliation).length
  if (count === affiliations.length) return nameless
  const place = places.get('english.affiliation') ?? places.get('english')
  const differing = diagnostic('manuscript/english-affiliations', place, { count, wanted: affiliations.length })
  return [...nameless, differing]
}

/** One article as read in; the article as it is printed out. */
import type { BodyToken } from '../model/body.ts'
import type { Article } from '../model/issue.ts'
import type { ArticleSource, FrontMatter, Manifest } from '../model/manuscript.ts'
import { englishOf, numberStemOf, referencesOf } from './academic.ts'
import { withoutBreakOpportunities } from './break-opportunities.ts'
import { creditsOf } from './credits.ts'
import { chineseDate } from './dates.ts'
import { asList, missing } from './missing.ts'
import { withoutNameMarks } from './names.ts'

export interface ArticlePlace {
  readonly id: string
  /** Name of its section. */
  readonly section: string
  /** Whether its rest is printed elsewhere; without that a mark has no effect. */
  readonly jumps: boolean
}

export function articleOf(source: ArticleSource, { id, section, jumps }: ArticlePlace, manifest: Manifest): Article {
  const facts: Partial<FrontMatter> = source.facts.value
  const written = facts.title ?? missing
  const title = withoutBreakOpportunities(written)
  const credits = creditsOf(facts)
  const english = englishOf(facts, credits.byline)
  const numberStem = numberStemOf(facts, manifest)
  const body = jumps ? source.body : source.body.filter((token) => token.type !== 'jump')
  const printed = manifest.style?.nameMarks === false ? withoutNameMarks : (tokens: readonly BodyToken[]) => tokens
  return {
    id,
    slug: source.name.replace(/^\d{2}-|\.md$/g, ''),
    section,
    file: source.file,
    title,
    titleWithBreaks: written,
    ...(facts.subtitle && { subtitle: withoutBreakOpportunities(facts.subtitle) }),
    runningTitle: facts.running === undefined ? title : withoutBreakOpportunities(facts.running),
    layout: facts.layout ?? 'standard',
    runOn: facts.runOn ?? false,
    notesAt: facts.notes ?? manifest.style?.notes ?? 'foot',
    ...credits,
    ...(facts.lead && { lead: facts.lead }),
    ...(facts.abstract && { abstract: facts.abstract }),
    keywords: facts.keywords ?? [],
    facts: labelledFacts(facts),
    ...(facts.doi && { doi: facts.doi }),
    ...(facts.licence && { licence: facts.licence }),
    ...(numberStem && { numberStem }),
    ...(english && { english }),
    references: referencesOf(facts, id),
    body: printed(body),
    notes: source.notes.map((note) => ({ ...note, tokens: printed(note.tokens) })),
  }
}

/** In the order in which journals print them. */
function labelledFacts(facts: Partial<FrontMatter>): { label: string; value: string }[] {
  const rows: [label: string, value: string | undefined][] = [
    ['中图分类号', facts.classification],
    ['文献标志码', facts.documentCode],
    ['收稿日期', facts.received && chineseDate(facts.received)],
    ['修回日期', facts.revised && chineseDate(facts.revised)],
    ['录用日期', facts.accepted && chineseDate(facts.accepted)],
    ['基金项目', asList(facts.funding).join('；')],
    ['DOI', facts.doi],
    ['许可', facts.licence],
  ]
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

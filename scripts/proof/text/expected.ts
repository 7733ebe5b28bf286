/** In: an article of the Issue. Out: what its pages must say, in characters: head, body, notes, tail; never asked from layout. */
import type { Article, Continuation, Credit, EnglishBlock } from '../../model/issue.ts'
import type { Layout } from '../../model/manuscript.ts'
import { type Block, blocksOf, noteBlock } from './blocks.ts'
import { significant } from './characters.ts'

export type ExpectedKind =
  | 'section'
  | 'title'
  | 'subtitle'
  | 'credit'
  | 'affiliation'
  | 'lead'
  | 'abstract'
  | 'keyword'
  | 'fact'
  | 'number'
  | 'english'
  | 'english-credit'
  | 'closing'
  | 'bio'
  | 'label'
  | 'reference'

/** A string that stands exactly once in the head or the tail of an article. */
export interface ExpectedString {
  readonly kind: ExpectedKind
  /** As an editor would name it in a message. */
  readonly text: string
  /** The forms it may be printed in, significant characters only, the right one first. */
  readonly choices: readonly string[]
  /** Forms that show the words but tie a name to other affiliations than the manuscript does. */
  readonly misplaced: readonly string[]
  readonly required: boolean
}

export interface Expected {
  readonly article: Article
  readonly head: readonly ExpectedString[]
  readonly body: readonly Block[]
  /** Index of the first block that is printed after another article; null where the article stands in one piece. */
  readonly jump: number | null
  readonly notes: readonly Block[]
  readonly tail: readonly ExpectedString[]
  /** May stand in the head or in the tail. */
  readonly either: readonly ExpectedString[]
  /** Annotations of ruby in reading order, body before notes. */
  readonly annotations: readonly string[]
}

export const expectedString = (
  kind: ExpectedKind,
  text: string,
  choices: readonly string[],
  required = true,
  misplaced: readonly string[] = [],
): ExpectedString => ({
  kind,
  text,
  choices: choices.map(significant),
  misplaced: misplaced.map(significant),
  required,
})

/** 沈砚秋, 沈砚秋（译）: how a credit is named in messages and in the proof. */
export const creditName = (credit: Credit): string =>
  credit.roleLabel ? `${credit.name}（${credit.roleLabel}）` : credit.name

/** A name with the numbers of its affiliations where an article has several: before or after the role, commas or none. */
function marked(
  kind: ExpectedKind,
  label: string,
  [name, role]: readonly [string, string],
  numbers: readonly number[],
): ExpectedString {
  const plain = name + role
  if (numbers.length === 0) return expectedString(kind, label, [plain])
  const forms = [',', '，', '、', ''].flatMap((comma) => {
    const marks = numbers.join(comma)
    return [plain + marks, name + marks + role]
  })
  return expectedString(kind, label, forms, true, [plain])
}

const numbersOf = (credit: Credit, affiliations: readonly string[]): number[] =>
  affiliations.length < 2 ? [] : credit.affiliations.map((index) => index + 1)

/** Where there are several, their numbers stand before them. */
const numbered = (kind: ExpectedKind, names: readonly string[], required: boolean): ExpectedString[] =>
  names.map((name, i) =>
    expectedString(kind, name, names.length > 1 ? [`${i + 1}${name}`, `${i + 1}.${name}`, name] : [name], required),
  )

/** Layouts that have no fixed place for the affiliations: under the byline or after the text, but never nowhere. */
const freeAffiliations: ReadonlySet<Layout> = new Set(['interview', 'verse', 'photo', 'editorial', 'back'])
/** Layouts that may be signed at their end. */
const freeBylines: ReadonlySet<Layout> = new Set(['editorial', 'back'])

/**
 * @param section name of the article's section.
 * @param kind paper closes an article with a line of its affiliations; a reflowable edition gives them at its head alone.
 * @param svgTexts the letters inside vector pictures, by `src`.
 * @param continuations on paper, the articles of which a part is printed after another.
 */
export function expectedOf(
  article: Article,
  section: string,
  kind: 'paged' | 'reflow',
  svgTexts: ReadonlyMap<string, string>,
  continuations: readonly Continuation[] = [],
): Expected {
  const several = article.affiliations.length > 1
  const paged = kind === 'paged'
  const free = paged && freeAffiliations.has(article.layout)
  const optional = (kind: ExpectedKind, value: string | undefined, label = '') =>
    value ? [expectedString(kind, value, [label + value], false)] : []
  const byline = article.byline.map((credit) =>
    marked('credit', creditName(credit), [credit.name, credit.roleLabel], numbersOf(credit, article.affiliations)),
  )
  const signed = paged && freeBylines.has(article.layout)
  // On paper a single affiliation may be left to the closing line; several are numbered under the byline.
  const affiliations = numbered('affiliation', article.affiliations, several || !paged)
  const closingLine = `（作者单位：${article.affiliations.join('；')}）`
  const closing = paged ? [expectedString('closing', closingLine, [closingLine], !free)] : []
  const head = [
    expectedString('section', section, [section]),
    expectedString('title', article.title, [article.title]),
    ...(article.subtitle ? [expectedString('subtitle', article.subtitle, [article.subtitle])] : []),
    ...(signed ? [] : byline),
    ...(free ? [] : affiliations),
    ...(article.lead ? [expectedString('lead', article.lead, [article.lead])] : []),
    ...(article.abstract ? [expectedString('abstract', article.abstract, [article.abstract])] : []),
    ...article.keywords.map((keyword) => expectedString('keyword', keyword, [keyword])),
    ...article.facts.map(({ label, value }) =>
      expectedString('fact', `${label} ${value}`, [label + value, `${label}：${value}`]),
    ),
    ...optional('fact', article.doi, 'DOI'),
    ...optional('fact', article.licence),
  ]
  const tail = [
    ...(free ? [] : closing),
    ...referenceStrings(article),
    ...article.byline.flatMap(bioString),
    ...article.byline.flatMap(contacts),
  ]
  const either = [
    ...(signed ? byline : []),
    ...(free ? [...affiliations, ...closing] : []),
    ...(article.english ? englishStrings(article.english, article) : []),
  ]
  const annotations: string[] = []
  const body = blocksOf(article.body, svgTexts, annotations)
  const jumpsAt = article.body.findIndex((token) => token.type === 'jump')
  const jumps = paged && jumpsAt >= 0 && continuations.some((it) => it.article === article.id)
  const jump = jumps ? blocksOf(article.body.slice(0, jumpsAt), svgTexts, []).length : null
  const notes = article.notes.map((note) => noteBlock(note, svgTexts, annotations))
  return { article, head, body, jump, notes, tail, either, annotations }
}

/** A bio that begins with the name is not given the name once more. */
function bioString({ name, bio }: Credit): ExpectedString[] {
  if (!bio) return []
  if (significant(bio).startsWith(significant(name))) return [expectedString('bio', bio, [bio])]
  return [expectedString('bio', name + bio, [name + bio, `${name}：${bio}`])]
}

/** Addresses may be given, with the name before them where there is no bio to hold it. */
const contacts = ({ name, bio, email, orcid }: Credit): ExpectedString[] => {
  const given = [email, orcid].filter((value) => value !== undefined)
  return [...given, ...(given.length > 0 && !bio ? [name] : [])].map((value) =>
    expectedString('fact', value, [value], false),
  )
}

/** GB/T 7714: each entry behind its number in brackets, below a heading of their own. */
function referenceStrings({ references }: Article): ExpectedString[] {
  if (references.length === 0) return []
  return [
    expectedString('label', '参考文献', ['参考文献']),
    ...references.map(({ number, text }) =>
      expectedString('reference', `[${number}] ${text}`, [`[${number}]${text}`, `［${number}］${text}`]),
    ),
  ]
}

function englishStrings(english: EnglishBlock, { byline }: Article): ExpectedString[] {
  const { title, names, affiliations, abstract, keywords } = english
  return [
    expectedString('english', title, [title]),
    ...names.map((name, i) => {
      const credit = byline[i]
      return marked('english-credit', name, [name, ''], credit ? numbersOf(credit, affiliations) : [])
    }),
    ...numbered('english', affiliations, true),
    ...(abstract ? [expectedString('english', abstract, [abstract])] : []),
    ...keywords.map((keyword) => expectedString('english', keyword, [keyword])),
  ]
}

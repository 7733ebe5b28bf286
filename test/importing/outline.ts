/** An imported text in, the shape of its articles as a few lines out, so that a test can say what it expects in one look. */
import type { ImportedArticle, ImportResult } from '../../scripts/importing/import.ts'

const ends = (text: string): string => {
  const all = Array.from(text)
  return all.length <= 14 ? text : `${all.slice(0, 6).join('')}…${all.slice(-6).join('')}`
}

function people(article: ImportedArticle): string {
  const own = new Set(article.people.flatMap(({ affiliations = [] }) => affiliations))
  const shared = article.affiliations.filter((name) => !own.has(name))
  return article.people
    .map(({ name, role, affiliations, bio }) => {
      const units = affiliations ?? shared
      return `${name}${role === 'author' ? '' : `(${role})`}${units.length === 0 ? '' : `@${units.join('+')}`}${bio === undefined ? '' : `#${ends(bio)}`}`
    })
    .join(' ')
}

function fields(article: ImportedArticle): string[] {
  const { english, references, keywords, ...plain } = article.fields
  return [
    ...Object.entries(plain).map(([key, value]) => `${key}: ${ends(String(value))}`),
    ...(keywords ? [`keywords: ${keywords.join('/')}`] : []),
    ...(english ? [`english: ${Object.keys(english).join('/')}`] : []),
    ...(references ? [`references: ${references.map(ends).join(' / ')}`] : []),
  ]
}

/**
 * A line for the title (`= title — subtitle [section]`), one for the people, one for each field and block: `##` heading, `p`
 * paragraph, `v` verse, `q` quotation, `f` figure, `t` table, `n` note, `j` jump. Long texts show their ends.
 */
export const outline = ({ articles }: ImportResult): string[] =>
  articles.flatMap((article) => [
    `= ${article.title}${article.subtitle === undefined ? '' : ` — ${article.subtitle}`}${article.section === undefined ? '' : ` [${article.section}]`}`,
    ...(article.people.length === 0 ? [] : [`@ ${people(article)}`]),
    ...fields(article),
    ...article.blocks.map(({ kind, text, rows }) => {
      if (kind === 'heading') return `## ${text}`
      if (kind === 'verse' || kind === 'quote') return `${kind[0]} ${text.replaceAll('\n', '/')}`
      if (kind === 'table') return `t ${text} ${rows!.length}x${rows![0]!.length}`
      if (kind === 'break') return '---'
      return `${kind[0]} ${ends(text)}`.trim()
    }),
  ])

/** What an editor is asked, by rule. */
export const asked = ({ repairs }: ImportResult): string[] => [
  ...new Set(
    repairs
      .filter(({ action, confidence }) => (confidence ?? (action === 'applied' ? 'sure' : 'likely')) !== 'sure')
      .map(({ rule }) => rule),
  ),
]

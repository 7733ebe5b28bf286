/** An imported article in, its Markdown file out: front matter and text such that Markdown gives every character back. */
import { enumeratorOf } from './numbering.ts'
import type { ImportedArticle, ImportedBlock } from './result.ts'

/** Characters that mean something wherever they stand: CommonMark, tables, footnotes, ruby. */
const anywhere = /[\\`*_[\]<>{}|~&^$]/g

/**
 * One line of text as Markdown. The text has no line feeds and no space at its ends. At the start of a line also headings, lists,
 * rules, definitions and containers have meaning; at the end of a heading a # has.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(anywhere, '\\$&')
    .replace(/#$/, '\\#')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[#+\-=:!]/, '\\$&')
}

/** A scalar in double quotes: JSON's escapes are YAML's. */
export const quoteYaml = (text: string): string => JSON.stringify(text)

/** In a title a bare bar would mark where the line may turn. */
const quoteTitle = (text: string): string => quoteYaml(text.replaceAll('|', '\\|'))

const longestBrief = 1500

export const characterCount = (article: ImportedArticle): number =>
  article.blocks.reduce((sum, block) => sum + Array.from(block.text).length, 0)

/** Second level: numbered one step below the article's outermost number, after a first heading. */
function blockTexts(blocks: readonly ImportedBlock[]): string[] {
  const levels = blocks.map((block) => (block.kind === 'heading' ? enumeratorOf(block.text)?.level : undefined))
  const outermost = Math.min(...levels.filter((level) => level !== undefined))
  const first = blocks.findIndex((block) => block.kind === 'heading')
  return blocks.map((block, at) => {
    const text = escapeMarkdown(block.text)
    if (block.kind === 'paragraph') return text
    return `${at > first && (levels[at] ?? outermost) > outermost ? '###' : '##'} ${text}`
  })
}

function bylineOf(article: ImportedArticle): string[] {
  const people = [...article.authors.map((name) => ({ name, role: 'author' })), ...article.others]
  if (people.length === 0) return ['  - name: 待填作者']
  return people.flatMap(({ name, role }) => [
    `  - name: ${quoteYaml(name)}`,
    ...(role === 'author' ? [] : [`    role: ${role}`]),
  ])
}

function affiliationOf({ affiliations }: ImportedArticle): string[] {
  if (affiliations.length === 0) return ['affiliation: 待填作者单位']
  if (affiliations.length === 1) return [`affiliation: ${quoteYaml(affiliations[0]!)}`]
  return ['affiliation:', ...affiliations.map((name) => `  - ${quoteYaml(name)}`)]
}

export function articleFile(article: ImportedArticle): string {
  const front = [
    '---',
    '# yaml-language-server: $schema=../../docs/schema/article.schema.json',
    `title: ${quoteTitle(article.title)}`,
    ...(article.subtitle === undefined ? [] : [`subtitle: ${quoteTitle(article.subtitle)}`]),
    `layout: ${characterCount(article) < longestBrief ? 'brief' : 'standard'}`,
    'byline:',
    ...bylineOf(article),
    ...affiliationOf(article),
    '---',
  ]
  return [front.join('\n'), ...blockTexts(article.blocks)].join('\n\n') + '\n'
}

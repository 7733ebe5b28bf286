/** An imported article in, its file out: front matter and text, with the line of the file for every line of the raw text. */
import { simplify } from '../characters/script.ts'
import type { ImportedArticle, ImportedPerson } from '../result.ts'
import { blockTexts, quoteYaml } from './markdown.ts'

/** In a title a bare bar would mark where the line may break. */
const quoteTitle = (text: string): string => quoteYaml(text.replaceAll('|', '\\|'))

const longestBrief = 1500

export const characterCount = (article: ImportedArticle): number =>
  article.blocks.reduce((sum, block) => sum + Array.from(block.text.replaceAll('\n', '')).length, 0)

const list = (key: string, values: readonly string[], indent = ''): string[] =>
  values.length === 1
    ? [`${indent}${key}: ${quoteYaml(values[0]!)}`]
    : [`${indent}${key}:`, ...values.map((value) => `${indent}  - ${quoteYaml(value)}`)]

function personLines({ name, role, affiliations, bio, pinyin }: ImportedPerson): string[] {
  return [
    `  - name: ${quoteYaml(name)}`,
    ...(pinyin === undefined ? [] : [`    pinyin: ${quoteYaml(pinyin)}`]),
    ...(role === 'author' ? [] : [`    role: ${role}`]),
    ...(affiliations && affiliations.length > 0 ? list('affiliation', affiliations, '    ') : []),
    ...(bio === undefined ? [] : [`    bio: ${quoteYaml(bio)}`]),
  ]
}

const isPlaced = ({ affiliations }: ImportedPerson): boolean => (affiliations?.length ?? 0) > 0

function affiliationLines({ people, affiliations }: ImportedArticle): string[] {
  if (people.length > 0 && people.every(isPlaced)) return []
  const shared = people.some(isPlaced)
    ? affiliations.filter((name) => !people.some((one) => one.affiliations?.includes(name)))
    : affiliations
  return shared.length === 0 ? ['affiliation: 待填作者单位'] : list('affiliation', shared)
}

function fieldLines({ fields }: ImportedArticle): string[] {
  const { english, references, keywords } = fields
  const plain = ['lead', 'abstract'] as const
  const facts = ['classification', 'documentCode', 'received', 'revised', 'accepted', 'funding'] as const
  const one = (key: (typeof plain)[number] | (typeof facts)[number] | 'doi'): string[] =>
    fields[key] === undefined
      ? []
      : [`${key}: ${/^\d{4}-\d{2}-\d{2}$/.test(fields[key]) ? fields[key] : quoteYaml(fields[key])}`]
  return [
    ...plain.flatMap(one),
    ...(keywords ? ['keywords:', ...keywords.map((word) => `  - ${quoteYaml(word)}`)] : []),
    ...facts.flatMap(one),
    ...(english && Object.keys(english).length > 0
      ? [
          'english:',
          ...(english.title === undefined ? [] : [`  title: ${quoteYaml(english.title)}`]),
          ...(english.affiliation ? list('affiliation', english.affiliation, '  ') : []),
          ...(english.abstract === undefined ? [] : [`  abstract: ${quoteYaml(english.abstract)}`]),
          ...(english.keywords ? ['  keywords:', ...english.keywords.map((word) => `    - ${quoteYaml(word)}`)] : []),
        ]
      : []),
    ...(references ? ['references:', ...references.map((entry) => `  - ${quoteYaml(entry)}`)] : []),
    ...one('doi'),
  ]
}

const asker = /^(?:问|Q|记者|主持人|本刊|本报|编者|编辑部|采访者)$/u

/** Two speakers or more who take turns, one of whom asks by his label or his role. */
function isInterview({ blocks, people }: ImportedArticle): boolean {
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph')
  const labels = paragraphs.flatMap(({ text }) => /^([\p{Script=Han}·]{1,6}|[QA])：\s*\S/u.exec(text)?.[1] ?? [])
  const speakers = new Set(labels.filter((label, at) => labels.indexOf(label) !== at))
  const asks = [...new Set(labels)].some(
    (label) => asker.test(simplify(label)) || people.some(({ name, role }) => role === 'interviewer' && name === label),
  )
  return (
    asks &&
    speakers.size >= 1 &&
    new Set(labels).size >= 2 &&
    labels.length >= 4 &&
    labels.length >= paragraphs.length / 4
  )
}

function layoutOf(article: ImportedArticle): string {
  if (article.verse) return 'verse'
  if (isInterview(article)) return 'interview'
  return article.continuedAfter === undefined && characterCount(article) < longestBrief ? 'brief' : 'standard'
}

export interface ArticleFile {
  readonly text: string
  /** Line of the file, from 1, where the raw text's line went: the last block that begins at or before it, else the title. */
  readonly lineOf: (raw: number) => number
}

export function writeArticle(article: ImportedArticle, number: string): ArticleFile {
  const front = [
    '---',
    '# yaml-language-server: $schema=../../docs/schema/article.schema.json',
    `title: ${quoteTitle(article.title)}`,
    ...(article.subtitle === undefined ? [] : [`subtitle: ${quoteTitle(article.subtitle)}`]),
    `layout: ${layoutOf(article)}`,
    'byline:',
    ...(article.people.length === 0 ? ['  - name: 待填作者'] : article.people.flatMap(personLines)),
    ...affiliationLines(article),
    ...fieldLines(article),
    '---',
  ]
  const texts = blockTexts(article.blocks, number)
  const starts: { raw: number; line: number }[] = []
  let line = front.length + 2
  for (const [at, text] of texts.entries()) {
    starts.push({ raw: article.blocks[at]!.line, line })
    line += text.split('\n').length + 1
  }
  const inOrder = starts.toSorted((a, b) => a.raw - b.raw)
  return {
    text: `${[front.join('\n'), ...texts].join('\n\n')}\n`,
    lineOf: (raw) => inOrder.findLast((start) => start.raw <= raw)?.line ?? 3,
  }
}

export const articleFile = (article: ImportedArticle, number = '01'): string => writeArticle(article, number).text

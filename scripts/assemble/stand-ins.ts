/** For drafts only. In: articles that cannot be read or laid out. Out: pages in their stead that say what is wrong. Pure. */
import { type BodyToken, bareToken } from '../model/body.ts'
import { type Diagnostic, describe, type Locale, severityOf } from '../model/diagnostic.ts'
import type { Article, Issue } from '../model/issue.ts'
import {
  type ArticleSource,
  type LooseManuscript,
  type Manifest,
  type Manuscript,
  manifestName,
} from '../model/manuscript.ts'
import { missing } from './missing.ts'

const words = {
  zh: {
    issue: 'issue.yaml 没有读出本期有哪些栏目和文章，校样里按文件名的次序排列；改正下面的错误后再排。',
    lead: (name: string) => `${name} 读不出来，校样里先空着；改正下面的错误后再排。`,
    program: '排到这一篇时程序出错，校样里先空着。这是程序的问题，请报告给维护者：',
    line: (n: number) => `第 ${n} 行：`,
  },
  en: {
    issue:
      'issue.yaml does not tell sections and articles; the draft takes the files by their names. Mend the faults below.',
    lead: (name: string) => `${name} cannot be read; the draft leaves its place. Mend the faults below.`,
    program: 'The program failed at this article, and the draft leaves its place. Please report it to the maintainers:',
    line: (n: number) => `Line ${n}: `,
  },
} as const

/** Titles stand in the journal, so they are in its language. */
const unread = (name: string): string => `稿件 ${name.slice(0, 2)} 没有读入`
const failed = (title: string): string => `《${title}》没有排成`

/** A paragraph of plain text each. */
const paragraphs = (texts: readonly string[]): BodyToken[] =>
  texts.flatMap((content) => [
    bareToken('paragraph_open', { tag: 'p', nesting: 1 }),
    bareToken('inline', { content, children: [bareToken('text', { content })] }),
    bareToken('paragraph_close', { tag: 'p', nesting: -1 }),
  ])

/**
 * What a draft takes where the manifest does not tell which issue it is, or what it holds: year and number from the name of the
 * folder, the articles by their names, and before them a page that says so. Null where there is no article.
 */
export function withManifest(loose: LooseManuscript, found: readonly Diagnostic[], locale: Locale): Manuscript | null {
  const { value, places } = loose.manifest
  const [, year, number] = /^(\d{4})(?:-(\d{1,2})\b)?/.exec(loose.id) ?? []
  const named = { ...(year && { year: Number(year) }), ...(number && { number: String(Number(number)) }) }
  const told = {
    ...value,
    journal: value.journal ?? ({ name: missing, kind: 'internal' } as Manifest['journal']),
    issue: value.issue ?? (named as Partial<Manifest['issue']> as Manifest['issue']),
  }
  if (value.sections) return { ...loose, manifest: { value: { ...told, sections: value.sections }, places } }
  if (loose.articles.length === 0) return null
  const file = `${loose.folder}/${manifestName}`
  const page: ArticleSource = {
    file,
    name: manifestName,
    facts: { value: { title: `${manifestName} 没有读入`, byline: [missing] }, places: new Map() },
    body: paragraphs([
      words[locale].issue,
      ...toldOf(
        found,
        (d) => d.code === 'manuscript/manifest-missing' || d.place?.file.endsWith(`/${manifestName}`) === true,
        locale,
      ),
    ]),
    notes: [],
  }
  const articles = [page, ...loose.articles]
  const sections = [{ name: '栏目未定', articles: articles.map(({ name }) => name) }]
  return { ...loose, articles, manifest: { value: { ...told, sections }, places } }
}

/** Errors as sentences, with the line where one is known. */
function toldOf(found: readonly Diagnostic[], about: (d: Diagnostic) => boolean, locale: Locale): string[] {
  return found
    .filter((d) => severityOf(d) === 'error' && about(d))
    .map((d) => {
      const { line } = d.place ?? {}
      return `${line === undefined ? '' : words[locale].line(line)}${describe(d, locale).message}`
    })
}

/** The manuscript with an article in the place of each that is listed and could not be read. */
export function withStandIns(manuscript: Manuscript, found: readonly Diagnostic[], locale: Locale): Manuscript {
  const w = words[locale]
  const read = new Set(manuscript.articles.map(({ name }) => name))
  const listed = manuscript.manifest.value.sections.flatMap(({ articles }) => articles)
  const lost = [...new Set(listed.filter((name) => typeof name === 'string' && !read.has(name)))] as string[]
  const standIns = lost.map((name): ArticleSource => {
    const about = (d: Diagnostic) => d.place?.file.endsWith(`/${name}`) || d.facts.name === name
    const told = toldOf(found, about, locale)
    return {
      file: `${manuscript.folder}/${name}`,
      name,
      facts: { value: { title: unread(name), byline: [missing] }, places: new Map() },
      body: paragraphs([w.lead(name), ...told]),
      notes: [],
    }
  })
  return { ...manuscript, articles: [...manuscript.articles, ...standIns] }
}

/** The issue with a page that says so in the place of an article that could not be laid out. */
export function withoutArticle(issue: Issue, id: string, reason: string, locale: Locale): Issue {
  const w = words[locale]
  const stands = (article: Article): Article => {
    if (article.id !== id) return article
    const { lead: _lead, abstract: _abstract, english: _english, subtitle: _subtitle, ...rest } = article
    const title = failed(article.title)
    const body = paragraphs([w.program, reason])
    return { ...rest, title, titleWithBreaks: title, layout: 'standard', keywords: [], references: [], body, notes: [] }
  }
  const sections = issue.sections.map((section) => ({ ...section, articles: section.articles.map(stands) }))
  return {
    ...issue,
    sections,
    articles: sections.flatMap(({ articles }) => articles),
    continuations: issue.continuations.filter(({ article }) => article !== id),
  }
}

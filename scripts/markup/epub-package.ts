/** An issue in; what the package document says about it out: identifier, description, licence, accessibility. */
import { type BodyToken, inlinesOf } from '../model/body.ts'
import { uuidOf } from '../model/identifier.ts'
import type { Article, Issue } from '../model/issue.ts'
import { peopleOf } from './epub-people.ts'
import type { AccessibilityView, PackageMetadata } from './epub-views.ts'

/** `CC BY-NC 4.0` → the address of the deed; empty for a licence that is not of Creative Commons. */
export function licenceUrl(licence: string | undefined): string {
  const zero = /^CC[ -]?(?:0|Zero)[ -](1\.0)$/i.exec(licence?.trim() ?? '')
  if (zero) return `https://creativecommons.org/publicdomain/zero/${zero[1]}/`
  const by = /^CC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -](\d\.\d)$/i.exec(licence?.trim() ?? '')
  return by ? `https://creativecommons.org/licenses/${by[1]!.toLowerCase()}/${by[2]}/` : ''
}

export const issueTitle = ({ journal, numbering }: Issue): string => `${journal.name} ${numbering.fullLabel}`

function description(issue: Issue): string {
  const { journal, numbering, articles } = issue
  const theme = numbering.theme ? `本期主题：${numbering.theme}。` : ''
  const titles = articles.map(({ title, byline }) => `${title}（${byline.map(({ name }) => name).join('、')}）`)
  return `《${journal.name}》${numbering.fullLabel}。${theme}本期收文 ${articles.length} 篇：${titles.join('；')}。`
}

function* everyToken(tokens: readonly BodyToken[]): Generator<BodyToken> {
  for (const token of tokens) {
    yield token
    for (const inline of inlinesOf(token)) yield* everyToken(inline)
  }
}

/** Every token of body and notes, children after their parent. */
export const tokensOf = (article: Article): BodyToken[] =>
  [article.body, ...article.notes.map((note) => note.tokens)].flatMap((tokens) => [...everyToken(tokens)])

/** Computed from what the issue holds; conformance is a claim of people, and comes from the manifest alone. */
function accessibility(issue: Issue, paged: boolean): AccessibilityView {
  const tokens = issue.articles.flatMap(tokensOf)
  const has = (type: string): boolean => tokens.some((token) => token.type === type)
  const pictures = tokens.some((token) => token.meta?.figure?.alt)
  const described = pictures ? '、图片替代文本' : ''
  return {
    modes: pictures ? ['textual', 'visual'] : ['textual'],
    // Every picture that says something has words for it, so that text alone is enough; looking works as well.
    sufficient: pictures ? ['textual', 'textual,visual'] : ['textual'],
    features: [
      'tableOfContents',
      'readingOrder',
      'structuralNavigation',
      'displayTransformability',
      'ARIA',
      ...(paged ? ['pageBreakMarkers', 'pageNavigation'] : []),
      ...(pictures ? ['alternativeText'] : []),
      ...(has('ruby') ? ['rubyAnnotations'] : []),
    ],
    summary: `本电子版可重排，字号、行距与背景可由读者调整，设有多级目录、标题层级${described}，注释可双向跳转${paged ? '，并标有印刷版页码' : ''}；正文不依赖声音与颜色。`,
  }
}

/** Everything of the package document but the manifest and the spine. */
export function packageMetadata(issue: Issue, paged: boolean): PackageMetadata {
  const { journal, numbering, colophon } = issue
  return {
    identifier: `urn:uuid:${uuidOf(issue)}`,
    title: issueTitle(issue),
    language: issue.language,
    modified: `${numbering.date}T00:00:00Z`,
    date: numbering.date,
    publisher: journal.publisher,
    description: description(issue),
    subjects: [...new Set(issue.articles.flatMap(({ keywords }) => keywords))],
    rights: colophon.rights ?? '',
    licence: colophon.licence ?? '',
    licenceUrl: licenceUrl(colophon.licence),
    journal: journal.name,
    pinyin: journal.pinyin,
    issn: journal.issn ?? '',
    cn: journal.cn ?? '',
    serial: numbering.serial ?? '',
    number: numbering.number,
    volume: numbering.volume ?? '',
    ...peopleOf(issue),
    articles: issue.articles.map((article) => ({
      id: article.id,
      title: article.title,
      authors: article.byline.filter(({ role }) => role === 'aut').map(({ name }) => name),
      others: article.byline.filter(({ role }) => role !== 'aut').map(({ name }) => name),
      doi: article.doi ? `https://doi.org/${article.doi}` : '',
      licence: article.licence ?? '',
    })),
    accessibility: accessibility(issue, paged),
    // Both paged editions have these pages; what the source is, is said in words, since an issue has no number of its own.
    pageSource: paged ? `${issueTitle(issue)} 印刷版` : '',
    conformance: issue.epub.conformance ?? null,
  }
}

/** Sources of the pictures that stand in the articles, each once, in reading order. */
export const picturesOf = (issue: Issue): string[] => [
  ...new Set(issue.articles.flatMap((article) => tokensOf(article).flatMap((t) => t.meta?.figure?.src ?? []))),
]

/** References of an article and the citations that name them in; XHTML that leads from one to the other and back out. */
import type { BodyToken } from '../model/body.ts'
import { partId } from '../model/ids.ts'
import type { Article } from '../model/issue.ts'
import { foreignXhtml } from './epub-language.ts'
import { tokensOf } from './epub-package.ts'
import type { EpubArticleView } from './epub-views.ts'
import { escapeHtml } from './escape.ts'

export interface CitationIds {
  /** Id of each citation. */
  readonly ids: ReadonlyMap<BodyToken, string>
  /** Id of a reference by its number. */
  readonly references: ReadonlyMap<number, string>
  /** Id of the first citation that names a reference, by its number. */
  readonly first: ReadonlyMap<number, string>
}

/** Counted through the body and then the notes: a03-cite1, a03-cite2 … */
export function citationsOf(article: Article): CitationIds {
  const ids = new Map<BodyToken, string>()
  const first = new Map<number, string>()
  for (const token of tokensOf(article)) {
    const citation = token.meta?.citation
    if (!citation) continue
    const id = partId(article.id, 'citation', ids.size + 1)
    ids.set(token, id)
    for (const number of citation.numbers) if (!first.has(number)) first.set(number, id)
  }
  return { ids, first, references: new Map(article.references.map(({ number, id }) => [number, id])) }
}

/** [1,3-5], each number a link to its reference. */
export function citationXhtml(token: BodyToken, citations: CitationIds | undefined): string {
  const text = escapeHtml(token.meta!.citation!.text).replace(/\d+/g, (number) => {
    const target = citations?.references.get(Number(number))
    return target === undefined
      ? number
      : `<a role="doc-biblioref" href="#${target}" aria-label="参考文献 ${number}">${number}</a>`
  })
  const id = citations?.ids.get(token)
  return `<sup class="citation"${id === undefined ? '' : ` id="${id}"`}>[${text}]</sup>`
}

/** The number stands in the text: systems that restyle lists, and readers who copy an entry, keep it. */
export const referencesView = ({ references }: Article, { first }: CitationIds): EpubArticleView['references'] =>
  references.map(({ id, number, text }) => ({ id, number, text: foreignXhtml(text), back: first.get(number) ?? '' }))

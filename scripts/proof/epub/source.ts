/** A place in an EPUB in; the place in the manuscript that it comes from, where there is one, out. */
import type { Document, Element } from '@xmldom/xmldom'
import type { Article, Issue } from '../../model/issue.ts'
import type { Place } from '../../model/place.ts'
import { blocksOf, formsOf, noteBlock } from '../text/blocks.ts'
import { significant } from '../text/characters.ts'
import { type EpubContainer, elementsOf } from './container.ts'

const blockNames: ReadonlySet<string> = new Set(['p', 'h2', 'h3', 'h4', 'li', 'td', 'th', 'pre', 'figcaption', 'dt'])
/** Fewer characters may stand anywhere. */
const telling = 4

/** Tells the article of an entry by its title and its turn, and the line by the words of the block at or before the place. */
export function manuscriptPlaces(book: EpubContainer, issue: Issue): (place: Place) => Place | null {
  const articles = new Map<string, Article>()
  for (const entry of inReadingOrder(book)) {
    const title = significant(elementsOf(book.documents.get(entry)!, 'h1')[0]?.textContent ?? '')
    const known = [...articles.values()]
    // Of articles with one title the first that has no entry yet.
    const article = issue.articles.find((one) => significant(one.title) === title && !known.includes(one))
    if (article) articles.set(entry, article)
  }
  return ({ entry = '', line }) => {
    const article = articles.get(entry)
    if (!article) return null
    const found = line === undefined ? null : lineOf(article, wordsAt(book.documents.get(entry)!, line))
    return { file: article.file, ...(found !== null && { line: found }) }
  }
}

const inReadingOrder = ({ spine, documents }: EpubContainer): string[] =>
  spine.map(({ entry }) => entry).filter((entry) => documents.has(entry))

/** The words of the last block that begins on the line or above it. */
function wordsAt(document: Document, line: number): string {
  const before = elementsOf(document, '*').filter(
    (element) => blockNames.has(element.localName ?? '') && (element.lineNumber ?? Number.POSITIVE_INFINITY) <= line,
  )
  const last: Element | undefined = before.at(-1)
  return significant(last?.textContent ?? '')
}

function lineOf(article: Article, words: string): number | null {
  if (words.length < telling) return null
  const letters = new Map<string, string>()
  const blocks = [...blocksOf(article.body, letters, []), ...article.notes.map((note) => noteBlock(note, letters, []))]
  const block = blocks.find((one) =>
    formsOf(one).some((form) => form.length >= telling && (words.includes(form) || form.includes(words))),
  )
  return block?.line ?? null
}

/** In: an article with the pages it was found on. Out: its 文章编号 as it must be, the one that is printed, and the check of it. */
import { diagnostic } from '../../model/diagnostic.ts'
import type { Article } from '../../model/issue.ts'
import { significant } from '../text/characters.ts'
import { type Expected, expectedString } from '../text/expected.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { PagedArticle, PagedEvidence } from './evidence.ts'

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

/** CAJ-CD B/T 1-2006: first page with four digits and number of pages with two, after journal, year and issue. */
export const articleNumber = (stem: string, { first, pages }: Pick<PagedArticle, 'first' | 'pages'>): string =>
  `${stem}-${padded(first, 4)}-${padded(pages.length, 2)}`

/** The number of an article on these pages; null where its journal gives none. */
export const dueNumber = ({ numberStem }: Article, on: Pick<PagedArticle, 'first' | 'pages'>): string | null =>
  numberStem === undefined ? null : articleNumber(numberStem, on)

/**
 * The pages of the number with this stem in a text, whatever they are; null where there is none. A numeral may follow: what
 * is printed has no more digits than the number that is due, unless it is another.
 */
export function printedNumber({ numberStem }: Article, text: string, due: string | null): string | null {
  if (numberStem === undefined) return null
  const stem = significant(numberStem)
  const at = text.indexOf(stem)
  if (at < 0) return null
  const rest = text.slice(at + stem.length)
  const pages = due?.slice(numberStem.length)
  return pages && rest.startsWith(pages) ? pages : (/^-\d+-\d+/.exec(rest) ?? [''])[0]
}

/** Printed digits are judged by their own check: for the comparison of words they are what must stand. */
export function withNumber(expected: Expected, text: string, due: string | null = null): Expected {
  const pages = printedNumber(expected.article, text, due)
  if (pages === null) return expected
  const number = expected.article.numberStem + pages
  return { ...expected, either: [...expected.either, expectedString('number', `文章编号 ${number}`, [number])] }
}

/** Where the journal numbers its articles, the number stands on the first page where the head ends, in or beside the type area. */
export function checkArticleNumber(
  verdict: Verdict,
  { title, numberStem, ...article }: Article,
  found: PagedArticle,
  { pages }: PagedEvidence,
  file: string,
): void {
  if (numberStem === undefined) return
  const place = { file, page: found.first }
  const number = articleNumber(numberStem, found)
  const [printed = null] = found.pages.flatMap(
    (page) => printedNumber({ title, numberStem, ...article }, pages[page - 1]!.all.text, number) ?? [],
  )
  const causes =
    printed === null
      ? [diagnostic('proof/article-number-lost', place, { title, number })]
      : numberStem + printed === number
        ? []
        : [diagnostic('proof/article-number-wrong', place, { title, number, printed: numberStem + printed })]
  verdict.check('facts/article-number', title, causes)
}

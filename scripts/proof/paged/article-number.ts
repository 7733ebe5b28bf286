/** In: an article with the pages it was found on. Out: its 文章编号 as it must be, the one that is printed, and the check of it. */
import { diagnostic } from '../../model/diagnostic.ts'
import type { Article } from '../../model/issue.ts'
import { significant } from '../text/characters.ts'
import { type Expected, unit } from '../text/expected.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { PagedArticle, PagedEvidence } from './evidence.ts'

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

/** CAJ-CD B/T 1-2006: first page with four digits and number of pages with two, after journal, year and issue. */
export const articleNumber = (stem: string, { first, pages }: Pick<PagedArticle, 'first' | 'pages'>): string =>
  `${stem}-${padded(first, 4)}-${padded(pages.length, 2)}`

/** The number with this stem in a text, whatever its pages; null where there is none. */
export function printedNumber({ numberStem }: Article, text: string): string | null {
  if (numberStem === undefined) return null
  const at = text.indexOf(significant(numberStem))
  return at < 0 ? null : (/^-\d+-\d+/.exec(text.slice(at + significant(numberStem).length)) ?? [''])[0]
}

/** Printed digits are judged by their own check: for the comparison of words they are what must stand. */
export function withNumber(expected: Expected, text: string): Expected {
  const pages = printedNumber(expected.article, text)
  if (pages === null) return expected
  const number = expected.article.numberStem + pages
  return { ...expected, either: [...expected.either, unit('number', `文章编号 ${number}`, [number])] }
}

/** Where the journal numbers its articles, the number stands on the first page, in or beside the type area. */
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
  const printed = printedNumber({ title, numberStem, ...article }, pages[found.first - 1]!.all.text)
  const causes =
    printed === null
      ? [diagnostic('proof/article-number-lost', place, { title, number })]
      : numberStem + printed === number
        ? []
        : [diagnostic('proof/article-number-wrong', place, { title, number, printed: numberStem + printed })]
  verdict.check('facts/article-number', title, causes)
}

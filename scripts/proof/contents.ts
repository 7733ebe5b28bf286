/** In: the pages of a PDF and where each article begins. Out: checks of the 目次, of folios and of running heads. */

import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { EditionName } from '../model/edition.ts'
import type { Article, Issue } from '../model/issue.ts'
import type { Place } from '../model/place.ts'
import { significant } from './characters.ts'
import { creditName, type Unit } from './expected.ts'
import type { PagedArticle, PagedEvidence, SheetPage } from './pdf-pages.ts'
import type { PdfFacts } from './pdf-read.ts'
import { runAt, runIndexAt, type Stream, streamOf } from './stream.ts'
import { takeUnits } from './units.ts'
import { subjectOf, type Verdict } from './verdict.ts'

export interface Entry {
  readonly article: Article
  /** Of the title; -1 where the contents do not name it. */
  readonly start: number
  readonly inOrder: boolean
}

export function checkContents(
  verdict: Verdict,
  issue: Issue,
  edition: EditionName,
  file: string,
  evidence: PagedEvidence,
  facts: PdfFacts,
): void {
  const pages = contentsPages(issue, evidence)
  if (pages.length === 0) {
    verdict.check('credits/contents', file, [diagnostic('proof/no-contents', { file })])
    return
  }
  const stream = streamOf(pages.flatMap((page) => page.area))
  const place: Place = { file, page: pages[0]!.number }
  const entries = checkEntries(verdict, issue.articles, stream, place)
  const folios = foliosOf(entries, stream)
  entries.forEach(({ article, start, inOrder }, i) => {
    const found = evidence.articles[i]
    const at = runAt(stream, Math.max(0, start))?.place ?? place
    if (start < 0) return
    const before = i === 0 ? null : evidence.articles.slice(0, i).findLast((a) => a !== null)
    const ordered = inOrder && (!found || !before || before.first < found.first || sharesPage(before, found))
    verdict.check(
      'contents/order',
      article.title,
      ordered ? [] : [diagnostic('proof/contents-order', at, { title: article.title })],
    )
    if (!found) return
    const printed = folios[i] ?? ''
    const actual = evidence.pages[found.first - 1]!.folio
    const right = printed === actual && printed === String(found.first)
    const wrong = diagnostic('proof/contents-folio', at, { title: article.title, printed, page: found.first })
    verdict.check('contents/folio', article.title, right ? [] : [wrong])
    if (edition === 'screen') {
      const linked = pages.some((page) => facts.pages[page.number - 1]!.links.some((link) => link.page === found.first))
      verdict.check(
        'contents/link',
        article.title,
        linked ? [] : [diagnostic('proof/contents-link', at, { title: article.title })],
      )
    }
  })
}

/** Looks for every title and, behind each, for everybody of its byline; further checks go by the entries found. */
export function checkEntries(
  verdict: Verdict,
  articles: readonly Article[],
  stream: Stream,
  place: Place,
): readonly Entry[] {
  const entries = findEntries(articles, stream)
  entries.forEach(({ article, start }, i) => {
    const at = start < 0 ? place : (runAt(stream, start)?.place ?? place)
    const lost = (text: string): Diagnostic =>
      diagnostic('proof/credit-lost-contents', at, { title: article.title, text })
    verdict.check('credits/contents', article.title, start < 0 ? [lost(article.title)] : [])
    const names = start < 0 ? article.byline.map(creditName) : missingNames(article, entryText(entries, i, stream))
    for (const credit of article.byline) {
      const name = creditName(credit)
      verdict.check('credits/contents', subjectOf(article.title, name), names.includes(name) ? [lost(name)] : [])
    }
  })
  return entries
}

/** An article may follow another on its page. */
const sharesPage = (before: PagedArticle, after: PagedArticle): boolean =>
  before.first === after.first && before.start < after.start

/** Pages before the first article, the cover excepted, that name an article. */
function contentsPages(issue: Issue, { pages, articles }: PagedEvidence): readonly SheetPage[] {
  const first = Math.min(...articles.flatMap((article) => (article ? [article.first] : [])), pages.length + 1)
  const titles = issue.articles.map((article) => significant(article.title))
  return pages.slice(1, first - 1).filter((page) => {
    const { text } = streamOf(page.area)
    return text.startsWith('目次') || titles.some((title) => text.includes(title))
  })
}

function findEntries(articles: readonly Article[], stream: Stream): Entry[] {
  const { text } = stream
  let cursor = 0
  return articles.map((article) => {
    const title = significant(article.title)
    const all: number[] = []
    for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) all.push(at)
    const ahead = all.filter((at) => at >= cursor)
    // A section may bear the same name: the title is the one that has a number before it.
    const start = ahead.find((at) => folioBefore(stream, at) !== null) ?? ahead[0] ?? all[0] ?? -1
    const inOrder = start >= cursor
    if (inOrder) cursor = start + title.length
    return { article, start, inOrder }
  })
}

const digits = /^\d+$/

function folioBefore(stream: Stream, at: number): string | null {
  const run = at > 0 ? runAt(stream, at - 1) : undefined
  return run && digits.test(run.text) ? run.text : null
}

/** Page numbers stand before the titles or after them; which it is shows at the first entry. */
function foliosOf(entries: readonly Entry[], stream: Stream): (string | null)[] {
  const before = entries.map(({ start }) => (start < 0 ? null : folioBefore(stream, start)))
  if (before.some((folio) => folio !== null)) return before
  return entries.map(({ start }, i) => {
    if (start < 0) return null
    const end = nextStart(entries, i, stream)
    const runs = stream.runs.slice(
      runIndexAt(stream, start),
      end >= stream.text.length ? undefined : runIndexAt(stream, end),
    )
    return runs.find((run) => digits.test(run.text))?.text ?? null
  })
}

function nextStart(entries: readonly Entry[], i: number, stream: Stream): number {
  const later = entries.map((entry) => entry.start).filter((start) => start > entries[i]!.start)
  return later.length > 0 ? Math.min(...later) : stream.text.length
}

const entryText = (entries: readonly Entry[], i: number, stream: Stream): string =>
  stream.text.slice(entries[i]!.start + significant(entries[i]!.article.title).length, nextStart(entries, i, stream))

function missingNames(article: Article, text: string): string[] {
  const plain = (kind: Unit['kind'], name: string, choice: string, required: boolean): Unit => ({
    kind,
    text: name,
    choices: [significant(choice)],
    misplaced: [],
    required,
  })
  const units = [
    ...(article.subtitle ? [plain('subtitle', article.subtitle, article.subtitle, false)] : []),
    ...article.byline.map((credit) => plain('credit', creditName(credit), credit.name + credit.roleLabel, true)),
  ]
  return takeUnits(text, 0, units, null).missing.map((unit) => unit.text)
}

/** Every printed folio is the number of its page, and every page of an article bears one. */
export function checkFolios(verdict: Verdict, file: string, { pages, owners }: PagedEvidence): void {
  const wrong = pages.filter(({ folio, number }, i) => (folio === null ? owners[i] !== null : folio !== String(number)))
  verdict.check(
    'folio/sequence',
    file,
    wrong.map(({ number, folio }) =>
      diagnostic('proof/folio-wrong', { file, page: number }, { page: number, folio: folio ?? '' }),
    ),
  )
}

/** No page of an article bears the running title of an article that is not on it. */
export function checkRunningHeads(
  verdict: Verdict,
  issue: Issue,
  file: string,
  { pages, articles }: PagedEvidence,
): void {
  const titlesOn = (page: number, present: boolean): string[] =>
    issue.articles.flatMap((article, i) => {
      const found = articles[i]
      const here = found?.pages.includes(page) ?? false
      return here === present ? [significant(article.runningTitle)] : []
    })
  issue.articles.forEach((article, i) => {
    const found = articles[i]
    if (!found) return
    const wrong = found.pages
      .map((page) => pages[page - 1]!)
      .filter(({ number, runningHead }) => {
        const own = titlesOn(number, true).some((title) => runningHead.includes(title))
        return !own && titlesOn(number, false).some((title) => runningHead.includes(title))
      })
    verdict.check(
      'running-head/article',
      article.title,
      wrong.map(({ number, runningHead }) =>
        diagnostic(
          'proof/running-head-wrong',
          { file, page: number },
          { page: number, text: runningHead, title: article.title },
        ),
      ),
    )
  })
}

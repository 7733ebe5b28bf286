/** In: the pages of a PDF and where each article begins. Out: checks of the 目次, of folios and of running heads. */

import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { EditionName } from '../../model/edition.ts'
import type { Article, Issue } from '../../model/issue.ts'
import type { Place } from '../../model/place.ts'
import type { PdfFacts } from '../pdf/facts.ts'
import { significant } from '../text/characters.ts'
import { creditName, type ExpectedString } from '../text/expected.ts'
import { takeStrings } from '../text/expected-strings.ts'
import { type Candidate, fillUp, inOrder } from '../text/in-order.ts'
import { type LocatedText, locatedText, runAt, runIndexAt } from '../text/located-text.ts'
import { subjectOf, type Verdict } from '../verdict/verdict.ts'
import { contentsHeading, digits, folioBefore } from './announced.ts'
import type { PagedArticle, PagedEvidence, SheetPage } from './evidence.ts'

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
  const located = locatedText(pages.flatMap((page) => page.area))
  const place: Place = { file, page: pages[0]!.number }
  const entries = checkEntries(verdict, issue.articles, located, place)
  const folios = foliosOf(entries, located)
  entries.forEach(({ article, start, inOrder }, i) => {
    const found = evidence.articles[i]
    const at = runAt(located, Math.max(0, start))?.place ?? place
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
  located: LocatedText,
  place: Place,
): readonly Entry[] {
  const entries = findEntries(articles, located)
  entries.forEach(({ article, start }, i) => {
    const at = start < 0 ? place : (runAt(located, start)?.place ?? place)
    const lost = (text: string): Diagnostic =>
      diagnostic('proof/credit-lost-contents', at, { title: article.title, text })
    verdict.check('credits/contents', article.title, start < 0 ? [lost(article.title)] : [])
    const names = start < 0 ? article.byline.map(creditName) : missingNames(article, entryText(entries, i, located))
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

/** Pages before the first article, the cover excepted, that name an article: from the one with the heading 目次 on where there is one. */
function contentsPages(issue: Issue, { pages, articles }: PagedEvidence): readonly SheetPage[] {
  const first = Math.min(...articles.flatMap((article) => (article ? [article.first] : [])), pages.length + 1)
  const titles = issue.articles.map((article) => significant(article.title))
  const before = pages.slice(1, first - 1).map((page) => ({ page, text: locatedText(page.area).text }))
  const headed = before.findIndex(({ text }) => text.startsWith(contentsHeading))
  return before
    .slice(Math.max(0, headed))
    .filter(({ text }, i) => (headed >= 0 && i === 0) || titles.some((title) => text.includes(title)))
    .map(({ page }) => page)
}

/** An entry is what stands where a page number stands before a title, or where a link begins. */
const leads = (located: LocatedText, at: number): boolean =>
  folioBefore(located, at) !== null || linkBegins(located, at)

/** Characters behind a title in which its names are looked for. */
const reach = 80

/** Titles may be alike, or stand in each other, in names of sections and of people: the order of the issue decides. */
function findEntries(articles: readonly Article[], located: LocatedText): Entry[] {
  const { text } = located
  const candidates = articles.map(({ title: written, byline }) => {
    const title = significant(written)
    const all: (Candidate & { readonly leads: boolean })[] = []
    for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
      const behind = text.slice(at + title.length, at + title.length + reach)
      const named = byline.filter(({ name }) => behind.includes(significant(name))).length
      const leading = leads(located, at)
      all.push({ order: at, score: 1 + named + (leading ? 8 : 0), leads: leading })
    }
    return all.some((it) => it.leads) ? all.filter((it) => it.leads) : all
  })
  const ordered = inOrder(candidates)
  return fillUp(ordered, candidates).map((it, i) => ({
    article: articles[i]!,
    start: it?.order ?? -1,
    inOrder: ordered[i] !== null,
  }))
}

/** Text of a reflowable edition knows in which element it stands. */
function linkBegins(located: LocatedText, at: number): boolean {
  const index = runIndexAt(located, at)
  return located.starts[index] === at && located.runs[index]?.font === 'a' && located.runs[index - 1]?.font !== 'a'
}

/** Page numbers stand before the titles or after them; which it is shows at the first entry. */
function foliosOf(entries: readonly Entry[], located: LocatedText): (string | null)[] {
  const before = entries.map(({ start }) => (start < 0 ? null : folioBefore(located, start)))
  if (before.some((folio) => folio !== null)) return before
  return entries.map(({ start }, i) => {
    if (start < 0) return null
    const end = nextStart(entries, i, located)
    const runs = located.runs.slice(
      runIndexAt(located, start),
      end >= located.text.length ? undefined : runIndexAt(located, end),
    )
    return runs.find((run) => digits.test(run.text))?.text ?? null
  })
}

function nextStart(entries: readonly Entry[], i: number, located: LocatedText): number {
  const later = entries.map((entry) => entry.start).filter((start) => start > entries[i]!.start)
  return later.length > 0 ? Math.min(...later) : located.text.length
}

const entryText = (entries: readonly Entry[], i: number, located: LocatedText): string =>
  located.text.slice(entries[i]!.start + significant(entries[i]!.article.title).length, nextStart(entries, i, located))

function missingNames(article: Article, text: string): string[] {
  const plain = (kind: ExpectedString['kind'], name: string, choice: string, required: boolean): ExpectedString => ({
    kind,
    text: name,
    choices: [significant(choice)],
    misplaced: [],
    required,
  })
  const strings = [
    ...(article.subtitle ? [plain('subtitle', article.subtitle, article.subtitle, false)] : []),
    ...article.byline.map((credit) => plain('credit', creditName(credit), credit.name + credit.roleLabel, true)),
  ]
  return takeStrings(text, 0, strings, null).missing.map((wanted) => wanted.text)
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

/** How many characters a head has of the beginning of a title: one that is too long for it is cut. */
function beginningIn(head: string, title: string): number {
  let length = title.length
  while (length > 0 && !head.includes(title.slice(0, length))) length--
  return length
}

/** Characters of a title that may stand in any words of a head: it is there only as a part of its own. */
const slight = 2

/** Whether a head bears a title: alone, behind the names of its authors, or, where it is long enough to be no other word, anywhere. */
const bears = (head: string, title: string): boolean =>
  title.length > slight ? head.includes(title) : head === title || head.endsWith(`：${title}`)

/** No page of an article bears the running title of an article that is not on it. */
export function checkRunningHeads(
  verdict: Verdict,
  issue: Issue,
  file: string,
  { pages, articles }: PagedEvidence,
): void {
  const { journal, numbering } = issue
  // A title may be one character, which stands in 准印证号 too.
  const facts = Object.values(journal).filter((value) => typeof value === 'string')
  const journals = [...facts, numbering.fullLabel, numbering.label]
    .map((text) => significant(text))
    .filter((text) => text !== '')
    .sort((a, b) => b.length - a.length)
  /** Of one article, by its index: what of the head its running title is; of the titles in it the longest is meant. */
  const longest = (head: string, among: (index: number) => boolean, cut = false): number =>
    Math.max(
      0,
      ...issue.articles.map(({ runningTitle }, i) => {
        const title = significant(runningTitle)
        if (!among(i)) return 0
        return cut ? beginningIn(head, title) : bears(head, title) ? title.length : 0
      }),
    )
  issue.articles.forEach((article, i) => {
    const found = articles[i]
    if (!found) return
    const wrong = found.pages
      .map((page) => pages[page - 1]!)
      .filter(({ number, runningHead }) => {
        const here = (index: number) => articles[index]?.pages.includes(number) ?? false
        const head = journals.reduce((text, own) => text.replace(own, ''), runningHead)
        return longest(head, (index) => !here(index)) > longest(runningHead, here, true)
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

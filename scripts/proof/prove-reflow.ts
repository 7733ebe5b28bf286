/** In: a finished EPUB and the issue. Out: every check of its words, credits, contents, navigation and structure. */
import type { Element } from '@xmldom/xmldom'
import type { Artifact } from '../model/artifact.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Article, Issue } from '../model/issue.ts'
import type { Place } from '../model/place.ts'
import { type EpubContainer, notesOf, openEpub } from './epub/container.ts'
import { type EpubChapter, type EpubFacts, flowOf, readTexts, roleOf } from './epub/text.ts'
import { withNumber } from './paged/article-number.ts'
import { checkEntries } from './paged/contents.ts'
import { significant } from './text/characters.ts'
import { compare } from './text/compare.ts'
import { type Counts, checkConservation, checkCounts, expectedCounts, referencesIn } from './text/conservation.ts'
import { creditName, type Expected } from './text/expected.ts'
import { checkFrontMatter } from './text/front-matter.ts'
import { join } from './text/located-text.ts'
import { subjectOf, type Verdict } from './verdict/verdict.ts'

export function proveReflow(verdict: Verdict, issue: Issue, all: readonly Expected[], { file, bytes }: Artifact): void {
  const facts = readTexts(opened(bytes), file)
  const chapters = chaptersOf(all, facts)
  all.forEach((fixed, i) => {
    const { article } = fixed
    const chapter = chapters[i]
    if (!chapter?.section) {
      verdict.check('text/conserved', article.title, [
        diagnostic('proof/article-missing', { file }, { title: article.title }),
      ])
      verdict.skip('structure/count', article.title, diagnostic('proof/not-found', { file }))
      return
    }
    const place = { file, entry: chapter.entry }
    const flow = flowOf(chapter.section, file, chapter.entry)
    const expected = withNumber(fixed, flow.main.text)
    const comparison = compare(expected, flow, place)
    checkConservation(verdict, expected, comparison, place)
    const references = referencesIn(comparison)
    checkCounts(verdict, article.title, expectedCounts(expected), { ...countsOf(chapter.section), references }, place)
    checkNavigation(verdict, article, facts, chapter.entry, file)
  })
  const found = chapters.filter((chapter) => chapter !== null).length
  const differ = diagnostic('proof/articles-differ', { file }, { expected: all.length, found })
  verdict.check('structure/count', file, found === all.length ? [] : [differ])
  checkOrder(verdict, issue, facts, chapters, file)
  const rest = facts.chapters.filter((chapter) => chapter.section === null)
  checkFrontMatter(verdict, issue, rest.map((chapter) => chapter.all.text).join('\n'), { file }, 'reflow')
  checkPackage(verdict, issue, facts, file)
}

/** An EPUB that cannot be opened holds no article; why it cannot, its own check tells. */
function opened(bytes: Uint8Array): EpubContainer {
  try {
    return openEpub(bytes)
  } catch {
    return {
      names: [],
      entries: new Map(),
      packageEntry: '',
      items: [],
      spine: [],
      documents: new Map(),
      malformed: [],
    }
  }
}

/**
 * Each article's chapter: the one that bears its title and most of its words, and of those that say as much the one in its
 * place; no chapter holds two articles.
 */
function chaptersOf(all: readonly Expected[], facts: EpubFacts): (EpubChapter | null)[] {
  const places = facts.chapters.filter(({ section }) => section !== null)
  const scored = all.flatMap((expected, index) => {
    const title = significant(expected.article.title)
    const blocks = expected.body.flatMap((block) => block.pieces).filter((piece) => typeof piece === 'string')
    return facts.chapters.flatMap((chapter) => {
      const words = blocks.filter((text) => text.length > 5 && chapter.all.text.includes(text)).length
      const placed = places.indexOf(chapter) === index ? 0.5 : 0
      const score = words + (chapter.all.text.includes(title) ? 20 : 0) + placed
      return chapter.section && score > 0 ? [{ index, chapter, score }] : []
    })
  })
  const chapters: (EpubChapter | null)[] = all.map(() => null)
  for (const { index, chapter } of scored.sort((a, b) => b.score - a.score)) {
    if (chapters[index] === null && !chapters.includes(chapter)) chapters[index] = chapter
  }
  return chapters
}

/** Elements, not characters: a heading in a bold paragraph is no heading. */
function countsOf(section: Element): Omit<Counts, 'references'> {
  const inBody = (name: string): Element[] =>
    [...section.getElementsByTagNameNS('*', name)].filter((e) => !isAround(e, section))
  return {
    headings: ['h2', 'h3', 'h4', 'h5', 'h6'].flatMap(inBody).length,
    notes: notesOf(section).length,
    figures: inBody('figure').filter((figure) => figure.getElementsByTagNameNS('*', 'img').length > 0).length,
    tables: inBody('table').length,
  }
}

const apart: ReadonlySet<string> = new Set(['doc-endnotes', 'doc-bibliography'])

/** Within the head of the article, among its notes or its references. */
function isAround(element: Element, section: Element): boolean {
  for (let up = element.parentNode; up && up !== section; up = up.parentNode) {
    if ((up as Element).localName === 'header' || apart.has(roleOf(up as Element))) return true
  }
  return false
}

function checkNavigation(verdict: Verdict, article: Article, facts: EpubFacts, entry: string, file: string): void {
  const title = significant(article.title)
  const lists = [
    ['nav', facts.navigation],
    ['ncx', facts.ncx],
  ] as const
  const causes = lists
    .filter(([, labels]) => !labels.some((label) => label.text === title && label.entry === entry))
    .map(([where]) => diagnostic('proof/navigation-lost', { file, entry }, { title: article.title, where }))
  verdict.check('credits/navigation', article.title, causes)
}

/** The typeset contents name every article with its authors; contents and spine keep the order of the issue. */
function checkOrder(
  verdict: Verdict,
  issue: Issue,
  facts: EpubFacts,
  chapters: readonly (EpubChapter | null)[],
  file: string,
): void {
  const titles = issue.articles.map((article) => significant(article.title))
  const naming = facts.chapters.filter((c) => c.section === null && titles.some((title) => c.all.text.includes(title)))
  const contents = naming.find((chapter) => chapter.all.text.startsWith('目次')) ?? naming[0]
  if (!contents) {
    verdict.check('credits/contents', file, [diagnostic('proof/no-contents', { file })])
    return
  }
  const place: Place = { file, entry: contents.entry }
  const entries = checkEntries(verdict, issue.articles, join(contents.all), place)
  entries.forEach(({ article, start, inOrder }, i) => {
    if (start < 0) return
    const at = chapters[i] ? facts.chapters.indexOf(chapters[i]) : -1
    const before = chapters.slice(0, i).map((chapter) => (chapter ? facts.chapters.indexOf(chapter) : -1))
    const ordered = inOrder && (at < 0 || at > Math.max(-1, ...before))
    const wrong = diagnostic('proof/contents-order', place, { title: article.title })
    verdict.check('contents/order', article.title, ordered ? [] : [wrong])
  })
}

/**
 * Every name of a byline is a person of the package with its MARC role, and stands with the title and the DOI of its article;
 * the series has the ISSN and the serial number of the issue.
 */
function checkPackage(verdict: Verdict, issue: Issue, facts: EpubFacts, file: string): void {
  const lost = (text: string): Diagnostic => diagnostic('proof/credit-lost-metadata', { file }, { where: 'OPF', text })
  const { journal, numbering } = issue
  const title = significant(facts.title)
  const inTitle = [journal.name, numbering.label].filter((text) => !title.includes(significant(text)))
  const inSeries = [journal.issn ?? '', journal.cn ?? '', String(numbering.serial ?? '')].filter(
    (text) => text !== '' && !facts.collection.includes(text),
  )
  verdict.check('credits/metadata', file, [...inTitle, ...inSeries].map(lost))
  for (const article of issue.articles) {
    const alike = (title: string) => significant(title) === significant(article.title)
    // Of works with one title each is that of one article, in the order of the issue.
    const number = issue.articles.filter(({ title }) => alike(title)).indexOf(article)
    const work = facts.works.filter(({ title }) => alike(title))[number]
    const doi = article.doi && !work?.identifiers.some((text) => text.endsWith(article.doi!)) ? [article.doi] : []
    verdict.check('credits/metadata', article.title, (work ? doi : [article.title]).map(lost))
    for (const credit of article.byline) {
      const name = significant(credit.name)
      const known = facts.people.some(
        (person) => significant(person.name) === name && person.roles.includes(credit.role),
      )
      const named = work === undefined || work.people.some((person) => significant(person) === name)
      verdict.check(
        'credits/metadata',
        subjectOf(article.title, creditName(credit)),
        known && named ? [] : [lost(creditName(credit))],
      )
    }
  }
}

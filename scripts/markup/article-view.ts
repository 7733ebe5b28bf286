/** An article in; what the templates of the paged editions print of it, as HTML where it is more than plain text, out. */
import { type BodyToken, blockTexts } from '../model/body.ts'
import type { Article, Credit, Issue } from '../model/issue.ts'
import type { Layout } from '../model/manuscript.ts'
import { typeArea } from '../model/type-area.ts'
import { apparatusOf, authorsAndTitle } from './academic.ts'
import { blockKeys } from './block-keys.ts'
import { bodyHtml } from './body.ts'
import { columnsOf, displayHtml, verticalHtml } from './display.ts'
import { escapeHtml } from './escape.ts'
import { noteText, textHtml } from './inline.ts'
import { noteNumber } from './numbers.ts'
import { rowsOf } from './photo-rows.ts'
import { fewerColumns } from './short-text.ts'
import { speechesOf } from './speakers.ts'
import type { ArticleView, CreditView, PieceView } from './views.ts'

/** 甲 or 甲　乙; two-character names are not letterspaced outside of lists. */
function byline({ byline, affiliations }: Article): CreditView[] {
  return byline.map((credit) => ({
    name: credit.name,
    roleLabel: credit.roleLabel,
    asks: credit.role === 'ivr',
    marks: affiliations.length > 1 ? credit.affiliations.map((index) => index + 1).join(',') : '',
  }))
}

/** Characters that surely stand on one page of three columns below a head of their own. */
const followOnLimit = 1600

/**
 * A short brief follows the one before it on the same page. Not with notes: the foot of a shared page would hold those of
 * several articles, and numbers start anew in each.
 */
function followsOn(article: Article, before: Article | undefined): boolean {
  const brief = (it: Article | undefined) => it?.layout === 'brief' && it.notes.length === 0
  return brief(article) && brief(before) && blockTexts(article.body).join('').length <= followOnLimit
}

/** How the article begins: on a page of its own, where the one before it ends if enough lines are left, or whole or not at all. */
function begins(article: Article, before: Article | undefined): ArticleView['begins'] {
  if (article.runOn) return 'runs-on'
  return followsOn(article, before) ? 'follows' : 'opens'
}

/** Layouts with the names under the title, where an end mark and a line of affiliations would be one line too many. */
const unclosed: ReadonlySet<Layout> = new Set(['verse', 'photo', 'editorial', 'back'])
/** Layouts that are signed at their end. */
const signed: ReadonlySet<Layout> = new Set(['editorial', 'back'])
const showing: ReadonlySet<Layout> = new Set(['feature', 'verse', 'photo', 'editorial', 'back'])

/** Han that a line of verse may hold in one of two columns. */
const narrowVerse = 16
/** Lines of verse that one column holds before a second is worth having. */
const shortVerse = 20

/** Lines that the head of a page of verse takes. */
const verseHead = 11

/** Verse of short lines stands in two columns, unless it is short itself. */
function verseColumns(article: Article): 'one' | 'two' {
  const lines = blockTexts(article.body).flatMap((text) => text.split('\n'))
  const wide = lines.some((line) => [...line].length > narrowVerse)
  return wide || lines.length <= shortVerse ? 'one' : 'two'
}

/** Columns of a vertical title up to this length are set in the larger size. Characters. */
const largeTitle = 7

function featureClass({ titleWithBreaks, subtitle }: Article): string {
  const columns = columnsOf(titleWithBreaks)
  const large = columns.length <= 2 && columns.every((column) => [...column].length <= largeTitle)
  return `${large ? ' large' : ''}${subtitle ? ' subtitled' : ''}`
}

function variant(article: Article): string {
  if (article.layout === 'feature') return featureClass(article)
  return article.layout === 'verse' ? ` ${verseColumns(article)}` : ''
}

const referenceIds = ({ references }: Article): ReadonlyMap<number, string> =>
  new Map(references.map(({ number, id }) => [number, id]))

/** Characters that stand on one line even in the narrowest column. */
const shortName = 14

/** Affiliations in one line at the end, none of them cut where it need not be. */
const closingHtml = (names: readonly string[]): string =>
  names
    .map((name) => ([...name].length <= shortName ? `<span class="keep">${escapeHtml(name)}</span>` : textHtml(name)))
    .join('；')

type Tail = Pick<PieceView, 'closing' | 'signature' | 'bios' | 'references' | 'manyReferences' | 'endNotes'>

/** What stands after the body, in a continuation as in an article that is printed in one. */
function tailView(article: Article): Tail {
  const { affiliations, byline, layout, notes, notesAt } = article
  return {
    closing: unclosed.has(layout) ? '' : closingHtml(affiliations),
    signature: signed.has(layout),
    bios: byline.flatMap(({ name, bio }: Credit, index) => (bio ? [{ index, name, text: bio }] : [])),
    references: article.references,
    manyReferences: article.references.length > 99,
    endNotes:
      notesAt === 'end'
        ? notes.map((note) => ({
            id: note.id,
            refId: note.refId,
            number: noteNumber(note.number),
            text: noteText(note, { footNotes: null, references: referenceIds(article) }),
          }))
        : [],
  }
}

/** The body up to the jump, and the rest; all of it is the first part where the article does not jump. */
function parts(article: Article, jumps: boolean): { readonly first: readonly BodyToken[]; readonly rest: BodyToken[] } {
  const at = jumps ? article.body.findIndex(({ type }) => type === 'jump') : -1
  return at < 0
    ? { first: article.body, rest: [] }
    : { first: article.body.slice(0, at), rest: article.body.slice(at + 1) }
}

function proseHtml(article: Article, tokens: readonly BodyToken[], linesOfPage: number): string {
  const { byline, layout, notes, notesAt } = article
  return bodyHtml(tokens, {
    notes,
    notesAt,
    references: article.references,
    keys: blockKeys(article.body),
    ...(layout === 'verse' && { verse: { whole: linesOfPage - verseHead } }),
    ...(layout === 'interview' && { speeches: speechesOf(tokens, byline) }),
  })
}

type Text = Pick<ArticleView, 'rows' | 'body'>

const wholeView = (article: Article, jumps: boolean, linesOfPage: number): Text => ({
  rows: [],
  body: proseHtml(article, parts(article, jumps).first, linesOfPage),
})

/** Pictures stand in rows of their own, so that no column and no page parts one from its words. */
function photoView(article: Article, linesOfPage: number): Text {
  const rows = rowsOf(article.body)
  const text = rows.at(-1)?.kind === 'text' ? rows.pop()!.tokens : []
  return {
    rows: rows.map(({ kind, tokens }) => {
      const html = proseHtml(article, tokens, linesOfPage)
      return { kind, html: kind === 'pair' ? `<div class="row">${html}</div>` : html }
    }),
    body: proseHtml(article, text, linesOfPage),
  }
}

/**
 * @param before the article before it in its section.
 * @param issue tells whether the article jumps, and what goes on after it.
 */
export function articleView(article: Article, before: Article | undefined, issue: Issue): ArticleView {
  const linesOfPage = typeArea(issue.page).columns.editorial.lines
  const jumps = issue.continuations.some((continuation) => continuation.article === article.id)
  const vertical = article.layout === 'feature'
  return {
    ...identity(article),
    ...apparatusOf(article),
    ...tailView(article),
    begins: begins(article, before),
    section: article.section,
    opensSection: before === undefined,
    title: vertical ? verticalHtml(article.titleWithBreaks) : displayHtml(article.titleWithBreaks),
    subtitle: article.subtitle ?? '',
    affiliations: article.affiliations.map((name, index) => ({
      mark: article.affiliations.length > 1 ? String(index + 1) : '',
      name,
    })),
    showAffiliations: showing.has(article.layout) || article.affiliations.length > 1,
    lead: article.lead ?? '',
    abstract: article.abstract ?? '',
    keywords: article.keywords.join('；'),
    facts: article.facts,
    hasFront:
      Boolean(article.abstract || article.numberStem) || article.keywords.length > 0 || article.facts.length > 0,
    ...(article.layout === 'photo' ? photoView(article, linesOfPage) : wholeView(article, jumps, linesOfPage)),
    bodyStyle: bodyStyle(article, issue),
    jumps,
    continuations: issue.continuations
      .filter(({ after }) => after === article.id)
      .flatMap((continuation) => issue.articles.find(({ id }) => id === continuation.article) ?? [])
      .map((continued) => continuationView(continued, linesOfPage)),
  }
}

/** Declarations for the body of a text that is too short for the columns of its layout. */
function bodyStyle(article: Article, issue: Issue): string {
  const fewer = fewerColumns(article, issue)
  if (!fewer) return ''
  const columns = `--columns: ${fewer.count}; --gap: ${Number(fewer.gap.toFixed(3))}pt`
  return fewer.count === 1 ? `${columns}; max-width: ${fewer.width}pt` : columns
}

type Identity = Pick<PieceView, 'id' | 'layout' | 'variant' | 'running' | 'authorsAndTitle' | 'byline'>

const identity = (article: Article): Identity => ({
  id: article.id,
  layout: article.layout,
  variant: variant(article),
  running: article.runningTitle,
  authorsAndTitle: authorsAndTitle(article),
  byline: byline(article),
})

/** The rest of an article, from its jump on. */
function continuationView(article: Article, linesOfPage: number): PieceView {
  return {
    ...identity(article),
    ...tailView(article),
    title: displayHtml(article.titleWithBreaks),
    body: proseHtml(article, parts(article, true).rest, linesOfPage),
  }
}

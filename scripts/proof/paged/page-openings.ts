/**
 * In: the text of all pages and what each article must say. Out: where each article begins. Articles are told apart by their
 * place in the order of the issue, not by their words: two may have one title, one text, or one inside the other.
 */
import { type Block, wordsOf } from '../text/blocks.ts'
import { shingles, significant } from '../text/characters.ts'
import type { Expected } from '../text/expected.ts'
import { ngram, usualSize } from '../text/flow.ts'
import { type Candidate, fillUp, inOrder } from '../text/in-order.ts'
import { type LocatedText, runIndexAt } from '../text/located-text.ts'
import { announcedPages, contentsHeading } from './announced.ts'

export interface Opening {
  /** Physical page from 1. */
  readonly page: number
  /** In the text of the page: where its title or the name of its section before it stands; 0 where the title is not there. */
  readonly at: number
}

interface Place extends Opening, Candidate {}

/** Characters after a title, beside those of its names and affiliations, in which the beginning of its article stands. */
const reach = 400
/** More characters than stand on any page. */
const perPage = 1e6
/** That the contents send there for a title which does stand there weighs as much as so many characters of the beginning. */
const trust = 400
/** A title in large type on a line of its own, below the name of its section, weighs as much as so many characters: its text may begin on the next page. */
const head = 60
/** Of one article: a title of one character may stand everywhere. */
const most = 40

/** Null where no page says enough of the article. */
export function openingsOf(all: readonly Expected[], pages: readonly LocatedText[]): (Opening | null)[] {
  const grams = pages.map(({ text }) => shingles(text, ngram))
  const sizes = pages.map(({ runs }) => usualSize(runs))
  const announced = announcedPages(
    pages,
    all.map(({ article }) => significant(article.title)),
  )
  const candidates = all.map((expected, index) => {
    const seen = beginningOf(expected)
    return pages
      .flatMap((page, i): Place[] => {
        // The cover may announce anything.
        if (i === 0 || page.text === '') return []
        const sent = announced[index]!.has(i + 1) && page.text.includes(seen.title)
        const score = scoreOf(seen, page.text, grams[i]!, sent)
        if (score === null) return []
        // By its title, which begins one article only, whether the name of its section stands before it or not.
        return placesOn(seen, page, sizes[i]!).map(({ at, titled, bonus }) => ({
          page: i + 1,
          at,
          order: (i + 1) * perPage + titled,
          score: score + bonus,
        }))
      })
      .sort((a, b) => b.score - a.score || a.order - b.order)
      .slice(0, most)
  })
  // Articles that stand in another order than the are found all the same, each in a place of its own.
  return fillUp(inOrder(candidates), candidates)
}

/** What tells the beginning of an article. */
interface Beginning {
  readonly title: string
  readonly section: string
  readonly names: readonly string[]
  readonly affiliations: readonly string[]
  readonly shingles: ReadonlySet<string>
  /** Of its words without those of its title, which the contents have too. */
  readonly own: ReadonlySet<string>
}

function beginningOf({ article, head, body }: Expected): Beginning {
  const { title, subtitle, lead, abstract, byline, affiliations } = article
  const stretches = [significant(`${lead ?? ''}${abstract ?? ''}`), ...stretchesOf(body)]
  const own = allShingles(stretches)
  for (const shingle of shingles(significant(title) + significant(subtitle ?? ''), ngram)) own.delete(shingle)
  return {
    title: significant(title),
    section: head[0]!.choices[0]!,
    names: byline.map(({ name }) => significant(name)),
    affiliations: affiliations.map(significant),
    shingles: allShingles(firstOf(stretches, 300)),
    own,
  }
}

const allShingles = (texts: readonly string[]): Set<string> =>
  new Set(texts.filter((text) => text !== '').flatMap((text) => [...shingles(text, ngram)]))

/** Words that stand together wherever they stand: each figure and table has a label of its own before it, and may be moved. */
function stretchesOf(body: readonly Block[]): string[] {
  const stretches: Block[][] = [[]]
  for (const block of body) {
    const parts = block.kind === 'figure' || block.kind === 'table'
    if (parts || stretches.at(-1)!.at(-1)?.kind === 'figure') stretches.push([block])
    else stretches.at(-1)!.push(block)
  }
  return stretches.map((blocks) => wordsOf(blocks))
}

/** The texts up to a number of characters. */
function firstOf(texts: readonly string[], most: number): string[] {
  let left = most
  return texts.map((text) => {
    const first = text.slice(0, left)
    left -= first.length
    return first
  })
}

/**
 * How much of a beginning stands on a page; null where another article may say as much.
 * @param sent whether the contents send there for its title, which does stand there: its text may begin on the next page.
 */
function scoreOf(
  { title, names, affiliations, shingles: beginning, own }: Beginning,
  text: string,
  grams: ReadonlySet<string>,
  sent: boolean,
): number | null {
  const said = (words: readonly string[]): number => words.filter((word) => text.includes(word)).length
  const named = (text.includes(title) ? 20 : 0) + 2 * said(names)
  // Another article may quote this one at length, but not under its title or its names.
  if (named === 0) return null
  const has = (shingle: string): boolean => (shingle.length < ngram ? text.includes(shingle) : grams.has(shingle))
  const score = named + 2 * said(affiliations) + [...beginning].filter(has).length
  const evidence = [...own].filter(has).length
  if (sent) return score + trust
  // The contents name titles and names too, and are no article's own.
  return score < 4 || evidence < Math.min(8, own.size) ? null : score - (text.startsWith(contentsHeading) ? 10 : 0)
}

function placesOn(seen: Beginning, page: LocatedText, usual: number) {
  const { title, section, names, affiliations, shingles: beginning } = seen
  const { text, runs, starts } = page
  const named = [...names, ...affiliations].join('').length
  const edges = new Set([...starts, text.length])
  const places: { at: number; titled: number; bonus: number }[] = []
  for (let at = text.indexOf(title); title !== '' && at >= 0; at = text.indexOf(title, at + 1)) {
    const end = at + title.length
    const sectioned = section !== '' && text.slice(0, at).endsWith(section)
    const after = text.slice(end, end + named + reach)
    const near = shingles(after, ngram)
    const said = [...beginning].filter((it) => (it.length < ngram ? after.includes(it) : near.has(it))).length
    const large = runs[runIndexAt(page, at)]!.size > usual + 0.5
    const alone = edges.has(at) && edges.has(end)
    const bonus =
      said +
      2 * names.filter((name) => after.slice(0, named + reach / 4).includes(name)).length +
      (alone ? 4 : 0) +
      (sectioned ? 6 : 0) +
      (large ? 6 : 0) +
      (alone && sectioned && large ? head : 0)
    places.push({ at: sectioned ? at - section.length : at, titled: at, bonus })
  }
  return places.length > 0 ? places : [{ at: 0, titled: 0, bonus: 0 }]
}

/** In: the text of all pages and what each article must say. Out: where articles and their rests begin, and where the last one ends. */
import { generatedIn, wordsOf } from '../text/blocks.ts'
import { shingles } from '../text/characters.ts'
import type { Expected } from '../text/expected.ts'
import { ngram } from '../text/flow.ts'
import { type LocatedText, part, runIndexAt } from '../text/located-text.ts'
import type { SheetPage } from './evidence.ts'
import { restOpening, withoutLeaving } from './jump-lines.ts'
import { type Opening, openingsOf } from './page-openings.ts'

/** An article, or the rest of one, from where it begins to where the next begins. */
export interface Piece {
  readonly index: number
  readonly rest: boolean
  readonly page: number
  /** Index of its first run in the type area of its page. */
  readonly start: number
}

/** In the order in which they stand; an article may begin, and a rest go on, on the page where another ends. */
export function piecesOf(texts: readonly LocatedText[], all: readonly Expected[]): Piece[] {
  const openings = openingsOf(all, texts)
  const articles = all.map((expected) => {
    const { body, notes, tail, either } = expected
    const words = allWordsOf(expected)
    const ends = [wordsOf(body), wordsOf(notes), ...[...tail, ...either].flatMap(({ choices }) => choices)]
    return { words, grams: shingles(words, ngram), ends, labels: generatedIn(body), jumps: expected.jump !== null }
  })
  const pieces = all.flatMap((expected, index): Piece[] => {
    const found = openings[index]
    const start = found ? startOn(texts[found.page - 1]!, found, openings, { index, articles }) : 0
    const main = found ? [{ index, rest: false, page: found.page, start }] : []
    const opening = expected.jump === null ? null : restOpening(expected, texts)
    const rest = opening ? [{ index, rest: true, page: opening.page, start: opening.run }] : []
    return [...main, ...rest]
  })
  return pieces.sort((a, b) => a.page - b.page || a.start - b.start)
}

/**
 * The first run of an article on the page where it begins. What stands before its title is its own where a style sheet has
 * its head painted late, and another's where another begins before it or more of another's words are in it.
 */
function startOn(
  page: LocatedText,
  { at, page: number }: Opening,
  openings: readonly (Opening | null)[],
  own: OwnWords,
): number {
  if (at === 0) return 0
  if (openings.some((other) => other?.page === number && other.at < at)) return runIndexAt(page, at)
  const { located, printed } = withoutLeaving(part(page, 0, at))
  const before = located.text
  // An article that goes on itself may have its line before a head that is painted late, but not without its text.
  if (printed !== null && (before === '' || !own.articles[own.index]!.jumps)) return runIndexAt(page, at)
  const said = own.articles.map(({ words, grams, ends, labels }) => {
    const plain = withoutLabels(before, labels)
    // A caption may be shorter than what tells texts apart.
    const share =
      plain.length < ngram
        ? Number(plain !== '' && words.includes(plain))
        : [...shingles(plain, ngram)].filter((shingle) => grams.has(shingle)).length
    return { share, closes: ends.some((text) => text.endsWith(before)) }
  })
  const { share } = said[own.index]!
  // The last words of one text may stand in another as well, but are seldom the first on a page of it.
  const another = said.some((it, i) => i !== own.index && (it.share > share || (it.share === share && it.closes)))
  return another ? runIndexAt(page, at) : 0
}

const allWordsOf = ({ head, body, notes, tail, either }: Expected): string =>
  wordsOf([...body, ...notes]) + [...head, ...tail, ...either].map(({ choices }) => choices[0]).join('')

/** What each article says, and whose start is looked for. */
interface OwnWords {
  readonly index: number
  readonly articles: readonly {
    readonly words: string
    readonly grams: ReadonlySet<string>
    /** What its pages may end with. */
    readonly ends: readonly string[]
    /** What figures and tables are called. */
    readonly labels: readonly string[]
    /** It goes on after another article. */
    readonly jumps: boolean
  }[]
}

/** A page may have no more than a picture, its number and a word. */
const withoutLabels = (text: string, labels: readonly string[]): string =>
  labels.reduce((rest, label) => rest.replace(label, ''), text)

export function lastPageOf(
  expected: Expected,
  first: number,
  pages: readonly SheetPage[],
  texts: readonly LocatedText[],
): number {
  const words = allWordsOf(expected)
  const own = shingles(words, ngram)
  const labels = generatedIn(expected.body)
  let last = first
  for (let page = first + 1; page <= texts.length; page++) {
    const { text } = texts[page - 1]!
    const plain = withoutLabels(text, labels)
    const isOwn = (words: string): boolean => {
      const said = [...shingles(words, ngram)]
      const hits = said.filter((shingle) => own.has(shingle)).length
      return hits > 0 && hits * 9 >= Math.min(said.length, 200)
    }
    // The last words of a text may be fewer than tell it from others; no article begins there.
    const few = text !== '' && text.length < 2 * ngram && (words.includes(text) || words.includes(plain))
    // A page of pictures without words has its folio all the same, a blank one has none.
    const silent = text === '' && pages[page - 1]!.folio !== null
    // A label is a number, and may stand in a word of the text.
    if (silent || few || isOwn(plain) || isOwn(text)) last = page
    else if (text !== '') break
  }
  return last
}

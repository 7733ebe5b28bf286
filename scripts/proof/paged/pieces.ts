/** In: the text of all pages and what each article must say. Out: where articles and their rests begin, and where they end. */
import { generatedIn, wordsOf } from '../text/blocks.ts'
import { shingles } from '../text/characters.ts'
import type { Expected } from '../text/expected.ts'
import { ngram } from '../text/flow.ts'
import { type LocatedText, part, runIndexAt } from '../text/located-text.ts'
import type { SheetPage } from './evidence.ts'
import { restOpening, withoutLeaving } from './jump-lines.ts'
import { type Opening, openingsOf } from './page-openings.ts'

interface Beginning {
  readonly index: number
  readonly rest: boolean
  readonly page: number
  /** Index of its first run in the type area of its page. */
  readonly start: number
}

/** An article, or the rest of one, from where it begins to where the next begins. */
export interface Piece extends Beginning {
  /** The page on which it ends. */
  readonly last: number
}

/** What an article says, wherever it stands. */
interface Said {
  readonly words: string
  readonly grams: ReadonlySet<string>
  /** What its pages may end with. */
  readonly ends: readonly string[]
  /** What figures and tables are called. */
  readonly labels: readonly string[]
  /** It goes on after another article. */
  readonly jumps: boolean
  /** It ends with a picture that has no words. */
  readonly silent: boolean
}

function saidBy({ head, body, notes, tail, either, jump }: Expected): Said {
  const words = wordsOf([...body, ...notes]) + [...head, ...tail, ...either].map(({ choices }) => choices[0]).join('')
  const last = body.at(-1)
  return {
    words,
    grams: shingles(words, ngram),
    ends: [wordsOf(body), wordsOf(notes), ...[...tail, ...either].flatMap(({ choices }) => choices)],
    labels: generatedIn(body),
    jumps: jump !== null,
    silent: last?.kind === 'figure' && wordsOf([last]) === '',
  }
}

/**
 * In the order in which they stand; an article may begin, and a rest go on, on the page where another ends.
 * @param high points: what begins a page below this height has something above it.
 */
export function piecesOf(
  pages: readonly SheetPage[],
  texts: readonly LocatedText[],
  all: readonly Expected[],
  high: number,
): Piece[] {
  const openings = openingsOf(all, texts)
  const said = all.map(saidBy)
  const begun = all.flatMap((expected, index): Beginning[] => {
    const found = openings[index]
    const start = found ? startOn(texts[found.page - 1]!, found, openings, index, said) : 0
    const main = found ? [{ index, rest: false, page: found.page, start }] : []
    const opening = expected.jump === null ? null : restOpening(expected, texts)
    const rest = opening ? [{ index, rest: true, page: opening.page, start: opening.run }] : []
    return [...main, ...rest]
  })
  begun.sort((a, b) => a.page - b.page || a.start - b.start)
  return begun.map((piece, i) => {
    const own = said[piece.index]!
    const next = begun[i + 1]
    if (!next) return { ...piece, last: lastPageOf(own, piece.page, pages, texts) }
    // A picture that has no words is not seen in the text: what begins a page far below its edge stands below one.
    const shares = next.start > 0 || (own.silent && pages[next.page - 1]!.area.every(({ y }) => y < high))
    return { ...piece, last: next.page - (shares ? 0 : 1) }
  })
}

/**
 * The first run of an article on the page where it begins. What stands before its title is its own where a style sheet has
 * its head painted late, and another's where another begins before it or more of another's words are in it.
 */
function startOn(
  page: LocatedText,
  { at, page: number }: Opening,
  openings: readonly (Opening | null)[],
  index: number,
  said: readonly Said[],
): number {
  if (at === 0) return 0
  if (openings.some((other) => other?.page === number && other.at < at)) return runIndexAt(page, at)
  const { located, printed } = withoutLeaving(part(page, 0, at))
  const before = located.text
  // An article that goes on itself may have its line before a head that is painted late, but not without its text.
  if (printed !== null && (before === '' || !said[index]!.jumps)) return runIndexAt(page, at)
  const found = said.map(({ words, grams, ends, labels }) => {
    const plain = withoutLabels(before, labels)
    // A caption may be shorter than what tells texts apart.
    const share = plain.length < ngram ? Number(plain !== '' && words.includes(plain)) : inCommon(plain, grams).own
    return { share, closes: ends.some((text) => text.endsWith(before)) }
  })
  const { share } = found[index]!
  // The last words of one text may stand in another as well, but are seldom the first on a page of it.
  const another = found.some((it, i) => i !== index && (it.share > share || (it.share === share && it.closes)))
  return another ? runIndexAt(page, at) : 0
}

/** How many of the shingles of a text an article has. */
function inCommon(text: string, grams: ReadonlySet<string>): { readonly all: number; readonly own: number } {
  const all = [...shingles(text, ngram)]
  return { all: all.length, own: all.filter((shingle) => grams.has(shingle)).length }
}

/** A page may have no more than a picture, its number and a word. */
const withoutLabels = (text: string, labels: readonly string[]): string =>
  labels.reduce((rest, label) => rest.replace(label, ''), text)

function lastPageOf(
  { words, grams, labels }: Said,
  first: number,
  pages: readonly SheetPage[],
  texts: readonly LocatedText[],
): number {
  const isOwn = (text: string): boolean => {
    const { all, own } = inCommon(text, grams)
    return own > 0 && own * 9 >= Math.min(all, 200)
  }
  let last = first
  for (let page = first + 1; page <= texts.length; page++) {
    const { text } = texts[page - 1]!
    // A label is a number, and may stand in a word of the text.
    const forms = [withoutLabels(text, labels), text]
    // The last words of a text may be fewer than tell it from others; no article begins there.
    const few = text !== '' && text.length < 2 * ngram && forms.some((form) => words.includes(form))
    // A page of pictures without words has its folio all the same, a blank one has none.
    const silent = text === '' && pages[page - 1]!.folio !== null
    if (silent || few || forms.some(isOwn)) last = page
    else if (text !== '') break
  }
  return last
}

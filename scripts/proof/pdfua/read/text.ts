/** In: the structure tree with the text of its marked content, and the issue. Out: for each article what the tree says of it. */
import type { Article, Issue } from '../../../model/issue.ts'
import type { Place } from '../../../model/place.ts'
import { dueNumber, withNumber } from '../../paged/article-number.ts'
import { withoutLeaving, withoutResuming } from '../../paged/jump-lines.ts'
import type { Block } from '../../text/blocks.ts'
import { significant } from '../../text/characters.ts'
import { type Comparison, compare } from '../../text/compare.ts'
import { type Expected, expectedOf } from '../../text/expected.ts'
import { ngram, notesStretch, textStretch } from '../../text/flow.ts'
import { locatedText, runIndexAt, runOf } from '../../text/located-text.ts'
import type { TaggedPages } from './content.ts'
import { isHeading, type TagElement, type TagTree, withAncestors } from './tree.ts'

export interface ArticleText {
  readonly article: Article
  /** `Art` elements that hold its text, none inside another, in logical order: one where all is well. */
  readonly elements: readonly TagElement[]
  /** Of their text together with what the manuscript says; null where there is none. */
  readonly comparison: Comparison | null
  /** Lost from them, but said elsewhere in the tree: where the manuscript has it and its first characters. */
  readonly elsewhere: readonly { readonly text: string; readonly line: number }[]
  /** Elements whose own content says a block of the manuscript, in order. */
  readonly elementsOf: (block: Block) => readonly TagElement[]
  readonly expected: Expected
  /** The name of its section stands in it, or is the last heading before it. */
  readonly underSection: boolean
}

/** A piece of text in logical order. */
interface Piece {
  readonly text: string
  readonly element: TagElement
  /** The outermost article around it. */
  readonly article: TagElement | null
  readonly kind: 'main' | 'note' | 'annotation'
}

/** Letters in vector pictures are the picture's own: its alternative text stands for them. */
const noLetters: ReadonlyMap<string, string> = new Map()

export function readArticles(issue: Issue, tree: TagTree, content: TaggedPages, file: string): ArticleText[] {
  // The name of a section may stand before its first article: that is looked at by itself.
  const all = issue.sections.flatMap((section) =>
    section.articles.map((article): Expected => {
      const expected = expectedOf(article, section.name, 'paged', noLetters, issue.continuations)
      const head = expected.head.map((wanted) => (wanted.kind === 'section' ? { ...wanted, required: false } : wanted))
      return { ...expected, head }
    }),
  )
  const headings = headingsBefore(tree, content)
  const pieces = tree.roots.flatMap((root) => piecesOf(root, content))
  const owners = ownersOf(all, pieces)
  const own: Piece[][] = all.map(() => [])
  for (const piece of pieces) if (piece.article) own[owners.get(piece.article) ?? -1]?.push(piece)
  return all.map((expected, index): ArticleText => {
    const elements = [...owners].flatMap(([element, owner]) => (owner === index ? [element] : []))
    const beside = () =>
      pieces
        .filter(({ article, kind }) => kind !== 'annotation' && (article ? owners.get(article) : undefined) !== index)
        .map(({ text }) => text)
    const heading = headings.get(elements[0]!) ?? ''
    return readArticle(expected, elements, own[index]!, beside, heading, file)
  })
}

/** @param others texts of the rest of the tree, which only a loss asks for. */
function readArticle(
  fixed: Expected,
  elements: readonly TagElement[],
  own: readonly Piece[],
  others: () => readonly string[],
  heading: string,
  file: string,
): ArticleText {
  const { article } = fixed
  const places = new Map<Place, TagElement>()
  const located = (kind: Piece['kind']) =>
    locatedText(
      own.flatMap((piece) => {
        if (piece.kind !== kind) return []
        const place: Place = { file, page: piece.element.page }
        places.set(place, piece.element)
        return [runOf(piece.text, { place, font: '', size: 0, y: 0, startsLine: true })]
      }),
    )
  const whole = located('main')
  const main = fixed.jump === null ? whole : withoutResuming(withoutLeaving(whole).located, article).located
  const pages = [...new Set(own.map(({ element }) => element.page))]
  const expected = withNumber(fixed, main.text, dueNumber(article, { first: Math.min(...pages), pages }))
  const annotations = own.filter((piece) => piece.kind === 'annotation').map((piece) => significant(piece.text))
  const comparison =
    elements.length === 0
      ? null
      : compare(expected, { main, notes: located('note'), annotations }, { file, page: elements[0]!.page })
  const lost = (comparison?.findings ?? []).filter(({ kind, line }) => kind === 'lost' && line !== null)
  const beside = lost.length === 0 ? '' : significant(others().join(''))
  return {
    article,
    elements,
    comparison,
    expected,
    underSection:
      heading === significant(article.section) || !!comparison?.strings.some(({ wanted }) => wanted.kind === 'section'),
    elsewhere: lost
      .filter(({ text }) => beside.includes(beginningOf(text)))
      .map(({ text, line }) => ({ text, line: line! })),
    elementsOf: (block) => {
      const at = comparison?.blocks.get(block)
      if (!at || at.start === at.end) return []
      const runs = at.located.runs.slice(runIndexAt(at.located, at.start), runIndexAt(at.located, at.end - 1) + 1)
      return [...new Set(runs.flatMap(({ place }) => places.get(place) ?? []))]
    },
  }
}

/** For each `Art` that is in no other the last heading before it that is in none either. */
function headingsBefore({ elements }: TagTree, content: TaggedPages): ReadonlyMap<TagElement, string> {
  const headings = new Map<TagElement, string>()
  let last = ''
  for (const element of elements) {
    const inside = withAncestors(element).filter(({ standard }) => standard === 'Art').length
    if (inside === 0 && isHeading(element.standard)) last = significant(textIn(element, content))
    else if (inside === 1 && element.standard === 'Art') headings.set(element, last)
  }
  return headings
}

/** Enough of a lost text to know it by; what it is numbered with may be printed in another form. */
const beginningOf = (text: string): string => {
  const words = text.replace(/^\d+/, '').slice(0, 4 * ngram)
  // A word or two stands in many places.
  return words.length < ngram ? text + '\n' : words
}

/**
 * Which article each `Art` belongs to: the one that shares most of its runs of characters with it; where others share as much,
 * being alike or the one quoting the other, or too short to tell, the one in whose place it stands. Failing that, of those that
 * share as much the one that has none yet, or the shorter one.
 */
function ownersOf(all: readonly Expected[], pieces: readonly Piece[]): ReadonlyMap<TagElement, number> {
  const words = all.map((expected) => new Set([...textStretch(expected).words, ...notesStretch(expected, 0).words]))
  const index = new Map<string, number[]>()
  words.forEach((own, i) => {
    for (const shingle of own) {
      const others = index.get(shingle)
      if (others) others.push(i)
      else index.set(shingle, [i])
    }
  })
  const texts = new Map<TagElement, string[]>()
  for (const { article, text } of pieces) {
    if (!article) continue
    const said = texts.get(article) ?? []
    texts.set(article, said)
    said.push(text)
  }
  const owners = new Map<TagElement, number>()
  const taken = new Set<number>()
  const inPlace = texts.size === all.length
  ;[...texts].forEach(([element, said], place) => {
    const text = significant(said.join(''))
    const hits = all.map(() => 0)
    for (let at = 0; at + ngram <= text.length; at++)
      for (const owner of index.get(text.slice(at, at + ngram)) ?? []) hits[owner]!++
    const titled = all.map(({ article }) => text.includes(significant(article.title)))
    const most = hits.reduce((a, b) => Math.max(a, b), 0)
    // What is too short for a run of characters is known by its title.
    const best = hits.flatMap((hit, i) => (hit === most && (most > 0 || titled[i]) ? [i] : []))
    const [owner] =
      inPlace && best.includes(place)
        ? [place]
        : best.sort((a, b) => Number(taken.has(a)) - Number(taken.has(b)) || words[a]!.size - words[b]!.size)
    if (owner === undefined) return
    owners.set(element, owner)
    taken.add(owner)
  })
  return owners
}

/** The text of an element in logical order: what replaces its content stands for it (ISO 32000-1 14.9.3, 14.9.4). */
function piecesOf(root: TagElement, content: TaggedPages): Piece[] {
  const pieces: Piece[] = []
  const walk = (element: TagElement, around: Pick<Piece, 'article' | 'kind'>): void => {
    const { standard, actualText, alt } = element
    const kind = standard === 'RT' || standard === 'RP' ? 'annotation' : standard === 'Note' ? 'note' : around.kind
    const own = { article: around.article ?? (standard === 'Art' ? element : null), kind }
    if (actualText !== null) {
      pieces.push({ ...own, text: actualText, element })
      return
    }
    const pictured = standard === 'Figure' && alt !== null
    const before = pieces.length
    for (const kid of element.kids) {
      if (kid.kind === 'element') {
        if (!pictured || kid.element.standard === 'Caption') walk(kid.element, own)
      } else if (kid.kind === 'content' && !pictured) {
        const text = content.marks.get(kid.owner)?.get(kid.id)?.text
        if (text) pieces.push({ ...own, text, element })
      }
    }
    // An annotation is compared as a whole.
    if (standard !== 'RT') return
    const text = pieces
      .splice(before)
      .map((piece) => piece.text)
      .join('')
    if (text !== '') pieces.push({ ...own, text, element })
  }
  walk(root, { article: null, kind: 'main' })
  return pieces
}

/** All that an element says, for people. */
export const textIn = (element: TagElement, content: TaggedPages): string =>
  piecesOf(element, content)
    .map((piece) => piece.text)
    .join('')

/** What an element says, piece by piece as it stands in the content: a number may stand directly before a title that begins with one. */
export const spokenIn = (element: TagElement, content: TaggedPages): readonly string[] =>
  piecesOf(element, content).map((piece) => significant(piece.text))

const paragraphTypes = new Set(['P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Caption', 'TD', 'TH', 'LBody', 'Note'])

/** The nearest paragraph, heading, cell, item, caption or note around an element; none around the label of an item. */
export function paragraphOf(element: TagElement): TagElement | null {
  const line = withAncestors(element)
  const found = line.findIndex(({ standard }) => paragraphTypes.has(standard ?? ''))
  // The item of a list inside another is in the body of an outer one.
  const labels = line.slice(0, Math.max(0, found)).some(({ standard }) => standard === 'Lbl')
  return found < 0 || labels ? null : line[found]!
}

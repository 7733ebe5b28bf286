/**
 * The grammar of ids: all that documents, destinations and packages are found by is made here and taken apart here. ASCII throughout.
 *
 *     a05  s2                        the fifth article, the second section (栏目)
 *     a05-n3  a05-rest               what an article has many of, counted from 1; what it has one of
 *     a05-t1-caption  toc-title      the same of other things
 *     page-12  np-a05-0              in an EPUB: what it is, then of what
 */
import type { Manifest } from './manuscript.ts'

/** What an article has many of, and how it is written. */
const counted = {
  heading: 'h',
  figure: 'f',
  table: 't',
  note: 'n',
  /** The place where a note is called. */
  call: 'c',
  reference: 'r',
  /** Where a reference is cited, in an EPUB. */
  citation: 'cite',
} as const

/** What there is one of: `rest` is an article from its jump on, `jump` the line that sends the reader there. */
const places = ['rest', 'jump', 'section', 'title', 'references', 'notes', 'caption'] as const

/**
 * Where a page begins or a file; a section in the contents; a point of the NCX; people, pictures and faces of the package. On the
 * proof's page: the picture of a page; the assertions on an edition.
 */
type BookPart = 'page' | 'contents' | 'np' | 'creator' | 'contributor' | 'picture' | 'rare-face' | 'preflight'

export type CountedPart = keyof typeof counted
export type IdPlace = (typeof places)[number]
export type IdPart = CountedPart | IdPlace

/** File name → id by position in the printed order; a name listed twice keeps its first place. */
export function articleIds(sections: Manifest['sections']): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const name of sections.flatMap((section) => section.articles).filter((it) => typeof it === 'string')) {
    if (!ids.has(name)) ids.set(name, `a${String(ids.size + 1).padStart(2, '0')}`)
  }
  return ids
}

/** @param number counted from 1, as that of every part. */
export const sectionId = (number: number): string => `s${number}`

export const partId = (article: string, part: CountedPart, number: number): string =>
  `${article}-${counted[part]}${number}`

export const placeId = (owner: string, place: IdPlace): string => `${owner}-${place}`

export const bookId = (part: BookPart, ...of: readonly (string | number)[]): string => [part, ...of].join('-')

/** An article, or what stands in it. */
export interface ArticleId {
  /** Id of the article. */
  readonly article: string
  /** Null for the article itself. */
  readonly part: IdPart | null
}

const letters = new Map(Object.entries(counted).map(([part, written]) => [written as string, part as CountedPart]))
const form = new RegExp(`^(a\\d{2,})(?:-(?:(${[...letters.keys()].join('|')})\\d+|(${places.join('|')})))?$`)

/** Null for an id that is of no article. */
export function readId(id: string): ArticleId | null {
  const [, article, written, place] = form.exec(id) ?? []
  return article ? { article, part: letters.get(written ?? '') ?? (place as IdPlace | undefined) ?? null } : null
}

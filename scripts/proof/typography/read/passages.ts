/** In: the issue. Out: every text that its pages may say, as one long text in which each knows its kind and its source. */
import { type BodyToken, inlineText } from '../../../model/body.ts'
import type { Article, Issue } from '../../../model/issue.ts'
import type { Place } from '../../../model/place.ts'
import { significant } from '../../text/characters.ts'

export type PassageKind =
  | 'body'
  | 'heading'
  | 'verse'
  | 'attribution'
  | 'code'
  | 'caption'
  | 'cell'
  | 'note'
  | 'reference'
  /** 注释 and 参考文献 above their lists. */
  | 'label'
  | 'closing'
  | 'bio'
  | 'title'
  | 'front'

export interface Passage {
  readonly article: Article
  readonly kind: PassageKind
  /** Significant characters only, without note calls and annotations of ruby. */
  readonly text: string
  /** Where it stands in the manuscript; without a line where it comes from the front matter. */
  readonly source: Place
  /** Where it begins in the text of all passages. */
  readonly start: number
  /** Part of a list, a quotation or a definition: its lines begin, and may end, further in than those of the column. */
  readonly inset: boolean
}

export interface Passages {
  /** All passages, a line feed between two. */
  readonly text: string
  readonly list: readonly Passage[]
  /** The passage that holds a position. */
  at(position: number): Passage
}

/** Marks of note calls may be set as characters of their own and belong to no text. */
const calls = /[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]/gu
export const plain = (text: string): string => significant(text).replace(calls, '')

type Draft = readonly [kind: PassageKind, text: string, line: number | null, inset?: boolean]

export function passagesOf(issue: Issue): Passages {
  const list: Passage[] = []
  let text = ''
  for (const article of issue.articles) {
    for (const [kind, written, line, inset = false] of draftsOf(article)) {
      const own = plain(written)
      if (own === '') continue
      const source = { file: article.file, ...(line !== null && { line }) }
      list.push({ article, kind, text: own, source, start: text.length, inset })
      text += `${own}\n`
    }
  }
  return { text, list, at: (position) => list[indexAt(list, position)]! }
}

function indexAt(list: readonly Passage[], position: number): number {
  let low = 0
  let high = list.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (list[middle]!.start <= position) low = middle
    else high = middle - 1
  }
  return low
}

function draftsOf(article: Article): Draft[] {
  const front = (kind: PassageKind, ...texts: (string | undefined)[]): Draft[] =>
    texts.flatMap((text) => (text ? [[kind, text, null] as const] : []))
  const { english } = article
  return [
    ...front('title', article.section, article.title, article.subtitle, ...article.byline.map((credit) => credit.name)),
    ...front('front', ...article.affiliations, article.lead, article.abstract, article.keywords.join('；')),
    ...article.facts.flatMap(({ label, value }) => front('front', label + value)),
    ...(english
      ? front(
          'front',
          english.title,
          english.names.join(', '),
          ...english.affiliations,
          english.abstract,
          english.keywords.join('; '),
        )
      : []),
    ...bodyDrafts(article.body),
    ...front('label', article.notesAt === 'end' && article.notes.length > 0 ? '注释' : undefined),
    ...article.notes.flatMap((note) => bodyDrafts(note.tokens).map(([, text]): Draft => ['note', text, note.line])),
    ...front('label', article.references.length > 0 ? '参考文献' : undefined),
    ...article.references.flatMap((reference) => front('reference', `[${reference.number}]${reference.text}`)),
    ...front('closing', `（作者单位：${article.affiliations.join('；')}）`),
    ...article.byline.flatMap(({ name, bio }) => front('bio', bio && `${name}${bio}`, bio)),
  ]
}

const containers: Readonly<Record<string, PassageKind>> = {
  heading: 'heading',
  th: 'cell',
  td: 'cell',
  container_verse: 'verse',
}

const insets = /^(?:bullet_list|ordered_list|blockquote|dl|container_verse)_(?:open|close)$/

function bodyDrafts(tokens: readonly BodyToken[]): Draft[] {
  const drafts: Draft[] = []
  const inside: PassageKind[] = ['body']
  let depth = 0
  for (const token of tokens) {
    const line = token.map?.[0] ?? null
    if (insets.test(token.type)) depth += token.nesting
    const kind = containers[token.type.replace(/_(?:open|close)$/, '')]
    if (kind && token.nesting === 1) inside.push(kind)
    else if (kind && token.nesting === -1) inside.pop()
    else if (token.type === 'paragraph_open') inside.push(token.meta?.role ?? inside.at(-1)!)
    else if (token.type === 'paragraph_close') inside.pop()
    else if (token.type === 'inline') {
      // What stands after a forced break is set as a line of its own, so it is a passage of its own.
      for (const part of parts(token.children ?? []))
        drafts.push([inside.at(-1)!, inlineText(part, { ruby: false, scripts: false }), line, depth > 0])
    } else if (token.type === 'fence' || token.type === 'code_block') drafts.push(['code', token.content, line])
    else if (token.meta?.table?.caption)
      drafts.push(['caption', inlineText(token.meta.table.caption, { ruby: false }), line])
    else if (token.meta?.figure) {
      const { caption, credit } = token.meta.figure
      for (const text of [caption, credit])
        if (text) drafts.push(['caption', inlineText(text, { ruby: false }), token.meta.figure.line])
    }
  }
  return drafts
}

function parts(children: readonly BodyToken[]): BodyToken[][] {
  const all: BodyToken[][] = [[]]
  for (const child of children) {
    if (child.type === 'hardbreak') all.push([])
    else all.at(-1)!.push(child)
  }
  return all
}

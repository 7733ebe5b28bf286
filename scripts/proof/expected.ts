/** In: an article of the Issue. Out: what its pages must say, in characters: head, body, notes, tail; never asked from layout. */
import type { BodyToken, Figure, Note } from '../model/body.ts'
import type { Article, Credit } from '../model/issue.ts'
import { significant } from './characters.ts'

export type UnitKind =
  | 'section'
  | 'title'
  | 'subtitle'
  | 'credit'
  | 'affiliation'
  | 'lead'
  | 'abstract'
  | 'keyword'
  | 'fact'
  | 'closing'
  | 'bio'

/** A string that stands exactly once in the head or the tail of an article. */
export interface Unit {
  readonly kind: UnitKind
  /** As an editor would name it in a message. */
  readonly text: string
  /** The forms it may be printed in, significant characters only, the right one first. */
  readonly choices: readonly string[]
  /** Forms that show the words but tie a name to other affiliations than the manuscript does. */
  readonly misplaced: readonly string[]
  readonly required: boolean
}

export type BlockKind = 'heading' | 'paragraph' | 'figure' | 'table' | 'cell' | 'code' | 'note' | 'rule'

export interface Block {
  readonly kind: BlockKind
  /** Strings must stand; of a list at most one stands: labels and list markers that layout may draw or leave out. */
  readonly pieces: readonly (string | readonly string[])[]
  /** 1-based line of the manuscript file. */
  readonly line: number | null
  /** May stand elsewhere than in the flow: a figure over all columns. */
  readonly floats: boolean
}

export interface Expected {
  readonly article: Article
  readonly head: readonly Unit[]
  readonly body: readonly Block[]
  readonly notes: readonly Block[]
  readonly tail: readonly Unit[]
  /** Annotations of ruby in reading order, body before notes. */
  readonly annotations: readonly string[]
}

const unit = (
  kind: UnitKind,
  text: string,
  choices: readonly string[],
  required = true,
  misplaced: readonly string[] = [],
): Unit => ({
  kind,
  text,
  choices: choices.map(significant),
  misplaced: misplaced.map(significant),
  required,
})

/** 沈砚秋, 沈砚秋（译）: how a credit is named in messages and in the proof. */
export const creditName = (credit: Credit): string =>
  credit.roleLabel ? `${credit.name}（${credit.roleLabel}）` : credit.name

function creditUnit(article: Article, credit: Credit): Unit {
  const { name, roleLabel } = credit
  const plain = name + roleLabel
  if (article.affiliations.length < 2) return unit('credit', creditName(credit), [plain])
  const numbers = credit.affiliations.map((index) => index + 1)
  const marked = [',', '，', '、', ''].flatMap((comma) => {
    const marks = numbers.join(comma)
    return [name + roleLabel + marks, name + marks + roleLabel]
  })
  return unit('credit', creditName(credit), marked, true, [plain])
}

/**
 * @param section name of the article's section.
 * @param kind paper closes an article with a line of its affiliations; a reflowable edition gives them at its head alone.
 * @param svgTexts the letters inside vector pictures, by `src`.
 */
export function expectedOf(
  article: Article,
  section: string,
  kind: 'paged' | 'reflow',
  svgTexts: ReadonlyMap<string, string>,
): Expected {
  const several = article.affiliations.length > 1
  const optional = (kind: UnitKind, value: string | undefined, label = '') =>
    value ? [unit(kind, value, [label + value], false)] : []
  const head = [
    unit('section', section, [section]),
    unit('title', article.title, [article.title]),
    ...(article.subtitle ? [unit('subtitle', article.subtitle, [article.subtitle])] : []),
    ...article.byline.map((credit) => creditUnit(article, credit)),
    // On paper a single affiliation may be left to the closing line; several are numbered under the byline.
    ...article.affiliations.map((name, i) =>
      unit('affiliation', name, several ? [`${i + 1}${name}`, name] : [name], several || kind === 'reflow'),
    ),
    ...(article.lead ? [unit('lead', article.lead, [article.lead])] : []),
    ...(article.abstract ? [unit('abstract', article.abstract, [article.abstract])] : []),
    ...article.keywords.map((keyword) => unit('keyword', keyword, [keyword])),
    ...article.facts.map(({ label, value }) =>
      unit('fact', `${label} ${value}`, [label + value, `${label}：${value}`]),
    ),
    ...optional('fact', article.doi, 'DOI'),
    ...optional('fact', article.licence),
  ]
  const closing = `（作者单位：${article.affiliations.join('；')}）`
  const tail = [
    ...(kind === 'paged' ? [unit('closing', closing, [closing])] : []),
    ...article.byline.flatMap(bioUnit),
    ...article.byline.flatMap(contacts),
  ]
  const annotations: string[] = []
  const body = blocksOf(article.body, svgTexts, annotations)
  const notes = article.notes.map((note) => noteBlock(note, svgTexts, annotations))
  return { article, head, body, notes, tail, annotations }
}

/** A bio that begins with the name is not given the name once more. */
function bioUnit({ name, bio }: Credit): Unit[] {
  if (!bio) return []
  if (significant(bio).startsWith(significant(name))) return [unit('bio', bio, [bio])]
  return [unit('bio', name + bio, [name + bio, `${name}：${bio}`])]
}

/** Addresses may be given, with the name before them where there is no bio to hold it. */
const contacts = ({ name, bio, email, orcid }: Credit): Unit[] => {
  const given = [email, orcid].filter((value) => value !== undefined)
  return [...given, ...(given.length > 0 && !bio ? [name] : [])].map((value) => unit('fact', value, [value], false))
}

function noteBlock(note: Note, svgTexts: ReadonlyMap<string, string>, annotations: string[]): Block {
  const pieces = blocksOf(note.tokens, svgTexts, annotations).flatMap((block) => block.pieces)
  return { kind: 'note', pieces: [String(note.number), ...pieces], line: note.line, floats: false }
}

/** Markers that style sheets draw before list items as text; most are drawn as shapes and leave none. */
const bullets = ['•', '·', '–', '—', '◦', '○', '●', '▪', '■', '□', '◇', '◆']
const numbers = (n: number): string[] => [`${n}.`, `${n}．`, `${n}、`, `${n})`, `（${n}）`, `(${n})`, `${n}`]
const rules = ['***', '＊＊＊', '* * *', '＊', '*', '◇', '■', '※'].map(significant)

function figurePieces(figure: Figure, svgTexts: ReadonlyMap<string, string>): (string | readonly string[])[] {
  const drawn = svgTexts.get(figure.src)
  return [
    // Letters inside a vector picture come out as text of the page.
    ...(drawn ? [[drawn]] : []),
    ...(figure.caption ? [[`图${figure.number}`], significant(figure.caption)] : []),
    ...(figure.credit ? [significant(figure.credit)] : []),
  ]
}

function blocksOf(tokens: readonly BodyToken[], svgTexts: ReadonlyMap<string, string>, annotations: string[]): Block[] {
  const blocks: Block[] = []
  /** One entry per open list: the next number, or null for bullets. */
  const lists: (number | null)[] = []
  let marker: readonly string[] | null = null
  let inside: BlockKind = 'paragraph'
  const add = (kind: BlockKind, pieces: Block['pieces'], token: BodyToken, floats = false): void => {
    blocks.push({ kind, pieces: marker ? [marker, ...pieces] : pieces, line: token.map?.[0] ?? null, floats })
    marker = null
  }
  for (const token of tokens) {
    switch (token.type) {
      case 'ordered_list_open':
        lists.push(Number(token.attrs?.find(([name]) => name === 'start')?.[1] ?? 1))
        break
      case 'bullet_list_open':
        lists.push(null)
        break
      case 'ordered_list_close':
      case 'bullet_list_close':
        lists.pop()
        break
      case 'list_item_open': {
        const number = lists.pop() ?? null
        marker = number === null ? bullets : numbers(number)
        lists.push(number === null ? null : number + 1)
        break
      }
      case 'heading_open':
        inside = 'heading'
        break
      case 'th_open':
      case 'td_open':
        inside = 'cell'
        break
      case 'heading_close':
      case 'th_close':
      case 'td_close':
        inside = 'paragraph'
        break
      case 'inline':
        add(inside, inlinePieces(token.children ?? [], annotations), token)
        break
      case 'fence':
      case 'code_block':
        add('code', [significant(token.content)], token)
        break
      case 'hr':
        add('rule', [rules], token)
        break
      case 'table_open': {
        const table = token.meta?.table
        const caption = table?.caption ? [[`表${table.number}`], significant(table.caption)] : []
        add('table', caption, token)
        break
      }
      case 'figure': {
        const figure = token.meta!.figure!
        add('figure', figurePieces(figure, svgTexts), token, figure.span === 'page')
        break
      }
    }
  }
  return blocks
}

function inlinePieces(tokens: readonly BodyToken[], annotations: string[]): string[] {
  let text = ''
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'code_inline') text += token.content
    else if (token.type === 'footnote_ref') text += token.meta!.note!.number
    else if (token.type === 'ruby') {
      for (const pair of token.meta?.ruby ?? []) {
        text += pair.base
        annotations.push(significant(pair.text))
      }
    }
  }
  return [significant(text)]
}

export interface Located {
  readonly block: Block
  readonly start: number
  readonly end: number
}

/** Settles which labels and markers were drawn, by looking at what was found, and joins the blocks to one text. */
export function settle(blocks: readonly Block[], found: string): { text: string; blocks: readonly Located[] } {
  const pieces = blocks.flatMap((block) => block.pieces.map((piece) => ({ block, piece })))
  const located = new Map<Block, { start: number; end: number }>()
  let text = ''
  pieces.forEach(({ block, piece }, i) => {
    const start = text.length
    if (typeof piece === 'string') text += piece
    else {
      const nexts = continuations(pieces.slice(i + 1, i + 6).map((p) => p.piece))
      const before = text.slice(-4)
      const follows = (start: string) => nexts.some((next) => found.includes(start + next))
      const plain = follows(before)
      text += piece.find((choice) => follows(before + choice) || (!plain && follows(choice))) ?? ''
    }
    located.set(block, { start: located.get(block)?.start ?? start, end: text.length })
  })
  const nowhere = { start: text.length, end: text.length }
  return { text, blocks: blocks.map((block) => ({ block, ...(located.get(block) ?? nowhere) })) }
}

/** What the pieces may begin with, eight characters of each possibility. */
function continuations(pieces: Block['pieces'], length = 8): string[] {
  const [first, ...rest] = pieces
  if (first === undefined || length <= 0) return ['']
  const choices = typeof first === 'string' ? [first] : [...first, '']
  return choices.flatMap((choice) => {
    const head = choice.slice(0, length)
    return continuations(rest, length - head.length).map((next) => head + next)
  })
}

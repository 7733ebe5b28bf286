/** In: body tokens and notes of an article. Out: what each block must say, and the one text that they make with the labels found. */
import { attributeOf, type BodyToken, type Figure, type Note } from '../../model/body.ts'
import { significant } from './characters.ts'

export type BlockKind = 'heading' | 'paragraph' | 'figure' | 'table' | 'cell' | 'code' | 'note' | 'rule'

/** The number of a note in the forms it may be printed in, the plain one first: exactly one of them must stand. */
export interface Mark {
  readonly forms: readonly string[]
}

/** A string must stand; of a list at most one stands: labels and list markers that layout may draw or leave out. */
export type Piece = string | readonly string[] | Mark

export interface Block {
  readonly kind: BlockKind
  readonly pieces: readonly Piece[]
  /** 1-based line of the manuscript file. */
  readonly line: number | null
  /** May stand elsewhere than in the flow: a figure over all columns. */
  readonly floats: boolean
  /** A cell of the head of a table. */
  readonly heads?: boolean
}

const isOptional = (piece: Piece): piece is readonly string[] => Array.isArray(piece)
const isMark = (piece: Piece): piece is Mark => typeof piece === 'object' && !Array.isArray(piece)

/** ① … ㊿: three ranges of Unicode; beyond them a number stands in brackets. */
const circledRanges = [
  { first: 1, last: 20, code: 0x2460 },
  { first: 21, last: 35, code: 0x3251 },
  { first: 36, last: 50, code: 0x32b1 },
] as const
const circledNumbers = /[①-⑳㉑-㉟㊱-㊿]/u

function markOf(number: number): Mark {
  const range = circledRanges.find(({ first, last }) => first <= number && number <= last)
  const circled = range ? String.fromCodePoint(range.code + number - range.first) : `[${number}]`
  return { forms: [String(number), circled] }
}

/** The words that blocks must say, without labels that may be left out; note numbers plain or circled. */
export const wordsOf = (blocks: readonly Block[], numbers: 'plain' | 'circled' = 'plain'): string =>
  blocks
    .flatMap((block) => block.pieces)
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if (!isMark(piece)) return ''
      return numbers === 'circled' ? piece.forms.at(-1)! : piece.forms[0]!
    })
    .join('')

/** What a piece may be printed as; nothing at all where it may be left out. */
const printings = (piece: Piece): readonly string[] =>
  typeof piece === 'string' ? [piece] : isMark(piece) ? piece.forms : [...piece, '']

/** Every text that a block may be printed as. */
export const formsOf = (block: Block): readonly string[] =>
  block.pieces.reduce<string[]>((all, piece) => printings(piece).flatMap((form) => all.map((f) => f + form)), [''])

/**
 * What paper adds to the words of blocks of itself: markers of items, labels, the heads of tables, which are repeated, and the
 * marks of notes, which stand in brackets where there is no circle for their number.
 */
export const generatedIn = (blocks: readonly Block[]): readonly string[] => {
  const optional = blocks.flatMap(({ pieces }) => pieces.flatMap((piece) => (isOptional(piece) ? piece : [])))
  const marks = blocks.flatMap(({ pieces }) => pieces.flatMap((piece) => (isMark(piece) ? piece.forms.slice(1) : [])))
  return [...new Set([...optional, ...headsIn(blocks), ...marks])].filter((words) => words !== '')
}

/** The words of the head of each table that has one: they stand again wherever it goes on in another column. */
export const headsIn = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block, i) => {
    if (block.kind !== 'table') return []
    const after = blocks.slice(i + 1)
    const end = after.findIndex(({ heads }) => !heads)
    const head = wordsOf(after.slice(0, end < 0 ? after.length : end))
    return head === '' ? [] : [head]
  })

export function noteBlock(note: Note, svgTexts: ReadonlyMap<string, string>, annotations: string[]): Block {
  const pieces = blocksOf(note.tokens, svgTexts, annotations).flatMap((block) => block.pieces)
  return { kind: 'note', pieces: [markOf(note.number), ...pieces], line: note.line, floats: false }
}

/** Markers that style sheets draw before list items as text; most are drawn as shapes and leave none. */
const bullets = ['•', '·', '–', '—', '◦', '○', '●', '▪', '■', '□', '◇', '◆']
const numbers = (n: number): string[] => [
  ...[`${n}.`, `${n}．`, `${n}、`, `${n})`, `（${n}）`, `(${n})`],
  ...markOf(n).forms.toReversed(),
]
const rules = ['***', '＊＊＊', '* * *', '＊', '*', '◇', '■', '※'].map(significant)

function figurePieces(figure: Figure, svgTexts: ReadonlyMap<string, string>, annotations: string[]): Piece[] {
  const drawn = svgTexts.get(figure.src)
  return [
    // Letters inside a vector picture come out as text of the page.
    ...(drawn ? [[drawn]] : []),
    ...(figure.caption ? [[`图${figure.number}`], ...inlinePieces(figure.caption, annotations)] : []),
    ...(figure.credit ? inlinePieces(figure.credit, annotations) : []),
  ]
}

/**
 * One block for each block of the body that carries text, in reading order.
 * @param annotations takes the annotations of ruby, which stand outside of the flow.
 */
export function blocksOf(
  tokens: readonly BodyToken[],
  svgTexts: ReadonlyMap<string, string>,
  annotations: string[],
): Block[] {
  const blocks: Block[] = []
  /** One entry per open list: the next number, or null for bullets. */
  const lists: (number | null)[] = []
  let marker: readonly string[] | null = null
  let inside: BlockKind = 'paragraph'
  let heads = false
  const add = (kind: BlockKind, pieces: Block['pieces'], token: BodyToken, floats = false): void => {
    const all = marker ? [marker, ...pieces] : pieces
    blocks.push({ kind, pieces: all, line: token.map?.[0] ?? null, floats, ...(heads && { heads }) })
    marker = null
  }
  for (const token of tokens) {
    switch (token.type) {
      case 'ordered_list_open':
        lists.push(Number(attributeOf(token, 'start') ?? 1))
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
        heads = token.type === 'th_open'
        break
      case 'heading_close':
      case 'th_close':
      case 'td_close':
        inside = 'paragraph'
        heads = false
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
        const caption = table?.caption ? [[`表${table.number}`], ...inlinePieces(table.caption, annotations)] : []
        add('table', caption, token)
        break
      }
      case 'figure': {
        const figure = token.meta!.figure!
        add('figure', figurePieces(figure, svgTexts, annotations), token, figure.span === 'page')
        break
      }
    }
  }
  return blocks
}

function inlinePieces(tokens: readonly BodyToken[], annotations: string[]): Piece[] {
  const pieces: Piece[] = []
  let text = ''
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'code_inline') text += token.content
    else if (token.type === 'citation') text += `[${token.meta!.citation!.text}]`
    else if (token.type === 'footnote_ref') {
      pieces.push(significant(text), markOf(token.meta!.note!.number))
      text = ''
    } else if (token.type === 'ruby') {
      for (const pair of token.meta?.ruby ?? []) {
        text += pair.base
        annotations.push(significant(pair.text))
      }
    }
  }
  return [...pieces, significant(text)]
}

export interface Located {
  readonly block: Block
  readonly start: number
  readonly end: number
}

/** Settles which labels, markers and numbers were drawn, by looking at what was found, and joins the blocks to one text. */
export function settle(blocks: readonly Block[], found: string): { text: string; blocks: readonly Located[] } {
  const pieces = blocks.flatMap((block) => block.pieces.map((piece) => ({ block, piece })))
  const located = new Map<Block, { start: number; end: number }>()
  const circled = circledNumbers.test(found)
  let text = ''
  const reading = new Reading(found)
  pieces.forEach(({ block, piece }, i) => {
    const start = text.length
    if (typeof piece === 'string') text += piece
    else {
      const nexts = continuations(pieces.slice(i + 1, i + 6).map((p) => p.piece))
      const here = reading.choiceHere(printings(piece), nexts)
      const before = text.slice(-4)
      const follows = (start: string) => nexts.some((next) => found.includes(start + next))
      if (here !== null) text += here
      else if (isMark(piece)) {
        const { forms } = piece
        text += forms.find((form) => follows(before + form)) ?? (circled ? forms.at(-1)! : forms[0]!)
      } else {
        const plain = follows(before)
        text += piece.find((choice) => follows(before + choice) || (!plain && follows(choice))) ?? ''
      }
    }
    reading.pass(text.slice(start))
    located.set(block, { start: located.get(block)?.start ?? start, end: text.length })
  })
  const nowhere = { start: text.length, end: text.length }
  return { text, blocks: blocks.map((block) => ({ block, ...(located.get(block) ?? nowhere) })) }
}

/** Where in the found text a reader of the pieces is, so that items and rows which read alike are told apart. */
class Reading {
  private readonly found: string
  private at = 0

  constructor(found: string) {
    this.found = found
  }

  /** What stands here before one of the texts that may follow; null where none of them does. */
  choiceHere(choices: readonly string[], nexts: readonly string[]): string | null {
    const stands = (choice: string) => nexts.some((next) => this.found.startsWith(choice + next, this.at))
    return choices.filter((choice) => choice !== '').find(stands) ?? choices.find(stands) ?? null
  }

  /** Goes on behind a text that stands here, or not far behind where something else has come between. */
  pass(text: string): void {
    const here = this.found.startsWith(text, this.at)
    // A word or two stands in many places.
    if (!here && text.length < 4) return
    const near = here
      ? this.at
      : this.found.slice(this.at, this.at + text.length + reach).indexOf(text.slice(0, telling)) + this.at
    if (near >= this.at) this.at = near + text.length
  }
}

/** Characters over which a reader looks for a text that does not stand where the one before it ended. */
const reach = 400
/** Characters by which a text is known again. */
const telling = 24

/** What the pieces may begin with, eight characters of each possibility. */
function continuations(pieces: readonly Piece[], length = 8): string[] {
  const [first, ...rest] = pieces
  if (first === undefined || length <= 0) return ['']
  return printings(first).flatMap((choice) => {
    const head = choice.slice(0, length)
    return continuations(rest, length - head.length).map((next) => head + next)
  })
}

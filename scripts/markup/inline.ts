/** Inline tokens in, HTML for the paged editions out. */
import { attributeOf, type BodyToken, type Note } from '../model/body.ts'
import { escapeHtml } from './escape.ts'
import { bindsBackwards, groupsOf, type Neighbours } from './groups.ts'
import { noteNumber } from './numbers.ts'

export interface InlineContext {
  /** Notes of the article by id; null where notes stand after the article. */
  readonly footNotes: ReadonlyMap<string, Note> | null
  /** Id of a reference by its number. */
  readonly references?: ReadonlyMap<number, string>
}

/** A stretch of text or an element that the line may break before and after, if nothing binds it. */
interface Piece {
  readonly html: string
  /** Its characters, to measure it by. */
  readonly text: string
  /** No line begins with it: it stays with what is before. */
  readonly bound: boolean
  /** No line breaks inside it. */
  readonly kept: boolean
  /** Foot notes that are called in it; they stand in the text behind it. */
  readonly notes: string
  readonly kind: 'text' | 'element' | 'break'
}

const piece = (html: string, text: string, more: Partial<Piece> = {}): Piece => ({
  html,
  text,
  bound: false,
  kept: false,
  notes: '',
  kind: 'text',
  ...more,
})

/** · is a third of an em in Song and a whole one in Hei; GB/T 15834 (5.1.7) gives it half. */
const marked = (text: string): string => escapeHtml(text).replaceAll('·', '<span class="interpunct">·</span>')

/** Dots stand under each Han as drawn circles: `text-emphasis` would leave bullets in the text of the PDF and lengthen last lines. */
const dotted = (text: string): string =>
  [...text].map((c) => (/\p{Script=Han}/u.test(c) ? `<span class="dot">${c}</span>` : marked(c))).join('')

/** A wave is drawn under each character too: a wavy `text-decoration` makes a picture of the page in the PDF (seen in Chromium 156). */
const waved = (text: string): string => [...text].map((c) => `<span class="wave">${escapeHtml(c)}</span>`).join('')

/** How the characters of an element are set one by one. */
type Dress = typeof marked

/** Without Chinese before it the browser takes —— for Western and sets it short (measured in Chromium 156). */
const isLonelyDash = (text: string, before: string): boolean =>
  /^——+$/.test(text) && !/[\p{Script=Han}\u3001-\u301f\uff01-\uff60”’]$/u.test(before)

const dash = (text: string): string => `<span class="dash">${text}</span>`

function textPieces(text: string, neighbours?: Neighbours, dress: Dress = marked): Piece[] {
  const groups = groupsOf(text, neighbours)
  return groups.map((group, i) =>
    piece(
      isLonelyDash(group.text, groups[i - 1]?.text ?? neighbours?.before ?? '') ? dash(group.text) : dress(group.text),
      group.text,
      {
        bound: bindsBackwards(group.text),
        kept: group.kept,
      },
    ),
  )
}

/** Plain text as HTML: caption, abstract, keyword. Marks stay with what they follow, numbers with their units. */
export const textHtml = (text: string): string => join(textPieces(text))

const call = (token: BodyToken): string => {
  const { number, id, refId } = token.meta!.note!
  return `<a class="call" id="${refId}" href="#${id}">${noteNumber(number)}</a>`
}

/** A foot note stands in the text where it is called; Paged.js floats it to the foot of the page. */
function footNote(token: BodyToken, context: InlineContext): string {
  const note = context.footNotes?.get(token.meta!.note!.id)
  return note
    ? `<span class="note" id="${note.id}"><span class="mark">${noteNumber(note.number)}</span>${noteText(note, context)}</span>`
    : ''
}

/** The paragraphs of a note as one run: the foot area of Paged.js takes inline content only. */
export function noteText(note: Note, context: InlineContext = { footNotes: null }): string {
  return note.tokens
    .filter((t) => t.type === 'inline')
    .map((t) => inlineHtml(t.children ?? [], { ...context, footNotes: null }))
    .join('<br>')
}

/** [1,3-5], each number a link to its reference. */
function citationHtml(token: BodyToken, { references }: InlineContext): string {
  const text = escapeHtml(token.meta!.citation!.text).replace(/\d+/g, (number) => {
    const id = references?.get(Number(number))
    return id === undefined ? number : `<a href="#${id}">${number}</a>`
  })
  return `<sup class="citation">[${text}]</sup>`
}

interface Element {
  readonly open: string
  readonly close: string
  readonly dress?: Dress
  /** No line begins with it. */
  readonly clings?: true
}

function elementOf(token: BodyToken): Element | null {
  switch (token.type) {
    case 'em_open':
      return { open: '<em>', close: '</em>', dress: dotted }
    case 'strong_open':
      return { open: '<strong>', close: '</strong>' }
    case 'sub_open':
    case 'sup_open':
      return { open: `<${token.tag}>`, close: `</${token.tag}>`, clings: true }
    case 'name_open':
      return { open: '<span class="proper-name">', close: '</span>' }
    case 'work_open':
      return { open: '<span class="work-title">', close: '</span>', dress: waved }
    case 'link_open': {
      const target = token.meta?.target
      const href = target ? `#${target}` : (attributeOf(token, 'href') ?? '')
      return { open: `<a href="${escapeHtml(href)}">`, close: '</a>' }
    }
    default:
      return null
  }
}

function leaf(token: BodyToken, neighbours: Neighbours, context: InlineContext, dress: Dress): Piece[] {
  switch (token.type) {
    case 'text':
      return textPieces(token.content, neighbours, dress)
    case 'code_inline':
      return [piece(`<code>${escapeHtml(token.content)}</code>`, token.content, { kind: 'element' })]
    case 'hardbreak':
      return [piece('<br>', '', { kind: 'break' })]
    case 'break_opportunity':
      return [piece('<wbr>', '', { kind: 'break' })]
    case 'ruby': {
      const pairs = token.meta!.ruby!
      const html = pairs.map((r) => `${escapeHtml(r.base)}<rt>${escapeHtml(r.text)}</rt>`).join('')
      return [piece(`<ruby>${html}</ruby>`, pairs.map((r) => r.base).join(''), { kind: 'element' })]
    }
    case 'footnote_ref':
      return [piece(call(token), '', { bound: true, notes: footNote(token, context) })]
    case 'citation':
      return [piece(citationHtml(token, context), '', { bound: true })]
    default:
      throw new Error(`no layout for the inline token ${token.type}`)
  }
}

/** The character next to a token in one direction, whatever elements begin or end between. */
function neighbour(tokens: readonly BodyToken[], from: number, step: 1 | -1): string {
  for (let i = from + step; tokens[i]; i += step) {
    const token = tokens[i]!
    if (token.nesting !== 0) continue
    const text = token.meta?.ruby ? token.meta.ruby.map((r) => r.base).join('') : token.content
    if (token.type === 'text' && text === '') continue
    return [...text].at(step === 1 ? 0 : -1) ?? ''
  }
  return ''
}

interface Run {
  readonly pieces: Piece[]
  /** Index of the token that closes the element, or of none. */
  readonly end: number
}

function read(tokens: readonly BodyToken[], from: number, context: InlineContext, dress: Dress, tail: boolean): Run {
  const pieces: Piece[] = []
  let i = from
  for (; i < tokens.length && tokens[i]!.nesting !== -1; i++) {
    const token = tokens[i]!
    const element = elementOf(token)
    if (!element) {
      const neighbours = { before: neighbour(tokens, i, -1), after: neighbour(tokens, i, 1) }
      pieces.push(...leaf(token, neighbours, context, dress))
      continue
    }
    const inside = element.dress ?? dress
    const close = closing(tokens, i)
    const last = tail && tokens.slice(close + 1).every((t) => t.nesting === -1 || t.type === 'footnote_ref')
    const run = read(tokens, i + 1, context, inside, last)
    i = run.end
    const text = run.pieces.map((p) => p.text).join('')
    const body = join(run.pieces, last && [...text].length > tailLimit)
    pieces.push(
      piece(element.open + body + element.close, text, {
        kind: 'element',
        bound: element.clings ?? run.pieces[0]?.bound ?? false,
      }),
    )
  }
  return { pieces, end: i }
}

function closing(tokens: readonly BodyToken[], open: number): number {
  let depth = 0
  for (let i = open; i < tokens.length; i++) {
    depth += tokens[i]!.nesting
    if (depth === 0) return i
  }
  return tokens.length
}

/** Characters: longer boxes would leave holes in the lines before them. */
const keepLimit = 12
const tailLimit = 10

const written = (p: Piece): string => (p.kept ? `<span class="keep">${p.html}</span>` : p.html) + p.notes

const closingMark = /^[，。、；：？！”’）》】」』…]/u
const ends = (p: Piece | undefined): boolean => !p || p.kind === 'break' || /\s$/u.test(p.text)

/** Two pieces as one. Where the first is too long to be kept whole a WORD JOINER stands between: no line breaks there, and nothing shows. */
function joined(before: Piece, p: Piece): Piece {
  const kept = before.kept || [...before.text, ...p.text].length <= keepLimit
  return {
    ...before,
    html: `${before.html}${kept ? '' : '&#8288;'}${p.html}`,
    text: before.text + p.text,
    kept,
    notes: before.notes + p.notes,
  }
}

/** What is bound is kept with what is before it; a call behind a stop, with the character before the stop. */
function bind(pieces: readonly Piece[]): Piece[] {
  const bound: Piece[] = []
  for (const p of pieces) {
    const before = bound.at(-1)
    if (!before || ends(before) || p.kind === 'break' || !(p.bound || before.text.endsWith('／'))) {
      bound.push(p)
      continue
    }
    bound.pop()
    let one = joined(before, p)
    while (one.kept && closingMark.test(one.text) && !ends(bound.at(-1))) {
      const more = joined(bound.at(-1)!, one)
      if (!more.kept) break
      bound.pop()
      one = more
    }
    bound.push(one)
  }
  return bound
}

/**
 * Two Han and what follows them to the end of the paragraph, kept on one line: a last line of one character is the fault
 * that `text-wrap: pretty` no longer prevents once a note call ends the paragraph (measured in Chromium 156).
 */
function tailStart(pieces: readonly Piece[]): number {
  let han = 0
  let length = 0
  for (let i = pieces.length - 1; i >= 0; i--) {
    const { text, kind } = pieces[i]!
    length += [...text].length
    if (kind === 'break' || length > tailLimit || /^\s+$/u.test(text)) return pieces.length
    han += text.match(/\p{Script=Han}/gu)?.length ?? 0
    if (han >= 2) return i
  }
  return pieces.length
}

function join(pieces: readonly Piece[], keepTail = false): string {
  const bound = bind(pieces)
  const start = keepTail ? tailStart(bound) : bound.length
  const html = bound.slice(0, start).map(written).join('')
  const tail = bound.slice(start)
  if (tail.length === 0) return html
  return `${html}<span class="tail">${tail.map((p) => p.html).join('')}</span>${tail.map((p) => p.notes).join('')}`
}

/** @param keepTail whether these tokens end a paragraph, the last line of which must not be one character. */
export function inlineHtml(tokens: readonly BodyToken[], context: InlineContext, keepTail = false): string {
  return join(read(tokens, 0, context, marked, keepTail).pieces, keepTail)
}

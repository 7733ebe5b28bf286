/**
 * The body tokens of an article and the rules of an edition in; its markup out. What a token means is decided here, once:
 * which text belongs to which block, what is a stanza, who speaks. How it is written is the edition's table of rules.
 */
import { attributeOf, type BodyToken, type Figure } from '../model/body.ts'
import { type BlockKeys, keyAttribute } from './block-keys.ts'
import { escapeHtml } from './escape.ts'
import type { Speech } from './speakers.ts'

/** How one kind of layout reads the paragraphs of its top level. */
export interface BodyReading {
  /** Questions and answers of an interview, by the index of their paragraph's token. */
  readonly speeches?: ReadonlyMap<number, Speech>
  /** Every paragraph is a stanza. */
  readonly stanzas?: boolean
}

export interface Paragraph {
  readonly children: readonly BodyToken[]
  /** `data-block` with the space before it; empty where the block has none. */
  readonly key: string
  readonly kind: 'text' | 'attribution' | 'stanza' | 'speech'
  /** Of a speech. */
  readonly speech: Speech | undefined
  /** Whether a stanza stands in `::: verse`, and not at the top level of a page of verse. */
  readonly inVerse: boolean
  /** In a tight list: text without an element of its own. */
  readonly bare: boolean
}

/** A figure over all columns that follows directly on a heading. */
export interface Spanned {
  readonly figure: Figure
  readonly key: string
}

type Write = (token: BodyToken, key: string, next: BodyToken | undefined) => string

/** What an edition writes for each. */
export interface Rules {
  /** @param index of the heading's token. */
  readonly heading: (token: BodyToken, children: readonly BodyToken[], key: string, index: number) => string
  /** Writes a heading together with the figure that spans the columns below it; absent where the two stand by themselves. */
  readonly spanned?: (heading: string, spanned: Spanned) => string
  readonly paragraph: (paragraph: Paragraph) => string
  /** The text of a cell or a term. */
  readonly inline: (children: readonly BodyToken[], holder: BodyToken) => string
  readonly figure: (figure: Figure, key: string) => string
  readonly rule: string
  /** By the type of a token, before what is written for all containers: their tag, a start, their key. */
  readonly containers: Readonly<Record<string, Write>>
  /** Behind each block. */
  readonly end: '' | '\n'
}

/** The alignment of a cell's column as a class with the space before it; empty where none is given. */
export function alignClass(token: BodyToken): string {
  const align = attributeOf(token, 'style')?.replace('text-align:', '')
  return align ? ` class="${align}"` : ''
}

export function writeBody(
  tokens: readonly BodyToken[],
  rules: Rules,
  keys: BlockKeys | undefined,
  { speeches, stanzas = false }: BodyReading = {},
): string {
  const { end } = rules
  const keyOf = (token: BodyToken): string => keyAttribute(keys, token)
  let markup = ''
  let depth = 0
  let verses = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const children = tokens[i + 1]?.children ?? []
    const key = keyOf(token)
    switch (token.type) {
      case 'heading_open': {
        const heading = rules.heading(token, children, key, i)
        i += 2
        const next = tokens[i + 1]
        const figure = next?.meta?.figure
        if (rules.spanned && figure?.span === 'page') {
          markup += rules.spanned(heading, { figure, key: keyOf(next!) })
          i++
        } else markup += heading
        continue
      }
      case 'paragraph_open': {
        const speech = speeches?.get(i)
        const attribution = token.meta?.role === 'attribution'
        const stanza = verses > 0 || (stanzas && depth === 0)
        const kind = attribution ? 'attribution' : stanza ? 'stanza' : speech ? 'speech' : 'text'
        markup += rules.paragraph({ children, key, kind, speech, inVerse: verses > 0, bare: token.hidden })
        i += 2
        continue
      }
      case 'inline':
        markup += rules.inline(token.children ?? [], tokens[i - 1]!)
        break
      case 'figure':
        markup += rules.figure(token.meta!.figure!, key)
        break
      case 'fence':
      case 'code_block':
        markup += `<pre${key}><code>${escapeHtml(token.content)}</code></pre>${end}`
        break
      case 'hr':
        markup += rules.rule
        break
      // Where an article jumps on paper, a reflowable edition goes on.
      case 'jump':
        break
      case 'container_verse_open':
      case 'container_verse_close':
        verses += token.nesting
        markup += token.nesting === 1 ? '<div class="verse">' : `</div>${end}`
        break
      default:
        markup += rules.containers[token.type]?.(token, key, tokens[i + 1]) ?? containerTag(token, key, end)
    }
    depth += token.nesting
  }
  return markup
}

function containerTag(token: BodyToken, key: string, end: string): string {
  if (token.nesting === 0 || !token.tag) throw new Error(`no layout for the token ${token.type}`)
  const start = attributeOf(token, 'start')
  return token.nesting === 1 ? `<${token.tag}${start ? ` start="${start}"` : ''}${key}>` : `</${token.tag}>${end}`
}

/** The lines of a stanza. Emphasis over several lines cannot be cut. */
export function linesOf(tokens: readonly BodyToken[]): BodyToken[][] {
  const lines: BodyToken[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    depth += token.nesting
    if (token.type === 'hardbreak' && depth === 0) lines.push([])
    else lines.at(-1)!.push(token)
  }
  return lines
}

/** The text of a speech without the label that names its speaker. */
export function withoutLabel(children: readonly BodyToken[], label: string): readonly BodyToken[] {
  const [first, ...rest] = children
  return first ? [{ ...first, content: first.content.slice(label.length) }, ...rest] : []
}

/** A heading of plain text, `|` where it may break; its 一、 apart where it has one. Null where it holds more than text. */
export function plainHeading(
  { tag }: BodyToken,
  children: readonly BodyToken[],
): { readonly number: string; readonly text: string } | null {
  if (!children.every(({ type }) => type === 'text' || type === 'break_opportunity')) return null
  const text = children
    .map(({ type, content }) => (type === 'break_opportunity' ? '|' : content.replaceAll('|', '\\|')))
    .join('')
  const number = tag === 'h2' ? (/^([一二三四五六七八九十]+、)./u.exec(text)?.[1] ?? '') : ''
  return { number, text: text.slice(number.length) }
}

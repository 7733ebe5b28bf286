/** The inline children of a block in; plain tokens without soft breaks, with what is wrong in them, out. */
import type { Token } from 'markdown-it'
import type { BodyToken, TokenMeta } from '../model/body.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'
import { joinsWithoutSpace } from './breaks.ts'
import type { NoteCalls } from './notes.ts'

export interface InlineContext {
  readonly report: (d: Diagnostic) => void
  /** File name → article id. */
  readonly articles: ReadonlyMap<string, string>
  /** Null inside a note, which may not call another. */
  readonly calls: NoteCalls | null
  /** Lines of verse stay lines. */
  readonly verse: boolean
  /** Of a heading: takes the place of every `|`, a boundary of sense. Null elsewhere, where a bar is a bar. */
  readonly turns: Place[] | null
}

export interface PlacedChild {
  readonly token: Token
  readonly place: Place
}

/** A markdown-it token as plain data. */
export function plainToken(
  token: Token,
  map: readonly [number, number] | null,
  meta: TokenMeta | null = null,
): BodyToken {
  return {
    type: token.type,
    tag: token.tag,
    nesting: token.nesting,
    attrs: token.attrs ? token.attrs.map(([name, value]) => [name, String(value)] as const) : null,
    content: token.content,
    markup: token.markup,
    info: token.info,
    hidden: token.hidden,
    map,
    children: null,
    meta,
  }
}

const textToken = (content: string): BodyToken => ({
  type: 'text',
  tag: '',
  nesting: 0,
  attrs: null,
  content,
  markup: '',
  info: '',
  hidden: false,
  map: null,
  children: null,
  meta: null,
})

const turn: BodyToken = { ...textToken(''), type: 'turn', markup: '|' }
const hardbreak: BodyToken = { ...textToken(''), type: 'hardbreak', tag: 'br' }

/** What a token shows at its edges, for the join of two lines; note calls show nothing there. */
function visible(token: Token): string {
  if (token.type === 'ruby') return (token.meta as { ruby: { base: string }[] }).ruby.map((pair) => pair.base).join('')
  return token.type === 'text' || token.type === 'text_special' || token.type === 'code_inline' ? token.content : ''
}

/** The text nearest to a break on one side. */
function edge(children: readonly PlacedChild[], from: number, step: 1 | -1): string {
  for (let i = from + step; i >= 0 && i < children.length; i += step) {
    const text = visible(children[i]!.token).trim()
    if (text !== '') return text
  }
  return ''
}

/** Alternative texts and titles: characters only. */
export const plainText = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.type === 'softbreak' ? ' ' : visible(token))).join('')

export function inlineTokens(children: readonly PlacedChild[], context: InlineContext): BodyToken[] {
  const out: BodyToken[] = []
  const text = (content: string): void => {
    const last = out.at(-1)
    if (content === '') return
    if (last?.type === 'text') out[out.length - 1] = textToken(last.content + content)
    else out.push(textToken(content))
  }
  const turned = (content: string, place: Place, turns: Place[]): void => {
    let column = place.column ?? 1
    for (const [i, part] of content.split('|').entries()) {
      if (i > 0) {
        turns.push({ ...place, column: column - 1 })
        out.push(turn)
      }
      text(part)
      column += part.length + 1
    }
  }
  const links: boolean[] = []
  for (const [i, { token, place }] of children.entries()) {
    switch (token.type) {
      case 'text':
        if (context.turns) turned(token.content, place, context.turns)
        else text(token.content)
        break
      case 'text_special':
        text(token.content)
        break
      case 'softbreak':
        if (context.verse) out.push(hardbreak)
        else if (!joinsWithoutSpace(edge(children, i, -1), edge(children, i, 1))) text(' ')
        break
      case 'hardbreak':
        out.push(hardbreak)
        break
      case 'image':
        context.report(diagnostic('manuscript/image-inline', place))
        text(plainText(token.children ?? []))
        break
      case 'attributes':
        break
      case 'footnote_ref': {
        const label = String(token.meta?.label)
        const note = context.calls?.call(label, place)
        if (!context.calls) context.report(diagnostic('manuscript/note-nested', place, { label }))
        if (note) out.push(plainToken(token, null, { note }))
        break
      }
      case 'link_open': {
        const href = String(token.attrGet('href') ?? '')
        const target = context.articles.get(href)
        const good = target !== undefined || /^(https?:\/\/|mailto:)\S/i.test(href)
        links.push(good)
        if (good) out.push(plainToken(token, null, target === undefined ? null : { target }))
        else context.report(diagnostic('manuscript/link-target', place, { target: href }))
        break
      }
      case 'link_close':
        if (links.pop()) out.push(plainToken(token, null))
        break
      default:
        out.push(plainToken(token, null, token.meta as TokenMeta | null))
    }
  }
  return out
}

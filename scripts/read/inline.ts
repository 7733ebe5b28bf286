/** The inline children of a block in; plain tokens without soft breaks, with what is wrong in them, out. */
import type { Token } from 'markdown-it'
import { type BodyToken, bareToken, inlineText, type TokenMeta } from '../model/body.ts'
import type { PhraseKey } from '../model/codes/phrases.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { nearest } from '../model/nearest.ts'
import type { Place } from '../model/place.ts'
import { joinsWithoutSpace } from './breaks.ts'
import type { NoteCalls } from './notes.ts'
import type { PlacedCitation } from './references.ts'

export interface InlineContext {
  readonly report: (d: Diagnostic) => void
  /** File name → article id. */
  readonly articles: ReadonlyMap<string, string>
  /** Null inside a note, which may not call another. */
  readonly calls: NoteCalls | null
  /** Lines of verse stay lines. */
  readonly verse: boolean
  /** Takes every citation. */
  readonly citations: PlacedCitation[]
  /** Of a heading: takes the place of every `|`, a boundary of sense. Null elsewhere, where a bar is a bar. */
  readonly breaks: Place[] | null
}

export interface PlacedChild {
  readonly token: Token
  readonly place: Place
  /** In the inline content of its block. */
  readonly offset: number
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

const textToken = (content: string): BodyToken => bareToken('text', { content })

const breakOpportunity = bareToken('break_opportunity', { markup: '|' })
const hardbreak = bareToken('hardbreak', { tag: 'br' })

/** 专名号 and 书名号甲式, with other names they go by. */
const spanKinds: ReadonlyMap<string, readonly string[]> = new Map([
  ['name', ['person', 'place', '专名', '人名', '地名']],
  ['work', ['book', 'title', '书名', '篇名']],
])

const picture = /\.(svg|png|jpe?g|gif|webp|tiff?)$/i

interface OpenSpan {
  /** Null if it stays plain text. */
  readonly kind: 'name' | 'work' | null
  /** How many tokens stood before it. */
  readonly from: number
  readonly place: Place
}

function spanFault(text: string, kind: 'name' | 'work'): PhraseKey<'spanContent'> | null {
  if (text.trim() === '') return 'empty'
  return kind === 'work' && /^[《〈]/.test(text) ? 'doubled' : null
}

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
  const divided = (content: string, place: Place, breaks: Place[]): void => {
    let column = place.column ?? 1
    for (const [i, part] of content.split('|').entries()) {
      if (i > 0) {
        breaks.push({ ...place, column: column - 1 })
        out.push(breakOpportunity)
      }
      text(part)
      column += part.length + 1
    }
  }
  const links: boolean[] = []
  const spans: OpenSpan[] = []
  for (const [i, { token, place }] of children.entries()) {
    switch (token.type) {
      case 'text':
        if (context.breaks) divided(token.content, place, context.breaks)
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
        // It is not lost without a trace: a draft shows where it was to be.
        text(`〔图：${plainText(token.children ?? []).trim() || String(token.attrGet('src') ?? '')}〕`)
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
        const title = token.attrGet('title')
        if (title) context.report(diagnostic('manuscript/link-title', place, { title: String(title) }))
        const [before] = children.slice(i - 1, i)
        const wide = before?.token.type === 'text' && before.token.content.endsWith('！') && picture.test(href)
        const good = target !== undefined || /^(https?:\/\/|mailto:)\S/i.test(href)
        links.push(good)
        if (good) out.push(plainToken(token, null, target === undefined ? null : { target }))
        else if (wide) {
          const facts = { written: `！[…](${href})`, instead: '![替代文字](figures/a.svg "图题")' }
          context.report(diagnostic('manuscript/full-width-markup', before.place, facts))
        } else context.report(diagnostic('manuscript/link-target', place, { target: href }))
        break
      }
      case 'link_close':
        if (links.pop()) out.push(plainToken(token, null))
        break
      case 'span_open': {
        const kind = spanKinds.has(token.info) ? (token.info as OpenSpan['kind']) : null
        const facts = {
          name: token.info,
          nearest: nearest(token.info, spanKinds),
          known: [...spanKinds.keys()].join('、'),
        }
        if (!kind) context.report(diagnostic('manuscript/span-unknown', place, facts))
        const nested = spans.length > 0
        if (nested) context.report(diagnostic('manuscript/span-content', place, { reason: 'nested' }))
        spans.push({ kind: nested ? null : kind, from: out.length, place })
        if (kind && !nested) out.push({ ...plainToken(token, null), type: `${kind}_open`, info: '' })
        break
      }
      case 'span_close': {
        const { kind, from, place: opened } = spans.pop()!
        const reason = kind && spanFault(inlineText(out.slice(from)), kind)
        if (reason) context.report(diagnostic('manuscript/span-content', opened, { reason }))
        if (kind) out.push({ ...plainToken(token, null), type: `${kind}_close` })
        break
      }
      case 'citation':
        context.citations.push({ numbers: (token.meta as TokenMeta).citation!.numbers, place })
        out.push(plainToken(token, null, token.meta as TokenMeta))
        break
      default:
        out.push(plainToken(token, null, token.meta as TokenMeta | null))
    }
  }
  return out
}

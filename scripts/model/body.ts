/** The body of an article: markdown-it's tokens as plain data, with the few token types of our own, and their text. */

/** A markdown-it token. `map` holds 1-based [first, last] lines of the manuscript file, front matter included. */
export interface BodyToken {
  readonly type: string
  readonly tag: string
  readonly nesting: 1 | 0 | -1
  readonly attrs: readonly (readonly [string, string])[] | null
  readonly content: string
  readonly markup: string
  readonly info: string
  readonly hidden: boolean
  readonly map: readonly [number, number] | null
  readonly children: readonly BodyToken[] | null
  readonly meta: TokenMeta | null
}

/** What markdown-it gives an element besides its tag: `href`, `start`, `style`. */
export const attributeOf = ({ attrs }: BodyToken, name: string): string | undefined =>
  attrs?.find(([key]) => key === name)?.[1]

/** A token with nothing but its type and what is given. */
export const bareToken = (type: string, given: Partial<BodyToken> = {}): BodyToken => ({
  type,
  tag: '',
  nesting: 0,
  attrs: null,
  content: '',
  markup: '',
  info: '',
  hidden: false,
  map: null,
  children: null,
  meta: null,
  ...given,
})

/**
 * What our own constructs keep in `meta`:
 * heading_open { id }, figure { figure }, table_open { table }, ruby { ruby }, footnote_ref { note },
 * paragraph_open { role: 'attribution' } inside a quotation or verse, link_open { target: article id } for links between articles.
 * Inline: `break_opportunity` (empty, in headings: a boundary of sense where the line may break), name_open / name_close and work_open /
 * work_close (专名号, 书名号甲式), citation { citation } (a superior [1,3-5]). Block: `jump` (empty, top level, at most one:
 * here the article goes on elsewhere in print).
 */
export interface TokenMeta {
  readonly id?: string
  readonly figure?: Figure
  /** `number` counts the tables with a caption from 1; 0 without one. */
  readonly table?: { readonly id: string; readonly number: number; readonly caption?: readonly BodyToken[] }
  readonly ruby?: readonly RubyPair[]
  readonly note?: { readonly number: number; readonly id: string; readonly refId: string }
  readonly role?: 'attribution'
  readonly target?: string
  /** As printed without brackets: `1,3-5`; numbers of the references it names, whose ids are of the part `reference`. */
  readonly citation?: { readonly text: string; readonly numbers: readonly number[] }
}

/** One base with its annotation: 刊 + kān. */
export interface RubyPair {
  readonly base: string
  readonly text: string
}

export interface Figure {
  readonly id: string
  /** Counted per article from 1 among figures with a caption; 0 without one. */
  readonly number: number
  /** Path inside the issue folder, e.g. `figures/press.svg`; the key of its Resource. */
  readonly src: string
  /** Alternative text; empty only where the editor marked the picture as decorative. */
  readonly alt: string
  /** Inline tokens, as in a paragraph; never empty. */
  readonly caption?: readonly BodyToken[]
  /** Who made or supplied the picture, as printed: 绘图：沈墨. Inline tokens, never empty. */
  readonly credit?: readonly BodyToken[]
  /** How wide it stands on a page of several columns. */
  readonly span: 'column' | 'page'
  readonly line: number
}

export interface Note {
  /** Counted per article from 1; what the reader sees as the call. */
  readonly number: number
  readonly id: string
  readonly refId: string
  readonly tokens: readonly BodyToken[]
  readonly line: number
}

/**
 * The characters of inline tokens in reading order. Ruby gives each base followed by its annotation; note calls give nothing.
 * `scripts: false` leaves out what is set above or below the line.
 */
export function inlineText(
  tokens: readonly BodyToken[],
  options: { ruby: boolean; scripts?: boolean } = { ruby: true },
): string {
  let raised = 0
  return tokens
    .map((t) => {
      if (/^su[bp]_/.test(t.type)) raised += t.nesting
      if (raised > 0 && options.scripts === false) return ''
      if (t.type === 'text' || t.type === 'code_inline') return t.content
      if (t.type === 'softbreak' || t.type === 'hardbreak') return '\n'
      if (t.type === 'ruby') return (t.meta?.ruby ?? []).map((r) => r.base + (options.ruby ? r.text : '')).join('')
      return ''
    })
    .join('')
}

/** The inline tokens that a block shows: its own, or the caption and the credit of a figure or table. In reading order. */
export function inlinesOf(token: BodyToken): readonly (readonly BodyToken[])[] {
  const { figure, table } = token.meta ?? {}
  return [table?.caption, figure?.caption, figure?.credit, token.children].filter((inline) => inline != null)
}

/** A block with all inline tokens that it shows changed. */
export function mapInlines(
  token: BodyToken,
  change: (inline: readonly BodyToken[]) => readonly BodyToken[],
): BodyToken {
  const { figure, table } = token.meta ?? {}
  const changed = (part: 'caption' | 'credit', inline: readonly BodyToken[] | undefined) =>
    inline ? { [part]: change(inline) } : {}
  return {
    ...token,
    children: token.children && change(token.children),
    meta: token.meta && {
      ...token.meta,
      ...(table && { table: { ...table, ...changed('caption', table.caption) } }),
      ...(figure && {
        figure: { ...figure, ...changed('caption', figure.caption), ...changed('credit', figure.credit) },
      }),
    },
  }
}

/** One text per block that carries text, in reading order: paragraphs, headings, list items, cells, captions, code. */
export function blockTexts(tokens: readonly BodyToken[], options?: { ruby: boolean }): string[] {
  const texts: string[] = []
  for (const t of tokens) {
    if (t.type === 'fence' || t.type === 'code_block') texts.push(t.content)
    else texts.push(...inlinesOf(t).map((inline) => inlineText(inline, options)))
  }
  return texts
}

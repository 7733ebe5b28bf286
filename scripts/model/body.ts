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

/**
 * What our own constructs keep in `meta`:
 * heading_open { id }, figure { figure }, table_open { table }, ruby { ruby }, footnote_ref { note },
 * paragraph_open { role: 'attribution' } inside a quotation or verse, link_open { target: article id } for links between articles.
 * Inline: `turn` (empty, in headings: a boundary of sense where the line may turn), name_open / name_close and work_open /
 * work_close (专名号, 书名号甲式), citation { citation } (a superior [1,3-5]). Block: `jump` (empty, top level, at most one:
 * here the article goes on elsewhere in print).
 */
export interface TokenMeta {
  readonly id?: string
  readonly figure?: Figure
  /** `number` counts the tables with a caption from 1; 0 without one. */
  readonly table?: { readonly id: string; readonly number: number; readonly caption?: string }
  readonly ruby?: readonly RubyPair[]
  readonly note?: { readonly number: number; readonly id: string; readonly refId: string }
  readonly role?: 'attribution'
  readonly target?: string
  /** As printed without brackets: `1,3-5`; numbers of the references it names, ids as `${article}-r${number}`. */
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
  readonly caption?: string
  /** Who made or supplied the picture, as printed: 绘图：沈墨. */
  readonly credit?: string
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

/** One text per block that carries text, in reading order: paragraphs, headings, list items, cells, captions, code. */
export function blockTexts(tokens: readonly BodyToken[], options?: { ruby: boolean }): string[] {
  const texts: string[] = []
  for (const t of tokens) {
    if (t.type === 'table_open' && t.meta?.table?.caption) texts.push(t.meta.table.caption)
    if (t.type === 'inline') texts.push(inlineText(t.children ?? [], options))
    else if (t.type === 'fence' || t.type === 'code_block') texts.push(t.content)
    else if (t.type === 'figure' && t.meta?.figure) {
      const { caption, credit } = t.meta.figure
      if (caption) texts.push(caption)
      if (credit) texts.push(credit)
    }
  }
  return texts
}

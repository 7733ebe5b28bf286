/** Block tokens of markdown-it in; body tokens with ids, figures, captions, attributions, and what is wrong, out. */
import type { Token } from 'markdown-it'
import type { BodyToken } from '../model/body.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { partId } from '../model/ids.ts'
import type { Place } from '../model/place.ts'
import { dividingBreaks } from './break-opportunities.ts'
import { type FigureCounter, figureToken, loneImages, type Part } from './figures.ts'
import type { MarkedText } from './full-width.ts'
import { beginsParagraph } from './indents.ts'
import { inlineTokens, type PlacedChild, plainToken } from './inline.ts'
import { inlineFaults } from './inline-faults.ts'
import { jumpMark } from './jump.ts'
import type { NoteCalls } from './notes.ts'
import { parser } from './parser.ts'
import { childOffsets, type Locator } from './positions.ts'
import type { PlacedCitation } from './references.ts'
import { hanLatinSpaces, seenText, shortSigns, signDiagnostic } from './signs.ts'
import { captionMark, TableReader } from './tables.ts'

export interface BlockContext {
  readonly article: string
  readonly articles: ReadonlyMap<string, string>
  readonly report: (d: Diagnostic) => void
  readonly locator: Locator
  /** What the parser knows of the article: which notes it has. */
  readonly env: Record<string, unknown>
}

const headingTags: Readonly<Record<string, string>> = { h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3' }
/** Level of a list or quotation, two for each list around it, that no page has room for; markdown-it drops what is deeper than 100. */
const deepest = 12
/** Languages of drawings and formulas. */
const drawn = /^(?:mermaid|plantuml|graphviz|dot|math|latex|tex|katex|echarts|flow|sequence|seq)$/i
const attributionMark = '——'

/** Reads the blocks of one article: its text first, then each of its notes. */
export class BlockReader {
  readonly pictures: { src: string; place: Place }[] = []
  readonly citations: PlacedCitation[] = []
  /** Spaces between Han and Latin letters or digits, in running text. */
  readonly hanLatinSpaces: Place[] = []
  /** U+3000 inside running text: in headings, tables and verse it is as usual as a letter. */
  readonly wideSpaces: Place[] = []
  readonly #context: BlockContext
  readonly #figures: FigureCounter
  #headings = 0
  #verse = 0
  #deep = false
  #seenHeading = false
  #calls: NoteCalls | null = null
  readonly #tables: TableReader
  /** The place of an offset in the inline content that was read last. */
  #at: (offset: number) => Place = () => this.#context.locator.line(1)
  #out: BodyToken[] = []

  constructor(context: BlockContext) {
    this.#context = context
    this.#tables = new TableReader(context)
    this.#figures = { article: context.article, pictures: 0, captioned: 0 }
  }

  /** `calls` is null inside a note. */
  read(tokens: readonly Token[], calls: NoteCalls | null): BodyToken[] {
    this.#out = []
    this.#calls = calls
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!
      if (token.type === 'paragraph_open') {
        this.#paragraph(token, tokens[i + 1]!, tokens[i + 2]!, tokens[i + 3])
        i += 2
      } else if (token.type === 'inline') {
        const children = this.#placed(token)
        const heading = this.#out.at(-1)?.type === 'heading_open'
        this.#push(token, heading ? this.#headingText(children) : this.#inline(children), this.#lines(token))
      } else {
        this.#block(token, tokens[i + 1])
      }
    }
    return this.#out
  }

  #report(code: Diagnostic['code'], place: Place, facts: Diagnostic['facts'] = {}): void {
    this.#context.report(diagnostic(code, place, facts))
  }

  #lines(token: Token): readonly [number, number] | null {
    return token.map && [token.map[0] + 1, Math.max(token.map[1], token.map[0] + 1)]
  }

  #push(
    token: Token,
    children: readonly BodyToken[] | null,
    map = this.#lines(token),
    meta: BodyToken['meta'] = null,
  ): void {
    this.#out.push({ ...plainToken(token, map, meta), children })
  }

  #block(token: Token, next: Token | undefined): void {
    const at = token.map ? this.#context.locator.line(token.map[0] + 1) : null
    switch (token.type) {
      case 'heading_open':
        this.#heading(token, at!, next?.children?.length === 0)
        return
      case 'heading_close':
        this.#push({ ...token, tag: headingTags[token.tag] ?? token.tag } as Token, null)
        return
      case 'table_open':
        this.#push(token, null, this.#lines(token), { table: this.#tables.open(token) })
        return
      case 'tr_open':
        this.#tables.row(token)
        break
      case 'code_block':
        this.#report('manuscript/indented-code', at!)
        break
      case 'bullet_list_open':
      case 'ordered_list_open':
      case 'blockquote_open':
        // Told where the limit is passed, not again for what is inside.
        if (token.level >= deepest && !this.#deep) this.#report('manuscript/nested-deep', at!)
        this.#deep = token.level >= deepest
        break
      case 'fence':
        if (token.info.trim()) this.#fenceWords(token.info.trim(), token.markup, at!)
        this.#closed(token, at!, token.map![1] - 1, /^[\s>]*(`{3,}|~{3,})\s*$/)
        break
      case 'container_verse_open':
        this.#verse += 1
        this.#closed(token, at!, token.map![1], /^[\s>]*:{3,}\s*$/)
        break
      case 'container_verse_close':
        this.#verse -= 1
        break
    }
    this.#push(token, null)
  }

  #heading(token: Token, place: Place, empty: boolean): void {
    if (/[=-]/.test(token.markup)) this.#report('manuscript/heading-underlined', place, { markup: token.markup })
    else if (headingTags[token.tag]) this.#report('manuscript/heading-level', place, { markup: token.markup })
    else if (token.tag === 'h3' && !this.#seenHeading) this.#report('manuscript/heading-skipped', place)
    if (empty) this.#report('manuscript/heading-empty', place)
    this.#seenHeading = true
    this.#headings += 1
    const tag = headingTags[token.tag] ?? token.tag
    this.#push({ ...token, tag } as Token, null, this.#lines(token), {
      id: partId(this.#context.article, 'heading', this.#headings),
    })
  }

  /** The name of a language is not printed, as in all Markdown; other words would be lost. */
  #fenceWords(info: string, markup: string, place: Place): void {
    const written = `${markup}${info}`
    if (!/^[\w+#.-]+$/.test(info)) this.#report('manuscript/fence-words', place, { written })
    else if (drawn.test(info)) this.#report('manuscript/foreign-markup', place, { written, way: 'picture' })
  }

  /** `index` is that of the line that should close the block. */
  #closed(token: Token, place: Place, index: number, mark: RegExp): void {
    const line = index > token.map![0] ? this.#context.locator.lines[index] : undefined
    if (!mark.test(line ?? '')) this.#report('manuscript/block-unclosed', place, { markup: token.markup })
  }

  /** The children of an inline token with their places; whatever Markdown is left standing in them is reported. */
  #placed(inline: Token): PlacedChild[] {
    const first = inline.map ? inline.map[0] + 1 : this.#tables.line
    this.#at = this.#context.locator.inline(inline.content, first)
    return this.#checked(inline, this.#kindOf(inline), this.#at)
  }

  #checked({ content, children }: Token, kind: MarkedText, at: (offset: number) => Place): PlacedChild[] {
    const offsets = childOffsets(content, children!)
    const block = { kind, verse: this.#verse > 0, lines: this.#context.locator.lines }
    for (const fault of inlineFaults(children!, offsets, at, block)) this.#context.report(fault)
    this.#readSigns(seenText(children!, offsets, at))
    return children!.map((token, i) => ({ token, offset: offsets[i]!, place: at(offsets[i]!) }))
  }

  /** A caption or credit, which Markdown takes for an attribute of the picture. */
  #part({ source, offset }: Part): BodyToken[] {
    const [inline] = parser.parseInline(source.trim(), this.#context.env)
    const start = offset + source.search(/\S/)
    const at = this.#at
    return this.#inline(this.#checked(inline!, 'cell', (index) => at(start + index)))
  }

  /** A box to tick begins an item; the first sign of a cell may be text. */
  #kindOf(inline: Token): MarkedText {
    if (!inline.map) return 'cell'
    const [before, paragraph] = this.#out.slice(-2)
    return before?.type === 'list_item_open' || paragraph?.type === 'list_item_open' ? 'item' : 'paragraph'
  }

  #readSigns({ text, placeAt }: ReturnType<typeof seenText>): void {
    for (const sign of shortSigns(text)) this.#context.report(signDiagnostic(sign, placeAt(sign.index)))
    // In a heading a space may be where it breaks.
    if (this.#out.at(-1)?.type === 'heading_open') return
    this.hanLatinSpaces.push(...hanLatinSpaces(text).map(placeAt))
    if (this.#verse > 0 || /^t[dh]_open$/.test(this.#out.at(-1)?.type ?? '')) return
    this.wideSpaces.push(...[...text.matchAll(/\u3000+/g)].map(({ index }) => placeAt(index)))
  }

  #inline(children: readonly PlacedChild[], breaks: Place[] | null = null): BodyToken[] {
    const { report, articles } = this.#context
    const verse = this.#verse > 0
    return inlineTokens(children, { report, articles, calls: this.#calls, verse, citations: this.citations, breaks })
  }

  #headingText(children: readonly PlacedChild[]): BodyToken[] {
    const breaks: Place[] = []
    return dividingBreaks(this.#inline(children, breaks), breaks, this.#context.report)
  }

  #paragraph(open: Token, inline: Token, close: Token, next: Token | undefined): void {
    const outermost = open.level === 0 && this.#calls !== null
    if (outermost && inline.content.trim() === jumpMark) {
      this.#out.push({ ...plainToken(open, this.#lines(open)), type: 'jump', tag: '', nesting: 0 })
      return
    }
    const children = this.#placed(inline)
    const alone = outermost ? loneImages(children) : null
    if (alone) {
      for (const [i, lone] of alone.entries()) {
        if (i > 0) this.#report('manuscript/image-inline', lone.image.place)
        const source = { ...lone, content: inline.content, counter: this.#figures, report: this.#context.report }
        const figure = figureToken(open, { ...source, inline: (part) => this.#part(part) })
        this.pictures.push({ src: figure.meta!.figure!.src, place: lone.image.place })
        this.#out.push(figure)
      }
      return
    }
    const caption = inline.content.startsWith(captionMark)
    if (caption && next?.type === 'table_open') {
      this.#tables.caption(this.#inline(children))
      return
    }
    if (caption) this.#report('manuscript/caption-alone', children[0]!.place)
    const ends = next?.type === 'blockquote_close' || next?.type === 'container_verse_close'
    const from = ends ? this.#attributionStart(children) : -1
    const [first, last] = this.#lines(open)!
    // A whole paragraph keeps its lines; a source on the last line becomes a paragraph of its own.
    const source = from < 0 ? last + 1 : children[from]!.place.line!
    const before = from < 0 ? children : children.slice(0, Math.max(0, from - 1))
    if (before.length > 0) this.#paragraphs(open, inline, close, before, [first, source - 1])
    if (from >= 0) this.#wrapped(open, inline, close, children.slice(from), [source, last], { role: 'attribution' })
  }

  /** One paragraph, or as many as typed indents begin inside it. */
  #paragraphs(
    open: Token,
    inline: Token,
    close: Token,
    children: readonly PlacedChild[],
    [first, last]: readonly [number, number],
  ): void {
    let from = 0
    let line = first
    let depth = 0
    children.forEach(({ token, place }, i) => {
      depth += token.nesting
      const next = children[i + 1]?.place.line
      if (!/^(?:soft|hard)break$/.test(token.type) || depth > 0 || !next || open.hidden || this.#verse > 0) return
      if (next === place.line || !beginsParagraph(this.#context.locator.lines[next - 1])) return
      this.#wrapped(open, inline, close, children.slice(from, i), [line, next - 1])
      from = i + 1
      line = next
    })
    this.#wrapped(open, inline, close, children.slice(from), [line, last])
  }

  #wrapped(
    open: Token,
    inline: Token,
    close: Token,
    children: readonly PlacedChild[],
    map: readonly [number, number],
    meta: BodyToken['meta'] = null,
  ): void {
    this.#push(open, null, map, meta)
    this.#push(inline, this.#inline(children), map)
    this.#push(close, null)
  }

  /** Index of the child that begins the source of a quotation or verse: the last line, and not the only one. */
  #attributionStart(children: readonly PlacedChild[]): number {
    const isBreak = ({ token }: PlacedChild): boolean => token.type === 'softbreak' || token.type === 'hardbreak'
    const start = children.findLastIndex(isBreak) + 1
    const alone = start === 0 && /^(blockquote|container_verse)_open$/.test(this.#out.at(-1)?.type ?? '')
    // Emphasis that runs over the break would be cut in two.
    const whole = children.slice(0, start).reduce((depth, { token }) => depth + token.nesting, 0) === 0
    const first = children[start]?.token
    return !alone && whole && first?.type === 'text' && first.content.startsWith(attributionMark) ? start : -1
  }
}

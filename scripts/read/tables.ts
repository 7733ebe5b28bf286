/** The tables of one article in, row by row; their numbers and captions, and rows that do not fit, out. */
import type { Token } from 'markdown-it'
import type { BodyToken, TokenMeta } from '../model/body.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { partId } from '../model/ids.ts'
import type { Locator } from './positions.ts'

/** Begins the paragraph before a table that is its caption. */
export const captionMark = '表：'

interface Context {
  readonly article: string
  readonly report: (d: Diagnostic) => void
  readonly locator: Locator
}

export class TableReader {
  /** Of the row that cells, which have no lines of their own, stand in. */
  line = 0
  readonly #context: Context
  #count = 0
  #captioned = 0
  /** Line of the table's head, and its columns. */
  #head = 0
  #columns = 0
  #caption: readonly BodyToken[] = []

  constructor(context: Context) {
    this.#context = context
  }

  /** Inline tokens of the paragraph before the next table, its mark included. */
  caption([first, ...rest]: readonly BodyToken[]): void {
    const content = first!.content.slice(captionMark.length).trimStart()
    this.#caption = [...(content ? [{ ...first!, content }] : []), ...rest]
  }

  open(token: Token): NonNullable<TokenMeta['table']> {
    this.#head = token.map![0] + 1
    this.#count += 1
    const caption = this.#caption
    this.#caption = []
    const captioned = caption.length > 0
    if (captioned) this.#captioned += 1
    return {
      id: partId(this.#context.article, 'table', this.#count),
      number: captioned ? this.#captioned : 0,
      ...(captioned && { caption }),
    }
  }

  /** markdown-it drops what a row has more than the head. */
  row(token: Token): void {
    const { locator, report } = this.#context
    this.line = token.map![0] + 1
    const source = locator.lines[this.line - 1]!.replace(/^[\s>]*\|?/, '').replace(/(?<!\\)\|\s*$/, '')
    const cells = source.split(/(?<!\\)\|/).length
    if (this.line === this.#head) this.#columns = cells
    else if (cells > this.#columns)
      report(diagnostic('manuscript/table-row', locator.line(this.line), { cells, columns: this.#columns }))
  }
}

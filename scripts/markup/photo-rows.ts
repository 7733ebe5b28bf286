/** The body of a photo page in; its text and its pictures, row by row, out. */
import type { BodyToken } from '../model/body.ts'

export interface Row {
  /** Running text, one picture as wide as the page, or pictures side by side. */
  readonly kind: 'text' | 'wide' | 'pair'
  readonly tokens: BodyToken[]
}

/** Pictures that stand side by side. */
const abreast = 2

/** Pictures inside a list or a quotation stay where they are. */
export function rowsOf(tokens: readonly BodyToken[]): Row[] {
  const rows: Row[] = []
  let depth = 0
  for (const token of tokens) {
    const span = depth === 0 ? token.meta?.figure?.span : undefined
    const kind = span === undefined ? 'text' : span === 'page' ? 'wide' : 'pair'
    const last = rows.at(-1)
    const goesOn = last?.kind === kind && (kind === 'text' || (kind === 'pair' && last.tokens.length < abreast))
    if (last && goesOn) last.tokens.push(token)
    else rows.push({ kind, tokens: [token] })
    depth += token.nesting
  }
  return rows
}

/** In: the text of an article on its pages and its blocks. Out: the same without the heads that its tables show again in further columns. */
import { type Block, wordsOf } from './blocks.ts'
import { join, type LocatedText, part } from './located-text.ts'

interface Table {
  /** The words of its head, with the numbers of notes in each form. */
  readonly heads: readonly string[]
  /** How each row of its body begins and ends. */
  readonly rows: readonly { readonly begins: string; readonly ends: string }[]
}

/** Characters by which a row is known. */
const known = 12

/** Every row has as many cells as the head. */
function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block, i) => {
    if (block.kind !== 'table') return []
    const after = blocks.slice(i + 1)
    const end = after.findIndex(({ kind }) => kind !== 'cell')
    const cells = after.slice(0, end < 0 ? after.length : end)
    const columns = cells.filter(({ heads }) => heads).length
    const head = cells.slice(0, columns)
    const heads = [...new Set([wordsOf(head), wordsOf(head, 'circled')])].filter((words) => words !== '')
    const rows = cells.slice(columns).flatMap((_, k, body) => {
      const words = k % columns === 0 ? wordsOf(body.slice(k, k + columns)) : ''
      return words === '' ? [] : [{ begins: words.slice(0, known), ends: words.slice(-known) }]
    })
    return heads.length > 0 && rows.length > 1 ? [{ heads, rows }] : []
  })
}

/**
 * A head stands again at the top of a column, between two rows that follow each other. What stands elsewhere is a doubled text,
 * and so is whatever a file says twice that has no columns.
 */
export function withoutRepeatedHeads(located: LocatedText, blocks: readonly Block[]): LocatedText {
  const { text, runs, starts } = located
  if (!runs.some(({ size }) => size > 0)) return located
  const cuts: (readonly [number, number])[] = []
  for (const { heads, rows } of tablesIn(blocks)) {
    const between = (at: number, end: number): boolean =>
      rows.some(({ ends }, r) => rows[r + 1] && text.startsWith(rows[r + 1]!.begins, end) && text.endsWith(ends, at))
    starts.forEach((at, i) => {
      const [run, before] = [runs[i]!, runs[i - 1]]
      const turned = before && (before.place.page !== run.place.page || run.y > before.y + run.size)
      const head = turned ? heads.find((words) => text.startsWith(words, at)) : undefined
      if (head !== undefined && between(at, at + head.length)) cuts.push([at, at + head.length])
    })
  }
  if (cuts.length === 0) return located
  const kept: LocatedText[] = []
  let from = 0
  for (const [at, end] of cuts.sort((a, b) => a[0] - b[0])) {
    if (at < from) continue
    kept.push(part(located, from, at))
    from = end
  }
  return join(...kept, part(located, from, text.length))
}

/** In: a Table of the structure tree. Out: whether its cells fill a grid, and which of them no header reaches. */
import { isList, textOf } from '../pdf/syntax.ts'
import { elementsOf, type TagElement } from './read/tree.ts'

const rowGroups = new Set(['THead', 'TBody', 'TFoot'])

/** Rows of the table in order; those of a table inside a cell are not among them. */
const rowsOf = (table: TagElement): TagElement[] =>
  elementsOf(table).flatMap((kid) =>
    kid.standard === 'TR' ? [kid] : rowGroups.has(kid.standard ?? '') ? elementsOf(kid).filter(isRow) : [],
  )
const isRow = ({ standard }: TagElement): boolean => standard === 'TR'
const isCell = ({ standard }: TagElement): boolean => standard === 'TH' || standard === 'TD'

const span = (cell: TagElement, key: 'RowSpan' | 'ColSpan'): number => {
  const value = cell.attributes.get(key)
  return typeof value === 'number' && value >= 1 ? Math.floor(value) : 1
}

interface Grid {
  /** Two cells take the same place. */
  readonly overlaps: boolean
  /** Rows have different numbers of columns, or cells reach below the last row. */
  readonly uneven: boolean
}

/** Lays the cells out by their spans: each takes the first free place of its row (ISO 32000-1 table 349). */
export function tableGrid(table: TagElement): Grid {
  const rows = rowsOf(table)
  const taken = rows.map(() => new Set<number>())
  let overlaps = false
  let below = false
  rows.forEach((row, r) => {
    let column = 0
    for (const cell of elementsOf(row).filter(isCell)) {
      while (taken[r]!.has(column)) column++
      for (let down = 0; down < span(cell, 'RowSpan'); down++) {
        for (let right = 0; right < span(cell, 'ColSpan'); right++) {
          const line = taken[r + down]
          if (!line) below = true
          else if (line.has(column + right)) overlaps = true
          else line.add(column + right)
        }
      }
      column += span(cell, 'ColSpan')
    }
  })
  const widths = new Set(taken.map((line) => line.size))
  return { overlaps, uneven: below || widths.size > 1 }
}

const scopes = new Set(['/Row', '/Column', '/Both'])

/** Headers without a scope, unless every other cell names its headers (ISO 32000-1 14.8.5.7). */
export function unheadedCells(table: TagElement): TagElement[] {
  const cells = rowsOf(table).flatMap((row) => elementsOf(row).filter(isCell))
  const headers = cells.filter(({ standard }) => standard === 'TH')
  const ids = new Set(headers.map(({ id }) => id))
  const named = (cell: TagElement): boolean => {
    const list = cell.attributes.get('Headers')
    return isList(list) && list.length > 0 && list.every((id) => ids.has(textOf(id)))
  }
  if (cells.filter(({ standard }) => standard === 'TD').every(named)) return []
  return headers.filter(({ attributes }) => !scopes.has(String(attributes.get('Scope'))))
}

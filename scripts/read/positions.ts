/** An inline token and its file in; the place of every child out. markdown-it keeps lines of blocks only. */
import type { Token } from 'markdown-it'
import type { Place } from '../model/place.ts'
import { parser } from './parser.ts'

/** Offset of every child in the content it was parsed from, by walking both side by side. */
export function childOffsets(content: string, children: readonly Token[]): number[] {
  let cursor = 0
  const take = (piece: string): number => {
    const found = piece === '' ? cursor : content.indexOf(piece, cursor)
    if (found < 0) return cursor
    cursor = found + piece.length
    return found
  }
  return children.map((child) => {
    switch (child.type) {
      case 'text':
        return take(child.content)
      case 'softbreak':
      case 'hardbreak':
        return take('\n')
      case 'code_inline': {
        const start = take(child.markup)
        take(child.markup)
        return start
      }
      case 'footnote_ref':
        return take(`[^${String(child.meta?.label)}]`)
      case 'link_open':
        return take(child.markup === 'autolink' ? '<' : '[')
      case 'link_close': {
        const start = take(child.markup === 'autolink' ? '>' : ']')
        if (child.markup !== 'autolink') cursor = afterTarget(content, cursor)
        return start
      }
      case 'image': {
        const start = take('![')
        cursor = afterTarget(content, cursor + child.content.length + 1)
        return start
      }
      default:
        return take(child.markup)
    }
  })
}

/** Where the title of a link or picture stands, without its quotation marks; `open` is the position of the bracket before its target. */
export function titleOf(content: string, open: number): { from: number; to: number } | null {
  if (content[open] !== '(') return null
  const skip = (from: number): number => from + /^\s*/.exec(content.slice(from))![0].length
  const target = parser.helpers.parseLinkDestination(content, skip(open + 1), content.length)
  const from = skip(target.ok ? target.pos : open + 1)
  const title = parser.helpers.parseLinkTitle(content, from, content.length)
  return title.ok ? { from: from + 1, to: title.pos - 1 } : null
}

/** The position after `(target "title")`; where there is none, as it was. */
function afterTarget(content: string, open: number): number {
  if (content[open] !== '(') return open
  const skip = (from: number): number => from + /^\s*/.exec(content.slice(from))![0].length
  const target = parser.helpers.parseLinkDestination(content, skip(open + 1), content.length)
  const afterDestination = skip(target.ok ? target.pos : open + 1)
  const title = parser.helpers.parseLinkTitle(content, afterDestination, content.length)
  const close = content.indexOf(')', title.ok ? title.pos : afterDestination)
  return close < 0 ? open : close + 1
}

/** Index of the last of rising numbers that is not above a limit; 0 if all are. */
export function lastUpTo(rising: readonly number[], limit: number): number {
  let low = 0
  let high = rising.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (rising[middle]! <= limit) low = middle
    else high = middle - 1
  }
  return low
}

/** Turns offsets in inline content into lines and columns of the file; one for a file, as cells of one row follow each other. */
export class Locator {
  readonly file: string
  readonly lines: readonly string[]
  readonly #taken = new Map<number, number>()

  constructor(file: string, lines: readonly string[]) {
    this.file = file
    this.lines = lines
  }

  /** `line` counts from 1. Call once an inline token, in the order of the file. */
  inline(content: string, line: number): (offset: number) => Place {
    const pieces = content.split('\n')
    const starts = pieces.map((piece, i) => {
      const source = this.lines[line - 1 + i] ?? ''
      const text = piece.trim()
      const found = source.indexOf(text, this.#taken.get(line + i) ?? 0)
      if (found < 0) return source.length - source.trimStart().length
      this.#taken.set(line + i, found + text.length)
      return found - (piece.length - piece.trimStart().length)
    })
    const breaks = [0]
    for (const piece of pieces) breaks.push(breaks.at(-1)! + piece.length + 1)
    breaks.pop()
    return (offset) => {
      const i = lastUpTo(breaks, offset)
      return { file: this.file, line: line + i, column: starts[i]! + offset - breaks[i]! + 1 }
    }
  }

  /** The first character of a line that is not a space. */
  line(line: number): Place {
    return { file: this.file, line, column: this.lines[line - 1]!.search(/\S|$/) + 1 }
  }
}

/** In: text. Out: how many terminal cells it takes, where to cut it, and padding that puts a caret under a character. */
import { eastAsianWidth } from 'get-east-asian-width'

const none = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u

/** Cells of one character: 0, 1 or 2. A tab counts as 1, and so do “ ” — …, as terminals show them unless told otherwise. */
const cellsOf = (character: string): number =>
  character === '\t' ? 1 : none.test(character) ? 0 : eastAsianWidth(character.codePointAt(0)!)

/** Terminal cells of a text on one line. */
export function cells(text: string): number {
  let sum = 0
  for (const character of text) sum += cellsOf(character)
  return sum
}

/** The longest beginning of a text that fits into `room` cells, with … for what was cut off. */
export function shorten(text: string, room: number): string {
  if (cells(text) <= room) return text
  let kept = ''
  let used = 1
  for (const character of text) {
    used += cellsOf(character)
    if (used > room) break
    kept += character
  }
  return `${kept}…`
}

/** Spaces as wide as the text: an ideographic space for each full-width character, so that fonts cannot pull them apart. */
export const spaces = (text: string): string =>
  Array.from(text, (character) => (character === '\t' ? '\t' : ['', ' ', '　'][cellsOf(character)])).join('')

/** Text followed by blanks up to `room` cells. */
export const padTo = (text: string, room: number): string => text + ' '.repeat(Math.max(0, room - cells(text)))

/**
 * The part of a line around a column, and the blanks that lead a caret to it.
 * `column` counts UTF-16 units from 1; a manuscript's paragraph is one line, so it may be far longer than the terminal.
 */
export function excerpt(line: string, column: number, room: number): { text: string; indent: string } {
  const at = Math.min(column - 1, line.length)
  let start = at
  let end = at
  let used = 2 // for the … at both ends
  const before = Array.from(line.slice(0, at))
  const after = Array.from(line.slice(at))
  while (before.length > 0 || after.length > 0) {
    const left = before.at(-1)
    const right = after[0]
    // The context before the fault gets at most half of the room, unless there is nothing more to show after it.
    const takeLeft = left !== undefined && (right === undefined || cells(line.slice(start, at)) * 2 < room)
    const next = takeLeft ? left : right
    if (next === undefined || used + cellsOf(next) > room) break
    used += cellsOf(next)
    if (takeLeft) start -= before.pop()?.length ?? 0
    else end += after.shift()?.length ?? 0
  }
  const lead = start > 0 ? '…' : ''
  const text = lead + line.slice(start, end) + (end < line.length ? '…' : '')
  return { text, indent: spaces(lead + line.slice(start, at)) }
}

/** Lines of Markdown in; the same without the white space that was typed as an indent, and which lines had some, out. */

export interface Unindented {
  readonly lines: readonly string[]
  /** Indices of the lines that lost something. */
  readonly dropped: readonly number[]
}

/** White space that Markdown takes for text: U+3000, the spaces of typesetting, and the entities that web pages indent with. */
const wide = '(?:[\\u3000\\u2000-\\u200a]|&(?:emsp|ensp|thinsp|nbsp|#12288|#x3000|#160|#xa0);)'
const indent = new RegExp(`(?:${wide}[ \\t]*)+`, 'iy')
const trailing = new RegExp(`${wide}+(?=[ \\t]*$)`, 'i')
/** What may stand before the text of a block: quotation, list item, definition, heading, note. */
const opener = /[ \t]*(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)]|:|#{1,6}|\[\^[^\]\s]+\]:)[ \t]+)|[ \t]+/y
/** A heading whose only space is a wide one would be none. */
const wideHeading = /^([ \t]*#{1,6})[\u3000\u2000-\u200a]/
const fence = /^[ \t>]*(`{3,}|~{3,})/
const container = /^[ \t>]*:{3,}[ \t]*(\S*)/

function withoutIndent(line: string): string {
  const source = line.replace(wideHeading, '$1 ')
  let at = 0
  let kept = ''
  for (;;) {
    indent.lastIndex = at
    const found = indent.exec(source)
    if (found) at = indent.lastIndex
    opener.lastIndex = at
    const marker = opener.exec(source)
    if (marker) {
      at = opener.lastIndex
      kept += marker[0]
    }
    if (!found && !marker) break
  }
  return (kept + source.slice(at)).replace(trailing, '')
}

/**
 * Offices indent a paragraph by two U+3000, which Markdown takes for characters of the text: the layout would indent twice, and
 * a list, a heading or a picture behind them would be none. Code keeps them, and lines of verse, whose indents are the poet's.
 */
export function dropIndents(lines: readonly string[]): Unindented {
  const dropped: number[] = []
  let fenced: string | undefined
  let verse = false
  const out = lines.map((line, i) => {
    const mark = fence.exec(line)?.[1]
    if (fenced !== undefined) {
      if (mark?.startsWith(fenced)) fenced = undefined
      return line
    }
    if (mark) {
      fenced = mark
      return line
    }
    const contained = container.exec(line)
    if (contained) verse = contained[1] === 'verse'
    const bare = withoutIndent(line)
    const result = verse && bare.trim() !== '' ? line : bare
    if (result !== line) dropped.push(i)
    return result
  })
  return { lines: out, dropped }
}

const twoEms = /^[ \t>]*(?:\u3000{2}|\u2003{2}|(?:&emsp;){2})/i

/** Below a line of text, a line with an indent of two ems is meant as a paragraph of its own, blank line or not. */
export const beginsParagraph = (line: string | undefined): boolean => twoEms.test(line ?? '')

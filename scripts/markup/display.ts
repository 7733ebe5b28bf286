/** A title to the letter in, its display form out: where the line may break, each part is kept whole. */
import { escapeHtml } from './escape.ts'

/** Han and the marks that are as wide as Han: a space between two of them marks where a display line may break. */
const wide = '[\\p{Script=Han}\\u2014\\u2018-\\u201d\\u2026\\u3001-\\u301f\\uff01-\\uff60]'
const space = new RegExp(`(?<=${wide}) (?=${wide})`, 'u')
/** Where a line may break and nothing shows it: at `|`, and after a mark that closes a sense. */
const silent = /(?<!\\)\||(?<=[，、；：])(?!$)/u

/** A part longer than this may be wider than its line, and is then left to break by itself. Characters. */
const longest = 16

/** A bar that is printed is written `\|`. */
const plain = (text: string): string => text.replaceAll('\\|', '|')

const part = (text: string): string =>
  `<span class="sense${[...text].length > longest ? ' long' : ''}">${escapeHtml(plain(text))}</span>`

/** One line of text, with a full-width space where the display line may break. */
export const titleText = (title: string): string => title.split(space).join('　')

/**
 * HTML and XHTML alike.
 * @param withBreaks a title with `|`, not behind a backslash, where the line may break without a space, or without any.
 */
export function displayHtml(withBreaks: string): string {
  const groups = withBreaks.split(space).map((group) => group.split(silent))
  if (groups.flat().length > 1) return groups.map((group) => group.map(part).join('<wbr/>')).join('　')
  // `keep-all` lets a line break before an opening mark.
  return /[^“‘《〈（「『][“‘《〈（「『]/u.test(withBreaks) ? part(withBreaks) : escapeHtml(plain(withBreaks))
}

/**
 * The same for a vertical title, where each part is a column. Its quotation marks stand upright, and the font's `vert`
 * feature gives them the form of corner brackets; left alone they lie on their side (Unicode Vertical_Orientation R).
 */
export const verticalHtml = (withBreaks: string): string =>
  columnsOf(withBreaks)
    .map((column) => `<span class="sense">${escapeHtml(column)}</span>`)
    .join('')
    .replace(/[“”‘’]/g, (mark) => `<span class="upright">${mark}</span>`)

/** The columns of a vertical title. */
export const columnsOf = (withBreaks: string): string[] =>
  withBreaks.split(space).flatMap((group) => group.split(/(?<!\\)\|/).map(plain))

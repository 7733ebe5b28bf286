/** A title to the letter in, its display form out: where the line may turn, each part is kept whole. */
import { escapeHtml } from './escape.ts'

/** Han and the marks that are as wide as Han: a space between two of them marks where a display line may turn. */
const wide = '[\\p{Script=Han}\\u2014\\u2018-\\u201d\\u2026\\u3001-\\u301f\\uff01-\\uff60]'
const turn = new RegExp(`(?<=${wide}) (?=${wide})`, 'u')

const part = (text: string): string => `<span class="sense">${escapeHtml(text)}</span>`

/** One line of text, with a full-width space where the display line may turn. */
export const titleText = (title: string): string => title.split(turn).join('　')

/** HTML and XHTML alike. */
export function displayHtml(title: string): string {
  const parts = title.split(turn)
  return parts.length === 1 ? escapeHtml(title) : parts.map(part).join('　')
}

/**
 * The same for a vertical title, where each part is a column. Its quotation marks stand upright, and the font's `vert`
 * feature gives them the form of corner brackets; left alone they lie on their side (Unicode Vertical_Orientation R).
 */
export const verticalHtml = (title: string): string =>
  title
    .split(turn)
    .map(part)
    .join('')
    .replace(/[“”‘’]/g, (mark) => `<span class="upright">${mark}</span>`)

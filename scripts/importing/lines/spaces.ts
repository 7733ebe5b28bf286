/** Lines in, the same without the spaces that OCR set between Han out. */

const wide = '[\\p{Script=Han}，。、；：！？“”‘’（）《》〈〉【】〔〕「」『』…—·]'
const spaced = new RegExp(`(?<=${wide}) +(?=${wide})`, 'gu')
const pair = new RegExp(`${wide}(?= *${wide})`, 'gu')

/** Share of neighbours that a space parts, and how many there are. */
function spacing(text: string): { share: number; pairs: number } {
  const pairs = [...text.matchAll(pair)].length
  return { share: pairs === 0 ? 0 : [...text.matchAll(spaced)].length / pairs, pairs }
}

/**
 * A line of more than eight characters with spaces in more than half of its gaps was set by OCR and not by a writer. Where such
 * lines are the rule, a short line with all its gaps spaced (a title, a name) is one too.
 */
export function ocrSpaced(lines: readonly string[]): (text: string) => boolean {
  const long = lines.map(spacing).filter(({ pairs }) => pairs >= 8)
  const rule = long.length >= 2 && long.filter(({ share }) => share > 0.5).length > long.length / 2
  return (text) => {
    const { share, pairs } = spacing(text)
    return (pairs >= 8 && share > 0.5) || (rule && pairs >= 1 && share > 0.9)
  }
}

/** Two spaces in a row there were a space of the text. */
export const withoutSpaces = (text: string): string =>
  text.replace(spaced, (run) => (run.length >= 3 ? ' ' : '')).trim()

/** The lines of a paragraph in; items that were typed one a line without blank lines between, and so run on in print, out. */

const numbers: readonly RegExp[] = [
  /^[\d０-９]{1,2}[）)．、.](?![\d０-９])\s*\S/u,
  /^[（(][\d０-９一二三四五六七八九十]{1,3}[）)]\s*\S/u,
  /^[①-⑳⑴-⒇]\s*\S/u,
  /^[一二三四五六七八九十]{1,3}[、．]\s*\S/u,
  /^[A-Za-z][）)．、.]\s*\S/u,
  /^第[一二三四五六七八九十]{1,3}[，、]/u,
  /^(?:问|答|记者|[甲乙丙丁])[：:]/u,
  /^——(?!$)\S/u,
]
const bullet = /^[●○■□◆◇▲△★☆※➢➤✓✔－]\s*\S/u

/**
 * One bullet at the start of a line is enough; a number may stand there by chance, two of one kind do not.
 * @param folds indices of line feeds that print does not keep.
 */
export function joinedItems(text: string, folds: ReadonlySet<number>): { index: number; written: string } | null {
  if (folds.size === 0) return null
  const lines: { index: number; line: string; folded: boolean }[] = []
  let index = 0
  for (const line of text.split('\n')) {
    lines.push({ index, line, folded: folds.has(index - 1) })
    index += line.length + 1
  }
  const first = lines.find(({ line, folded }) => folded && bullet.test(line))
  const found = first ?? numbers.flatMap((form) => listed(lines, form)).toSorted((a, b) => a.index - b.index)[0]
  return found ? { index: found.index, written: [...found.line].slice(0, 12).join('') } : null
}

function listed<Line extends { line: string; folded: boolean }>(lines: readonly Line[], form: RegExp): Line[] {
  const items = lines.filter(({ line }) => form.test(line))
  return items.length < 2 ? [] : items.filter(({ folded }) => folded).slice(0, 1)
}

/** A table before its pagination in; what each of its columns needs, measured, out. */

/** Widths in px, without the padding of cells. */
export interface Needs {
  /** Of the longest word or number that must not be torn. */
  readonly hard: number
  /** That word. */
  readonly word: string
  /** Of short cells on one line, too: a name of two or three characters is not divided. */
  readonly soft: number
  /** Of the longest cell on one line. */
  readonly full: number
  /** Of one character. */
  readonly least: number
}

/** Han that a short cell may have; more are divided where there is no room. */
const short = 4
/** Latin letters and figures without a break that are still one word: addresses are longer, and turn where they can. */
const longest = 16

/** A word in the sense of the line: Latin letters and figures with what belongs to them, or one Han with its marks. */
const words =
  /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef][，、；：？！。）」』》〉％]*/gu
const mixed = /[A-Za-z0-9][\p{Script=Han}]|[\p{Script=Han}][A-Za-z0-9]/gu

/** Between Han and Latin letters Chromium sets an eighth of an em; what is rounded must not turn a line. */
const autospace = 0.125
const rounding = 1

export function columnNeeds(table: HTMLTableElement): Needs[] {
  const context = document.createElement('canvas').getContext('2d')!
  const columns = Array.from({ length: table.rows[0]?.cells.length ?? 0 }, () => ({
    hard: 0,
    word: '',
    soft: 0,
    full: 0,
    least: 0,
  }))
  const fonts = new Map<string, { font: string; size: number }>()
  for (const row of table.rows) {
    for (const cell of row.cells) {
      const column = columns[cell.cellIndex]
      if (!column) continue
      const known = fonts.get(cell.tagName)
      const style = known ? null : getComputedStyle(cell)
      const { font, size } = known ?? {
        font: `${style!.fontWeight} ${style!.fontSize} ${style!.fontFamily}`,
        size: Number.parseFloat(style!.fontSize),
      }
      fonts.set(cell.tagName, { font, size })
      context.font = font
      const width = (text: string): number => context.measureText(text).width + rounding
      column.least = Math.max(column.least, size)
      for (const line of textOf(cell).split('\n')) {
        const spaces = (line.match(mixed)?.length ?? 0) * autospace * size
        const whole = width(line) + spaces
        column.full = Math.max(column.full, whole)
        for (const word of line.match(words) ?? []) {
          const own = [...word].length > longest ? width(word.slice(0, longest)) : width(word)
          if (own <= column.hard) continue
          column.hard = own
          column.word = word
        }
        if ([...line].length <= short) column.soft = Math.max(column.soft, whole)
      }
      column.soft = Math.max(column.soft, column.hard, Math.min(column.full, short * size))
    }
  }
  return columns
}

/** Without annotations of ruby; forced breaks as line feeds. */
function textOf(cell: HTMLElement): string {
  const copy = cell.cloneNode(true) as HTMLElement
  for (const annotation of copy.querySelectorAll('rt, rp')) annotation.remove()
  for (const turn of copy.querySelectorAll('br')) turn.replaceWith('\n')
  return copy.textContent ?? ''
}

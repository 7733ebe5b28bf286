/** Lines of YAML while they are mended: text in, and where each character stood in the file out. */

/** `from[i]` is where the i-th character stood in its line of the file, in UTF-16 units from 0. */
export interface Row {
  readonly text: string
  readonly from: readonly number[]
}

export const rowOf = (text: string): Row => ({ text, from: Array.from({ length: text.length }, (_, i) => i) })

/** Where the character at `at` stood; the end of the line for what is behind it. */
export const columnIn = ({ text, from }: Row, at: number): number =>
  at < text.length ? from[at]! : text.length === 0 ? 0 : from.at(-1)! + 1

/** The row with `length` characters at `at` replaced; what is put in stands where the first of them stood. */
export function spliced(row: Row, at: number, length: number, text: string): Row {
  const stood = columnIn(row, at)
  return {
    text: row.text.slice(0, at) + text + row.text.slice(at + length),
    from: [...row.from.slice(0, at), ...Array.from(text, () => stood), ...row.from.slice(at + length)],
  }
}

/** White space of any kind, and what it is worth in spaces. */
const indents = /^[ \t\u00a0\u2000-\u200a\u3000]*/
export const indentOf = (text: string): string => indents.exec(text)![0]
export const widthOf = (indent: string): number =>
  Array.from(indent).reduce((sum, sign) => sum + (sign === '\t' || sign === '\u3000' ? 2 : 1), 0)

export const isBare = (text: string): boolean => /^\s*(#|$)/.test(text)

/** The parts of a row: its indentation, its list signs, its key and where its value begins. */
export interface Shape {
  readonly indent: number
  /** Where what follows the list signs begins. */
  readonly start: number
  readonly dashed: boolean
  /** Null where no key is seen. */
  readonly key: string | null
  /** Where the value begins; behind the key, or `start`. */
  readonly value: number
}

export function shapeOf(text: string): Shape {
  const [all, indent, dashes] = /^([ \t\u00a0\u2000-\u200a\u3000]*)((?:-[ \t]+)*)/.exec(text)!
  const start = all.length
  const key = /^(["']?)([\w-]+)\1[ \t]*:(?:[ \t]+|$)/.exec(text.slice(start))
  return {
    indent: indent!.length,
    start,
    dashed: dashes !== '',
    key: key ? key[2]! : null,
    value: key ? start + key[0].length : start,
  }
}

/** Calls `visit` for every character from `at` on that stands in no quotes; a `#` after white space ends the row. */
export function outsideQuotes(text: string, at: number, visit: (sign: string, i: number) => void): void {
  const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’' }
  let close = ''
  for (let i = at; i < text.length; i += 1) {
    const sign = text[i]!
    if (close) {
      if (close === '"' && sign === '\\') i += 1
      else if (sign === close) close = ''
      continue
    }
    if (sign === '#' && /\s/.test(text[i - 1] ?? ' ')) return
    // A quotation mark opens only where a value may begin: “5' 40"” is text.
    const opens = sign === '“' || sign === '‘' || (sign in closing && /[\s[{,:，：［｛]/.test(text[i - 1] ?? ' '))
    if (opens && text.indexOf(closing[sign]!, i + 1) > 0) close = closing[sign]!
    else visit(sign, i)
  }
}

/** How many brackets the rows before leave open, as far as thirty lines up. */
export function openBefore(rows: readonly Row[], row: number): number {
  let open = 0
  for (let i = Math.max(0, row - 30); i < row; i += 1) {
    const { text } = rows[i]!
    const { value } = shapeOf(text)
    if (open === 0 && !/^[[{［｛]/.test(text.slice(value))) continue
    outsideQuotes(text, value, (sign) => {
      if ('[{［｛'.includes(sign)) open += 1
      else if (']}］｝'.includes(sign)) open = Math.max(0, open - 1)
    })
  }
  return open
}

/** In: a content stream as Latin-1 text. Out: its operators, one by one, with their operands (ISO 32000-1, 7.8.2). */

export type Operand = number | string | readonly Operand[]

/** Names keep their slash; `true`, `<<` and the like stand for themselves; strings are one character per byte after an apostrophe, so that no string is taken for a name. */
const tokenForm =
  /[\s\u0000]+|%[^\r\n]*|([-+]?(?:\d+\.?\d*|\.\d+))(?![^\s()<>[\]{}/%])|<([\dA-Fa-f\s]*)>|\/([^\s()<>[\]{}/%\u0000]*)|(\[)|(\])|(\()|(<<|>>)|([^\s()<>[\]{}/%\u0000]+)/y

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function literal(text: string, from: number): { value: string; end: number } {
  let value = ''
  let depth = 1
  let i = from
  for (; i < text.length; i++) {
    const c = text[i]!
    if (c === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(i + 1, i + 4))?.[0]
      const next = text[++i] ?? ''
      if (octal) {
        value += String.fromCharCode(Number.parseInt(octal, 8) & 255)
        i += octal.length - 1
      } else if (next === '\r' && text[i + 1] === '\n') i++
      else if (next !== '\r' && next !== '\n') value += escapes[next] ?? next
      continue
    }
    if (c === '(') depth++
    if (c === ')' && --depth === 0) break
    value += c
  }
  return { value, end: i + 1 }
}

function bytesOfHex(hex: string): string {
  const digits = /\s/.test(hex) ? hex.replace(/\s+/g, '') : hex
  let value = ''
  for (let i = 0; i < digits.length; i += 2)
    value += String.fromCharCode(Number.parseInt(digits.slice(i, i + 2).padEnd(2, '0'), 16))
  return value
}

/** Ends the data of an inline image (8.9.7): white space before it and behind it tells it from data. */
const imageEnd = /[\s\u0000]EI(?=[\s\u0000]|$)/g

/** Calls back for every operator: for an inline image for `ID` with the entries of its dictionary; its data is stepped over. */
export function eachOperator(text: string, call: (operator: string, operands: readonly Operand[]) => void): void {
  let operands: Operand[] = []
  const open: Operand[][] = []
  const put = (value: Operand) => (open.at(-1) ?? operands).push(value)
  // Reading one stream may lead to reading another, a font's, so the place in it is not shared.
  const token = new RegExp(tokenForm)
  while (token.lastIndex < text.length) {
    const match = token.exec(text)
    if (!match) return
    const [, number, hex, name, opening, closing, parenthesis, dictionary, operator] = match
    if (number !== undefined) put(Number(number))
    else if (hex !== undefined) put(`'${bytesOfHex(hex)}`)
    else if (name !== undefined) put(`/${name}`)
    else if (opening) open.push([])
    else if (closing) put(open.pop() ?? [])
    else if (parenthesis) {
      const { value, end } = literal(text, token.lastIndex)
      token.lastIndex = end
      put(`'${value}`)
    } else if (dictionary) put(dictionary)
    else if (operator === 'true' || operator === 'false' || operator === 'null') put(operator)
    else if (operator) {
      if (operator === 'ID') {
        const end = new RegExp(imageEnd)
        end.lastIndex = token.lastIndex
        token.lastIndex = end.test(text) ? end.lastIndex : text.length
      }
      call(operator, operands)
      operands = []
    }
  }
}

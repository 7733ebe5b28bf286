/** Twice on purpose (`press/pdf/content-stream.ts`). In: a content stream as Latin-1 text. Out: its operators with their operands (ISO 32000-1, 7.8.2). */

/**
 * Names keep their slash; `true`, `<<` and the like stand for themselves; strings are one character per byte after an
 * apostrophe, so that no string is taken for a name.
 */
export type Operand = number | string | readonly Operand[]

const isSpace = new Uint8Array(256)
const isRegular = new Uint8Array(256).fill(1)
for (const code of [0, 9, 10, 12, 13, 32]) isSpace[code] = 1
for (const character of '\0\t\n\f\r ()<>[]{}/%') isRegular[character.charCodeAt(0)] = 0
const hexValue = new Uint8Array(256)
for (let digit = 0; digit < 16; digit++)
  for (const form of [digit.toString(16), digit.toString(16).toUpperCase()]) hexValue[form.charCodeAt(0)] = digit

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const words = new Set(['true', 'false', 'null'])
const powers = Array.from({ length: 16 }, (_, i) => 10 ** i)

/** Ends the data of an inline image (8.9.7): white space before it and behind it tells it from data. */
const imageEnd = /[\s\u0000]EI(?=[\s\u0000]|$)/g

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

function bytesOfHex(text: string, from: number, end: number): string {
  let value = ''
  let high = -1
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i)
    if (isSpace[code]) continue
    if (high < 0) high = hexValue[code]! * 16
    else {
      value += String.fromCharCode(high + hexValue[code]!)
      high = -1
    }
  }
  return high < 0 ? value : value + String.fromCharCode(high)
}

/** The number that a word is (7.3.3); NaN where it is none. */
function numberOf(text: string, from: number, end: number): number {
  let whole = 0
  let digits = 0
  let point = -1
  const first = text.charCodeAt(from)
  for (let i = first === 45 || first === 43 ? from + 1 : from; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 46 && point < 0) point = digits
    else if (code >= 48 && code <= 57) {
      whole = whole * 10 + code - 48
      digits++
    } else return Number.NaN
  }
  if (digits === 0) return Number.NaN
  // Fifteen digits and a power of ten are exact, and so is their quotient rounded once.
  if (digits > 15) return Number(text.slice(from, end))
  const value = point < 0 ? whole : whole / powers[digits - point]!
  return first === 45 ? -value : value
}

/**
 * Calls back for every operator: for an inline image for `ID` with the entries of its dictionary; its data is stepped over.
 * @param strings without them, every string is an apostrophe alone, which is faster.
 */
export function eachOperator(
  text: string,
  call: (operator: string, operands: readonly Operand[]) => void,
  strings = true,
): void {
  let operands: Operand[] = []
  let target = operands
  const open: Operand[][] = []
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (isSpace[code]) at++
    else if (isRegular[code]) {
      let end = at + 1
      while (end < text.length && isRegular[text.charCodeAt(end)]) end++
      // Digits, signs and the point; no operator begins with one.
      const value = code < 58 ? numberOf(text, at, end) : Number.NaN
      const word = Number.isNaN(value) ? text.slice(at, end) : ''
      at = end
      if (word === '') target.push(value)
      else if (words.has(word)) target.push(word)
      else {
        if (word === 'ID') {
          const ending = new RegExp(imageEnd)
          ending.lastIndex = at
          at = ending.test(text) ? ending.lastIndex : text.length
        }
        call(word, operands)
        operands = []
        target = operands
        open.length = 0
      }
    } else if (code === 47) {
      let end = at + 1
      while (end < text.length && isRegular[text.charCodeAt(end)]) end++
      target.push(text.slice(at, end))
      at = end
    } else if (code === 91) {
      open.push(target)
      target = []
      at++
    } else if (code === 93) {
      const list = target
      target = open.pop() ?? operands
      if (list !== target) target.push(list)
      at++
    } else if (code === 40) {
      const { value, end } = literal(text, at + 1)
      target.push(strings ? `'${value}` : "'")
      at = end
    } else if (code === 37) {
      while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++
    } else if (code === 60 && text.charCodeAt(at + 1) !== 60) {
      const found = text.indexOf('>', at)
      const end = found < 0 ? text.length : found
      target.push(strings ? `'${bytesOfHex(text, at + 1, end)}` : "'")
      at = end + 1
    } else {
      const double = text.slice(at, at + 2)
      if (double === '<<' || double === '>>') target.push(double)
      // A stray delimiter is passed over alone.
      at += double === '<<' || double === '>>' ? 2 : 1
    }
  }
}

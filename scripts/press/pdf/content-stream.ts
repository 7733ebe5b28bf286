/**
 * Twice on purpose (`proof/pdf/content.ts`): the prover shares no code with the maker.
 * In: a content stream of a PDF as Latin-1 text, one character per byte. Out: its operations with their place in the text,
 * or the text with some operations replaced.
 */

export interface Operation {
  /** `rg`, `Tj`, `BDC` …; an inline image is one operation `BI` from BI to EI. */
  readonly operator: string
  /** The operands as they are spelt. */
  readonly operands: readonly string[]
  /** Offset of the first operand, or of the operator where it has none. */
  readonly start: number
  /** Offset behind the operator. */
  readonly end: number
}

/** What a character is (ISO 32000-1 7.2.2): white space and delimiters end a name, a number or an operator. */
const [regular, white, delimiter] = [0, 1, 2]
const kinds = new Uint8Array(0x10000)
for (const character of '\0\t\n\f\r ') kinds[character.charCodeAt(0)] = white
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = delimiter

/** Character codes; a stream is read by them, because a whole issue has millions of tokens. */
const code = {
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  percent: 0x25,
  open: 0x28,
  close: 0x29,
  plus: 0x2b,
  minus: 0x2d,
  point: 0x2e,
  slash: 0x2f,
  zero: 0x30,
  nine: 0x39,
  less: 0x3c,
  greater: 0x3e,
  bracket: 0x5b,
  backslash: 0x5c,
} as const

const inlineImageEnd = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g

/** Offset behind white space and comments. */
function endOfGap(source: string, at: number): number {
  let i = at
  for (; i < source.length; i++) {
    const c = source.charCodeAt(i)
    if (c === code.percent) {
      while (i + 1 < source.length) {
        const next = source.charCodeAt(i + 1)
        if (next === code.lineFeed || next === code.carriageReturn) break
        i++
      }
    } else if (kinds[c] !== white) break
  }
  return i
}

function endOfWord(source: string, at: number): number {
  let i = at
  while (i < source.length && kinds[source.charCodeAt(i)] === regular) i++
  return i
}

function endOfString(source: string, at: number): number {
  let depth = 0
  for (let i = at; i < source.length; i++) {
    const c = source.charCodeAt(i)
    if (c === code.backslash) i++
    else if (c === code.open) depth++
    else if (c === code.close && --depth === 0) return i + 1
  }
  return source.length
}

function endOfGroup(source: string, at: number, close: '>>' | ']'): number {
  let i = endOfGap(source, at)
  while (i < source.length && !source.startsWith(close, i)) i = endOfGap(source, endOfToken(source, i))
  return Math.min(i + close.length, source.length)
}

/** Offset behind the object or word that begins at `at`. */
function endOfToken(source: string, at: number): number {
  switch (source.charCodeAt(at)) {
    case code.open:
      return endOfString(source, at)
    case code.bracket:
      return endOfGroup(source, at + 1, ']')
    case code.less: {
      if (source.charCodeAt(at + 1) === code.less) return endOfGroup(source, at + 2, '>>')
      const close = source.indexOf('>', at)
      return close < 0 ? source.length : close + 1
    }
    case code.slash:
      return endOfWord(source, at + 1)
    default:
      // A stray delimiter is passed over alone, so that broken content cannot stop the reading.
      return Math.max(endOfWord(source, at), at + 1)
  }
}

/** A sign, digits and a point, in this order or with the point among the digits (7.3.3). */
function isNumber(source: string, start: number, end: number): boolean {
  const sign = source.charCodeAt(start)
  let digits = 0
  let points = 0
  for (let i = sign === code.plus || sign === code.minus ? start + 1 : start; i < end; i++) {
    const c = source.charCodeAt(i)
    if (c >= code.zero && c <= code.nine) digits++
    else if (c === code.point) points++
    else return false
  }
  return digits > 0 && points <= 1
}

function isOperand(source: string, start: number, end: number): boolean {
  const c = source.charCodeAt(start)
  if (c === code.open || c === code.bracket || c === code.less || c === code.slash) return true
  if (c <= code.nine) return isNumber(source, start, end)
  const word = end - start === 4 || end - start === 5 ? source.slice(start, end) : ''
  return word === 'true' || word === 'false' || word === 'null'
}

/** The operations of a content stream in order (ISO 32000-1 7.8.2). */
export function* operations(source: string): Generator<Operation> {
  let operands: string[] = []
  let start = -1
  let at = endOfGap(source, 0)
  while (at < source.length) {
    let end = endOfToken(source, at)
    if (start < 0) start = at
    if (isOperand(source, at, end)) operands.push(source.slice(at, end))
    else {
      let operator = source.slice(at, end)
      if (operator === 'ID') {
        inlineImageEnd.lastIndex = end
        end = inlineImageEnd.test(source) ? inlineImageEnd.lastIndex : source.length
        operator = 'BI'
      } else if (operator === 'BI') operator = ''
      if (operator) {
        yield { operator, operands, start, end }
        operands = []
        start = -1
      }
    }
    at = endOfGap(source, end)
  }
}

/** A place in a text, from `start` up to `end`, and what comes to stand there. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** @param changes in the order of the text; none overlaps another. */
export function changed(source: string, changes: readonly Change[]): string {
  let kept = 0
  const parts = changes.map(({ start, end, text }) => {
    const part = source.slice(kept, start) + text
    kept = end
    return part
  })
  return parts.join('') + source.slice(kept)
}

/** The text with each operation replaced for which `replace` gives a text; undefined keeps it as it is. */
export function rewrite(source: string, replace: (operation: Operation) => string | undefined): string {
  const changes: Change[] = []
  for (const operation of operations(source)) {
    const text = replace(operation)
    if (text !== undefined) changes.push({ start: operation.start, end: operation.end, text })
  }
  return changed(source, changes)
}

/** Operators that put ink on the page (ISO 32000-1 table 51): text, filled or stroked paths, shadings, XObjects, images. */
export const showsText: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"'])
export const paintsPath: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh'])
export const paintsImage: ReadonlySet<string> = new Set(['Do', 'BI'])

/** The marked-content identifier of a BDC with its properties in place, otherwise undefined. */
export function markedContentId({ operator, operands }: Operation): number | undefined {
  const id = operator === 'BDC' ? /\/MCID\s+(\d+)/.exec(operands[1] ?? '')?.[1] : undefined
  return id === undefined ? undefined : Number(id)
}

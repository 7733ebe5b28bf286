/**
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

// ISO 32000-1 7.2.2: white space and delimiters end a name, a number or an operator.
const gap = /(?:[\0\t\n\f\r ]+|%[^\r\n]*)*/y
const word = /[^\0\t\n\f\r ()<>[\]{}/%]*/y
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)$/
const inlineImageEnd = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g

function match(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(source) ? pattern.lastIndex : at
}

function endOfString(source: string, at: number): number {
  let depth = 0
  for (let i = at; i < source.length; i++) {
    const c = source[i]
    if (c === '\\') i++
    else if (c === '(') depth++
    else if (c === ')' && --depth === 0) return i + 1
  }
  return source.length
}

function endOfGroup(source: string, at: number, close: '>>' | ']'): number {
  let i = match(gap, source, at)
  while (i < source.length && !source.startsWith(close, i)) i = match(gap, source, endOfToken(source, i))
  return Math.min(i + close.length, source.length)
}

/** Offset behind the object or word that begins at `at`. */
function endOfToken(source: string, at: number): number {
  switch (source[at]) {
    case '(':
      return endOfString(source, at)
    case '[':
      return endOfGroup(source, at + 1, ']')
    case '<': {
      if (source[at + 1] === '<') return endOfGroup(source, at + 2, '>>')
      const close = source.indexOf('>', at)
      return close < 0 ? source.length : close + 1
    }
    case '/':
      return match(word, source, at + 1)
    default:
      // A stray delimiter is passed over alone, so that broken content cannot stop the reading.
      return Math.max(match(word, source, at), at + 1)
  }
}

const isOperand = (token: string): boolean =>
  '([</'.includes(token[0]!) || number.test(token) || token === 'true' || token === 'false' || token === 'null'

/** The operations of a content stream in order (ISO 32000-1 7.8.2). */
export function* operations(source: string): Generator<Operation> {
  let operands: string[] = []
  let start = -1
  let at = match(gap, source, 0)
  while (at < source.length) {
    let end = endOfToken(source, at)
    const token = source.slice(at, end)
    if (start < 0) start = at
    if (isOperand(token)) operands.push(token)
    else if (token !== 'BI') {
      if (token === 'ID') {
        inlineImageEnd.lastIndex = end
        end = inlineImageEnd.test(source) ? inlineImageEnd.lastIndex : source.length
      }
      yield { operator: token === 'ID' ? 'BI' : token, operands, start, end }
      operands = []
      start = -1
    }
    at = match(gap, source, end)
  }
}

/** The text with each operation replaced for which `replace` gives a text; undefined keeps it as it is. */
export function rewrite(source: string, replace: (operation: Operation) => string | undefined): string {
  const parts: string[] = []
  let kept = 0
  for (const operation of operations(source)) {
    const text = replace(operation)
    if (text === undefined) continue
    parts.push(source.slice(kept, operation.start), text)
    kept = operation.end
  }
  return kept === 0 ? source : parts.join('') + source.slice(kept)
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

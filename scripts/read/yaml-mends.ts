/**
 * Lines that YAML cannot read, and one of them, in; ways to read it all the same, each with what is wrong, out. Whether a way
 * helps is tried by who asks: a rule only says what it would be.
 */
import type { PhraseKey } from '../model/codes/phrases.ts'
import type { Facts } from '../model/diagnostic.ts'
import { knownKeys } from './vocabulary.ts'
import { indentRules } from './yaml-indents.ts'
import type { Mend, MendRule } from './yaml-mend.ts'
import { columnIn, isBare, openBefore, outsideQuotes, type Row, rowOf, shapeOf, spliced } from './yaml-rows.ts'

const replaced = (rows: readonly Row[], at: number, row: Row): readonly Row[] => rows.with(at, row)

const half: Readonly<Record<string, string>> = {
  '：': ':',
  '﹕': ':',
  '∶': ':',
  '︰': ':',
  '，': ',',
  '﹐': ',',
  '、': ',',
  '；': ',',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '｛': '{',
  '｝': '}',
}

const wideKey = /^(["']?)([A-Za-z][\w-]*)\1[ \u3000\u00a0]*[：﹕∶︰][ \u3000\u00a0]*/u

/** Full-width marks where YAML wants its own: behind a key, in a list or mapping between brackets. */
const wideMarks: MendRule = (rows, at) => {
  let row = rows[at]!
  let first: { column: number; written: string; instead: string } | null = null
  const tell = (place: number, written: string): void => {
    first ??= { column: columnIn(row, place), written, instead: half[written]! }
  }
  const { start } = shapeOf(row.text)
  const key = wideKey.exec(row.text.slice(start))
  if (key) {
    const colon = start + key[0].search(/[：﹕∶︰]/u)
    tell(colon, row.text[colon]!)
    row = spliced(row, colon, start + key[0].length - colon, ': ')
  }
  const { value } = shapeOf(row.text)
  if (/^[[{［｛【]/u.test(row.text.slice(value)) || openBefore(rows, at) > 0) {
    const wide: number[] = []
    outsideQuotes(row.text, value, (sign, i) => {
      if (sign in half) wide.push(i)
    })
    for (const i of wide) tell(i, row.text[i]!)
    for (const i of wide.reverse()) {
      const sign = half[row.text[i]!]!
      row = spliced(row, i, 1, ',:'.includes(sign) ? `${sign} ` : sign)
    }
  }
  if (!first) return []
  const { column, ...facts } = first as { column: number; written: string; instead: string }
  return [{ rows: replaced(rows, at, row), code: 'manuscript/yaml-full-width', facts, row: at, column }]
}

/** `-文字`, and a dash of another kind before an item. */
const listSign: MendRule = (rows, at) => {
  const row = rows[at]!
  const found = /^([ \u3000]*)([-－–—―•·*+‐−]+)([ \u3000]*)(?=\S)/u.exec(row.text)
  if (!found || found[0].endsWith('- ') || found[2]!.length > 1) return []
  const sign = found[1]!.length
  const mended = spliced(row, sign, found[0].length - sign, '- ')
  const facts = { written: row.text.slice(sign, sign + 9) }
  return [
    { rows: replaced(rows, at, mended), code: 'manuscript/yaml-dash', facts, row: at, column: columnIn(row, sign) },
  ]
}

/** `title:文字`, `{role:主编}`, and a wide space behind the colon. */
const colonSpace: MendRule = (rows, at) => {
  let row = rows[at]!
  const found = [
    ...row.text.matchAll(/(?<=^[ \t]*(?:- +)*|[{,][ \t]*)(["']?)([A-Za-z][\w-]*)\1:(?![ \t]|$)[\u3000\u00a0]*/gu),
  ]
  const own = found.filter(([, , key]) => knownKeys.has(key!))
  if (own.length === 0) return []
  const [first] = own
  const column = columnIn(row, first!.index + first![0].trimEnd().length)
  for (const { 0: written, index } of own.reverse()) {
    const bare = written.replace(/[\u3000\u00a0]+$/u, '')
    row = spliced(row, index + bare.length, written.length - bare.length, ' ')
  }
  const facts = { key: first![2]! }
  return [{ rows: replaced(rows, at, row), code: 'manuscript/yaml-colon-space', facts, row: at, column }]
}

/** `title 文字`, `title=文字`, and a key alone on its line. */
const colonMissing: MendRule = (rows, at) => {
  const row = rows[at]!
  const { start } = shapeOf(row.text)
  const found = /^([A-Za-z]+)(?:[ \t\u3000]*[=＝;；][ \t\u3000]*|[ \t\u3000]+|$)/u.exec(row.text.slice(start))
  if (!found || !knownKeys.has(found[1]!)) return []
  const end = start + found[1]!.length
  const mended = spliced(row, end, found[0].length - found[1]!.length, ': ')
  const facts = { key: found[1]! }
  return [
    { rows: replaced(rows, at, mended), code: 'manuscript/yaml-colon', facts, row: at, column: columnIn(row, end) },
  ]
}

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`
const shown = (value: string): string => {
  const short = Array.from(value)
  return quoted(short.length > 24 ? `${short.slice(0, 24).join('')}…` : value)
}

/** Where a value of this row may begin: behind its key, or behind its list sign. */
const valuesOf = (text: string): number[] => {
  const { start, value, dashed } = shapeOf(text)
  return value > start ? (dashed ? [value, start] : [value]) : dashed ? [start] : []
}

/** Where the value's own quotation mark is closed; -1 where it is not on this row. */
function closedAt(value: string): number {
  const mark = value[0]!
  for (let i = 1; i < value.length; i += 1) {
    if (mark === '"' && value[i] === '\\') i += 1
    else if (value[i] === mark && mark === "'" && value[i + 1] === "'") i += 1
    else if (value[i] === mark) return i
  }
  return -1
}

/** The row whose value opens a quotation mark that it does not close. */
export const opensQuote = (text: string): boolean =>
  valuesOf(text).some((at) => /^["']/.test(text.slice(at)) && closedAt(text.slice(at).trimEnd()) < 0)

/** `"文字`, `"文字”`, `"桥"与河`, `"C:\稿"`. */
const quotes: MendRule = (rows, at) =>
  valuesOf(rows[at]!.text).flatMap((from): Mend[] => {
    const row = rows[at]!
    const value = row.text.slice(from).trimEnd()
    if (!/^["']./.test(value)) return []
    const close = closedAt(value)
    const whole = close > 0 && (value.endsWith(value[0]!) || close === value.length - 1)
    const inner = close < 0 ? value.slice(1).replace(/[”’＂＇]$/u, '') : whole ? value.slice(1, -1) : value
    const column = columnIn(row, from + (close < 0 ? 0 : Math.min(close + 1, value.length - 1)))
    const mended = spliced(row, from, row.text.length - from, quoted(inner))
    const facts = { quoted: shown(inner) }
    return [{ rows: replaced(rows, at, mended), code: 'manuscript/yaml-quote', facts, row: at, column }]
  })

/** Signs with which a value may not begin. */
const reserved = /^[[\]{}&*!|>%@`,?#]|^- |^\? /

/** A value with a sign of YAML in it: `桥: 一条路`, `[1] 张明远`, `@某某`. */
const unquoted: MendRule = (rows, at) =>
  valuesOf(rows[at]!.text).flatMap((from): Mend[] => {
    const row = rows[at]!
    const value = row.text.slice(from).replace(/\s#.*$|\s+$/, '')
    if (value === '' || /^["']/.test(value)) return []
    const first = reserved.test(value) ? 0 : value.search(/:(?:\s|$)/)
    if (first < 0) return []
    const mended = spliced(row, from, value.length, quoted(value))
    const facts = { sign: first === 0 ? value[0]! : ': ', quoted: shown(value) }
    const column = columnIn(row, from + first)
    return [{ rows: replaced(rows, at, mended), code: 'manuscript/yaml-unquoted', facts, row: at, column }]
  })

/** A text that goes on over several lines, with `: ` in one of them. */
const folded: MendRule = (rows, at) => {
  const { indent, key } = shapeOf(rows[at]!.text)
  if (isBare(rows[at]!.text) || key !== null) return []
  const head = rows.findLastIndex(({ text }, i) => i < at && !isBare(text) && shapeOf(text).indent < indent)
  const first = rows[head]
  const from = first && shapeOf(first.text).value
  if (!first || !from || !/^[^\s"'|>[{]/.test(first.text.slice(from))) return []
  const sign = rows[at]!.text.search(/:(?:\s|$)/)
  if (sign < 0) return []
  const deeper = (text: string): boolean => !isBare(text) && shapeOf(text).indent > shapeOf(first.text).indent
  let last = at
  while (last + 1 < rows.length && deeper(rows[last + 1]!.text)) last += 1
  const mended = rows.map((row, i) => {
    if (i < head || i > last) return row
    const start = i === head ? from : shapeOf(row.text).indent
    const text = row.text.slice(start).replaceAll("'", "''")
    return spliced(row, start, row.text.length - start, `${i === head ? "'" : ''}${text}${i === last ? "'" : ''}`)
  })
  const facts = { sign: ': ', quoted: `${shown(first.text.slice(from)).slice(0, -1)}…'` }
  return [{ rows: mended, code: 'manuscript/yaml-unquoted', facts, row: at, column: columnIn(rows[at]!, sign) }]
}

const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}' }

function bracketFacts(wanted: string | undefined, bracket?: string): Facts {
  const reason: PhraseKey<'bracket'> = bracket === undefined ? 'missing' : wanted === undefined ? 'extra' : 'wrong'
  return { reason, wanted: wanted ?? '', bracket: bracket ?? '' }
}

/** Brackets that do not pair. */
const brackets: MendRule = (rows, at) => {
  let row = rows[at]!
  const { value } = shapeOf(row.text)
  if (!/^[[{]/.test(row.text.slice(value))) return []
  const open: string[] = []
  const edits: { at: number; length: number; text: string; facts: Facts }[] = []
  let end = 0
  outsideQuotes(row.text, value, (sign, i) => {
    if (sign in closers) open.push(closers[sign]!)
    else if (sign === ']' || sign === '}') {
      const wanted = open.pop()
      if (wanted !== sign) edits.push({ at: i, length: 1, text: wanted ?? '', facts: bracketFacts(wanted, sign) })
    }
    if (!/\s/.test(sign)) end = i + 1
  })
  if (open.length > 0) {
    const text = open.reverse().join('')
    edits.push({ at: Math.max(value, end), length: 0, text, facts: bracketFacts(text) })
  }
  const [first] = edits
  if (!first) return []
  const column = columnIn(row, first.at)
  for (const edit of edits.reverse()) row = spliced(row, edit.at, edit.length, edit.text)
  const { facts } = first
  return [{ rows: replaced(rows, at, row), code: 'manuscript/yaml-bracket', facts, row: at, column }]
}

/** A line that is none of YAML is left out. */
const stray: MendRule = (rows, at) => {
  const row = rows[at]!
  if (isBare(row.text)) return []
  const written = row.text.trim().slice(0, 30)
  const column = columnIn(row, shapeOf(row.text).indent)
  return [{ rows: replaced(rows, at, rowOf('')), code: 'manuscript/yaml-syntax', facts: { written }, row: at, column }]
}

/** A mark of a further document. */
const documentMark: MendRule = (rows, at) => (/^(---|\.\.\.)\s*$/.test(rows[at]!.text) ? stray(rows, at) : [])

/** From the surest to the least sure; of two that help alike the first is taken. */
export const mendRules: readonly MendRule[] = [
  indentRules.signs,
  wideMarks,
  listSign,
  colonSpace,
  colonMissing,
  quotes,
  brackets,
  documentMark,
  folded,
  indentRules.levels,
  unquoted,
]

/** Only where nothing else helps. */
export const lastResort: MendRule = stray

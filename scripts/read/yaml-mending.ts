/**
 * YAML text in; every fault of its syntax, and a text that can be read, out. After one fault the parser stumbles, so each is
 * mended in turn: of the ways that the rules offer, the one that lets the parser read furthest. Nothing is mended for print: each
 * mend is an error, and only a draft is made of what is read so.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { commaLists, knownKeys, listKeys } from './vocabulary.ts'
import type { Mend } from './yaml-mend.ts'
import { lastResort, mendRules, opensQuote } from './yaml-mends.ts'
import { type Row, rowOf } from './yaml-rows.ts'

/** A text as the parser reads it. */
interface Parsed {
  readonly text: string
  readonly document: ReturnType<typeof parseDocument>
  readonly lineCounter: LineCounter
}

export interface Mended extends Parsed {
  readonly rows: readonly Row[]
  /** In the order of the lines. */
  readonly faults: readonly Omit<Mend, 'rows'>[]
  /** Whether all of it can be read now. */
  readonly whole: boolean
}

/** So many faults are told; a file with more is no YAML. */
const most = 60

/** How far the parser comes: the row of the first fault, infinite where there is none, and how many there are. */
interface Reach {
  readonly row: number
  readonly count: number
  readonly parsed: Parsed
}

const textOf = (rows: readonly Row[]): string => rows.map(({ text }) => text).join('\n')

function reachOf(rows: readonly Row[]): Reach {
  const lineCounter = new LineCounter()
  const text = textOf(rows)
  const document = parseDocument(text, { schema: 'failsafe', lineCounter, prettyErrors: false })
  const rowAt = (offset: number): number => lineCounter.linePos(offset).line - 1
  // A quotation mark that nothing closes is missed at the very end; it is wrong where it opens.
  const errors = document.errors
    .filter(({ code }) => code !== 'DUPLICATE_KEY')
    .map(({ pos, message }) => (message.startsWith('Missing closing') ? unclosed(rows) : undefined) ?? rowAt(pos[0]))
  const wrong = [...errors, ...swallowed(document.contents, null, text).map(rowAt)]
  return { row: Math.min(...wrong), count: wrong.length, parsed: { text, document, lineCounter } }
}

/** What stands for a hyphen before an item. */
const otherSign = /^(?:[－–—―•·*+‐−](?![－–—―•·*+‐−])|-(?![-\s]))/u
const nextItem = /\n[ \t]*(?:[－–—―•·*+‐−](?![－–—―•·*+‐−])|-(?!-))/u
const keyAhead = /^([A-Za-z]+)[ \t]*[:：﹕∶](?!\/\/)/u

/** Offsets where valid YAML is not what anybody meant: a key that became a part of a text, a wide comma between two items. */
function swallowed(node: unknown, key: string | null, text: string): number[] {
  if (isMap(node)) {
    return node.items.flatMap((pair) => {
      const name = isScalar(pair.key) ? String(pair.key.value) : ''
      const at = (pair.key as Node | null)?.range?.[0] ?? 0
      const begun = keyAhead.exec(name)?.[1]
      if (/^[\u3000\u00a0]/u.test(name) || (begun !== undefined && knownKeys.has(begun))) return [at]
      return swallowed(pair.value, name, text)
    })
  }
  if (isSeq(node)) {
    const between = node.flow && key !== null && commaLists.has(key)
    return node.items.flatMap((item) => {
      if (!isScalar(item) || item.type !== 'PLAIN') return swallowed(item, key, text)
      const written = String(item.value)
      const comma = between ? written.search(/[，﹐、；]/u) : -1
      if (comma >= 0) return [item.range![0] + comma]
      // An item that is indented more than the one before it goes on with that one's text.
      const next = nextItem.exec(text.slice(item.range![0], item.range![1]))
      if (next) return [item.range![0] + next.index + next[0].length - 1]
      return keyIn(written) ? [item.range![0]] : []
    })
  }
  if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return []
  const written = String(node.value)
  const [start] = node.range
  // Behind its own key on the same line a text may begin with any word; on a line of its own it was to be a mapping.
  const ownLine = /(?:^|\n)[ \t]*$/.test(text.slice(0, start))
  if (ownLine && key !== null && listKeys.has(key) && otherSign.test(written)) return [start]
  if ((ownLine && keyIn(written)) || (key !== null && listKeys.has(key) && /^[［｛【]/u.test(written))) return [start]
  return []
}

function keyIn(written: string): boolean {
  const key = keyAhead.exec(written)?.[1]
  return key !== undefined && knownKeys.has(key)
}

/** The first row that opens a quotation mark which nothing below closes. */
function unclosed(rows: readonly Row[]): number | undefined {
  const found = rows.findIndex(({ text }, i) => {
    if (!opensQuote(text)) return false
    const [mark] = /["']/.exec(text)!
    return rows.slice(i + 1).every((below) => !below.text.includes(mark))
  })
  return found < 0 ? undefined : found
}

const further = (a: Reach, b: Reach): boolean => a.row > b.row || (a.row === b.row && a.count < b.count)

/** The rows where the cause may stand: that of the fault, a few above it, the next one, and those that open a quotation mark. */
function suspects(rows: readonly Row[], at: number): number[] {
  const last = Math.min(at, rows.length - 1)
  const near = [last, last - 1, last - 2, last - 3, last + 1].filter((row) => row >= 0 && row < rows.length)
  const open = rows.flatMap(({ text }, i) => (i <= last && opensQuote(text) ? [i] : []))
  return [...new Set([...near, ...open])]
}

function bestMend(rows: readonly Row[], reach: Reach): { mend: Mend; reach: Reach } | null {
  const where = suspects(rows, reach.row)
  const tried = (mends: readonly Mend[]): { mend: Mend; reach: Reach } | null => {
    let best: { mend: Mend; reach: Reach } | null = null
    for (const mend of mends) {
      const next = reachOf(mend.rows)
      if (further(next, best?.reach ?? reach)) best = { mend, reach: next }
      if (next.row === Number.POSITIVE_INFINITY) break
    }
    return best
  }
  return (
    tried(mendRules.flatMap((rule) => where.flatMap((row) => rule(rows, row)))) ??
    tried(where.flatMap((row) => lastResort(rows, row)))
  )
}

/** @param text without carriage returns. */
export function mendYaml(text: string): Mended {
  let rows: readonly Row[] = text.split('\n').map(rowOf)
  let reach = reachOf(rows)
  const faults: Omit<Mend, 'rows'>[] = []
  while (reach.row < Number.POSITIVE_INFINITY && faults.length < most) {
    const found = bestMend(rows, reach)
    if (!found) break
    const { rows: mended, ...fault } = found.mend
    rows = mended
    reach = found.reach
    faults.push(fault)
  }
  faults.sort((a, b) => a.row - b.row || a.column - b.column)
  return { ...reach.parsed, rows, faults, whole: reach.row === Number.POSITIVE_INFINITY }
}

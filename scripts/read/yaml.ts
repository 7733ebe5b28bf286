/** YAML text in; plain values as written, the place of every path, and syntax faults out. */
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'
import { joinLines } from './breaks.ts'
import { invisibleCharacters } from './source.ts'
import { mendYaml } from './yaml-mending.ts'
import { columnIn } from './yaml-rows.ts'

/** Every scalar is a string to the letter, so that `15.00` and `007` stay what the editor wrote. */
export type YamlValue = string | YamlValue[] | { [key: string]: YamlValue }

export interface Yaml {
  /** Undefined where a syntax fault leaves nothing to rely on. */
  readonly value: YamlValue | undefined
  /** Path → place: of a scalar its value, of a list or mapping its key; '' is the document. */
  readonly places: Map<string, Place>
  /** Path → place of the key itself. */
  readonly keys: ReadonlyMap<string, Place>
  readonly diagnostics: readonly Diagnostic[]
}

export const childPath = (parent: string, key: string | number): string =>
  typeof key === 'number' ? `${parent}[${key}]` : parent === '' ? key : `${parent}.${key}`

/** `firstLine` is the line of the file on which `text` begins. What is wrong is told, and the rest is read. */
export function parseYaml(source: string, file: string, firstLine = 1): Yaml {
  const mended = mendYaml(source)
  const { text, document, lineCounter } = mended
  const at = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset)
    const row = mended.rows[line - 1]
    return { file, line: line + firstLine - 1, column: row ? columnIn(row, col - 1) + 1 : col }
  }
  const places = new Map<string, Place>([['', { file, line: 1, column: 1 }]])
  const keys = new Map<string, Place>()
  const diagnostics = mended.faults.map(({ code, facts, row, column }) =>
    diagnostic(code, { file, line: row + firstLine, column: column + 1 }, facts),
  )
  /** Faults of values that can be read. */
  const values: Diagnostic[] = []
  for (const error of document.errors) {
    if (error.code === 'DUPLICATE_KEY') {
      const key = /^[^\s:]*/.exec(text.slice(error.pos[0]))![0]
      diagnostics.push(diagnostic('manuscript/key-duplicate', at(error.pos[0]), { key }))
    }
  }
  const left = mended.whole ? undefined : document.errors.find(({ code }) => code !== 'DUPLICATE_KEY')
  if (left)
    diagnostics.push(diagnostic('manuscript/yaml-syntax', at(left.pos[0]), { written: lineAt(text, left.pos[0]) }))

  const plain = (node: Node | null | undefined, path: string, place: Place): YamlValue => {
    places.set(path, place)
    if (isAlias(node) || (node && 'anchor' in node && node.anchor)) {
      diagnostics.push(diagnostic('manuscript/yaml-alias', at(node.range![0])))
      // As it is written: what it stands for could grow into millions.
      return text.slice(node.range![0], node.range![1]).trim()
    }
    if (isMap(node)) {
      const mapping: { [key: string]: YamlValue } = Object.create(null)
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : String(key)
        const keyPlace = at((key as Node).range![0])
        const child = childPath(path, name)
        if (!keys.has(child)) keys.set(child, keyPlace)
        const start = isScalar(value) && value.value !== '' ? value.range?.[0] : undefined
        mapping[name] ??= plain(value as Node | null, child, start === undefined ? keyPlace : at(start))
      }
      return mapping
    }
    if (isSeq(node)) {
      return node.items.map((item, i) => {
        const range = (item as Node).range
        return plain(item as Node, childPath(path, i), range ? at(range[0]) : place)
      })
    }
    if (!isScalar(node)) return ''
    const written = scalarText(node as Scalar.Parsed, text)
    values.push(...unseen(node as Scalar.Parsed, written, text, place))
    return written
  }

  const value = plain(document.contents, '', places.get('')!)
  return { value: mended.whole ? value : undefined, places, keys, diagnostics: [...diagnostics, ...values] }
}

/** The line on which a character stands. */
const lineAt = (text: string, offset: number): string => {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return text.slice(start).split('\n', 1)[0]!.trim()
}

/** What the source of a value does not show, or shows and does not keep: characters by escape, and a # that begins a comment. */
function unseen(node: Scalar.Parsed, written: string, text: string, place: Place): Diagnostic[] {
  const [start, end] = node.range
  const source = text.slice(start, end)
  const byEscape = node.type === 'QUOTE_DOUBLE' ? invisibleCharacters(written, place) : []
  const raw = new Set(invisibleCharacters(source, place).map(({ facts }) => facts.codepoint))
  const cut = node.type === 'PLAIN' ? /^[ \t]+(#[^\s#][^\n]*)/.exec(text.slice(end)) : null
  return [
    ...byEscape.filter(({ facts }) => !raw.has(facts.codepoint)).map((fault) => ({ ...fault, place })),
    ...(cut ? [diagnostic('manuscript/value-comment', place, { written: cut[1]! })] : []),
  ]
}

/** A value over several lines is one line: YAML folds with a space, which Chinese does not want. */
function scalarText(node: Scalar.Parsed, text: string): string {
  const value = String(node.value ?? '')
  const source = text.slice(node.range[0], node.range[1])
  if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') return joinLines(source.split('\n').slice(1))
  if (node.type === 'PLAIN' && /^(~|null)$/.test(value)) return ''
  if (!source.includes('\n')) return value.trim()
  // What was one scalar over two lines may read as something else on one: then YAML's own folding stands.
  const { contents } = parseDocument(joinLines(source.split('\n')), { schema: 'failsafe' })
  return isScalar(contents) ? String(contents.value ?? '').trim() : value.trim()
}

/** Tokens of an article in; the text without its notes, the notes, and every call matched with its note out. */
import type { Token } from 'markdown-it'
import type { TokenMeta } from '../model/body.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { partId } from '../model/ids.ts'
import type { Place } from '../model/place.ts'

export interface NoteDefinition {
  readonly label: string
  readonly tokens: readonly Token[]
  readonly place: Place
}

/** Takes the bodies of notes out of the token stream. */
export function takeNotes(
  tokens: readonly Token[],
  file: string,
  lines: readonly string[],
): { text: Token[]; definitions: NoteDefinition[] } {
  const text: Token[] = []
  const definitions: NoteDefinition[] = []
  let open: { label: string; tokens: Token[] } | null = null
  // An empty note has no token to take its line from: the definitions are looked up in the source, in order.
  let searched = 0
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      open = { label: String(token.meta?.label), tokens: [] }
    } else if (token.type === 'footnote_reference_close' && open) {
      const mark = `[^${open.label}]:`
      // The text of a note may begin below its mark.
      const first = open.tokens.find((t) => t.map)?.map?.[0]
      const begins = (source: string): boolean => source.trimStart().startsWith(mark)
      const marked =
        first === undefined
          ? lines.findIndex((source, i) => i >= searched && begins(source))
          : lines.findLastIndex((source, i) => i <= first && begins(source))
      const line = Math.max(marked, 0)
      const column = Math.max(lines[line]!.indexOf(mark), 0) + 1
      searched = line + 1
      definitions.push({ ...open, place: { file, line: line + 1, column } })
      open = null
    } else {
      const into: Token[] = open ? open.tokens : text
      into.push(token)
    }
  }
  return { text, definitions }
}

/** Numbers notes by their first call. */
export class NoteCalls {
  readonly #article: string
  readonly #report: (d: Diagnostic) => void
  readonly #places = new Map<string, Place>()

  constructor(article: string, report: (d: Diagnostic) => void) {
    this.#article = article
    this.#report = report
  }

  /** What the call keeps of its note; undefined for a second call of the same. */
  call(label: string, place: Place): TokenMeta['note'] | undefined {
    const first = this.#places.get(label)
    if (first) {
      this.#report(diagnostic('manuscript/note-twice', place, { label }, [first]))
      return undefined
    }
    this.#places.set(label, place)
    return this.numbered(label)
  }

  /** Number and ids of a called note. */
  numbered(label: string): NonNullable<TokenMeta['note']> | undefined {
    const number = [...this.#places.keys()].indexOf(label) + 1
    return number === 0
      ? undefined
      : { number, id: partId(this.#article, 'note', number), refId: partId(this.#article, 'call', number) }
  }
}

/** One definition a label: the first holds. Faults of the definitions themselves are reported. */
export function uniqueDefinitions(
  definitions: readonly NoteDefinition[],
  report: (d: Diagnostic) => void,
): NoteDefinition[] {
  const first = new Map<string, NoteDefinition>()
  for (const definition of definitions) {
    const { label, place } = definition
    const earlier = first.get(label)
    if (earlier) report(diagnostic('manuscript/note-duplicate', place, { label }, [earlier.place]))
    else first.set(label, definition)
    if (definition.tokens.length === 0) report(diagnostic('manuscript/note-empty', place, { label }))
  }
  return [...first.values()]
}

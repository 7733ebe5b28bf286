/** The Markdown of one article in; its body and notes as plain tokens, its pictures, and what is wrong out. */
import type { BodyToken, Note } from '../model/body.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'
import { BlockReader } from './blocks.ts'
import { withBullets } from './bullets.ts'
import { dropIndents } from './indents.ts'
import { oneJump } from './jump.ts'
import { NoteCalls, takeNotes, uniqueDefinitions } from './notes.ts'
import { parser } from './parser.ts'
import { Locator } from './positions.ts'
import type { PlacedCitation } from './references.ts'

export interface MarkdownSource {
  /** Path as the editor would type it. */
  readonly file: string
  /** The whole file, front matter included: lines count from its top. */
  readonly text: string
  /** Lines of front matter, delimiters included. */
  readonly skip: number
  /** Id of the article; every id in it begins with this. */
  readonly article: string
  /** File name → id of every article a link may point to. */
  readonly articles: ReadonlyMap<string, string>
}

export interface MarkdownResult {
  readonly body: readonly BodyToken[]
  readonly notes: readonly Note[]
  readonly pictures: readonly { readonly src: string; readonly place: Place }[]
  readonly citations: readonly PlacedCitation[]
  readonly diagnostics: readonly Diagnostic[]
}

export function readMarkdown(source: MarkdownSource): MarkdownResult {
  const { file, skip, article, articles } = source
  const lines = source.text.split('\n')
  const diagnostics: Diagnostic[] = []
  const report = (d: Diagnostic): void => {
    diagnostics.push(d)
  }
  // The front matter is blanked, not cut off, so that markdown-it's lines are those of the file.
  const indented = dropIndents(lines.map((line, i) => (i < skip ? '' : line)))
  const env: Record<string, unknown> = {}
  const { lines: listed, bullets } = withBullets(indented.lines, file)
  if (bullets[0]) report(diagnostic('manuscript/bullet-sign', bullets[0], { count: bullets.length }))
  const { text, definitions } = takeNotes(parser.parse(listed.join('\n'), env), file, listed)
  if (text.length === 0)
    report(diagnostic('manuscript/body-empty', { file, line: Math.min(skip + 1, lines.length), column: 1 }))

  const calls = new NoteCalls(article, report)
  const locator = new Locator(file, lines)
  const reader = new BlockReader({ article, articles, report, locator, env })
  const body = oneJump(reader.read(text, calls), (line) => locator.line(line), report)
  const notes = uniqueDefinitions(definitions, report).flatMap((definition): Note[] => {
    const tokens = reader.read(definition.tokens, null)
    const note = calls.numbered(definition.label)
    if (!note) report(diagnostic('manuscript/note-unused', definition.place, { label: definition.label }))
    return note ? [{ ...note, tokens, line: definition.place.line! }] : []
  })
  const { pictures, citations, hanLatinSpaces: spaces, wideSpaces: wide } = reader
  const [indent] = indented.dropped
  if (indent !== undefined)
    report(
      diagnostic('manuscript/indent-typed', { file, line: indent + 1, column: 1 }, { count: indented.dropped.length }),
    )
  if (wide[0]) report(diagnostic('manuscript/ideographic-space', wide[0], { count: wide.length }))
  if (spaces[0]) report(diagnostic('manuscript/han-latin-space', spaces[0], { count: spaces.length }))
  return { body, notes: notes.sort((a, b) => a.number - b.number), pictures, citations, diagnostics }
}

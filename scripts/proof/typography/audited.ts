/** What a rule of the audit is given and what it gives back: places looked at, faults among them, and why. */
import type { Code } from '../../model/codes/index.ts'
import type { PhraseKey } from '../../model/codes/phrases.ts'
import { type Diagnostic, diagnostic, type Facts } from '../../model/diagnostic.ts'
import type { EditionName } from '../../model/edition.ts'
import type { Issue } from '../../model/issue.ts'
import type { Place } from '../../model/place.ts'
import { sample } from '../text/characters.ts'
import { adviceOn } from './advice.ts'
import type { GlyphPage } from './read/glyph-page.ts'
import type { TypesetLine, TypesetPage } from './read/typeset-page.ts'

export interface Audited {
  readonly places: number
  readonly faults: number
  readonly causes: readonly Diagnostic[]
}

export interface AuditContext {
  readonly issue: Issue
  readonly edition: EditionName
  readonly file: string
  /** The same pages as lines and as glyphs. */
  readonly pages: readonly TypesetPage[]
  readonly glyphPages: readonly GlyphPage[]
  /** Lines on pages of articles, horizontal and inside the type area, in the order they were painted. */
  readonly lines: readonly PlacedLine[]
}

export interface PlacedLine {
  readonly line: TypesetLine
  readonly page: number
}

export type Rule = (context: AuditContext) => Audited

/** A rule that looks at places one by one: null where nothing is wrong. */
export function each<T>(places: readonly T[], look: (place: T) => Diagnostic | null): Audited {
  const causes = places.map(look).filter((cause) => cause !== null)
  return { places: places.length, faults: causes.length, causes }
}

/**
 * A fault of a line. Its place is the manuscript, where an editor can change or waive it; the page is told in words and as a
 * related place. Text without a source has its place in the file.
 */
export function faultOf(context: AuditContext, code: Code, { line, page }: PlacedLine, facts: Facts = {}): Diagnostic {
  const printed: Place = { file: context.file, page }
  const where = whereOf(page, line.column, line.number)
  const told = { ...where, text: sample(line.text.trim(), 24), advice: adviceOn(line), ...facts }
  return diagnostic(code, line.passage?.source ?? printed, told, [printed])
}

/** Column and line are 0 where the line stands in no column. */
export const whereOf = (page: number, column: number, line: number): Facts => ({
  page,
  column,
  line,
  where: (column > 0 ? 'line' : 'page') satisfies PhraseKey<'printedAt'>,
})

export function groups<T, K>(all: readonly T[], keyOf: (each: T) => K): ReadonlyMap<K, readonly T[]> {
  const found = new Map<K, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = found.get(key)
    if (group) group.push(one)
    else found.set(key, [one])
  }
  return found
}

const elsewhere = new Set(['vertical', 'running-head', 'folio'])

export const linesOf = (pages: readonly TypesetPage[]): readonly PlacedLine[] =>
  pages
    .filter(({ columns }) => columns.length > 0)
    .flatMap(({ number, lines }) =>
      lines
        .filter(({ kind, text }) => !elsewhere.has(kind) && text.trim() !== '')
        .map((line) => ({ line, page: number })),
    )

/** A fault as data: call sites give code, place and facts; severity, wording and hint come from the code table. */
import { type Code, codes } from './codes/index.ts'
import type { Place } from './place.ts'

export type Severity = 'error' | 'warning' | 'note'
export type Locale = 'zh' | 'en'
export type Facts = Readonly<Record<string, string | number>>

/** One row of the code table. `{name}` in a text is replaced by the fact of that name. */
export interface CodeRow {
  readonly severity: Severity
  readonly zh: string
  readonly en: string
  /** What to do about it, in both languages. */
  readonly hint?: { readonly zh: string; readonly en: string }
}

export interface Diagnostic {
  readonly code: Code
  readonly facts: Facts
  readonly place?: Place
  /** Further places that belong to the same fault, e.g. the first of two equal footnote labels. */
  readonly related?: readonly Place[]
}

/** Makes a diagnostic; the type of `code` is the closed list of the code table. */
export function diagnostic(code: Code, place?: Place, facts: Facts = {}, related?: readonly Place[]): Diagnostic {
  return { code, facts, ...(place && { place }), ...(related && { related }) }
}

const fill = (text: string, facts: Facts): string => text.replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? ''))

/** The severity, message and hint of a diagnostic in one language. */
export function describe(d: Diagnostic, locale: Locale): { severity: Severity; message: string; hint?: string } {
  const row: CodeRow = codes[d.code]
  const hint = row.hint && fill(row.hint[locale], d.facts)
  return { severity: row.severity, message: fill(row[locale], d.facts), ...(hint && { hint }) }
}

export const severityOf = (d: Diagnostic): Severity => (codes[d.code] as CodeRow).severity
export const hasErrors = (all: readonly Diagnostic[]): boolean => all.some((d) => severityOf(d) === 'error')

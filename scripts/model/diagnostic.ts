/** A fault as data: call sites give code, place and facts; severity, wording and hint come from the tables of codes and phrases. */
import { type Code, codes } from './codes/index.ts'
import { phrases } from './codes/phrases.ts'
import type { Area, CodeRow, Finder, Phrase, Severity } from './codes/row.ts'
import type { Place } from './place.ts'

export type Locale = 'zh' | 'en'
/** Data, never words: a text of one of the tables, or a key of a set of phrases. */
export type Facts = Readonly<Record<string, string | number>>

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

const sets: Readonly<Record<string, Readonly<Record<string, Phrase>>>> = phrases

/** A text of the tables with its facts; what is no key of its set stands as it is. */
const fill = (text: string, facts: Facts, locale: Locale): string =>
  text.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name, set) => {
    const fact = String(facts[name] ?? '')
    const phrase = set && Object.hasOwn(sets[set] ?? {}, fact) && sets[set]![fact]
    return phrase ? fill(phrase[locale], facts, locale) : fact
  })

/** The severity, message and hint of a diagnostic in one language. */
export function describe(d: Diagnostic, locale: Locale): { severity: Severity; message: string; hint?: string } {
  const row: CodeRow = codes[d.code]
  const hint = row.hint && fill(row.hint[locale], d.facts, locale)
  return { severity: row.severity, message: fill(row[locale], d.facts, locale), ...(hint && { hint }) }
}

/** What becomes of finished files: delivered; delivered, with places to look at before printing; kept back. */
export type Release = 'press' | 'look' | 'refused'

export const severityOf = (d: Diagnostic): Severity => (codes[d.code] as CodeRow).severity
export const hasErrors = (all: readonly Diagnostic[]): boolean => all.some((d) => severityOf(d) === 'error')
/** An error with which the files are delivered all the same. */
export const isToBeLookedAt = (d: Diagnostic): boolean =>
  severityOf(d) === 'error' && (codes[d.code] as CodeRow).look === true
export const stopsDelivery = (d: Diagnostic): boolean => severityOf(d) === 'error' && !isToBeLookedAt(d)
export const releaseOf = (all: readonly Diagnostic[]): Release =>
  all.some(stopsDelivery) ? 'refused' : hasErrors(all) ? 'look' : 'press'
/** What the fault is about. */
export const areaOf = (d: Diagnostic): Area | undefined => (codes[d.code] as CodeRow).area
/** What comes upon the fault. */
export const finderOf = (d: Diagnostic): Finder | undefined => (codes[d.code] as CodeRow).by

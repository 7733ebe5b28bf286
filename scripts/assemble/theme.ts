/** The theme that a manifest names and those there are in; the theme to set the issue in, and an unknown name, out. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Facts, Manifest } from '../model/manuscript.ts'
import type { Measures } from '../model/measures.ts'
import { nearest } from '../model/nearest.ts'
import { missing } from './missing.ts'

const house = 'magazine'

interface Theme {
  readonly name: string
  readonly measures: Measures
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * In place of an unknown theme a draft takes the house's own.
 * @throws Error if that is not among the themes: the templates are at fault and not the manuscript.
 */
export function themeOf({ value, places }: Facts<Manifest>, themes: ReadonlyMap<string, Measures>): Theme {
  const theme = value.style?.theme ?? house
  const own = themes.get(theme)
  if (own) return { name: theme, measures: own, diagnostics: [] }
  const measures = themes.get(house)
  if (!measures) throw new Error(`no theme of the name ${house} among the templates`)
  const known = [...themes.keys()].sort()
  const facts = { theme, nearest: nearest(theme, known), known: known.join('、') }
  const unknown = diagnostic('manuscript/theme-unknown', places.get('style.theme'), facts)
  // What is still to be filled in has been reported as such.
  return { name: house, measures, diagnostics: theme.startsWith(missing) ? [] : [unknown] }
}

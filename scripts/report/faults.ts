/** In: what is wrong. Out: its words for the templates; of one rule or assertion the first few faults, how many more, and what to do. */
import { type Diagnostic, describe, type Locale } from '../model/diagnostic.ts'
import { formatPlace, type Place } from '../model/place.ts'
import type { Sign } from './sign.ts'
import type { CauseView, JudgedView } from './views.ts'
import type { Words } from './words.ts'

/** Whoever mends the first few mends the rest. */
const mostShown = 5

/** @param further places to name besides its own. */
export function causeView(cause: Diagnostic, locale: Locale, further: readonly Place[] = []): CauseView {
  const { message, hint = '' } = describe(cause, locale)
  return { message, hint, place: [...(cause.place ? [cause.place] : []), ...further].map(formatPlace).join(' · ') }
}

export interface Faulty {
  readonly outcome: Sign
  /** May be more than there are causes. */
  readonly faults: number
  readonly causes: readonly Diagnostic[]
}

/** A fault's words name page, column and line of print; its place is where it can be mended. */
export function judgedView({ outcome, faults, causes }: Faulty, locale: Locale, w: Words): JudgedView {
  const all = causes.map((cause) => causeView(cause, locale))
  const rest = Math.max(faults, all.length) - mostShown
  return {
    outcome,
    count: faults,
    first: all.slice(0, outcome === 'skipped' ? 1 : mostShown),
    rest: rest > 0 ? w.more(rest) : '',
    hints: [...new Set(all.map(({ hint }) => hint))].filter((hint) => hint !== ''),
  }
}

/** In: what is wrong under one rule or assertion. Out: a row of a table with the first few faults, how many more, and what to do. */
import { type Diagnostic, describe, type Locale } from '../model/diagnostic.ts'
import { formatPlace } from '../model/place.ts'
import { type Html, html } from './html.ts'
import type { Sign } from './mark.ts'
import type { Words } from './words.ts'

/** Whoever mends the first few mends the rest. */
const mostShown = 5

export interface Faulty {
  readonly outcome: Sign
  /** May be more than there are causes. */
  readonly faults: number
  readonly causes: readonly Diagnostic[]
}

/** @param columns of the table, of which the first two are left free. */
export function faultRow({ outcome, faults, causes }: Faulty, columns: number, locale: Locale, w: Words): Html | false {
  if (causes.length === 0) return false
  const span = columns - 2
  if (outcome === 'skipped')
    return html`<tr class="faults"><td></td><td></td><td colspan="${span}">${describe(causes[0]!, locale).message}</td></tr>`
  const hints = new Set(causes.map((cause) => describe(cause, locale).hint ?? ''))
  const rest = Math.max(faults, causes.length) - mostShown
  return html`<tr class="faults ${outcome}"><td></td><td></td><td colspan="${span}"><ol>${causes.slice(0, mostShown).map((cause) => fault(cause, locale))}</ol>${
    rest > 0 && html`<p class="rest">${w.more(rest)}</p>`
  }${[...hints].map((hint) => hint !== '' && html`<p class="hint">${hint}</p>`).filter((it) => it !== false)}</td></tr>`
}

/** Its words name page, column and line of print; the place is where it can be mended. */
function fault(cause: Diagnostic, locale: Locale): Html {
  const { message } = describe(cause, locale)
  return html`<li>${message}${cause.place && html`<span class="place">${formatPlace(cause.place)}</span>`}</li>`
}

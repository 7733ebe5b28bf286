/** In: a check or its outcome. Out: the sign that stands for it, with its word for who cannot see it. */
import { stopsDelivery } from '../model/diagnostic.ts'
import type { Check, Outcome } from '../model/proof.ts'
import { type Html, html } from './html.ts'
import type { Words } from './words.ts'

/** `warned` stands for what was delivered with something to look at. */
export type Sign = Outcome | 'warned'

/** A check fails the files only by what stops their delivery. */
export const signOf = ({ outcome, causes = [] }: Check): Sign =>
  outcome === 'failed' && causes.length > 0 && !causes.some(stopsDelivery) ? 'warned' : outcome

const signs = { passed: '✓', failed: '✗', skipped: '–', warned: '△' } as const

export function mark(outcome: Sign | null, w: Words): Html {
  if (outcome === null) return html`<span class="none"> </span>`
  const label = { passed: w.ok, failed: w.no, skipped: w.skip, warned: w.look }[outcome]
  return html`<span class="mark ${outcome}" role="img" aria-label="${label}">${signs[outcome]}</span>`
}

/** In: checks. Out: the sign that stands for them on the proof's page. */
import { stopsDelivery } from '../model/diagnostic.ts'
import type { Check, Outcome } from '../model/proof.ts'

/** `warned` stands for what was delivered with something to look at. */
export type Sign = Outcome | 'warned'

/** A check fails the files only by what stops their delivery. */
export const signOf = ({ outcome, causes = [] }: Check): Sign =>
  outcome === 'failed' && causes.length > 0 && !causes.some(stopsDelivery) ? 'warned' : outcome

/** Null where there is none. */
export const worst = (signs: readonly Sign[]): Sign | null =>
  (['failed', 'warned', 'skipped', 'passed'] as const).find((sign) => signs.includes(sign)) ?? null

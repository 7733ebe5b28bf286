import { finished } from './phrases-finished.ts'
import { manuscript } from './phrases-manuscript.ts'
import type { Phrase } from './row.ts'

/** Parts of messages that stand for a fact which is one of a few: `{reason:jumpPlace}` in a text is worded by the fact `reason`. */
export const phrases = { ...manuscript, ...finished } satisfies Record<string, Record<string, Phrase>>

export type PhraseSet = keyof typeof phrases
/** What a fact may be that a message words by this set. */
export type PhraseKey<Set extends PhraseSet> = keyof (typeof phrases)[Set] & string

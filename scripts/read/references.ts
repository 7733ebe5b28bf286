/** The references of an article and its citations in; what does not fit together, and what GB/T 7714 asks for, out. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'

/** A citation in text or note: the numbers it names. */
export interface PlacedCitation {
  readonly numbers: readonly number[]
  readonly place: Place
}

/** 文献类型标识/文献载体标识: [M], [J], [EB/OL] (GB/T 7714, annex B). */
const documentType = /\[[A-Z]{1,2}(?:\/[A-Z]{2})?\]/

/** @param place place of an entry, counted from 0. */
export function checkReferences(
  entries: readonly string[],
  citations: readonly PlacedCitation[],
  place: (entry: number) => Place | undefined,
): Diagnostic[] {
  const missing = citations.flatMap(({ numbers, place: at }) => {
    const number = numbers.find((one) => one > entries.length)
    return number === undefined
      ? []
      : [diagnostic('manuscript/reference-missing', at, { number, count: entries.length })]
  })
  const cited = new Set(citations.flatMap(({ numbers }) => numbers))
  return [...missing, ...entries.flatMap((entry, i) => checkEntry(entry, i, cited, place(i)))]
}

function checkEntry(entry: string, i: number, cited: ReadonlySet<number>, place: Place | undefined): Diagnostic[] {
  const number = i + 1
  const found: Diagnostic['code'][] = []
  if (/^(?:\[\d+\]|\d+\s*[.、．])/.test(entry)) found.push('manuscript/reference-numbered')
  if (cited.size > 0 && !cited.has(number)) found.push('manuscript/reference-uncited')
  if (!documentType.test(entry)) found.push('manuscript/reference-type')
  if (!/[.．。]$/.test(entry)) found.push('manuscript/reference-stop')
  return found.map((code) => diagnostic(code, place, { number }))
}

/** Titles and headings in, with `|` where a line may break; bars that stand where no line can break out. */
import type { BodyToken } from '../model/body.ts'
import { inlineText } from '../model/body.ts'
import type { PhraseKey } from '../model/codes/phrases.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { FrontMatter } from '../model/manuscript.ts'
import type { Place } from '../model/place.ts'

const misplaced = (place: Place | undefined, reason: PhraseKey<'breakPlace'>): Diagnostic =>
  diagnostic('manuscript/break-place', place, { reason })

/** Why a line cannot break between these two texts. */
function fault(before: string, after: string): 'edge' | 'space' | null {
  if (before.trim() === '' || after.trim() === '') return 'edge'
  return /\s$/.test(before) || /^\s/.test(after) ? 'space' : null
}

const bar = /(?<!\\)\|/

/** Bars in the front matter: those of the title must divide it, the short texts beside it have none. */
export function checkTitle(
  facts: Partial<FrontMatter>,
  place: (key: 'title' | 'subtitle' | 'running') => Place | undefined,
): Diagnostic[] {
  const parts = facts.title?.split(bar) ?? []
  const faults = parts.slice(1).flatMap((after, i) => fault(parts[i]!, after) ?? [])
  const others = (['subtitle', 'running'] as const).filter((key) => bar.test(facts[key] ?? ''))
  return [
    ...faults.map((reason) => misplaced(place('title'), reason)),
    ...others.map((key) => misplaced(place(key), 'field')),
  ]
}

/** The tokens of a heading; a break opportunity that divides nothing is reported and left out. `places` are theirs, in order. */
export function dividingBreaks(
  children: readonly BodyToken[],
  places: readonly Place[],
  report: (d: Diagnostic) => void,
): BodyToken[] {
  const breaks = children.flatMap((token, i) => (token.type === 'break_opportunity' ? [i] : []))
  const text = (from: number, to: number): string => inlineText(children.slice(from, to))
  const wrong = new Set<number>()
  for (const [n, at] of breaks.entries()) {
    const reason = fault(text((breaks[n - 1] ?? -1) + 1, at), text(at + 1, breaks[n + 1] ?? children.length))
    if (!reason) continue
    report(misplaced(places[n], reason))
    wrong.add(at)
  }
  return children.filter((_, i) => !wrong.has(i))
}

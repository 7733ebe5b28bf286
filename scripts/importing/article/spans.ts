/** The text of a block in, where in it a note is called or the references are cited out. */
import type { Unit } from '../lines/units.ts'
import type { Span } from '../result.ts'
import type { Note } from './notes.ts'

const citation = /[[［〔](\d{1,3}(?:\s*[-–—~～,，、]\s*\d{1,3})*)[\]］〕]/gu

/** @param references length of the list: numbers beyond it are no citations. */
export function spansOf(text: string, own: readonly Unit[], notes: readonly Note[], references: number): Span[] {
  const spans: Span[] = []
  for (const note of notes) {
    if (!own.includes(note.call.unit)) continue
    // The unit's text stands in the block, perhaps without its first, doubled character.
    const tail = note.call.unit.text.slice(1)
    const start = text.indexOf(note.call.unit.text) !== -1 ? text.indexOf(note.call.unit.text) : text.indexOf(tail) - 1
    if (start >= -1 && text.indexOf(tail) !== -1)
      spans.push({ at: start + note.call.at, length: note.call.length, markdown: `[^${note.label}]` })
  }
  if (references > 0)
    for (const hit of text.matchAll(citation)) {
      const numbers = hit[1]!
        .replace(/[–—~～]/gu, '-')
        .replace(/[，、]/gu, ',')
        .replace(/\s/gu, '')
      const fits = numbers.split(/[-,]/u).every((number) => Number(number) >= 1 && Number(number) <= references)
      const free = spans.every(({ at, length }) => hit.index >= at + length || hit.index + hit[0].length <= at)
      if (fits && free && hit.index > 0 && !/\d/u.test(text[hit.index + hit[0].length] ?? ''))
        spans.push({ at: hit.index, length: hit[0].length, markdown: `[@${numbers}]` })
    }
  return spans.sort((a, b) => a.at - b.at)
}

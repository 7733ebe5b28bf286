/**
 * What is wrong with a manuscript in; which faults of a file only say the same again, out. A character that no face has is missing
 * in every file and in whatever is read out of it: its place is told, and not called a fault of the program five times over.
 */
import type { Code } from '../../model/codes/index.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/place.ts'

const ofGlyphs: ReadonlySet<Code> = new Set([
  'proof/glyph-missing',
  'pdfua/notdef',
  'pdfua/no-unicode',
  'pdfua/glyph-missing',
  'printing/glyph-unreadable',
  'epub/glyph-missing',
])
const ofText: ReadonlySet<Code> = new Set(['proof/text-lost', 'proof/text-altered', 'pdfua/article-text'])

const lineOf = ({ file, line }: Place): string => `${file}:${line}`

export function followersOf(found: readonly Diagnostic[]): (d: Diagnostic) => boolean {
  const missing = new Set(
    found.filter(({ code }) => code === 'layout/glyph-missing').map(({ facts }) => String(facts.character)),
  )
  if (missing.size === 0) return () => false
  const lines = new Set(
    found.flatMap(({ code, place }) => (code === 'layout/glyph-missing' && place ? [lineOf(place)] : [])),
  )
  return ({ code, facts, place }) => {
    if (ofGlyphs.has(code)) return true
    // The line is filled in place of the character.
    if (code === 'typography/loose-line') return place !== undefined && lines.has(lineOf(place))
    const lost = Array.from(String(facts.text ?? '')).filter((character) => /\S/u.test(character))
    return ofText.has(code) && lost.length > 0 && lost.every((character) => missing.has(character))
  }
}

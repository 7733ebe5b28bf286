/** The sources of an issue in; the characters that no face can set out. */
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { OwnFace } from '../../model/manuscript.ts'
import { coveredCodePoints } from './faces.ts'
import { needsGlyph } from './own-faces.ts'

/** Each missing character at its first place in each file. */
export async function missingGlyphs(
  sources: ReadonlyMap<string, string>,
  own: readonly OwnFace[] = [],
): Promise<Diagnostic[]> {
  const covered = new Set([...(await coveredCodePoints()), ...own.flatMap(({ codePoints }) => codePoints)])
  const found: Diagnostic[] = []
  for (const [file, text] of sources) {
    const seen = new Set<number>()
    text.split('\n').forEach((row, index) => {
      let column = 1
      for (const character of row) {
        const codePoint = character.codePointAt(0)!
        if (!covered.has(codePoint) && !seen.has(codePoint) && needsGlyph(character)) {
          seen.add(codePoint)
          const codepoint = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
          found.push(diagnostic('layout/glyph-missing', { file, line: index + 1, column }, { character, codepoint }))
        }
        column += character.length
      }
    })
  }
  return found
}

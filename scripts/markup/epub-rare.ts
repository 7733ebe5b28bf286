/** Rare characters: those of an issue that need a face of their own in the EPUB, and XHTML with them marked. */
import type { Issue } from '../model/issue.ts'

/** Han from extension B on (planes 2 and 3): reading systems have no glyphs for most of them. */
const rare = /[\u{20000}-\u{3FFFF}]/gu

const textOf = (issue: Issue): string => JSON.stringify({ ...issue, resources: [], faces: [], printing: null })

/** Each rare character of the issue once, in the order of their code points; empty where it has none. */
export const rareCharacters = (issue: Issue): string => [...new Set(textOf(issue).match(rare))].sort().join('')

/** What the issue takes from each of the office's own faces, as `rareCharacters`: reading systems may lack it as the house does. */
export function ownCharacters(issue: Issue): readonly string[] {
  const used = [...new Set(textOf(issue))].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!)
  return issue.faces.map(({ codePoints }) => {
    const sets = new Set(codePoints)
    return used.filter((character) => sets.has(character.codePointAt(0)!)).join('')
  })
}

/**
 * Marks those characters that a face in the book has, in text only: attributes take no markup. What stands together is marked
 * together, for in many scripts a letter has its form from the next.
 * @param xhtml content of a body.
 */
export function markRare(xhtml: string, characters: string): string {
  if (characters === '') return xhtml
  const runs = new RegExp(`[${[...characters].map((c) => `\\u{${c.codePointAt(0)!.toString(16)}}`).join('')}]+`, 'gu')
  return xhtml.replace(/(<[^>]*>)|([^<]+)/g, (_, tag: string | undefined, text: string) =>
    tag !== undefined ? tag : text.replace(runs, (run) => `<span class="rare">${run}</span>`),
  )
}

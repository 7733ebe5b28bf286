/** Rare characters: those of an issue that need a face of their own in the EPUB, and XHTML with them marked. */
import type { Issue } from '../model/issue.ts'

/** Han from extension B on (planes 2 and 3): reading systems have no glyphs for most of them. */
const rare = /[\u{20000}-\u{3FFFF}]/gu

/** Each rare character of the issue once, in the order of their code points; empty where it has none. */
export function rareCharacters(issue: Issue): string {
  const text = JSON.stringify({ ...issue, resources: [], printing: null })
  return [...new Set(text.match(rare))].sort().join('')
}

/**
 * Marks those characters that the face has, in text only: attributes take no markup.
 * @param xhtml content of a body.
 */
export function markRare(xhtml: string, characters: string): string {
  if (characters === '') return xhtml
  return xhtml.replace(/(<[^>]*>)|([^<]+)/g, (_, tag: string | undefined, text: string) =>
    tag !== undefined
      ? tag
      : text.replace(rare, (character) =>
          characters.includes(character) ? `<span class="rare">${character}</span>` : character,
        ),
  )
}

/** In: the content of a tagged page. Out: the same with everything outside of the tags as artifact of its kind. */

import { markedContentId, operations, paintsImage, paintsPath, showsText } from '../../pdf/content-stream.ts'
import { Place } from '../../pdf/text-position.ts'

const layout = '/Artifact <</Type /Layout>> BDC'
const furniture = (subtype: 'Header' | 'Footer'): string => `/Artifact <</Type /Pagination /Subtype /${subtype}>> BDC`
/** What the pages repeat within the text: the head of a table in a further column. */
const repeated = '/Artifact <</Type /Pagination>> BDC'

export interface ArtifactOptions {
  /** Identifiers of marked content that loses its tag. */
  readonly untag: ReadonlySet<number>
  /** Tells of an XObject whether there are tags in it; such a form is left alone. */
  readonly isTagged: (xobject: string) => boolean
  /** Height of the edges of the type area: text above it is a running head, text below it a folio. */
  readonly top: number
  readonly bottom: number
}

/**
 * Marks as artifact whatever stands outside of the tags: Chromium leaves running heads, folios, backgrounds and every
 * generated text without a tag, and PDF/UA wants each object to be one or the other (ISO 32000-1 14.8.2.2). Text outside of
 * the tags is in the margins, or repeated in the type area; all else is layout.
 */
export function markArtifacts(content: string, { untag, isTagged, top, bottom }: ArtifactOptions): string {
  const out: string[] = []
  const open: ('tagged' | 'untagged' | 'other')[] = []
  const place = new Place()
  let from = 0
  let outside: string[] = []
  let paints = false
  let kind = layout
  // Marked content may enclose whole text objects or lie in one, not cross its border (ISO 32000-1 14.6.1).
  let unclosed = 0

  const closeOutside = (end: number): void => {
    const text = outside.join('') + content.slice(from, end)
    out.push(paints && unclosed === 0 ? `\n${kind}\n${text.trim()}\nEMC\n` : text)
    outside = []
    paints = false
    kind = layout
    unclosed = 0
    from = end
  }
  const leaveOut = (start: number, end: number): void => {
    outside.push(content.slice(from, start))
    from = end
  }

  for (const operation of operations(content)) {
    const { operator, operands, start, end } = operation
    place.follow(operation)
    const inTag = open.includes('tagged')
    if (operator === 'BDC' || operator === 'BMC') {
      const id = markedContentId(operation)
      const marked = id === undefined ? 'other' : untag.has(id) ? 'untagged' : 'tagged'
      if (!inTag) {
        if (marked === 'tagged') closeOutside(start)
        else if (marked === 'untagged') leaveOut(start, end)
        else unclosed++
      }
      open.push(marked)
    } else if (operator === 'EMC') {
      const marked = open.pop()
      if (marked === 'tagged' && !open.includes('tagged')) {
        out.push(content.slice(from, end))
        from = end
      } else if (!inTag) {
        if (marked === 'untagged') leaveOut(start, end)
        else unclosed--
      }
    } else if (inTag) continue
    else if (operator === 'BT') {
      if (unclosed === 0 && paints) closeOutside(start)
      unclosed++
    } else if (operator === 'ET') {
      unclosed--
      if (unclosed === 0 && paints && kind !== layout) closeOutside(end)
    } else if (operator === 'Do' && isTagged(operands[0] ?? '')) {
      closeOutside(start)
      out.push(content.slice(start, end))
      from = end
    } else if (showsText.has(operator)) {
      paints = true
      const y = place.glyph()[1]
      kind = y > top ? furniture('Header') : y < bottom ? furniture('Footer') : repeated
    } else if (paintsPath.has(operator) || paintsImage.has(operator)) paints = true
  }
  closeOutside(content.length)
  return out.join('')
}

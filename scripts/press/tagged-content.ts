/** In: the content of a tagged page. Out: what each marked content of it shows, and the content with all else as artifact. */
import { markedContentId, operations, paintsImage, paintsPath, showsText } from './content-stream.ts'
import type { Fonts } from './text-repair.ts'

export interface TaggedContent {
  /** The type that Chromium wrote beside the identifier: `P`, `NonStruct`, `Figure` … */
  readonly type: string
  readonly text: string
  /** Only lines and areas: a rule, a border, a background. */
  readonly pathsOnly: boolean
}

/** The marked content of a page by identifier, pieces with the same identifier taken together. */
export function readTagged(content: string, fontNamed: ReturnType<Fonts['namedIn']>): Map<number, TaggedContent> {
  const found = new Map<number, { type: string; text: string; pathsOnly: boolean }>()
  const open: (number | undefined)[] = []
  const saved: string[] = []
  let font = ''
  for (const operation of operations(content)) {
    const { operator, operands } = operation
    if (operator === 'BDC' || operator === 'BMC') {
      const id = markedContentId(operation)
      open.push(id)
      if (id !== undefined && !found.has(id)) found.set(id, { type: operands[0]!.slice(1), text: '', pathsOnly: true })
      continue
    }
    const current = found.get(open.findLast((id) => id !== undefined) ?? -1)
    if (operator === 'EMC') open.pop()
    else if (operator === 'q') saved.push(font)
    else if (operator === 'Q') font = saved.pop() ?? font
    else if (operator === 'Tf') font = operands[0] ?? ''
    else if (current && paintsImage.has(operator)) current.pathsOnly = false
    else if (current && showsText.has(operator)) {
      const face = fontNamed(font)
      for (const code of face?.codes(operands.at(-1) ?? '') ?? []) current.text += face?.text(code) ?? ''
      current.pathsOnly = false
    }
  }
  return found
}

/**
 * Marks as artifact whatever stands outside of the tags: Chromium leaves running heads, folios, backgrounds and every
 * generated text without a tag, and PDF/UA wants each object to be one or the other (ISO 32000-1 14.8.2.2).
 * @param untag identifiers of marked content that loses its tag.
 * @param isTagged tells of an XObject whether there are tags in it; such a form is left alone.
 */
export function markArtifacts(
  content: string,
  untag: ReadonlySet<number>,
  isTagged: (xobject: string) => boolean,
): string {
  const out: string[] = []
  const open: ('tagged' | 'untagged' | 'other')[] = []
  let from = 0
  let outside: string[] = []
  let paints = false
  // Marked content may enclose whole text objects or lie in one, not cross its border (ISO 32000-1 14.6.1).
  let unclosed = 0

  const closeOutside = (end: number): void => {
    const text = outside.join('') + content.slice(from, end)
    out.push(paints && unclosed === 0 ? `\n/Artifact BMC\n${text.trim()}\nEMC\n` : text)
    outside = []
    paints = false
    unclosed = 0
    from = end
  }
  const leaveOut = (start: number, end: number): void => {
    outside.push(content.slice(from, start))
    from = end
  }

  for (const operation of operations(content)) {
    const { operator, operands, start, end } = operation
    const inTag = open.includes('tagged')
    if (operator === 'BDC' || operator === 'BMC') {
      const id = markedContentId(operation)
      const kind = id === undefined ? 'other' : untag.has(id) ? 'untagged' : 'tagged'
      if (!inTag) {
        if (kind === 'tagged') closeOutside(start)
        else if (kind === 'untagged') leaveOut(start, end)
        else unclosed++
      }
      open.push(kind)
    } else if (operator === 'EMC') {
      const kind = open.pop()
      if (kind === 'tagged' && !open.includes('tagged')) {
        out.push(content.slice(from, end))
        from = end
      } else if (!inTag) {
        if (kind === 'untagged') leaveOut(start, end)
        else unclosed--
      }
    } else if (!inTag) {
      if (operator === 'BT') unclosed++
      else if (operator === 'ET') unclosed--
      else if (operator === 'Do' && isTagged(operands[0] ?? '')) {
        closeOutside(start)
        out.push(content.slice(start, end))
        from = end
      } else if (showsText.has(operator) || paintsPath.has(operator) || paintsImage.has(operator)) paints = true
    }
  }
  closeOutside(content.length)
  return out.join('')
}

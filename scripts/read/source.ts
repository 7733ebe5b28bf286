/** Bytes of a text file in; its text with line feeds, and what cannot be seen in it, out. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'

const names: Readonly<Record<string, string>> = {
  '00A0': 'no-break space',
  '00AD': 'soft hyphen',
  '200B': 'zero width space',
  '200C': 'zero width non-joiner',
  '200D': 'zero width joiner',
  '200E': 'left-to-right mark',
  '200F': 'right-to-left mark',
  '2028': 'line separator',
  '2029': 'paragraph separator',
  '2060': 'word joiner',
  FEFF: 'byte order mark',
  FFFD: 'replacement character',
}

const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/gu

/** The invisible characters of one line or value, with the column of each. */
export function invisibleCharacters(line: string, place: Place): Diagnostic[] {
  return [...line.matchAll(invisible)].map((found) => {
    const hex = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    const facts = { codepoint: `U+${hex}`, name: names[hex] ?? 'control character' }
    return diagnostic('manuscript/invisible-character', { ...place, column: found.index + 1 }, facts)
  })
}

export function readSource(
  bytes: Uint8Array,
  file: string,
): { text: string | null; diagnostics: readonly Diagnostic[] } {
  let decoded: string
  try {
    decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { text: null, diagnostics: [diagnostic('manuscript/file-encoding', { file })] }
  }
  const marked = decoded.startsWith('\ufeff')
  const text = decoded.slice(marked ? 1 : 0).replace(/\r\n?/g, '\n')
  const diagnostics = marked ? [diagnostic('manuscript/byte-order-mark', { file, line: 1, column: 1 })] : []
  text.split('\n').forEach((line, i) => {
    diagnostics.push(...invisibleCharacters(line, { file, line: i + 1 }))
  })
  return { text, diagnostics }
}

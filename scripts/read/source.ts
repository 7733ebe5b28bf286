/** Bytes of a text file in; its text with line feeds, and what cannot be seen in it, out. */
import { type PhraseKey, phrases } from '../model/codes/phrases.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'

const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd\ud800-\udfff]/gu

/** @param hex at least four digits. */
function signOf(hex: string): PhraseKey<'invisible'> {
  if (hex in phrases.invisible) return hex as PhraseKey<'invisible'>
  return /^D[89A-F]..$/.test(hex) ? 'lone' : 'control'
}

/** The invisible characters of one line or value, with the column of each. */
export function invisibleCharacters(line: string, place: Place): Diagnostic[] {
  return [...line.matchAll(invisible)].map((found) => {
    const hex = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    const facts = { codepoint: `U+${hex}`, sign: signOf(hex) }
    return diagnostic('manuscript/invisible-character', { ...place, column: found.index + 1 }, facts)
  })
}

/** What programs of Windows save Chinese as, where the bytes are just that and hold Chinese. */
function otherEncoding(bytes: Uint8Array): { name: string; text: string } | null {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  for (const [label, name] of utf16 ? [[utf16, 'UTF-16']] : [['gb18030', 'GB18030（GBK）']]) {
    try {
      const text = new TextDecoder(label, { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
      const han = text.match(/\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0
      const wide = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0
      if (wide > 0 && han >= 0.8 * wide) return { name: name!, text }
    } catch {
      // It is something else.
    }
  }
  return null
}

export function readSource(
  bytes: Uint8Array,
  file: string,
): { text: string | null; diagnostics: readonly Diagnostic[] } {
  let decoded: string
  try {
    decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const other = otherEncoding(bytes)
    const facts = other ? { told: 'known', encoding: other.name } : { told: '' }
    // For a draft the text is shown all the same; columns of unseen characters are told once it is UTF-8.
    return { text: other?.text ?? null, diagnostics: [diagnostic('manuscript/file-encoding', { file }, facts)] }
  }
  const marked = decoded.startsWith('\ufeff')
  const text = decoded.slice(marked ? 1 : 0).replace(/\r\n?/g, '\n')
  const diagnostics = marked ? [diagnostic('manuscript/byte-order-mark', { file, line: 1, column: 1 })] : []
  text.split('\n').forEach((line, i) => {
    diagnostics.push(...invisibleCharacters(line, { file, line: i + 1 }))
  })
  return { text, diagnostics }
}

/** What the bytes and the text look like in; why no editor could use them out, or undefined. */
import { plausibility, wideCount } from './plausible.ts'

/** Formats that are often taken for text because their names end alike or were changed. */
const signatures: readonly (readonly [string, string])[] = [
  ['%PDF-', 'PDF'],
  ['PK\u0003\u0004', 'ZIP / DOCX / EPUB'],
  ['\u00d0\u00cf\u0011\u00e0', 'DOC / WPS'],
  ['{\\rtf', 'RTF'],
  ['\u0089PNG', 'PNG'],
  ['\u00ff\u00d8\u00ff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['\u001f\u008b', 'GZIP'],
  ['7z\u00bc\u00af', '7Z'],
  ['Rar!', 'RAR'],
  ['II*\u0000', 'TIFF'],
  ['CAJ', 'CAJ'],
]

/** The name of the format, or undefined where the bytes may be text. */
export function formatOf(bytes: Uint8Array): string | undefined {
  const head = Array.from(bytes.slice(0, 8), (byte) => String.fromCharCode(byte)).join('')
  const known = signatures.find(([sign, name]) => head.startsWith(sign) && (name !== 'CAJ' || bytes.includes(0)))
  return known?.[1]
}

/** Control characters that no text holds: more than one in a hundred is a file of another kind. */
export function isBinary(text: string): boolean {
  const all = Array.from(text)
  const control = all.filter((c) => /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u.test(c)).length
  return control >= 4 && control > all.length / 100
}

/** Sequences that only come about when UTF-8 is read as GBK or as Latin-1, or is saved twice. */
const misread =
  /锟斤拷|锘锟|烫烫烫|屯屯屯|鐨勪|鏄竴|鍦ㄤ|涓€|銆傚|锛屽|(?:[ÃÂâäåæçèé][\u0080-\u00bf]){2}|[äåæçèé][\u00a0-\u00ff¼½¾œžŸ€‚„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›]{2}/gu

/** A sample of what is misread, or undefined. Short texts and verse have few common characters, so that they need the sequences. */
export function mojibake(text: string): string | undefined {
  const wide = wideCount(text)
  const hits = [...text.matchAll(misread)]
  const sample = (at: number): string => text.slice(at, at + 16).replace(/\s+/gu, ' ')
  if (hits.length >= 3 && hits.length > wide / 60) return sample(hits[0]!.index)
  const letters = Array.from(text.replace(/[\u0000-\u024f\s]/gu, '')).length
  if (letters >= 60 && plausibility(text) < 0.1) return sample(text.search(/[^\u0000-\u007f]/u))
  const lost = Array.from(text).filter((c) => c === '\ufffd').length
  if (lost > 2 && lost > wide / 25) return sample(text.indexOf('\ufffd'))
  // Every Han replaced by a question mark, where the punctuation of the sentence stands between.
  const marks = [...text.matchAll(/\?{4,}/g)].reduce((sum, [run]) => sum + run.length, 0)
  if (marks > 40 && marks > text.replace(/\s/g, '').length / 2) return sample(text.indexOf('????'))
  return undefined
}

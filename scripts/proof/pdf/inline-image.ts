/** In: the entries of an inline image as operands. Out: an image as the file has others, without data. */
import type { Operand } from './content.ts'
import { PdfStream, type PdfValue } from './syntax.ts'

/** Abbreviations of inline images (8.9.7). */
const longKeys: Readonly<Record<string, string>> = {
  W: 'Width',
  H: 'Height',
  CS: 'ColorSpace',
  BPC: 'BitsPerComponent',
  IM: 'ImageMask',
  D: 'Decode',
  F: 'Filter',
}

export function inlineImage(operands: readonly Operand[]): PdfStream {
  const dict = new Map<string, PdfValue>()
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const key = String(operands[i]).slice(1)
    const value = operands[i + 1]!
    dict.set(longKeys[key] ?? key, value === 'true' ? true : value)
  }
  return new PdfStream(dict.set('Filter', '/Inline'), new Uint8Array())
}

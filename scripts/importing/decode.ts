/** Bytes of a raw text in, its characters and their encoding out. */

export interface Decoded {
  /** Holds U+FFFD where the bytes are no text in any encoding tried. */
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
}

/**
 * A byte order mark decides; otherwise UTF-8 where every byte fits, which other encodings' Chinese all but never does; otherwise
 * GB18030, the superset of GB2312 and GBK that Chinese systems write.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' }
  }
}

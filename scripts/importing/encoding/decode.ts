/** Bytes of a raw text in, its characters and their encoding out. */
import { plausibility, wideCount } from './plausible.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

export interface Decoded {
  /** Holds U+FFFD where the bytes are no text in the encoding. */
  readonly text: string
  readonly encoding: Encoding
  /** False where another encoding is nearly as likely. */
  readonly certain: boolean
}

const read = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes)

function fits(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Bytes of value 0 at even and at odd places: in UTF-16 every ASCII character and every line end has one. */
function zeros(bytes: Uint8Array): { even: number; odd: number } {
  const count = { even: 0, odd: 0 }
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) count[at % 2 === 0 ? 'even' : 'odd'] += 1
  return count
}

/**
 * A byte order mark decides. Without one, UTF-8 where every byte fits and no zero byte speaks for UTF-16; else the encoding whose
 * text reads most like prose. GB18030 goes before Big5 where both are alike, since most raw texts come from simplified systems.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes
  const sure = (encoding: Encoding): Decoded => ({ text: read(bytes, encoding), encoding, certain: true })
  if (first === 0xff && second === 0xfe) return sure('utf-16le')
  if (first === 0xfe && second === 0xff) return sure('utf-16be')
  const { even, odd } = zeros(bytes)
  const wide: Encoding[] = even + odd > 0 ? (odd >= even ? ['utf-16le', 'utf-16be'] : ['utf-16be', 'utf-16le']) : []
  if (wide.length === 0 && fits(bytes, 'utf-8')) return sure('utf-8')
  const candidates = (
    [...wide, 'utf-8', 'gb18030', 'big5', ...(wide.length === 0 ? ['utf-16le', 'utf-16be'] : [])] as const
  ).map((encoding) => {
    const text = read(bytes, encoding as Encoding)
    return { encoding: encoding as Encoding, text, value: plausibility(text), wide: wideCount(text) }
  })
  const ranked = candidates.sort((a, b) => b.value - a.value)
  const few = candidates.find(({ encoding }) => encoding === 'gb18030')!
  // Of a handful of characters none need be common: what fits goes before what reads well.
  const best = few.wide < 12 && wide.length === 0 && ranked[0]!.value < 0.5 ? few : ranked[0]!
  const next = ranked.find(({ encoding }) => encoding !== best.encoding)
  return {
    text: best.text,
    encoding: best.encoding,
    certain: best.value >= 0.3 && best.value - (next?.value ?? 0) >= 0.15,
  }
}

/** The bytes of a picture in; what it is, how large, and whether it is whole, from its content alone, out. */
import { inflateSync } from 'node:zlib'

export interface PictureFacts {
  readonly mediaType: string
  /** File name endings that go with it. */
  readonly endings: readonly string[]
  /** 0 where it has none of its own, or they cannot be found. */
  readonly pixels: number
  /** Why it cannot be shown whole, in the words of its format; empty where it can. */
  readonly fault: string
}

const startsWith = (data: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, i) => data[i] === byte)

export function pictureFacts(data: Uint8Array): PictureFacts {
  if (startsWith(data, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) {
    return { mediaType: 'image/png', endings: ['png'], ...pngFacts(data) }
  }
  if (startsWith(data, 0xff, 0xd8, 0xff)) {
    return { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], ...jpegFacts(data) }
  }
  if (/^\uFEFF?\s*(<\?xml|<!--|<!DOCTYPE svg|<svg)/.test(new TextDecoder().decode(data.subarray(0, 256)))) {
    return { mediaType: 'image/svg+xml', endings: ['svg'], pixels: 0, fault: '' }
  }
  return { mediaType: 'application/octet-stream', endings: [], pixels: 0, fault: '' }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

/** Of a chunk's type and data (PNG, annex D). */
function crc(data: Uint8Array): number {
  let c = 0xffffffff
  for (const byte of data) c = crcTable[(c ^ byte) & 0xff]! ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

/** Samples of a pixel by colour type (PNG 11.2.1). */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Every chunk is whole, and the image data inflate to as many bytes as the picture has. */
function pngFacts(data: Uint8Array): { pixels: number; fault: string } {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const name = (at: number) => String.fromCharCode(...data.subarray(at, at + 4))
  const parts: Uint8Array[] = []
  let header = -1
  let end = false
  let fault = ''
  for (let at = 8; at < data.length && !end && !fault; ) {
    const length = at + 12 <= data.length ? view.getUint32(at) : Number.POSITIVE_INFINITY
    const type = name(at + 4)
    const next = at + 12 + length
    if (next > data.length) fault = `truncated in ${type || 'a chunk'}`
    else if (crc(data.subarray(at + 4, next - 4)) !== view.getUint32(next - 4)) fault = `CRC of ${type}`
    else if (type === 'IHDR') header = at + 8
    else if (type === 'IDAT') parts.push(data.subarray(at + 8, next - 4))
    else if (type === 'IEND') end = true
    at = next
  }
  // IHDR is always the first chunk (PNG 5.6).
  const at = header < 0 && data.length >= 24 ? 16 : header
  if (at < 0) return { pixels: 0, fault: fault || 'no IHDR' }
  const width = view.getUint32(at)
  const height = view.getUint32(at + 4)
  if (!fault && !end) fault = 'no IEND'
  if (!fault) {
    const bits = view.getUint8(at + 8) * (channels[view.getUint8(at + 9)] ?? 0)
    const interlaced = view.getUint8(at + 12) !== 0
    fault = imageDataFault(parts, interlaced ? null : height * (1 + Math.ceil((width * bits) / 8)))
  }
  return { pixels: width * height, fault }
}

/** @param expected bytes of the filtered rows; null where interlacing divides them otherwise. */
function imageDataFault(parts: readonly Uint8Array[], expected: number | null): string {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  try {
    const { length } = inflateSync(joined)
    return expected !== null && length < expected ? 'IDAT is too short' : ''
  } catch {
    return 'IDAT does not inflate'
  }
}

/** Walks the segments to the end of the image (ITU-T T.81, annex B): a frame, at least one scan, and EOI. */
function jpegFacts(data: Uint8Array): { pixels: number; fault: string } {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  let pixels = 0
  let scans = 0
  for (let i = 2; i + 2 <= data.length; ) {
    if (data[i] !== 0xff) return { pixels, fault: `no marker at byte ${i}` }
    const marker = data[i + 1]!
    if (marker === 0xff) i += 1
    else if (marker === 0xd9) {
      return { pixels, fault: pixels === 0 ? 'no frame' : scans === 0 ? 'no scan' : '' }
    } else {
      if (i + 4 > data.length) break
      // SOF0–SOF15 without the tables DHT, JPG and DAC among them (B.1.1.3).
      const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
      if (frame && i + 9 <= data.length) pixels = view.getUint16(i + 5) * view.getUint16(i + 7)
      i += 2 + view.getUint16(i + 2)
      if (marker === 0xda) {
        scans += 1
        // Coded data: FF 00 is a byte of it and FF D0–D7 a restart.
        while (i + 1 < data.length && !(data[i] === 0xff && data[i + 1] !== 0 && (data[i + 1]! & 0xf8) !== 0xd0)) i += 1
      }
    }
  }
  return { pixels, fault: 'no EOI' }
}

/** Bytes of a PNG or JPEG in; its size in pixels, or why it is damaged, out. */
import { crc32 } from 'node:zlib'

export type Measured = { readonly width: number; readonly height: number } | { readonly damaged: string }

/** PNG 1.2, clause 3: chunks of length, type, data and CRC, from IHDR to IEND. */
export function measurePng(bytes: Uint8Array): Measured {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: { width: number; height: number } | null = null
  let data = false
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (end > bytes.length) return { damaged: `${type}: truncated` }
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return { damaged: `${type}: CRC` }
    if (type === 'IHDR') size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (type === 'IDAT') data = true
    if (type === 'IEND') return sized(data ? size : null, 'no picture data')
    at = end
  }
  return { damaged: 'no IEND' }
}

/** ITU-T T.81, annex B: marker segments up to the end of image, entropy-coded data between them. */
export function measureJpeg(bytes: Uint8Array): Measured {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: { width: number; height: number } | null = null
  let turned = false
  let scanned = false
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return { damaged: `no marker at byte ${at}` }
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) return sized(scanned ? size : null, 'no picture data', turned)
    if (at + 4 > bytes.length) break
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length) break
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (frame && end - at >= 9) size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    if (marker === 0xe1) turned ||= isTurned(bytes.subarray(at + 4, end))
    at = end
    if (marker === 0xda) {
      scanned = true
      while (at + 1 < bytes.length && !(bytes[at] === 0xff && isMarker(bytes[at + 1]!))) at += 1
    }
  }
  return { damaged: 'no end of image' }
}

/** Within entropy-coded data FF00 is a byte and FFD0 to FFD7 are restarts. */
const isMarker = (byte: number): boolean => byte !== 0 && byte !== 0xff && !(byte >= 0xd0 && byte <= 0xd7)

/** Whether Exif's orientation (tag 0x0112, values 5 to 8) lays the picture on its side, as telephones do. */
function isTurned(segment: Uint8Array): boolean {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength)
  if (segment.length < 16 || view.getUint32(0) !== 0x45786966) return false
  const little = view.getUint16(6) === 0x4949
  const directory = 6 + view.getUint32(10, little)
  if (directory + 2 > segment.length) return false
  const count = view.getUint16(directory, little)
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + 12 * i
    if (entry + 12 > segment.length) return false
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little) >= 5
  }
  return false
}

function sized(size: { width: number; height: number } | null, otherwise: string, turned = false): Measured {
  if (!size || size.width === 0 || size.height === 0) return { damaged: otherwise }
  return turned ? { width: size.height, height: size.width } : size
}

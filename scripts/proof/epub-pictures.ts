/** The bytes of a picture in; what it is and how large, from its content alone, out. */

export interface PictureFacts {
  readonly mediaType: string
  /** File name endings that go with it. */
  readonly endings: readonly string[]
  /** 0 where it has none of its own, or they cannot be found. */
  readonly pixels: number
}

const startsWith = (data: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, i) => data[i] === byte)

export function pictureFacts(data: Uint8Array): PictureFacts {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  if (startsWith(data, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) {
    // IHDR is always the first chunk (PNG 5.6): width and height stand at bytes 16 and 20.
    const pixels = data.length >= 24 ? view.getUint32(16) * view.getUint32(20) : 0
    return { mediaType: 'image/png', endings: ['png'], pixels }
  }
  if (startsWith(data, 0xff, 0xd8, 0xff)) {
    return { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], pixels: jpegPixels(view) }
  }
  if (/^\uFEFF?\s*(<\?xml|<!--|<!DOCTYPE svg|<svg)/.test(new TextDecoder().decode(data.subarray(0, 256)))) {
    return { mediaType: 'image/svg+xml', endings: ['svg'], pixels: 0 }
  }
  return { mediaType: 'application/octet-stream', endings: [], pixels: 0 }
}

/** Walks the segments to the frame header: SOF0–SOF15 without the tables DHT, JPG and DAC among them (ITU-T T.81, B.1.1.3). */
function jpegPixels(view: DataView): number {
  for (let i = 2; i + 9 < view.byteLength && view.getUint8(i) === 0xff; ) {
    const marker = view.getUint8(i + 1)
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (frame) return view.getUint16(i + 5) * view.getUint16(i + 7)
    i += 2 + view.getUint16(i + 2)
  }
  return 0
}

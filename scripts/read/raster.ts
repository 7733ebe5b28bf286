/** Bytes of a PNG or JPEG in; its size in pixels as it is to be looked at, or why it cannot be printed, out. */
import sharp from 'sharp'

/** A page of A3 with bleed at 600 dpi has 75 million pixels. A file of a few kilobytes can claim many times that. */
export const largestPicture = 120e6

export type Measured =
  | { readonly kind: 'measured'; readonly width: number; readonly height: number }
  | { readonly kind: 'damaged'; readonly reason: string }
  /** Million pixels. */
  | { readonly kind: 'too-large'; readonly pixels: number }

/** Every byte is decoded, small, so that a picture which is cut off or spoilt anywhere is told now and not by the press. */
export async function measureRaster(data: Uint8Array): Promise<Measured> {
  try {
    // Width and height of a picture that its camera laid on its side (Exif) are exchanged.
    const { autoOrient } = await sharp(data, { limitInputPixels: false }).metadata()
    const pixels = autoOrient.width * autoOrient.height
    if (pixels > largestPicture) return { kind: 'too-large', pixels: Math.round(pixels / 1e6) }
    await sharp(data, { failOn: 'error', limitInputPixels: largestPicture }).resize({ width: 8 }).raw().toBuffer()
    return { kind: 'measured', width: autoOrient.width, height: autoOrient.height }
  } catch (error) {
    return { kind: 'damaged', reason: reasonOf(error) }
  }
}

/** libvips tells in one line for each of its layers; the first names what is wrong. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .split('\n')[0]!
    .replace(/^Input (?:buffer|file) /, '')
    .replace(/[:\s]+$/, '')

/** In: pixels in inks. Out: JPEG of them, and the pixels of such a JPEG again. */
import sharp from 'sharp'

/** No loss that the screen of a press would show. By experiment 10 % of the bytes for smooth pictures, 64 % for pure noise. */
const quality = 95

/** A TIFF without compression (TIFF 6.0, section 16): the one format by which sharp takes CMYK for what it is. */
function cmykTiff(pixels: Uint8Array, width: number, height: number): Buffer {
  const [long, short] = [4, 3]
  const count = 10
  const bits = 8 + 2 + count * 12 + 4
  const data = bits + 8
  const entries: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, long, 1, width],
    [257, long, 1, height],
    [258, short, 4, bits],
    [259, short, 1, 1],
    [262, short, 1, 5],
    [273, long, 1, data],
    [277, short, 1, 4],
    [278, long, 1, height],
    [279, long, 1, pixels.length],
    [284, short, 1, 1],
  ]
  const head = Buffer.alloc(data)
  head.write('II*\0', 0, 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(count, 8)
  for (const [i, [tag, type, values, value]] of entries.entries()) {
    const at = 10 + i * 12
    head.writeUInt16LE(tag, at)
    head.writeUInt16LE(type, at + 2)
    head.writeUInt32LE(values, at + 4)
    if (type === short && values === 1) head.writeUInt16LE(value, at + 8)
    else head.writeUInt32LE(value, at + 8)
  }
  for (let i = 0; i < 4; i++) head.writeUInt16LE(8, bits + i * 2)
  return Buffer.concat([head, pixels])
}

/** A JPEG of four inks. Adobe's marker makes it one of inverted values: in a PDF it needs `/Decode [1 0 1 0 1 0 1 0]`. */
export const cmykJpeg = (pixels: Uint8Array, width: number, height: number): Promise<Buffer> =>
  sharp(cmykTiff(pixels, width, height))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer()

/** Bytes of C, M, Y, K of such a JPEG; 255 is full ink. */
export const cmykPixels = (jpeg: Uint8Array): Promise<Uint8Array> =>
  sharp(jpeg, { ignoreIcc: true }).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()

/** A JPEG of one component; 255 is white. */
export const greyJpeg = (pixels: Uint8Array, width: number, height: number): Promise<Buffer> =>
  sharp(pixels, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .jpeg({ quality })
    .toBuffer()

/** The ICC profile of sRGB (IEC 61966-2-1), as it comes with the picture library. */
export async function srgbProfile(): Promise<Uint8Array> {
  const pixel = sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
  const { icc } = await sharp(await pixel.withIccProfile('srgb').png().toBuffer()).metadata()
  if (!icc) throw new Error('sharp embeds no profile of sRGB')
  return new Uint8Array(icc)
}

/**
 * In: an image of a PDF as Chromium writes it (Skia, SkPDFBitmap.cpp): a JPEG as it came, or deflated samples of 8 bits, in grey
 * or RGB, with the profile of the picture where it has one. Out: its samples. Of any other image nothing is said.
 */
import { decodePDFRawStream, type PDFDict, PDFRawStream } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { arrayAt, firstNameAt, name, nameAt, numberAt } from '../../pdf/document.ts'

export interface PictureSpace {
  /** Values of a pixel: red, green, blue, or grey. */
  readonly components: 1 | 3
  /** ICC profile of RGB, where the file has one. */
  readonly profile?: Uint8Array
}

/** The space of an image; undefined for one that Chromium does not write. */
export function pictureSpace(dict: PDFDict): PictureSpace | undefined {
  const space = firstNameAt(dict, 'ColorSpace')
  if (space === 'DeviceGray') return { components: 1 }
  if (space === 'DeviceRGB') return { components: 3 }
  const profile = space === 'ICCBased' ? arrayAt(dict, 'ColorSpace')!.lookup(1) : undefined
  if (!(profile instanceof PDFRawStream)) return undefined
  const components = numberAt(profile.dict, 'N')
  if (components === 1) return { components }
  return components === 3 ? { components, profile: decodePDFRawStream(profile).decode() } : undefined
}

/** Components of a JPEG as they stand in it, its own profile left aside: in a PDF the colour space of the image holds. */
const jpegSamples = (bytes: Uint8Array, components: 1 | 3): Promise<Uint8Array> =>
  sharp(bytes, { ignoreIcc: true })
    .toColourspace(components === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer()

export interface Samples {
  readonly width: number
  readonly height: number
  readonly components: 1 | 3
  /** Row by row, 255 is white. */
  readonly data: Uint8Array
  readonly profile?: Uint8Array
  /** Whether the file had lost detail already. */
  readonly lossy: boolean
}

/** The samples of an image; undefined where it is compressed by other means, has other bits, or is broken. */
export async function samplesOf(stream: PDFRawStream, space: PictureSpace): Promise<Samples | undefined> {
  const { dict, contents } = stream
  const { components } = space
  const [width, height] = [numberAt(dict, 'Width') ?? 0, numberAt(dict, 'Height') ?? 0]
  const lossy = nameAt(dict, 'Filter') === 'DCTDecode'
  const otherwise = ['Decode', 'DecodeParms'].some((key) => dict.has(name(key)))
  if (otherwise || numberAt(dict, 'BitsPerComponent') !== 8) return undefined
  try {
    const data = lossy ? await jpegSamples(contents, components) : decodePDFRawStream(stream).decode()
    return data.length > 0 && data.length === width * height * components
      ? { ...space, width, height, data, lossy }
      : undefined
  } catch {
    return undefined
  }
}

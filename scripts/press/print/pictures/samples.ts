/** In: an image of a PDF in additive colour. Out: its samples with 8 bits. */
import {
  decodePDFRawStream,
  PDFArray,
  type PDFDict,
  PDFHexString,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { arrayAt, dictAt, firstNameAt, name, numberAt, numbers } from '../../pdf/document.ts'

export interface PictureSpace {
  /** Values of a pixel: red, green, blue, or grey. */
  readonly components: 1 | 3
  /** ICC profile of the space, where the file has one. */
  readonly profile?: Uint8Array
  /** Bytes of the components of each index. */
  readonly palette?: Uint8Array
}

const decoded = (stream: PDFStream): Uint8Array =>
  stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents()

/** The space of an image in additive colour; `inks` for one in printing inks, undefined for one that is not understood. */
export function pictureSpace(dict: PDFDict): PictureSpace | 'inks' | undefined {
  const space = firstNameAt(dict, 'ColorSpace')
  const array = arrayAt(dict, 'ColorSpace')
  switch (space) {
    case undefined:
      // A stencil is painted in the colour of the content (ISO 32000-1 8.9.6.2).
      return String(dict.lookup(name('ImageMask'))) === 'true' ? 'inks' : undefined
    case 'DeviceCMYK':
    case 'Separation':
    case 'DeviceN':
      return 'inks'
    case 'DeviceGray':
    case 'CalGray':
      return { components: 1 }
    case 'DeviceRGB':
    case 'CalRGB':
      return { components: 3 }
    case 'ICCBased': {
      const stream = array!.lookup(1)
      const components = stream instanceof PDFStream ? numberAt(stream.dict, 'N') : undefined
      if (!(stream instanceof PDFStream) || components === undefined) return undefined
      if (components === 4) return 'inks'
      return components === 1 ? { components: 1 } : { components: 3, profile: decoded(stream) }
    }
    case 'Indexed': {
      const base = pictureSpace(dict.context.obj({ ColorSpace: array!.get(1) }) as PDFDict)
      if (base === undefined || base === 'inks') return base
      const table = array!.lookup(3)
      const text = table instanceof PDFHexString || table instanceof PDFString ? table.asBytes() : undefined
      const palette = table instanceof PDFStream ? decoded(table) : text
      return palette && { ...base, palette }
    }
    default:
      return undefined
  }
}

/** Undoes the predictor of PNG or TIFF before compression (ISO 32000-1 7.4.4.4); 8 bits per component. */
function unpredicted(data: Uint8Array, parms: PDFDict | undefined): Uint8Array | undefined {
  const predictor = (parms && numberAt(parms, 'Predictor')) ?? 1
  if (predictor === 1) return data
  if ((numberAt(parms!, 'BitsPerComponent') ?? 8) !== 8) return undefined
  const pixel = numberAt(parms!, 'Colors') ?? 1
  const row = pixel * (numberAt(parms!, 'Columns') ?? 1)
  const tagged = predictor >= 10 ? 1 : 0
  const rows = Math.floor(data.length / (row + tagged))
  const out = new Uint8Array(rows * row)
  for (let y = 0; y < rows; y++) {
    const from = y * (row + tagged)
    // TIFF differs from the left, which is what PNG calls 1.
    const kind = tagged ? data[from]! : 1
    for (let x = 0; x < row; x++) {
      const at = y * row + x
      const left = x >= pixel ? out[at - pixel]! : 0
      const up = y > 0 && tagged ? out[at - row]! : 0
      const corner = x >= pixel && y > 0 && tagged ? out[at - row - pixel]! : 0
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner
      out[at] = data[from + tagged + x]! + ([0, left, up, (left + up) >> 1, paeth][kind] ?? 0)
    }
  }
  return out
}

/** Samples of 1, 2, 4, 8 or 16 bits, rows padded to bytes, as numbers; of 16 bits the upper eight. */
function unpacked(data: Uint8Array, bits: number, perRow: number, rows: number): Uint8Array {
  if (bits === 8) return data.length > perRow * rows ? data.subarray(0, perRow * rows) : data
  const out = new Uint8Array(perRow * rows)
  const stride = Math.ceil((perRow * bits) / 8)
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < perRow; x++) {
      const bit = x * bits
      const byte = data[y * stride + (bit >> 3)] ?? 0
      out[y * perRow + x] = bits === 16 ? byte : (byte >> (8 - bits - (bit & 7))) & ((1 << bits) - 1)
    }
  }
  return out
}

/** Components of a JPEG as they stand in it, its own profile left aside: in a PDF the colour space of the image holds. */
async function jpegSamples(bytes: Uint8Array, components: 1 | 3): Promise<Uint8Array> {
  const picture = sharp(bytes, { ignoreIcc: true }).toColourspace(components === 1 ? 'b-w' : 'srgb')
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  if (info.channels === components) return data
  return Uint8Array.from({ length: (data.length / info.channels) * components }, (_, i) => {
    const pixel = Math.floor(i / components)
    return data[pixel * info.channels + Math.min(i % components, info.channels - 1)]!
  })
}

const isJpeg = (dict: PDFDict): boolean => {
  const filter = dict.lookup(name('Filter'))
  return firstNameAt(dict, 'Filter') === 'DCTDecode' && (!(filter instanceof PDFArray) || filter.size() === 1)
}

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

/** The samples of an image; undefined where its compression or its bits are not understood, or it is broken. */
export async function samplesOf(stream: PDFRawStream, space: PictureSpace): Promise<Samples | undefined> {
  const { dict } = stream
  const [width, height] = [numberAt(dict, 'Width') ?? 0, numberAt(dict, 'Height') ?? 0]
  const bits = numberAt(dict, 'BitsPerComponent') ?? 8
  const lossy = isJpeg(dict)
  const perPixel = space.palette ? 1 : space.components
  let raw: Uint8Array | undefined
  try {
    const parms = dictAt(dict, 'DecodeParms') ?? (arrayAt(dict, 'DecodeParms')?.lookup(0) as PDFDict | undefined)
    raw = lossy
      ? await jpegSamples(stream.contents, space.components)
      : unpredicted(decodePDFRawStream(stream).decode(), parms)
  } catch {
    return undefined
  }
  if (!raw || ![1, 2, 4, 8, 16].includes(bits)) return undefined
  const numbersOfPixels = unpacked(raw, lossy ? 8 : bits, width * perPixel, height)
  if (width * height === 0 || numbersOfPixels.length !== width * height * perPixel) return undefined
  const array = arrayAt(dict, 'Decode')
  const most = bits === 16 || lossy ? 255 : (1 << bits) - 1
  const decode = array ? numbers(array) : undefined
  const { palette } = space
  const value = (sample: number, component: number): number => {
    if (palette) return decode ? Math.round(decode[0]! + (sample * (decode[1]! - decode[0]!)) / most) : sample
    const [low, high] = decode ? decode.slice(component * 2) : [0, 1]
    return Math.round((low! + (sample * (high! - low!)) / most) * 255)
  }
  const plain = !palette && !decode && most === 255
  const data = plain
    ? numbersOfPixels
    : Uint8Array.from({ length: width * height * space.components }, (_, i) => {
        const pixel = Math.floor(i / space.components)
        const component = i % space.components
        if (palette) return palette[value(numbersOfPixels[pixel]!, 0) * space.components + component] ?? 0
        return value(numbersOfPixels[i]!, component)
      })
  return { width, height, components: space.components, data, lossy, ...(space.profile && { profile: space.profile }) }
}

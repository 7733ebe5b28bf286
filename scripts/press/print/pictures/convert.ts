/** In: the pictures of a document as the browser wrote them. Out: the same pictures in printing inks, or with their profile. */
import { type PDFDict, type PDFDocument, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import type { Resource } from '../../../model/manuscript.ts'
import { contentStreams, dictAt, name, nameAt, numberAt, plainStream } from '../../pdf/document.ts'
import type { ColourEngine } from '../colour/colour-engine.ts'
import { greyOf } from '../colour/colour-operators.ts'
import { limitInks } from '../colour/ink.ts'
import { cmykJpeg, cmykPixels, greyJpeg } from './files.ts'
import { isInverted } from './inks.ts'
import { type PictureSpace, pictureSpace, type Samples, samplesOf } from './samples.ts'

export interface PrintedPicture {
  /** Its file, where it is one of the issue's. */
  readonly picture?: string
  /** The first page that shows it, from 1. */
  readonly page: number
  /** Name of its colour space; null where it could not be converted and is as it was. */
  readonly to: 'DeviceCMYK' | 'DeviceGray' | 'ICCBased' | null
  /** Percent of all inks of its fullest pixel before the limit; 0 where it was not converted into four. */
  readonly fullest: number
  /** Whether its transparent parts became paper. */
  readonly flattened: boolean
  /** Whether it came in printing inks. */
  readonly own: boolean
}

export interface PictureInks {
  readonly engine: ColourEngine
  readonly inkLimit: number
  /** In inks, or in RGB with a profile. */
  readonly into: 'cmyk' | 'icc'
  readonly srgb: () => PDFObject
  /** The picture of the issue that one of the document is. */
  readonly source: (stream: PDFRawStream) => Resource | undefined
  /** Whether nothing but paper lies beneath a picture wherever it is shown. */
  readonly onPaper: (picture: PDFDict) => boolean
}

/** Bytes by which red, green and blue of a grey may differ: rounding, and what JPEG makes of a grey. */
const greyTolerance = { lossless: 1, lossy: 3 }
/** Pixels of an image that is not worth a loss: at most as large as a small ornament. */
const smallPicture = 100 * 100

/** Percent of all inks that the loss of a JPEG may add to a pixel, by experiment with hard edges. */
const lossMargin = 30

function isGrey({ data, components, lossy }: Samples): boolean {
  if (components === 1) return true
  const tolerance = lossy ? greyTolerance.lossy : greyTolerance.lossless
  for (let i = 0; i < data.length; i += 3) {
    const [r, g, b] = [data[i]!, data[i + 1]!, data[i + 2]!]
    if (Math.abs(r - g) > tolerance || Math.abs(g - b) > tolerance || Math.abs(r - b) > tolerance) return false
  }
  return true
}

/** One component per pixel: of a grey the green, which JPEG keeps best. */
const greys = ({ data, components }: Samples): Uint8Array =>
  components === 1 ? data : Uint8Array.from({ length: data.length / 3 }, (_, i) => data[i * 3 + 1]!)

/** Lays pixels on paper: what is transparent becomes `paper`. */
function onPaper(pixels: Uint8Array, channels: number, alpha: Uint8Array, paper: 0 | 255): Uint8Array {
  return pixels.map((v, i) => Math.round(paper + ((v - paper) * alpha[Math.floor(i / channels)]!) / 255))
}

/** What becomes of the mask of a picture: none, laid on paper with its values, or kept. */
async function maskOf(dict: PDFDict, inks: PictureInks): Promise<'none' | 'kept' | Uint8Array> {
  const mask = dict.lookup(name('SMask'))
  if (!(mask instanceof PDFRawStream)) return 'none'
  const samples = await samplesOf(mask, { components: 1 })
  if (samples?.data.every((v) => v === 255)) {
    dict.delete(name('SMask'))
    return 'none'
  }
  const fits = samples && samples.width === numberAt(dict, 'Width') && samples.height === numberAt(dict, 'Height')
  return fits && inks.onPaper(dict) ? samples.data : 'kept'
}

interface Converted {
  readonly to: 'DeviceCMYK' | 'DeviceGray' | 'ICCBased'
  readonly fullest: number
  readonly data: Uint8Array
  readonly jpeg: boolean
}

async function fourInks(samples: Samples, alpha: Uint8Array | null, inks: PictureInks): Promise<Converted> {
  const mixed = inks.engine.inks(samples.data, samples.profile)
  return withinInks(alpha ? onPaper(mixed, 4, alpha, 0) : mixed, samples, inks)
}

/** Pixels in four inks, as JPEG where the source was one and the loss keeps below the limit of ink. */
async function withinInks(
  pixels: Uint8Array,
  samples: Pick<Samples, 'width' | 'height' | 'lossy'>,
  inks: PictureInks,
): Promise<Converted> {
  const { width, height } = samples
  const fullest = limitInks(pixels, inks.inkLimit / 100)
  const plain = { to: 'DeviceCMYK', fullest, data: pixels, jpeg: false } as const
  if (!samples.lossy || width * height < smallPicture) return plain
  const jpeg = await cmykJpeg(pixels, width, height)
  // Loss adds ink here and there: a picture near the limit is looked at again.
  if (fullest > inks.inkLimit - lossMargin) {
    const over = limitInks(await cmykPixels(jpeg), inks.inkLimit / 100) - inks.inkLimit
    if (over > 0 && over < lossMargin) {
      const less = pixels.slice()
      limitInks(less, (inks.inkLimit - over - 1) / 100)
      const second = await cmykJpeg(less, width, height)
      const still = limitInks(await cmykPixels(second), inks.inkLimit / 100)
      return still > inks.inkLimit ? plain : { ...plain, data: second, jpeg: true }
    }
    if (over > 0) return plain
  }
  return { ...plain, data: jpeg, jpeg: true }
}

async function oneInk(samples: Samples, alpha: Uint8Array | null, inks: PictureInks): Promise<Converted> {
  const { width, height } = samples
  const grey = greys(samples)
  // DeviceGray is 255 less the black that prints it (ISO 32000-1 10.3.3).
  const printed = grey.map((v) => 255 - inks.engine.blacks[v]!)
  const data = alpha ? onPaper(printed, 1, alpha, 255) : printed
  const plain = { to: 'DeviceGray', fullest: 0, data, jpeg: false } as const
  if (!samples.lossy || width * height < smallPicture) return plain
  return { ...plain, data: await greyJpeg(data, width, height), jpeg: true }
}

/** A picture that came in inks: its own file, byte for byte, unless it takes more ink than the paper. */
async function ownInks(jpeg: Uint8Array, width: number, height: number, inks: PictureInks): Promise<Converted> {
  const pixels = new Uint8Array(await cmykPixels(jpeg))
  const fullest = limitInks(pixels.slice(), inks.inkLimit / 100)
  if (fullest > inks.inkLimit) return withinInks(pixels, { width, height, lossy: true }, inks)
  return { to: 'DeviceCMYK', fullest, data: jpeg, jpeg: true }
}

type NewSamples = Pick<Converted, 'to' | 'data' | 'jpeg'>

/** Puts new samples of 8 bits in the place of a picture; the dictionary stays the same object, and with a profile its space. */
function replace(document: PDFDocument, ref: PDFRef, dict: PDFDict, { to, data, jpeg }: NewSamples): void {
  const { context } = document
  dict.delete(name('ColorTransform'))
  if (to !== 'ICCBased') dict.set(name('ColorSpace'), name(to))
  const stream = plainStream(context, '', dict)
  if (jpeg) dict.set(name('Filter'), name('DCTDecode'))
  if (jpeg && to === 'DeviceCMYK' && isInverted(data)) dict.set(name('Decode'), context.obj([1, 0, 1, 0, 1, 0, 1, 0]))
  context.assign(ref, PDFRawStream.of(stream.dict, data))
}

/** A picture inside of a soft mask in greys: its greys say how much shines through. */
async function greyMask(
  document: PDFDocument,
  ref: PDFRef,
  stream: PDFRawStream,
  space: PictureSpace,
): Promise<boolean> {
  if (space.components === 1) return true
  const samples = await samplesOf(stream, space)
  if (!samples) return false
  const data = Uint8Array.from({ length: samples.width * samples.height }, (_, i) =>
    Math.round(greyOf([samples.data[i * 3]!, samples.data[i * 3 + 1]!, samples.data[i * 3 + 2]!])),
  )
  replace(document, ref, stream.dict, { to: 'DeviceGray', data, jpeg: false })
  return true
}

async function convert(
  document: PDFDocument,
  ref: PDFRef,
  stream: PDFRawStream,
  { inks, mask, page }: { readonly inks: PictureInks; readonly mask: boolean; readonly page: number },
): Promise<PrintedPicture | undefined> {
  const { dict } = stream
  const space = pictureSpace(dict)
  const source = inks.source(stream)
  const facts = { page, fullest: 0, flattened: false, own: false, ...(source && { picture: source.src }) }
  if (mask) return space && (await greyMask(document, ref, stream, space)) ? undefined : { ...facts, to: null }
  if (source?.inks) {
    const made = await ownInks(source.inks, numberAt(dict, 'Width') ?? 0, numberAt(dict, 'Height') ?? 0, inks)
    replace(document, ref, dict, made)
    return { ...facts, to: made.to, fullest: made.fullest, own: true }
  }
  const found = await maskOf(dict, inks)
  const alpha = found === 'none' || found === 'kept' ? null : found
  const flattened = alpha !== null
  // RGB of no known profile is sRGB, as the browser means it.
  if (inks.into === 'icc' && nameAt(dict, 'ColorSpace') === 'DeviceRGB') dict.set(name('ColorSpace'), inks.srgb())
  if (space && inks.into === 'icc' && !flattened)
    return { ...facts, to: space.components === 1 ? 'DeviceGray' : 'ICCBased' }
  const samples = space && (await samplesOf(stream, space))
  if (!samples) return { ...facts, to: null }
  if (flattened) dict.delete(name('SMask'))
  if (alpha && inks.into === 'icc' && samples.components === 3) {
    replace(document, ref, dict, { to: 'ICCBased', data: onPaper(samples.data, 3, alpha, 255), jpeg: false })
    return { ...facts, to: 'ICCBased', flattened }
  }
  const made = isGrey(samples) ? await oneInk(samples, alpha, inks) : await fourInks(samples, alpha, inks)
  replace(document, ref, dict, made)
  return { ...facts, to: made.to, fullest: made.fullest, flattened }
}

/** Converts every picture once. */
export async function convertPictures(document: PDFDocument, inks: PictureInks): Promise<PrintedPicture[]> {
  const { context } = document
  const seen = new Set<PDFObject>()
  const printed: PrintedPicture[] = []
  // Resources are read before they change: what is converted has another stream behind its reference.
  for (const { page, resources, mask } of [...contentStreams(document)]) {
    for (const ref of dictAt(resources, 'XObject')?.values() ?? []) {
      const stream = context.lookup(ref)
      if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream) || seen.has(stream.dict)) continue
      if (nameAt(stream.dict, 'Subtype') !== 'Image') continue
      seen.add(stream.dict)
      const made = await convert(document, ref, stream, { inks, mask, page: page + 1 })
      if (made) printed.push(made)
    }
  }
  return printed
}

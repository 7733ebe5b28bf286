/** In: shadings in RGB. Out: the same shadings in inks, in greys for a soft mask, or with the profile of their RGB. */
import { PDFDict, type PDFObject, PDFRawStream, type PDFRef, PDFStream } from '@cantoo/pdf-lib'
import type { Ink, InkRow } from '../../../model/inks.ts'
import { arrayAt, dictAt, name, nameAt, numberAt, numbers, plainStream, streamText } from '../../pdf/document.ts'
import { greyOf } from './colour-operators.ts'
import { byte, inkOf, neutral, type Rgb, withinLimit } from './ink.ts'

/** Samples of one piece between two stops: the engine's inks are not straight between them. */
const samples = 65

export interface GradientInks {
  readonly table: readonly InkRow[]
  /** Bytes of R, G, B to bytes of C, M, Y, K. */
  readonly convert: (rgb: Uint8Array) => Uint8Array
  /** Percent of all inks together. */
  readonly inkLimit: number
  /** The colour space of sRGB by its profile, where inks cannot be had. */
  readonly srgb: () => PDFObject
}

/**
 * The pieces of a gradient as Chromium writes it (Skia, SkPDFGradientShader.cpp): straight from one colour to the next, stitched
 * where there are several. Undefined for any other, among them the calculators (type 4) of gradients that repeat.
 */
function piecesOf(shading: PDFDict): PDFDict[] | undefined {
  const whole = dictAt(shading, 'Function')
  const list = whole && arrayAt(whole, 'Functions')
  const parts = list ? list.asArray().map((_, i) => list.lookup(i)) : [whole]
  const pieces = parts.filter((part) => part instanceof PDFDict)
  const isStraight = (piece: PDFDict): boolean =>
    numberAt(piece, 'FunctionType') === 2 && numberAt(piece, 'N') === 1 && ['C0', 'C1'].every((c) => arrayAt(piece, c))
  return pieces.length === parts.length && pieces.every(isStraight) ? pieces : undefined
}

/** The colours of a piece, from its first stop to its second. */
function coloursOf(piece: PDFDict): Rgb[] {
  const [from, to] = ['C0', 'C1'].map((key) => numbers(arrayAt(piece, key)!))
  return Array.from(
    { length: samples },
    (_, i) => from!.map((v, c) => v + (i / (samples - 1)) * (to![c]! - v)) as unknown as Rgb,
  )
}

/** Puts each piece of a shading into another colour space; stitching stays, so that hard stops stay hard. */
function replacePieces(
  shading: PDFDict,
  pieces: readonly PDFDict[],
  space: 'DeviceCMYK' | 'DeviceGray',
  bytesOf: (colours: readonly Rgb[]) => Uint8Array,
): void {
  const made = pieces.map((piece) => sampledFunction(piece, bytesOf(coloursOf(piece))))
  const whole = dictAt(shading, 'Function')!
  const stitched = arrayAt(whole, 'Functions') && whole.clone()
  stitched?.set(name('Functions'), shading.context.obj(made))
  shading.set(name('Function'), stitched ?? made[0]!)
  shading.set(name('ColorSpace'), name(space))
}

/** A function of type 0 with the values of a piece, as bytes (ISO 32000-1 7.10.2). */
function sampledFunction({ context }: PDFDict, data: Uint8Array): PDFRef {
  const range = Array.from({ length: data.length / samples }, () => [0, 1]).flat()
  const made = context.obj({
    FunctionType: 0,
    Domain: [0, 1],
    Range: range,
    Size: [samples],
    BitsPerSample: 8,
    Length: data.length,
  })
  return context.register(PDFRawStream.of(made as PDFDict, data))
}

/** The inks of one piece. Where a stop is a colour of the table it gets exactly these inks, and what lies between leans to it. */
function inksOf(colours: readonly Rgb[], { table, convert, inkLimit }: GradientInks): Uint8Array {
  const bytes = Uint8Array.from(colours.flat(), (v) => Math.round(Math.min(1, Math.max(0, v)) * 255))
  const mixed = convert(bytes)
  const at = (i: number): Ink => Array.from(mixed.subarray(i * 4, i * 4 + 4), (v) => v / 255) as unknown as Ink
  const lean = (i: number): readonly number[] => {
    const exact = neutral(colours[i]!) ? undefined : inkOf(colours[i]!, table)
    return exact ? exact.map((v, c) => v - at(i)[c]!) : [0, 0, 0, 0]
  }
  const last = colours.length - 1
  const [first, end] = [lean(0), lean(last)]
  return Uint8Array.from(
    colours.flatMap((_, i) => {
      const leant = at(i).map((v, c) => v + first[c]! * (1 - i / last) + end[c]! * (i / last))
      const ink = leant.map((v) => Math.min(1, Math.max(0, v))) as unknown as Ink
      const less = withinLimit(ink, inkLimit / 100)
      // What is reduced is rounded down, so that four roundings do not pass the limit again.
      return less.map((v) => (less === ink ? Math.round(v * 255) : Math.floor(v * 255 + 1e-6)))
    }),
  )
}

/** Puts a shading into inks; one that is not made of straight pieces stays in RGB but says which. */
export function convertGradient(shading: PDFDict, inks: GradientInks): void {
  if (nameAt(shading, 'ColorSpace') !== 'DeviceRGB') return
  const pieces = piecesOf(shading)
  if (!pieces) {
    shading.set(name('ColorSpace'), inks.srgb())
    return
  }
  const allNeutral = pieces.flatMap(coloursOf).every(neutral)
  const blacks = (colours: readonly Rgb[]) => Uint8Array.from(colours.flatMap(([grey]) => [0, 0, 0, byte(1 - grey)]))
  replacePieces(shading, pieces, 'DeviceCMYK', (colours) => (allNeutral ? blacks(colours) : inksOf(colours, inks)))
}

/**
 * A shading of a soft mask in greys. A calculator writes three equal values, because Chromium puts opacity into them; it drops
 * two.
 */
export function greyGradient(shading: PDFDict): void {
  if (nameAt(shading, 'ColorSpace') !== 'DeviceRGB') return
  const pieces = piecesOf(shading)
  if (pieces) {
    const greys = (colours: readonly Rgb[]) => Uint8Array.from(colours, (rgb) => Math.round(greyOf(rgb) * 255))
    replacePieces(shading, pieces, 'DeviceGray', greys)
    return
  }
  const source = shading.lookup(name('Function'))
  if (!(source instanceof PDFStream) || numberAt(source.dict, 'FunctionType') !== 4) return
  // The calculator is copied: another shading may use it for its colours.
  const { dict } = source
  const made = dict.clone()
  made.set(name('Range'), dict.context.obj([0, 1]))
  const program = streamText(source)
  const end = program.lastIndexOf('}')
  const grey = plainStream(dict.context, `${program.slice(0, end)} pop pop ${program.slice(end)}`, made)
  shading.set(name('Function'), dict.context.register(grey))
  shading.set(name('ColorSpace'), name('DeviceGray'))
}

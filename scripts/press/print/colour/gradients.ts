/** In: shadings in RGB. Out: the same shadings in inks, in greys for a soft mask, or with the profile of their RGB. */
import { PDFDict, type PDFObject, PDFRawStream, type PDFRef, PDFStream } from '@cantoo/pdf-lib'
import type { Ink, InkRow } from '../../../model/inks.ts'
import { arrayAt, firstNameAt, name, nameAt, numberAt, numbers, plainStream, streamText } from '../../pdf/document.ts'
import { greyOf } from './colour-operators.ts'
import { inkOf, neutral, type Rgb, withinLimit } from './ink.ts'
import { type Curve, curveOf } from './pdf-function.ts'

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

const lightSpaces = new Set(['DeviceRGB', 'CalRGB', 'DeviceGray', 'CalGray'])

/** How many additive components the colour space of a shading has; undefined where it is in inks. */
function componentsOf(shading: PDFDict): number | undefined {
  const space = firstNameAt(shading, 'ColorSpace') ?? ''
  if (lightSpaces.has(space)) return space.endsWith('RGB') ? 3 : 1
  const profile = space === 'ICCBased' ? arrayAt(shading, 'ColorSpace')!.lookup(1) : undefined
  const components = profile instanceof PDFStream ? numberAt(profile.dict, 'N') : undefined
  return components === 1 || components === 3 ? components : undefined
}

const rgbOf = (values: readonly number[]): Rgb =>
  values.length === 1 ? [values[0]!, values[0]!, values[0]!] : [values[0]!, values[1]!, values[2]!]

const domainOf = (dict: PDFDict): number[] => {
  const domain = arrayAt(dict, 'Domain')
  return domain ? numbers(domain) : [0, 1]
}

/** A function of type 0 with the values of a curve, as bytes (ISO 32000-1 7.10.2). */
function sampledFunction(dict: PDFDict, domain: readonly number[], outputs: number, data: Uint8Array): PDFRef {
  const range = Array.from({ length: outputs }, () => [0, 1]).flat()
  const made = dict.context.obj({
    FunctionType: 0,
    Domain: [...domain],
    Range: range,
    Size: [data.length / outputs],
    BitsPerSample: 8,
    Length: data.length,
  })
  return dict.context.register(PDFRawStream.of(made as PDFDict, data))
}

const steps = ([from, to]: readonly number[]): number[] =>
  Array.from({ length: samples }, (_, i) => from! + ((to! - from!) * i) / (samples - 1))

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

/** The function with each piece made anew; stitching stays, so that hard stops stay hard. */
function rebuilt(
  object: PDFObject | undefined,
  owner: PDFDict,
  piece: (curve: Curve, dict: PDFDict) => PDFObject,
): PDFObject {
  const dict = object instanceof PDFStream ? object.dict : object
  const list = dict instanceof PDFDict && numberAt(dict, 'FunctionType') === 3 ? arrayAt(dict, 'Functions') : undefined
  if (!(dict instanceof PDFDict) || !list) return piece(curveOf(object)!, dict instanceof PDFDict ? dict : owner)
  const made = dict.clone()
  made.set(name('Functions'), dict.context.obj(list.asArray().map((_, i) => rebuilt(list.lookup(i), owner, piece))))
  return made
}

/** Axial and radial shadings with a function of one variable (ISO 32000-1 8.7.4.5). */
function curveOfShading(shading: PDFDict): Curve | undefined {
  const type = numberAt(shading, 'ShadingType')
  return type === 2 || type === 3 ? curveOf(shading.lookup(name('Function'))) : undefined
}

/** Puts a shading into inks; one that no function of one variable tells stays in RGB but says which. */
export function convertGradient(shading: PDFDict, inks: GradientInks): void {
  const count = componentsOf(shading)
  if (count === undefined) return
  const curve = curveOfShading(shading)
  if (!curve) {
    if (nameAt(shading, 'ColorSpace') === 'DeviceRGB') shading.set(name('ColorSpace'), inks.srgb())
    return
  }
  const colours = (c: Curve, domain: readonly number[]) => steps(domain).map((x) => rgbOf(c(x)))
  const allNeutral = colours(curve, domainOf(shading)).every(neutral)
  const made = rebuilt(shading.lookup(name('Function')), shading, (c, dict) => {
    const piece = colours(c, domainOf(dict))
    const data = allNeutral
      ? Uint8Array.from(piece.flatMap((rgb) => [0, 0, 0, Math.round((1 - Math.min(1, Math.max(0, rgb[0]))) * 255)]))
      : inksOf(piece, inks)
    return sampledFunction(dict, domainOf(dict), 4, data)
  })
  shading.set(name('Function'), made)
  shading.set(name('ColorSpace'), name('DeviceCMYK'))
  shading.delete(name('Background'))
}

/**
 * A shading of a soft mask in greys. A calculator writes three equal values, because Chromium puts opacity into them; it drops
 * two.
 */
export function greyGradient(shading: PDFDict): void {
  if (componentsOf(shading) !== 3) return
  const curve = curveOfShading(shading)
  const source = shading.lookup(name('Function'))
  if (curve) {
    const made = rebuilt(source, shading, (c, dict) => {
      const data = Uint8Array.from(steps(domainOf(dict)), (x) => Math.round(greyOf(rgbOf(c(x))) * 255))
      return sampledFunction(dict, domainOf(dict), 1, data)
    })
    shading.set(name('Function'), made)
  } else {
    const range = source instanceof PDFStream ? arrayAt(source.dict, 'Range') : undefined
    if (!(source instanceof PDFStream) || numberAt(source.dict, 'FunctionType') !== 4 || range?.size() !== 6) return
    // The calculator is copied: another shading may use it for its colours.
    const { dict } = source
    const made = dict.clone()
    made.set(name('Range'), dict.context.obj([0, 1]))
    const program = streamText(source)
    const end = program.lastIndexOf('}')
    const grey = plainStream(dict.context, `${program.slice(0, end)} pop pop ${program.slice(end)}`, made)
    shading.set(name('Function'), dict.context.register(grey))
  }
  shading.set(name('ColorSpace'), name('DeviceGray'))
}

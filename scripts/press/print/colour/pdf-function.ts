/** In: a function object of a PDF. Out: its values. */
import { decodePDFRawStream, PDFArray, PDFDict, type PDFObject, PDFRawStream, PDFStream } from '@cantoo/pdf-lib'
import { arrayAt, numberAt, numbers } from '../../pdf/document.ts'

/** The values of a function of one variable. */
export type Curve = (at: number) => readonly number[]

const listAt = (dict: PDFDict, key: string): number[] | undefined => {
  const array = arrayAt(dict, key)
  return array && numbers(array)
}
const between = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
const interpolate = (x: number, [x0, x1]: readonly number[], [y0, y1]: readonly number[]): number =>
  x1 === x0 ? y0! : y0! + ((x - x0!) * (y1! - y0!)) / (x1! - x0!)

function sampled(stream: PDFRawStream): Curve | undefined {
  const { dict } = stream
  const [domain, range, size] = [listAt(dict, 'Domain') ?? [0, 1], listAt(dict, 'Range'), listAt(dict, 'Size')]
  if (!range || size?.length !== 1 || numberAt(dict, 'BitsPerSample') !== 8) return undefined
  const outputs = range.length / 2
  const last = size[0]! - 1
  const encode = listAt(dict, 'Encode') ?? [0, last]
  const decode = listAt(dict, 'Decode') ?? range
  const samples = decodePDFRawStream(stream).decode()
  return (x) => {
    const at = between(interpolate(between(x, domain[0]!, domain[1]!), domain, encode), 0, last)
    const [low, part] = [Math.floor(at), at % 1]
    return Array.from({ length: outputs }, (_, i) => {
      const here = samples[low * outputs + i] ?? 0
      const next = samples[Math.min(last, low + 1) * outputs + i] ?? 0
      return interpolate(here + (next - here) * part, [0, 255], decode.slice(2 * i))
    })
  }
}

function exponential(dict: PDFDict): Curve {
  const domain = listAt(dict, 'Domain') ?? [0, 1]
  const [c0, c1, power] = [listAt(dict, 'C0') ?? [0], listAt(dict, 'C1') ?? [1], numberAt(dict, 'N') ?? 1]
  return (x) => {
    const share = between(x, domain[0]!, domain[1]!) ** power
    return c0.map((value, i) => value + share * ((c1[i] ?? 0) - value))
  }
}

function stitched(dict: PDFDict): Curve | undefined {
  const domain = listAt(dict, 'Domain') ?? [0, 1]
  const [bounds, encode] = [listAt(dict, 'Bounds') ?? [], listAt(dict, 'Encode') ?? []]
  const list = arrayAt(dict, 'Functions')
  const parts = (list?.asArray() ?? []).map((_, i) => curveOf(list!.lookup(i)))
  const curves = parts.filter((part) => part !== undefined)
  if (curves.length === 0 || curves.length < parts.length) return undefined
  const edges = [domain[0]!, ...bounds, domain[1]!]
  return (x) => {
    const at = between(x, domain[0]!, domain[1]!)
    const part = bounds.filter((bound) => at >= bound).length
    return curves[part]!(interpolate(at, edges.slice(part), encode.slice(2 * part)))
  }
}

/**
 * A function of one variable: sampled with 8 bits, exponential or stitched (ISO 32000-1 7.10), or an array of such functions
 * with one value each. Undefined for any other, among them the calculators of type 4.
 */
export function curveOf(object: PDFObject | undefined): Curve | undefined {
  if (object instanceof PDFArray) {
    const all = object.asArray().map((_, i) => curveOf(object.lookup(i)))
    const curves = all.filter((curve) => curve !== undefined)
    return curves.length === all.length ? (x) => curves.flatMap((curve) => curve(x)) : undefined
  }
  const dict = object instanceof PDFStream ? object.dict : object
  if (!(dict instanceof PDFDict)) return undefined
  switch (numberAt(dict, 'FunctionType')) {
    case 0:
      return object instanceof PDFRawStream ? sampled(object) : undefined
    case 2:
      return exponential(dict)
    case 3:
      return stitched(dict)
    default:
      return undefined
  }
}

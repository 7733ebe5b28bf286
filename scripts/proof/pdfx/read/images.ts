/** In: an image of a PDF. Out: its size, its colour space, and how much ink its darkest pixel takes. */

import { componentsOf, type Inks, type Space, spaceOf } from '../../pdf/colour.ts'
import type { PdfObjects } from '../../pdf/objects.ts'
import { decoded, isList, type PdfDict, type PdfStream, PdfSyntaxError, type PdfValue } from '../../pdf/syntax.ts'

export interface ImageFacts {
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Null of a stencil, which is painted in the colour at hand. */
  readonly space: Space | null
  readonly softMask: boolean
  /** Greatest sum of the four inks, from 0 to 4; null where it cannot be told from the data without decoding a JPEG. */
  readonly ink: number | null
  /** The most of each ink in any pixel, from 0 to 1; null where that cannot be told. */
  readonly inks: Inks | null
  /** Every pixel black or white, and both there; false where that cannot be told without decoding a JPEG. */
  readonly lineArt: boolean
  /** What the data say otherwise than the dictionary; empty where they agree. */
  readonly disagrees: string
}

/** Data of a frame header (ITU-T T.81 B.2.2), and whether Adobe's marker says that inks are stored inverted. */
export function jpegHeader(
  data: Uint8Array,
): { width: number; height: number; components: number; adobe: boolean } | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  if (data.length < 4 || view.getUint16(0) !== 0xffd8) return null
  let adobe = false
  for (let at = 2; at + 9 < data.length; ) {
    if (data[at] !== 0xff) return null
    const marker = data[at + 1]!
    // SOF0 to SOF15 but for DHT, JPG and DAC, which have numbers among them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components: data[at + 9]!, adobe }
    if (marker === 0xee && String.fromCharCode(...data.subarray(at + 4, at + 9)) === 'Adobe') adobe = true
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

const listOf = ({ resolve }: PdfObjects, value: PdfValue | undefined): readonly PdfValue[] => {
  const found = resolve(value)
  return found === null ? [] : isList(found) ? found.map(resolve) : [found]
}

/** Whether every component is stored as its opposite (8.9.5.2); null where Decode is neither that nor the usual. */
function inverted(objects: PdfObjects, dict: PdfDict): boolean | null {
  const decode = listOf(objects, dict.get('Decode')).map(Number)
  if (decode.every((value, i) => value === i % 2)) return false
  return decode.every((value, i) => value === 1 - (i % 2)) ? true : null
}

/** Undoes PNG's prediction row by row (ISO 15948 9.2); TIFF's is written by no tool that we use. */
function unpredicted(bytes: Uint8Array, objects: PdfObjects, dict: PdfDict, pixel: number, row: number): Uint8Array {
  const [parameters] = listOf(objects, dict.get('DecodeParms'))
  const predictor = Number(objects.dict(parameters).get('Predictor') ?? 1)
  if (predictor === 1) return bytes
  if (predictor < 10) throw new PdfSyntaxError(`no reader for the predictor ${predictor}`)
  const rows = Math.floor(bytes.length / (row + 1))
  const out = new Uint8Array(rows * row)
  for (let r = 0; r < rows; r++) {
    const kind = bytes[r * (row + 1)]!
    for (let i = 0; i < row; i++) {
      const at = r * row + i
      const left = i >= pixel ? out[at - pixel]! : 0
      const up = r > 0 ? out[at - row]! : 0
      const corner = r > 0 && i >= pixel ? out[at - row - pixel]! : 0
      out[at] = bytes[r * (row + 1) + 1 + i]! + predicted(kind, left, up, corner)
    }
  }
  return out
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) return 0
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [number, number, number]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

type InkFacts = Pick<ImageFacts, 'ink' | 'inks'>

function darkest(bytes: Uint8Array, invert: boolean): InkFacts {
  let most = 0
  const inks: [number, number, number, number] = [0, 0, 0, 0]
  for (let i = 0; i + 3 < bytes.length; i += 4) {
    let sum = 0
    for (let c = 0; c < 4; c++) {
      const ink = invert ? 255 - bytes[i + c]! : bytes[i + c]!
      sum += ink
      if (ink > inks[c]!) inks[c] = ink
    }
    if (sum > most) most = sum
  }
  return { ink: most / 255, inks: inks.map((ink) => ink / 255) as unknown as Inks }
}

const unknown: InkFacts = { ink: null, inks: null }

const isInks = (space: Space): boolean => space.kind === 'device' && space.name === 'DeviceCMYK'

function inkOf(objects: PdfObjects, stream: PdfStream, space: Space, width: number): InkFacts {
  const { dict } = stream
  const bits = Number(objects.resolve(dict.get('BitsPerComponent')))
  if (space.kind === 'indexed') return isInks(space.base) ? darkest(space.table, false) : unknown
  if (space.kind === 'spot') return { ink: space.names.length, inks: null }
  if (!isInks(space)) return componentsOf(space) === 1 ? { ink: 1, inks: null } : unknown
  const invert = inverted(objects, dict)
  if (bits !== 8 || invert === null) return unknown
  return darkest(unpredicted(decoded(stream, objects.resolve), objects, dict, 4, width * 4), invert)
}

/** How far a sample of 8 bits may be from black or white, and still be meant as that. */
const nearly = 8

function isLineArt(objects: PdfObjects, stream: PdfStream, space: Space, width: number): boolean {
  const { dict } = stream
  if (componentsOf(space) !== 1 || space.kind !== 'device') return false
  const bits = Number(objects.resolve(dict.get('BitsPerComponent')))
  if (bits !== 8) return bits === 1
  const samples = unpredicted(decoded(stream, objects.resolve), objects, dict, 1, width)
  const [dark, light] = [(v: number) => v <= nearly, (v: number) => v >= 255 - nearly]
  return samples.every((v) => dark(v) || light(v)) && samples.some(dark) && samples.some(light)
}

/** @throws PdfSyntaxError where the data cannot be decoded. */
export function imageFacts(objects: PdfObjects, stream: PdfStream, resources: PdfDict): ImageFacts {
  const { resolve } = objects
  const { dict } = stream
  const [width, height] = ['Width', 'Height'].map((key) => Number(resolve(dict.get(key)))) as [number, number]
  const softMask = dict.has('SMask') || Number(resolve(dict.get('SMaskInData')) ?? 0) > 0
  const facts = { width, height, softMask, ...unknown, lineArt: false, disagrees: '' }
  if (resolve(dict.get('ImageMask')) === true) return { ...facts, space: null }
  const space = spaceOf(objects, dict.get('ColorSpace'), resources)
  const filter = listOf(objects, dict.get('Filter')).at(-1)
  if (filter !== '/DCTDecode') {
    const plain = filter === '/FlateDecode' || filter === undefined
    if (!plain) return { ...facts, space }
    const lineArt = isLineArt(objects, stream, space, width)
    return { ...facts, space, ...inkOf(objects, stream, space, width), lineArt }
  }
  const header = jpegHeader(stream.raw)
  const size = `${width}×${height}, ${componentsOf(space)}`
  const found = header ? `${header.width}×${header.height}, ${header.components}` : '–'
  const negative = header?.components === 4 && header.adobe && inverted(objects, dict) !== true
  const disagrees = found !== size ? `${found} ≠ ${size}` : negative ? 'Adobe, Decode' : ''
  return { ...facts, space, disagrees }
}

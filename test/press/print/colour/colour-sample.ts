/** In: HTML of sheets, or samples of pictures. Out: what the browser prints of it, what becomes of it in inks, and pixels of that. */

import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib'
import sharp, { type Sharp } from 'sharp'
import { type InkRow, themeInks } from '../../../../scripts/model/inks.ts'
import type { Resource } from '../../../../scripts/model/manuscript.ts'
import { type Printing, usualPrinting } from '../../../../scripts/model/printing.ts'
import { launchBrowser } from '../../../../scripts/press/browser/browser.ts'
import { fontFaceCss, subsetFaces } from '../../../../scripts/press/fonts/subset.ts'
import { contentStreams, dictAt, nameAt, numbers, openPdf, serialize } from '../../../../scripts/press/pdf/document.ts'
import { type ColourReport, convertColours } from '../../../../scripts/press/print/convert-colours.ts'
import { printHtml } from '../../../support/print-html.ts'

/** The content of a sheet begins so many points from its left and top edge. */
export const margin = 36
/** One sheet of 6 × 6 inches for each body, tagged, as the browser prints it. */
export async function printSheets(bodies: readonly string[]): Promise<Uint8Array> {
  const body = bodies.map((html) => `<div class="sheet">${html}</div>`).join('')
  const style = `@page { size: 6in 6in; margin: 0 } html { font: 400 12pt Song; font-synthesis: none } body, p { margin: 0 }
.sheet { box-sizing: border-box; width: 6in; height: 6in; padding: ${margin}pt; break-after: page; overflow: hidden }
.sheet:last-child { break-after: auto } img, svg { display: block }`
  const faces = fontFaceCss(await subsetFaces(body))
  const browser = await launchBrowser()
  try {
    return await printHtml(browser, `<style>${faces}${style}</style>`, body, { tagged: true })
  } finally {
    await browser.close()
  }
}

export interface Inked {
  readonly document: PDFDocument
  readonly report: ColourReport
  readonly bytes: Uint8Array
}

/** A print in the inks of a printing condition; coated paper, PDF/X-4 and CMYK unless told. */
export async function inked(
  raw: Uint8Array,
  printing: Partial<Printing> = {},
  pictures: readonly Resource[] = [],
  inks: readonly InkRow[] = themeInks,
): Promise<Inked> {
  const document = await openPdf(raw)
  const report = await convertColours(document, { inks, printing: { ...usualPrinting, ...printing }, pictures })
  return { document, report, bytes: await serialize(document, { minor: 6, objectStreams: false }) }
}

/** Every image with its page from 1, in the order in which pages use them. */
export function images(document: PDFDocument): { page: number; stream: PDFRawStream }[] {
  return [...contentStreams(document)].flatMap(({ page, resources }) =>
    (dictAt(resources, 'XObject')?.values() ?? []).flatMap((ref) => {
      const stream = document.context.lookup(ref)
      const image = stream instanceof PDFRawStream && nameAt(stream.dict, 'Subtype') === 'Image'
      return image ? [{ page: page + 1, stream }] : []
    }),
  )
}

/** Names of colour spaces and operators of additive colour that are anywhere in a document: in content, pictures, shadings, groups. */
export function lightsLeft(document: PDFDocument): string[] {
  const found: string[] = []
  for (const { content } of contentStreams(document)) found.push(...(content.match(/(?<=\s)(?:rg|RG)(?=\s)/g) ?? []))
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object
    if (dict instanceof PDFDict) found.push(...(dict.toString().match(/\/(?:Device|Cal)RGB/g) ?? []))
  }
  return found
}

export const size = { width: 240, height: 160 } as const

/** A photograph of sorts: smooth colours over all of the gamut. */
export function photograph(): Sharp {
  const { width, height } = size
  const data = Buffer.alloc(width * height * 3)
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)]
    data[i * 3] = 255 - x
    data[i * 3 + 1] = Math.round((y * 255) / height)
    data[i * 3 + 2] = Math.round(Math.abs(Math.sin(x / 40) * Math.cos(y / 50)) * 255)
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** One colour all over. */
export const patch = (rgb: readonly [number, number, number], alpha?: number): Sharp => {
  const [r, g, b] = rgb
  const background = { r, g, b, alpha: alpha ?? 1 }
  return sharp({ create: { ...size, channels: alpha === undefined ? 3 : 4, background } })
}

export const uri = (bytes: Uint8Array, type: 'png' | 'jpeg' | 'svg+xml'): string =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`

/** A picture at 300 ppi. */
export const atFullSize = (bytes: Uint8Array, type: 'png' | 'jpeg', alt = ''): string =>
  `<img alt="${alt}" style="width:${(size.width / 300) * 72}pt" src="${uri(bytes, type)}">`

/** The values of a function of one variable from 0 to 1. */
export type Curve = (at: number) => readonly number[]

/** A function as the press writes it: samples of 8 bits, or such pieces stitched; nothing of any other. */
export function curveOf(object: PDFObject | undefined): Curve {
  if (object instanceof PDFDict) {
    const list = object.lookup(PDFName.of('Functions'), PDFArray)
    const curves = list.asArray().map((_, i) => curveOf(list.lookup(i)))
    const bounds = numbers(object.lookup(PDFName.of('Bounds'), PDFArray))
    const edges = [0, ...bounds, 1]
    return (at) => {
      const piece = bounds.filter((bound) => at >= bound).length
      return curves[piece]!((at - edges[piece]!) / (edges[piece + 1]! - edges[piece]!))
    }
  }
  if (!(object instanceof PDFRawStream)) return () => []
  const samples = decodePDFRawStream(object).decode()
  const outputs = object.dict.lookup(PDFName.of('Range'), PDFArray).size() / 2
  const last = samples.length / outputs - 1
  return (at) => {
    const [low, part] = [Math.floor(at * last), (at * last) % 1]
    return Array.from({ length: outputs }, (_, i) => {
      const [here, next] = [low, Math.min(last, low + 1)].map((step) => samples[step * outputs + i]!)
      return (here! + (next! - here!) * part) / 255
    })
  }
}

/** The press reads of pictures, gradients and colours only the forms that Chromium writes: here these are looked up in what it prints. */
import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../../../scripts/press/pdf/content-stream.ts'
import {
  arrayAt,
  contentStreams,
  firstNameAt,
  name,
  nameAt,
  numberAt,
  openPdf,
} from '../../../scripts/press/pdf/document.ts'
import { type Inked, images, inked, lightsLeft, photograph, printSheets, uri } from './colour/colour-sample.ts'

const box = (style: string, inside = '') => `<div style="width:90pt;height:40pt;${style}">${inside}</div>`
const picture = (bytes: Buffer, kind: Parameters<typeof uri>[1]) => `<img alt="" width="90" src="${uri(bytes, kind)}">`
const svg = (content: string) =>
  picture(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40">${content}</svg>`), 'svg+xml')
const filled = (gradient: string) => svg(`<defs>${gradient}</defs><rect width="90" height="40" fill="url(#g)"/>`)
const colourOperators = new Set(['g', 'G', 'rg', 'RG', 'k', 'K', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN'])
const stops =
  '<stop offset=".2" stop-color="#c22"/><stop offset=".5" stop-color="#2c2"/><stop offset="1" stop-color="#22c"/>'

async function pictures(): Promise<string[]> {
  const photo = () => photograph()
  const veiled = () => photo().ensureAlpha(0.5)
  const grey = () => photo().toColourspace('b-w')
  const pngs = await Promise.all([
    photo().png({ palette: true, colours: 2 }).toBuffer(),
    photo().png({ palette: true, colours: 16 }).toBuffer(),
    veiled().png({ palette: true }).toBuffer(),
    photo().png({ progressive: true }).toBuffer(),
    photo().toColourspace('rgb16').png().toBuffer(),
    grey().png().toBuffer(),
    grey().toColourspace('grey16').png().toBuffer(),
    grey().ensureAlpha(0.5).png().toBuffer(),
    veiled().png().toBuffer(),
    photo().withIccProfile('p3').png().toBuffer(),
  ])
  const jpegs = await Promise.all([
    photo().jpeg().toBuffer(),
    photo().jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
    photo().withIccProfile('p3').jpeg().toBuffer(),
    photo().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    photo().toColourspace('cmyk').jpeg().toBuffer(),
    grey().jpeg().toBuffer(),
  ])
  const inside = `<image width="90" height="40" href="${uri(jpegs[0]!, 'jpeg')}"/>`
  return [
    ...pngs.map((bytes) => picture(bytes, 'png')),
    ...jpegs.map((bytes) => picture(bytes, 'jpeg')),
    svg(inside),
    svg(
      `<defs><pattern id="p" width="20" height="20" patternUnits="userSpaceOnUse">${inside}</pattern></defs><rect width="90" height="40" fill="url(#p)"/>`,
    ),
    svg(`<defs><mask id="m">${inside}</mask></defs><rect width="90" height="40" fill="#292" mask="url(#m)"/>`),
    svg(
      '<filter id="f"><feGaussianBlur stdDeviation="3"/></filter><circle cx="40" cy="20" r="15" fill="#292" filter="url(#f)"/>',
    ),
    box('filter:grayscale(1)', picture(jpegs[0]!, 'jpeg')),
    box('box-shadow:0 0 6pt #400;text-shadow:0 0 3pt #040', '影'),
  ]
}

const gradients = [
  filled(`<linearGradient id="g">${stops}</linearGradient>`),
  filled(`<linearGradient id="g" x2=".3" spreadMethod="reflect">${stops}</linearGradient>`),
  filled(`<linearGradient id="g" x2=".3" spreadMethod="repeat">${stops}</linearGradient>`),
  filled(`<radialGradient id="g" fx=".2" gradientTransform="rotate(20)">${stops}</radialGradient>`),
  filled(
    '<linearGradient id="g"><stop stop-color="#c22"/><stop offset="1" stop-color="#c22" stop-opacity="0"/></linearGradient>',
  ),
  filled('<linearGradient id="g"><stop offset=".5" stop-color="#c22"/></linearGradient>'),
  box('background:linear-gradient(90deg,#c22,#22c)'),
  box('background:linear-gradient(90deg,#c22 50%,#22c 50%,#2c2)'),
  box('background:linear-gradient(in oklch,#c22,#22c)'),
  box('background:radial-gradient(ellipse at 20% 30%,#c22,#22c)'),
  box('background:conic-gradient(#c22,#22c,#c22)'),
  box('background:repeating-linear-gradient(45deg,#c22 0 5pt,#22c 5pt 10pt)'),
  box('background:linear-gradient(90deg,#c22,transparent)'),
  box('mask-image:linear-gradient(#000,transparent);background:#292'),
  box('mask-image:repeating-linear-gradient(#000 0 4pt,transparent 4pt 8pt);background:#292'),
  box('border:4pt solid;border-image:linear-gradient(#c22,#22c) 1'),
  box('background:linear-gradient(#c22,#22c);background-clip:text;color:transparent', '渐变字'),
  box('transform:perspective(100px) rotateY(30deg);background:linear-gradient(#c22,#22c)'),
  box('color:#123;opacity:.5;border:1pt dashed #c22', '<p style="mix-blend-mode:multiply">叠</p>'),
  box('color:color(display-p3 1 0 0);text-decoration:underline wavy #c22', '广'),
]

let raw: Uint8Array
let printed: Inked
beforeAll(async () => {
  raw = await printSheets([...(await pictures()), ...gradients])
  printed = await inked(raw)
})

/** Every dictionary of a document, also those inside of others. */
function dictionaries(document: PDFDocument): PDFDict[] {
  const found: PDFDict[] = []
  const look = (object: PDFObject): void => {
    if (object instanceof PDFRawStream) look(object.dict)
    else if (object instanceof PDFArray) object.asArray().forEach(look)
    else if (object instanceof PDFDict) {
      found.push(object)
      object.values().forEach(look)
    }
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) look(object)
  return found
}

const distinct = (values: readonly unknown[]): string[] => [...new Set(values.map(String))].sort()

describe('what Chromium writes', () => {
  it('of pictures is a JPEG as it came or deflated samples of eight bits, in grey or RGB', async () => {
    const all = images(await openPdf(raw)).map(({ stream }) => stream.dict)
    const values = (key: string) => distinct(all.map((dict) => dict.lookup(name(key))))
    expect(all.length).toBeGreaterThan(20)
    expect(values('Filter')).toEqual(['/DCTDecode', '/FlateDecode'])
    expect(values('BitsPerComponent')).toEqual(['8'])
    expect(distinct(all.map((dict) => firstNameAt(dict, 'ColorSpace')))).toEqual([
      'DeviceGray',
      'DeviceRGB',
      'ICCBased',
    ])
    for (const key of ['Decode', 'DecodeParms', 'ImageMask', 'Mask', 'Matte'])
      expect(values(key)).toEqual(['undefined'])
  })

  it('of gradients is made of straight pieces in RGB, or told by a calculator', async () => {
    const all = dictionaries(await openPdf(raw))
    const shadings = all.filter((dict) => dict.has(name('ShadingType')))
    expect(distinct(shadings.map((dict) => numberAt(dict, 'ShadingType')))).toEqual(['1', '2', '3'])
    expect(distinct(shadings.map((dict) => nameAt(dict, 'ColorSpace')))).toEqual(['DeviceRGB'])
    const functions = all.filter((dict) => dict.has(name('FunctionType')))
    expect(distinct(functions.map((dict) => numberAt(dict, 'FunctionType')))).toEqual(['2', '3', '4'])
    const straight = functions.filter((dict) => numberAt(dict, 'FunctionType') === 2)
    expect(distinct(straight.map((dict) => numberAt(dict, 'N')))).toEqual(['1'])
    expect(distinct(straight.map((dict) => arrayAt(dict, 'Domain')))).toEqual(['[ 0 1 ]'])
  })

  it('of colours is RGB and names of patterns', async () => {
    const set = new Set<string>()
    for (const { content } of contentStreams(await openPdf(raw))) {
      for (const { operator, operands } of operations(content)) {
        if (colourOperators.has(operator))
          set.add(`${operator.endsWith('s') || operator.endsWith('S') ? operands[0] : ''} ${operator}`.trim())
      }
    }
    expect([...set].sort()).toEqual(['/Pattern CS', '/Pattern cs', 'RG', 'SCN', 'rg', 'scn'])
  })

  it('is all put into inks', () => {
    expect(printed.report.pictures.map(({ to }) => to)).not.toContain(null)
    expect(lightsLeft(printed.document)).toEqual([])
  })
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { decodePDFRawStream, PDFDocument, PDFName, type PDFRawStream } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedConditions } from '../../../../scripts/model/printing.ts'
import {
  type ColourEngine,
  openColourEngine,
  outputProfile,
} from '../../../../scripts/press/print/colour/colour-engine.ts'
import { samplesOf } from '../../../../scripts/press/print/pictures/samples.ts'
import { itWith } from '../../../support/witness.ts'
import { run } from '../../screen/finish-reading.ts'
import {
  atFullSize,
  type Inked,
  images,
  inked,
  lightsLeft,
  margin,
  patch,
  photograph,
  printSheets,
  size,
} from '../colour/colour-sample.ts'

const red = [200, 40, 60] as const
const green = [40, 160, 90] as const
const grey = [120, 120, 120] as const

/** Each picture fills the square at the top left of a sheet of its own. */
const sheetNames = [
  'photograph',
  'progressive',
  'p3',
  'red png',
  'palette',
  'grey jpeg',
  'grey png',
  'line art',
  'opaque alpha',
  'alpha on paper',
  'alpha on ink',
  'dark',
  'rotated square',
] as const
const page = (name: (typeof sheetNames)[number]): number => sheetNames.indexOf(name) + 1

let folder: string
let raw: Uint8Array
let cmyk: Inked
let engine: ColourEngine

beforeAll(async () => {
  const lineArt = await photograph().greyscale().threshold(110).png().toBuffer()
  const alpha = atFullSize(await patch(red, 0.5).png().toBuffer(), 'png', '半透明')
  const on = (ground: string, html: string) => `<div style="background:${ground}">${html}</div>`
  raw = await printSheets([
    atFullSize(await photograph().jpeg({ quality: 95 }).toBuffer(), 'jpeg', '风景'),
    atFullSize(await patch(red).jpeg({ quality: 100, progressive: true }).toBuffer(), 'jpeg'),
    atFullSize(await patch(red).withIccProfile('p3').jpeg({ quality: 100 }).toBuffer(), 'jpeg'),
    atFullSize(await patch(red).png().toBuffer(), 'png'),
    atFullSize(await photograph().png({ palette: true, colours: 16 }).toBuffer(), 'png'),
    atFullSize(await patch(grey).toColourspace('b-w').jpeg({ quality: 100 }).toBuffer(), 'jpeg'),
    atFullSize(await patch(grey).png().toBuffer(), 'png'),
    atFullSize(lineArt, 'png'),
    atFullSize(await patch(red, 1).png().toBuffer(), 'png'),
    alpha,
    on('#336699', atFullSize(await patch(green, 0.5).png().toBuffer(), 'png')),
    atFullSize(await patch([22, 10, 4]).png().toBuffer(), 'png'),
    `<div style="transform:rotate(90deg);width:100pt">${atFullSize(await patch(green).png().toBuffer(), 'png')}</div>`,
  ])
  cmyk = await inked(raw)
  engine = (await openColourEngine(await outputProfile(shippedConditions.coated)))!
  folder = await mkdtemp(path.join(tmpdir(), 'kanben-pictures-'))
  await writeFile(path.join(folder, 'print.pdf'), cmyk.bytes)
})
afterAll(async () => {
  engine.close()
  await rm(folder, { recursive: true, force: true })
})

const imageOn = ({ document }: Inked, name: (typeof sheetNames)[number]): PDFRawStream =>
  images(document).find((image) => image.page === page(name))!.stream
const entry = (image: PDFRawStream, key: string): string => String(image.dict.lookup(PDFName.of(key)))
const recordOf = ({ report }: Inked, name: (typeof sheetNames)[number]) =>
  report.pictures.find((picture) => picture.page === page(name))!

/** Bytes of the first pixel. */
const first = (image: PDFRawStream, channels: number): number[] => [
  ...decodePDFRawStream(image).decode().subarray(0, channels),
]
const inksOf = (rgb: readonly number[], source?: Uint8Array): number[] => [...engine.inks(Uint8Array.from(rgb), source)]

describe('pictures in inks', () => {
  it('leave nothing in additive colour anywhere in the document', () => {
    expect(lightsLeft(cmyk.document)).toEqual([])
    expect(cmyk.report.pictures.map(({ to }) => to)).not.toContain(null)
    expect(cmyk.report.pictures).toHaveLength(sheetNames.length)
  })

  it('have exactly the inks of the engine where nothing was lost before', () => {
    const image = imageOn(cmyk, 'red png')
    expect(entry(image, 'ColorSpace')).toBe('/DeviceCMYK')
    expect(first(image, 4)).toEqual(inksOf(red))
    expect(entry(image, 'Decode')).toBe('undefined')
  })

  it('are read by their own profile', async () => {
    const { icc } = await sharp(await patch(red).withIccProfile('p3').png().toBuffer()).metadata()
    const pixels = await sharp(imageOn(cmyk, 'p3').contents)
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw()
      .toBuffer()
    const source = await samplesOf(
      images(await PDFDocument.load(raw)).find((image) => image.page === page('p3'))!.stream,
      { components: 3 },
    )
    const wide = inksOf([...source!.data.subarray(0, 3)], icc!)
    expect(wide).not.toEqual(inksOf(red))
    for (const [i, ink] of wide.entries()) expect(Math.abs(pixels[i]! - ink)).toBeLessThanOrEqual(3)
  })

  it('stay JPEG where they were, inverted as Adobe writes it and with the Decode that says so', async () => {
    const image = imageOn(cmyk, 'photograph')
    expect(entry(image, 'Filter')).toBe('/DCTDecode')
    expect(entry(image, 'Decode')).toBe('[ 1 0 1 0 1 0 1 0 ]')
    expect(Buffer.from(image.contents).includes('Adobe')).toBe(true)
    expect(image.contents.length).toBeLessThan((size.width * size.height * 4) / 4)
    const source = await photograph().raw().toBuffer()
    const wanted = engine.inks(source)
    const found = await sharp(image.contents).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()
    const difference = wanted.reduce((sum, ink, i) => sum + Math.abs(ink - found[i]!), 0) / wanted.length
    expect(difference).toBeLessThan(4)
  })

  it('in grey are printed by black alone, as light as they were', async () => {
    for (const name of ['grey png', 'grey jpeg'] as const) {
      const image = imageOn(cmyk, name)
      expect(entry(image, 'ColorSpace')).toBe('/DeviceGray')
      const pixels = name === 'grey png' ? first(image, 1) : [...(await sharp(image.contents).raw().toBuffer())]
      expect(Math.abs(pixels[0]! - (255 - engine.blacks[grey[0]]!))).toBeLessThanOrEqual(1)
    }
  })

  it('in black and white stay so', () => {
    const values = new Set(decodePDFRawStream(imageOn(cmyk, 'line art')).decode())
    expect([...values].sort()).toEqual([0, 255])
  })

  it('lose a mask that hides nothing', () => {
    expect(entry(imageOn(cmyk, 'opaque alpha'), 'SMask')).toBe('undefined')
    expect(recordOf(cmyk, 'opaque alpha').flattened).toBe(false)
  })

  it('with transparent parts become one with the paper, where nothing else lies beneath', () => {
    const image = imageOn(cmyk, 'alpha on paper')
    expect(entry(image, 'SMask')).toBe('undefined')
    expect(recordOf(cmyk, 'alpha on paper')).toMatchObject({ flattened: true })
    const half = inksOf(red).map((ink) => (ink * 128) / 255)
    for (const [i, ink] of first(image, 4).entries()) expect(Math.abs(ink - half[i]!)).toBeLessThanOrEqual(2)
  })
})

describe('pictures that let shine through', () => {
  it('keep their mask on a ground', () => {
    expect(entry(imageOn(cmyk, 'alpha on ink'), 'SMask')).not.toBe('undefined')
    expect(recordOf(cmyk, 'alpha on ink').flattened).toBe(false)
  })
})

describe('the limit of ink in pictures', () => {
  const sums = (pixels: Uint8Array) =>
    pixels.reduce<number[]>((all, _, i) => {
      if (i % 4 === 0) all.push(pixels[i]! + pixels[i + 1]! + pixels[i + 2]! + pixels[i + 3]!)
      return all
    }, [])

  it('is the house’s, for every pixel, and the report tells what it was before', async () => {
    const limit = 220
    const dark = await inked(raw, { inkLimit: limit })
    expect(recordOf(dark, 'dark').fullest).toBeGreaterThan(limit)
    expect(Math.max(...sums(decodePDFRawStream(imageOn(dark, 'dark')).decode()))).toBeLessThanOrEqual(limit * 2.55)
    const [before, after] = [first(imageOn(cmyk, 'dark'), 4), first(imageOn(dark, 'dark'), 4)]
    expect(after[3]).toBeGreaterThanOrEqual(before[3]!)
    expect(after[0]).toBeLessThan(before[0]!)
  })

  it('holds for what a JPEG makes of it', async () => {
    const limit = 170
    const tight = await inked(raw, { inkLimit: limit })
    const image = imageOn(tight, 'photograph')
    const jpeg = entry(image, 'Filter') === '/DCTDecode'
    const pixels = jpeg
      ? await sharp(image.contents).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()
      : decodePDFRawStream(image).decode()
    expect(recordOf(tight, 'photograph').fullest).toBeGreaterThan(limit)
    expect(Math.max(...sums(pixels))).toBeLessThanOrEqual(limit * 2.55 + 1)
  })
})

describe('other orders of a printing house', () => {
  it('in PDF/X-1a say what was laid on paper', async () => {
    const { report, document } = await inked(raw, { standard: 'x-1a', images: 'icc' })
    expect(report.pictures.filter(({ flattened }) => flattened)).toHaveLength(1)
    // PDF/X-1a knows no profiles in pictures, whatever the order says.
    for (const { stream } of images(document)) expect(entry(stream, 'ColorSpace')).toMatch(/^\/Device(CMYK|Gray)$/)
  })

  it('keep pictures in RGB with their profile', async () => {
    const icc = await inked(raw, { images: 'icc' })
    expect(lightsLeft(icc.document)).toEqual([])
    const source = images(await PDFDocument.load(raw)).find((image) => image.page === page('photograph'))!.stream
    const image = imageOn(icc, 'photograph')
    expect(Buffer.compare(image.contents, source.contents)).toBe(0)
    expect(entry(image, 'ColorSpace')).toContain('/ICCBased')
    const flat = imageOn(icc, 'alpha on paper')
    expect(entry(flat, 'ColorSpace')).toContain('/ICCBased')
    const [r, g, b] = red.map((v) => 255 - ((255 - v) * 128) / 255)
    for (const [i, v] of [r!, g!, b!].entries()) expect(Math.abs(first(flat, 3)[i]! - v)).toBeLessThanOrEqual(1)
  })
})

describe('a print with pictures', () => {
  /** Pixels of the square at the top left of a sheet, as a program draws them. */
  const centre = async (file: string, dpi: number): Promise<{ data: Buffer; channels: number }> => {
    const at = Math.round(((margin + 20) / 72) * dpi)
    const extract = { left: at, top: at, width: 4, height: 4 }
    const picture = sharp(path.join(folder, file), { ignoreIcc: true })
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
    const { data, info } = await picture.extract(extract).raw().toBuffer({ resolveWithObject: true })
    return { data, channels: info.channels }
  }

  itWith('gs')('puts exactly these inks on the plates of Ghostscript, JPEG upright', async () => {
    const at = (name: (typeof sheetNames)[number]) => `-sPageList=${page(name)}`
    for (const name of ['red png', 'progressive'] as const) {
      run(
        folder,
        'gs',
        '-q',
        '-dBATCH',
        '-dNOPAUSE',
        '-sDEVICE=tiff32nc',
        '-r72',
        at(name),
        '-o',
        'plates.tif',
        'print.pdf',
      )
      const { data, channels } = await centre('plates.tif', 72)
      expect(channels).toBe(4)
      for (const [i, ink] of inksOf(red).entries()) expect(Math.abs(data[i]! - ink)).toBeLessThanOrEqual(3)
    }
  })

  itWith('pdftoppm')('looks like the original in poppler', async () => {
    for (const name of ['photograph', 'red png'] as const) {
      const number = String(page(name))
      run(folder, 'pdftoppm', '-r', '72', '-f', number, '-l', number, '-singlefile', '-png', 'print.pdf', 'seen')
      const seen = sharp(path.join(folder, 'seen.png')).removeAlpha().toColourspace('srgb')
      const [left, top] = [margin + 10, margin + 10]
      const [r, , b] = await seen.extract({ left, top, width: 1, height: 1 }).raw().toBuffer()
      // Both are red at their top left; what is inverted is blue.
      expect(r! - b!).toBeGreaterThan(60)
    }
  })

  it('is the same bytes again', async () => {
    expect(Buffer.compare((await inked(raw)).bytes, cmyk.bytes)).toBe(0)
  })
})

import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Issue } from '../../../../scripts/model/issue.ts'
import type { Resource } from '../../../../scripts/model/manuscript.ts'
import { shippedConditions, usualPrinting } from '../../../../scripts/model/printing.ts'
import { arrayAt, nameAt, numbers } from '../../../../scripts/press/pdf/document.ts'
import { outputProfile } from '../../../../scripts/press/print/colour/colour-engine.ts'
import { cmykJpeg, cmykPixels } from '../../../../scripts/press/print/pictures/files.ts'
import { isInverted, picturesForScreens, withProfile } from '../../../../scripts/press/print/pictures/inks.ts'
import { reportDiagnostics } from '../../../../scripts/press/print/print-report.ts'
import { atFullSize, type Inked, images, inked, photograph, printSheets, size } from '../colour/colour-sample.ts'

type Ink = readonly [number, number, number, number]

/** Percent of C, M, Y, K, the left half and the right half. */
const halves = (left: Ink, right: Ink): Promise<Buffer> => {
  const pixels = Uint8Array.from({ length: size.width * size.height * 4 }, (_, i) => {
    const ink = Math.floor(i / 4) % size.width < size.width / 2 ? left : right
    return Math.round(ink[i % 4]! * 2.55)
  })
  return cmykJpeg(pixels, size.width, size.height)
}

/** The same file without Adobe's marker: what it stores is then ink, and not what is left without it. */
function withoutMarker(jpeg: Buffer): Buffer {
  const at = jpeg.indexOf(Buffer.from([0xff, 0xee]))
  return Buffer.concat([jpeg.subarray(0, at), jpeg.subarray(at + 2 + jpeg.readUInt16BE(at + 2))])
}

const sky: Ink = [39, 4, 2, 1]
const leaf: Ink = [65, 0, 92, 19]
const black: Ink = [0, 0, 0, 100]
const flood: Ink = [100, 100, 100, 60]

const resource = (src: string, data: Uint8Array): Resource => ({ src, mediaType: 'image/jpeg', data, ...size })
const screens = (resources: readonly Resource[], paper: 'coated' | 'uncoated' = 'coated') =>
  picturesForScreens({
    resources,
    printing: { ...usualPrinting, condition: shippedConditions[paper] },
  } as unknown as Issue)

/** Red, green, blue in the middle of the left half. */
async function componentsOf({ data }: Resource): Promise<number[]> {
  const { space } = await sharp(data).metadata()
  expect(space).toBe('srgb')
  const spot = { left: 40, top: 60, width: 1, height: 1 }
  return [...(await sharp(data).extract(spot).raw().toBuffer())]
}

describe('pictures in printing inks', () => {
  const files: Record<string, Uint8Array> = {}
  let pictures: readonly Resource[]
  let print: Inked
  /** What the print edition has of a picture. */
  const printed = (name: string) => images(print.document)[Object.keys(files).indexOf(name)]!.stream

  beforeAll(async () => {
    const plain = await halves(sky, leaf)
    const own = await outputProfile(shippedConditions.uncoated)
    Object.assign(files, {
      plain,
      profiled: withProfile(await halves(leaf, sky), own),
      black: await halves(black, [0, 0, 0, 0]),
      bare: withoutMarker(await halves([10, 20, 30, 40], [60, 70, 0, 10])),
      flood: await halves(flood, sky),
      photograph: await photograph().jpeg().toBuffer(),
    })
    pictures = await screens(Object.entries(files).map(([name, data]) => resource(`figures/${name}.jpg`, data)))
    const raw = await printSheets(pictures.map(({ data, src }) => atFullSize(data, 'jpeg', src)))
    print = await inked(raw, {}, pictures)
  })

  test.each(['plain', 'profiled', 'black', 'bare'])('%s is printed byte for byte', (name) => {
    const { dict, contents } = printed(name)
    expect(Buffer.compare(contents, files[name]!)).toBe(0)
    expect(nameAt(dict, 'ColorSpace')).toBe('DeviceCMYK')
    const decode = arrayAt(dict, 'Decode')
    expect(decode ? numbers(decode) : undefined).toEqual(
      isInverted(files[name]!) ? [1, 0, 1, 0, 1, 0, 1, 0] : undefined,
    )
  })

  test('a picture with more ink than the paper takes is reduced there and nowhere else, and reported', async () => {
    const pixels = await cmykPixels(printed('flood').contents)
    const at = (x: number) => [...pixels.subarray((80 * size.width + x) * 4, (80 * size.width + x) * 4 + 4)]
    expect(at(40).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(300 * 2.55 + 1)
    for (const [i, value] of at(200).entries()) expect(Math.abs(value - sky[i]! * 2.55)).toBeLessThan(3)
    const found = reportDiagnostics({ ...print.report, text: [] }, usualPrinting, 'a.pdf')
    const full = found.filter(({ code }) => code === 'printing/picture-ink-limit')
    expect(full.map(({ place, facts }) => [place?.page, facts.picture, facts.total, facts.limit])).toEqual([
      [5, '“figures/flood.jpg”', 360, 300],
    ])
  })

  test('a picture in additive colour is none of them', () => {
    expect(pictures.at(-1)!.inks).toBeUndefined()
    expect(Buffer.compare(pictures.at(-1)!.data, files.photograph!)).toBe(0)
  })

  test('screens show them in sRGB, by their own profile or by that of the issue', async () => {
    const plain = resource('figures/a.jpg', files.plain!)
    const tagged = resource('figures/a.jpg', withProfile(files.plain!, await outputProfile(shippedConditions.uncoated)))
    const [coated] = await screens([plain])
    const [uncoated] = await screens([plain], 'uncoated')
    const [own] = await screens([tagged])
    expect(await componentsOf(own!)).toEqual(await componentsOf(uncoated!))
    expect(await componentsOf(own!)).not.toEqual(await componentsOf(coated!))
    const [r, g, b] = await componentsOf(coated!)
    // A light blue.
    expect(b).toBeGreaterThan(g!)
    expect(g).toBeGreaterThan(r!)
    expect(r).toBeGreaterThan(120)
  })
})

import { deflateSync } from 'node:zlib'
import { type PDFDict, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { pictureSpace, samplesOf } from '../../../../scripts/press/print/pictures/samples.ts'

const document = await PDFDocument.create()

/** An image as any program might write it. */
function image(dict: Record<string, unknown>, data: readonly number[]): PDFRawStream {
  const made = document.context.obj({
    Width: 2,
    Height: 2,
    BitsPerComponent: 8,
    Filter: 'FlateDecode',
    ...dict,
  } as never)
  return PDFRawStream.of(made as unknown as PDFDict, new Uint8Array(deflateSync(Uint8Array.from(data))))
}

async function samples(dict: Record<string, unknown>, data: readonly number[]): Promise<number[] | undefined> {
  const stream = image(dict, data)
  const space = pictureSpace(stream.dict)
  if (space === undefined || space === 'inks') throw new Error(`not in additive colour: ${space}`)
  const found = await samplesOf(stream, space)
  return found && [...found.data]
}

const rgb = [255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 8, 7]
const parms = (Predictor: number) => ({ Predictor, Colors: 3, Columns: 2, BitsPerComponent: 8 })

describe('samples of a picture', () => {
  it('are its bytes where it has eight bits', async () => {
    expect(await samples({ ColorSpace: 'DeviceRGB' }, rgb)).toEqual(rgb)
    expect(await samples({ ColorSpace: 'DeviceGray' }, [0, 1, 2, 3])).toEqual([0, 1, 2, 3])
  })

  it('fill eight bits where it has fewer, rows beginning at bytes', async () => {
    expect(await samples({ ColorSpace: 'DeviceGray', BitsPerComponent: 1 }, [0b10000000, 0b01000000])).toEqual([
      255, 0, 0, 255,
    ])
    expect(await samples({ ColorSpace: 'DeviceGray', BitsPerComponent: 2 }, [0b01100000, 0b11000000])).toEqual([
      85, 170, 255, 0,
    ])
    expect(await samples({ ColorSpace: 'DeviceGray', BitsPerComponent: 4 }, [0xf0, 0x3c])).toEqual([255, 0, 51, 204])
  })

  it('are the upper half of sixteen bits', async () => {
    const data = [0, 255, 128, 0, 255, 255, 64, 1]
    expect(await samples({ ColorSpace: 'DeviceGray', BitsPerComponent: 16 }, data)).toEqual([0, 128, 255, 64])
  })

  it('follow the Decode array', async () => {
    expect(await samples({ ColorSpace: 'DeviceGray', Decode: [1, 0] }, [0, 255, 100, 3])).toEqual([255, 0, 155, 252])
  })

  it('come out of the palette, of whatever base', async () => {
    const palette = document.context.register(document.context.stream(Uint8Array.from([255, 255, 255, 200, 30, 40])))
    const indexed = { ColorSpace: ['Indexed', 'DeviceRGB', 1, palette] }
    expect(await samples(indexed, [0, 1, 1, 0])).toEqual([255, 255, 255, 200, 30, 40, 200, 30, 40, 255, 255, 255])
    const bits = { ...indexed, BitsPerComponent: 1 }
    expect(await samples(bits, [0b01000000, 0b10000000])).toEqual([
      255, 255, 255, 200, 30, 40, 200, 30, 40, 255, 255, 255,
    ])
  })

  it('are unpredicted by the filters of PNG, row by row, and of TIFF', async () => {
    const [none, sub, up, average, paeth] = [0, 1, 2, 3, 4]
    const rows: readonly (readonly [number, number[]])[] = [
      [none!, [1, 2, 3, 4, 5, 6]],
      [sub!, [1, 2, 3, 3, 3, 3]],
      [up!, [1, 1, 1, 1, 1, 1]],
      [average!, [1, 1, 1, 1, 1, 1]],
      [paeth!, [1, 1, 1, 1, 1, 1]],
    ]
    const data = rows.flatMap(([kind, bytes]) => [kind, ...bytes])
    const found = await samples({ ColorSpace: 'DeviceRGB', Height: 5, DecodeParms: parms(15) }, data)
    expect(found).toEqual(
      [
        [1, 2, 3, 4, 5, 6],
        [1, 2, 3, 4, 5, 6],
        [2, 3, 4, 5, 6, 7],
        [2, 2, 3, 4, 5, 6],
        [3, 3, 4, 5, 6, 7],
      ].flat(),
    )
    const tiff = [1, 2, 3, 3, 3, 3, 250, 0, 0, 10, 0, 0]
    expect(await samples({ ColorSpace: 'DeviceRGB', DecodeParms: parms(2) }, tiff)).toEqual([
      1, 2, 3, 4, 5, 6, 250, 0, 0, 4, 0, 0,
    ])
  })

  it('are none where the data is short, broken or compressed by other means', async () => {
    expect(await samples({ ColorSpace: 'DeviceRGB' }, rgb.slice(1))).toBeUndefined()
    expect(await samples({ ColorSpace: 'DeviceRGB', Filter: 'DCTDecode' }, rgb)).toBeUndefined()
    expect(await samples({ ColorSpace: 'DeviceRGB', Filter: 'JPXDecode' }, rgb)).toBeUndefined()
    expect(await samples({ ColorSpace: 'DeviceRGB', BitsPerComponent: 3 }, rgb)).toBeUndefined()
  })
})

describe('the space of a picture', () => {
  const space = (dict: Record<string, unknown>) => pictureSpace(image(dict, []).dict)
  const profile = (N: number) => document.context.register(document.context.stream(new Uint8Array([N]), { N }))

  it('is in additive colour with its profile, in inks, or unknown', () => {
    expect(space({ ColorSpace: ['ICCBased', profile(3)] })).toEqual({ components: 3, profile: new Uint8Array([3]) })
    expect(space({ ColorSpace: ['ICCBased', profile(1)] })).toEqual({ components: 1 })
    expect(space({ ColorSpace: ['ICCBased', profile(4)] })).toBe('inks')
    expect(space({ ColorSpace: 'DeviceCMYK' })).toBe('inks')
    expect(space({ ColorSpace: ['Separation', 'Gold', 'DeviceCMYK', {}] })).toBe('inks')
    expect(space({ ImageMask: true })).toBe('inks')
    expect(space({ ColorSpace: ['Lab', {}] })).toBeUndefined()
  })
})

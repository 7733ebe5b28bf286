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
  const found = space && (await samplesOf(stream, space))
  return found && [...found.data]
}

const rgb = [255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 8, 7]

describe('samples of a picture', () => {
  it('are its bytes where it has eight bits', async () => {
    expect(await samples({ ColorSpace: 'DeviceRGB' }, rgb)).toEqual(rgb)
    expect(await samples({ ColorSpace: 'DeviceGray' }, [0, 1, 2, 3])).toEqual([0, 1, 2, 3])
  })

  it('are none of an image that Chromium does not write, or that is short or broken', async () => {
    const others: readonly Record<string, unknown>[] = [
      { BitsPerComponent: 1 },
      { BitsPerComponent: 16 },
      { Decode: [1, 0, 1, 0, 1, 0] },
      { DecodeParms: { Predictor: 15, Colors: 3, Columns: 2 } },
      { ColorSpace: ['Indexed', 'DeviceRGB', 1, 'palette'] },
      { ColorSpace: 'DeviceCMYK' },
      { ColorSpace: ['Lab', {}] },
      { Filter: 'JPXDecode' },
      { Filter: 'DCTDecode' },
    ]
    for (const dict of others)
      expect(await samples({ ColorSpace: 'DeviceRGB', ...dict }, rgb), JSON.stringify(dict)).toBeUndefined()
    expect(await samples({ ColorSpace: 'DeviceRGB' }, rgb.slice(1))).toBeUndefined()
  })
})

describe('the space of a picture', () => {
  const profile = (N: number) => document.context.register(document.context.flateStream(new Uint8Array([N]), { N }))

  it('has its profile where it is of RGB', () => {
    const space = (N: number) => pictureSpace(image({ ColorSpace: ['ICCBased', profile(N)] }, []).dict)
    expect(space(3)).toEqual({ components: 3, profile: new Uint8Array([3]) })
    expect(space(1)).toEqual({ components: 1 })
    expect(space(4)).toBeUndefined()
  })
})

import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  INTENT_RELATIVE_COLORIMETRIC,
  instantiate,
  TYPE_CMYK_8,
  TYPE_Lab_16,
  TYPE_RGB_8,
} from 'lcms-wasm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedConditions } from '../../../../scripts/model/printing.ts'
import {
  type ColourEngine,
  openColourEngine,
  outputProfile,
} from '../../../../scripts/press/print/colour/colour-engine.ts'

let engine: ColourEngine
let profile: Uint8Array

beforeAll(async () => {
  profile = await outputProfile(shippedConditions.coated)
  engine = (await openColourEngine(profile))!
})
afterAll(() => engine.close())

/** Inks by the library itself, without ours. */
async function direct(rgb: Uint8Array): Promise<Uint8Array> {
  const lcms = await instantiate()
  const at = lcms._malloc(profile.length)
  lcms.HEAPU8.set(profile, at)
  const press = lcms.ccall('cmsOpenProfileFromMem', 'number', ['number', 'number'], [at, profile.length])
  const [intent, flags] = [INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION]
  const made = lcms.cmsCreateTransform(lcms.cmsCreate_sRGBProfile(), TYPE_RGB_8, press, TYPE_CMYK_8, intent, flags)
  return new Uint8Array(lcms.cmsDoTransform(made, rgb, rgb.length / 3))
}

/** L* of inks by the profile, relative to the paper. */
async function lightness(inks: Uint8Array): Promise<number[]> {
  const lcms = await instantiate()
  const at = lcms._malloc(profile.length)
  lcms.HEAPU8.set(profile, at)
  const press = lcms.ccall('cmsOpenProfileFromMem', 'number', ['number', 'number'], [at, profile.length])
  const lab = lcms.cmsCreateLab4Profile(null)
  const made = lcms.cmsCreateTransform(press, TYPE_CMYK_8, lab, TYPE_Lab_16, INTENT_RELATIVE_COLORIMETRIC, 0)
  const values = lcms.cmsDoTransform(made, inks, inks.length / 4)
  return Array.from({ length: inks.length / 4 }, (_, i) => (values[i * 3]! / 65535) * 100)
}

describe('the output profile of a condition', () => {
  it('is the one that ships for the paper, or the printing house’s own', async () => {
    const folder = path.join(import.meta.dirname, '../../../../scripts/press/profiles')
    const coated = readFileSync(path.join(folder, 'FOGRA39L_open.icc'))
    const uncoated = readFileSync(path.join(folder, 'FOGRA29L_open.icc'))
    expect(Buffer.compare(await outputProfile(shippedConditions.coated), coated)).toBe(0)
    expect(Buffer.compare(await outputProfile(shippedConditions.uncoated), uncoated)).toBe(0)
    const own = new Uint8Array([1, 2, 3])
    expect(await outputProfile({ ...shippedConditions.coated, profile: own })).toBe(own)
  })
})

describe('the colour engine', () => {
  it('gives the inks of the library, in strips or at once', async () => {
    const rgb = Uint8Array.from({ length: 3 * 70_000 }, (_, i) => (i * 7919) % 256)
    expect(Buffer.compare(engine.inks(rgb), await direct(rgb))).toBe(0)
  })

  it('leaves the paper white and prints black with all it has', () => {
    const [paper, black] = [engine.inks(new Uint8Array([255, 255, 255])), engine.inks(new Uint8Array([0, 0, 0]))]
    expect([...paper]).toEqual([0, 0, 0, 0])
    expect(black[3]).toBeGreaterThan(240)
  })

  it('prints the same numbers of a wider space with more ink', async () => {
    const picture = sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
    const { icc } = await sharp(await picture.withIccProfile('p3').png().toBuffer()).metadata()
    const red = new Uint8Array([230, 60, 40])
    const [srgb, p3] = [engine.inks(red), engine.inks(red, icc!)]
    expect([...p3]).not.toEqual([...srgb])
    expect(p3[0]! + p3[3]!).toBeLessThan(srgb[0]! + srgb[3]!)
  })

  it('takes RGB for sRGB where the source profile is broken or is none of RGB', () => {
    const rgb = new Uint8Array([10, 120, 200])
    for (const source of [new Uint8Array([1, 2, 3]), profile]) {
      expect([...engine.inks(rgb, source)]).toEqual([...engine.inks(rgb)])
    }
  })

  it('prints greys in black alone, as light as the same grey in four inks', async () => {
    expect(engine.blacks).toHaveLength(256)
    expect([engine.blacks[255], engine.blacks[0]]).toEqual([0, 255])
    for (let grey = 1; grey < 256; grey++) expect(engine.blacks[grey]!).toBeLessThanOrEqual(engine.blacks[grey - 1]!)
    const greys = [64, 128, 192, 240]
    const one = await lightness(Uint8Array.from(greys.flatMap((grey) => [0, 0, 0, engine.blacks[grey]!])))
    const four = await lightness(engine.inks(Uint8Array.from(greys.flatMap((grey) => [grey, grey, grey]))))
    // Black alone is not as dark as four inks, so that deep tones differ a little.
    for (const [i, grey] of greys.entries()) expect(Math.abs(one[i]! - four[i]!)).toBeLessThan(grey < 100 ? 9 : 4)
  })

  it('opens only output profiles of CMYK, however large', async () => {
    const picture = sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
    const { icc } = await sharp(await picture.withIccProfile('srgb').png().toBuffer()).metadata()
    expect(await openColourEngine(new Uint8Array(icc!))).toBeUndefined()
    expect(await openColourEngine(new Uint8Array([1, 2, 3]))).toBeUndefined()
    expect(await openColourEngine(new Uint8Array(0))).toBeUndefined()
    const large = new Uint8Array(6_000_000)
    large.set(profile)
    const opened = await openColourEngine(large)
    expect([...opened!.inks(new Uint8Array([9, 99, 199]))]).toEqual([...engine.inks(new Uint8Array([9, 99, 199]))])
    opened!.close()
  })
})

/**
 * In: the ICC profile of a printing condition, and RGB. Out: the inks that print it.
 * The door to Little CMS. Relative colorimetric with black point compensation: paper stays paper, and shadows keep their
 * detail where the press prints no darker.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  INTENT_RELATIVE_COLORIMETRIC,
  instantiate,
  type Lcms,
  TYPE_CMYK_8,
  TYPE_Lab_16,
  TYPE_RGB_8,
} from 'lcms-wasm'
import type { OutputCondition } from '../../../model/printing.ts'

const shipped = { coated: 'FOGRA39L_open.icc', uncoated: 'FOGRA29L_open.icc' } as const

/** The bytes of the ICC profile of a condition: the printing house's, or the one that comes with kanben for the paper. */
export async function outputProfile({ profile, paper }: OutputCondition): Promise<Uint8Array> {
  return profile ?? new Uint8Array(await readFile(path.join(import.meta.dirname, '../../profiles', shipped[paper])))
}

export interface ColourEngine {
  /**
   * Bytes of C, M, Y, K for bytes of R, G, B; 255 is full ink.
   * @param source ICC profile of the RGB; sRGB where it is not given or is no profile of RGB.
   */
  readonly inks: (rgb: Uint8Array, source?: Uint8Array) => Uint8Array
  /** Bytes of black ink that print the lightness of the 256 greys of sRGB. */
  readonly blacks: Uint8Array
  /** Frees what the engine holds; it converts nothing afterwards. */
  readonly close: () => void
}

/** Pixels of one call: the engine's memory stays small for the largest picture. */
const strip = 1 << 16

let started: Promise<Lcms> | undefined

/** A profile in the engine, or undefined for bytes that are none of this colour space. */
function openProfile(lcms: Lcms, bytes: Uint8Array, space: 'RGB' | 'CMYK'): number | undefined {
  // The binding of this function copies to the stack, which a large profile fills.
  const at = lcms._malloc(bytes.length)
  lcms.HEAPU8.set(bytes, at)
  const profile = lcms.ccall('cmsOpenProfileFromMem', 'number', ['number', 'number'], [at, bytes.length])
  lcms._free(at)
  if (!profile || lcms.cmsGetColorSpaceASCII(profile) === space) return profile || undefined
  lcms.cmsCloseProfile(profile)
  return undefined
}

/** Relative luminance of the lightness L* (CIE 15). */
const luminance = (lightness: number): number =>
  lightness > 8 ? ((lightness + 16) / 116) ** 3 : lightness / (24389 / 27)
/** Relative luminance of a grey of sRGB (IEC 61966-2-1). */
const luminanceOfGrey = (grey: number): number => (grey <= 0.04045 ? grey / 12.92 : ((grey + 0.055) / 1.055) ** 2.4)

/** For each grey the black that is as light, on a scale from the paper to full black: black point compensation for one ink. */
function blacksOf(lcms: Lcms, profile: number): Uint8Array {
  const lab = lcms.cmsCreateLab4Profile(null)
  const seen = lcms.cmsCreateTransform(profile, TYPE_CMYK_8, lab, TYPE_Lab_16, INTENT_RELATIVE_COLORIMETRIC, 0)
  const tints = Uint8Array.from({ length: 1024 }, (_, i) => (i % 4 === 3 ? i >> 2 : 0))
  const measured = lcms.cmsDoTransform(seen, tints, 256)
  lcms.cmsDeleteTransform(seen)
  lcms.cmsCloseProfile(lab)
  const light = Array.from({ length: 256 }, (_, ink) => luminance((measured[ink * 3]! / 65535) * 100))
  const [paper, black] = [light[0]!, light[255]!]
  let ink = 255
  return Uint8Array.from({ length: 256 }, (_, grey) => {
    const wanted = black + (paper - black) * luminanceOfGrey(grey / 255)
    while (ink > 0 && Math.abs(light[ink - 1]! - wanted) <= Math.abs(light[ink]! - wanted)) ink--
    return ink
  })
}

/** An engine for an output profile; undefined where the bytes are no ICC profile of CMYK. Whoever opens it closes it. */
export async function openColourEngine(output: Uint8Array): Promise<ColourEngine | undefined> {
  started ??= instantiate()
  const lcms = await started
  const press = openProfile(lcms, output, 'CMYK')
  if (press === undefined) return undefined
  const transforms = new Map<string, number>()
  const transformFrom = (source: Uint8Array | undefined): number => {
    const key = source ? createHash('sha256').update(source).digest('hex') : ''
    const known = transforms.get(key)
    if (known !== undefined) return known
    const profile = (source && openProfile(lcms, source, 'RGB')) ?? lcms.cmsCreate_sRGBProfile()
    const [intent, flags] = [INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION]
    const made = lcms.cmsCreateTransform(profile, TYPE_RGB_8, press, TYPE_CMYK_8, intent, flags)
    lcms.cmsCloseProfile(profile)
    transforms.set(key, made)
    return made
  }
  return {
    inks(rgb, source) {
      const transform = transformFrom(source)
      const count = Math.floor(rgb.length / 3)
      const inks = new Uint8Array(count * 4)
      for (let from = 0; from < count; from += strip) {
        const pixels = Math.min(strip, count - from)
        inks.set(lcms.cmsDoTransform(transform, rgb.subarray(from * 3, (from + pixels) * 3), pixels), from * 4)
      }
      return inks
    },
    blacks: blacksOf(lcms, press),
    close() {
      for (const transform of transforms.values()) lcms.cmsDeleteTransform(transform)
      transforms.clear()
      lcms.cmsCloseProfile(press)
    },
  }
}

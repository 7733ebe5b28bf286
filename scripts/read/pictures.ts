/** Paths of pictures, each with the place that asks for it, in; the pictures and what is wrong with them out. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Resource } from '../model/manuscript.ts'
import type { Place } from '../model/place.ts'
import { readInside } from './inside.ts'
import { largestPicture, type Measured, measureRaster } from './raster.ts'
import { type MeasuredSvg, measureSvg } from './svg.ts'

export interface Wanted {
  readonly src: string
  readonly place: Place
}

/** Every picture is read once; each place that asks for a faulty one is told. */
export async function readPictures(
  folder: string,
  wanted: readonly Wanted[],
): Promise<{ resources: Resource[]; diagnostics: Diagnostic[] }> {
  const sources = [...new Set(wanted.map(({ src }) => src))]
  const read = new Map(await Promise.all(sources.map(async (src) => [src, await readPicture(folder, src)] as const)))
  return {
    resources: [...read.values()].filter((result): result is Resource => 'data' in result),
    diagnostics: wanted.flatMap(({ src, place }) => {
      const result = read.get(src)!
      return 'data' in result ? [] : [diagnostic(result.code, place, { src, ...result.facts })]
    }),
  }
}

type Fault = Pick<Diagnostic, 'code' | 'facts'>

const refusals = {
  outside: 'manuscript/figure-outside',
  name: 'manuscript/file-name',
  missing: 'manuscript/figure-missing',
} as const

async function readPicture(folder: string, src: string): Promise<Resource | Fault> {
  const read = await readInside(folder, src)
  return typeof read === 'string' ? { code: refusals[read], facts: { name: src } } : recognise(src, read)
}

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte)

async function recognise(src: string, data: Uint8Array): Promise<Resource | Fault> {
  let mediaType: Resource['mediaType']
  let measured: Measured | MeasuredSvg
  if (starts(data, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    mediaType = 'image/png'
    measured = await measureRaster(data)
  } else if (starts(data, [0xff, 0xd8, 0xff])) {
    mediaType = 'image/jpeg'
    measured = await measureRaster(data)
  } else {
    const text = new TextDecoder().decode(data)
    if (!/^\s*(<\?xml|<!--|<!DOCTYPE|<([\w.-]+:)?svg\b)/i.test(text) || !/<([\w.-]+:)?svg\b/.test(text)) {
      return { code: 'manuscript/figure-format', facts: {} }
    }
    mediaType = 'image/svg+xml'
    measured = measureSvg(text)
  }
  if ('damaged' in measured) return { code: 'manuscript/figure-damaged', facts: { reason: measured.damaged } }
  if ('active' in measured) return { code: 'manuscript/figure-active', facts: { what: measured.active } }
  if ('tooLarge' in measured) {
    return { code: 'manuscript/figure-too-large', facts: { pixels: measured.tooLarge, limit: largestPicture / 1e6 } }
  }
  return { src, mediaType, data, ...measured }
}

/** Paths of pictures, each with the place that asks for it, in; the pictures and what is wrong with them out. */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
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

/** Names that people take for one: they differ in case, width or spaces, or say jpeg for jpg. */
const alike = (src: string): string =>
  src
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .replace(/\.jpeg$/, '.jpg')

/** The file of the folder that a path means which is not there, as a path that may be written; null where none is like it. */
async function nearestFile(folder: string, src: string): Promise<string | null> {
  const under = path.posix.dirname(src)
  if (!/^[A-Za-z0-9._/-]+$/.test(under) || under.split('/').includes('..')) return null
  const entries = await readdir(path.join(folder, under), { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  const near = names.sort().find((name) => alike(name) === alike(path.posix.basename(src)))
  return near === undefined ? null : path.posix.join(under, near)
}

/** Every picture is read once; each place that asks for a faulty one is told. */
export async function readPictures(
  folder: string,
  wanted: readonly Wanted[],
): Promise<{ resources: Resource[]; diagnostics: Diagnostic[] }> {
  const sources = [...new Set(wanted.map(({ src }) => src))]
  const read = new Map(await Promise.all(sources.map(async (src) => [src, await readPicture(folder, src)] as const)))
  return {
    resources: [...read.values()].flatMap(({ resource }) => resource ?? []),
    diagnostics: wanted.flatMap(({ src, place }) => {
      const { fault } = read.get(src)!
      return fault ? [diagnostic(fault.code, place, { src, ...fault.facts })] : []
    }),
  }
}

/** A picture that is found by another name is shown in a draft. */
interface Read {
  readonly resource?: Resource
  readonly fault?: Fault
}

type Fault = Pick<Diagnostic, 'code' | 'facts'>

const refusals = {
  outside: 'manuscript/figure-outside',
  name: 'manuscript/file-name',
  missing: 'manuscript/figure-missing',
} as const

async function readPicture(folder: string, src: string): Promise<Read> {
  const read = await readInside(folder, src)
  if (typeof read !== 'string') return await recognise(src, read)
  const near = read === 'missing' ? await nearestFile(folder, src) : null
  if (near === null) return { fault: { code: refusals[read], facts: { name: src } } }
  const meant = await readInside(folder, near)
  const { resource } = typeof meant === 'string' ? {} : await recognise(src, meant)
  return { ...(resource && { resource }), fault: { code: 'manuscript/figure-named', facts: { near } } }
}

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte)

async function recognise(src: string, data: Uint8Array): Promise<Read> {
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
      return { fault: { code: 'manuscript/figure-format', facts: {} } }
    }
    mediaType = 'image/svg+xml'
    measured = measureSvg(text)
  }
  switch (measured.kind) {
    case 'measured':
      return { resource: { src, mediaType, data, width: measured.width, height: measured.height } }
    case 'damaged':
      return { fault: { code: 'manuscript/figure-damaged', facts: { reason: measured.reason } } }
    case 'active':
      return { fault: { code: 'manuscript/figure-active', facts: { what: measured.what } } }
    case 'too-large': {
      const facts = { pixels: measured.pixels, limit: largestPicture / 1e6 }
      return { fault: { code: 'manuscript/figure-too-large', facts } }
    }
  }
}

/** In: a finished print PDF and its issue. Out: everything that the assertions ask of it, read once. */
import type { Issue } from '../../../model/issue.ts'
import type { Space } from '../../pdf/colour.ts'
import { everywhere } from '../../pdf/interpreter.ts'
import { type Box, boxOf, type PdfObjects } from '../../pdf/objects.ts'
import { decoded, isDict, type PdfDict, PdfStream } from '../../pdf/syntax.ts'
import { readXmp, type Xmp } from '../../pdf/xmp.ts'
import type { Fault } from '../../verdict/assertion.ts'
import { type Census, censusOf } from './census.ts'
import { ContentReader } from './content.ts'
import { type ImageFacts, imageFacts } from './images.ts'
import type { Paint } from './paint.ts'

export interface PrintPage {
  /** From 1. */
  readonly number: number
  readonly dict: PdfDict
  /** Points; null where the page has no such box. */
  readonly media: Box | null
  readonly crop: Box | null
  readonly bleed: Box | null
  readonly trim: Box | null
  readonly paints: readonly Paint[]
  readonly spaces: ReadonlySet<Space>
  /** What in the content no reader can follow. */
  readonly problems: readonly string[]
}

export interface PrintImage extends ImageFacts {
  /** The first page that paints it. */
  readonly page: number
}

export interface PrintFile {
  readonly issue: Issue
  readonly objects: PdfObjects
  readonly catalog: PdfDict
  readonly info: PdfDict
  /** Null where the catalog leads to no metadata stream. */
  readonly metadata: PdfStream | null
  readonly xmp: Xmp
  readonly census: Census
  readonly pages: readonly PrintPage[]
  /** Painted images, each once. */
  readonly images: ReadonlyMap<PdfStream, PrintImage>
  /** Colour spaces of forms and patterns that no page paints. */
  readonly unused: ReadonlySet<Space>
  /** Streams that were read as content; what was wrong with them is told with their page. */
  readonly seen: ReadonlySet<PdfStream>
  /** Images whose data cannot be read. */
  readonly unreadable: readonly Fault[]
}

/** @throws PdfSyntaxError where the file cannot be followed at all. */
export function readPrintFile(objects: PdfObjects, issue: Issue): PrintFile {
  const { dict, resolve, trailer } = objects
  const census = censusOf(objects)
  const seen = new Set<PdfStream>()
  const pages = objects.pages.map((page, index) => readPage(objects, page, index + 1, seen))
  const rest = new ContentReader(objects, seen, everywhere)
  for (const { stream } of census.dicts) {
    const isContent =
      stream && (resolve(stream.dict.get('Subtype')) === '/Form' || stream.dict.get('PatternType') === 1)
    if (isContent && !seen.has(stream)) rest.alone(stream)
  }
  const images = new Map<PdfStream, PrintImage>()
  const unreadable: Fault[] = []
  for (const { number, paints, dict: page } of pages) {
    for (const { image } of paints) {
      if (!image || images.has(image)) continue
      try {
        images.set(image, { ...imageFacts(objects, image, dict(page.get('Resources'))), page: number })
      } catch (error) {
        unreadable.push({ page: number, facts: { reason: error instanceof Error ? error.message : String(error) } })
      }
    }
  }
  const catalog = dict(trailer.get('Root'))
  const metadata = resolve(catalog.get('Metadata'))
  const stream = metadata instanceof PdfStream ? metadata : null
  return {
    issue,
    objects,
    catalog,
    info: dict(trailer.get('Info')),
    metadata: stream,
    xmp: readXmp(new TextDecoder().decode((stream && dataOf(objects, stream)) ?? new Uint8Array())),
    census,
    pages,
    images,
    unused: rest.spaces,
    seen,
    unreadable,
  }
}

/** The decoded data of a stream; null where its filter is unknown or its data are broken. */
export function dataOf({ resolve }: PdfObjects, stream: PdfStream): Uint8Array | null {
  try {
    return decoded(stream, resolve)
  } catch {
    return null
  }
}

function readPage(objects: PdfObjects, page: PdfDict, number: number, seen: Set<PdfStream>): PrintPage {
  const box = (name: string) => boxOf(objects, page, name)
  const media = box('MediaBox')
  const bleed = box('BleedBox')
  const reader = new ContentReader(objects, seen, bleed ?? [0, 0, 0, 0])
  reader.page(page, media ?? everywhere)
  return {
    number,
    dict: page,
    media,
    crop: box('CropBox'),
    bleed,
    trim: box('TrimBox'),
    paints: reader.list.paints,
    spaces: reader.spaces,
    problems: [...reader.problems],
  }
}

/** A key of a dictionary that says how a soft mask, a group or the like is made. */
export const dictAt = ({ resolve }: PdfObjects, dict: PdfDict, key: string): PdfDict | null => {
  const value = resolve(dict.get(key))
  return isDict(value) ? value : value instanceof PdfStream ? value.dict : null
}

/** A fault on a page, or in the file where no page leads to it. */
export const faultAt = (page: number | undefined, facts: Fault['facts'] = {}): Fault =>
  page === undefined ? { facts: { page: '–', ...facts } } : { page, facts }

/** The first fault of each page: a page that is wrong in one place is mostly wrong in many. */
export function oncePerPage(faults: readonly Fault[]): readonly Fault[] {
  const pages = new Set<number | undefined>()
  return faults.filter(({ page }) => !pages.has(page) && pages.add(page))
}

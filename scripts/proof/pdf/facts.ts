/** In: a PDF. Out: facts: text with its place on the trimmed page, boxes, outline, links, metadata, tags. */
import { type Box, boxOf, type PdfObjects } from './objects.ts'
import { openReader, type Reader } from './pdfjs.ts'
import { decoded, isList, PdfStream, PdfSyntaxError, textOf } from './syntax.ts'

export interface PdfText {
  readonly text: string
  /** Origin of the first glyph in points from the lower left corner of the trimmed page. */
  readonly x: number
  readonly y: number
  /** Points. */
  readonly size: number
  readonly font: string
}

export interface PdfLink {
  /** Physical page from 1 of a link into the document. */
  readonly page: number | null
  readonly url: string | null
}

export interface PdfPage {
  readonly number: number
  readonly media: Box
  readonly trim: Box | null
  readonly bleed: Box | null
  /** In the order of the content stream. */
  readonly texts: readonly PdfText[]
  readonly links: readonly PdfLink[]
  /** Structure elements of the page by type, empty in an untagged file. */
  readonly tags: Readonly<Record<string, number>>
}

export interface PdfOutlineItem {
  readonly title: string
  readonly page: number | null
  /** From 1. */
  readonly depth: number
}

export interface PdfFacts {
  readonly version: string
  readonly pages: readonly PdfPage[]
  readonly outline: readonly PdfOutlineItem[]
  readonly info: Readonly<Record<string, string>>
  readonly xmp: string | null
  readonly labels: readonly string[] | null
  readonly tagged: boolean
  readonly language: string
  /** Readers show the title instead of the file name. */
  readonly showsTitle: boolean
}

type Destination = string | readonly unknown[] | null

/** @throws PdfSyntaxError where pdf.js cannot read the file, or finds other pages in it. */
export async function readPdf(objects: PdfObjects): Promise<PdfFacts> {
  const { reader: opened, close } = await openReader(objects.bytes)
  try {
    const reader = await opened
    if (reader.numPages !== objects.pages.length) throw new PdfSyntaxError('two readers count different pages')
    // All pages are asked for at once: what takes time is the way to the thread and back.
    const pages = await Promise.all(objects.pages.map((_, index) => readPage(reader, objects, index + 1)))
    const root = objects.dict(objects.trailer.get('Root'))
    const metadata = objects.resolve(root.get('Metadata'))
    const info = [...objects.dict(objects.trailer.get('Info'))].map(([key, value]) => [
      key,
      textOf(objects.resolve(value)),
    ])
    return {
      version: objects.version,
      pages,
      outline: await readOutline(reader),
      info: Object.fromEntries(info) as Record<string, string>,
      xmp: metadata instanceof PdfStream ? new TextDecoder().decode(decoded(metadata, objects.resolve)) : null,
      labels: await reader.getPageLabels(),
      tagged: objects.resolve(objects.dict(root.get('MarkInfo')).get('Marked')) === true && root.has('StructTreeRoot'),
      language: textOf(objects.resolve(root.get('Lang'))),
      showsTitle: objects.resolve(objects.dict(root.get('ViewerPreferences')).get('DisplayDocTitle')) === true,
    }
  } catch (error) {
    if (error instanceof PdfSyntaxError) throw error
    if (error instanceof Error && /PDF|XRef|stream/i.test(`${error.name} ${error.message}`))
      throw new PdfSyntaxError(error.message)
    throw error
  } finally {
    await close()
  }
}

async function readPage(reader: Reader, objects: PdfObjects, number: number): Promise<PdfPage> {
  const source = objects.pages[number - 1]!
  const media = boxOf(objects, source, 'MediaBox')
  if (!media) throw new PdfSyntaxError(`page ${number} has no MediaBox`)
  const trim = boxOf(objects, source, 'TrimBox')
  const [left, bottom] = trim ?? boxOf(objects, source, 'CropBox') ?? media
  const page = await reader.getPage(number)
  const [content, annotations, structure] = await Promise.all([
    page.getTextContent({ disableNormalization: true }),
    page.getAnnotations(),
    page.getStructTree(),
  ])
  const texts: PdfText[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue
    const [a, b, c, d, e, f] = item.transform as [number, number, number, number, number, number]
    // Turned glyphs of vertical setting have their size off the diagonal of the matrix.
    const size = Math.max(Math.hypot(a, b), Math.hypot(c, d))
    texts.push({ text: item.str, x: e - left, y: f - bottom, size, font: item.fontName })
  }
  const result: PdfPage = {
    number,
    media,
    trim,
    bleed: boxOf(objects, source, 'BleedBox'),
    texts,
    links: await readLinks(reader, annotations),
    tags: countTags(structure),
  }
  page.cleanup()
  return result
}

type TagNode = Awaited<ReturnType<Awaited<ReturnType<Reader['getPage']>>['getStructTree']>>

function countTags(root: TagNode): Record<string, number> {
  const counts: Record<string, number> = {}
  const visit = (node: TagNode): void => {
    if (node.role !== 'Root') counts[node.role] = (counts[node.role] ?? 0) + 1
    for (const child of node.children) if ('children' in child) visit(child)
  }
  // pdf.js gives null for an untagged page.
  if (root) visit(root)
  return counts
}

async function readLinks(reader: Reader, annotations: readonly Record<string, unknown>[]): Promise<PdfLink[]> {
  const links = annotations.filter((annotation) => annotation.subtype === 'Link')
  return Promise.all(
    links.map(async (link) => {
      const url = typeof link.url === 'string' ? link.url : null
      return { page: url ? null : await pageOf(reader, link.dest as Destination), url }
    }),
  )
}

async function pageOf(reader: Reader, destination: Destination): Promise<number | null> {
  const explicit = typeof destination === 'string' ? await reader.getDestination(destination) : destination
  const target = isList(explicit as never) ? (explicit as readonly unknown[])[0] : null
  if (target === null || typeof target !== 'object') return typeof target === 'number' ? target + 1 : null
  try {
    return (await reader.getPageIndex(target as Parameters<Reader['getPageIndex']>[0])) + 1
  } catch {
    return null
  }
}

async function readOutline(reader: Reader): Promise<PdfOutlineItem[]> {
  const flat: { title: string; dest: Destination; depth: number }[] = []
  const visit = (items: Awaited<ReturnType<Reader['getOutline']>>, depth: number): void => {
    for (const item of items ?? []) {
      flat.push({ title: item.title, dest: item.dest, depth })
      visit(item.items, depth + 1)
    }
  }
  visit(await reader.getOutline(), 1)
  return Promise.all(flat.map(async ({ title, dest, depth }) => ({ title, page: await pageOf(reader, dest), depth })))
}

/** In: an opened EPUB. Out: its people and titles, its navigation, and the text of each spine document with where it stands. */
import type { Document, Element, Node } from '@xmldom/xmldom'
import { classes } from '../../model/markup.ts'
import { significant } from '../text/characters.ts'
import type { FoundArticle } from '../text/compare.ts'
import { type LocatedText, locatedText, type Run, runOf } from '../text/located-text.ts'
import { type EpubContainer, elementsOf, hasWord, resolve } from './container.ts'

export interface EpubChapter {
  /** Entry inside the file: `OEBPS/a01.xhtml`. */
  readonly entry: string
  /** All text of the body. */
  readonly all: LocatedText
  /** `section.article`, null in any other document. */
  readonly section: Element | null
}

export interface EpubPerson {
  readonly name: string
  /** MARC relator codes. */
  readonly roles: readonly string[]
}

/** An article as the package describes it. */
export interface EpubWork {
  readonly title: string
  readonly people: readonly string[]
  readonly identifiers: readonly string[]
}

export interface EpubFacts {
  readonly title: string
  readonly people: readonly EpubPerson[]
  /** What refines each item of the manifest that has a title. */
  readonly works: readonly EpubWork[]
  /** Values of everything that refines the collection. */
  readonly collection: readonly string[]
  /** In spine order. */
  readonly chapters: readonly EpubChapter[]
  /** Labels with the entry they lead to. */
  readonly navigation: readonly EpubLabel[]
  readonly ncx: readonly EpubLabel[]
}

export interface EpubLabel {
  readonly text: string
  readonly entry: string
}

/** A document that is not well-formed counts as not there: its words are lost to every reader. */
export function readTexts({ documents, items, spine, packageEntry }: EpubContainer, file: string): EpubFacts {
  const chapters = spine.flatMap(({ entry }): EpubChapter[] => {
    const document = documents.get(entry)
    if (!document) return []
    const section =
      elementsOf(document, 'section').find((element) => hasWord(element, 'class', classes.article)) ?? null
    const body = elementsOf(document, 'body')[0]
    return [{ entry, section, all: body ? flowOf(body, file, entry).main : locatedText([]) }]
  })
  const opf = documents.get(packageEntry)
  const labelsOf = (
    entry: string | undefined,
    read: (document: Document, entry: string) => EpubLabel[],
  ): EpubLabel[] => {
    const document = entry === undefined ? undefined : documents.get(entry)
    return entry === undefined || !document ? [] : read(document, entry)
  }
  return {
    title: textOf(opf && elementsOf(opf, 'title')[0]),
    ...(opf ? metadataOf(opf) : { people: [], works: [], collection: [] }),
    chapters,
    navigation: labelsOf(items.find((item) => item.properties.includes('nav'))?.entry, navLabels),
    ncx: labelsOf(items.find((item) => item.mediaType === 'application/x-dtbncx+xml')?.entry, ncxLabels),
  }
}

const textOf = (element: Element | undefined): string => element?.textContent ?? ''

function metadataOf(opf: Document): Pick<EpubFacts, 'people' | 'works' | 'collection'> {
  const metas = elementsOf(opf, 'meta').map((meta) => ({
    id: meta.getAttribute('id') ?? '',
    property: meta.getAttribute('property') ?? '',
    refines: meta.getAttribute('refines') ?? '',
    value: textOf(meta).trim(),
  }))
  const refining = (id: string, ...properties: string[]): string[] =>
    metas.filter((meta) => meta.refines === `#${id}` && properties.includes(meta.property)).map(({ value }) => value)
  const people = ['creator', 'contributor'].flatMap((tag) => elementsOf(opf, tag))
  const collection = metas.find(({ property }) => property === 'belongs-to-collection')?.id ?? ''
  return {
    people: people.map((person) => ({
      name: textOf(person),
      roles: refining(person.getAttribute('id') ?? '', 'role'),
    })),
    works: metas
      .filter(({ property, refines }) => property === 'dcterms:title' && refines.startsWith('#'))
      .map(({ value, refines }) => ({
        title: value,
        people: refining(refines.slice(1), 'dcterms:creator', 'dcterms:contributor'),
        identifiers: refining(refines.slice(1), 'dcterms:identifier'),
      })),
    collection: refining(collection, 'group-position', 'dcterms:identifier', 'schema:issn'),
  }
}

function navLabels(document: Document, entry: string): EpubLabel[] {
  const toc = elementsOf(document, 'nav').find((nav) => hasWord(nav, 'epub:type', 'toc'))
  return (toc ? elementsOf(toc, 'a') : []).map((a) => ({
    text: significant(textOf(a)),
    entry: resolve(entry, a.getAttribute('href') ?? '').entry,
  }))
}

function ncxLabels(document: Document, entry: string): EpubLabel[] {
  return elementsOf(document, 'navPoint').map((point) => ({
    text: significant(textOf(elementsOf(point, 'text')[0])),
    entry: resolve(entry, elementsOf(point, 'content')[0]?.getAttribute('src') ?? '').entry,
  }))
}

export const roleOf = (element: Element): string => element.getAttribute('role') ?? ''

const silent = new Set(['rp', 'script', 'style', 'title', 'desc', 'metadata', 'head'])
const noteHeadings = new Set(['注释', '注', '附注', '尾注'])
const blocks = new Set(['p', 'li', 'td', 'th', 'caption', 'figcaption', 'dt', 'dd', 'pre', 'div', 'section', 'aside'])

/**
 * The text below an element in document order. Annotations of ruby and the section of notes are kept apart; calls of notes
 * and links back from them count as their number alone, however they are dressed.
 */
export function flowOf(root: Element, file: string, entry: string): FoundArticle {
  const main: Run[] = []
  const notes: Run[] = []
  const annotations: string[] = []
  const visit = (node: Node, font: string, target: Run[]): void => {
    if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE) {
      add(target, node.nodeValue ?? '', node, font)
      return
    }
    if (node.nodeType !== node.ELEMENT_NODE) return
    const element = node as Element
    const tag = element.localName ?? ''
    const role = roleOf(element)
    if (silent.has(tag) || role === 'doc-pagebreak') return
    if (tag === 'rt') {
      annotations.push(significant(element.textContent ?? ''))
      return
    }
    if (role === 'doc-noteref' || role === 'doc-backlink') {
      add(target, element.textContent?.replace(/[^\p{N}]+/gu, '') ?? '', element, font)
      return
    }
    const heading = /^h[1-6]$/.test(tag)
    if (heading && target === notes && noteHeadings.has(significant(element.textContent ?? ''))) return
    const next = role === 'doc-endnotes' ? notes : target
    const inside = heading || blocks.has(tag) || tag === 'a' ? tag : font
    for (const child of element.childNodes) visit(child, inside, next)
  }
  const add = (target: Run[], text: string, node: Node, font: string): void => {
    const line = node.lineNumber
    const place = { file, entry, ...(line !== undefined && { line }) }
    target.push(runOf(text, { place, font, size: 0, y: 0, startsLine: true }))
  }
  visit(root, '', main)
  return { main: locatedText(main), notes: locatedText(notes), annotations: annotations.filter((a) => a !== '') }
}

/** The bytes of an EPUB in; its entries, its manifest and every document that parses out, faults kept and not thrown. */
import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { unzipSync } from 'fflate'

export interface EpubItem {
  readonly id: string
  /** Name of the entry, or the href as written where it leads out of the package. */
  readonly entry: string
  readonly mediaType: string
  readonly properties: readonly string[]
}

export interface EpubContainer {
  /** In the order of the archive; a name that stands twice stands here twice. */
  readonly names: readonly string[]
  readonly entries: ReadonlyMap<string, Uint8Array>
  readonly packageEntry: string
  readonly items: readonly EpubItem[]
  readonly spine: readonly EpubItem[]
  /** Every XML entry that is well-formed, by name. */
  readonly documents: ReadonlyMap<string, Document>
  readonly malformed: readonly { readonly entry: string; readonly reason: string }[]
}

export const elementsOf = (document: Document | Element, name: string): Element[] => [
  ...document.getElementsByTagNameNS('*', name),
]

/** Whether a space-separated attribute, e.g. `epub:type`, holds a word. */
export const hasWord = (element: Element, attribute: string, word: string): boolean =>
  (element.getAttribute(attribute) ?? '').split(/\s+/).includes(word)

/** Notes in any of their forms: an `aside`, or an item of a list among the notes of a text. */
export const notesOf = (root: Document | Element): Element[] =>
  elementsOf(root, '*').filter(
    (element) =>
      (element.localName === 'aside' || element.localName === 'li') &&
      (hasWord(element, 'epub:type', 'footnote') || hasWord(element, 'epub:type', 'endnote')),
  )

export const hasScheme = (reference: string): boolean => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(reference.trim())

/** An href as the name of an entry and a fragment, seen from the entry that it stands in. */
export function resolve(from: string, href: string): { entry: string; fragment: string } {
  const [path = '', fragment = ''] = href.split('#')
  if (path === '') return { entry: from, fragment }
  if (hasScheme(path)) return { entry: path, fragment }
  const { pathname } = new URL(path, `epub:/${from}`)
  return { entry: pathname.slice(1), fragment }
}

function parse(text: string, mediaType: 'text/xml' | 'application/xhtml+xml'): { document?: Document; reason: string } {
  let reason = ''
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') reason ||= message
  }
  try {
    const document = new DOMParser({ onError }).parseFromString(text, mediaType)
    return reason ? { reason } : { document, reason }
  } catch (error) {
    return { reason: reason || (error instanceof Error ? error.message : String(error)) }
  }
}

/** @throws Error where there is no archive, no container or no package to go by. */
export function openEpub(bytes: Uint8Array): EpubContainer {
  const names: string[] = []
  const unpacked = unzipSync(bytes, {
    filter: ({ name }) => {
      if (!name.endsWith('/')) names.push(name)
      return true
    },
  })
  const entries = new Map(Object.entries(unpacked).filter(([name]) => !name.endsWith('/')))
  const documents = new Map<string, Document>()
  const malformed: { entry: string; reason: string }[] = []
  for (const [entry, data] of entries) {
    if (!/\.(xml|opf|ncx|xhtml|svg)$/i.test(entry)) continue
    const mediaType = entry.endsWith('.xhtml') ? 'application/xhtml+xml' : 'text/xml'
    const { document, reason } = parse(new TextDecoder().decode(data), mediaType)
    if (document) documents.set(entry, document)
    else malformed.push({ entry, reason: reason.split('\n')[0]! })
  }
  const container = documents.get('META-INF/container.xml')
  const packageEntry = container && elementsOf(container, 'rootfile')[0]?.getAttribute('full-path')
  const opf = packageEntry ? documents.get(packageEntry) : undefined
  if (!packageEntry || !opf) throw new Error(malformed[0]?.reason ?? 'META-INF/container.xml names no package')
  const items = elementsOf(opf, 'item').map(
    (item): EpubItem => ({
      id: item.getAttribute('id') ?? '',
      entry: resolve(packageEntry, item.getAttribute('href') ?? '').entry,
      mediaType: item.getAttribute('media-type') ?? '',
      properties: (item.getAttribute('properties') ?? '').split(/\s+/).filter(Boolean),
    }),
  )
  const byId = new Map(items.map((item) => [item.id, item]))
  const spine = elementsOf(opf, 'itemref').flatMap((ref) => byId.get(ref.getAttribute('idref') ?? '') ?? [])
  return { names, entries, packageEntry, items, spine, documents, malformed }
}

/** In: a finished screen PDF. Out: all that the assertions of PDF/UA look at, read once. */
import { DOMParser, type Document } from '@xmldom/xmldom'
import type { Issue } from '../../../model/issue.ts'
import { boxOf, type PdfObjects } from '../../pdf/objects.ts'
import { byteText, decoded, isList, type PdfDict, PdfStream, type PdfValue, textOf } from '../../pdf/syntax.ts'
import { numberTree } from '../../pdf/trees.ts'
import { type Owner, pageNodes, readTaggedPages, type TaggedPages } from './content.ts'
import { destinationReader, type OutlineItem, readLabels, readOutline } from './navigation.ts'
import { type ArticleText, readArticles } from './text.ts'
import { readTree, type TagElement, type TagTree } from './tree.ts'

export interface Annotation {
  readonly dict: PdfDict
  readonly page: number
  /** Link, Text … */
  readonly type: string
  readonly contents: string
  /** Hidden or outside of the page: nobody meets it. */
  readonly unseen: boolean
  /** The element whose kid it is. */
  readonly element: TagElement | null
  /** Physical page from 1 that it leads to; null where it leads elsewhere or nowhere. */
  readonly target: number | null
}

export interface UaFile {
  readonly issue: Issue
  /** The first line of the file. */
  readonly header: string
  readonly objects: PdfObjects
  readonly catalog: PdfDict
  readonly nodes: readonly PdfDict[]
  readonly content: TaggedPages
  readonly tree: TagTree
  /** Elements by the marked content that is their kid; more than one is a fault. */
  readonly holders: ReadonlyMap<Owner, ReadonlyMap<number, readonly TagElement[]>>
  readonly parentTree: ReadonlyMap<number, PdfValue>
  readonly annotations: readonly Annotation[]
  readonly xmp: Document | null
  readonly outline: readonly OutlineItem[]
  readonly labels: readonly string[] | null
  /** In the order of the issue. */
  readonly articles: readonly ArticleText[]
}

/** @throws PdfSyntaxError */
export function readUaFile(issue: Issue, file: string, objects: PdfObjects): UaFile {
  const { bytes, dict, resolve, trailer } = objects
  const catalog = dict(trailer.get('Root'))
  const nodes = pageNodes(objects)
  const content = readTaggedPages(objects, nodes)
  const tree = readTree(objects, nodes)
  const pageOf = destinationReader(objects, nodes)
  return {
    issue,
    header: /^[^\r\n]*/.exec(byteText(bytes.subarray(0, 32)))![0],
    objects,
    catalog,
    nodes,
    content,
    tree,
    holders: holdersOf(tree),
    parentTree: numberTree(objects, dict(dict(catalog.get('StructTreeRoot')).get('ParentTree'))),
    annotations: readAnnotations(objects, tree, pageOf),
    xmp: readXmp(resolve(catalog.get('Metadata')), resolve),
    outline: readOutline(objects, pageOf),
    labels: readLabels(objects, nodes.length),
    articles: readArticles(issue, tree, content, file),
  }
}

function holdersOf({ elements }: TagTree): UaFile['holders'] {
  const holders = new Map<Owner, Map<number, TagElement[]>>()
  for (const element of elements) {
    for (const kid of element.kids) {
      if (kid.kind !== 'content') continue
      const own = holders.get(kid.owner) ?? new Map<number, TagElement[]>()
      holders.set(kid.owner, own)
      own.set(kid.id, [...(own.get(kid.id) ?? []), element])
    }
  }
  return holders
}

function readAnnotations(
  objects: PdfObjects,
  { elements }: TagTree,
  pageOf: (holder: PdfDict) => number | null,
): Annotation[] {
  const { dict, resolve } = objects
  const owners = new Map(
    elements.flatMap((element) =>
      element.kids.flatMap((kid) => (kid.kind === 'object' ? [[kid.object, element] as const] : [])),
    ),
  )
  return objects.pages.flatMap((page, i) => {
    const list = resolve(page.get('Annots'))
    const crop = boxOf(objects, page, 'CropBox') ?? boxOf(objects, page, 'MediaBox') ?? [0, 0, 0, 0]
    return (isList(list) ? list : []).map((value): Annotation => {
      const own = dict(value)
      const rect = boxOf(objects, own, 'Rect')
      const outside =
        rect !== null && (rect[2] < crop[0] || rect[0] > crop[2] || rect[3] < crop[1] || rect[1] > crop[3])
      return {
        dict: own,
        page: i + 1,
        type: String(resolve(own.get('Subtype'))).slice(1),
        contents: textOf(resolve(own.get('Contents'))),
        unseen: outside || (Number(resolve(own.get('F')) ?? 0) & 2) !== 0,
        element: owners.get(own) ?? null,
        target: pageOf(own),
      }
    })
  })
}

function readXmp(metadata: PdfValue, resolve: PdfObjects['resolve']): Document | null {
  if (!(metadata instanceof PdfStream)) return null
  const packet = new TextDecoder().decode(decoded(metadata, resolve))
  try {
    return new DOMParser({ onError: () => {} }).parseFromString(packet, 'application/xml')
  } catch {
    // No well-formed XML at all is no metadata.
    return null
  }
}

/** In: the finished tree. Out: it stands in the document, with its parent tree and its names, in place of the one that was printed. */
import { type PDFArray, type PDFDocument, PDFNull, type PDFObject, type PDFRef, PDFString } from '@cantoo/pdf-lib'
import type { Box } from '../../pdf/document.ts'
import { boxArray, name, textString } from '../../pdf/document.ts'
import { type Element, elementsOf, isAnnotation, isContent, type Kid } from './read.ts'
import { roles } from './types.ts'

/** Types whose elements must be found by a name of their own (PDF/UA-1 7.9; ISO 32000-1 table 349, Headers). */
const named: Readonly<Record<string, string>> = { Note: 'note', TH: 'header' }

/** New names in reading order, so that they do not tell how the browser counted its nodes, which changes from run to run. */
function nameAll(root: Element): { readonly own: Map<Element, string>; readonly renamed: Map<string, string> } {
  const own = new Map<Element, string>()
  const renamed = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const element of elementsOf(root)) {
    const stem = named[element.type]
    if (!stem) continue
    const count = (counts.get(stem) ?? 0) + 1
    counts.set(stem, count)
    // Of one length, so that the order of the names is the order of the elements.
    const id = `${stem}-${String(count).padStart(5, '0')}`
    own.set(element, id)
    if (element.id) renamed.set(element.id, id)
  }
  return { own, renamed }
}

export interface WriteOptions {
  readonly language: string
  /** Bounding box of a figure; undefined where it has none. */
  readonly boxOf: (figure: Element) => Box | undefined
}

/** Writes the tree (ISO 32000-1 14.7). */
export function writeStructure(document: PDFDocument, root: Element, { language, boxOf }: WriteOptions): void {
  const { context, catalog } = document
  const pages = document.getPages()
  const refs = new Map(pages.map(({ ref }) => [ref.toString(), ref]))
  /** The elements of the marked contents of each page, by identifier. */
  const parents = new Map<string, PDFRef[]>(pages.map(({ ref }) => [ref.toString(), []]))
  const links: PDFRef[] = []
  const { own, renamed } = nameAll(root)
  const ids: [string, PDFRef][] = []
  const rootRef = context.nextRef()

  const kidOf = (kid: Kid, page: string | undefined, ref: PDFRef, inherited: string): PDFObject => {
    if (isContent(kid)) {
      parents.get(kid.page)![kid.id] = ref
      if (kid.page === page) return context.obj(kid.id)
      return context.obj({ Type: 'MCR', Pg: refs.get(kid.page)!, MCID: kid.id })
    }
    if (isAnnotation(kid)) {
      kid.annotation.set(name('StructParent'), context.obj(pages.length + links.length))
      links.push(ref)
      return context.obj({ Type: 'OBJR', Pg: refs.get(kid.page)!, Obj: kid.ref })
    }
    return write(kid, ref, inherited)
  }

  const attributesOf = (element: Element): PDFObject[] => {
    const box = element.type === 'Figure' ? boxOf(element) : undefined
    const headers = element.headers?.flatMap((id) => renamed.get(id) ?? [])
    const table = {
      ...(element.scope && { Scope: element.scope }),
      ...(element.rowSpan && { RowSpan: element.rowSpan }),
      ...(element.columnSpan && { ColSpan: element.columnSpan }),
      ...(headers?.length && { Headers: headers.map((id) => PDFString.of(id)) }),
    }
    return [
      ...(box ? [context.obj({ O: 'Layout', Placement: 'Block', BBox: boxArray(context, box) })] : []),
      ...(Object.keys(table).length > 0 ? [context.obj({ O: 'Table', ...table })] : []),
      ...(element.numbering ? [context.obj({ O: 'List', ListNumbering: element.numbering })] : []),
    ]
  }

  const write = (element: Element, parent: PDFRef, inherited: string): PDFRef => {
    const ref = context.nextRef()
    const page = element.kids.find(isContent)?.page
    const spoken = element.language ?? inherited
    const kids = element.kids.map((kid) => kidOf(kid, page, ref, spoken))
    const attributes = attributesOf(element)
    const id = own.get(element)
    if (id) ids.push([id, ref])
    const dict = context.obj({
      S: element.type,
      P: parent,
      K: (kids.length === 1 ? kids[0]! : kids) as PDFArray,
      ...(page && { Pg: refs.get(page)! }),
      ...(id && { ID: PDFString.of(id) }),
      ...(element.alt && { Alt: textString(element.alt) }),
      ...(spoken !== inherited && { Lang: PDFString.of(spoken) }),
      ...(attributes.length > 0 && { A: (attributes.length === 1 ? attributes[0]! : attributes) as PDFArray }),
    })
    context.assign(ref, dict)
    return ref
  }

  const top = write(root, rootRef, language)
  const nums = pages.flatMap(({ ref, node }, i) => {
    node.set(name('StructParents'), context.obj(i))
    const list = parents.get(ref.toString())!
    return [i, Array.from(list, (element) => element ?? PDFNull)]
  })
  const names = ids.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, ref]) => [PDFString.of(id), ref])
  context.assign(
    rootRef,
    context.obj({
      Type: 'StructTreeRoot',
      K: top,
      RoleMap: roles,
      ParentTree: { Nums: [...nums, ...links.flatMap((ref, i) => [pages.length + i, ref])] } as never,
      ParentTreeNextKey: pages.length + links.length,
      ...(names.length > 0 && { IDTree: { Names: names } }),
    }),
  )
  catalog.set(name('StructTreeRoot'), rootRef)
}

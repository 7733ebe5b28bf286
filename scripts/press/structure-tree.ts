/**
 * In: the structure tree that Chromium wrote, and what each marked content of the pages turned out to be. Out: the same tree
 * with standard types, without rules and backgrounds, with notes, list bodies and texts for links.
 */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFNull,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import {
  arrayAt,
  dictAt,
  dictIn,
  movedBy,
  name,
  nameAt,
  numberAt,
  numbers,
  type Shift,
  textAt,
  textString,
} from './pdf-document.ts'
import type { TaggedContent } from './tagged-content.ts'

/** One marked content of one page: reference of the page, identifier in it. */
export const contentKey = (page: PDFRef | string, id: number): string => `${page}/${id}`

interface Kid {
  readonly object: PDFObject
  /** Set for a structure element. */
  readonly element?: PDFDict
  /** Set for marked content. */
  readonly key?: string
  /** Set for the object, here an annotation, that an element encloses. */
  readonly annotation?: PDFDict
}

const isElement = (dict: PDFDict): boolean => nameAt(dict, 'S') !== undefined

/** The kids of an element, K being one or an array (ISO 32000-1 14.7.2). `page` is the page that the element inherits. */
function kidsOf(element: PDFDict, page: string): Kid[] {
  const k = element.lookup(name('K'))
  const objects = k instanceof PDFArray ? k.asArray() : k === undefined ? [] : [element.get(name('K'))!]
  return objects.map((object) => {
    const value = element.context.lookup(object)
    if (value instanceof PDFNumber) return { object, key: contentKey(page, value.asNumber()) }
    if (!(value instanceof PDFDict)) return { object }
    if (isElement(value)) return { object, element: value }
    const id = numberAt(value, 'MCID')
    if (id !== undefined) return { object, key: contentKey(value.get(name('Pg'))?.toString() ?? page, id) }
    const annotation = dictAt(value, 'Obj')
    return annotation ? { object, annotation } : { object }
  })
}

const pageOf = (element: PDFDict, inherited: string): string => element.get(name('Pg'))?.toString() ?? inherited

const setKids = (element: PDFDict, kids: readonly Kid[]): void =>
  element.set(name('K'), element.context.obj(kids.map((kid) => kid.object)))

/** An element that means nothing, having no kids. */
function isEmpty(element: PDFDict): boolean {
  const k = element.lookup(name('K'))
  return groupings.has(nameAt(element, 'S') ?? '') && (k === undefined || (k instanceof PDFArray && k.size() === 0))
}

/** The arrays of pairs in a number tree (Nums) or name tree (Names), from the first leaf to the last (ISO 32000-1 7.9.6). */
function leaves(node: PDFDict, key: 'Nums' | 'Names'): PDFArray[] {
  const own = arrayAt(node, key)
  const kids = arrayAt(node, 'Kids')
  const below = (kids?.asArray() ?? []).flatMap((_, i) => {
    const kid = kids!.lookup(i)
    return kid instanceof PDFDict ? leaves(kid, key) : []
  })
  return own ? [own, ...below] : below
}

/** Where the parent tree says which element each marked content belongs to (ISO 32000-1 14.7.4.4). */
function parentTree(document: PDFDocument, root: PDFDict): Map<string, { list: PDFArray; index: number }> {
  const tree = dictAt(root, 'ParentTree')
  const lists = new Map<number, PDFArray>()
  for (const leaf of tree ? leaves(tree, 'Nums') : []) {
    for (let i = 0; i + 1 < leaf.size(); i += 2) {
      const list = leaf.lookup(i + 1)
      if (list instanceof PDFArray) lists.set(leaf.lookup(i, PDFNumber).asNumber(), list)
    }
  }
  const places = new Map<string, { list: PDFArray; index: number }>()
  for (const { ref, node } of document.getPages()) {
    const list = lists.get(numberAt(node, 'StructParents') ?? -1)
    for (let index = 0; list && index < list.size(); index++) places.set(contentKey(ref, index), { list, index })
  }
  return places
}

/** Bounding boxes among the attributes of an element, which are in page coordinates (ISO 32000-1 table 345). */
function moveBoxes(element: PDFDict, shift: Shift): void {
  const a = element.lookup(name('A'))
  const owners = a instanceof PDFArray ? a.asArray().map((_, i) => a.lookup(i)) : [a]
  for (const owner of owners) {
    const box = owner instanceof PDFDict ? arrayAt(owner, 'BBox') : undefined
    if (box) (owner as PDFDict).set(name('BBox'), element.context.obj(movedBy(numbers(box), shift)))
  }
}

function rootOf(document: PDFDocument): PDFDict {
  const root = dictAt(document.catalog, 'StructTreeRoot')
  if (!root) throw new Error('the printed PDF has no structure tree: print it with tagged: true')
  return root
}

/** Keys of the marked content of pictures with alternative text: their lines and areas are the picture. */
export function picturedContent(document: PDFDocument): Set<string> {
  const keys = new Set<string>()
  const walk = (element: PDFDict, inherited: string, within: boolean): void => {
    const pictured = within || (textAt(element, 'Alt') ?? '') !== ''
    const page = pageOf(element, inherited)
    for (const kid of kidsOf(element, page)) {
      if (kid.element) walk(kid.element, page, pictured)
      else if (kid.key && pictured) keys.add(kid.key)
    }
  }
  walk(rootOf(document), '', false)
  return keys
}

/** Elements that mean nothing once they are empty. */
const groupings = new Set(['NonStruct', 'Div', 'Span'])

const invisible = /[\u00ad\u200b]/g

/** Words in Latin letters may be a name or a transcription; with one of these among them they are English. */
const english = /\b(?:the|of|and|in|for|to|with|on|by|from|is|are)\b/i
const han = /\p{Script=Han}/u

/** Repairs the tree in place (ISO 32000-1 14.8.4; the rules veraPDF calls 7.1, 7.2, 7.3, 7.9, 7.18.5 of PDF/UA-1). */
export class StructureRepair {
  private readonly root: PDFDict
  private readonly context: PDFContext
  private readonly content: ReadonlyMap<string, TaggedContent>
  private readonly artifacts: ReadonlySet<string>
  private readonly shifts: ReadonlyMap<string, Shift>
  private readonly parents: ReadonlyMap<string, { readonly list: PDFArray; readonly index: number }>
  private readonly notes: { readonly id: string; readonly ref: PDFObject }[] = []

  /**
   * @param artifacts keys of marked content that the pages show as artifacts now.
   * @param shifts how far the content of each page was moved, by the page's reference.
   */
  constructor(
    document: PDFDocument,
    content: ReadonlyMap<string, TaggedContent>,
    artifacts: ReadonlySet<string>,
    shifts: ReadonlyMap<string, Shift>,
  ) {
    this.root = rootOf(document)
    this.context = document.context
    this.content = content
    this.artifacts = artifacts
    this.shifts = shifts
    this.parents = parentTree(document, this.root)
  }

  run(): void {
    // Strong and Em are types of PDF 2.0 only.
    this.root.set(name('RoleMap'), this.context.obj({ Strong: 'Span', Em: 'Span' }))
    for (const kid of kidsOf(this.root, '')) if (kid.element) this.repair(kid.element, kid.object, '', undefined, false)
    for (const key of this.artifacts) this.setParent(key, PDFNull)
    this.registerNotes()
  }

  private repair(
    element: PDFDict,
    ref: PDFObject,
    inherited: string,
    parent: string | undefined,
    spoken: boolean,
  ): void {
    const page = pageOf(element, inherited)
    const type = this.retype(element, ref, parent)
    // The language of the document itself says nothing about this passage.
    const named = spoken || (type !== 'Document' && textAt(element, 'Lang') !== undefined)
    const kids = kidsOf(element, page)
    for (const kid of kids) if (kid.element) this.repair(kid.element, kid.object, page, type, named)
    const kept = kids.filter(
      (kid) => !(kid.key && this.artifacts.has(kid.key)) && !(kid.element && isEmpty(kid.element)),
    )
    if (kept.length < kids.length) setKids(element, kept)
    if (type === 'LI') this.wrapListBody(element, ref, kept)
    if (type === 'Link') this.describeLink(element, page, kept)
    if (!named && (type === 'P' || type === 'NonStruct')) this.markEnglish(element, kept)
    const shift = this.shifts.get(page)
    if (shift) moveBoxes(element, shift)
  }

  /** The type the element has from now on. */
  private retype(element: PDFDict, ref: PDFObject, parent: string | undefined): string | undefined {
    const type = nameAt(element, 'S')
    const set = (other: string): string => {
      element.set(name('S'), name(other))
      return other
    }
    // Paged.js puts a note at the foot of the page as an item torn out of its list.
    if (type === 'LI' && parent !== 'L') {
      const id = `note-${this.notes.length + 1}`
      element.set(name('ID'), PDFString.of(id))
      this.notes.push({ id, ref })
      return set('Note')
    }
    // Chromium makes a Figure of every figure element; the picture inside it is one with a text of its own.
    if (type === 'Figure' && !textAt(element, 'Alt') && !textAt(element, 'ActualText')) return set('Div')
    // A link that leads nowhere gets no annotation, and a Link element without one is a fault (PDF/UA-1 7.18.5).
    if (type === 'Link' && kidsOf(element, '').every((kid) => !kid.annotation)) return set('Span')
    // Chromium knows RT, but leaves the bases of a ruby without a type.
    if (type === 'NonStruct' && parent === 'Ruby') return set('RB')
    return type
  }

  /** An item is a label and a body (ISO 32000-1 table 336); Chromium leaves the body out. */
  private wrapListBody(item: PDFDict, itemRef: PDFObject, kids: readonly Kid[]): void {
    const typeOf = (kid: Kid): string | undefined => kid.element && nameAt(kid.element, 'S')
    const rest = kids.filter((kid) => typeOf(kid) !== 'Lbl')
    if (rest.length === 0 || rest.every((kid) => typeOf(kid) === 'LBody')) return
    const body = this.context.obj({ Type: 'StructElem', S: 'LBody', P: itemRef })
    const page = item.get(name('Pg'))
    if (page) body.set(name('Pg'), page)
    setKids(body, rest)
    const ref = this.context.register(body)
    for (const kid of rest) {
      kid.element?.set(name('P'), ref)
      if (kid.key) this.setParent(kid.key, ref)
    }
    setKids(item, [...kids.filter((kid) => typeOf(kid) === 'Lbl'), { object: ref }])
  }

  /** What a link says, for readers that list links: its text, and the address it leads to. */
  private describeLink(element: PDFDict, page: string, kids: readonly Kid[]): void {
    const text = this.textOf(element, page).replace(invisible, '').trim()
    for (const { annotation } of kids) {
      if (!annotation) continue
      const action = dictAt(annotation, 'A')
      const address = action && textAt(action, 'URI')
      const contents = address && address !== text ? (text ? `${text}（${address}）` : address) : text
      if (contents) annotation.set(name('Contents'), textString(contents))
    }
  }

  private textOf(element: PDFDict, inherited: string): string {
    const alt = textAt(element, 'Alt')
    if (alt) return alt
    const page = pageOf(element, inherited)
    return kidsOf(element, page)
      .map((kid) =>
        kid.element ? this.textOf(kid.element, page) : kid.key ? (this.content.get(kid.key)?.text ?? '') : '',
      )
      .join('')
  }

  /** Chromium writes the language of the document and of blocks with `lang`, but none of inline passages. */
  private markEnglish(element: PDFDict, kids: readonly Kid[]): void {
    if (kids.length === 0 || kids.some((kid) => !kid.key)) return
    const text = kids.map((kid) => this.content.get(kid.key!)?.text ?? '').join('')
    const words = text.match(/[A-Za-z]+/g) ?? []
    if (words.length >= 3 && english.test(text) && !han.test(text)) element.set(name('Lang'), PDFString.of('en'))
  }

  private setParent(key: string, parent: PDFObject): void {
    const entry = this.parents.get(key)
    entry?.list.set(entry.index, parent)
  }

  /** A note must be found by its identifier (ISO 32000-1 14.7.2, IDTree). */
  private registerNotes(): void {
    if (this.notes.length === 0) return
    const tree = dictIn(this.root, 'IDTree')
    const rows = leaves(tree, 'Names').flatMap((leaf) =>
      leaf.asArray().flatMap((key, i) => {
        const value = leaf.get(i + 1)
        return i % 2 === 0 && key instanceof PDFString ? [{ id: key.decodeText(), ref: value }] : []
      }),
    )
    const sorted = [...rows, ...this.notes].sort((a, b) => (a.id < b.id ? -1 : 1))
    const names = sorted.flatMap(({ id, ref }) => [PDFString.of(id), ref])
    this.root.set(name('IDTree'), this.context.register(this.context.obj({ Names: this.context.obj(names) })))
  }
}

/** In: the structure tree of a PDF. Out: its elements with their types, attributes, kids and pages, in logical order. */
import type { PdfObjects } from '../../pdf/objects.ts'
import { isDict, isList, type PdfDict, PdfStream, type PdfValue, textOf } from '../../pdf/syntax.ts'
import type { Owner } from './content.ts'

export type TagKid =
  | { readonly kind: 'element'; readonly element: TagElement }
  | { readonly kind: 'content'; readonly owner: Owner; readonly id: number }
  /** An annotation or another object as a whole (ISO 32000-1 14.7.4.3). */
  | { readonly kind: 'object'; readonly object: PdfDict }

export interface TagElement {
  readonly dict: PdfDict
  /** As it stands in the file. */
  readonly type: string
  /** What the role map makes of it; null where it is no standard type and is mapped to none. */
  readonly standard: string | null
  readonly parent: TagElement | null
  readonly kids: TagKid[]
  /** Of all owners of attributes together. */
  readonly attributes: ReadonlyMap<string, PdfValue>
  readonly language: string | null
  readonly alt: string | null
  readonly actualText: string | null
  readonly id: string | null
  /** Physical page from 1 of the first thing in it. */
  page: number
}

export interface TagTree {
  /** Every element, parents before their kids, in logical order. */
  readonly elements: readonly TagElement[]
  readonly roots: readonly TagElement[]
  readonly roles: ReadonlyMap<string, string>
  /** Elements that the tree names a second time. */
  readonly repeated: readonly TagElement[]
}

/** ISO 32000-1 14.8.4. */
const standardTypes = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
)
export const isStandard = (type: string): boolean => standardTypes.has(type)
export const isHeading = (type: string | null): boolean => type !== null && /^H[1-6]?$/.test(type)

/** Follows the role map; null where it leads to no standard type or in a circle. */
export function standardOf(type: string, roles: ReadonlyMap<string, string>): string | null {
  const met = new Set<string>()
  let current = type
  while (!isStandard(current)) {
    const next = roles.get(current)
    if (next === undefined || met.has(current)) return null
    met.add(current)
    current = next
  }
  return current
}

const nameOf = (value: PdfValue): string => (typeof value === 'string' ? value.slice(1) : '')

export const elementsOf = (element: TagElement): TagElement[] =>
  element.kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []))

/** From the element itself up to the root. */
export function withAncestors(element: TagElement): TagElement[] {
  const line = [element]
  for (let up = element.parent; up; up = up.parent) line.push(up)
  return line
}

/** @param nodes the page dictionaries in order. */
export function readTree(objects: PdfObjects, nodes: readonly PdfDict[]): TagTree {
  const { dict, resolve } = objects
  const root = dict(dict(objects.trailer.get('Root')).get('StructTreeRoot'))
  const numbers = new Map<PdfValue, number>(nodes.map((node, i) => [node, i + 1]))
  const roles = new Map([...dict(root.get('RoleMap'))].map(([from, to]) => [from, nameOf(resolve(to))]))
  const classes = dict(root.get('ClassMap'))
  const elements: TagElement[] = []
  const repeated: TagElement[] = []
  const known = new Map<PdfDict, TagElement>()

  const listed = (value: PdfValue | undefined): readonly PdfValue[] => {
    const found = resolve(value)
    if (isList(found)) return found.map(resolve)
    return found === null ? [] : [found]
  }
  /** Revision numbers stand among attributes and classes. */
  const attributesOf = (own: PdfDict): Map<string, PdfValue> => {
    const named = listed(own.get('C')).flatMap((name) => listed(classes.get(nameOf(name))))
    const all = [...named, ...listed(own.get('A'))].map((value) => (value instanceof PdfStream ? value.dict : value))
    return new Map(
      all.filter(isDict).flatMap((owner) => [...owner].map(([key, value]) => [key, resolve(value)] as const)),
    )
  }
  const optional = (own: PdfDict, key: string): string | null => (own.has(key) ? textOf(resolve(own.get(key))) : null)

  const element = (own: PdfDict, parent: TagElement | null, inherited: PdfValue, depth: number): TagElement | null => {
    const found = known.get(own)
    if (found || depth > 200) {
      if (found) repeated.push(found)
      return null
    }
    const type = nameOf(resolve(own.get('S')))
    const made: TagElement = {
      dict: own,
      type,
      standard: standardOf(type, roles),
      parent,
      kids: [],
      attributes: attributesOf(own),
      language: optional(own, 'Lang'),
      alt: optional(own, 'Alt'),
      actualText: optional(own, 'ActualText'),
      id: optional(own, 'ID'),
      page: 0,
    }
    known.set(own, made)
    elements.push(made)
    const page = own.has('Pg') ? resolve(own.get('Pg')) : inherited
    for (const kid of listed(own.get('K'))) {
      const read = kidOf(kid, made, page, depth)
      if (read) made.kids.push(read)
    }
    made.page = pageIn(made) || (numbers.get(page) ?? 0)
    return made
  }

  const kidOf = (kid: PdfValue, parent: TagElement, page: PdfValue, depth: number): TagKid | null => {
    if (typeof kid === 'number') return isDict(page) ? { kind: 'content', owner: page, id: kid } : null
    if (!isDict(kid)) return null
    if (kid.has('S')) {
      const inner = element(kid, parent, page, depth + 1)
      return inner && { kind: 'element', element: inner }
    }
    if (kid.has('Obj')) return { kind: 'object', object: dict(kid.get('Obj')) }
    const id = resolve(kid.get('MCID'))
    const stream = resolve(kid.get('Stm'))
    const owner = stream instanceof PdfStream ? stream : kid.has('Pg') ? dict(kid.get('Pg')) : page
    return typeof id === 'number' && (isDict(owner) || owner instanceof PdfStream)
      ? { kind: 'content', owner, id }
      : null
  }

  const pageIn = (made: TagElement): number => {
    for (const kid of made.kids) {
      const page =
        kid.kind === 'element' ? kid.element.page : kid.kind === 'content' ? numbers.get(kid.owner as PdfDict) : 0
      if (page) return page
    }
    return 0
  }

  const roots = listed(root.get('K')).flatMap((kid) => {
    const made = isDict(kid) ? element(kid, null, null, 0) : null
    return made ? [made] : []
  })
  return { elements, roots, roles, repeated }
}

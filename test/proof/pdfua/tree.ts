/** In: a finished PDF opened by the library that wrote it. Out: its structure elements, to be looked up and changed. */
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { dictOf, found, name } from '../mutate.ts'

export interface Tagged {
  readonly ref: PDFRef
  readonly dict: PDFDict
}

export const typeOf = (dict: PDFDict): string | undefined => {
  const type = dict.lookup(name('S'))
  return type instanceof PDFName && dict.has(name('P')) ? type.decodeText() : undefined
}

export const treeRoot = (document: PDFDocument): PDFDict => dictOf(document.catalog, 'StructTreeRoot')

/** Every element of a type in the tree, in logical order. */
export function all(document: PDFDocument, type: string): Tagged[] {
  const walk = (dict: PDFDict): Tagged[] =>
    kidsOf(dict).flatMap((kid) => {
      const inner = document.context.lookup(kid)
      if (!(kid instanceof PDFRef) || !(inner instanceof PDFDict) || typeOf(inner) === undefined) return []
      return [...(typeOf(inner) === type ? [{ ref: kid, dict: inner }] : []), ...walk(inner)]
    })
  return walk(treeRoot(document))
}

/** The one that `wanted` picks, or the first. */
export function one(document: PDFDocument, type: string, wanted: (dict: PDFDict) => boolean = () => true): Tagged {
  const element = all(document, type).find(({ dict }) => wanted(dict))
  if (!element) throw new Error(`no ${type} in the tree`)
  return element
}

export function kidsOf(dict: PDFDict): PDFObject[] {
  const kids = dict.lookup(name('K'))
  return kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [dict.get(name('K'))!]
}

export const setKids = (dict: PDFDict, kids: readonly PDFObject[]): void =>
  dict.set(name('K'), dict.context.obj([...kids]))

export const setType = ({ dict }: Tagged, type: string): void => dict.set(name('S'), name(type))

export const parentOf = ({ dict }: Tagged): Tagged => {
  const ref = dict.get(name('P'))
  const parent = dict.lookup(name('P'))
  if (!(ref instanceof PDFRef) || !(parent instanceof PDFDict)) throw new Error('no parent')
  return { ref, dict: parent }
}

export function detach(element: Tagged): void {
  const { dict } = parentOf(element)
  setKids(
    dict,
    kidsOf(dict).filter((kid) => kid !== element.ref),
  )
}

/** Puts the element among the kids of another, at a place counted from 0. */
export function attach(element: Tagged, parent: Tagged, at: number): void {
  const kids = kidsOf(parent.dict)
  setKids(parent.dict, [...kids.slice(0, at), element.ref, ...kids.slice(at)])
  element.dict.set(name('P'), parent.ref)
}

/** Puts the first in the place of the second and the other way round. */
export function swap(first: Tagged, second: Tagged): void {
  const [one, other] = [parentOf(first), parentOf(second)]
  const placed = (dict: PDFDict) =>
    kidsOf(dict).map((kid) => (kid === first.ref ? second.ref : kid === second.ref ? first.ref : kid))
  const changed = [...new Set([one.dict, other.dict])].map((dict) => [dict, placed(dict)] as const)
  for (const [dict, kids] of changed) setKids(dict, kids)
  first.dict.set(name('P'), other.ref)
  second.dict.set(name('P'), one.ref)
}

/** Moves the second half of the kids into a new element of the same type, right behind. */
export function split(element: Tagged): void {
  const kids = kidsOf(element.dict)
  const half = Math.ceil(kids.length / 2)
  if (half === kids.length) throw new Error('nothing to split')
  const copy = element.dict.clone()
  const ref = copy.context.register(copy)
  setKids(element.dict, kids.slice(0, half))
  setKids(copy, kids.slice(half))
  for (const kid of kids.slice(half)) {
    const inner = copy.context.lookup(kid)
    if (inner instanceof PDFDict && typeOf(inner) !== undefined) inner.set(name('P'), ref)
  }
  const parent = parentOf(element)
  attach({ ref, dict: copy }, parent, kidsOf(parent.dict).indexOf(element.ref) + 1)
}

export const links = (document: PDFDocument): Tagged[] =>
  found(document, (dict) => dict.lookup(name('Subtype')) === name('Link'))

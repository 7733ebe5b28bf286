/** In: number trees and name trees of a PDF (ISO 32000-1 7.9.6, 7.9.7). Out: what they hold, by number or name. */
import type { PdfObjects } from './objects.ts'
import { byteText, isList, type PdfDict, type PdfValue } from './syntax.ts'

function pairs(objects: PdfObjects, node: PdfDict, key: 'Nums' | 'Names', depth = 0): [PdfValue, PdfValue][] {
  const { dict, resolve } = objects
  const own = resolve(node.get(key))
  const kids = resolve(node.get('Kids'))
  const found: [PdfValue, PdfValue][] = []
  if (isList(own)) for (let i = 0; i + 1 < own.length; i += 2) found.push([resolve(own[i]), resolve(own[i + 1])])
  if (isList(kids) && depth < 32) for (const kid of kids) found.push(...pairs(objects, dict(kid), key, depth + 1))
  return found
}

export function numberTree(objects: PdfObjects, node: PdfDict): ReadonlyMap<number, PdfValue> {
  return new Map(
    pairs(objects, node, 'Nums').flatMap(([key, value]) => (typeof key === 'number' ? [[key, value] as const] : [])),
  )
}

/** Names as one character per byte. */
export function nameTree(objects: PdfObjects, node: PdfDict): ReadonlyMap<string, PdfValue> {
  return new Map(
    pairs(objects, node, 'Names').flatMap(([key, value]) =>
      key instanceof Uint8Array ? [[byteText(key), value] as const] : [],
    ),
  )
}

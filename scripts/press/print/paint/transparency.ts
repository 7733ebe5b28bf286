/** In: resources of content. Out: whether anything in them lets another thing shine through, and what says that nothing does. */
import type { PDFDict, PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { contentStreams, dictAt, firstNameAt, name, nameAt, numberAt } from '../../pdf/document.ts'

const opaqueModes = new Set(['Normal', 'Compatible'])

/** Whether a graphics state parameter dictionary blends (ISO 32000-1 11.6). */
export const blends = (state: PDFDict): boolean =>
  (numberAt(state, 'ca') ?? 1) < 1 ||
  (numberAt(state, 'CA') ?? 1) < 1 ||
  !opaqueModes.has(firstNameAt(state, 'BM') ?? 'Normal') ||
  dictAt(state, 'SMask') !== undefined

/** Whether a transparency group, a soft mask or a blending state is in the resources, or in forms and patterns in them. */
export function shinesThrough(resources: PDFDict, seen: Set<PDFObject> = new Set()): boolean {
  const each = (kind: string): PDFDict[] => {
    const group = dictAt(resources, kind)
    return (group?.keys() ?? []).flatMap((key) => dictAt(group!, key.decodeText()) ?? [])
  }
  const inside = (dict: PDFDict): boolean => {
    if (seen.has(dict)) return false
    seen.add(dict)
    const own = dictAt(dict, 'Resources')
    const state = dictAt(dict, 'ExtGState')
    return (state !== undefined && blends(state)) || (own !== undefined && shinesThrough(own, seen))
  }
  return (
    each('ExtGState').some(blends) ||
    each('XObject').some((object) => {
      if (dictAt(object, 'SMask') || dictAt(object, 'Group') || (numberAt(object, 'SMaskInData') ?? 0) > 0) return true
      return nameAt(object, 'Subtype') === 'Form' && inside(object)
    }) ||
    each('Pattern').some(inside)
  )
}

/** Keys by which a state could blend, and which PDF/X-1a does not know, whatever they say. */
const blendKeys = ['ca', 'CA', 'BM', 'SMask', 'AIS', 'TK']

/** Removes what says only that nothing blends. States that do blend stay as they are. */
export function dropNeutralBlending(document: PDFDocument): void {
  for (const { resources } of contentStreams(document)) {
    const states = dictAt(resources, 'ExtGState')
    for (const key of states?.keys() ?? []) {
      const state = dictAt(states!, key.decodeText())
      if (state && !blends(state)) for (const blend of blendKeys) state.delete(name(blend))
    }
  }
}

/** In: the tree as it was printed, page by page. Out: one element for what is divided between pages, and notes where they are called. */
import { type Element, elementsOf, isElement, type Kid } from './read.ts'

/** Joins the pieces of an element: what has the same mark goes on in the first of them, in the order of the pages. */
export function joinPieces(root: Element): Element {
  const known = new Map<string, Element>()
  const place = (kids: readonly Kid[], target: Element): void => {
    for (const kid of kids) {
      if (!isElement(kid)) {
        target.kids.push(kid)
        continue
      }
      const key = kid.mark && `${kid.mark.type} ${kid.mark.key}`
      const first = key === undefined ? undefined : known.get(key)
      const into = first ?? { ...kid, kids: [] }
      if (!first) {
        target.kids.push(into)
        if (key !== undefined) known.set(key, into)
      }
      place(kid.kids, into)
    }
  }
  const joined: Element = { ...root, kids: [] }
  place(root.kids, joined)
  return joined
}

const calls = (element: Element): number[] =>
  [...elementsOf(element)].flatMap(({ mark }) => (mark?.type === 'Call' ? [mark.key] : []))

/** What has its parts one after the other: a note comes between two of them, never inside a paragraph, a list or a table. */
const flows = new Set(['Document', 'Art', 'Sect'])

/**
 * Puts each note at the foot of a page after the paragraph, list or table that calls it: there it is read, and not where the
 * page happens to end. What nothing calls stays, and so do the notes after an article.
 */
export function placeNotes(root: Element): void {
  const called = new Set(calls(root))
  const notes = new Map<number, Element>()
  root.kids = root.kids.filter((kid) => {
    if (!isElement(kid) || kid.mark?.type !== 'Note' || !called.has(kid.mark.key)) return true
    notes.set(kid.mark.key, kid)
    return false
  })
  /** Each note once, at the first of its calls. */
  const take = (key: number): Element[] => {
    const note = notes.get(key)
    notes.delete(key)
    return note ? [note] : []
  }
  const put = (element: Element): void => {
    element.kids = element.kids.flatMap((kid): Kid[] => {
      if (!isElement(kid)) return [kid]
      if (!flows.has(kid.type)) return [kid, ...calls(kid).flatMap(take)]
      put(kid)
      return [kid]
    })
  }
  put(root)
}

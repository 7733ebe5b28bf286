/** In: the objects of a PDF. Out: every dictionary and list that the trailer leads to, with the first page that uses it. */
import type { PdfObjects } from '../../pdf/objects.ts'
import { isDict, isList, type PdfDict, PdfRef, PdfStream, type PdfValue } from '../../pdf/syntax.ts'

interface Found {
  /** The indirect object it stands in; null in the trailer. */
  readonly number: number | null
  /** Physical page from 1; undefined where no page leads to it. */
  readonly page: number | undefined
}
export interface FoundDict extends Found {
  readonly dict: PdfDict
  /** The stream that it describes. */
  readonly stream: PdfStream | null
}
export interface FoundList extends Found {
  readonly list: readonly PdfValue[]
}

export interface Census {
  readonly dicts: readonly FoundDict[]
  readonly lists: readonly FoundList[]
  /** Numbers of the indirect objects that can be reached. */
  readonly reached: ReadonlySet<number>
}

/** Keys that lead from a page back to the tree of pages or over to another page. */
const elsewhere = new Set(['Parent', 'P', 'Dest', 'A'])

export function censusOf(objects: PdfObjects): Census {
  const { resolve, dict, trailer } = objects
  const dicts: FoundDict[] = []
  const lists: FoundList[] = []
  const reached = new Set<number>()

  const visit = (start: PdfValue, page: number | undefined): void => {
    const waiting: { value: PdfValue; number: number | null }[] = [{ value: start, number: null }]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      let { value, number } = next
      if (value instanceof PdfRef) {
        if (reached.has(value.number)) continue
        reached.add(value.number)
        number = value.number
        value = resolve(value)
      }
      if (isList(value)) {
        lists.push({ list: value, number, page })
        for (const item of value) waiting.push({ value: item, number })
      } else if (isDict(value) || value instanceof PdfStream) {
        const stream = value instanceof PdfStream ? value : null
        const own = value instanceof PdfStream ? value.dict : value
        dicts.push({ dict: own, stream, number, page })
        for (const [key, item] of own)
          if (page === undefined || !elsewhere.has(key)) waiting.push({ value: item, number })
      }
    }
  }

  let page = 0
  const leaves = (node: PdfValue | undefined, depth: number): void => {
    const kids = resolve(dict(node).get('Kids'))
    if (!isList(kids)) visit(node ?? null, ++page)
    else if (depth < 64) for (const kid of kids) leaves(kid, depth + 1)
  }
  leaves(dict(trailer.get('Root')).get('Pages'), 0)
  visit(trailer, undefined)
  return { dicts, lists, reached }
}

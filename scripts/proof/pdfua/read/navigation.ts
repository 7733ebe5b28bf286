/** In: the catalog of a PDF. Out: where it lets a reader go: destinations, outline, page labels. */
import type { PdfObjects } from '../../pdf/objects.ts'
import { byteText, isDict, isList, type PdfDict, type PdfValue, textOf } from '../../pdf/syntax.ts'
import { nameTree, numberTree } from '../../pdf/trees.ts'

export interface OutlineItem {
  readonly title: string
  /** Physical page from 1; null where it leads nowhere. */
  readonly page: number | null
  readonly items: readonly OutlineItem[]
}

/** Gives the page of what stands in `Dest` or in an action: named or explicit (ISO 32000-1 12.3.2, 12.6.4.2). */
export function destinationReader(objects: PdfObjects, nodes: readonly PdfDict[]): (holder: PdfDict) => number | null {
  const { dict, resolve, trailer } = objects
  const catalog = dict(trailer.get('Root'))
  const named = nameTree(objects, dict(dict(catalog.get('Names')).get('Dests')))
  const older = dict(catalog.get('Dests'))
  const numbers = new Map<PdfValue, number>(nodes.map((node, i) => [node, i + 1]))
  const pageOf = (value: PdfValue, depth = 0): number | null => {
    if (depth > 2) return null
    if (isList(value)) return numbers.get(resolve(value[0])) ?? null
    if (isDict(value)) return pageOf(resolve(value.get('D')), depth + 1)
    if (value instanceof Uint8Array) return pageOf(named.get(byteText(value)) ?? null, depth + 1)
    return typeof value === 'string' ? pageOf(resolve(older.get(value.slice(1))), depth + 1) : null
  }
  return (holder) => {
    const action = dict(holder.get('A'))
    return pageOf(resolve(holder.has('Dest') ? holder.get('Dest') : action.get('D')))
  }
}

/** ISO 32000-1 12.3.3. */
export function readOutline(objects: PdfObjects, pageOf: (holder: PdfDict) => number | null): readonly OutlineItem[] {
  const { dict, resolve, trailer } = objects
  const met = new Set<PdfDict>()
  const level = (parent: PdfDict): OutlineItem[] => {
    const items: OutlineItem[] = []
    for (let next = resolve(parent.get('First')); isDict(next) && !met.has(next); next = resolve(next.get('Next'))) {
      met.add(next)
      items.push({ title: textOf(resolve(next.get('Title'))), page: pageOf(next), items: level(next) })
    }
    return items
  }
  return level(dict(dict(trailer.get('Root')).get('Outlines')))
}

function roman(number: number): string {
  const signs = [
    ...[
      [1000, 'm'],
      [900, 'cm'],
      [500, 'd'],
      [400, 'cd'],
      [100, 'c'],
      [90, 'xc'],
    ],
    ...[
      [50, 'l'],
      [40, 'xl'],
      [10, 'x'],
      [9, 'ix'],
      [5, 'v'],
      [4, 'iv'],
      [1, 'i'],
    ],
  ] as const
  let rest = number
  return signs
    .map(([value, sign]) => {
      const count = Math.floor(rest / Number(value))
      rest -= count * Number(value)
      return String(sign).repeat(count)
    })
    .join('')
}

/** a … z, aa … zz (ISO 32000-1 table 159). */
const letters = (number: number): string => String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))

const counted: Readonly<Record<string, (number: number) => string>> = {
  '/D': String,
  '/r': roman,
  '/R': (number) => roman(number).toUpperCase(),
  '/a': letters,
  '/A': (number) => letters(number).toUpperCase(),
}

/** The label of each page (ISO 32000-1 12.4.2); null where the file gives none at all. */
export function readLabels(objects: PdfObjects, count: number): readonly string[] | null {
  const { dict, resolve, trailer } = objects
  const catalog = dict(trailer.get('Root'))
  if (!catalog.has('PageLabels')) return null
  const ranges = [...numberTree(objects, dict(catalog.get('PageLabels')))].sort((a, b) => a[0] - b[0])
  return Array.from({ length: count }, (_, i) => {
    const [first, value] = ranges.findLast(([start]) => start <= i) ?? [0, null]
    const range = dict(value)
    const style = counted[String(resolve(range.get('S')))]
    const start = resolve(range.get('St'))
    const number = (typeof start === 'number' ? start : 1) + i - first
    return textOf(resolve(range.get('P'))) + (style?.(number) ?? '')
  })
}

/** In: the structure tree. Out: assertions on the types of its elements, on pictures, headings and notes. */
import type { Code } from '../../model/codes/index.ts'
import type { Assertion, Fault } from '../verdict/assertion.ts'
import type { UaFile } from './read/file.ts'
import { elementsOf, isHeading, isStandard, standardOf, type TagElement } from './read/tree.ts'

/** An assertion on every element of the tree. */
export function eachElement(
  id: string,
  clause: string,
  code: Code,
  fails: (element: TagElement) => boolean,
): Assertion<UaFile> {
  return {
    id,
    clause: `ISO 14289-1 ${clause}`,
    code,
    faults: ({ tree }) => tree.elements.filter(fails).map(faultOf),
  }
}

export const faultOf = (element: TagElement): Fault => ({ page: element.page, facts: { type: element.type } })

export const kidTypes = (element: TagElement): string[] => elementsOf(element).map((kid) => kid.standard ?? kid.type)

const inCircle = (type: string, roles: ReadonlyMap<string, string>): boolean => {
  const met = new Set<string>()
  for (let at: string | undefined = type; at !== undefined; at = roles.get(at)) {
    if (met.has(at)) return true
    met.add(at)
  }
  return false
}

const speaks = ({ alt, actualText }: TagElement): boolean => (alt ?? '').trim() !== '' || actualText !== null

/** Goes down by one level at most, and begins with the first (7.4.2). */
function skippedHeadings({ tree }: UaFile): Fault[] {
  let level = 0
  return tree.elements.flatMap((element) => {
    const own = /^H([1-6])$/.exec(element.standard ?? '')?.[1]
    if (own === undefined) return []
    const before = level
    level = Number(own)
    return level > before + 1 ? [{ page: element.page, facts: { level, before } }] : []
  })
}

function repeatedIds({ tree }: UaFile): Fault[] {
  const met = new Set<string>()
  return tree.elements.flatMap((element) => {
    if (element.standard !== 'Note' || !element.id) return []
    if (!met.has(element.id)) {
      met.add(element.id)
      return []
    }
    return [faultOf(element)]
  })
}

export const typeAssertions: readonly Assertion<UaFile>[] = [
  {
    id: '7.1-5',
    clause: 'ISO 14289-1 7.1',
    code: 'pdfua/type-unknown',
    faults: ({ tree }) =>
      tree.elements
        .filter(({ type, standard }) => standard === null && !inCircle(type, tree.roles))
        .map((element) => faultOf(element)),
  },
  {
    id: '7.1-6',
    clause: 'ISO 14289-1 7.1',
    code: 'pdfua/type-circular',
    faults: ({ tree }) =>
      [...tree.roles.keys()].filter((type) => inCircle(type, tree.roles)).map((type) => ({ facts: { type } })),
  },
  {
    id: '7.1-7',
    clause: 'ISO 14289-1 7.1',
    code: 'pdfua/type-remapped',
    faults: ({ tree }) =>
      [...tree.roles]
        .filter(([from]) => isStandard(from))
        .map(([type, to]) => ({ facts: { type, to: standardOf(to, tree.roles) ?? to } })),
  },
  {
    id: '7.1-12',
    clause: 'ISO 14289-1 7.1, ISO 32000-1 14.7.2',
    code: 'pdfua/parent',
    faults: ({ tree, catalog, objects: { dict } }) => [
      ...tree.elements
        .filter(({ dict: own, parent }) => dict(own.get('P')) !== (parent?.dict ?? dict(catalog.get('StructTreeRoot'))))
        .map(faultOf),
      ...tree.repeated.map(faultOf),
    ],
  },
  eachElement(
    '7.3-1',
    '7.3',
    'pdfua/figure-alternative',
    (element) => element.standard === 'Figure' && !speaks(element),
  ),
  {
    id: '7.4.2-1',
    clause: 'ISO 14289-1 7.4.2',
    code: 'pdfua/heading-level',
    faults: skippedHeadings,
  },
  eachElement(
    '7.4.4-1',
    '7.4.4',
    'pdfua/heading-mixed',
    (element) => kidTypes(element).filter((type) => type === 'H').length > 1,
  ),
  {
    id: '7.4.4-2',
    clause: 'ISO 14289-1 7.4.4',
    code: 'pdfua/heading-mixed',
    faults: ({ tree }) => {
      const headings = tree.elements.filter(({ standard }) => isHeading(standard))
      const plain = headings.filter(({ standard }) => standard === 'H')
      return plain.length < headings.length ? plain.map(faultOf) : []
    },
  },
  eachElement(
    '7.7-1',
    '7.7',
    'pdfua/formula-alternative',
    (element) => element.standard === 'Formula' && !speaks(element),
  ),
  eachElement('7.9-1', '7.9', 'pdfua/note-id', ({ standard, id }) => standard === 'Note' && !id),
  { id: '7.9-2', clause: 'ISO 14289-1 7.9', code: 'pdfua/note-id', faults: repeatedIds },
]

/** In: the marked content of the pages and the structure tree. Out: assertions that each thing is tagged once or an artifact. */

import { isList, type PdfStream } from '../pdf/syntax.ts'
import { significant } from '../text/characters.ts'
import type { Assertion, Fault } from '../verdict/assertion.ts'
import type { UaFile } from './read/file.ts'
import { textIn } from './read/text.ts'

/** One fault a page, with the number of places. */
function byPage(pages: readonly number[]): Fault[] {
  const counts = new Map<number, number>()
  for (const page of pages) counts.set(page, (counts.get(page) ?? 0) + 1)
  return [...counts].sort((a, b) => a[0] - b[0]).map(([page, count]) => ({ page, facts: { count } }))
}

/** Content whose identifier no element claims or more than one does, and claims that no content answers. */
function misplaced({ content, holders, nodes }: UaFile): Fault[] {
  const pages: number[] = []
  for (const [owner, marks] of content.marks) {
    for (const mark of marks.values()) if (holders.get(owner)?.get(mark.id)?.length !== 1) pages.push(mark.page)
  }
  for (const [owner, claims] of holders) {
    const known = content.marks.get(owner)
    for (const [id, elements] of claims) {
      if (!known?.has(id)) pages.push(elements[0]!.page || nodes.indexOf(owner as UaFile['nodes'][number]) + 1)
    }
  }
  return byPage([...pages, ...content.repeatedForms])
}

/** Where the parent tree names another element than the one that holds the content or the annotation (14.7.4.4). */
function astray({ content, holders, parentTree, objects, annotations }: UaFile): Fault[] {
  const { dict, resolve } = objects
  const pages: number[] = []
  for (const [owner, marks] of content.marks) {
    const number = resolve((owner instanceof Map ? owner : (owner as PdfStream).dict).get('StructParents'))
    const list = typeof number === 'number' ? parentTree.get(number) : undefined
    for (const mark of marks.values()) {
      const holder = holders.get(owner)?.get(mark.id)?.[0]
      // What no element holds is another assertion's.
      if (holder && !(isList(list) && dict(list[mark.id]) === holder.dict)) pages.push(mark.page)
    }
  }
  for (const { dict: own, element, page } of annotations) {
    const number = resolve(own.get('StructParent'))
    if (element && !(typeof number === 'number' && dict(parentTree.get(number)) === element.dict)) pages.push(page)
  }
  return byPage(pages)
}

/** The heads of all tables one after another: a table repeats its own in further columns. */
const headsOf = ({ tree, content }: UaFile): string =>
  significant(
    tree.elements
      .filter(({ standard }) => standard === 'TH')
      .map((head) => textIn(head, content))
      .join(''),
  )

export const contentAssertions: readonly Assertion<UaFile>[] = [
  {
    id: '7.1-1',
    clause: 'ISO 14289-1 7.1',
    code: 'pdfua/artifact-in-tag',
    faults: ({ content }) => byPage(content.artifactsInTags),
  },
  {
    id: '7.1-2',
    clause: 'ISO 14289-1 7.1',
    code: 'pdfua/tag-in-artifact',
    faults: ({ content }) => byPage(content.tagsInArtifacts),
  },
  {
    id: '7.1-3',
    clause: 'ISO 14289-1 7.1',
    code: 'pdfua/untagged',
    faults: ({ content }) => byPage(content.untagged.map(({ page }) => page)),
  },
  { id: 'S2', clause: 'ISO 32000-1 14.7.4.2', code: 'pdfua/content-misplaced', faults: misplaced },
  { id: 'S3', clause: 'ISO 32000-1 14.7.4.4', code: 'pdfua/parent-tree', faults: astray },
  {
    id: '7.8',
    clause: 'ISO 14289-1 7.8',
    code: 'pdfua/page-furniture',
    faults: (file) => {
      const furniture = new Set(['Header', 'Footer'])
      const others = file.content.artifacts
        .filter(({ type, subtype }) => !(type === 'Pagination' && furniture.has(subtype)))
        .filter(({ text }) => significant(text) !== '')
      const heads = others.length > 0 ? headsOf(file) : ''
      const repeats = ({ type, subtype, text }: (typeof others)[number]): boolean =>
        type === 'Pagination' && subtype === '' && heads.includes(significant(text))
      return others
        .filter((artifact) => !repeats(artifact))
        .map(({ page, text }) => ({ page, facts: { text: text.trim() } }))
    },
  },
]

/** In: the text of the tree, article by article. Out: assertions that it is the manuscript's, whole and in order. */
import type { Block } from '../text/blocks.ts'
import { wordsOf } from '../text/blocks.ts'
import { sample } from '../text/characters.ts'
import type { Assertion, Fault } from '../verdict/assertion.ts'
import type { UaFile } from './read/file.ts'
import { type ArticleText, paragraphOf } from './read/text.ts'
import { isHeading, type TagElement, withAncestors } from './read/tree.ts'

const eachArticle = (
  id: string,
  code: Assertion<UaFile>['code'],
  faults: (text: ArticleText) => readonly Fault[],
): Assertion<UaFile> => ({
  id,
  clause: 'ISO 14289-1 7.2, ISO 32000-1 14.8.2.3',
  code,
  faults: ({ articles }) =>
    articles.flatMap((text) =>
      faults(text).map(({ page, facts }) => ({
        ...(page !== undefined && { page }),
        facts: { title: text.article.title, ...facts },
      })),
    ),
})

/** Manuscript blocks of some kinds, each with the elements that say it. */
const blocks = ({ expected, elementsOf }: ArticleText, kinds: readonly Block['kind'][]) =>
  [...expected.body, ...expected.notes]
    .filter(({ kind }) => kinds.includes(kind))
    .map((block) => ({ block, elements: elementsOf(block) }))

const faultOf = (block: Block, elements: readonly TagElement[]): Fault => ({
  page: elements[0]!.page,
  facts: { text: sample(wordsOf([block])), line: block.line ?? '' },
})

const distinct = (elements: readonly (TagElement | null)[]): number => new Set(elements).size

const noteOf = (element: TagElement) => withAncestors(element).find(({ standard }) => standard === 'Note') ?? null
const tableOf = (element: TagElement) => withAncestors(element).find(({ standard }) => standard === 'Table') ?? null

/** A paragraph, a heading or a note in several elements; the label of an item is an element of its own. */
function splitBlocks(text: ArticleText): Fault[] {
  const whole = blocks(text, ['paragraph', 'heading', 'cell']).filter(({ elements }) => {
    const said = elements.map(paragraphOf)
    return distinct(said.filter((element) => element !== null)) > 1
  })
  const notes = blocks(text, ['note']).filter(({ elements }) => distinct(elements.map(noteOf)) > 1)
  return [...whole, ...notes].map(({ block, elements }) => faultOf(block, elements))
}

/** Cells that follow each other in the manuscript are of one table, with its caption where it has one. */
function splitTables(text: ArticleText): Fault[] {
  const { body } = text.expected
  return body.flatMap((block, i): Fault[] => {
    if (block.kind !== 'table') return []
    const after = body.slice(i + 1)
    const end = after.findIndex(({ kind }) => kind !== 'cell')
    const cells = after.slice(0, end < 0 ? after.length : end).flatMap((cell) => text.elementsOf(cell))
    return distinct(cells.map(tableOf)) > 1 ? [faultOf(block, cells)] : []
  })
}

/** Headings, cells and notes that are tagged as something else. */
function wrongTypes(text: ArticleText): Fault[] {
  const among = (kind: Block['kind'], right: (standard: string | null) => boolean) =>
    blocks(text, [kind]).filter(({ elements }) =>
      elements.some((element) => !withAncestors(element).some(({ standard }) => right(standard))),
    )
  return [
    ...among('heading', isHeading),
    ...among('cell', (type) => type === 'TD' || type === 'TH'),
    ...among('note', (type) => type === 'Note'),
  ].map(({ block, elements }) => faultOf(block, elements))
}

/** The first page in the tree where one article comes before another that stands before it in the issue. */
function disordered({ articles, tree }: UaFile): Fault[] {
  const order = new Map(tree.elements.map((element, i) => [element, i]))
  const at = articles.flatMap(({ article, elements }) =>
    elements[0] ? [{ article, element: elements[0], place: order.get(elements[0])! }] : [],
  )
  return at
    .filter(({ place }, i) => i > 0 && place < at[i - 1]!.place)
    .map(({ article, element }) => ({ page: element.page, facts: { title: article.title } }))
}

export const readingAssertions: readonly Assertion<UaFile>[] = [
  eachArticle('S6', 'pdfua/article-missing', ({ elements }) => (elements.length === 0 ? [{}] : [])),
  eachArticle('S7', 'pdfua/article-split', ({ elements }) =>
    elements.length > 1 ? [{ page: elements[1]!.page, facts: { count: elements.length } }] : [],
  ),
  eachArticle('S8', 'pdfua/article-elsewhere', ({ elsewhere, elements }) =>
    elsewhere.map(({ text, line }) => ({ page: elements[0]!.page, facts: { text: sample(text), line } })),
  ),
  eachArticle('S9', 'pdfua/article-text', ({ comparison, elsewhere }) =>
    (comparison?.findings ?? [])
      .filter(({ text }) => !elsewhere.some((other) => other.text === text))
      .map(({ kind, text, before, place }) => ({
        ...(place.page !== undefined && { page: place.page }),
        facts: { kind, text: sample(text), before },
      })),
  ),
  { id: 'S10', clause: 'ISO 14289-1 7.2', code: 'pdfua/article-order', faults: disordered },
  eachArticle('S11', 'pdfua/block-split', (text) => [...splitBlocks(text), ...splitTables(text)]),
  eachArticle('S12', 'pdfua/block-type', wrongTypes),
  eachArticle('S16', 'pdfua/article-section', ({ article, elements, underSection }) =>
    elements.length > 0 && !underSection ? [{ page: elements[0]!.page, facts: { section: article.section } }] : [],
  ),
]

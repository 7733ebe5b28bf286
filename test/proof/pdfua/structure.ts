/** What can be wrong with the structure of a screen PDF, each with the assertion that must find it. */
import { type PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { dictOf, name } from '../mutate.ts'
import type { Mutation } from './mutations.ts'
import {
  all,
  attach,
  detach,
  kidsOf,
  one,
  parentOf,
  setKids,
  setType,
  split,
  swap,
  type Tagged,
  treeRoot,
  typeOf,
} from './tree.ts'

const rename =
  (type: string, to: string, at = 0) =>
  (d: PDFDocument) =>
    setType(all(d, type).at(at)!, to)
const without = (type: string, key: string) => (d: PDFDocument) => one(d, type).dict.delete(name(key))

/** Gives a cell a span as attribute (ISO 32000-1 table 349). */
const span = ({ dict }: Tagged, key: 'RowSpan' | 'ColSpan', count: number): void => {
  const { context } = dict
  dict.set(name('A'), context.obj({ O: PDFName.of('Table'), Scope: PDFName.of('Column'), [key]: PDFNumber.of(count) }))
}

/** A caption of its own making among the kids of an element. */
function addCaption(parent: Tagged, at: number): void {
  const dict = parent.dict.context.obj({ Type: 'StructElem', S: 'Caption' })
  attach({ ref: dict.context.register(dict), dict }, parent, at)
}

export const typing: readonly Mutation[] = [
  ['7.1-5', 'has a type of its own', rename('P', 'Absatz')],
  [
    '7.1-6',
    'maps types in a circle',
    (d) => treeRoot(d).set(name('RoleMap'), d.context.obj({ Satz: 'Absatz', Absatz: 'Satz' })),
  ],
  ['7.1-7', 'remaps a standard type', (d) => dictOf(treeRoot(d), 'RoleMap').set(name('P'), name('Span'))],
  ['7.1-12', 'has an element without parent', without('P', 'P')],
  ['7.1-12', 'has an element with another’s parent', (d) => one(d, 'P').dict.set(name('P'), one(d, 'H2').ref)],
  ['7.3-1', 'has a picture without text', without('Figure', 'Alt')],
  ['7.4.2-1', 'skips levels of headings', rename('H2', 'H5')],
  [
    '7.4.4-1',
    'has two headings of one thing',
    (d) => {
      const heading = all(d, 'H2').at(-1)!
      const copy = heading.dict.clone()
      copy.delete(name('K'))
      setType(heading, 'H')
      setType({ ...heading, dict: copy }, 'H')
      attach({ ref: copy.context.register(copy), dict: copy }, parentOf(heading), 0)
    },
  ],
  ['7.4.4-2', 'has a heading without level', rename('H3', 'H')],
  [
    '7.7-1',
    'has a formula without text',
    (d) => {
      const figure = one(d, 'Figure')
      figure.dict.delete(name('Alt'))
      setType(figure, 'Formula')
    },
  ],
  [
    'S16',
    'has no headings of its sections',
    (d) => {
      for (const heading of all(d, 'H1')) setType(heading, 'P')
    },
  ],
  ['7.9-1', 'has a note without identifier', without('Note', 'ID')],
  [
    '7.9-2',
    'has two notes of one identifier',
    (d) => {
      const [first, second] = all(d, 'Note')
      second!.dict.set(name('ID'), first!.dict.get(name('ID'))!)
    },
  ],
]

export const nesting: readonly Mutation[] = [
  ['7.2-3', 'has a paragraph in a table', rename('THead', 'P')],
  ['7.2-4', 'has a row outside of a table', rename('TBody', 'Div')],
  ['7.2-5', 'has the head of no table', rename('P', 'THead')],
  ['7.2-6', 'has the body of no table', rename('P', 'TBody')],
  ['7.2-7', 'has the foot of no table', rename('P', 'TFoot')],
  ['7.2-8', 'has a header outside of a row', rename('TR', 'P')],
  ['7.2-9', 'has a cell outside of a row', rename('TR', 'P', -1)],
  ['7.2-10', 'has a word in a row', rename('TD', 'Span')],
  ['7.2-11', 'has a table with two heads', rename('TBody', 'THead')],
  [
    '7.2-12',
    'has a table with two feet',
    (d) => {
      rename('THead', 'TFoot')(d)
      rename('TBody', 'TFoot')(d)
    },
  ],
  ['7.2-13', 'has a table with a foot and no body', rename('TBody', 'TFoot')],
  ['7.2-14', 'has a table with a head and no body', rename('TBody', 'Div')],
  [
    '7.2-15',
    'has cells that overlap',
    (d) => {
      const [first, second] = all(d, 'TR').map(({ dict }) => kidsOf(dict))
      const cells = [...all(d, 'TH'), ...all(d, 'TD')]
      span(cells.find(({ ref }) => ref === first!.at(-1))!, 'RowSpan', 2)
      span(cells.find(({ ref }) => ref === second![0])!, 'ColSpan', 2)
    },
  ],
  [
    '7.2-16',
    'has a caption among the rows',
    (d) => addCaption(one(d, 'Table'), kidsOf(one(d, 'Table').dict).length - 1),
  ],
  ['7.2-17', 'has an item outside of a list', rename('L', 'Div')],
  ['7.2-18', 'has the body of an item outside of it', rename('LI', 'Div')],
  ['7.2-19', 'has a paragraph in a list', rename('LI', 'P')],
  ['7.2-20', 'has a paragraph in an item', rename('LBody', 'P')],
  ['7.2-26', 'has an entry of no contents', rename('P', 'TOCI')],
  ['7.2-27', 'has a paragraph in its contents', (d) => setType(parentOf(one(d, 'P')), 'TOC')],
  [
    '7.2-28',
    'has contents with a caption at their end',
    (d) => {
      const list = one(d, 'L')
      setType(list, 'TOC')
      addCaption(list, kidsOf(list.dict).length)
    },
  ],
  ['7.2-36', 'has a cell in the head of a table', rename('TR', 'THead')],
  ['7.2-37', 'has a cell in the body of a table', rename('TR', 'TBody')],
  ['7.2-38', 'has a cell in the foot of a table', rename('TR', 'TFoot')],
  [
    '7.2-39',
    'has a table with two captions',
    (d) => {
      addCaption(one(d, 'Table'), 0)
      addCaption(one(d, 'Table'), 0)
    },
  ],
  ['7.2-40', 'has a list with a caption at its end', (d) => addCaption(one(d, 'L'), kidsOf(one(d, 'L').dict).length)],
  ['7.2-42', 'has a row with a cell too few', (d) => detach(one(d, 'TD'))],
  [
    '7.5-1',
    'has a header of nothing',
    (d) => {
      for (const { dict } of [...all(d, 'TH'), ...all(d, 'TD')]) dict.delete(name('A'))
    },
  ],
]

const lastArticle = (d: PDFDocument): Tagged => all(d, 'Art').at(-1)!

/** Those that are kids of the last article or of a group in it, without notes and cells. */
const paragraphs = (d: PDFDocument): Tagged[] => {
  const article = lastArticle(d)
  return all(d, 'P').filter((element) => {
    for (let up = parentOf(element); typeOf(up.dict); up = parentOf(up)) {
      if (up.dict === article.dict) return true
      if (!['Div', 'Sect', 'NonStruct'].includes(typeOf(up.dict)!)) return false
    }
    return false
  })
}
const longest = (d: PDFDocument): Tagged =>
  paragraphs(d).reduce((a, b) => (kidsOf(a.dict).length >= kidsOf(b.dict).length ? a : b))

/** With all the assertions that fail, and no other. */
export const ordering: readonly (readonly [readonly string[], ...[string, Mutation[2]]])[] = [
  [['S9'], 'has two paragraphs in each other’s place', (d) => swap(paragraphs(d).at(-3)!, paragraphs(d).at(-2)!)],
  [['S2', 'S9'], 'has a paragraph that is not in the tree', (d) => detach(longest(d))],
  [['S2', '7.18.5-1', 'S9'], 'has a note that is not in the tree', (d) => detach(one(d, 'Note'))],
  [
    ['S8'],
    'has a paragraph outside of its article',
    (d) => {
      const paragraph = paragraphs(d).at(-2)!
      detach(paragraph)
      attach(paragraph, one(d, 'Document'), 0)
    },
  ],
  [['S7'], 'has an article in two pieces', (d) => split(lastArticle(d))],
  [['S3', 'S11'], 'has a paragraph in two pieces', (d) => split(longest(d))],
  [['S12'], 'has a heading that is tagged as a paragraph', rename('H3', 'P', -1)],
  [['S10', 'S16'], 'has two articles in each other’s place', (d) => swap(all(d, 'Art')[0]!, lastArticle(d))],
  [
    ['S6'],
    'has an article that is not tagged as one',
    (d) => {
      setType(lastArticle(d), 'Sect')
    },
  ],
  [['S2', '7.18.5-1', 'S6'], 'has lost an article', (d) => setKids(lastArticle(d).dict, [])],
]

/** In: the structure tree. Out: assertions on what may stand in what: tables, lists, contents (ISO 32000-1 14.8.4.3). */
import type { Assertion } from '../verdict/assertion.ts'
import type { UaFile } from './read/file.ts'
import type { TagElement } from './read/tree.ts'
import { tableGrid, unheadedCells } from './table.ts'
import { eachElement, faultOf, kidTypes } from './types.ts'

const is = (element: TagElement, type: string): boolean => element.standard === type
const count = (element: TagElement, type: string): number => kidTypes(element).filter((kid) => kid === type).length

const inside =
  (type: string, ...parents: readonly string[]) =>
  (element: TagElement): boolean =>
    is(element, type) && !parents.includes(element.parent?.standard ?? '')
/** Other elements, or content that is in none of them. */
const holdsOther =
  (type: string, ...kids: readonly string[]) =>
  (element: TagElement): boolean =>
    is(element, type) &&
    (kidTypes(element).some((kid) => !kids.includes(kid)) || element.kids.some(({ kind }) => kind === 'content'))
const captionLater = (type: string) => (element: TagElement) =>
  is(element, type) && kidTypes(element).lastIndexOf('Caption') > 0

const captionBetween = (element: TagElement): boolean =>
  is(element, 'Table') && kidTypes(element).slice(1, -1).includes('Caption')

const table = 'pdfua/table-nesting'
const list = 'pdfua/list-nesting'
const contents = 'pdfua/contents-nesting'

export const nestingAssertions: readonly Assertion<UaFile>[] = [
  eachElement('7.2-3', '7.2', table, holdsOther('Table', 'TR', 'THead', 'TBody', 'TFoot', 'Caption')),
  eachElement('7.2-4', '7.2', table, inside('TR', 'Table', 'THead', 'TBody', 'TFoot')),
  eachElement('7.2-5', '7.2', table, inside('THead', 'Table')),
  eachElement('7.2-6', '7.2', table, inside('TBody', 'Table')),
  eachElement('7.2-7', '7.2', table, inside('TFoot', 'Table')),
  eachElement('7.2-8', '7.2', table, inside('TH', 'TR')),
  eachElement('7.2-9', '7.2', table, inside('TD', 'TR')),
  eachElement('7.2-10', '7.2', table, holdsOther('TR', 'TH', 'TD')),
  eachElement('7.2-11', '7.2', table, (element) => is(element, 'Table') && count(element, 'THead') > 1),
  eachElement('7.2-12', '7.2', table, (element) => is(element, 'Table') && count(element, 'TFoot') > 1),
  eachElement(
    '7.2-13',
    '7.2',
    table,
    (element) => is(element, 'Table') && count(element, 'TFoot') > 0 && count(element, 'TBody') === 0,
  ),
  eachElement(
    '7.2-14',
    '7.2',
    table,
    (element) => is(element, 'Table') && count(element, 'THead') > 0 && count(element, 'TBody') === 0,
  ),
  eachElement('7.2-15', '7.2', 'pdfua/table-grid', (element) => is(element, 'Table') && tableGrid(element).overlaps),
  eachElement('7.2-16', '7.2', table, captionBetween),
  eachElement('7.2-17', '7.2', list, inside('LI', 'L')),
  eachElement('7.2-18', '7.2', list, inside('LBody', 'LI')),
  eachElement('7.2-19', '7.2', list, holdsOther('L', 'L', 'LI', 'Caption')),
  eachElement('7.2-20', '7.2', list, holdsOther('LI', 'Lbl', 'LBody')),
  eachElement('7.2-26', '7.2', contents, inside('TOCI', 'TOC')),
  eachElement('7.2-27', '7.2', contents, holdsOther('TOC', 'TOC', 'TOCI', 'Caption')),
  eachElement('7.2-28', '7.2', contents, captionLater('TOC')),
  eachElement('7.2-36', '7.2', table, holdsOther('THead', 'TR')),
  eachElement('7.2-37', '7.2', table, holdsOther('TBody', 'TR')),
  eachElement('7.2-38', '7.2', table, holdsOther('TFoot', 'TR')),
  eachElement('7.2-39', '7.2', table, (element) => is(element, 'Table') && count(element, 'Caption') > 1),
  eachElement('7.2-40', '7.2', list, captionLater('L')),
  eachElement('7.2-42', '7.2', 'pdfua/table-grid', (element) => is(element, 'Table') && tableGrid(element).uneven),
  {
    id: '7.5-1',
    clause: 'ISO 14289-1 7.5',
    code: 'pdfua/header-cell',
    faults: ({ tree }) =>
      tree.elements
        .filter((element) => is(element, 'Table'))
        .flatMap(unheadedCells)
        .map(faultOf),
  },
]

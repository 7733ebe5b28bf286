/** In: the annotations of a file. Out: assertions that the tree, the keyboard and a screen reader reach them. */
import type { Assertion } from '../verdict/assertion.ts'
import type { Annotation, UaFile } from './read/file.ts'

/** An assertion on every annotation that can be met. */
const each = (
  id: string,
  code: Assertion<UaFile>['code'],
  fails: (annotation: Annotation) => boolean,
): Assertion<UaFile> => ({
  id,
  clause: `ISO 14289-1 ${id.replace(/-\d+$/, '')}`,
  code,
  faults: ({ annotations }) =>
    annotations
      .filter((annotation) => !annotation.unseen && fails(annotation))
      .map(({ page, type, contents }) => ({ page, facts: { type, text: contents } })),
})

const ownTag = new Set(['Link', 'Widget', 'PrinterMark'])

export const annotationAssertions: readonly Assertion<UaFile>[] = [
  each(
    '7.18.1-1',
    'pdfua/annotation-untagged',
    ({ type, element }) => !ownTag.has(type) && element?.standard !== 'Annot',
  ),
  each(
    '7.18.1-2',
    'pdfua/annotation-text',
    ({ type, contents, element }) =>
      type !== 'Widget' && type !== 'Link' && contents.trim() === '' && !element?.alt?.trim(),
  ),
  each('7.18.2-1', 'pdfua/annotation-untagged', ({ type }) => type === 'TrapNet'),
  {
    id: '7.18.3-1',
    clause: 'ISO 14289-1 7.18.3',
    code: 'pdfua/tab-order',
    faults: ({ annotations, objects: { pages, resolve } }) =>
      pages.flatMap((page, i) =>
        annotations.some((annotation) => annotation.page === i + 1) && resolve(page.get('Tabs')) !== '/S'
          ? [{ page: i + 1 }]
          : [],
      ),
  },
  each('7.18.5-1', 'pdfua/link-untagged', ({ type, element }) => type === 'Link' && element?.standard !== 'Link'),
  each('7.18.5-2', 'pdfua/link-text', ({ type, contents }) => type === 'Link' && contents.trim() === ''),
  each('7.18.8-1', 'pdfua/annotation-untagged', ({ type, element }) => type === 'PrinterMark' && element !== null),
]

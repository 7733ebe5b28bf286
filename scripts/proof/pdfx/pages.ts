/** In: a print file. Out: assertions X13–X18 and H1–H3, H10 on its pages as sheets: boxes, and nothing that only a screen needs. */
import { millimetresToPoints } from '../../model/type-area.ts'
import { isEmpty, meet } from '../pdf/matrix.ts'
import { type Box, boxOf } from '../pdf/objects.ts'
import { isList } from '../pdf/syntax.ts'
import type { Assertion, Fault } from '../verdict/assertion.ts'
import type { PrintFile, PrintPage } from './read/file.ts'

/** Points; the tolerance of our own files, far below what any press can hold. */
export const tolerance = 0.01

const near = (a: Box, b: Box): boolean => a.every((value, i) => Math.abs(value - b[i]!) <= tolerance)
export const inside = (inner: Box, outer: Box): boolean =>
  inner[0] >= outer[0] - tolerance &&
  inner[1] >= outer[1] - tolerance &&
  inner[2] <= outer[2] + tolerance &&
  inner[3] <= outer[3] + tolerance
export const grown = ([left, bottom, right, top]: Box, by: number): Box => [
  left - by,
  bottom - by,
  right + by,
  top + by,
]
const written = (box: Box | null): string =>
  box ? `${(box[2] - box[0]).toFixed(2)} × ${(box[3] - box[1]).toFixed(2)} pt` : '–'

const onPages = (pages: readonly PrintPage[], fault: (page: PrintPage) => Fault['facts'] | null): readonly Fault[] =>
  pages.flatMap((page) => {
    const facts = fault(page)
    return facts ? [{ page: page.number, facts }] : []
  })

const catalogScreen = ['StructTreeRoot', 'MarkInfo', 'Outlines', 'Dests', 'PageLabels'] as const
const pageScreen = ['StructParents', 'Tabs', 'Thumb', 'B'] as const

export const pageAssertions: readonly Assertion<PrintFile>[] = [
  {
    id: 'X13',
    clause: 'ISO 32000-1 14.11.2',
    code: 'pdfx/trim-missing',
    faults: ({ pages }) => onPages(pages, ({ trim, dict }) => (trim && !dict.has('ArtBox') ? null : {})),
  },
  {
    id: 'X14',
    clause: 'ISO 32000-1 14.11.2',
    code: 'pdfx/bleed-missing',
    faults: ({ pages }) => onPages(pages, ({ bleed }) => (bleed ? null : {})),
  },
  {
    id: 'X15',
    clause: 'ISO 32000-1 14.11.2',
    code: 'preflight/box-order',
    faults: ({ pages }) =>
      onPages(pages, ({ trim, bleed, crop, media }) => {
        const nested = [trim, bleed, crop, media].filter((box) => box !== null)
        return nested.every((box, i) => i === 0 || inside(nested[i - 1]!, box)) ? null : {}
      }),
  },
  {
    id: 'X16',
    clause: 'ISO 15930-7 6.17; ISO 32000-1 12.5',
    code: 'pdfx/annotation',
    faults: ({ objects, pages }) =>
      pages.flatMap(({ number, dict, bleed, media }) => {
        const list = objects.resolve(dict.get('Annots'))
        const all = isList(list) ? list.map((item) => objects.dict(item)) : []
        return all.flatMap((annotation) => {
          const kind = String(objects.resolve(annotation.get('Subtype')) ?? '').slice(1)
          const area = boxOf(objects, annotation, 'Rect')
          const sheet = bleed ?? media
          const harmless = kind === 'PrinterMark' || kind === 'TrapNet'
          const away = area !== null && sheet !== null && isEmpty(meet(area, sheet))
          return harmless || away ? [] : [{ page: number, facts: { kind } }]
        })
      }),
  },
  {
    id: 'X17',
    clause: 'ISO 15930-7 6.18; ISO 32000-1 12.6, 12.7',
    code: 'pdfx/action',
    faults: ({ catalog, census }) => [
      ...['OpenAction', 'AcroForm'].filter((key) => catalog.has(key)).map((key) => ({ facts: { key } })),
      ...census.dicts.filter(({ dict }) => dict.has('AA')).map(() => ({ facts: { key: 'AA' } })),
    ],
  },
  {
    id: 'X18',
    clause: 'ISO 15930-7 6.18, 6.26; ISO 32000-1 7.11.4, 12.6.4.16',
    code: 'pdfx/script',
    faults: ({ objects, census }) =>
      census.dicts.flatMap(({ dict }) => {
        const script = objects.resolve(dict.get('S')) === '/JavaScript' ? ['JavaScript'] : []
        const keys = ['JS', 'JavaScript', 'EmbeddedFiles', 'EF'].filter((key) => dict.has(key))
        return [...new Set([...script, ...keys])].map((key) => ({ facts: { key } }))
      }),
  },
  {
    id: 'H1',
    clause: 'kanben; ISO 32000-1 14.11.2',
    code: 'preflight/trim-box',
    faults({ issue, pages }) {
      const [width, height] = [issue.page.trim.width, issue.page.trim.height].map(millimetresToPoints) as [
        number,
        number,
      ]
      return onPages(pages, ({ trim }) => {
        const right = trim && near([trim[2] - trim[0], trim[3] - trim[1], 0, 0], [width, height, 0, 0])
        return right ? null : { found: written(trim), expected: written([0, 0, width, height]) }
      })
    },
  },
  {
    id: 'H2',
    clause: 'kanben; ISO 32000-1 14.11.2',
    code: 'preflight/bleed-box',
    faults({ issue, pages }) {
      const by = millimetresToPoints(issue.page.bleed)
      return onPages(pages, ({ trim, bleed }) => {
        const expected = trim && grown(trim, by)
        if (expected && bleed && near(bleed, expected)) return null
        return { found: written(bleed), expected: written(expected) }
      })
    },
  },
  {
    id: 'H3',
    clause: 'kanben; ISO 32000-1 14.11.2',
    code: 'pdfx/media',
    faults: ({ pages }) =>
      onPages(pages, ({ media }) => {
        const right = media !== null && media[0] === 0 && media[1] === 0
        return right ? null : { found: media ? media.map((value) => value.toFixed(2)).join(' ') : '–' }
      }),
  },
  {
    id: 'H10',
    clause: 'kanben; ISO 32000-1 14.7',
    code: 'pdfx/tags',
    faults: ({ catalog, pages }) => [
      ...catalogScreen.filter((key) => catalog.has(key)).map((key) => ({ facts: { key } })),
      ...pages.flatMap(({ number, dict }) =>
        pageScreen.filter((key) => dict.has(key)).map((key) => ({ page: number, facts: { key } })),
      ),
    ],
  },
  {
    id: 'H18',
    clause: 'kanben',
    code: 'pdfx/bleed-small',
    faults: ({ issue }) => (issue.page.bleed < 3 ? [{ facts: { bleed: issue.page.bleed } }] : []),
  },
]

/** In: a print file. Out: assertions X19–X32, H24 and H25 on its objects: colour spaces, states, fonts, streams, and what PDF/X-1a lacks. */

import type { Colour } from '../pdf/colour.ts'
import { makesTransparent } from '../pdf/graphics-state.ts'
import { isList, type PdfDict, type PdfValue } from '../pdf/syntax.ts'
import type { Assertion, Fault } from '../verdict/assertion.ts'
import { pictureNames } from './picture-names.ts'
import type { FoundDict } from './read/census.ts'
import { dictAt, faultAt, oncePerPage, type PrintFile } from './read/file.ts'

type Rule = Assertion<PrintFile>

const resolvedList = (file: PrintFile, value: PdfValue | undefined): readonly PdfValue[] => {
  const found = file.objects.resolve(value)
  return isList(found) ? found.map(file.objects.resolve) : found === null ? [] : [found]
}

/** A fault for every dictionary of which `facts` says something, once per page. */
const ofDicts =
  (facts: (found: FoundDict, file: PrintFile) => Fault['facts'] | null | false) =>
  (file: PrintFile): readonly Fault[] =>
    oncePerPage(
      file.census.dicts.flatMap((found) => {
        const said = facts(found, file)
        return said ? [faultAt(found.page, said)] : []
      }),
    )

const screenSpaces = new Set(['/DeviceRGB', '/CalRGB'])

/** Names of RGB spaces anywhere but as the alternate of a profile, and every RGB operator. */
function rgbFaults(file: PrintFile): readonly Fault[] {
  const { resolve } = file.objects
  const isScreen = (value: PdfValue): value is string => {
    const found = resolve(value)
    return typeof found === 'string' && screenSpaces.has(found)
  }
  const space = (value: PdfValue) => ({ space: String(resolve(value)).slice(1) })
  const named = file.census.dicts.flatMap(({ dict, page }) =>
    [...dict].filter(([key, value]) => key !== 'Alternate' && isScreen(value)).map(([, v]) => faultAt(page, space(v))),
  )
  const listed = file.census.lists.flatMap(({ list, page }) =>
    list.filter(isScreen).map((value) => faultAt(page, space(value))),
  )
  const used = [...file.pages, { number: undefined, spaces: file.unused }].flatMap(({ number, spaces }) =>
    [...spaces].some((s) => s.kind === 'device' && s.name === 'DeviceRGB')
      ? [faultAt(number, { space: 'DeviceRGB' })]
      : [],
  )
  return oncePerPage([...named, ...listed, ...used])
}

const isIcc = (file: PrintFile, list: readonly PdfValue[]): boolean => file.objects.resolve(list[0]) === '/ICCBased'

function isTransparent({ pages, images }: PrintFile, page: number): boolean {
  const { paints } = pages[page - 1]!
  return paints.some(({ transparent, image }) => transparent || (image && images.get(image)?.softMask))
}

/** Gradients that are in no inks, and pictures where the issue asks for inks: the press converts them as it likes. */
function leftToThePress(file: PrintFile): readonly Fault[] {
  const isLeft = ({ space }: Colour) => space.kind === 'cie' || (space.kind === 'icc' && space.components !== 4)
  const left = file.pages.flatMap(({ number, paints }) =>
    paints.filter(({ colour }) => isLeft(colour)).map((paint) => ({ number, paint })),
  )
  const gradients = left.flatMap(({ number, paint }) => (paint.kind === 'shading' ? [{ page: number }] : []))
  const pictures = file.issue.printing.images === 'icc' ? [] : left.filter(({ paint }) => paint.image !== undefined)
  const names = pictures.length > 0 ? pictureNames(file) : null
  const faults = pictures.flatMap(({ number, paint }): Fault[] => {
    const { image, colour } = paint
    const facts = file.images.get(image!)
    if (!facts) return []
    const { width, height } = facts
    const space = colour.space.kind === 'cie' ? colour.space.name : 'ICCBased'
    const told = { width, height, space, picture: names?.get(paint) ?? '' }
    return [{ page: number, code: 'preflight/picture-left', facts: told }]
  })
  return [...oncePerPage(gradients), ...faults]
}

/** The space in which a group is blended; `–` where it is none. */
function blendSpace(file: PrintFile, page: PdfDict): string {
  const group = dictAt(file.objects, page, 'Group')
  const [space] = resolvedList(file, group?.get('CS'))
  return space === undefined ? '–' : String(space).slice(1)
}

const transfers = ['TR', 'TR2', 'HTP', 'HTO'] as const

export const objectAssertions: readonly Rule[] = [
  {
    id: 'X19',
    clause: 'ISO 15930-7 6.4; ISO 32000-1 8.6',
    code: 'pdfx/rgb',
    faults: rgbFaults,
  },
  {
    id: 'X20',
    clause: 'ISO 15930-7 6.4; ISO 32000-1 8.6.5.5',
    code: 'pdfx/icc-inks',
    faults: (file) =>
      oncePerPage(
        file.census.lists
          .filter(({ list }) => isIcc(file, list) && file.objects.dict(list[1]).get('N') === 4)
          .map(({ page }) => faultAt(page)),
      ),
  },
  {
    id: 'X21',
    clause: 'ISO 15930-7 6.20; ISO 32000-1 10.4',
    code: 'pdfx/transfer',
    faults: ofDicts(({ dict }, { objects }) => {
      const key = transfers.find((k) => dict.has(k) && !(k === 'TR2' && objects.resolve(dict.get(k)) === '/Default'))
      // TR of a soft mask shapes opacity, not ink (11.6.5.3).
      return key && dict.get('S') !== '/Luminosity' && dict.get('S') !== '/Alpha' ? { key } : null
    }),
  },
  {
    id: 'X22',
    clause: 'ISO 15930-7 6.13; ISO 32000-1 11.4.7, 11.6.6',
    code: 'pdfx/blend-space',
    faults: (file) =>
      file.pages.flatMap(({ number, dict }) => {
        const space = blendSpace(file, dict)
        return isTransparent(file, number) && space !== 'DeviceCMYK' ? [{ page: number, facts: { space } }] : []
      }),
  },
  {
    id: 'X23',
    clause: 'ISO 15930-7 6.5; ISO 32000-1 9.9',
    code: 'preflight/font-not-embedded',
    faults: ofDicts(({ dict }, { objects }) => {
      const type = objects.resolve(dict.get('Type'))
      const kind = String(objects.resolve(dict.get('Subtype')))
      // A composite font is its descendant, the glyphs of a Type 3 font are content.
      const own = type === '/Font' && !['/Type0', '/Type3'].includes(kind)
      const descriptor = type === '/FontDescriptor' ? dict : own ? objects.dict(dict.get('FontDescriptor')) : null
      if (!descriptor || ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(key))) return null
      return { font: String(objects.resolve(dict.get('BaseFont') ?? dict.get('FontName')) ?? '').slice(1) || kind }
    }),
  },
  {
    id: 'X24',
    clause: 'ISO 15930-7 6.14; ISO 32000-1 7.3.8',
    code: 'pdfx/external',
    faults: ofDicts(({ stream }) => stream?.dict.has('F') && {}),
  },
  {
    id: 'X25',
    clause: 'ISO 15930-7 6.14; ISO 32000-1 7.4',
    code: 'pdfx/filter',
    faults: ofDicts(({ stream }, file) => {
      const forbidden =
        stream && resolvedList(file, stream.dict.get('Filter')).find((name) => /LZW|Crypt/.test(String(name)))
      return forbidden ? { filter: String(forbidden).slice(1) } : null
    }),
  },
  {
    id: 'X26',
    clause: 'ISO 15930-7 6.14; ISO 32000-1 14.11.7',
    code: 'pdfx/opi',
    faults: ofDicts(({ dict }) => dict.has('OPI') && {}),
  },
  {
    id: 'X27',
    clause: 'ISO 15930-7 6.14; ISO 32000-1 8.9.5.4',
    code: 'pdfx/alternates',
    faults: ofDicts(({ dict }) => dict.has('Alternates') && {}),
  },
  {
    id: 'X28',
    clause: 'ISO 15930-7 6.14; ISO 32000-1 8.10.4',
    code: 'pdfx/reference',
    faults: ofDicts(({ stream, dict }, { objects }) => stream && dictAt(objects, dict, 'Ref') && {}),
  },
  {
    id: 'X29',
    clause: 'ISO 15930-7 6.14; ISO 32000-1 8.8.2',
    code: 'pdfx/postscript',
    faults: ofDicts(({ stream, dict }, { objects }) => {
      const kinds = [dict.get('Subtype'), dict.get('Subtype2')].map((value) => objects.resolve(value))
      return stream !== null && (kinds.includes('/PS') || dict.has('PS')) && {}
    }),
  },
]

/** What makes something transparent in a dictionary (11.6): a group, a soft mask, a state. */
function transparencyKey({ dict, stream }: FoundDict, { objects }: PrintFile): string | null {
  const { resolve } = objects
  if (resolve(dict.get('S')) === '/Transparency') return 'Group'
  if (stream) return dict.has('SMask') || Number(resolve(dict.get('SMaskInData')) ?? 0) > 0 ? 'SMask' : null
  const isState = ['ca', 'CA', 'BM', 'SMask'].some((key) => dict.has(key))
  return isState && makesTransparent(objects, dict) ? 'ExtGState' : null
}

const independent = new Set(['/ICCBased', '/CalGray', '/CalRGB', '/Lab'])

/** What PDF 1.4 does not have, in a dictionary; null where nothing. */
function laterFeature({ dict, stream }: FoundDict, file: PrintFile): string | null {
  const { resolve } = file.objects
  if (dict.has('OCProperties')) return 'OCProperties'
  if (stream && resolvedList(file, dict.get('Filter')).includes('/JPXDecode')) return 'JPXDecode'
  if (stream && resolve(dict.get('BitsPerComponent')) === 16) return '16 bit'
  return resolve(dict.get('Type')) === '/ObjStm' ? 'ObjStm' : null
}

/** What PDF/X-4 allows, and some presses do not take as it is meant. */
export const x4Assertions: readonly Rule[] = [
  {
    id: 'H24',
    clause: 'kanben; ISO 32000-1 11',
    code: 'preflight/transparency',
    faults: (file) => file.pages.flatMap(({ number }) => (isTransparent(file, number) ? [{ page: number }] : [])),
  },
  {
    id: 'H25',
    clause: 'kanben; ISO 32000-1 8.6.5',
    code: 'preflight/gradient',
    faults: leftToThePress,
  },
]

/** Only of PDF/X-1a (ISO 15930-4), for which a file is made of less. */
export const x1aAssertions: readonly Rule[] = [
  {
    id: 'X30',
    clause: 'ISO 15930-4; ISO 32000-1 11',
    code: 'pdfx/transparency',
    faults: ofDicts((found, file) => {
      const key = transparencyKey(found, file)
      return key !== null && { key }
    }),
  },
  {
    id: 'X31',
    clause: 'ISO 15930-4; ISO 32000-1 8.6.5',
    code: 'pdfx/independent-colour',
    faults: (file) =>
      oncePerPage(
        file.census.lists.flatMap(({ list, page }) => {
          const space = file.objects.resolve(list[0])
          return typeof space === 'string' && independent.has(space) ? [faultAt(page, { space: space.slice(1) })] : []
        }),
      ),
  },
  {
    id: 'X32',
    clause: 'ISO 15930-4; ISO 32000-1 7.5.7, 7.5.8',
    code: 'pdfx/later-feature',
    faults: (file) => {
      const { entries, trailer } = file.objects
      const compressed = [...entries.values()].some(({ kind }) => kind === 'compressed')
      const features = [
        ...(compressed ? ['ObjStm'] : []),
        ...(trailer.get('Type') === '/XRef' ? ['XRef'] : []),
        ...file.census.dicts.flatMap((found) => laterFeature(found, file) ?? []),
      ]
      return [...new Set(features)].map((feature) => ({ facts: { feature } }))
    },
  },
]

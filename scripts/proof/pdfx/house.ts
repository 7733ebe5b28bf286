/** In: a print file. Out: house assertions on ink and on the file itself: H4–H7, H9, H14–H17. */

import { chroma, type Inks, inksOf, isProcessGrey, isRegistration, total } from '../pdf/colour.ts'
import { isEmpty, meet } from '../pdf/matrix.ts'
import { PdfRef } from '../pdf/syntax.ts'
import type { Assertion, Fault } from '../verdict/assertion.ts'
import { embeddedProfile } from './claims.ts'
import { dataOf, faultAt, oncePerPage, type PrintFile, type PrintPage } from './read/file.ts'
import type { Paint } from './read/paint.ts'

type Rule = Assertion<PrintFile>

const percent = (share: number): number => Math.round(share * 100)
export const writtenInks = (inks: Inks | null): string =>
  inks ? inks.map((ink, i) => `${'CMYK'[i]} ${percent(ink)}`).join(' ') : 'RGB'

/** Whether anything of it can be seen up to the bleed; what lies outside is for the press. */
export const isArtwork = ({ bleed }: PrintPage, { box, clip }: Paint): boolean =>
  bleed !== null && !isEmpty(meet(meet(box, clip), bleed))

/** Half a step of 8 bits for each ink, and what rounding adds. */
const inkTolerance = 0.012

function inkFaults(file: PrintFile): readonly Fault[] {
  const limit = file.issue.printing.inkLimit
  const above = (ink: number) => ink > limit / 100 + inkTolerance
  const colours = file.pages.flatMap((page) =>
    page.paints.flatMap((paint) => {
      const inks = inksOf(paint.colour)
      if (!inks || !above(total(inks)) || !isArtwork(page, paint)) return []
      return [
        { page: page.number, facts: { of: 'colour', inks: writtenInks(inks), found: percent(total(inks)), limit } },
      ]
    }),
  )
  const images = [...file.images.values()].flatMap(({ page, ink }) =>
    ink !== null && above(ink) ? [{ page, facts: { of: 'picture', found: percent(ink), limit } }] : [],
  )
  return [...oncePerPage(colours), ...oncePerPage(images)]
}

const blackest = 0.85

/** Black with other inks below it. */
export const isRichBlack = (inks: Inks): boolean => inks[3] > blackest && chroma(inks) > 0

function richBlack(page: PrintPage): readonly Fault[] {
  return page.paints.flatMap((paint) => {
    if (paint.kind !== 'text' || !isArtwork(page, paint)) return []
    const inks = inksOf(paint.colour)
    return inks === null || isRichBlack(inks) ? [{ page: page.number, facts: { inks: writtenInks(inks) } }] : []
  })
}

/** On a page whose colours are all neutral, the first that is not made of black alone. */
function processGrey(file: PrintFile, page: PrintPage): readonly Fault[] {
  const artwork = page.paints.filter((paint) => isArtwork(page, paint) && !isRegistration(paint.colour))
  const pictured = artwork.some(({ kind, image }) => {
    const space = image && file.images.get(image)?.space
    return kind === 'shading' || (space && !(space.kind === 'device' && space.name === 'DeviceGray'))
  })
  if (pictured) return []
  const inks = artwork.filter(({ kind }) => kind !== 'image').map(({ colour }) => inksOf(colour))
  if (inks.some((ink) => ink === null || (chroma(ink) > 0 && !isProcessGrey(ink)))) return []
  const grey = inks.find((ink) => ink && chroma(ink) > 0)
  return grey ? [{ page: page.number, facts: { inks: writtenInks(grey) } }] : []
}

/** Objects that the cross-reference places where they are not, and streams whose end is not where their length says. */
function misplaced({ objects }: PrintFile): readonly Fault[] {
  const at = (from: number, length: number) =>
    Buffer.from(objects.bytes.subarray(from, from + length)).toString('latin1')
  return [...objects.entries].flatMap(([number, entry]) => {
    if (entry.kind !== 'plain') return []
    const right = new RegExp(`^${number}\\s+\\d+\\s+obj\\b`).test(at(entry.offset, 32))
    return right ? [] : [{ facts: { reason: `${number} 0 obj, xref ${entry.offset}` } }]
  })
}

function damages(file: PrintFile): readonly Fault[] {
  const { objects, census } = file
  const broken = census.dicts.flatMap(({ stream, number }) => {
    const filter = stream && objects.resolve(stream.dict.get('Filter'))
    const isData =
      stream &&
      !file.seen.has(stream) &&
      filter === '/FlateDecode' &&
      objects.resolve(stream.dict.get('Subtype')) !== '/Image'
    return isData && dataOf(objects, stream) === null ? [{ facts: { reason: `${number} 0 obj, FlateDecode` } }] : []
  })
  const missing = [...census.reached].filter((number) => !objects.entries.has(number))
  const dangling = missing.map((number) => ({ facts: { reason: `${number} 0 R` } }))
  return [...misplaced(file), ...broken, ...dangling, ...file.unreadable]
}

/** Containers of other objects, which nothing refers to (7.5.7, 7.5.8). */
const isContainer = ({ objects }: PrintFile, number: number): boolean => {
  const type = objects.dict(new PdfRef(number)).get('Type')
  return type === '/ObjStm' || type === '/XRef'
}

export const houseAssertions: readonly Rule[] = [
  {
    id: 'H4',
    clause: 'kanben; ISO 32000-1 9.6.5',
    code: 'preflight/type3-font',
    faults: ({ census, objects }) =>
      census.dicts
        .filter(({ dict }) => objects.resolve(dict.get('Subtype')) === '/Type3')
        .map(({ dict, page }) =>
          faultAt(page, { font: String(objects.resolve(dict.get('Name')) ?? '/Type3').slice(1) }),
        ),
  },
  {
    id: 'H5',
    clause: 'kanben; ISO 12647-2 4.3.2.6',
    code: 'pdfx/ink-limit',
    faults: inkFaults,
  },
  {
    id: 'H6',
    clause: 'kanben',
    code: 'pdfx/rich-black',
    faults: ({ pages }) => oncePerPage(pages.flatMap(richBlack)),
  },
  {
    id: 'H7',
    clause: 'kanben',
    code: 'pdfx/four-colour-grey',
    faults: (file) => file.pages.flatMap((page) => processGrey(file, page)),
  },
  {
    id: 'H9',
    clause: 'kanben; ISO 32000-1 7.5.4',
    code: 'pdfx/unreachable',
    faults(file) {
      const numbers = [...file.objects.entries.keys()].filter(
        (n) => !file.census.reached.has(n) && !isContainer(file, n),
      )
      const shown = numbers.slice(0, 5).join('、')
      return numbers.length > 0 ? [{ facts: { count: numbers.length, numbers: shown } }] : []
    },
  },
  {
    id: 'H14',
    clause: 'kanben; ISO 32000-1 7.3.8, 7.5.4',
    code: 'pdfx/damaged',
    faults: damages,
  },
  {
    id: 'H15',
    clause: 'kanben; ISO 32000-1 7.8.2, 8.4.2',
    code: 'pdfx/content',
    faults: ({ pages }) =>
      pages.flatMap(({ number, problems }) =>
        problems.length > 0 ? [{ page: number, facts: { reason: problems.slice(0, 5).join('; ') } }] : [],
      ),
  },
  {
    id: 'H16',
    clause: 'kanben; ISO 32000-1 7.4.8, 8.9.5',
    code: 'pdfx/jpeg',
    faults: ({ images }) =>
      [...images.values()].flatMap(({ page, disagrees }) =>
        disagrees ? [{ page, facts: { reason: disagrees } }] : [],
      ),
  },
  {
    id: 'H17',
    clause: 'kanben; ISO 32000-1 14.11.5',
    code: 'pdfx/profile-differs',
    faults(file) {
      const given = file.issue.printing.condition.profile
      const profile = embeddedProfile(file)
      const bytes = profile && dataOf(file.objects, profile)
      return given && bytes && Buffer.compare(bytes, given) !== 0 ? [{}] : []
    },
  },
]

/** In: a print file. Out: house assertions H8 and H20–H23 on what every press takes but none prints well. */
import { type Ink, themeInks } from '../../model/inks.ts'
import { inksOf, isRegistration, total } from '../pdf/colour.ts'
import { meet } from '../pdf/matrix.ts'
import type { Box } from '../pdf/objects.ts'
import type { Assertion, Fault } from '../verdict/assertion.ts'
import { isArtwork, isRichBlack, writtenInks } from './house.ts'
import { pictureNames } from './picture-names.ts'
import type { PrintFile, PrintImage, PrintPage } from './read/file.ts'
import type { Paint } from './read/paint.ts'

/** Rules of prepress that every printing house asks for; tolerances are what CSS pixels and rounding may take away. */
const limits = {
  /** Pixels per inch of a picture; of line art; below which one sees the pixels. Two percent less pass. */
  picture: { ppi: 300, coarse: 150, lineArt: 600, tolerance: 0.98 },
  /** Points. */
  hairline: { width: 0.25, tolerance: 0.005 },
  /** Points: rich black lines up to so thin show that the plates do not meet. */
  thinLine: 1,
  /** Points of type in the colour of the paper on ink. */
  reversedType: 7,
  /** Points of type in more than two inks: a shift between plates shows. */
  manyInksType: 9,
} as const

/** All inks together of what still looks like paper, and of what type can be reversed out of; shares. */
const paperInk = 0.15
const groundInk = 0.25
/** Ink of which more than so much prints counts as one that has to register. */
const registers = 0.1

const rounded = (value: number): number => Number(value.toFixed(2))

interface Placed {
  readonly page: number
  readonly paint: Paint
  readonly image: PrintImage
  /** Pixels per inch in the coarser direction. */
  readonly ppi: number
  /** Points. */
  readonly size: { readonly width: number; readonly height: number }
}

/** On each page each picture once, where it is coarsest. */
function resolutions(file: PrintFile): readonly Fault[] {
  const placed = file.pages.flatMap(({ number, paints }) =>
    paints.flatMap((paint): Placed[] => {
      const { image: stream, size } = paint
      const image = stream && file.images.get(stream)
      if (!image || !size || size.width === 0 || size.height === 0) return []
      const ppi = 72 * Math.min(image.width / size.width, image.height / size.height)
      return [{ page: number, paint, image, ppi, size }]
    }),
  )
  const names = pictureNames(file)
  return placed.flatMap((one) => {
    const same = placed.filter(({ page, image }) => page === one.page && image === one.image)
    const coarsest = same.reduce((worst, other) => (other.ppi < worst.ppi ? other : worst))
    return coarsest === one ? resolution(one, names.get(one.paint) ?? '') : []
  })
}

function resolution({ page, image, ppi, size }: Placed, picture: string): readonly Fault[] {
  const { coarse, lineArt, tolerance, ppi: usual } = limits.picture
  const fine = image.lineArt && ppi >= usual * tolerance
  const least = fine ? lineArt : usual
  if (ppi >= least * tolerance) return []
  const millimetres = (points: number) => Math.round((points / 72) * 25.4)
  const needed = (points: number) => Math.ceil((points / 72) * least)
  const facts = {
    picture,
    ppi: Math.floor(ppi),
    least,
    width: millimetres(size.width),
    height: millimetres(size.height),
    needWidth: needed(size.width),
    needHeight: needed(size.height),
  }
  const finer = fine ? 'printing/line-art-resolution' : 'printing/picture-resolution'
  return [{ page, code: ppi < coarse ? 'printing/picture-coarse' : finer, facts }]
}

/** Lines of more than a point in an ink, drawn or filled. */
const linesOf = (page: PrintPage): readonly Paint[] =>
  page.paints.filter((paint) => {
    if ((paint.kind !== 'stroke' && paint.kind !== 'fill') || !isArtwork(page, paint)) return false
    const [left, bottom, right, top] = meet(paint.box, paint.clip)
    const inks = inksOf(paint.colour)
    // A filled area of no width is no line: nothing prints of it.
    const prints = paint.kind === 'stroke' || paint.weight > 0
    return prints && Math.max(right - left, top - bottom) > 1 && !(inks && total(inks) === 0)
  })

function hairlines(page: PrintPage): readonly Fault[] {
  const { width: least, tolerance } = limits.hairline
  const thin = linesOf(page).filter(({ weight }) => weight < least - tolerance)
  const width = rounded(Math.min(...thin.map(({ weight }) => weight)))
  return thin.length > 0 ? [{ page: page.number, facts: { count: thin.length, width, least } }] : []
}

function richBlackLine(page: PrintPage): readonly Fault[] {
  const inks = linesOf(page)
    .filter(({ weight, colour }) => weight <= limits.thinLine && !isRegistration(colour))
    .map(({ colour }) => inksOf(colour))
    .find((ink) => ink && isRichBlack(ink))
  return inks ? [{ page: page.number, facts: { inks: writtenInks(inks) } }] : []
}

interface SmallType {
  readonly size: number
  readonly inks: Ink
  /** Whether it stands on ink. */
  readonly onInk: boolean
}

/** Type of less than the least size that any rule here asks for, each string on what was painted below it last. */
function smallType(page: PrintPage): readonly SmallType[] {
  const found: SmallType[] = []
  const grounds: { readonly box: Box; readonly inked: boolean }[] = []
  for (const paint of page.paints) {
    const { kind, em: size, box } = paint
    const inks = inksOf(paint.colour)
    if (kind === 'text') {
      if (!inks || size === undefined || size >= limits.manyInksType || !isArtwork(page, paint)) continue
      // In the middle of the first character.
      const [x, y] = [box[0] + size * 0.3, box[1] + size * 0.35]
      const ground = grounds.findLast(({ box: b }) => x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3])
      found.push({ size, inks, onInk: ground?.inked ?? false })
    } else if (kind !== 'stroke') {
      const inked = kind !== 'fill' || !inks || total(inks) >= groundInk
      grounds.push({ box: meet(box, paint.clip), inked })
    }
  }
  return found
}

const smallest = (all: readonly SmallType[]): SmallType | undefined => all.toSorted((a, b) => a.size - b.size)[0]

function reversedType(page: PrintPage): readonly Fault[] {
  const { reversedType: least } = limits
  const found = smallest(
    smallType(page).filter(({ size, inks, onInk }) => size < least && onInk && total(inks) <= paperInk),
  )
  return found ? [{ page: page.number, facts: { size: rounded(found.size), least } }] : []
}

/** The colours of the themes are chosen for their small type. */
const isChosen = (inks: Ink): boolean =>
  themeInks.some(({ ink }) => ink.every((share, i) => Math.abs(share - inks[i]!) < 0.001))

function manyInks(page: PrintPage): readonly Fault[] {
  const found = smallest(
    smallType(page).filter(
      ({ inks }) => inks.filter((share) => share > registers).length > 2 && !isRichBlack(inks) && !isChosen(inks),
    ),
  )
  const facts = found && { size: rounded(found.size), inks: writtenInks(found.inks), least: limits.manyInksType }
  return facts ? [{ page: page.number, facts }] : []
}

const onEach =
  (rule: (page: PrintPage) => readonly Fault[]) =>
  ({ pages }: PrintFile): readonly Fault[] =>
    pages.flatMap(rule)

export const qualityAssertions: readonly Assertion<PrintFile>[] = [
  { id: 'H8', clause: 'kanben', code: 'printing/picture-resolution', faults: resolutions },
  { id: 'H20', clause: 'kanben', code: 'printing/hairline', faults: onEach(hairlines) },
  { id: 'H21', clause: 'kanben', code: 'printing/rich-black-line', faults: onEach(richBlackLine) },
  { id: 'H22', clause: 'kanben', code: 'printing/reversed-type', faults: onEach(reversedType) },
  { id: 'H23', clause: 'kanben', code: 'printing/small-type-inks', faults: onEach(manyInks) },
]

/** In: a print file. Out: house assertions H11–H13 on what stands outside of the bleed and on what overprints. */

import { chroma, inksOf, isRegistration } from '../pdf/colour.ts'
import { isEmpty, meet } from '../pdf/matrix.ts'
import type { Box } from '../pdf/objects.ts'
import type { Assertion, Fault } from '../verdict/assertion.ts'
import { isArtwork, writtenInks } from './house.ts'
import { inside, tolerance } from './pages.ts'
import { oncePerPage, type PrintFile, type PrintPage } from './read/file.ts'

type Rule = Assertion<PrintFile>

/** What is neither clipped to the bleed nor a mark: marks are letters, lines and areas in inks that stay clear of the bleed. */
function strays(page: PrintPage): readonly Fault[] {
  const { bleed, media, number } = page
  if (!bleed || !media) return []
  return page.paints.flatMap((paint) => {
    const seen = paint.kind === 'text' ? paint.box : meet(paint.box, paint.clip)
    if (inside(paint.clip, bleed) || isEmpty(seen) || inside(seen, bleed)) return []
    const isMark = ['text', 'fill', 'stroke'].includes(paint.kind) && inksOf(paint.colour) !== null
    const clear = isEmpty(meet(seen, shrunk(bleed)))
    if (isMark && clear && inside(seen, media)) return []
    return [{ page: number, facts: { kind: paint.kind } }]
  })
}

const shrunk = ([left, bottom, right, top]: Box): Box => [
  left + tolerance,
  bottom + tolerance,
  right - tolerance,
  top - tolerance,
]

/** Black type that does not leave the inks below it standing (8.6.7); only of DeviceCMYK does OPM 1 keep them. */
function knocksOut(page: PrintPage): readonly Fault[] {
  return page.paints.flatMap((paint) => {
    if (paint.kind !== 'text' || !isArtwork(page, paint)) return []
    const { colour, overprint, overprintMode } = paint
    const inks = inksOf(colour)
    if (!inks || inks[3] < 1 || chroma(inks) > 0) return []
    const isInk = colour.space.kind === 'device' && colour.space.name === 'DeviceCMYK'
    return isInk && overprint && overprintMode === 1 ? [] : [{ page: page.number }]
  })
}

/** Anything but full black that overprints: white would vanish, a colour mix with what is below. */
function overprints(page: PrintPage): readonly Fault[] {
  return page.paints.flatMap((paint) => {
    if (!paint.overprint || isRegistration(paint.colour) || !isArtwork(page, paint)) return []
    const inks = paint.kind === 'image' || paint.kind === 'shading' ? null : inksOf(paint.colour)
    if (inks && inks[3] >= 1 && chroma(inks) === 0) return []
    return [{ page: page.number, facts: { inks: writtenInks(inks) } }]
  })
}

const corners = [
  ['bottom-left', 0, 1],
  ['bottom-right', 2, 1],
  ['top-left', 0, 3],
  ['top-right', 2, 3],
] as const

/** Corners of the trim at which there are not two lines in all inks, in line with its edges and outside of the bleed. */
function unmarked({ number, trim, bleed, media, paints }: PrintPage): readonly Fault[] {
  if (!trim || !bleed || !media) return []
  const lines = paints
    .filter(({ kind, colour }) => (kind === 'stroke' || kind === 'fill') && isRegistration(colour))
    .map(({ box, clip }) => (inside(box, clip) ? box : meet(box, clip)))
    .filter((box) => !isEmpty(box) && isEmpty(meet(box, shrunk(bleed))) && inside(box, media))
  const onEdge = (low: number, high: number, edge: number) =>
    Math.abs((low + high) / 2 - edge) <= tolerance && high - low <= 1
  return corners.flatMap(([corner, x, y]) => {
    const beyond = (low: number, high: number, side: 0 | 1 | 2 | 3) =>
      side < 2 ? high <= bleed[side] + tolerance : low >= bleed[side] - tolerance
    const upright = lines.some((b) => onEdge(b[0], b[2], trim[x]) && beyond(b[1], b[3], y) && b[3] - b[1] > 1)
    const level = lines.some((b) => onEdge(b[1], b[3], trim[y]) && beyond(b[0], b[2], x) && b[2] - b[0] > 1)
    return upright && level ? [] : [{ page: number, facts: { corner } }]
  })
}

export const markAssertions: readonly Rule[] = [
  {
    id: 'H11',
    clause: 'kanben; ISO 32000-1 14.11.2',
    code: 'pdfx/outside-bleed',
    faults: ({ pages }) => oncePerPage(pages.flatMap(strays)),
  },
  {
    id: 'H12',
    clause: 'kanben; ISO 32000-1 8.6.7',
    code: 'pdfx/black-knocks-out',
    faults: ({ pages }) => oncePerPage(pages.flatMap(knocksOut)),
  },
  {
    id: 'H19',
    clause: 'kanben; ISO 32000-1 8.6.7',
    code: 'pdfx/overprint',
    faults: ({ pages }) => oncePerPage(pages.flatMap(overprints)),
  },
  {
    id: 'H13',
    clause: 'kanben; ISO 32000-1 14.11.3',
    code: 'pdfx/marks',
    faults: ({ pages }) => oncePerPage(pages.flatMap(unmarked)),
  },
]

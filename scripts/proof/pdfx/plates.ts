/** In: the finished print edition. Out: the plates that each of its pages needs, for the job sheet. */
import type { Plate } from '../../model/job.ts'
import { inksOf } from '../pdf/colour.ts'
import { isArtwork } from './house.ts'
import type { PrintFile } from './read/file.ts'
import type { Paint } from './read/paint.ts'

const all: readonly Plate[] = ['C', 'M', 'Y', 'K']

/** Colours that are no inks may need any plate, and so may gradients and pictures of which the inks cannot be told. */
function inksOfPaint({ images }: PrintFile, { kind, colour, image }: Paint): readonly number[] | null {
  if (kind === 'shading') return null
  const isGrey = colour.space.kind === 'device' && colour.space.name === 'DeviceGray'
  return kind === 'image' && !isGrey ? (images.get(image!)?.inks ?? null) : inksOf(colour)
}

/** For each page in order, the plates that print inside its bleed; marks in the slug do not count. */
export function platesOf(file: PrintFile): readonly (readonly Plate[])[] {
  return file.pages.map((page) => {
    const painted = page.paints.filter((paint) => isArtwork(page, paint)).map((paint) => inksOfPaint(file, paint))
    return all.filter((_, i) => painted.some((inks) => !inks || inks[i]! > 0))
  })
}

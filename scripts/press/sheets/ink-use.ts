/** In: the finished print edition. Out: the plates that each of its pages needs, for the job sheet. */
import { type PDFDict, type PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'
import type { Ink } from '../../model/inks.ts'
import type { Plate } from '../../model/job.ts'
import { firstNameAt, openPdf, streamText } from '../pdf/document.ts'
import { displayList } from '../print/paint/display-list.ts'
import type { PageObject } from '../print/paint/page-objects.ts'
import { boxOf } from './press-sheet.ts'

const all: readonly Plate[] = ['C', 'M', 'Y', 'K']

const platesOf = (ink: Ink): readonly Plate[] => all.filter((_, i) => ink[i]! > 0)

const oneInk = new Set(['DeviceGray', 'CalGray'])

/** Pixels of four inks: the plates that are not blank throughout. */
function platesOfPixels(pixels: string): readonly Plate[] {
  const used = [false, false, false, false]
  for (let i = 0; i < pixels.length; i++) if (pixels.charCodeAt(i) > 0) used[i % 4] = true
  return all.filter((_, i) => used[i])
}

/** Colours that are no inks may need any plate, and so may a picture whose pixels cannot be looked at here. */
function platesOfMark(mark: PageObject, pictures: ReadonlyMap<PDFDict, readonly Plate[]>): readonly Plate[] {
  if (mark.kind === 'group') return []
  if (mark.kind === 'picture') return pictures.get(mark.picture) ?? all
  return mark.ink ? platesOf(mark.ink) : all
}

/** By dictionary: pictures of which can be said that they need less than four plates. */
function knownPictures(document: PDFDocument): ReadonlyMap<PDFDict, readonly Plate[]> {
  const known = new Map<PDFDict, readonly Plate[]>()
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    const space = firstNameAt(object.dict, 'ColorSpace')
    const plain = [undefined, 'FlateDecode'].includes(firstNameAt(object.dict, 'Filter'))
    if (space !== undefined && oneInk.has(space)) known.set(object.dict, ['K'])
    else if (space === 'DeviceCMYK' && plain) known.set(object.dict, platesOfPixels(streamText(object)))
  }
  return known
}

/** For each page in order, the plates that print inside its bleed; marks in the slug do not count. */
export async function inkUse(print: Uint8Array): Promise<readonly (readonly Plate[])[]> {
  const document = await openPdf(print)
  const pictures = knownPictures(document)
  const bleeds = document.getPages().map((page) => boxOf(page, 'BleedBox'))
  const used = bleeds.map(() => new Set<Plate>())
  for (const mark of displayList(document)) {
    const bleed = bleeds[mark.page - 1]!
    const [left, bottom, right, top] = mark.box
    const hidden = left >= right || bottom >= top
    const outside = right <= bleed[0] || left >= bleed[2] || top <= bleed[1] || bottom >= bleed[3]
    if (hidden || outside) continue
    for (const plate of platesOfMark(mark, pictures)) used[mark.page - 1]!.add(plate)
  }
  return used.map((plates) => all.filter((plate) => plates.has(plate)))
}

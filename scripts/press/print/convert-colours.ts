/** In: a document with the RGB colours of the browser. Out: the same document in printing inks, and what was converted. */
import { type PDFDict, type PDFDocument, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib'
import type { Ink, InkRow } from '../../model/inks.ts'
import type { Resource } from '../../model/manuscript.ts'
import type { Printing } from '../../model/printing.ts'
import { type ContentStream, contentStreams, dictAt, name, nameAt } from '../pdf/document.ts'
import { common, isEmpty } from '../pdf/geometry.ts'
import { type ColourEngine, openColourEngine, outputProfile } from './colour/colour-engine.ts'
import { inGreys, inInks } from './colour/colour-operators.ts'
import { convertGradient, type GradientInks, greyGradient } from './colour/gradients.ts'
import { css, type Mix, type MixedInk, mixer, type Rgb, totalInk } from './colour/ink.ts'
import { displayList } from './paint/display-list.ts'
import type { GroupObject, PageObject } from './paint/page-objects.ts'
import { blends } from './paint/transparency.ts'
import { convertPictures, type PrintedPicture } from './pictures/convert.ts'
import { srgbProfile } from './pictures/files.ts'
import { sourceOf } from './pictures/source.ts'

/** A colour that was not printed by its own row or a tint of black. */
export interface PrintedColour {
  /** `#rrggbb`. */
  readonly rgb: string
  readonly ink: Ink
  /** Percent of all inks before the limit. */
  readonly total: number
  readonly pages: readonly number[]
}

/** What was converted, what of it was reduced, and what could not be. */
export interface ColourReport {
  /** False where the printing house's profile cannot be read, and the one for this kind of paper was used in its place. */
  readonly profileUsable: boolean
  readonly colours: readonly PrintedColour[]
  readonly pictures: readonly PrintedPicture[]
}

export interface ColourOptions {
  readonly inks: readonly InkRow[]
  readonly printing: Printing
  /** The pictures: they name what is converted, and those that came in inks are printed in them. */
  readonly pictures?: readonly Resource[]
}

const entries = (resources: PDFDict, kind: string): PDFDict[] => {
  const group = dictAt(resources, kind)
  return (group?.keys() ?? []).flatMap((key) => dictAt(group!, key.decodeText()) ?? [])
}

/** Colour operators of every content stream. */
function convertContent(all: readonly ContentStream[], mix: Mix): PrintedColour[] {
  const colours = new Map<string, { rgb: Rgb; mixed: MixedInk; pages: Set<number> }>()
  for (const { page, content, mask, setContent } of all) {
    const ink = (rgb: Rgb): Ink => {
      const mixed = mix(rgb)
      if (mixed.by === 'engine') {
        const known = colours.get(css(rgb)) ?? { rgb, mixed, pages: new Set() }
        colours.set(css(rgb), known)
        known.pages.add(page + 1)
      }
      return mixed.ink
    }
    const converted = mask ? inGreys(content) : inInks(content, ink)
    if (converted !== content) setContent(converted)
  }
  return [...colours].map(([rgb, { mixed, pages }]) => ({
    rgb,
    ink: mixed.ink,
    total: mixed.reducedFrom ?? Math.round(totalInk(mixed.ink)),
    pages: [...pages].sort((a, b) => a - b),
  }))
}

function convertGradients(all: readonly ContentStream[], inks: GradientInks): void {
  const seen = new Set<PDFDict>()
  for (const { resources, mask } of all) {
    const patterns = entries(resources, 'Pattern').flatMap((pattern) => dictAt(pattern, 'Shading') ?? [])
    for (const shading of [...patterns, ...entries(resources, 'Shading')]) {
      if (seen.has(shading)) continue
      seen.add(shading)
      if (mask) greyGradient(shading)
      else convertGradient(shading, inks)
    }
  }
}

/** Whether nothing with ink lies beneath a picture, wherever it is painted. */
function onPaper(marks: readonly PageObject[], picture: PDFDict): boolean {
  const inked = (mark: PageObject) =>
    mark.kind === 'picture' || (mark.kind !== 'group' && (!mark.ink || totalInk(mark.ink) > 0))
  return marks.every((mark, i) => {
    if (mark.kind !== 'picture' || mark.picture !== picture) return true
    const beneath = (below: PageObject) =>
      below.page === mark.page && inked(below) && !isEmpty(common(below.box, mark.box))
    return mark.opaque && !marks.slice(0, i).some(beneath)
  })
}

const isRgb = (group: PDFDict): boolean => nameAt(group, 'CS') === 'DeviceRGB'

/** Pages on which something shines through, judged after pictures lost the masks that they do not need. */
function transparentPages(all: readonly ContentStream[]): number[] {
  const pages = all.filter(
    ({ resources, mask }) =>
      mask ||
      entries(resources, 'ExtGState').some(blends) ||
      entries(resources, 'XObject').some((object) => dictAt(object, 'SMask')),
  )
  return [...new Set(pages.map(({ page }) => page + 1))].sort((a, b) => a - b)
}

/** A group in which and under which all is opaque paints what its content paints; others blend in inks, masks in greys. */
function settleGroups(
  all: readonly ContentStream[],
  groups: readonly GroupObject[],
  transparent: readonly number[],
): void {
  for (const { resources, mask } of all) {
    for (const object of entries(resources, 'XObject')) {
      const group = dictAt(object, 'Group')
      if (group && isRgb(group)) group.set(name('CS'), name(mask ? 'DeviceGray' : 'DeviceCMYK'))
    }
    for (const state of entries(resources, 'ExtGState')) {
      const mask = dictAt(state, 'SMask')
      const group = mask && dictAt(mask, 'G') && dictAt(dictAt(mask, 'G')!, 'Group')
      if (group && isRgb(group)) group.set(name('CS'), name('DeviceGray'))
    }
  }
  const needed = new Set(groups.filter(({ page }) => transparent.includes(page)).map(({ group }) => group))
  for (const { group } of groups) if (!needed.has(group)) group.delete(name('Group'))
}

/** The engine of the condition, or that of its kind of paper where the printing house's profile is none of CMYK. */
async function engineFor(printing: Printing): Promise<{ engine: ColourEngine; profileUsable: boolean }> {
  const { condition } = printing
  const own = await openColourEngine(await outputProfile(condition))
  if (own) return { engine: own, profileUsable: true }
  const usual = await openColourEngine(await outputProfile({ ...condition, profile: null }))
  if (!usual) throw new Error(`the profile for ${condition.paper} paper is no profile of CMYK`)
  return { engine: usual, profileUsable: false }
}

/**
 * Puts every colour, picture and gradient into the inks of the printing condition.
 * Conversion in this order: the table of inks; neutral colours as tints of black; anything else by the colour engine.
 */
export async function convertColours(document: PDFDocument, options: ColourOptions): Promise<ColourReport> {
  const { context } = document
  const { printing, inks: table } = options
  const { inkLimit, standard } = printing
  const { engine, profileUsable } = await engineFor(printing)
  const profile = await srgbProfile()
  let space: PDFObject | undefined
  const srgb = (): PDFObject => {
    const dict = context.obj({ N: 3, Length: profile.length }) as PDFDict
    space ??= context.obj(['ICCBased', context.register(PDFRawStream.of(dict, profile))])
    return space
  }
  try {
    const before = [...contentStreams(document)]
    const mix = mixer(table, (rgb) => engine.inks(rgb), inkLimit)
    const colours = convertContent(before, mix)
    convertGradients(before, { table, convert: (rgb) => engine.inks(rgb), inkLimit, srgb })
    const marks = [...displayList(document)]
    const pictures = await convertPictures(document, {
      engine,
      inkLimit,
      into: standard === 'x-1a' ? 'cmyk' : printing.images,
      srgb,
      onPaper: (picture) => onPaper(marks, picture),
      source: (stream) => sourceOf(stream, options.pictures ?? []),
    })
    const after = [...contentStreams(document)]
    const groups = marks.filter((mark): mark is GroupObject => mark.kind === 'group')
    settleGroups(after, groups, transparentPages(after))
    return { profileUsable, colours, pictures }
  } finally {
    engine.close()
  }
}

/**
 * In: a document with the RGB colours of the browser. Out: the same document in printing inks, and a report of what a printing
 * house would ask about.
 */
import { PDFArray, type PDFDict, type PDFDocument, PDFStream } from '@cantoo/pdf-lib'
import type { Printing } from '../model/printing.ts'
import { type InkRow, inInks } from './ink.ts'
import { canvases, dictAt, firstNameAt, name, nameAt, numberAt } from './pdf-document.ts'

/** What a print shop would have to convert, and what it should look at; every list is empty for a page of text. */
export interface ColourReport {
  /** RGB colours left in content, `#rrggbb`, each with its pages. */
  readonly colours: readonly { readonly rgb: string; readonly pages: readonly number[] }[]
  /** Pictures that are not in inks. `space` is the name of their colour space: DeviceRGB, ICCBased, Indexed … */
  readonly images: readonly {
    readonly page: number
    readonly width: number
    readonly height: number
    readonly space: string
  }[]
  /** Pages with a gradient in RGB. */
  readonly shadings: readonly number[]
  /** Pages with opacity, a blend mode or a soft mask. */
  readonly transparency: readonly number[]
  /** Names of Type 3 fonts. */
  readonly type3: readonly string[]
}

/** Names of colour spaces that are inks already, or a mask painted with one. */
const inkSpaces = new Set(['DeviceGray', 'DeviceCMYK', 'Separation', 'CalGray'])

/** How many inks or lights the profile of an ICCBased space describes. */
function profileComponents(image: PDFDict): number | undefined {
  const space = image.lookup(name('ColorSpace'))
  const profile = space instanceof PDFArray ? space.lookup(1) : undefined
  return profile instanceof PDFStream ? numberAt(profile.dict, 'N') : undefined
}

/** Puts the known colours into inks, and lists what is in none. Forms and patterns included, mask groups not. */
export async function convertColours(
  document: PDFDocument,
  { inks }: { readonly inks: readonly InkRow[]; readonly printing: Printing },
): Promise<ColourReport> {
  const colours = new Map<string, Set<number>>()
  const images: ColourReport['images'][number][] = []
  const shadings = new Set<number>()
  const transparency = new Set<number>()
  const type3 = new Set<string>()
  const seen = new Set<object>()
  const each = (resources: PDFDict, kind: string): PDFDict[] => {
    const group = dictAt(resources, kind)
    const found = (group?.keys() ?? []).map((key) => dictAt(group!, key.decodeText()))
    return found.filter((dict) => dict !== undefined)
  }
  for (const { page, resources, content, mask, setContent } of canvases(document)) {
    const number = page + 1
    if (mask) transparency.add(number)
    else {
      const converted = inInks(content, inks, (rgb) => colours.set(rgb, (colours.get(rgb) ?? new Set()).add(number)))
      if (converted !== content) setContent(converted)
    }
    for (const state of each(resources, 'ExtGState')) {
      const blends = (firstNameAt(state, 'BM') ?? 'Normal') !== 'Normal'
      const fades = (numberAt(state, 'ca') ?? 1) < 1 || (numberAt(state, 'CA') ?? 1) < 1
      if (blends || fades || dictAt(state, 'SMask')) transparency.add(number)
    }
    for (const dict of each(resources, 'XObject')) {
      if (dictAt(dict, 'SMask') || dictAt(dict, 'Group')) transparency.add(number)
      const space = firstNameAt(dict, 'ColorSpace')
      if (nameAt(dict, 'Subtype') !== 'Image' || seen.has(dict) || space === undefined || inkSpaces.has(space)) continue
      seen.add(dict)
      if (space === 'ICCBased' && profileComponents(dict) === 1) continue
      images.push({ page: number, width: numberAt(dict, 'Width') ?? 0, height: numberAt(dict, 'Height') ?? 0, space })
    }
    const patterns = each(resources, 'Pattern').map((pattern) => dictAt(pattern, 'Shading'))
    for (const shading of [...patterns, ...each(resources, 'Shading')]) {
      if (shading && !inkSpaces.has(firstNameAt(shading, 'ColorSpace') ?? '')) shadings.add(number)
    }
    for (const font of each(resources, 'Font')) {
      if (nameAt(font, 'Subtype') === 'Type3') type3.add(nameAt(font, 'Name') ?? nameAt(font, 'BaseFont') ?? 'Type3')
    }
  }
  const ascending = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b)
  return {
    colours: [...colours].map(([rgb, pages]) => ({ rgb, pages: ascending(pages) })),
    images,
    shadings: ascending(shadings),
    transparency: ascending(transparency),
    type3: [...type3],
  }
}

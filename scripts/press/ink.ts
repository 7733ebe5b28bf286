/**
 * In: content with the RGB colours of the browser. Out: the same content in printing inks as far as the inks are known, and
 * every colour that is not.
 */
import { PDFArray, type PDFDict, type PDFDocument, PDFStream } from '@cantoo/pdf-lib'
import { rewrite } from './content-stream.ts'
import { canvases, dictAt, firstNameAt, name, nameAt, numberAt } from './pdf-document.ts'

/** Cyan, magenta, yellow, black: shares of full ink from 0 to 1. */
export type Ink = readonly [number, number, number, number]

export interface InkRow {
  /** `#rrggbb`, as the style sheet writes it. */
  readonly rgb: string
  readonly ink: Ink
}

/** The colours of the themes and the inks that print them. Neutral colours need no row: they are tints of black. */
export const themeInks: readonly InkRow[] = [
  { rgb: '#b0202b', ink: [0.2, 1, 0.85, 0.15] },
  { rgb: '#f4efe6', ink: [0.03, 0.05, 0.1, 0] },
  { rgb: '#1d3557', ink: [1, 0.75, 0.25, 0.4] },
]

// Chromium writes a channel with four decimals; half a step of 8 bits is 0.002.
const tolerance = 0.0019

type Rgb = readonly [number, number, number]

const channels = (rgb: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16) / 255) as unknown as Rgb

const css = (rgb: Rgb): string =>
  `#${rgb
    .map((v) =>
      Math.round(v * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

const share = (value: number): string => String(Number(Math.min(1, Math.max(0, value)).toFixed(4)))

/** The inks of a colour: its row, black alone for a neutral colour, undefined for any other. */
export function inkOf(rgb: Rgb, table: readonly InkRow[]): Ink | undefined {
  const row = table.find((r) => channels(r.rgb).every((v, i) => Math.abs(v - rgb[i]!) < tolerance))
  if (row) return row.ink
  if (Math.max(...rgb) - Math.min(...rgb) > tolerance) return undefined
  return [0, 0, 0, 1 - (rgb[0] + rgb[1] + rgb[2]) / 3]
}

/**
 * Colour operators in inks (ISO 32000-1 8.6.8): `rg RG g G` become `k K` where the inks are known. A text colour so gets the
 * inks of its row and never a conversion into four.
 * @param left is told each RGB colour, as `#rrggbb`, that stays as it is.
 */
export function inInks(content: string, table: readonly InkRow[], left: (rgb: string) => void): string {
  return rewrite(content, ({ operator, operands }) => {
    if (operator !== 'rg' && operator !== 'RG' && operator !== 'g' && operator !== 'G') return undefined
    const values = operands.map(Number)
    const rgb: Rgb = values.length === 1 ? [values[0]!, values[0]!, values[0]!] : [values[0]!, values[1]!, values[2]!]
    const ink = inkOf(rgb, table)
    if (ink) return `${ink.map(share).join(' ')} ${operator === 'rg' || operator === 'g' ? 'k' : 'K'}`
    left(css(rgb))
    return undefined
  })
}

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
export function convertColours(document: PDFDocument, inks: readonly InkRow[]): ColourReport {
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

/**
 * The text of an issue in; its faces, subset to these characters, as a style sheet out.
 *
 * Only static TrueType outlines become real fonts in a PDF (CFF and variable fonts become Type 3 by experiment with
 * Chromium 147 and 156), and only a subset maps its glyphs back to the right characters: a full font makes Chromium
 * write CJK radicals for 49 common Han.
 */

import type { OwnFace } from '../../model/manuscript.ts'
import { withChineseEmBox } from './em-box.ts'
import { charactersOf, type Face, faces, sourceOf, takesFrom } from './faces.ts'
import { sourceOfBytes, subsetFont } from './subset-cache.ts'

/** What every issue may need beside its own text: folios, numbering, labels that templates and style sheets add. */
const always =
  Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('') +
  '，。、；：？！“”‘’（）《》〈〉【】「」『』—…·　－～／•‐\u00ad'

/** Every face of the house from which a passage can take a character that the house lacks; Kai is never alone in a style sheet. */
const hosts = faces.filter(({ family, companion }) => !companion && family !== 'Kai')

export interface SubsetFace extends Omit<Face, 'file'> {
  readonly data: Uint8Array
  /** The code points that are taken from it, in order. */
  readonly codePoints: readonly number[]
}

/**
 * Each face with only the characters of `text`, and those that every issue may need; faces of which nothing is taken are left out.
 * @param text HTML and style sheets as they are: running heads stand in attributes, and tags add nothing to what is always there.
 */
export async function subsetFaces(text: string, own: readonly OwnFace[] = []): Promise<readonly SubsetFace[]> {
  const wanted = [...new Set(always + text)].map((character) => character.codePointAt(0)!).sort((a, b) => a - b)
  const house = await Promise.all(
    faces.map(async (face): Promise<SubsetFace | null> => {
      // What a Chinese face lacks the browser seeks in the next family; what a companion lacks, in the Chinese face.
      const has = face.companion ? await charactersOf(face) : undefined
      const codePoints = wanted.filter((codePoint) => takesFrom(face, codePoint) && (has?.has(codePoint) ?? true))
      if (codePoints.length === 0) return null
      const data = await subsetFont(await sourceOf(face), String.fromCodePoint(...codePoints), {
        targetFormat: 'truetype',
      })
      return { ...face, data: face.companion ? withChineseEmBox(data) : data, codePoints }
    }),
  )
  return [...house.filter((face) => face !== null), ...(await beside(wanted, own))]
}

/** A face of the office's own joins each family in each of its weights, the same in all: the browser takes no other weight for it. */
async function beside(wanted: readonly number[], own: readonly OwnFace[]): Promise<readonly SubsetFace[]> {
  const subset = await Promise.all(
    own.map(async (face): Promise<SubsetFace[]> => {
      const sets = new Set(face.codePoints)
      const codePoints = wanted.filter((codePoint) => sets.has(codePoint))
      if (codePoints.length === 0) return []
      const characters = String.fromCodePoint(...codePoints)
      const part = await subsetFont(sourceOfBytes(Buffer.from(face.data)), characters, { targetFormat: 'truetype' })
      const data = withChineseEmBox(part)
      return hosts.map(({ file: _, ...host }) => ({ ...host, takes: (c) => sets.has(c), data, codePoints }))
    }),
  )
  return subset.flat()
}

const hex = (codePoint: number): string => codePoint.toString(16).toUpperCase()

/** Code points in order, as `unicode-range` writes them. */
function unicodeRange(codePoints: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const codePoint of codePoints) {
    const last = ranges.at(-1)
    if (last && last[1] === codePoint - 1) last[1] = codePoint
    else ranges.push([codePoint, codePoint])
  }
  return ranges.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(',')
}

const percent = (ems: number): string => `${Number((ems * 100).toFixed(2))}%`

/**
 * Song's height above and below the baseline, in ems, for the Chinese faces beside it. Chromium rounds both to whole pixels: at 12 pt
 * those of Hei come out another one, and a word in Hei made its line higher by a pixel, and its block by a line of the grid.
 */
const song = { above: 1.151, below: 0.286 }

function fontFace(face: SubsetFace): string {
  const { family, weight, italic, size } = face
  const rules = [
    `font-family:"${family}"`,
    `font-weight:${weight}`,
    `font-style:${italic ? 'italic' : 'normal'}`,
    `src:url(data:font/ttf;base64,${Buffer.from(face.data).toString('base64')})`,
    `size-adjust:${percent(size)}`,
    ...(face.companion ? [] : [`ascent-override:${percent(song.above)}`, `descent-override:${percent(song.below)}`]),
    ...(face.takes ? [`unicode-range:${unicodeRange(face.codePoints)}`] : []),
  ]
  return `@font-face{${rules.join(';')}}`
}

/** A style sheet of @font-face rules with the data inside: the page that lays out needs no file but itself. */
export const fontFaceCss = (subset: readonly SubsetFace[]): string => subset.map(fontFace).join('\n')

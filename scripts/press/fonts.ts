/**
 * The text of an issue in; its faces, subset to these characters, as a style sheet out.
 *
 * Only static TrueType outlines become real fonts in a PDF (CFF and variable fonts become Type 3 by experiment with
 * Chromium 147 and 156), and only a subset maps its glyphs back to the right characters: a full font makes Chromium
 * write CJK radicals for 49 common Han.
 */

import { type Face, faces, readFace } from './faces.ts'
import { subsetFont } from './subset-cache.ts'

/** What every issue may need beside its own text: folios, numbering, labels that templates and style sheets add. */
const always =
  Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('') +
  '，。、；：？！“”‘’（）《》〈〉【】「」『』—…·　－～／•‐'

export interface SubsetFace extends Face {
  readonly data: Uint8Array
}

/** Each face with only the characters of `text`, and those that every issue may need. */
export async function subsetFaces(text: string): Promise<readonly SubsetFace[]> {
  const characters = [...new Set(always + text)].sort().join('')
  return Promise.all(
    faces.map(async (face) => ({
      ...face,
      data: await subsetFont(await readFace(face), characters, { targetFormat: 'truetype' }),
    })),
  )
}

/** A style sheet of @font-face rules with the data inside: the page that lays out needs no file but itself. */
export function fontFaceCss(subset: readonly SubsetFace[]): string {
  return subset
    .map(
      (face) =>
        `@font-face{font-family:${face.family};font-weight:${face.weight};src:url(data:font/ttf;base64,${Buffer.from(face.data).toString('base64')})${face.unicodeRange ? `;unicode-range:${face.unicodeRange}` : ''}}`,
    )
    .join('\n')
}

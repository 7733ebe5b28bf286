/** In: words, their size and where they stand. Out: operators of a content stream that draw them as outlines, without a font. */
import { advanceOf, filledText, type Outlines } from '../fonts/outlines.ts'
import { type Box, round } from '../pdf/document.ts'

/** Points. */
export const widthOf = (text: string, outlines: Outlines, size: number): number =>
  (advanceOf(text, outlines) * size) / outlines.em

/** `x` and `y` are the left end of the baseline. */
export function words(text: string, x: number, y: number, size: number, outlines: Outlines): string {
  const scale = (size / outlines.em).toFixed(7)
  return `q ${scale} 0 0 ${scale} ${round(x)} ${round(y)} cm\n${filledText(text, outlines)}Q\n`
}

const rectangle = ([left, bottom, right, top]: Box): string =>
  `${[left, bottom, right - left, top - bottom].map(round).join(' ')} re`

export const framed = (box: Box): string => `${rectangle(box)} S\n`
export const whitened = (box: Box): string => `q 1 1 1 rg ${rectangle(box)} f Q\n`

/** A text in lines of a width. */
export function brokenLines(text: string, outlines: Outlines, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  let taken = 0
  const end = (): void => {
    lines.push(line)
    line = ''
    taken = 0
  }
  // Latin words keep together where a line holds them, everything else may part anywhere.
  for (const piece of text.match(/[!-~]+|[^!-~]/gu) ?? []) {
    const whole = widthOf(piece, outlines, size) <= width
    for (const part of whole ? [piece] : piece) {
      const room = widthOf(part, outlines, size)
      if (taken + room > width && line !== '') end()
      if (line === '' && part === ' ') continue
      line += part
      taken += room
    }
  }
  end()
  return lines
}

/** The first so many lines; the last of them ends in an ellipsis where there are more. */
export function firstLines(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, -1)}…`]
}

/** In: the content of a tagged page. Out: what each marked content of it shows, and where. */

import { markedContentId, operations, paintsImage, showsText } from '../../pdf/content-stream.ts'
import type { Box } from '../../pdf/document.ts'
import { union } from '../../pdf/geometry.ts'
import { buildsPath, Place } from '../../pdf/text-position.ts'
import type { Fonts } from '../../pdf/text-repair.ts'

/** Characters on one line of type. */
export interface Run {
  text: string
  /** Offset in the content behind the operator that shows the last of them. */
  end: number
  /** Height of the baseline; undefined where the text is not horizontal. */
  readonly baseline: number | undefined
  /** Of the type, in points. */
  readonly height: number
  /** Name in the resources of the page. */
  readonly font: string
}

export interface TaggedContent {
  /** The type that Chromium wrote beside the identifier: `P`, `NonStruct`, `Figure` … */
  readonly type: string
  readonly text: string
  readonly runs: readonly Run[]
  /** Only lines and areas: a rule, a border, a background. */
  readonly pathsOnly: boolean
  /** Of the characters, in the coordinates of the page; undefined where there are none. */
  readonly lines: Box | undefined
  /** Of everything that is painted, lines and areas of pictures only. */
  readonly box: Box | undefined
}

type Found = Omit<{ -readonly [key in keyof TaggedContent]: TaggedContent[key] }, 'runs'> & { readonly runs: Run[] }

const begun = (type: string): Found => ({
  type,
  text: '',
  runs: [],
  pathsOnly: true,
  lines: undefined,
  box: undefined,
})

/**
 * The marked content of a page by identifier, pieces with the same identifier taken together.
 * @param isPicture tells of an identifier whether it is a picture, whose lines and areas are looked at.
 */
export function readTagged(
  content: string,
  fontNamed: ReturnType<Fonts['namedIn']>,
  isPicture: (id: number) => boolean = () => false,
): Map<number, TaggedContent> {
  const found = new Map<number, Found>()
  const open: (number | undefined)[] = []
  const place = new Place()
  let current: Found | undefined
  let picture = false
  const reach = (box: Box): void => {
    if (current) current.box = current.box ? union(current.box, box) : box
  }
  for (const operation of operations(content)) {
    const { operator, operands } = operation
    place.follow(operation)
    if (operator === 'BDC' || operator === 'BMC') {
      const id = markedContentId(operation)
      open.push(id)
      if (id === undefined) continue
      current = found.get(id) ?? begun(operands[0]!.slice(1))
      found.set(id, current)
      picture = isPicture(id)
    } else if (operator === 'EMC') {
      open.pop()
      const id = open.findLast((id) => id !== undefined)
      current = id === undefined ? undefined : found.get(id)
      picture = id !== undefined && isPicture(id)
    } else if (!current) continue
    else if (picture && buildsPath.has(operator)) reach(place.path(operation))
    else if (paintsImage.has(operator)) {
      current.pathsOnly = false
      reach(place.image())
    } else if (showsText.has(operator)) {
      const { font } = place.state
      const face = fontNamed(font)
      const codes = face?.codes(operands.at(-1) ?? '') ?? []
      const text = codes.map((code) => face?.text(code) ?? '').join('')
      current.text += text
      current.pathsOnly = false
      const glyph = place.glyph()
      const baseline = place.baseline()
      const run = current.runs.at(-1)
      if (run && run.font === font && run.baseline === baseline) {
        run.text += text
        run.end = operation.end
      } else current.runs.push({ text, end: operation.end, baseline, height: glyph[3] - glyph[1], font })
      current.lines = current.lines ? union(current.lines, glyph) : glyph
      reach(glyph)
    }
  }
  return found
}

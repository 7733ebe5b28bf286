/** In: the finished tree and the text of its content. Out: where a space is missing between two Western words, page by page. */
import { type Content, type Element, isContent, isElement, keyOf } from '../tree/read.ts'
import type { Run, TaggedContent } from '../tree/tagged-content.ts'
import { inline } from '../tree/types.ts'

/** A space to be shown behind an operator of a page's content. */
export interface Space {
  readonly offset: number
  /** Name of the font that is set there. */
  readonly font: string
}

const endsWord = /[A-Za-z0-9,.;:!?)\]]$/
const beginsWord = /^[A-Za-z0-9([]/
/** The last word of a line that is the first part of an address, which is divided without a space. */
const address = /(?:[/@_=&]|\w\.\w)[\w.:?#%~+-]*$|-$|www\.$/

const isBetweenWords = (before: string, after: string): boolean =>
  endsWord.test(before) && beginsWord.test(after) && !address.test(before)

/** Whether the second begins another line; a superior figure stands on the same. */
const beginsLine = (a: Run, b: Run, samePage: boolean): boolean =>
  a.baseline !== undefined &&
  b.baseline !== undefined &&
  (!samePage || Math.abs(a.baseline - b.baseline) > Math.max(a.height, b.height) * 0.9)

/** The contents of a block in order, those of the elements in its lines included; blocks inside it are their own. */
function* flow(element: Element): Generator<Content> {
  for (const kid of element.kids) {
    if (isContent(kid)) yield kid
    else if (isElement(kid) && inline.has(kid.type) && kid.type !== 'RT') yield* flow(kid)
  }
}

/**
 * The browser leaves out the space at which a line ends, and a tagged file must tell one word from the next by more than
 * its place (ISO 32000-1 14.8.2.5). Spaces inside a line are there, and Chinese needs none.
 */
export function missingSpaces(
  element: Element,
  content: ReadonlyMap<string, TaggedContent>,
): ReadonlyMap<string, Space[]> {
  const spaces = new Map<string, Space[]>()
  const walk = (block: Element): void => {
    let before: { readonly run: Run; readonly page: string } | undefined
    for (const it of flow(block)) {
      for (const run of content.get(keyOf(it))?.runs ?? []) {
        const last = before?.run
        if (last && beginsLine(last, run, before!.page === it.page) && isBetweenWords(last.text, run.text)) {
          const found = spaces.get(before!.page) ?? []
          found.push({ offset: last.end, font: last.font })
          spaces.set(before!.page, found)
        }
        before = { run, page: it.page }
      }
    }
    for (const kid of block.kids) if (isElement(kid) && !(inline.has(kid.type) && kid.type !== 'RT')) walk(kid)
  }
  walk(element)
  return spaces
}

/** A space as a font of the page has it. */
export interface SpaceCode {
  /** Name in the resources of the page. */
  readonly font: string
  readonly code: number
}

/**
 * The content of a page with the spaces shown; `spaceOf` gives the space to show where a font is set, undefined where the page
 * has none: the face of Western words has none of its own, as the Chinese face beside it sets them.
 */
export function withSpaces(
  content: string,
  spaces: readonly Space[],
  spaceOf: (font: string) => SpaceCode | undefined,
): string {
  const parts: string[] = []
  let from = 0
  for (const { offset, font } of [...spaces].sort((a, b) => a.offset - b.offset)) {
    const space = spaceOf(font)
    if (space === undefined) continue
    const shown = ` <${space.code.toString(16).padStart(4, '0')}> Tj`
    const set = setting(content.slice(0, offset), font)
    if (space.font !== font && !set) continue
    parts.push(content.slice(from, offset), space.font === font ? shown : ` ${space.font} 1 Tf${shown} ${set}`)
    from = offset
  }
  return parts.join('') + content.slice(from)
}

/** The operator that has set a font, with its size. */
function setting(content: string, font: string): string | undefined {
  const at = content.lastIndexOf(`${font} `)
  return /^\/\S+ [\d.]+ Tf/.exec(content.slice(at < 0 ? content.length : at))?.[0]
}

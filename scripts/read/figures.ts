/** The children of a paragraph that is nothing but a picture in; the figure, or what is wrong with it, out. */
import type { Token } from 'markdown-it'
import type { BodyToken, Figure } from '../model/body.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { partId } from '../model/ids.ts'
import { markRules } from './full-width.ts'
import { type PlacedChild, plainText, plainToken } from './inline.ts'
import { findMarks } from './mark-rules.ts'
import { titleOf } from './positions.ts'

/** Where a text stands in the inline content of its paragraph. */
export interface Part {
  readonly source: string
  readonly offset: number
}

/** The caption of the picture at an offset, as written between its quotation marks. */
export function captionPart(content: string, at: number, alt: string): Part | null {
  const title = titleOf(content, at + '!['.length + alt.length + ']'.length)
  return title && { source: content.slice(title.from, title.to), offset: title.from }
}

export interface LoneImage {
  readonly image: PlacedChild
  readonly attributes?: PlacedChild
}

/** The pictures of a paragraph with their attributes, if it holds nothing else; more than one is a fault. */
export function loneImages(children: readonly PlacedChild[]): readonly LoneImage[] | null {
  const images: LoneImage[] = []
  for (const child of children) {
    const last = images.at(-1)
    const { type, content } = child.token
    if (type === 'image') images.push({ image: child })
    else if (type === 'attributes' && last && !last.attributes)
      images[images.length - 1] = { ...last, attributes: child }
    else if (type !== 'softbreak' && type !== 'hardbreak' && content.trim() !== '') return null
  }
  return images.length > 0 ? images : null
}

interface Attributes {
  readonly credit?: Part
  readonly span?: 'column' | 'page'
  readonly decorative?: boolean
  /** What could not be understood. */
  readonly wrong: readonly string[]
}

const item = /\s*(?:credit="((?:[^"\\]|\\.)*)"|span=(column|page)(?=\s|$)|(decorative)(?=\s|$)|(\S+))/gy

function parseAttributes(source: string): Attributes {
  const wrong: string[] = []
  let found: { credit?: Part; span?: 'column' | 'page'; decorative?: boolean } = {}
  for (const { 0: whole, 1: credit, 2: span, 3: decorative, 4: other, index } of source.matchAll(item)) {
    const given = {
      ...(credit !== undefined && {
        credit: { source: credit, offset: index + whole.indexOf(credit, whole.indexOf('"')) },
      }),
      ...(span !== undefined && { span: span as 'column' | 'page' }),
      ...(decorative !== undefined && { decorative: true }),
    }
    const again = Object.keys(given).some((key) => key in found)
    if (other !== undefined || again || credit?.trim() === '') wrong.push(whole.trim())
    else found = { ...found, ...given }
  }
  return { ...found, wrong }
}

export interface FigureCounter {
  readonly article: string
  /** All pictures, for ids. */
  pictures: number
  /** Pictures with a caption: only these show a number, and it must not skip. */
  captioned: number
}

export interface FigureSource {
  readonly image: PlacedChild
  readonly attributes?: PlacedChild
  /** Of the paragraph. */
  readonly content: string
  readonly counter: FigureCounter
  readonly report: (d: Diagnostic) => void
  /** Reads a part of the paragraph as inline Markdown. */
  readonly inline: (part: Part) => readonly BodyToken[]
}

export function figureToken(
  paragraph: Token,
  { image, attributes, content, counter, report, inline }: FigureSource,
): BodyToken {
  const { token, place, offset } = image
  const given = parseAttributes(attributes?.token.content ?? '')
  const { span = 'column', decorative = false, wrong } = given
  const alt = plainText(token.children ?? []).trim()
  const captioned = captionPart(content, offset, token.content)
  const caption = captioned?.source.trim() ? inline(captioned) : []
  // One brace and the spaces before what it holds.
  const credited = given.credit && { ...given.credit, offset: given.credit.offset + attributes!.offset + 1 }
  const credit = credited?.source.trim() ? inline(credited) : []
  for (const attribute of wrong) report(diagnostic('manuscript/figure-attribute', attributes?.place, { attribute }))
  if (alt === '' && !decorative) report(diagnostic('manuscript/figure-alt', place))
  if (alt !== '' && decorative) {
    report(diagnostic('manuscript/figure-attribute', attributes?.place, { attribute: 'decorative' }))
  }
  for (const { code, facts } of findMarks(alt, markRules.value).marks) report(diagnostic(code, place, facts))
  counter.pictures += 1
  if (caption.length > 0) counter.captioned += 1
  const figure: Figure = {
    id: partId(counter.article, 'figure', counter.pictures),
    number: caption.length > 0 ? counter.captioned : 0,
    src: String(token.attrGet('src') ?? ''),
    alt,
    ...(caption.length > 0 && { caption }),
    ...(credit.length > 0 && { credit }),
    span,
    line: place.line!,
  }
  const [first, after] = paragraph.map!
  return { ...plainToken(paragraph, [first + 1, after], { figure }), type: 'figure', tag: 'figure', nesting: 0 }
}

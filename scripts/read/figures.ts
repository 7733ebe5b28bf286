/** The children of a paragraph that is nothing but a picture in; the figure, or what is wrong with it, out. */
import type { Token } from 'markdown-it'
import type { BodyToken, Figure } from '../model/body.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { type PlacedChild, plainText, plainToken } from './inline.ts'
import { printedMarkup } from './values.ts'

/** The picture and its attributes, if the paragraph holds nothing else. */
export function loneImage(children: readonly PlacedChild[]): { image: PlacedChild; attributes?: PlacedChild } | null {
  const [image, attributes] = children
  if (image?.token.type !== 'image' || children.length > 2) return null
  if (!attributes) return { image }
  return attributes.token.type === 'attributes' ? { image, attributes } : null
}

interface Attributes {
  readonly credit?: string
  readonly span?: 'column' | 'page'
  readonly decorative?: boolean
  /** What could not be understood. */
  readonly wrong: readonly string[]
}

const item = /\s*(?:credit="([^"]*)"|span=(column|page)(?=\s|$)|(decorative)(?=\s|$)|(\S+))/gy

function parseAttributes(source: string): Attributes {
  const wrong: string[] = []
  let found: { credit?: string; span?: 'column' | 'page'; decorative?: boolean } = {}
  for (const [whole, credit, span, decorative, other] of source.trim().matchAll(item)) {
    const given = {
      ...(credit !== undefined && { credit: credit.trim() }),
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

export function figureToken(
  paragraph: Token,
  lone: { image: PlacedChild; attributes?: PlacedChild },
  counter: FigureCounter,
  report: (d: Diagnostic) => void,
): BodyToken {
  const { token, place } = lone.image
  const { credit, span = 'column', decorative = false, wrong } = parseAttributes(lone.attributes?.token.content ?? '')
  const alt = plainText(token.children ?? []).trim()
  const caption = String(token.attrGet('title') ?? '').trim()
  for (const attribute of wrong)
    report(diagnostic('manuscript/figure-attribute', lone.attributes?.place, { attribute }))
  if (alt === '' && !decorative) report(diagnostic('manuscript/figure-alt', place))
  if (alt !== '' && decorative) {
    report(diagnostic('manuscript/figure-attribute', lone.attributes?.place, { attribute: 'decorative' }))
  }
  for (const text of [caption, credit ?? '']) {
    const markup = printedMarkup(text)
    if (markup) report(diagnostic('manuscript/caption-markup', place, { markup }))
  }
  counter.pictures += 1
  if (caption) counter.captioned += 1
  const figure: Figure = {
    id: `${counter.article}-f${counter.pictures}`,
    number: caption ? counter.captioned : 0,
    src: String(token.attrGet('src') ?? ''),
    alt,
    ...(caption && { caption }),
    ...(credit && { credit }),
    span,
    line: place.line!,
  }
  const [first, after] = paragraph.map!
  return { ...plainToken(paragraph, [first + 1, after], { figure }), type: 'figure', tag: 'figure', nesting: 0 }
}

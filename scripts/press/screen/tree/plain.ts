/** In: the tree that Chromium wrote. Out: the same with the types that our layout means, without wrappers, rules and what is empty. */

import {
  contentKey,
  contentsOf,
  type Element,
  isAnnotation,
  isContent,
  isElement,
  type Kid,
  keyOf,
  made,
} from './read.ts'
import type { TaggedContent } from './tagged-content.ts'
import { groupings, inline, meaningless } from './types.ts'

export interface PlainOptions {
  readonly content: ReadonlyMap<string, TaggedContent>
  /** Keys of marked content that the pages show as artifacts; those of pictures that mean nothing are added. */
  readonly artifacts: Set<string>
}

/** The type that the layout means. */
function meant({ type, mark, alt, kids }: Element): string {
  switch (mark?.type) {
    case 'Call':
      return 'Link'
    case undefined:
    case 'Same':
      break
    default:
      return mark!.type.startsWith('Head') ? 'TR' : mark!.type
  }
  // A link that leads nowhere gets no annotation, and a Link element without one is a fault (PDF/UA-1 7.18.5).
  if (type === 'Link' && !kids.some(isAnnotation)) return 'Span'
  return type === 'Figure' && !alt ? 'Div' : type
}

const isInline = (kid: Kid): boolean => !isElement(kid) || inline.has(kid.type)

/** Chromium puts a meaningless element round each text. */
const isLeaf = ({ type, kids }: Element): boolean => type === 'NonStruct' && kids.every(isContent)

/** Whether it tells nothing that its parent would not. */
const isBare = ({ type, language, mark }: Element, inherited: string | undefined): boolean =>
  (meaningless.has(type) || type === 'Span') && mark?.type !== 'Div' && (!language || language === inherited)

/** A picture without a text of its own: its editor has said that it means nothing. */
function dropPicture(element: Element, { content, artifacts }: PlainOptions): void {
  for (const kid of element.kids) {
    if (isContent(kid) && !content.get(keyOf(kid))?.text) artifacts.add(contentKey(kid.page, kid.id))
  }
}

/** Of a head that a page shows in several columns the first is the table's; Chromium puts all of them into its cells. */
function dropRepeated({ mark, kids }: Element, { artifacts }: PlainOptions): void {
  const shown = Number(/^Head(\d+)$/.exec(mark?.type ?? '')?.[1] ?? 1)
  if (shown < 2) return
  for (const cell of kids.filter(isElement)) {
    const contents = [...contentsOf(cell)]
    for (const content of contents.slice(contents.length / shown)) artifacts.add(keyOf(content))
  }
}

function plain(element: Element, parent: string, inherited: string | undefined, options: PlainOptions): Kid[] {
  if (element.mark?.type === 'Again') return []
  dropRepeated(element, options)
  if (element.type === 'Figure' && !element.alt) dropPicture(element, options)
  let type = meant(element)
  // Chromium knows RT, but leaves the bases of a ruby without a type.
  if (type === 'NonStruct' && parent === 'Ruby') type = 'RB'
  const language = element.language ?? inherited
  const bare = isBare({ ...element, type }, inherited)
  const kids = element.kids.flatMap((kid): Kid[] => {
    if (isElement(kid)) return plain(kid, bare ? parent : type, language, options)
    if (!isContent(kid)) return [kid]
    return options.artifacts.has(keyOf(kid)) || !options.content.has(keyOf(kid)) ? [] : [kid]
  })
  if (kids.length === 0 && type !== 'TD' && type !== 'TH') return []
  const text = kids.every(isInline)
  // The text of a box that is no paragraph of HTML is one all the same.
  if (bare) return text && !isLeaf(element) && groupings.has(parent) ? [made('P', kids)] : kids
  if (meaningless.has(type) || type === 'Span') type = !text ? 'Div' : groupings.has(parent) ? 'P' : 'Span'
  return [{ ...element, type, kids }]
}

export function plainTree(root: Element, options: PlainOptions): Element {
  return {
    ...root,
    kids: root.kids.flatMap((kid) => (isElement(kid) ? plain(kid, root.type, root.language, options) : [])),
  }
}

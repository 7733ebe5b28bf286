/** In: the links of a screen PDF, the elements around them and what these show. Out: links that say where they lead. */
import { type PDFDict, PDFName, type PDFPage } from '@cantoo/pdf-lib'
import { type IdPart, readId } from '../../model/ids.ts'
import { arrayAt, boxArray, dictAt, movedBy, name, numbers, type Shift, textAt, textString } from '../pdf/document.ts'
import { type Element, elementsOf, isAnnotation, isContent, isElement, keyOf } from './tree/read.ts'
import type { TaggedContent } from './tree/tagged-content.ts'

/** Moves the links of a page and cuts them to it, so that none can be touched beyond it. */
export function moveLinks(page: PDFPage, shift: Shift, width: number, height: number): void {
  const { context } = page.doc
  const annotations = page.node.Annots()
  const within = (value: number, limit: number): number => Math.min(limit, Math.max(0, value))
  for (let i = 0; annotations && i < annotations.size(); i++) {
    const annotation = annotations.lookup(i) as PDFDict
    annotation.set(name('Border'), context.obj([0, 0, 0]))
    const rect = arrayAt(annotation, 'Rect')
    if (rect) {
      const [x0, y0, x1, y1] = movedBy(numbers(rect), shift) as [number, number, number, number]
      const cut = [within(x0, width), within(y0, height), within(x1, width), within(y1, height)] as const
      annotation.set(name('Rect'), boxArray(context, cut))
    }
    const quads = arrayAt(annotation, 'QuadPoints')
    if (quads) annotation.set(name('QuadPoints'), context.obj(movedBy(numbers(quads), shift)))
  }
}

export interface LinkOptions {
  readonly content: ReadonlyMap<string, TaggedContent>
  /** Label of the page that a name leads to; empty for a page without a folio. */
  readonly folioOf: (destination: string) => string
  /** Title of the article that a name is of; undefined for what is inside an article. */
  readonly titleOf: (destination: string) => string | undefined
}

const spaces = /\s+/gu
const invisible = /[\u00ad\u200b\u200c\u2060]/g

/** What stands in an element, alternative texts included. */
export function textOf(element: Element, content: ReadonlyMap<string, TaggedContent>): string {
  const text = element.kids.map((kid) => {
    if (isElement(kid)) return textOf(kid, content)
    return isContent(kid) ? (content.get(keyOf(kid))?.text ?? '') : ''
  })
  return element.alt ?? text.join('').replace(invisible, '')
}

/** Parts of an article of which the numbers alone would tell nothing. */
const named: { readonly [part in IdPart]?: string } = { note: '注释 ', call: '回到正文：注 ', reference: '参考文献 ' }

function contentsOfLink(annotation: PDFDict, text: string, { folioOf, titleOf }: LinkOptions): string {
  const action = dictAt(annotation, 'A')
  const address = action && textAt(action, 'URI')
  if (address) {
    const plain = address.replace(/^mailto:|\/$/g, '')
    return text.includes(plain) ? text : text ? `${text}（${plain}）` : plain
  }
  const value = annotation.lookup(name('Dest'))
  const destination = value instanceof PDFName ? value.decodeText() : ''
  const folio = folioOf(destination)
  const title = titleOf(destination)
  const part = readId(destination)?.part
  const kind = part && named[part]
  if (kind) return `${kind}${text}`
  const label = title && text.replace(spaces, '').includes(title.replace(spaces, '')) ? title : text
  return folio ? `${label}（第 ${folio} 页）` : label
}

/** Writes the description of every link (PDF/UA-1 7.18.5); of one in several pieces each says the whole. */
export function describeLinks(root: Element, options: LinkOptions): void {
  for (const element of elementsOf(root)) {
    if (element.type !== 'Link') continue
    const text = textOf(element, options.content).trim()
    for (const kid of element.kids) {
      if (isAnnotation(kid))
        kid.annotation.set(name('Contents'), textString(contentsOfLink(kid.annotation, text, options)))
    }
  }
}

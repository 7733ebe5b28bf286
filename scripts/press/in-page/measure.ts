/** A block of the laid-out document in; its running text as pieces, and where each of them stands in the tree, out. */
import { markAddresses } from './break-table.ts'
import type { Piece } from './pieces.ts'

/** Where a piece stands: characters of a text, or an element that is one piece (ruby). */
export type Spot =
  | { readonly node: Text; readonly offset: number; readonly length: number }
  | { readonly node: Element; readonly offset: 0; readonly length: 1 }

interface Found {
  readonly spot: Spot
  readonly text: string
  readonly em: number
  /** The outermost element that forbids line breaks round the piece. */
  readonly kept: Element | null
  readonly call: boolean
  readonly code: boolean
}

export interface Run {
  readonly block: HTMLElement
  readonly pieces: readonly Piece[]
  readonly spots: readonly Spot[]
  /** px before the first piece beside the indent: what a style sheet adds there. */
  readonly lead: number
  /** Beginnings of the parts that <br> or a block inside divides, and the end of the last. */
  readonly parts: readonly number[]
}

/** Text as the browser shows it: pieces in order, without notes, annotations and what is not displayed. */
export interface Collection {
  readonly block: HTMLElement
  readonly found: readonly Found[]
  readonly parts: readonly number[]
}

const inlineDisplays = new Set(['inline', 'contents'])
const characters = /[\s\S]\p{M}*/gu

/** Reads the tree and the styles of a block; to be done before anything is changed. */
export function collect(block: HTMLElement): Collection {
  const found: Found[] = []
  const parts = [0]
  const divide = () => {
    if (parts.at(-1)! < found.length) parts.push(found.length)
  }
  const visit = (parent: Element, em: number, kept: Element | null, call: boolean, code: boolean): void => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child instanceof Text) {
        for (const { 0: text, index } of child.data.matchAll(new RegExp(characters, 'gsu'))) {
          found.push({ spot: { node: child, offset: index, length: text.length }, text, em, kept, call, code })
        }
      } else if (child instanceof HTMLElement) visitElement(child, kept, call, code)
    }
  }
  const visitElement = (element: HTMLElement, kept: Element | null, call: boolean, code: boolean): void => {
    if (element.localName === 'br') divide()
    if (/^w?br$/.test(element.localName) || /\b(?:note|hyphen)\b/.test(element.className)) return
    const style = getComputedStyle(element)
    if (style.display === 'none' || style.position === 'absolute') return
    const em = Number.parseFloat(style.fontSize)
    if (inlineDisplays.has(style.display)) {
      // In a block that is set already every descendant inherits `nowrap`.
      const keeps =
        kept ??
        (style.whiteSpaceCollapse !== 'preserve' && style.textWrapMode === 'nowrap' && !isSet(block) ? element : null)
      visit(element, em, keeps, call || element.classList.contains('call'), code || element.localName === 'code')
    } else if (style.display.startsWith('ruby') || style.display.startsWith('inline')) {
      const base = [...element.childNodes].filter((node) => node.nodeName !== 'RT' && node.nodeName !== 'RP')
      const text = base.map((node) => node.textContent).join('') || '\ufffc'
      found.push({ spot: { node: element, offset: 0, length: 1 }, text, em, kept, call, code })
    } else divide()
  }
  visit(block, Number.parseFloat(getComputedStyle(block).fontSize), null, false, false)
  divide()
  return { block, found, parts }
}

/** The class of a block whose lines are ours. */
export const setClass = 'composed'
const isSet = (block: Element): boolean => block.classList.contains(setClass)

const range = document.createRange()

export function rectOf(spot: Spot): DOMRect {
  if (spot.node instanceof Element) return spot.node.getBoundingClientRect()
  range.setStart(spot.node, spot.offset)
  range.setEnd(spot.node, spot.offset + spot.length)
  return range.getBoundingClientRect()
}

const contentLeft = (block: HTMLElement): number => {
  const style = getComputedStyle(block)
  return (
    block.getClientRects()[0]!.left + Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.paddingLeft)
  )
}

/** Measures a block that stands on one line; white space that the browser drops is no piece. */
export function measure({ block, found, parts }: Collection): Run {
  const shown: { it: Found; left: number; right: number }[] = []
  const shownParts: number[] = []
  found.forEach((it, i) => {
    if (parts.includes(i)) shownParts.push(shown.length)
    const rect = rectOf(it.spot)
    if (rect.width > 0) shown.push({ it, left: rect.left, right: rect.right })
  })
  shownParts.push(shown.length)
  const pieces = shown.map(({ it, left, right }, i): Piece => {
    const next = shown[i + 1]
    const ends = !next || shownParts.includes(i + 1)
    return {
      text: it.text,
      advance: (ends ? right : next.left) - left,
      em: it.em,
      bound: next !== undefined && it.kept !== null && it.kept === next.it.kept,
      call: it.call,
      code: it.code,
    }
  })
  const lead = shown.length > 0 ? Math.max(0, shown[0]!.left - contentLeft(block)) : 0
  return { block, pieces: markAddresses(pieces), spots: shown.map(({ it }) => it.spot), lead, parts: shownParts }
}

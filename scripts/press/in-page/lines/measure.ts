/** A block of the laid-out document in; its running text as pieces, and where each of them stands in the tree, out. */
import { by } from '../../../model/markup.ts'
import { markAddresses } from './break-table.ts'
import { isHan, type Piece } from './pieces.ts'

/** Where a piece stands: characters of a text, or an element that is one piece (ruby). */
export type Spot =
  | { readonly node: Text; readonly offset: number; readonly length: number }
  | { readonly node: Element; readonly offset: 0; readonly length: 1 }

/** What the elements round a text say of it. */
interface Setting {
  /** px. */
  readonly em: number
  /** Han are as wide as high: no letter spacing. */
  readonly square: boolean
  /** The outermost element that forbids line breaks. */
  readonly kept: Element | null
  readonly call: boolean
  readonly code: boolean
  /** Its marks are those of a Western passage. */
  readonly western: boolean
}

interface Found extends Setting {
  readonly spot: Spot
  readonly text: string
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
const characters = /.\p{M}*/gsu

const settingOf = (style: CSSStyleDeclaration) => ({
  em: Number.parseFloat(style.fontSize),
  square: style.letterSpacing === 'normal' || style.letterSpacing === '0px',
})

/** To the line a curly mark of a Western passage is what a straight one is: part of a word, with nothing to trim. */
const straight = (text: string): string => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")

/** Reads the tree and the styles of a block; to be done before anything is changed. */
export function collect(block: HTMLElement): Collection {
  const found: Found[] = []
  const parts = [0]
  const divide = () => {
    if (parts.at(-1)! < found.length) parts.push(found.length)
  }
  const visit = (parent: Element, setting: Setting): void => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child instanceof Text) {
        for (const { 0: text, index } of child.data.matchAll(characters)) {
          const spot = { node: child, offset: index, length: text.length }
          found.push({ ...setting, spot, text: setting.western ? straight(text) : text })
        }
      } else if (child instanceof HTMLElement) visitElement(child, setting)
    }
  }
  const visitElement = (element: HTMLElement, { kept, call, code, western }: Setting): void => {
    if (element.localName === 'br') divide()
    if (/^w?br$/.test(element.localName) || element.matches(`${by.note}, ${by.hyphen}`)) return
    const style = getComputedStyle(element)
    if (style.display === 'none' || style.position === 'absolute') return
    if (inlineDisplays.has(style.display)) {
      // In a block that is set already every descendant inherits `nowrap`.
      const keeps = style.whiteSpaceCollapse !== 'preserve' && style.textWrapMode === 'nowrap' && !isSet(block)
      visit(element, {
        ...settingOf(style),
        kept: kept ?? (keeps ? element : null),
        call: call || element.matches(by.call),
        code: code || element.localName === 'code',
        western: western || element.matches(by.western),
      })
    } else if (style.display.startsWith('ruby') || style.display.startsWith('inline')) {
      const base = [...element.childNodes].filter((node) => node.nodeName !== 'RT' && node.nodeName !== 'RP')
      const text = base.map((node) => node.textContent).join('') || '\ufffc'
      found.push({
        ...settingOf(style),
        kept,
        call,
        code,
        western,
        spot: { node: element, offset: 0, length: 1 },
        text,
      })
    } else divide()
  }
  visit(block, { ...settingOf(getComputedStyle(block)), kept: null, call: false, code: false, western: false })
  divide()
  return { block, found, parts }
}

const isSet = (block: Element): boolean => block.matches(by.composed)

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

/** Between two Han nothing is trimmed and nothing added: these need no measuring, which is most of a text. */
const isPlain = (it: Found, next: Found | undefined): boolean =>
  next !== undefined && it.square && next.spot.node === it.spot.node && isHan(it.text) && isHan(next.text)

/** px that the box of a Han may be wider than the Han. */
const rounding = 1 / 16

/** Measures a block that stands on one line; white space that the browser drops is no piece. */
export function measure({ block, found, parts }: Collection): Run {
  const shown: { it: Found; left: number; right: number; plain: boolean }[] = []
  const shownParts: number[] = []
  found.forEach((it, i) => {
    if (parts.includes(i)) shownParts.push(shown.length)
    const plain = isPlain(it, found[i + 1])
    // The first piece is measured always, and so is one that follows what is no Han.
    if (plain && shown.at(-1)?.plain) {
      shown.push({ it, left: 0, right: 0, plain })
      return
    }
    const rect = rectOf(it.spot)
    if (rect.width > 0) shown.push({ it, left: rect.left, right: rect.right, plain })
  })
  shownParts.push(shown.length)
  const pieces = shown.map(({ it, left, right, plain }, i): Piece => {
    const next = shown[i + 1]
    const ends = !next || shownParts.includes(i + 1)
    return {
      text: it.text,
      // The gap behind a Western text of another face is in the box of the Han (measured in Chromium 147).
      advance: plain ? Math.max(it.em, right - left - rounding) : (ends ? right : next.left) - left,
      em: it.em,
      bound: next !== undefined && it.kept !== null && it.kept === next.it.kept,
      call: it.call,
      code: it.code,
      halved: false,
    }
  })
  const lead = shown.length > 0 ? Math.max(0, shown[0]!.left - contentLeft(block)) : 0
  return { block, pieces: markAddresses(pieces), spots: shown.map(({ it }) => it.spot), lead, parts: shownParts }
}

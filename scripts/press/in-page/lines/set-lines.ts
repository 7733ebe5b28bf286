/**
 * The measured text of a block and its lines in; the block set in these lines out.
 *
 * A block that is set allows no break but at the <wbr> that ends each of our lines, so neither the browser nor a cut by
 * Paged.js can move one: both sides of the cut begin and end where a line does. What a line lacks is spread by the
 * browser's own justification, after Western spaces and the gaps between scripts have had their share.
 */
import { by, classes } from '../../../model/markup.ts'
import { capacities, type Line, snap, widestScriptGap, widestSpace } from './fit.ts'
import type { Run } from './measure.ts'
import { gapAfter, isBlank, isHyphenated, isOpening, isSpace, isSpread, isTrimmed, type Piece } from './pieces.ts'

/** What ends our lines. */
export const turns = `wbr, span${by.hyphen}`

/** A span round pieces of one text. */
interface Span {
  readonly offset: number
  readonly length: number
  readonly half: boolean
  readonly style: string
}

interface Turn {
  readonly at: number
  readonly hyphen: boolean
}

/** Han may be spread this much before other spaces are widened on their account. Ems. */
const unseen = 0.05

const ems = (px: number, em: number): string => `${Number((px / em).toFixed(4))}em`

/** Spans by piece. */
function spansOf(pieces: readonly Piece[], lines: readonly Line[]): Map<number, { half: boolean; styles: string[] }> {
  const spans = new Map<number, { half: boolean; styles: string[] }>()
  const at = (index: number) => {
    const span = spans.get(index) ?? { half: false, styles: [] }
    spans.set(index, span)
    return span
  }
  pieces.forEach((piece, i) => {
    if (piece.halved) at(i).half = true
  })
  for (const line of lines) {
    if (line.halfStart) halve(pieces, line.start, 1, at)
    if (line.halfEnd) halve(pieces, line.end - 1, -1, at)
    if (line.excess > 0) {
      const give = capacities(pieces, line.start, line.end)
      const share = (line.excess + 0.05) / give.reduce((a, b) => a + b, 0)
      give.forEach((px, i) => {
        if (px === 0) return
        const piece = pieces[line.start + i]!
        const side = isOpening(piece.text) ? 'left' : 'right'
        at(line.start + i).styles.push(`margin-${side}:-${ems(px * Math.min(1, share) + snap, piece.em)}`)
      })
    }
    if (line.ragged) {
      // White at its end is what the browser finds full: nothing is left to spread.
      at(line.end - 1).styles.push(`margin-right:${ems(line.slack - 0.1, pieces[line.end - 1]!.em)}`)
    } else if (line.slack > 0) widen(pieces, line, at)
    // White space of a whole em would stand beside the measure, or indent the next line.
    for (let i = line.end; i < pieces.length && isSpace(pieces[i]!.text); i++) {
      if (isBlank(pieces[i]!.text)) at(i).styles.push('letter-spacing:-1em')
    }
  }
  return spans
}

/**
 * Halves the mark at a line's edge, and those beside it that its neighbourhood has trimmed: beside a mark that `halt` has
 * made narrow the browser does not see that they are (measured in Chromium 156).
 */
function halve(pieces: readonly Piece[], edge: number, step: 1 | -1, at: (index: number) => { half: boolean }): void {
  at(edge).half = true
  for (let i = edge + step; isTrimmed(pieces[i]); i += step) at(i).half = true
}

/** Gives slack to Western spaces, up to half an em, then to the gaps between scripts, up to a third (CLREQ). */
function widen(
  pieces: readonly Piece[],
  { start, end, slack }: Line,
  at: (index: number) => { styles: string[] },
): void {
  const inner = Array.from({ length: end - start - 1 }, (_, i) => start + i)
  const spaces = inner.filter((i) => isSpace(pieces[i]!.text))
  const gaps = inner.filter((i) => gapAfter(pieces[i]!, pieces[i + 1]) > 0)
  const spread = inner.filter(
    (i) => isSpace(pieces[i]!.text) || isSpread(pieces[i]!.text) || isSpread(pieces[i + 1]!.text),
  )
  const em = pieces[start]!.em
  // Without Han there is nothing to spare: the browser spreads the spaces.
  if (spread.length === spaces.length || slack / spread.length <= unseen * em) return
  const room = spaces.map((i) => Math.max(0, widestSpace * pieces[i]!.em - pieces[i]!.advance))
  const total = room.reduce((a, b) => a + b, 0)
  const toSpaces = total > 0 ? Math.min(1, slack / total) : 0
  spaces.forEach((index, i) => {
    const px = room[i]! * toSpaces
    if (px > 0) at(index).styles.push(`letter-spacing:${ems(px, pieces[index]!.em)}`)
  })
  const rest = slack - total * toSpaces
  if (rest <= 0.1 || gaps.length === 0) return
  const each = Math.min(rest / gaps.length, (widestScriptGap - 1 / 8) * em)
  for (const index of gaps) {
    // Always on the Han: Latin words stay whole.
    const han = isSpread(pieces[index]!.text)
    const piece = han ? index : index + 1
    at(piece).styles.push(`margin-${han ? 'right' : 'left'}:${ems(each - 0.005, pieces[piece]!.em)}`)
  }
}

/** The place after a text that ends an inline element is after that element. */
function outermostEnd(node: Node, block: Element): Node {
  let outer = node
  while (outer.parentNode !== block && outer.parentNode && !outer.nextSibling) outer = outer.parentNode
  return outer
}

/** A soft hyphen allows a break by itself where its own span allows one. */
function turn(hyphen: boolean): HTMLElement {
  if (!hyphen) return document.createElement('wbr')
  const span = document.createElement('span')
  span.className = classes.hyphen
  span.append('\u00ad')
  return span
}

function rebuild(text: Text, spans: readonly Span[], ends: readonly Turn[]): void {
  const fragment = document.createDocumentFragment()
  const marks = [
    ...spans.map((span) => ({ at: span.offset, span })),
    ...ends.map((turn) => ({ ...turn, span: undefined })),
  ].sort((a, b) => a.at - b.at || (a.span ? 1 : -1))
  let done = 0
  const plain = (to: number) => {
    if (to > done) fragment.append(text.data.slice(done, to))
    done = to
  }
  for (const mark of marks) {
    const { at, span } = mark
    plain(at)
    if (!span) {
      fragment.append(turn(mark.hyphen))
      continue
    }
    const element = document.createElement('span')
    element.className = span.half ? classes.half : classes.fit
    if (span.style) element.setAttribute('style', span.style)
    done = at + span.length
    element.append(text.data.slice(at, done))
    fragment.append(element)
  }
  plain(text.data.length)
  text.replaceWith(fragment)
}

/**
 * Paged.js finds the text that begins a page by what it reads (0.4.3, indexOfTextNode), and takes an earlier one that
 * holds the same words: such a text becomes an element of its own, which Paged.js finds by its reference.
 */
export function tellApart(block: Element): void {
  for (const turn of block.querySelectorAll(turns)) {
    const text = turn.nextSibling
    if (!(text instanceof Text)) continue
    for (let before = turn.previousSibling; before; before = before.previousSibling) {
      if (!(before instanceof Text) || !before.data.includes(text.data)) continue
      const span = document.createElement('span')
      span.className = classes.fit
      text.replaceWith(span)
      span.append(text)
      break
    }
  }
}

/** The last piece that ends with a line: spaces that the browser drops at a line's start may begin the next. */
function lastOf(pieces: readonly Piece[], { end }: Line): number {
  let last = end - 1
  for (let i = end; i < pieces.length && isSpace(pieces[i]!.text); i++) if (isBlank(pieces[i]!.text)) last = i
  return last
}

/** Sets the lines; the text stays what it is. */
export function setLines({ block, pieces, spots, parts }: Run, lines: readonly Line[]): void {
  const spans = new Map<Text, Span[]>()
  const ends = new Map<Text, Turn[]>()
  for (const [index, { half, styles }] of spansOf(pieces, lines)) {
    const spot = spots[index]!
    if (!(spot.node instanceof Text)) continue
    const own = spans.get(spot.node) ?? []
    own.push({ offset: spot.offset, length: spot.length, half, style: styles.join(';') })
    spans.set(spot.node, own)
  }
  lines.forEach((line, i) => {
    if (i === lines.length - 1 || parts.includes(line.end)) return
    const { node, offset, length } = spots[lastOf(pieces, line)]!
    const hyphen = isHyphenated(pieces[line.end - 1]!, pieces[line.end])
    if (node instanceof Text && offset + length < node.length) {
      ends.set(node, [...(ends.get(node) ?? []), { at: offset + length, hyphen }])
    } else {
      const outer = outermostEnd(node, block)
      outer.parentNode!.insertBefore(turn(hyphen), outer.nextSibling)
    }
  })
  for (const text of new Set([...spans.keys(), ...ends.keys()])) {
    rebuild(text, spans.get(text) ?? [], ends.get(text) ?? [])
  }
  tellApart(block)
  block.classList.add(classes.composed)
}

/** Takes everything back that `setLines` has added. */
export function unsetLines(block: HTMLElement): void {
  for (const turn of block.querySelectorAll(turns)) turn.remove()
  for (const span of block.querySelectorAll(`span${by.half}, span${by.fit}`)) span.replaceWith(...span.childNodes)
  block.classList.remove(classes.composed)
  if (block.classList.length === 0) block.removeAttribute('class')
  block.normalize()
}

/** A character of running text in; what it is to the line out: mark, Han, Latin, space. */

/** The smallest part of a text that a line can begin or end with. */
export interface Piece {
  /** A character with its combining marks, or the base text of a ruby. */
  readonly text: string
  /** px from here to the next piece where both stand on one line: trimmed beside another mark, with the space between scripts. */
  readonly advance: number
  /** Size of the face in px. */
  readonly em: number
  /** No line may end here: a span says `nowrap` for this piece and the next. */
  readonly bound: boolean
  /** A note call: raised, belongs to what stands before it. */
  readonly call: boolean
  /** Part of code or of an address, where a hyphen would be read. */
  readonly code: boolean
  /** A mark that the browser leaves whole beside another, and that we halve. */
  readonly halved: boolean
}

interface Kind {
  readonly closing: boolean
  readonly opening: boolean
  readonly han: boolean
  readonly space: boolean
  readonly spread: boolean
  readonly western: boolean
}

/** Expressions over the scripts of Unicode are slow, and an issue has a few thousand characters. */
const kinds = new Map<string, Kind>()

function kindOf(text: string): Kind {
  const known = kinds.get(text)
  if (known) return known
  const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
  const spread = han || /^[\u3000-\u303f\uff00-\uffef]/u.test(text)
  const kind = {
    closing: /^[，。、；：？！’”）》〉】〕」』｝］〗．]$/.test(text),
    opening: /^[“‘（《〈【〔「『｛［〖]$/.test(text),
    han,
    space: /^[ \t\n\u2009]$/.test(text) || isBlank(text),
    spread,
    western: !spread && /^(?:\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Nd}|%)/u.test(text),
  }
  kinds.set(text, kind)
  return kind
}

/** Stops and closing marks: the ink is at the left of a full-width body (GB/T 15834 5.1). */
export const isClosing = (text: string): boolean => kindOf(text).closing

/** The ink is at the right of a full-width body. */
export const isOpening = (text: string): boolean => kindOf(text).opening

export const isHan = (text: string): boolean => kindOf(text).han

/** White space as wide as a character, which the browser neither drops nor narrows at the end of a line. */
export const isBlank = (text: string): boolean => /^[\u2002\u2003\u3000]$/.test(text)

export const isSpace = (text: string): boolean => kindOf(text).space

/** Where a justified line may open a gap in Chromium: at ideographs, U+3000 and full-width marks, never inside —— or ……. */
export const isSpread = (text: string): boolean => kindOf(text).spread

/** Letters and numerals between which and Han the browser leaves 1/8 em of the size before it (measured in Chromium 156). */
export const isWestern = (text: string): boolean => kindOf(text).western

export const scriptGap = 1 / 8

/** Space between scripts that the browser leaves after a piece, in px. */
export const gapAfter = (piece: Piece, next: Piece | undefined): number =>
  next && ((isHan(piece.text) && isWestern(next.text)) || (isWestern(piece.text) && isHan(next.text)))
    ? piece.em * scriptGap
    : 0

/** A full-width mark that no neighbour has trimmed. */
export const isFullWidth = (piece: Piece): boolean =>
  (isClosing(piece.text) || isOpening(piece.text)) && piece.advance > piece.em * 0.75

/** A full-width mark that the mark beside it has trimmed. */
export const isTrimmed = (piece: Piece | undefined): boolean =>
  piece !== undefined && (isClosing(piece.text) || isOpening(piece.text)) && !isFullWidth(piece)

/** A line that ends between two letters of a word shows a hyphen. */
export const isHyphenated = (piece: Piece, next: Piece | undefined): boolean =>
  next !== undefined &&
  !piece.code &&
  /^\p{Script=Latin}/u.test(piece.text) &&
  /^\p{Script=Latin}/u.test(next.text) &&
  !next.call

/** Stops that keep their width before another mark (GB/T 15834 5.1.2 sets them in one em). */
const loud = /^[？！]$/

/**
 * Halves the marks that meet another and that the browser has left whole: it trims them within one run of one face only, so
 * not behind a label in Hei, and not where a curly mark after a Latin letter counts as Western (both seen in Chromium 147).
 * @param parted whether a piece and the next stand in two elements: trimmed while pages are made, such a mark is whole again in
 * print (before a link, seen in Chromium 147).
 */
export function squeezed(pieces: readonly Piece[], parted: (i: number) => boolean = () => false): Piece[] {
  return pieces.map((piece, i) => {
    const before = pieces[i - 1]
    const next = pieces[i + 1]
    const meetsNext =
      next && isClosing(piece.text) && !loud.test(piece.text) && (isClosing(next.text) || isOpening(next.text))
    const meetsBefore = before && isOpening(piece.text) && isOpening(before.text)
    if (isFullWidth(piece))
      return meetsNext || (meetsBefore && isFullWidth(before))
        ? { ...piece, advance: piece.advance - piece.em / 2, halved: true }
        : piece
    return (meetsNext && parted(i)) || (meetsBefore && parted(i - 1)) ? { ...piece, halved: true } : piece
  })
}

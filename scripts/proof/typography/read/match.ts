/** In: the lines of all pages in the order they were painted, and what they may say. Out: for each line its passage, if any. */
import { type Passage, type Passages, plain } from './passages.ts'

export interface Match {
  readonly passage: Passage
  /** Range of the passage's text. */
  readonly from: number
  readonly to: number
  /** Significant characters of the line before the passage's own: a label, a list marker. */
  readonly label: number
}

/** Characters that layout may set before a text on its line: a label, a list marker, the number of a note. */
const longestLabel = 8
/** Shorter lines are looked for only where the text before them ended, or as a whole passage. */
const shortest = 3
/** Lines of this length are looked for in all articles. */
const telling = 6
/** As many places where text ended are kept in mind: a note at the foot interrupts its paragraph. */
const remembered = 12

export class Matcher {
  private readonly passages: Passages
  private readonly taken: Uint8Array
  /** Positions where the text of earlier lines ended, the latest last. */
  private open: number[] = []

  constructor(passages: Passages) {
    this.passages = passages
    this.taken = new Uint8Array(passages.text.length)
  }

  /** The next line. Text that was matched once is not matched again. */
  match(written: string): Match | null {
    const text = plain(written)
    if (text === '') return null
    const found = this.continued(text) ?? this.anywhere(text)
    if (!found) return null
    const [start, end] = found
    this.taken.fill(1, start, end)
    this.open = [...this.open.filter((position) => position !== start), end].slice(-remembered)
    const passage = this.passages.at(start)
    return {
      passage,
      from: start - passage.start,
      to: end - passage.start,
      label: Math.max(0, text.indexOf(this.passages.text.slice(start, end))),
    }
  }

  private continued(text: string): readonly [number, number] | null {
    for (const cut of cuts(text, 2)) {
      for (const end of this.open.toReversed()) {
        // At the end of a passage the next one may follow.
        for (const start of this.passages.text[end] === '\n' ? [end + 1] : [end])
          if (this.fits(cut, start)) return [start, start + cut.length]
      }
    }
    return null
  }

  private anywhere(text: string): readonly [number, number] | null {
    const all = this.passages.text
    // A short line says too little to be looked for in another article, unless it is all that a passage says.
    const article = this.open.length > 0 ? this.passages.at(this.open.at(-1)!).article : null
    const here = (at: number) => this.passages.at(at).article === article
    const find = (part: string, fits: (at: number) => boolean): readonly [number, number] | null => {
      for (let at = all.indexOf(part); at >= 0; at = all.indexOf(part, at + 1))
        if (fits(at) && this.fits(part, at)) return [at, at + part.length]
      return null
    }
    const whole = (at: number) => all[at + text.length] === '\n' && (at === 0 || all[at - 1] === '\n')
    const alone = find(text, (at) => whole(at) && (here(at) || text.length >= shortest))
    if (alone) return alone
    for (const cut of cuts(text, longestLabel)) {
      if (cut.length < shortest) break
      const found = find(cut, (at) => cut.length >= telling || here(at))
      if (found) return found
    }
    return null
  }

  private fits(text: string, start: number): boolean {
    return (
      this.taken[start] === 0 && this.taken[start + text.length - 1] === 0 && this.passages.text.startsWith(text, start)
    )
  }
}

/** The line as it is, without a hyphen that breaking added, and without ever more of its beginning. */
function* cuts(text: string, longest: number): Generator<string> {
  for (let label = 0; label <= Math.min(longest, text.length - 1); label++) {
    const rest = text.slice(label)
    yield rest
    if (/[-\u2010\u2011]$/.test(rest)) yield rest.slice(0, -1)
  }
}

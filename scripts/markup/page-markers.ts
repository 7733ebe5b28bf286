/**
 * The XHTML of a chapter, its blocks marked with their keys, and the places where printed pages begin, in; the XHTML with a
 * page break marker at each place, and without the keys, out. Pure.
 */
import { attributes, classes } from '../model/markup.ts'
import { escapeHtml } from './escape.ts'

export interface PageMarker {
  /** ASCII, unique in the book: page-12. */
  readonly id: string
  /** The folio, as the reader of the paper sees it. */
  readonly label: string
  readonly block: string
  /** Characters of the block before the marker; see PageStart. */
  readonly offset: number
}

interface Open {
  readonly tag: string
  /** Key of the block whose text this element holds; inherited. */
  readonly block: string | null
  /** Its text counts for nothing: a note call, an annotation, a label. */
  readonly aside: boolean
}

const asides: ReadonlySet<string> = new Set(['sup', 'rt', 'rp', 'b'])
/** Of a note, which paper numbers in another form, and of a fact, which themes word differently. */
const labels = new RegExp(` class="(?:${classes.mark}|${classes.fact})"`)
/** The key of a block as it stands in a tag. */
const keyOf = (block: string): string => ` ${attributes.block}="${block}"`
const blockKey = new RegExp(keyOf('([^"]*)'))
const uncounted = /[\s\u00ad\u200b\u2060\ufeff]/
const character = /&[^;]+;|[\s\S]/gu
/** A marker at the very beginning of one of these stands inside it, where lines of text are; of any other block before it. */
const inside: ReadonlySet<string> = new Set(['p', 'li', 'dt', 'dd', 'td', 'th'])

/** EPUB Accessibility 1.1, 4.1.3: `doc-pagebreak` with the page in its label; empty, so that no reading system shows it. */
const markup = (element: 'span' | 'div', { id, label }: PageMarker): string =>
  `<${element} epub:type="pagebreak" role="doc-pagebreak" id="${id}" aria-label="${escapeHtml(label)}"></${element}>`

/** Places every marker; one whose place the text does not have stands at the end of its block, or else of the text. */
export function placeMarkers(xhtml: string, markers: readonly PageMarker[]): string {
  const waiting = [...markers]
  const counts = new Map<string, number>()
  const stack: Open[] = []
  const out: string[] = []
  /**
   * Where the tags opened since the last text begin in `out`, in the innermost line: what breaks before a word breaks before
   * its emphasis and before the number of its line, but not between two items of a list.
   */
  let opened = -1

  const take = (found: (marker: PageMarker) => boolean): PageMarker[] => {
    const taken = waiting.filter(found)
    for (const marker of taken) waiting.splice(waiting.indexOf(marker), 1)
    return taken
  }
  const write = (element: 'span' | 'div', taken: readonly PageMarker[], at = out.length) =>
    out.splice(at, 0, ...taken.map((marker) => markup(element, marker)))

  const openTag = (source: string): void => {
    const tag = /^<([\w:-]+)/.exec(source)![1]!
    const key = blockKey.exec(source)?.[1]
    const parent = stack.at(-1)
    const clean = key === undefined ? source : source.replace(keyOf(key), '')
    const empty = source.endsWith('/>')
    const begins = key === undefined ? [] : take(({ block, offset }) => block === key && offset === 0)
    if (!inside.has(tag)) write('div', begins)
    const aside = (parent?.aside ?? false) || asides.has(tag) || labels.test(source)
    if (key !== undefined) opened = -1
    else if (opened < 0 && !aside) opened = out.length
    out.push(clean)
    if (empty) return
    stack.push({ tag, block: key ?? parent?.block ?? null, aside })
    if (!inside.has(tag)) return
    write('span', begins)
    opened = out.length
  }

  const closeTag = (source: string, at: number): void => {
    const closed = stack.pop()
    if (!closed?.aside) opened = -1
    // What should have come later in a block that ends here comes now, unless another element has more of the block.
    if (closed?.block != null && stack.at(-1)?.block !== closed.block) {
      const inText = inside.has(closed.tag)
      const isLate = ({ block }: PageMarker) => block === closed.block
      const goesOn = () => xhtml.includes(keyOf(closed.block!), at)
      const late = waiting.some(isLate) && !goesOn() ? take(isLate) : []
      if (inText) write('span', late)
      out.push(source)
      if (!inText) write('div', late)
    } else out.push(source)
  }

  const text = (source: string): void => {
    const holder = stack.at(-1)
    const due = holder?.block == null || holder.aside ? [] : waiting.filter(({ block }) => block === holder.block)
    if (holder?.block == null || holder.aside) return void out.push(source)
    let count = counts.get(holder.block) ?? 0
    for (const [piece] of due.length > 0 ? source.matchAll(character) : []) {
      if (!uncounted.test(piece)) {
        const here = take(({ block, offset }) => block === holder.block && offset === count)
        write('span', here, opened >= 0 ? opened : out.length)
        opened = -1
        count++
      }
      out.push(piece)
    }
    if (due.length === 0) {
      out.push(source)
      count += source.match(character)!.filter((piece) => !uncounted.test(piece)).length
    }
    if (source.trim() !== '') opened = -1
    counts.set(holder.block, count)
  }

  for (const { 0: piece, index } of xhtml.matchAll(/<[^>]*>|[^<]+/g)) {
    if (piece.startsWith('</')) closeTag(piece, index)
    else if (/^<[!?]/.test(piece)) out.push(piece)
    else if (piece.startsWith('<')) openTag(piece)
    else text(piece)
  }
  write('div', waiting)
  return out.join('')
}

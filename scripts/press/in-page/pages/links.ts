/**
 * The finished pages in; links where print only names what a reader on a screen wants to go to, out: addresses, figures and
 * tables, notes and back. A link looks as the text around it, so that nothing moves.
 */
import { by, having, pageTexts, valued } from '../../../model/markup.ts'
import { articleOf } from '../report/article-of.ts'

const stop = '\\s\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef<>"“”‘’…—'
const addresses = new RegExp(
  [
    `https?://[^${stop}]+`,
    `(?<![\\w./-])10\\.\\d{4,9}/[^${stop}]+`,
    '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+',
  ].join('|'),
  'gu',
)
/** 地图2 is no reference to a figure. */
const labels = /(?<![地版列代截])[图表]\d+(?![\d.-])/gu

/** Marks that end the sentence and not the address. */
function withoutStops(address: string): string {
  const bare = address.replace(/[.,;:!?]+$/, '')
  return bare.endsWith(')') && !bare.includes('(') ? withoutStops(bare.slice(0, -1)) : bare
}

function hrefOf(address: string): string {
  if (address.includes('://')) return address
  return address.includes('@') ? `mailto:${address}` : `https://doi.org/${address}`
}

/** The text of a block, over all the pages that it is divided between. */
interface Passage {
  readonly nodes: Text[]
  text: string
  /** Where each node begins in the text. */
  readonly starts: number[]
}

/** What Paged.js has left of a note where it was, hidden. */
const moved = `${valued('note', 'footnote')}:not(${having.footnoteMarker})`
const blocks = `p, li, dd, td, th, figcaption, caption, ${by.note}, ${by.authors}`

function passagesOf(pages: readonly Element[]): Passage[] {
  const passages = new Map<string | Element, Passage>()
  for (const page of pages) {
    for (const part of page.querySelectorAll(pageTexts)) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        const block = node.parentElement?.closest<HTMLElement>(blocks)
        if (!block || block.closest(moved)) continue
        const key = block.dataset.ref ?? block
        const passage = passages.get(key) ?? { nodes: [], text: '', starts: [] }
        passages.set(key, passage)
        passage.starts.push(passage.text.length)
        // A soft hyphen stands alone in its element and is no part of the word.
        passage.text += node.data === '\u00ad' ? '' : node.data
        passage.nodes.push(node)
      }
    }
  }
  return [...passages.values()]
}

/** Makes links of a stretch of a passage: one for each text in it, with the same reference. */
function link({ nodes, starts }: Passage, from: number, to: number, href: string, reference: string): void {
  for (const [i, node] of nodes.entries()) {
    const start = Math.max(from - starts[i]!, 0)
    const end = Math.min(to - starts[i]!, node.length)
    if (start >= end || node.data === '\u00ad' || node.parentElement?.closest('a')) continue
    // Two letters are not kerned over the border of an element: 1.5 px were lost between the last character of an address and the full stop.
    const leading = /[!-~]*$/.exec(node.data.slice(0, start))![0].length
    const trailing = /^[!-~]*/.exec(node.data.slice(end))![0].length
    const range = document.createRange()
    range.setStart(node, start - leading)
    range.setEnd(node, end + trailing)
    const anchor = document.createElement('a')
    anchor.setAttribute('href', href)
    anchor.dataset.ref = reference
    range.surroundContents(anchor)
  }
}

/** What the captions of an article are called, and where they stand. */
function labelledIn(article: string): Map<string, string> {
  const places = new Map<string, string>()
  for (const label of document.querySelectorAll(by.label)) {
    if (articleOf(label) !== article) continue
    const holder = label.closest<HTMLElement>(`:is(figure, table)${having.id}`)
    if (holder) places.set(label.textContent ?? '', holder.dataset.id!)
  }
  return places
}

export function linkText(pages: readonly Element[]): void {
  const labelled = new Map<string, Map<string, string>>()
  let count = 0
  for (const passage of passagesOf(pages)) {
    const holder = passage.nodes[0]!.parentElement!
    const article = articleOf(holder)
    const found: { from: number; to: number; href: string }[] = []
    for (const { 0: text, index } of passage.text.matchAll(addresses)) {
      const address = withoutStops(text)
      found.push({ from: index, to: index + address.length, href: hrefOf(address) })
    }
    if (article && !holder.closest('figcaption, caption')) {
      const places = labelled.get(article) ?? labelledIn(article)
      labelled.set(article, places)
      for (const { 0: text, index } of passage.text.matchAll(labels)) {
        const id = places.get(text)
        if (id) found.push({ from: index, to: index + text.length, href: `#${id}` })
      }
    }
    // From the last to the first: what is linked is cut off the end of its text.
    for (const { from, to, href } of found.sort((a, b) => b.from - a.from)) {
      link(passage, from, to, href, `link-${++count}`)
    }
  }
}

/**
 * Leads every call to its note and the number of the note back to the call. Paged.js keeps the note hidden in the text, with
 * the id, and gives the one at the foot another.
 */
export function linkNotes(): void {
  for (const note of document.querySelectorAll<HTMLElement>(having.footnoteMarker + having.id)) {
    const id = note.dataset.id!
    const call = document.querySelector<HTMLElement>(`a${by.call}[href="#${id}"]`)
    for (const other of document.querySelectorAll(`[id="${id}"]`)) if (other !== note) other.removeAttribute('id')
    if (!document.getElementById(id)) note.id = id
    const mark = note.querySelector<HTMLElement>(`:scope > ${by.mark}`)
    if (!call?.id || !mark || mark.querySelector('a')) continue
    const back = document.createElement('a')
    back.setAttribute('href', `#${call.id}`)
    back.append(...mark.childNodes)
    mark.append(back)
  }
}

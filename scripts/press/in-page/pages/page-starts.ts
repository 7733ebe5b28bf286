/** In the browser, once the pages are final: the place in the text with which each page begins, the same for every edition. */
import type { PageStart } from '../../../model/artifact.ts'
import { by, having } from '../../../model/markup.ts'
import { articleOf, pieces } from '../report/article-of.ts'

/**
 * What is no text of the block: small type in the line, labels and numbers that themes word differently, names at the end of an
 * article that stand in its head elsewhere, what Paged.js has moved away.
 */
const aside = `sup, rt, rp, b, ${by.mark}, ${by.call}, ${by.note}, ${by.jump}, ${by.signature}, ${having.footnoteCall}, ${having.repeated}`
const invisible = /[\s\u00ad\u200b\u2060\ufeff]/g

const counted = (text: string): number => [...text.replace(invisible, '')].length

/** `a05`, `masthead` or `contents`: the file of the EPUB that holds the element's text; null for what has none there. */
function partOf(element: Element): string | null {
  const article = articleOf(element)
  if (article) return article
  if (element.closest(by.masthead)) return 'masthead'
  return element.closest(by.contents) ? 'contents' : null
}

interface Piece {
  readonly key: string
  readonly part: string
  readonly block: string
  readonly length: number
}

/** The text and pictures of a page in order, each with the block it belongs to; a picture has no length. */
function* piecesOf(page: Element): Generator<Piece> {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof HTMLImageElement ? node : node instanceof Text ? node.parentElement : null
    const holder = element?.closest<HTMLElement>(having.block)
    const part = holder && partOf(holder)
    if (!element || !holder || !part || element.closest(aside)) continue
    const length = node instanceof Text ? counted(node.data) : 0
    if (length === 0 && node instanceof Text) continue
    const name = holder.dataset.block!
    yield { key: `${part} ${name}`, part, block: name, length }
  }
}

/** A page with nothing but what stands under the text, such as the line of affiliations. */
function endOf(area: Element): PageStart | null {
  const part = articleOf(area.querySelector(pieces))
  return part ? { part, block: 'end', offset: 0 } : null
}

/** For each page, in order; null where nothing on it stands in the text of the issue: covers and fillers. */
export function pageStarts(pages: readonly Element[]): (PageStart | null)[] {
  const before = new Map<string, number>()
  return pages.map((page) => {
    const area = page.querySelector(by.pagedjs_page_content) ?? page
    let start: PageStart | null = null
    for (const { key, part, block: name, length } of piecesOf(area)) {
      const offset = before.get(key) ?? 0
      start ??= { part, block: name, offset }
      before.set(key, offset + length)
    }
    return start ?? endOf(area)
  })
}

/** Lists of a document before its pagination in; the text of each item that holds more than text, as a block of its own, out. */
import { by } from '../../../model/markup.ts'

/** What may follow the text of an item inside it. */
const blocks = 'ul, ol, dl, p, pre, blockquote, div, figure, table, hr'

/**
 * The text before a list in an item becomes a paragraph, as it is in lists with empty lines between their items. As long as it
 * belongs to no block of its own, it can neither be kept whole without all that follows, nor are its annotations kept from
 * moving its first line (measured in Chromium 147).
 */
export function parItems(): void {
  for (const item of document.querySelectorAll<HTMLElement>(`${by.body} :is(li, dd)`)) {
    const nodes = [...item.childNodes] as (Element | CharacterData)[]
    const first = nodes.findIndex((node) => node instanceof Element && node.matches(blocks))
    const text = nodes.slice(0, Math.max(0, first))
    if (text.every((node) => node.textContent!.trim() === '')) continue
    const paragraph = document.createElement('p')
    nodes[first]!.before(paragraph)
    paragraph.append(...text)
  }
}

/** In the browser, once Paged.js has laid the pages out: fillers, page numbers, page map. */
import type { PageRecord } from '../../../model/artifact.ts'
import { barePages, by, having } from '../../../model/markup.ts'
import { setWesternHeads } from '../lines/western.ts'
import { articlesOn, fillNumbers } from './jumps.ts'
import { linkNotes, linkText } from './links.ts'
import { pageStarts } from './page-starts.ts'
import { markStructure } from './structure.ts'

/**
 * Leaves out the filler pages that the signature does not need, fills in the numbers that refer to pages and maps pages to
 * articles. `added` tells how many filler pages there are besides those of the manifest.
 */
export function finishPages(signature: number, given: number): { pages: PageRecord[]; added: number } {
  const laidOut = [...document.querySelectorAll<HTMLElement>(by.pagedjs_page)]
  const fillers = laidOut.filter((page) => page.querySelector(having.filler))
  const needed = (signature - ((laidOut.length - fillers.length) % signature)) % signature
  const spare = new Set(fillers.slice(needed))
  for (const page of spare) page.remove()
  const pages = laidOut.filter((page) => !spare.has(page))
  // A rule of Paged.js gives the blocks of a continued text a ::first-letter, and generated text is left out of the tags:
  // 三、 at the head of a heading was lost to the outline and to screen readers.
  for (const sheet of document.styleSheets) {
    for (let i = sheet.cssRules.length - 1; i >= 0; i--) {
      if (sheet.cssRules[i]!.cssText.includes('::first-letter')) sheet.deleteRule(i)
    }
  }
  setWesternHeads()
  linkNotes()
  // Paged.js takes the ids off what it moves, and the links would lead nowhere.
  for (const note of document.querySelectorAll<HTMLElement>(having.id)) {
    const id = note.dataset.id!
    if (!note.id && !document.getElementById(id)) note.id = id
  }
  fillNumbers(pages)
  linkText(pages)
  markStructure(pages)
  const starts = pageStarts(pages)
  return {
    added: Math.max(0, needed - given),
    pages: pages.map((page, index) => {
      const articles = articlesOn(page)
      return {
        number: index + 1,
        folio: page.querySelector(barePages) ? null : String(index + 1),
        article: articles[0] ?? null,
        articles,
        start: starts[index] ?? null,
      }
    }),
  }
}

/** During layout: the running title of the article laid out last. */
export function articleAtHand(): string | undefined {
  return [...document.querySelectorAll<HTMLElement>(`${by.pagedjs_page} article`)].at(-1)?.dataset.running
}

/** In the browser. Out: which article and which of its blocks was laid out last, to be named when something goes wrong. */

import type { AtHand } from './told.ts'

export function atHand(): AtHand {
  const last = [...document.querySelectorAll('.pagedjs_page article, .pagedjs_page article [data-block]')].at(-1)
  return {
    article: last?.closest('article')?.id ?? null,
    block: last?.closest<HTMLElement>('[data-block]')?.dataset.block ?? null,
  }
}

/** In the browser. Out: which article and which of its blocks was laid out last, to be named when something goes wrong. */
import { articleOf, pieces } from './article-of.ts'
import type { AtHand } from './told.ts'

export function atHand(): AtHand {
  const last = [
    ...document.querySelectorAll(`.pagedjs_page :is(${pieces}), .pagedjs_page :is(${pieces}) [data-block]`),
  ].at(-1)
  return {
    article: articleOf(last),
    block: last?.closest<HTMLElement>('[data-block]')?.dataset.block ?? null,
  }
}

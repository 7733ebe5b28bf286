/** In the browser. Out: which article and which of its blocks was laid out last, to be named when something goes wrong. */
import { by, having } from '../../../model/markup.ts'
import { articleOf, pieces } from './article-of.ts'
import type { AtHand } from './told.ts'

export function atHand(): AtHand {
  const last = [
    ...document.querySelectorAll(
      `${by.pagedjs_page} :is(${pieces}), ${by.pagedjs_page} :is(${pieces}) ${having.block}`,
    ),
  ].at(-1)
  return {
    article: articleOf(last),
    block: last?.closest<HTMLElement>(having.block)?.dataset.block ?? null,
  }
}

/** In the browser. Out: which article and which of its blocks was laid out last, to be named when something goes wrong. */

export interface AtHand {
  /** Id of the article; null outside of articles. */
  readonly article: string | null
  /** Key of the block in its body; null in its head and tail, or where it is not known. */
  readonly block: string | null
}

export function atHand(): AtHand {
  const last = [...document.querySelectorAll('.pagedjs_page article, .pagedjs_page article [data-block]')].at(-1)
  return {
    article: last?.closest('article')?.id ?? null,
    block: last?.closest<HTMLElement>('[data-block]')?.dataset.block ?? null,
  }
}

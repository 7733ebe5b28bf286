/** In the browser. An element in; the article that it belongs to out, whose rest after a jump is a piece of it as the first part is. */

import { readId } from '../../../model/ids.ts'
import { by } from '../../../model/markup.ts'

/** Articles, and what is printed of them after a jump. */
export const pieces = `article, section${by.continuation}`

/** Id of the article; null outside of articles. */
export function articleOf(element: Element | null | undefined): string | null {
  const piece = element?.closest<HTMLElement>(pieces)
  // Paged.js keeps ids as `data-id`, since what is divided would have them twice.
  const id = piece?.dataset.id || piece?.id
  return (id && (readId(id)?.article ?? id)) || null
}

/** In the browser. Out: where the pages lie in the document; in: a place that the window is to show. */
import { by } from '../../../model/markup.ts'

export const pagePlaces = (): (readonly [x: number, y: number])[] =>
  [...document.querySelectorAll(by.pagedjs_page)].map((page) => {
    const { x, y } = page.getBoundingClientRect()
    return [x + scrollX, y + scrollY]
  })

export const show = (x: number, y: number): void => scrollTo(x, y)

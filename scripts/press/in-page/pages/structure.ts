/** The finished pages in; a mark on every element that is something to the structure of the PDF, out. Nothing moves. */

import { barePages, by, having, pageTexts } from '../../../model/markup.ts'
import { articleOf, pieces } from '../report/article-of.ts'
import { timesShown } from '../tables/tables.ts'
import { readMark, writeMark } from './marks.ts'

/** Types by selector; the first that fits holds. */
const types: readonly (readonly [selector: string, type: string])[] = [
  [pieces, 'Art'],
  [`${barePages}, ${by.masthead}, ${by.contents}`, 'Sect'],
  [`${by.contents} :is(${by.section}, li)`, 'TOCI'],
  [`${by.contents} ol`, 'TOC'],
  [`${by.references} > p:not(${by.label})`, 'LI'],
  [`${by.notes} > p:not(${by.label}), ${having.footnoteMarker}`, 'Note'],
  [`${by.references} ${by.mark}, ${by.note} > ${by.mark}`, 'Lbl'],
  [`a${by.call}`, 'Call'],
  ['dl > div', 'LI'],
  ['dl', 'L'],
  ['dt', 'Lbl'],
  ['dd', 'LBody'],
  [`thead${having.repeated} tr`, 'Again'],
  ['thead tr', 'Head'],
  ['tr', 'TR'],
  ['p, pre', 'P'],
  ['figure', 'Div'],
  ['figcaption, caption', 'Caption'],
  ['h1, h2, h3, h4, h5, h6, ol, ul, li, blockquote, table, th, td', 'Same'],
  ['a, em, strong, code, ruby', 'Same'],
  ['[lang]', 'Span'],
]

/** What an element shares with the other pieces of it. */
function identityOf(element: HTMLElement, type: string): string | undefined {
  const { id, ref } = element.dataset
  if (type === 'Art') return articleOf(element) ?? undefined
  if (type === 'Call') return element.getAttribute('href')?.slice(1)
  return type === 'Note' ? (id ?? element.id) : ref
}

/** To Chromium a box without a meaning is nothing without a role, and so is a paragraph that holds boxes only. */
const overlooked = 'span, div, p'

export function markStructure(pages: readonly Element[]): void {
  const keys = new Map<string, number>()
  let last = 0
  const keyOf = (identity: string | undefined): number => {
    const known = identity && keys.get(identity)
    if (known) return known
    last++
    if (identity) keys.set(identity, last)
    return last
  }
  for (const page of pages) {
    for (const element of page.querySelectorAll<HTMLElement>(`:is(${pageTexts}) *`)) {
      const type = types.find(([selector]) => element.matches(selector))?.[1]
      if (!type) continue
      const above = element.closest<HTMLElement>('[lang]')?.lang ?? ''
      const language = readMark(above)?.language ?? above
      const shown = type === 'Head' ? timesShown(element) : 1
      const written = shown > 1 ? `${type}${shown}` : type
      element.lang = writeMark({ language, type: written, key: keyOf(identityOf(element, type)) })
      if (element.matches(overlooked) && !element.hasAttribute('role')) element.setAttribute('role', 'group')
    }
  }
}

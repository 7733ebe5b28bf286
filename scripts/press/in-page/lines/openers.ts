/**
 * The openings of features at their measures in; those whose names, deck or title have no room on the ground set as a plain head
 * out: its title horizontal, its names one after the other, and as many pages as they need. Runs before titles are turned.
 */
import { by, classes } from '../../../model/markup.ts'
import { guarded } from '../report/guarded.ts'

/** px by which a box may seem fuller than it is. */
const rounding = 1

const found: string[] = []

/** Ids of the articles that open with a plain head instead of a ground. */
export const plainOpeners = (): readonly string[] => found

const overflows = (box: Element): boolean =>
  box.scrollHeight > box.clientHeight + rounding || box.scrollWidth > box.clientWidth + rounding

export function settleOpeners(): void {
  for (const article of document.querySelectorAll<HTMLElement>(by.article + by.feature)) {
    guarded('page', article, () => settle(article), undefined)
  }
}

function settle(article: HTMLElement): void {
  const head = article.querySelector(`:scope > ${by.head}`)
  const deck = head?.querySelector(by.deck)
  // A theme may open its features in another way.
  if (!head || !deck) return
  // The deck stands at the left of the title, and leaves the head there.
  const beside = deck.getBoundingClientRect().left < head.getBoundingClientRect().left - rounding
  if (!beside && !overflows(head.querySelector(by.display)!) && !overflows(deck)) return
  found.push(article.id)
  article.classList.remove(classes.feature, classes.large, classes.subtitled)
  article.classList.add(classes.standard, classes['plain-opener'])
  const title = head.querySelector('h2')!
  for (const mark of title.querySelectorAll(by.upright)) mark.replaceWith(...mark.childNodes)
  for (const column of title.querySelectorAll(by.sense)) column.classList.add(classes.long)
  const parts = [by['section-name'], 'h2', by.subtitle, by.byline, by.affiliations, by.lead]
  head.replaceChildren(...parts.flatMap((part) => head.querySelector(part) ?? []))
}

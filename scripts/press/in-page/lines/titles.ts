/** The titles and headings of a document in its final measures in; the same, turned between words where nobody says where, out. */
import { by } from '../../../model/markup.ts'
import { articleOf } from '../report/article-of.ts'
import { guarded } from '../report/guarded.ts'
import type { DividedTitle } from '../report/told.ts'

const titles = `${by.head} :is(h2, ${by.subtitle}), ${by.body} :is(h3, h4)`
const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** After these a line may turn in any case: `word-break: keep-all` holds everything else together. */
const marks = /(?<=[，、；：。？！…—　])/u
/** Particles belong to the word before them. */
const leaning = /^[的地得之了着过们吗呢吧者性化]/u
/** A place between two longer words may lie inside a term, which is worse than lines that differ by so many characters. */
const insideTerm = 6

interface Place {
  readonly offset: number
  readonly cost: number
}

/** Where a part of a title may turn so that neither half is longer than a line, the best place first. */
export function placesToTurn(part: string, longest: number): number[] {
  const found: Place[] = []
  const segments = [...words.segment(part)]
  segments.forEach(({ index, segment }, i) => {
    if (i === 0 || leaning.test(segment) || index > longest || part.length - index > longest) return
    const term = segment.length > 1 && segments[i - 1]!.segment.length > 1
    found.push({ offset: index, cost: Math.abs(part.length - 2 * index) + (term ? insideTerm : 0) })
  })
  return found.sort((a, b) => a.cost - b.cost).map(({ offset }) => offset)
}

function divide(text: Text, characters: number): [string, string] | null {
  let start = 0
  for (const part of text.data.split(marks)) {
    const place = part.length > characters ? placesToTurn(part, characters)[0] : undefined
    if (place !== undefined) {
      const rest = text.splitText(start + place)
      rest.before(document.createElement('wbr'))
      return [part.slice(0, place), part.slice(place)]
    }
    start += part.length
  }
  return null
}

/** Runs before the pages are made. Vertical titles have their columns from layout. */
export function turnTitles(): DividedTitle[] {
  return [...document.querySelectorAll<HTMLElement>(titles)].flatMap((title) =>
    guarded('lines', title, () => turnTitle(title), []),
  )
}

function turnTitle(title: HTMLElement): DividedTitle[] {
  const divided: DividedTitle[] = []
  const style = getComputedStyle(title)
  if (style.writingMode !== 'horizontal-tb') return []
  title.style.overflowWrap = 'normal'
  const tooLong = title.scrollWidth > title.clientWidth + 1
  title.style.removeProperty('overflow-wrap')
  if (title.getAttribute('style') === '') title.removeAttribute('style')
  if (!tooLong) return []
  const spacing = Number.parseFloat(style.letterSpacing) || 0
  const characters = Math.floor(title.clientWidth / (Number.parseFloat(style.fontSize) + spacing))
  const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  const article = articleOf(title) ?? ''
  for (const text of texts) {
    const halves = divide(text, characters)
    if (halves) divided.push({ article, before: halves[0], after: halves[1] })
  }
  return divided
}

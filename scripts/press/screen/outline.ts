/** In: the finished tree, the issue, and where each content stands. Out: the outline: section (栏目) › article › heading. */
import { type PDFDict, type PDFDocument, PDFName, PDFNull, type PDFRef } from '@cantoo/pdf-lib'
import { inlineText } from '../../model/body.ts'
import type { Article, Issue } from '../../model/issue.ts'
import { type Box, name, round, textString } from '../pdf/document.ts'
import { textOf } from './links.ts'
import { contentsOf, type Element, elementsOf, isElement, keyOf } from './tree/read.ts'
import type { TaggedContent } from './tree/tagged-content.ts'
import { isHeading } from './tree/types.ts'

interface Item {
  readonly title: string
  /** Reference of the page. */
  readonly page: string
  /** Points from the foot of the page; undefined for the head of the page. */
  readonly top: number | undefined
  readonly items: Item[]
}

interface Entry {
  readonly level: number
  readonly item: Item
}

/** Space above the line that a reader is sent to, in points. */
const above = 6

/** A space between Han marks where a display line may break. */
const wide = '[\\p{Script=Han}\\u2014\\u2018-\\u201d\\u2026\\u3001-\\u301f\\uff01-\\uff60]'
const breakOpportunity = new RegExp(`(?<=${wide}) +(?=${wide})`, 'gu')
/** As it is read, and not as it breaks on the page. */
export const clean = (title: string): string =>
  title
    .replace(breakOpportunity, '\u3000')
    .replace(/\s*\n\s*/g, ' ')
    .trim()

const headingsOf = ({ body }: Article): string[] =>
  body.flatMap(({ type }, i) =>
    type === 'heading_open' ? [inlineText(body[i + 1]?.children ?? [], { ruby: false })] : [],
  )

export interface OutlineOptions {
  readonly content: ReadonlyMap<string, TaggedContent>
  /** Where the characters of a content stand on the finished page. */
  readonly linesOf: (key: string) => Box | undefined
}

/** The items in reading order, each with the level of its heading. */
class Outliner {
  private readonly issue: Issue
  private readonly options: OutlineOptions
  private articles = 0

  constructor(issue: Issue, options: OutlineOptions) {
    this.issue = issue
    this.options = options
  }

  private entry(element: Element, title = textOf(element, this.options.content)): Entry[] {
    const first = contentsOf(element).next().value
    if (!first) return []
    const top = this.options.linesOf(keyOf(first))?.[3]
    return [{ level: Number(element.type[1]), item: { title: clean(title), page: first.page, top, items: [] } }]
  }

  /** An article leads to its title; where something of it stands on a page before that, to the head of that page. */
  private article(element: Element): Entry[] {
    const article = this.issue.articles[this.articles++]
    const [title, ...headings] = [...elementsOf(element)].filter(({ type }) => isHeading(type))
    if (!title) return []
    const written = article ? headingsOf(article) : []
    const named = headings.flatMap((heading, i) =>
      this.entry(heading, written.length === headings.length ? written[i] : undefined),
    )
    const begins = contentsOf(element).next().value!.page
    const own = this.entry(title, article?.title).map(({ level, item }) =>
      item.page === begins ? { level, item } : { level, item: { ...item, page: begins, top: undefined } },
    )
    return [...own, ...named]
  }

  of(element: Element): Entry[] {
    if (element.type === 'Art') return this.article(element)
    if (isHeading(element.type)) return this.entry(element)
    return element.kids.filter(isElement).flatMap((kid) => this.of(kid))
  }
}

/** Each item below the one of a higher level before it: section › article › heading. */
function nested(entries: readonly Entry[]): Item[] {
  const top: Item[] = []
  const open: Entry[] = []
  for (const entry of entries) {
    while (open.length > 0 && open.at(-1)!.level >= entry.level) open.pop()
    ;(open.at(-1)?.item.items ?? top).push(entry.item)
    open.push(entry)
  }
  return top
}

/** Writes the outline in place of the browser's (ISO 32000-1 12.3.3); sections are open, articles closed. */
export function writeOutline(document: PDFDocument, root: Element, issue: Issue, options: OutlineOptions): void {
  const { context, catalog } = document
  const pages = new Map(document.getPages().map(({ ref }) => [ref.toString(), ref]))
  /** Gives how many items are to be seen below the parent. */
  const write = (items: readonly Item[], parent: PDFRef, holder: PDFDict, level: number): number => {
    const refs = items.map(() => context.nextRef())
    let seen = items.length
    for (const [i, { title, page, top, items: below }] of items.entries()) {
      const place = top === undefined ? PDFNull : context.obj(round(top + above))
      const dict = context.obj({
        Title: textString(title),
        Parent: parent,
        Dest: [pages.get(page)!, PDFName.of('XYZ'), PDFNull, place, PDFNull],
        ...(i > 0 && { Prev: refs[i - 1]! }),
        ...(i + 1 < refs.length && { Next: refs[i + 1]! }),
      })
      context.assign(refs[i]!, dict)
      const count = write(below, refs[i]!, dict, level + 1)
      if (count === 0) continue
      dict.set(name('Count'), context.obj(level === 0 ? count : -count))
      if (level === 0) seen += count
    }
    if (refs.length > 0) {
      holder.set(name('First'), refs[0]!)
      holder.set(name('Last'), refs.at(-1)!)
    }
    return seen
  }
  const outlines = context.obj({ Type: 'Outlines' })
  const ref = context.register(outlines)
  const count = write(nested(new Outliner(issue, options).of(root)), ref, outlines, 0)
  if (count === 0) return void catalog.delete(name('Outlines'))
  outlines.set(name('Count'), context.obj(count))
  catalog.set(name('Outlines'), ref)
}

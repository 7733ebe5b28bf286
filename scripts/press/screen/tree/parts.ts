/** In: elements with the types that the layout means. Out: lists, tables, contents, notes and headings with the parts that they must have. */
import { name } from '../../pdf/document.ts'
import { type Element, elementsOf, isAnnotation, isElement, type Kid, made } from './read.ts'
import { groupings, inline, isHeading } from './types.ts'

const typeOf = (kid: Kid): string | undefined => (isElement(kid) ? kid.type : undefined)

/** Puts each run of kids for which `belongs` holds into an element of its own. */
function wrapRuns(kids: readonly Kid[], belongs: (kid: Kid) => boolean, wrap: (run: Kid[]) => Element): Kid[] {
  const out: Kid[] = []
  let run: Kid[] = []
  const close = (): void => {
    if (run.length > 0) out.push(wrap(run))
    run = []
  }
  for (const kid of kids) {
    if (belongs(kid)) run.push(kid)
    else {
      close()
      out.push(kid)
    }
  }
  close()
  return out
}

/** An item is a label and a body (ISO 32000-1 table 336); Chromium leaves the body out. */
function itemOf(kids: readonly Kid[]): Kid[] {
  const labels = kids.filter((kid) => typeOf(kid) === 'Lbl')
  const rest = kids.filter((kid) => typeOf(kid) !== 'Lbl')
  const body = rest.length > 0 && rest.every((kid) => typeOf(kid) === 'LBody') ? rest : [made('LBody', rest)]
  return rest.length > 0 ? [...labels, ...body] : labels
}

/** The terms and descriptions of a glossary stand side by side: each term begins an item. */
function itemsOf(kids: readonly Kid[]): Kid[] {
  const items: Kid[] = []
  for (const kid of kids) {
    const last = items.at(-1)
    if (typeOf(kid) === 'LI' || typeOf(kid) === 'Caption' || typeOf(kid) === 'L') items.push(kid)
    else if (typeOf(kid) === 'Lbl' || !last || typeOf(last) !== 'LI') items.push(made('LI', [kid]))
    else (last as Element).kids.push(kid)
  }
  return items
}

/** Rows of the head and of the body, after the caption. */
function tableOf(kids: readonly Kid[]): Kid[] {
  const rows = kids.filter((kid) => typeOf(kid) === 'TR') as Element[]
  const head = rows.filter(({ mark }) => mark?.type.startsWith('Head'))
  const body = rows.filter((row) => !head.includes(row))
  const caption = kids.filter((kid) => typeOf(kid) === 'Caption')
  if (head.length === 0) return [...caption, ...rows]
  return [...caption, made('THead', head), ...(body.length > 0 ? [made('TBody', body)] : [])]
}

/** An entry of the contents: what refers to the article, its authors as a paragraph, the entries below it. */
function entryOf(kids: readonly Kid[]): Kid[] {
  const known = new Set(['Reference', 'Lbl', 'P', 'TOC'])
  return wrapRuns(
    kids,
    (kid) => !known.has(typeOf(kid) ?? ''),
    (run) => made('P', run),
  )
}

/** Items and entries belong into a list, loose text into a paragraph. */
function groupingOf(kids: readonly Kid[]): Kid[] {
  const isOf = (type: string) => (kid: Kid) => typeOf(kid) === type
  // Only the references have labels and no list in HTML; they are numbered.
  const listed = wrapRuns(kids, isOf('LI'), (run) => ({ ...made('L', run), numbering: 'Decimal' }))
  const entered = wrapRuns(listed, isOf('TOCI'), (run) => made('TOC', run))
  return wrapRuns(
    entered,
    (kid) => !isElement(kid) || inline.has(kid.type),
    (run) => made('P', run),
  )
}

/** A link to another place in the issue. */
const leadsInside = (kid: Kid): boolean =>
  isElement(kid) && kid.type === 'Link' && kid.kids.some((it) => isAnnotation(it) && it.annotation.has(name('Dest')))

/** The number of a note is its label; where it leads back, it is a link. */
const noteOf = ([first, ...rest]: readonly Kid[]): Kid[] =>
  first && leadsInside(first) ? [made('Lbl', [first]), ...rest] : first ? [first, ...rest] : []

/** Gives every element the parts that its type asks for, from the innermost to the top. */
export function completeParts(element: Element): void {
  for (const kid of element.kids) if (isElement(kid)) completeParts(kid)
  const { type } = element
  if (type === 'Note') element.kids = noteOf(element.kids)
  if (type !== 'Lbl') element.kids = element.kids.map((kid) => (leadsInside(kid) ? made('Reference', [kid]) : kid))
  if (type === 'LI') element.kids = itemOf(element.kids)
  else if (type === 'L') {
    element.kids = itemsOf(element.kids)
    for (const kid of element.kids) if (isElement(kid) && kid.type === 'LI') kid.kids = itemOf(kid.kids)
  } else if (type === 'Table') element.kids = tableOf(element.kids)
  else if (type === 'TOCI') element.kids = entryOf(element.kids)
  else if (groupings.has(type)) element.kids = groupingOf(element.kids)
}

/**
 * Sections: the heading with the name of one (栏目) stands in its first article; it becomes the heading of all of them, and
 * comes before the title (H1 before H2).
 */
export function groupSections(root: Element): void {
  const out: Kid[] = []
  let section: Element | undefined
  for (const kid of root.kids) {
    if (!isElement(kid) || kid.type !== 'Art') {
      if (typeOf(kid) !== 'Note') section = undefined
      out.push(kid)
      continue
    }
    const heading = kid.kids.find((it) => typeOf(it) === 'H1')
    if (heading) {
      kid.kids = kid.kids.filter((it) => it !== heading)
      section = made('Sect', [heading])
      out.push(section)
    }
    ;(section?.kids ?? out).push(kid)
  }
  root.kids = out
}

/** No level is left out on the way down (PDF/UA-1 7.4.2). */
export function levelHeadings(root: Element): void {
  let before = 0
  for (const element of elementsOf(root)) {
    if (!isHeading(element.type)) continue
    before = Math.min(Number(element.type[1]), before + 1)
    element.type = `H${before}`
  }
}

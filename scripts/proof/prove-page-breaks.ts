/**
 * In: an EPUB, and what was read from the PDF of the same issue. Out: whether two readers, one with paper, mean the same place
 * by the same page: each printed page of text has one marker, the page list leads to it, and the words after it are the
 * words with which the page begins.
 */
import type { Element, Node } from '@xmldom/xmldom'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { classes } from '../model/markup.ts'
import { type EpubContainer, elementsOf, hasWord, resolve } from './epub/container.ts'
import type { PagedArticle, PagedEvidence } from './paged/evidence.ts'
import { sample, significant } from './text/characters.ts'
import type { Verdict } from './verdict/verdict.ts'

/** What the PDF tells of its pages. */
export interface PrintedPages {
  readonly evidence: PagedEvidence
  /** Letters inside vector pictures, which are text in a PDF only. */
  readonly drawn: readonly string[]
  /** Of the articles. */
  readonly titles: readonly string[]
  /** By article: what paper adds to its words of itself, `generatedIn` of its blocks. */
  readonly generated: readonly (readonly string[])[]
  /** By article: what stands at the end of its text on paper only: the line of its affiliations, the names that sign it. */
  readonly closings: readonly (readonly string[])[]
}

interface Marker {
  readonly entry: string
  readonly id: string
  readonly label: string
  /** Text from the marker to the end of its document, and from the beginning of the article to it. */
  readonly after: string
  readonly before: string
  /** Whether pictures stand between the marker and the end of its document. */
  readonly shows: boolean
  /** Characters of `after` up to the end of the part it stands in: what follows stands in another order on paper. */
  readonly within: number
}

/** Characters that are compared: enough that hardly any other place of an issue has the same. */
const compared = 12

/** Calls of notes are circled figures on paper and bracketed ones in an EPUB: both are left out. */
const calls = /[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]/gu

/** No text of the flow: annotations, calls, notes; and addresses, which paper has not. */
const silent: ReadonlySet<string> = new Set(['rt', 'rp', 'head', 'style', 'script'])
const apart: ReadonlySet<string> = new Set(['doc-noteref', 'doc-backlink'])
const isContact = (element: Element): boolean => hasWord(element, 'class', classes.contact)

/** Where somebody has an address but no notice, paper does not have the name there either. */
function tellsNothing(element: Element): boolean {
  const contacts = elementsOf(element, 'span').filter(isContact)
  const names = elementsOf(element, 'b')
  const said = (of: readonly Node[]): string => of.map((node) => significant(node.textContent ?? '')).join('')
  return element.localName === 'p' && contacts.length > 0 && said([element]) === said([...names, ...contacts])
}

/** Parts of an article that paper has in an order of its own. */
const parts = [classes.byline, classes.affiliations, classes.lead, classes.facts, classes.body]

/** Labels are worded by themes. */
const labels = /^作者简介|[:：]/gu

/** Of the words of a page, those that may be text in the EPUB too: it may begin in the middle of a line that is not. */
function withoutClosing(page: string, closing: string): readonly string[] {
  if (closing === '') return [page]
  if (page.includes(closing)) return [page.replace(closing, '')]
  const rests = Array.from(closing, (_, from) => closing.slice(from))
  return [page, ...rests.filter((rest) => page.startsWith(rest)).map((rest) => page.slice(rest.length))]
}

function markersIn(root: Element, entry: string): Marker[] {
  const found: { element: Element; at: number; end: number | null; flow: { text: string }; shows: boolean }[] = []
  const visit = (node: Node, flow: { text: string }): void => {
    if (node.nodeType === node.TEXT_NODE) flow.text += significant(node.nodeValue ?? '').replace(calls, '')
    if (node.nodeType !== node.ELEMENT_NODE) return
    const element = node as Element
    const role = element.getAttribute('role') ?? ''
    // Foot notes are no part of the text that goes on; notes after the article are a text of their own.
    const own = role === 'doc-endnotes' ? { text: '' } : flow
    const before = found.length
    if (role === 'doc-pagebreak') found.push({ element, at: flow.text.length, end: null, flow, shows: false })
    else if (element.localName === 'img') for (const marker of found) marker.shows = true
    else if (!silent.has(element.localName ?? '') && !apart.has(role) && !isContact(element)) {
      if (!tellsNothing(element)) for (const child of element.childNodes) visit(child, own)
      if (!parts.some((part) => hasWord(element, 'class', part))) return
      for (const marker of found.slice(before)) marker.end ??= own.text.length
    }
  }
  visit(root, { text: '' })
  return found.map(({ element, at, end, flow: { text }, shows }) => ({
    entry,
    id: element.getAttribute('id') ?? '',
    label: element.getAttribute('aria-label') ?? '',
    after: text.slice(at),
    before: text.slice(0, at),
    shows,
    within: (end ?? text.length) - at,
  }))
}

const pageListOf = ({ documents, items }: EpubContainer): { label: string; target: string }[] => {
  const entry = items.find((item) => item.properties.includes('nav'))?.entry
  const document = entry === undefined ? undefined : documents.get(entry)
  const nav = document && elementsOf(document, 'nav').find((it) => hasWord(it, 'epub:type', 'page-list'))
  return (nav ? elementsOf(nav, 'a') : []).map((a) => {
    const { entry: file, fragment } = resolve(entry!, a.getAttribute('href') ?? '')
    return { label: significant(a.textContent ?? ''), target: `${file}#${fragment}` }
  })
}

/** How many characters of a page are read from its beginning: the compared ones and what is generated between them. */
const read = 120

/**
 * Whether the words of a page are those of the text of the book. What paper generates is passed over: numbers and bullets of
 * items, labels, heads of tables that go on, and the letters of a picture are no text of an EPUB.
 */
function agree(page: string, text: string, generated: readonly string[]): boolean {
  const { length } = text
  /** Places in both from which on nothing agrees. */
  const failed = new Set<string>()
  const from = (p: number, t: number): boolean => {
    if (t === length || (p === page.length && t > 0)) return true
    const key = `${p} ${t}`
    if (p > read || failed.has(key)) return false
    failed.add(key)
    if (p < page.length && page[p] === text[t] && from(p + 1, t + 1)) return true
    return generated.some((words) => page.startsWith(words, p) && from(p + words.length, t))
  }
  return from(0, 0)
}

function agrees(marker: Marker, printed: string, generated: readonly string[], closings: readonly string[]): boolean {
  const pages = closings
    .reduce<readonly string[]>(
      (all, closing) => all.flatMap((page) => withoutClosing(page, closing)),
      [printed.replace(calls, '')],
    )
    .map((page) => page.replace(labels, ''))
  const after = marker.after
    .slice(0, marker.within || undefined)
    .replace(labels, '')
    .slice(0, compared)
  // Nothing of the text is left for this page.
  return pages.some((page) => (after === '' ? page === '' : agree(page, after, generated)))
}

export function checkPageBreaks(verdict: Verdict, container: EpubContainer, printed: PrintedPages, file: string): void {
  const { evidence } = printed
  const markers = container.spine.flatMap(({ entry }) => {
    const root = container.documents.get(entry)?.documentElement
    return root ? markersIn(root, entry) : []
  })
  const pages = evidence.pages.filter(({ folio }) => folio !== null)
  if (markers.length === 0) {
    verdict.check('epub/page-list', file, [diagnostic('epub/unpaged', { file }, { pages: pages.length })])
    return
  }
  for (const { number, folio } of pages) {
    const page = number - 1
    const label = folio!
    const own = markers.filter((marker) => marker.label === label)
    const [marker] = own
    const causes: Diagnostic[] = []
    if (!marker || own.length > 1) causes.push(diagnostic('epub/page-marker', { file }, { label, found: own.length }))
    else if (!standsWhere(marker, page, printed)) {
      const words = { found: sample(marker.after), expected: sample(evidence.beginnings[page]!) }
      causes.push(diagnostic('epub/page-place', { file, entry: marker.entry }, { label, ...words }))
    }
    verdict.check('epub/page-break', label, causes)
  }
  const listed = pageListOf(container)
  // In the order of the book (EPUB 3.3, 7.4.3): what is continued elsewhere on paper is whole here.
  const wanted = markers.map(({ entry, id, label }) => ({ label, target: `${entry}#${id}` }))
  const differ = JSON.stringify(listed) !== JSON.stringify(wanted)
  const counts = { found: listed.length, expected: pages.length }
  verdict.check('epub/page-list', file, differ ? [diagnostic('epub/page-list', { file }, counts)] : [])
  const known = new Set(pages.map(({ folio }) => folio))
  const foreign = markers.filter(({ label }) => !known.has(label))
  verdict.check(
    'epub/page-break',
    file,
    foreign.map(({ entry, label }) => diagnostic('epub/page-foreign', { file, entry }, { label })),
  )
}

/** Titles of articles in the order in which a text of the contents has them. */
const titlesIn = (text: string, titles: readonly string[], find: 'indexOf' | 'lastIndexOf'): string[] =>
  titles
    .map((title) => ({ title, at: text[find](title) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ title }) => title)

/** The words with which an article goes on here: of a page of pictures alone, those of its next page with any. */
function firstWords({ beginnings, owners }: PagedEvidence, page: number): string {
  const next = beginnings.findIndex((text, i) => i >= page && (text !== '' || owners[i] !== owners[page]))
  return next >= 0 && owners[next] === owners[page] ? beginnings[next]! : ''
}

/** The last pictures of the article before may stand, without a word, above the head with which the text of a page begins. */
const endsInPictures = (marker: Marker, before: PagedArticle | null | undefined, page: number): boolean =>
  marker.after === '' && marker.shows && before?.last === page

function standsWhere(marker: Marker, page: number, printed: PrintedPages): boolean {
  const { evidence, drawn, titles, generated, closings } = printed
  const owner = evidence.owners[page]
  const article = owner == null ? null : evidence.articles[owner]
  // Head and names of an article stand in another order on paper; all of it comes after the marker.
  if (article && article.first === page + 1 && article.start === 0) {
    return marker.before === '' || endsInPictures(marker, evidence.articles[owner! - 1], page)
  }
  if (owner != null) {
    return agrees(marker, firstWords(evidence, page), [...drawn, ...generated[owner]!], closings[owner]!)
  }
  // Of the masthead and the contents, too, the parts stand in another order on paper; each begins with its first page.
  if (marker.before === '') return evidence.owners[page - 1] == null
  // What only paper tells of the journal, who publishes it and where, begins a page after the masthead of the book.
  if (marker.after === '' && page > 0 && evidence.owners[page - 1] == null) {
    return !marker.before.includes(evidence.beginnings[page]!.slice(0, compared))
  }
  const here = evidence.pages[page]!.all.text
  const there = evidence.pages[page - 1]?.all.text ?? ''
  const first = titlesIn(marker.after, titles, 'indexOf')[0]
  const last = titlesIn(marker.before, titles, 'lastIndexOf').at(-1)
  return first !== undefined && last !== undefined && here.includes(first) && there.includes(last)
}

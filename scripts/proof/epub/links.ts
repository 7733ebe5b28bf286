/** An opened EPUB in; what is wrong with its ways from place to place, navigation, notes, links and ids, out. */
import type { Element } from '@xmldom/xmldom'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/place.ts'
import { at, type Book, pagesOf, shortText } from './book.ts'
import { elementsOf, hasScheme, hasWord, notesOf, resolve } from './container.ts'

const navigationOf = (book: Book) => {
  const nav = book.items.find((item) => item.properties.includes('nav'))
  const document = nav && book.documents.get(nav.entry)
  return nav && document ? { entry: nav.entry, lists: elementsOf(document, 'nav') } : null
}

/** Everything that is read in order but the cover must be reachable from the table of contents. */
export function navigation(book: Book): Diagnostic[] {
  const nav = navigationOf(book)
  if (!nav) return []
  const linked = (type: string, word?: string): Set<string> =>
    new Set(
      nav.lists
        .filter((list) => hasWord(list, 'epub:type', type))
        .flatMap((list) => elementsOf(list, 'a'))
        .filter((a) => word === undefined || hasWord(a, 'epub:type', word))
        .map((a) => resolve(nav.entry, a.getAttribute('href') ?? '').entry),
    )
  const listed = linked('toc')
  const cover = linked('landmarks', 'cover')
  return book.spine
    .filter(({ entry }) => !listed.has(entry) && !cover.has(entry))
    .map(({ entry }) => {
      const page = book.documents.get(entry)
      const title = page && elementsOf(page, 'title')[0]
      return diagnostic('epub/not-in-navigation', at(book, entry), { title: title ? shortText(title) : entry })
    })
}

/** Cover, contents and beginning of the text are told once each: reading systems jump to the first that they find. */
export function landmarks(book: Book): Diagnostic[] {
  const nav = navigationOf(book)
  if (!nav) return []
  const links = nav.lists
    .filter((list) => hasWord(list, 'epub:type', 'landmarks'))
    .flatMap((list) => elementsOf(list, 'a'))
  const types = links.flatMap((a) => (a.getAttribute('epub:type') ?? '').split(/\s+/).filter(Boolean))
  return [...new Set(['cover', 'toc', 'bodymatter', ...types])].flatMap((type) => {
    const count = types.filter((one) => one === type).length
    return count === 1 ? [] : [diagnostic('epub/landmark', at(book, nav.entry), { type, count })]
  })
}

/** Every call has a note, every note a call, and the note leads back to the call that leads to it. */
export function notes(book: Book): Diagnostic[] {
  const called = new Map<string, string[]>()
  const found = new Map<string, { entry: string; note: Element }>(
    pagesOf(book).flatMap(([entry, document]) =>
      notesOf(document).map((note) => [`${entry}#${note.getAttribute('id')}`, { entry, note }]),
    ),
  )
  const diagnostics: Diagnostic[] = []
  for (const [entry, document] of pagesOf(book)) {
    for (const call of elementsOf(document, 'a')) {
      if (!hasWord(call, 'epub:type', 'noteref') && !hasWord(call, 'role', 'doc-noteref')) continue
      const target = resolve(entry, call.getAttribute('href') ?? '')
      const key = `${target.entry}#${target.fragment}`
      if (found.has(key)) called.set(key, [...(called.get(key) ?? []), `${entry}#${call.getAttribute('id')}`])
      else diagnostics.push(diagnostic('epub/note-missing', at(book, entry, call), { mark: shortText(call) }))
    }
  }
  for (const [key, { entry, note }] of found) {
    const calls = called.get(key)
    const text = shortText(note)
    const returns = elementsOf(note, 'a')
      .filter((a) => hasWord(a, 'role', 'doc-backlink'))
      .map((a) => resolve(entry, a.getAttribute('href') ?? ''))
      .map((to) => `${to.entry}#${to.fragment}`)
    if (!calls) diagnostics.push(diagnostic('epub/note-uncalled', at(book, entry, note), { text }))
    else if (!returns.some((to) => calls.includes(to))) {
      diagnostics.push(diagnostic('epub/note-return', at(book, entry, note), { text }))
    }
  }
  return diagnostics
}

/** What a page links to may lie outside; what it is made of may not. */
export function references(book: Book): Diagnostic[] {
  const outside = (place: Place, target: string) => diagnostic('epub/outside-reference', place, { target })
  const diagnostics = book.items
    .filter(({ entry }) => hasScheme(entry))
    .map(({ entry }) => outside(at(book, book.packageEntry), entry))
  const inStyle = (css: string): string[] =>
    [...css.matchAll(/(?:url\(\s*|@import\s+)["']?([^"')\s;]+)/gi)].map((match) => match[1]!).filter(hasScheme)
  for (const [entry, data] of book.entries) {
    if (!entry.endsWith('.css')) continue
    const css = new TextDecoder().decode(data).replace(/\/\*[\s\S]*?\*\//g, '')
    diagnostics.push(...inStyle(css).map((target) => outside(at(book, entry), target)))
  }
  for (const [entry, document] of book.documents) {
    if (!/\.(xhtml|svg)$/i.test(entry)) continue
    for (const element of elementsOf(document, '*')) {
      const link = element.localName === 'a'
      for (const name of ['href', 'xlink:href', 'src', 'data', 'poster', 'srcset']) {
        const target = element.getAttribute(name)
        if (!target || !hasScheme(target) || (link && /^(https?|mailto):/i.test(target))) continue
        diagnostics.push(outside(at(book, entry, element), target))
      }
      const css = `${element.getAttribute('style') ?? ''} ${element.localName === 'style' ? element.textContent : ''}`
      diagnostics.push(...inStyle(css).map((target) => outside(at(book, entry, element), target)))
    }
  }
  return diagnostics
}

/** Every id of every document, once for each time that it stands there. */
const idsOf = (book: Book): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...book.documents].map(([entry, document]) => [
      entry,
      elementsOf(document, '*').flatMap((element) => element.getAttribute('id') ?? []),
    ]),
  )

export function ids(book: Book): Diagnostic[] {
  return [...idsOf(book)].flatMap(([entry, all]) =>
    [...new Set(all.filter((id, i) => all.indexOf(id) !== i))].map((id) =>
      diagnostic('epub/id-twice', at(book, entry), { id }),
    ),
  )
}

/** Links inside the book: file and fragment exist. Kindle refuses a whole book for one that does not. */
export function links(book: Book): Diagnostic[] {
  const all = idsOf(book)
  const targets = [...book.documents].flatMap(([entry, document]) => [
    ...elementsOf(document, 'a').map((element) => ({ entry, element, target: element.getAttribute('href') })),
    ...elementsOf(document, 'content').map((element) => ({ entry, element, target: element.getAttribute('src') })),
    ...elementsOf(document, 'meta').map((element) => ({ entry, element, target: element.getAttribute('refines') })),
  ])
  return targets.flatMap(({ entry, element, target }) => {
    if (target === null || hasScheme(target)) return []
    const to = resolve(entry, target)
    const exists = book.entries.has(to.entry) && (to.fragment === '' || all.get(to.entry)?.includes(to.fragment))
    return exists ? [] : [diagnostic('epub/dead-link', at(book, entry, element), { target })]
  })
}

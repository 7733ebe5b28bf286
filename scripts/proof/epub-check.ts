/** A finished EPUB in; EPUBCheck's verdict on it, and checks that no validator makes, out. */
import { EpubCheck } from '@likecoin/epubcheck-ts'
import type { Document, Element } from '@xmldom/xmldom'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'
import type { Check } from '../model/proof.ts'
import { type EpubContainer, elementsOf, hasScheme, hasWord, openEpub, resolve } from './epub-container.ts'
import { pictureFacts } from './epub-pictures.ts'
import { verdictOn } from './verdict.ts'

interface Book extends EpubContainer {
  /** Name of the EPUB, for places. */
  readonly file: string
}

/** MARC relator codes that a journal has use for (id.loc.gov/vocabulary/relators). */
const relators: ReadonlySet<string> = new Set(
  (
    'abr adp ann art asn aui aut bjd bkd bkp bnd clb cmm com cov cre csl ctb cur cwt dnr dst edc edt fnd ill isb ive ' +
    'ivr mon oth pbl pdr pfr pht prt rbr red res rev spn tcd trc trl tyd tyg wac wat win wpr'
  ).split(' '),
)

/** Apple takes no picture of more inside a book (itunespartner.apple.com/books). */
const mostPixels = 4_000_000

/**
 * Checks an EPUB from its bytes alone: no error and no warning of EPUBCheck, and everything that it does not look at.
 * @param file name of the artifact, for places.
 */
export async function checkEpub(
  bytes: Uint8Array,
  file: string,
): Promise<{ checks: readonly Check[]; diagnostics: readonly Diagnostic[] }> {
  const verdict = verdictOn('epub')
  const { messages } = await EpubCheck.validate(bytes)
  verdict.check(
    'epub/valid',
    file,
    messages
      .filter(({ severity }) => severity === 'fatal' || severity === 'error' || severity === 'warning')
      .map(({ id, message, location }) => {
        const place: Place = {
          file,
          ...(location?.path && { entry: location.path }),
          ...(location?.line && { line: location.line }),
        }
        return diagnostic('epub/invalid', place, { id, message })
      }),
  )
  let book: Book
  try {
    book = { ...openEpub(bytes), file }
    verdict.check('epub/readable', file, [])
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    verdict.check('epub/readable', file, [diagnostic('epub/unreadable', { file }, { reason })])
    return verdict
  }
  for (const [name, findings] of Object.entries(inspections)) verdict.check(`epub/${name}`, file, findings(book))
  return verdict
}

/** Name of each check and what it finds. */
const inspections: Readonly<Record<string, (book: Book) => Diagnostic[]>> = {
  'well-formed': ({ malformed, file }) =>
    malformed.map(({ entry, reason }) => diagnostic('epub/malformed', { file, entry }, { reason })),
  'entry-names': entryNames,
  navigation,
  notes,
  references,
  pictures,
  'alternative-texts': alternativeTexts,
  roles,
  series,
  accessibility,
}

const at = ({ file }: Book, entry: string, element?: Element): Place => ({
  file,
  entry,
  ...(element?.lineNumber && { line: element.lineNumber }),
})

/** XHTML documents that are well-formed, navigation included. */
const pages = (book: Book): [entry: string, document: Document][] =>
  [...book.documents].filter(([entry]) => entry.endsWith('.xhtml'))

const shortText = (element: Element): string => {
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}

function entryNames(book: Book): Diagnostic[] {
  const seen = new Set<string>()
  return book.names.flatMap((name) => {
    const twice = seen.has(name.toLowerCase())
    seen.add(name.toLowerCase())
    return [
      ...(/^[A-Za-z0-9._/-]+$/.test(name) ? [] : [diagnostic('epub/entry-name', at(book, name), { name })]),
      ...(twice ? [diagnostic('epub/entry-twice', at(book, name), { name })] : []),
    ]
  })
}

/** Everything that is read in order but the cover must be reachable from the table of contents. */
function navigation(book: Book): Diagnostic[] {
  const nav = book.items.find((item) => item.properties.includes('nav'))
  const document = nav && book.documents.get(nav.entry)
  if (!nav || !document) return []
  const linked = (type: string, word?: string): Set<string> =>
    new Set(
      elementsOf(document, 'nav')
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

/** Every call has a note, every note a call, and the note leads back to the call that leads to it. */
function notes(book: Book): Diagnostic[] {
  const called = new Map<string, string[]>()
  const found = new Map<string, { entry: string; note: Element }>()
  for (const [entry, document] of pages(book)) {
    for (const note of [...elementsOf(document, 'aside'), ...elementsOf(document, 'li')]) {
      if (!hasWord(note, 'epub:type', 'footnote') && !hasWord(note, 'epub:type', 'endnote')) continue
      found.set(`${entry}#${note.getAttribute('id')}`, { entry, note })
    }
  }
  const diagnostics: Diagnostic[] = []
  for (const [entry, document] of pages(book)) {
    for (const call of elementsOf(document, 'a')) {
      if (!hasWord(call, 'epub:type', 'noteref')) continue
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
function references(book: Book): Diagnostic[] {
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

function pictures(book: Book): Diagnostic[] {
  return book.items.flatMap(({ entry, mediaType }) => {
    const data = book.entries.get(entry)
    if (!data || !mediaType.startsWith('image/')) return []
    const { mediaType: found, endings, pixels } = pictureFacts(data)
    const ending = entry.replace(/^.*\./, '')
    const wrong = found !== mediaType || !endings.includes(ending)
    const declared = `${mediaType} (.${ending})`
    return [
      ...(wrong ? [diagnostic('epub/image-type', at(book, entry), { found, declared })] : []),
      ...(pixels > mostPixels ? [diagnostic('epub/image-large', at(book, entry), { pixels })] : []),
    ]
  })
}

function alternativeTexts(book: Book): Diagnostic[] {
  return pages(book).flatMap(([entry, document]) =>
    elementsOf(document, 'img')
      .filter((img) => !img.getAttribute('alt')?.trim() && !hasWord(img, 'role', 'presentation'))
      .map((img) => diagnostic('epub/alt-missing', at(book, entry, img))),
  )
}

/** The `meta` elements of the package: what they refine, their property and value. */
function metadata(book: Book) {
  return elementsOf(book.documents.get(book.packageEntry)!, 'meta').map((element) => ({
    element,
    refines: element.getAttribute('refines') ?? '',
    property: element.getAttribute('property') ?? '',
    value: (element.textContent ?? '').trim(),
  }))
}

/** Everybody named in the package has a role, and one that catalogues know. */
function roles(book: Book): Diagnostic[] {
  const opf = book.documents.get(book.packageEntry)!
  const given = metadata(book).filter(({ property }) => property === 'role')
  return [...elementsOf(opf, 'creator'), ...elementsOf(opf, 'contributor')].flatMap((person) => {
    const codes = given.filter(({ refines }) => refines === `#${person.getAttribute('id')}`).map(({ value }) => value)
    const wrong = codes.length === 0 ? [''] : codes.filter((code) => !relators.has(code))
    return wrong.map((role) =>
      diagnostic('epub/relator', at(book, book.packageEntry, person), { name: shortText(person), role }),
    )
  })
}

function series(book: Book): Diagnostic[] {
  return metadata(book)
    .filter(({ property, value }) => property === 'group-position' && !/^[1-9]\d*$/.test(value))
    .map(({ element, value }) =>
      diagnostic('epub/series-position', at(book, book.packageEntry, element), { position: value }),
    )
}

/** Required of every accessible EPUB (EPUB Accessibility 1.1, 2.2). */
function accessibility(book: Book): Diagnostic[] {
  const given = new Set(
    metadata(book)
      .filter(({ value }) => value !== '')
      .map(({ property }) => property),
  )
  return ['schema:accessMode', 'schema:accessibilityFeature', 'schema:accessibilityHazard']
    .filter((property) => !given.has(property))
    .map((property) => diagnostic('epub/accessibility', at(book, book.packageEntry), { property }))
}

/** An opened EPUB in; what is wrong with its files, names, characters, pictures, faces and headings, out. */
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import { classes } from '../../model/markup.ts'
import { at, type Book, codePoint, pagesOf, shortText } from './book.ts'
import { elementsOf, hasWord } from './container.ts'
import { codePointsOf } from './face.ts'
import { pictureFacts } from './pictures.ts'

/** Apple takes no picture of more inside a book (itunespartner.apple.com/books). */
const mostPixels = 4_000_000

export function entryNames(book: Book): Diagnostic[] {
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

/** Everything outside of the Char production of XML 1.0. U+FFFD stands where bytes were no UTF-8. */
const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFC\u{10000}-\u{10FFFF}]/u
const privateUse = /\p{Co}/u

/** Each kind of fault once in each file, at its first line. */
export function characters(book: Book): Diagnostic[] {
  const covered = embeddedCodePoints(book)
  return [...book.entries].flatMap(([entry, data]) => {
    if (!/\.(xml|opf|ncx|xhtml|svg|css)$/i.test(entry)) return []
    const text = new TextDecoder().decode(data)
    const found = (pattern: RegExp, code: 'epub/illegal-character' | 'epub/private-use') => {
      const match = pattern.exec(text)
      if (!match || covered.has(match[0].codePointAt(0)!)) return []
      const line = text.slice(0, match.index).split('\n').length
      return [diagnostic(code, { ...at(book, entry), line }, { codepoint: codePoint(match[0]) })]
    }
    return [...found(illegal, 'epub/illegal-character'), ...found(privateUse, 'epub/private-use')]
  })
}

export function pictures(book: Book): Diagnostic[] {
  return book.items.flatMap(({ entry, mediaType }) => {
    const data = book.entries.get(entry)
    if (!data || !mediaType.startsWith('image/')) return []
    const { mediaType: found, endings, pixels, fault } = pictureFacts(data)
    const ending = entry.replace(/^.*\./, '')
    const wrong = found !== mediaType || !endings.includes(ending)
    const declared = `${mediaType} (.${ending})`
    return [
      ...(wrong ? [diagnostic('epub/image-type', at(book, entry), { found, declared })] : []),
      ...(fault ? [diagnostic('epub/image-broken', at(book, entry), { reason: fault })] : []),
      ...(pixels > mostPixels ? [diagnostic('epub/image-large', at(book, entry), { pixels })] : []),
    ]
  })
}

export function alternativeTexts(book: Book): Diagnostic[] {
  return pagesOf(book).flatMap(([entry, document]) =>
    elementsOf(document, 'img')
      .filter((img) => !img.getAttribute('alt')?.trim() && !hasWord(img, 'role', 'presentation'))
      .map((img) => diagnostic('epub/alt-missing', at(book, entry, img))),
  )
}

/** What the faces in the book have glyphs for; a face that cannot be read has none. */
const embeddedCodePoints = (book: Book): ReadonlySet<number> =>
  new Set(
    book.items
      .filter(({ mediaType }) => mediaType.startsWith('font/'))
      .flatMap(({ entry }) => [...codePointsOf(book.entries.get(entry) ?? new Uint8Array())]),
  )

/** Text that asks for an embedded face finds its glyphs there. */
export function faces(book: Book): Diagnostic[] {
  const covered = embeddedCodePoints(book)
  return pagesOf(book).flatMap(([entry, document]) =>
    elementsOf(document, 'span')
      .filter((span) => hasWord(span, 'class', classes.rare))
      .flatMap((span) =>
        [...(span.textContent ?? '')]
          .filter((character) => !covered.has(character.codePointAt(0)!))
          .map((character) =>
            diagnostic('epub/glyph-missing', at(book, entry, span), { character, codepoint: codePoint(character) }),
          ),
      ),
  )
}

/** Headings go down level by level, from the first (WCAG 2.2, 1.3.1): listeners go from one to the next. */
export function headings(book: Book): Diagnostic[] {
  return pagesOf(book).flatMap(([entry, document]) => {
    let before = 0
    return elementsOf(document, '*').flatMap((element) => {
      const level = Number(/^h([1-6])$/.exec(element.localName ?? '')?.[1] ?? 0)
      if (level === 0) return []
      const skips = level > before + 1
      const facts = { text: shortText(element), level, before }
      before = level
      return skips ? [diagnostic('epub/heading-order', at(book, entry, element), facts)] : []
    })
  })
}

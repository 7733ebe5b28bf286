/** An opened EPUB in; what is wrong with what its package says of people, series, identifiers and accessibility, out. */
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Issue } from '../../model/issue.ts'
import { at, type Book, metadataOf, shortText } from './book.ts'
import { elementsOf } from './container.ts'

/** MARC relator codes that a journal has use for (id.loc.gov/vocabulary/relators). */
const relators: ReadonlySet<string> = new Set(
  (
    'abr adp ann art asn aui aut bjd bkd bkp bnd clb cmm com cov cre csl ctb cur cwt dnr dst edc edt fnd ill isb ive ' +
    'ivr mon oth pbl pdr pfr pht prt rbr red res rev spn tcd trc trl tyd tyg wac wat win wpr'
  ).split(' '),
)

/** Everybody named in the package has a role, and one that catalogues know. */
export function roles(book: Book): Diagnostic[] {
  const opf = book.documents.get(book.packageEntry)!
  const given = metadataOf(book).filter(({ property }) => property === 'role')
  return [...elementsOf(opf, 'creator'), ...elementsOf(opf, 'contributor')].flatMap((person) => {
    const codes = given.filter(({ refines }) => refines === `#${person.getAttribute('id')}`).map(({ value }) => value)
    const wrong = codes.length === 0 ? [''] : codes.filter((code) => !relators.has(code))
    return wrong.map((role) =>
      diagnostic('epub/relator', at(book, book.packageEntry, person), { name: shortText(person), role }),
    )
  })
}

export function series(book: Book): Diagnostic[] {
  return metadataOf(book)
    .filter(({ property, value }) => property === 'group-position' && !/^[1-9]\d*$/.test(value))
    .map(({ element, value }) =>
      diagnostic('epub/series-position', at(book, book.packageEntry, element), { position: value }),
    )
}

/** Eight characters, the last of which makes the weighted sum a multiple of 11 (ISO 3297). */
function isIssn(text: string): boolean {
  if (!/^\d{4}-\d{3}[\dX]$/.test(text)) return false
  const digits = [...text.replace('-', '')].map((digit) => (digit === 'X' ? 10 : Number(digit)))
  return digits.reduce((sum, digit, i) => sum + digit * (8 - i), 0) % 11 === 0
}

const isDoi = (text: string): boolean => /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(text)

export function identifiers(book: Book): Diagnostic[] {
  return metadataOf(book).flatMap(({ element, property, value }) => {
    const place = at(book, book.packageEntry, element)
    const issn = property === 'schema:issn' ? value : (/^urn:issn:(.*)$/i.exec(value)?.[1] ?? null)
    const doi = /^https?:\/\/(?:dx\.)?doi\.org\/(.*)$/i.exec(value)?.[1] ?? null
    return [
      ...(issn !== null && !isIssn(issn) ? [diagnostic('epub/issn', place, { issn })] : []),
      ...(doi !== null && !isDoi(doi) ? [diagnostic('epub/doi', place, { doi })] : []),
    ]
  })
}

/** Required of every accessible EPUB (EPUB Accessibility 1.1, 2.2). */
export function accessibility(book: Book): Diagnostic[] {
  const given = new Set(
    metadataOf(book)
      .filter(({ value }) => value !== '')
      .map(({ property }) => property),
  )
  return ['schema:accessMode', 'schema:accessibilityFeature', 'schema:accessibilityHazard']
    .filter((property) => !given.has(property))
    .map((property) => diagnostic('epub/accessibility', at(book, book.packageEntry), { property }))
}

/** The wording that EPUB Accessibility 1.1, 4.2.1, prescribes to the letter. */
const claimForm = /^EPUB Accessibility 1\.1 - WCAG 2\.[012] Level A{1,3}$/

/** A claim is worded as prescribed, stands beside whoever certifies it, and is the one that the manifest makes. */
export function conformance(book: Book, issue?: Issue): Diagnostic[] {
  const all = metadataOf(book)
  const claims = all.filter(({ property }) => property === 'dcterms:conformsTo')
  const certifiers = all.filter(({ property, value }) => property === 'a11y:certifiedBy' && value !== '')
  const certified = (id: string) => certifiers.some(({ refines }) => refines === `#${id}`)
  const place = at(book, book.packageEntry)
  const apart = claims.some(({ id }) => !certified(id)) || (claims.length === 0 && certifiers.length > 0)
  const found = claims.map(({ value }) => value).join('; ')
  const expected = issue?.epub.conformance?.conformsTo ?? ''
  return [
    ...claims
      .filter(({ value }) => !claimForm.test(value))
      .map(({ element, value }) =>
        diagnostic('epub/conformance', at(book, book.packageEntry, element), { found: value }),
      ),
    ...(apart ? [diagnostic('epub/certifier', place)] : []),
    ...(issue && found !== expected ? [diagnostic('epub/claim', place, { found, expected })] : []),
  ]
}

/** A finished EPUB in; EPUBCheck's verdict on it, and checks that no validator makes, out. */
import { EpubCheck } from '@likecoin/epubcheck-ts'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Issue } from '../../model/issue.ts'
import type { Place } from '../../model/place.ts'
import type { Check } from '../../model/proof.ts'
import { verdictOn } from '../verdict/verdict.ts'
import type { Book } from './book.ts'
import { openEpub } from './container.ts'
import { alternativeTexts, characters, entryNames, faces, headings, pictures } from './content.ts'
import { ids, landmarks, links, navigation, notes, references } from './links.ts'
import { accessibility, conformance, identifiers, roles, series } from './package.ts'
import { manuscriptPlaces } from './source.ts'

/** Name of each check and what it finds. */
const inspections: Readonly<Record<string, (book: Book, issue?: Issue) => Diagnostic[]>> = {
  'well-formed': ({ malformed, file }) =>
    malformed.map(({ entry, reason }) => diagnostic('epub/malformed', { file, entry }, { reason })),
  'entry-names': entryNames,
  characters,
  navigation,
  landmarks,
  headings,
  ids,
  links,
  notes,
  references,
  pictures,
  'alternative-texts': alternativeTexts,
  faces,
  roles,
  series,
  identifiers,
  accessibility,
  conformance,
}

/** What EPUBCheck holds to be wrong; what it only remarks on is left out. */
async function invalidities(bytes: Uint8Array, file: string): Promise<Diagnostic[]> {
  const { messages } = await EpubCheck.validate(bytes)
  return messages
    .filter(({ severity }) => severity === 'fatal' || severity === 'error' || severity === 'warning')
    .map(({ id, message, location }) => {
      const place: Place = {
        file,
        ...(location?.path && { entry: location.path }),
        ...(location?.line && { line: location.line }),
      }
      return diagnostic('epub/invalid', place, { id, message })
    })
}

function opened(bytes: Uint8Array, file: string): Book | string {
  try {
    return { ...openEpub(bytes), file }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * Checks an EPUB from its bytes: no error and no warning of EPUBCheck, and everything that it does not look at.
 * @param file name of the artifact, for places.
 * @param issue what the book was made of: findings then name the manuscript too, and claims are compared with it.
 */
export async function checkEpub(
  bytes: Uint8Array,
  file: string,
  issue?: Issue,
): Promise<{ checks: readonly Check[]; diagnostics: readonly Diagnostic[] }> {
  const verdict = verdictOn('epub')
  const invalid = await invalidities(bytes, file)
  const book = opened(bytes, file)
  if (typeof book === 'string') {
    verdict.check('epub/valid', file, invalid)
    verdict.check('epub/readable', file, [diagnostic('epub/unreadable', { file }, { reason: book })])
    return verdict
  }
  const placeOf = issue ? manuscriptPlaces(book, issue) : () => null
  const traced = (finding: Diagnostic): Diagnostic => {
    const source = finding.place ? placeOf(finding.place) : null
    return source ? { ...finding, related: [source] } : finding
  }
  verdict.check('epub/valid', file, invalid.map(traced))
  verdict.check('epub/readable', file, [])
  for (const [name, findings] of Object.entries(inspections)) {
    verdict.check(`epub/${name}`, file, findings(book, issue).map(traced))
  }
  return verdict
}

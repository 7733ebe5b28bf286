/** In: an issue and its finished files. Out: the verdict: every character, credit, folio and count of the issue, found or not. */
import { createHash } from 'node:crypto'
import { DOMParser } from '@xmldom/xmldom'
import type { Artifact } from '../model/artifact.ts'
import { diagnostic } from '../model/diagnostic.ts'
import { isPaged } from '../model/edition.ts'
import type { Issue } from '../model/issue.ts'
import type { Proof } from '../model/proof.ts'
import { checkEpub } from './epub/check.ts'
import { openEpub } from './epub/container.ts'
import type { PagedEvidence } from './paged/evidence.ts'
import { checkSheets } from './pdfx/check.ts'
import { checkPageBreaks } from './prove-page-breaks.ts'
import { type PagedProof, provePaged } from './prove-paged.ts'
import { proveReflow } from './prove-reflow.ts'
import { generatedIn } from './text/blocks.ts'
import { significant } from './text/characters.ts'
import { type Expected, expectedOf } from './text/expected.ts'
import { type Verdict, verdictOn } from './verdict/verdict.ts'

/** A PDF that carries pages of the print edition: printer's spreads, a wrap-around cover. */
export interface Companion {
  readonly file: string
  readonly bytes: Uint8Array
}

/**
 * Reads the artifacts back and compares them with the issue.
 * @param tool what made them, for the record: name, version, browser.
 * @param companions PDFs made of the print edition for the printing house.
 */
export async function prove(
  issue: Issue,
  artifacts: readonly Artifact[],
  tool: string,
  companions: readonly Companion[] = [],
): Promise<Proof> {
  const drawn = lettersInPictures(issue)
  const expected = (kind: 'paged' | 'reflow') =>
    issue.sections.flatMap((section) =>
      section.articles.map((article) => expectedOf(article, section.name, kind, drawn, issue.continuations)),
    )
  const all = { paged: expected('paged'), reflow: expected('reflow') }
  const pagedOnes = artifacts.filter(({ edition }) => isPaged(edition))
  const audited = pagedOnes.find(({ edition }) => edition === 'print') ?? pagedOnes[0]
  const proved = await Promise.all(
    artifacts.map(async (artifact) => {
      const { edition, file, bytes } = artifact
      const verdict = verdictOn(edition)
      const verdicts: Pick<Proof, 'checks' | 'diagnostics'>[] = [verdict]
      let found: PagedProof = { record: { pages: [] }, copyfit: null, evidence: null }
      if (isPaged(edition)) {
        found = await provePaged(verdict, issue, all.paged, artifact, artifact === audited)
      } else {
        proveReflow(verdict, issue, all.reflow, artifact)
        verdicts.push(await checkEpub(bytes, file, issue))
      }
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return { ...found, record: { edition, file, sha256, bytes: bytes.length, ...found.record }, verdicts }
    }),
  )
  const verdicts = proved.flatMap((artifact) => artifact.verdicts)
  for (const { file, bytes } of companions) {
    const verdict = verdictOn('print')
    checkSheets(verdict, issue, file, bytes)
    verdicts.push(verdict)
  }
  const book = artifacts.find(({ edition }) => !isPaged(edition))
  const printed = proved.find(({ evidence }) => evidence !== null)?.evidence
  if (book && printed) verdicts.push(provePageBreaks(book, printed, drawn, all.paged))
  return {
    issue: issue.id,
    tool,
    artifacts: proved.map((artifact) => artifact.record),
    checks: verdicts.flatMap((verdict) => verdict.checks),
    diagnostics: verdicts.flatMap((verdict) => verdict.diagnostics),
    copyfit: proved.find((artifact) => artifact.copyfit)?.copyfit ?? null,
  }
}

/** What themes put around and between affiliations that are numbered in one line. */
const aroundNumbers = ['.', '；', ';', '（', '）', '(', ')']

/** Both paged editions have the same pages: one of them is what the EPUB is compared with. */
function provePageBreaks(
  { edition, file, bytes }: Artifact,
  evidence: PagedEvidence,
  drawn: ReadonlyMap<string, string>,
  all: readonly Expected[],
): Verdict {
  const verdict = verdictOn(edition)
  const titles = all.map(({ article }) => significant(article.title))
  const generated = all.map(({ article, body }) => [
    ...generatedIn(body),
    ...article.facts.map(({ label }) => significant(label)),
    ...(article.affiliations.length > 1 ? aroundNumbers : []),
  ])
  const closings = all.map(({ tail, either }) => {
    const closing = [...tail, ...either].find(({ kind }) => kind === 'closing')
    const signed = either.some(({ kind }) => kind === 'credit')
    const signature = either.filter(({ kind }) => signed && (kind === 'credit' || kind === 'affiliation'))
    return [closing?.choices[0] ?? '', signature.map(({ choices }) => choices[0]).join('')]
  })
  try {
    checkPageBreaks(
      verdict,
      openEpub(bytes),
      { evidence, drawn: [...drawn.values()], titles, generated, closings },
      file,
    )
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // Its own check tells why it cannot be opened.
    verdict.skip('epub/page-list', file, diagnostic('epub/unreadable', { file }, { reason: error.message }))
  }
  return verdict
}

/** The letters inside vector pictures, which Chromium prints as text. */
function lettersInPictures(issue: Issue): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  for (const { src, mediaType, data } of issue.resources) {
    if (mediaType !== 'image/svg+xml') continue
    const document = new DOMParser({ onError: () => {} }).parseFromString(
      new TextDecoder().decode(data),
      'image/svg+xml',
    )
    const texts = [...document.getElementsByTagName('text')].map((element) => element.textContent ?? '')
    const text = significant(texts.join(''))
    if (text !== '') letters.set(src, text)
  }
  return letters
}

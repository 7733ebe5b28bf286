/** In: an issue. Out: what its PDFs say about themselves, in the information dictionary and in XMP, both saying the same. */
import { type PDFDocument, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { uuidOf } from '../../model/identifier.ts'
import type { Credit, Issue } from '../../model/issue.ts'
import type { PrintStandard } from '../../model/printing.ts'
import { name, textString } from './document.ts'

const producer = 'kanben'

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

export interface PdfFacts {
  readonly title: string
  /** Names in order of first appearance. Whoever stands in the byline of an article without an author counts as author. */
  readonly authors: readonly string[]
  /** Translators, photographers and all others in a byline who are not among the authors. */
  readonly contributors: readonly string[]
  readonly keywords: readonly string[]
  readonly language: string
  /** ISO 8601 calendar date. */
  readonly date: string
}

export function pdfFacts(issue: Issue): PdfFacts {
  const isAuthor = (credit: Credit, byline: readonly Credit[]) =>
    credit.role === 'aut' || byline.every((other) => other.role !== 'aut')
  const credits = issue.articles.flatMap(({ byline }) =>
    byline.map((c) => ({ name: c.name, author: isAuthor(c, byline) })),
  )
  const authors = unique(credits.filter((c) => c.author).map((c) => c.name))
  return {
    title: `${issue.journal.name} ${issue.numbering.fullLabel}`,
    authors,
    contributors: unique(credits.map((c) => c.name)).filter((n) => !authors.includes(n)),
    keywords: unique(issue.articles.flatMap((article) => article.keywords)),
    language: issue.language,
    date: issue.numbering.date,
  }
}

const xmlText = (text: string): string =>
  text
    // Characters that XML 1.0 cannot carry, not even escaped.
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const list = (kind: 'Seq' | 'Bag', items: readonly string[]): string =>
  `<rdf:${kind}>${items.map((item) => `<rdf:li>${xmlText(item)}</rdf:li>`).join('')}</rdf:${kind}>`

/** The standards that a file says it follows; none unless given. */
export interface Claims {
  readonly pdfx?: PrintStandard
  readonly pdfua?: boolean
}

const pdfxVersions: Readonly<Record<PrintStandard, string>> = { 'x-4': 'PDF/X-4', 'x-1a': 'PDF/X-1a:2003' }

/** Each claim has a namespace of its own, which stands in the packet only together with it. */
const claimNamespaces = {
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
  pdfx: 'http://ns.adobe.com/pdfx/1.3/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
} as const

type Claimed = readonly [`${keyof typeof claimNamespaces}:${string}`, string]

const claimProperties = ({ pdfx, pdfua }: Claims): readonly Claimed[] => [
  ...(pdfx === 'x-4' ? [['pdfxid:GTS_PDFXVersion', pdfxVersions[pdfx]] satisfies Claimed] : []),
  ...(pdfx === 'x-1a'
    ? (['GTS_PDFXVersion', 'GTS_PDFXConformance'] as const).map((key): Claimed => [`pdfx:${key}`, pdfxVersions[pdfx]])
    : []),
  ...(pdfua ? [['pdfuaid:part', '1'] satisfies Claimed] : []),
]

/** What a library asks of a serial (PRISM basic 2.0). */
const prismProperties = ({ id, journal, numbering }: Issue): [string, string][] => [
  ['prism:publicationName', xmlText(journal.name)],
  ['prism:issn', xmlText(journal.issn ?? '')],
  ['prism:volume', numbering.volume === undefined ? '' : String(numbering.volume)],
  ['prism:number', xmlText(numbering.number)],
  ['prism:issueIdentifier', xmlText(id)],
  ['prism:coverDate', numbering.date],
]

/** The XMP packet (ISO 16684-1) as text. */
export function xmpPacket(issue: Issue, edition: 'print' | 'screen', claims: Claims = {}): string {
  const facts = pdfFacts(issue)
  const date = `${facts.date}T00:00:00Z`
  const claimed = claimProperties(claims)
  const properties: (readonly [string, string])[] = [
    ['dc:format', 'application/pdf'],
    ['dc:title', `<rdf:Alt><rdf:li xml:lang="x-default">${xmlText(facts.title)}</rdf:li></rdf:Alt>`],
    ['dc:creator', facts.authors.length ? list('Seq', facts.authors) : ''],
    ['dc:contributor', facts.contributors.length ? list('Bag', facts.contributors) : ''],
    ['dc:publisher', issue.journal.publisher ? list('Bag', [issue.journal.publisher]) : ''],
    ['dc:subject', facts.keywords.length ? list('Bag', facts.keywords) : ''],
    ['dc:language', list('Bag', [facts.language])],
    ['dc:date', list('Seq', [facts.date])],
    ...prismProperties(issue),
    ['xmp:CreateDate', date],
    ['xmp:ModifyDate', date],
    ['xmp:MetadataDate', date],
    ['xmp:CreatorTool', producer],
    ['pdf:Producer', producer],
    ['pdf:Keywords', xmlText(facts.keywords.join('；'))],
    ['pdf:Trapped', edition === 'print' ? 'False' : ''],
    ...claimed,
    ['xmpMM:DocumentID', `uuid:${uuidOf(issue, edition)}`],
    ['xmpMM:VersionID', '1'],
    ['xmpMM:RenditionClass', edition === 'print' ? 'default' : 'screen'],
  ]
  const body = properties.filter(([, value]) => value).map(([key, value]) => `  <${key}>${value}</${key}>\n`)
  const namespaces = Object.entries(claimNamespaces)
    .filter(([prefix]) => claimed.some(([key]) => key.startsWith(`${prefix}:`)))
    .map(([prefix, uri]) => `\n   xmlns:${prefix}="${uri}"`)
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
 <rdf:Description rdf:about=""
   xmlns:dc="http://purl.org/dc/elements/1.1/"
   xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"
   xmlns:xmp="http://ns.adobe.com/xap/1.0/"
   xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
   xmlns:pdf="http://ns.adobe.com/pdf/1.3/"${namespaces.join('')}>
${body.join('')} </rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

/**
 * Replaces the information dictionary and the metadata stream. The only date is the issue's, at midnight UTC; the stream is
 * not compressed, so that tools which know no PDF find it (ISO 32000-1 14.3.2).
 */
export function writeMetadata(
  document: PDFDocument,
  issue: Issue,
  edition: 'print' | 'screen',
  claims: Claims = {},
): void {
  const { context, catalog } = document
  const facts = pdfFacts(issue)
  const date = PDFString.of(`D:${facts.date.replaceAll('-', '')}000000Z`)
  const { pdfx } = claims
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: textString(facts.title),
      ...(facts.authors.length && { Author: textString(facts.authors.join('、')) }),
      ...(facts.keywords.length && { Keywords: textString(facts.keywords.join('；')) }),
      Creator: PDFString.of(producer),
      Producer: PDFString.of(producer),
      CreationDate: date,
      ModDate: date,
      // A print shop asks to be told that the colours do not overlap yet (ISO 32000-1 14.11.6).
      ...(edition === 'print' && { Trapped: name('False') }),
      ...(pdfx && { GTS_PDFXVersion: PDFString.of(pdfxVersions[pdfx]) }),
      ...(pdfx === 'x-1a' && { GTS_PDFXConformance: PDFString.of(pdfxVersions[pdfx]) }),
    }),
  )
  const packet = new Uint8Array(Buffer.from(xmpPacket(issue, edition, claims), 'utf8'))
  const dict = context.obj({ Type: 'Metadata', Subtype: 'XML', Length: packet.length })
  catalog.set(name('Metadata'), context.register(PDFRawStream.of(dict, packet)))
}

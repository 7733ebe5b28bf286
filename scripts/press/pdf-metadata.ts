/** In: an issue. Out: what its PDFs say about themselves, in the information dictionary and in XMP, both saying the same. */
import { createHash } from 'node:crypto'
import { type PDFDocument, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import type { Credit, Issue } from '../model/issue.ts'
import { name, textString } from './pdf-document.ts'

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

/** A UUID made from a name, in the form of version 5 (RFC 4122 4.3): the same for every build of the edition. */
function uuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The XMP packet (ISO 16684-1) as text. It claims no PDF/X and no PDF/UA. */
export function xmpPacket(issue: Issue, edition: 'print' | 'screen'): string {
  const facts = pdfFacts(issue)
  const date = `${facts.date}T00:00:00Z`
  const properties: [string, string][] = [
    ['dc:format', 'application/pdf'],
    ['dc:title', `<rdf:Alt><rdf:li xml:lang="x-default">${xmlText(facts.title)}</rdf:li></rdf:Alt>`],
    ['dc:creator', facts.authors.length ? list('Seq', facts.authors) : ''],
    ['dc:contributor', facts.contributors.length ? list('Bag', facts.contributors) : ''],
    ['dc:publisher', issue.journal.publisher ? list('Bag', [issue.journal.publisher]) : ''],
    ['dc:subject', facts.keywords.length ? list('Bag', facts.keywords) : ''],
    ['dc:language', list('Bag', [facts.language])],
    ['dc:date', list('Seq', [facts.date])],
    ['xmp:CreateDate', date],
    ['xmp:ModifyDate', date],
    ['xmp:MetadataDate', date],
    ['xmp:CreatorTool', producer],
    ['pdf:Producer', producer],
    ['pdf:Keywords', xmlText(facts.keywords.join('；'))],
    ['pdf:Trapped', edition === 'print' ? 'False' : ''],
    ['xmpMM:DocumentID', `uuid:${uuid(`${issue.journal.name}\n${issue.id}\n${edition}`)}`],
    ['xmpMM:VersionID', '1'],
    ['xmpMM:RenditionClass', edition === 'print' ? 'default' : 'screen'],
  ]
  const body = properties.filter(([, value]) => value).map(([key, value]) => `  <${key}>${value}</${key}>\n`)
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
 <rdf:Description rdf:about=""
   xmlns:dc="http://purl.org/dc/elements/1.1/"
   xmlns:xmp="http://ns.adobe.com/xap/1.0/"
   xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
   xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
${body.join('')} </rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

/**
 * Replaces the information dictionary and the metadata stream. The only date is the issue's, at midnight UTC; the stream is
 * not compressed, so that tools which know no PDF find it (ISO 32000-1 14.3.2).
 */
export function writeMetadata(document: PDFDocument, issue: Issue, edition: 'print' | 'screen'): void {
  const { context, catalog } = document
  const facts = pdfFacts(issue)
  const date = PDFString.of(`D:${facts.date.replaceAll('-', '')}000000Z`)
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: textString(facts.title),
      Author: textString(facts.authors.join('、')),
      ...(facts.keywords.length && { Keywords: textString(facts.keywords.join('；')) }),
      Creator: PDFString.of(producer),
      Producer: PDFString.of(producer),
      CreationDate: date,
      ModDate: date,
      // A print shop asks to be told that the colours do not overlap yet (ISO 32000-1 14.11.6).
      ...(edition === 'print' && { Trapped: name('False') }),
    }),
  )
  const packet = new Uint8Array(Buffer.from(xmpPacket(issue, edition), 'utf8'))
  const dict = context.obj({ Type: 'Metadata', Subtype: 'XML', Length: packet.length })
  catalog.set(name('Metadata'), context.register(PDFRawStream.of(dict, packet)))
}

/** The files of an EPUB in, the packed EPUB out: the one door to epub-gen-memory. No network, no disk, no clock. */
import { type Chapter, EPub, type Options } from 'epub-gen-memory'
import { SaxesParser } from 'saxes'
import type { EpubDocument } from '../../model/edition.ts'

/** Deflating these again costs seconds an issue and saves nothing. */
const compressed: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'font/woff', 'font/woff2'])

/**
 * The library of epub-gen-memory 1.1.2, of which only its templates, its container file and its zip are used. Its templates are set to
 * constants that pass our finished text through as EJS data, which EJS never evaluates; its rewriting of HTML loses `scope`,
 * SVG and MathML, its downloader follows any address, and its archive carries the time of day: none of them gets to run.
 */
class IssueEpub extends EPub {
  readonly #document: EpubDocument

  constructor(document: EpubDocument) {
    const options: Options & Record<'ownPackage' | 'ownNavigation' | 'ownNcx', string> = {
      title: document.title,
      lang: document.language,
      version: 3,
      css: document.css,
      fonts: [],
      date: document.modified,
      chapterXHTML: '<%- xhtml %>',
      contentOPF: '<%- ownPackage %>',
      tocXHTML: '<%- ownNavigation %>',
      tocNCX: '<%- ownNcx %>',
      ownPackage: document.package,
      ownNavigation: document.navigation,
      ownNcx: document.ncx,
    }
    const chapters: (Chapter & { xhtml: string })[] = document.chapters.map(({ title, href, xhtml }) => ({
      title,
      filename: href,
      content: '',
      xhtml,
    }))
    super(options, chapters)
    this.#document = document
    this.uuid = document.identifier
  }

  protected override async downloadAllFonts(): Promise<void> {}

  protected override async makeCover(): Promise<void> {}

  /** The pictures come with the document; nothing is fetched. */
  protected override async downloadAllImages(): Promise<void> {
    const byHref = [...this.#document.resources].sort((a, b) => (a.href < b.href ? -1 : 1))
    for (const { href, mediaType, data } of byHref) {
      this.zip.file(`OEBPS/${href}`, data, {
        binary: true,
        createFolders: false,
        compression: compressed.has(mediaType) ? 'STORE' : 'DEFLATE',
      })
    }
  }

  async pack(): Promise<Uint8Array> {
    await this.render()
    const modified = new Date(this.#document.modified)
    for (const [name, entry] of Object.entries(this.zip.files)) {
      // Folders have entries of their own with the time of day in them; an EPUB needs none.
      if (entry.dir) delete this.zip.files[name]
      else entry.date = modified
    }
    return this.generateAsync({
      type: 'uint8array',
      mimeType: 'application/epub+zip',
      platform: 'DOS',
      compression: 'DEFLATE',
      compressionOptions: { level: 9 },
      // A streamed entry has its size after its data, which the mimetype entry may not (OCF 4.2).
      streamFiles: false,
    })
  }
}

/** @throws Error where a file is not well-formed: what layout writes always is, or layout is at fault. */
function assertWellFormed(name: string, xml: string): void {
  const parser = new SaxesParser({ xmlns: true, fileName: name })
  let fault: Error | undefined
  parser.on('error', (error) => {
    fault ??= error
  })
  parser.write(xml).close()
  if (fault) throw new Error(`not well-formed: ${fault.message}`)
}

/** Packs an EPUB; the same document gives the same bytes. */
export async function writeEpub(document: EpubDocument): Promise<Uint8Array> {
  const { chapters, resources } = document
  const names = ['content.opf', 'toc.xhtml', 'toc.ncx', 'style.css', ...[...chapters, ...resources].map((f) => f.href)]
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  // The archive would silently keep the last of two.
  if (twice !== undefined) throw new Error(`two files of the EPUB are called ${twice}`)
  assertWellFormed('content.opf', document.package)
  assertWellFormed('toc.xhtml', document.navigation)
  assertWellFormed('toc.ncx', document.ncx)
  for (const { href, xhtml } of chapters) assertWellFormed(href, xhtml)
  for (const { href, mediaType, data } of resources) {
    if (mediaType === 'image/svg+xml') assertWellFormed(href, new TextDecoder().decode(data))
  }
  return new IssueEpub(document).pack()
}

/** In: a document and the pictures of the issue. Out: what an editor calls each picture: its file, or its alternative text. */
import { PDFArray, PDFDict, type PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'
import type { Resource } from '../../../model/manuscript.ts'
import { arrayAt, dictAt, firstNameAt, numberAt, textAt } from '../../pdf/document.ts'
import type { PictureMark } from '../paint/marks.ts'

/** The elements that the marked content of each page belongs to, by page from 1 (ISO 32000-1 14.7.4.4). */
function elements(document: PDFDocument): Map<number, PDFArray> {
  const root = dictAt(document.catalog, 'StructTreeRoot')
  const tree = root && dictAt(root, 'ParentTree')
  const pages = new Map(document.getPages().map(({ node }, i) => [numberAt(node, 'StructParents'), i + 1]))
  const lists = new Map<number, PDFArray>()
  const collect = (node: PDFDict): void => {
    const numbers = arrayAt(node, 'Nums')
    for (let i = 0; numbers && i + 1 < numbers.size(); i += 2) {
      const page = pages.get(Number(String(numbers.lookup(i))))
      const list = numbers.lookup(i + 1)
      if (page !== undefined && list instanceof PDFArray) lists.set(page, list)
    }
    const kids = arrayAt(node, 'Kids')
    for (let i = 0; kids && i < kids.size(); i++) {
      const kid = kids.lookup(i)
      if (kid instanceof PDFDict) collect(kid)
    }
  }
  if (tree) collect(tree)
  return lists
}

/** JPEG passes through the browser untouched; PNG is told by its size, where no other has the same. */
function sourceOf(mark: PictureMark, bytes: Uint8Array | undefined, pictures: readonly Resource[]): string | undefined {
  const same = pictures.find(({ data }) => bytes && data.length === bytes.length && Buffer.compare(data, bytes) === 0)
  if (same) return same.src
  if (firstNameAt(mark.picture, 'Filter') === 'DCTDecode') return undefined
  const [width, height] = [numberAt(mark.picture, 'Width'), numberAt(mark.picture, 'Height')]
  const alike = pictures.filter((p) => p.mediaType === 'image/png' && p.width === width && p.height === height)
  return alike.length === 1 ? alike[0]!.src : undefined
}

/**
 * The names of pictures that are painted; a picture without file and alternative text has none. To be asked before the
 * pictures change and before the tags go.
 */
export function pictureNames(
  document: PDFDocument,
  marks: readonly PictureMark[],
  pictures: readonly Resource[],
): Map<PDFDict, string> {
  const names = new Map<PDFDict, string>()
  if (marks.length === 0) return names
  const lists = elements(document)
  const streams = new Map<PDFDict, Uint8Array>()
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) streams.set(object.dict, object.contents)
  }
  for (const mark of marks) {
    if (names.has(mark.picture)) continue
    const element = mark.mcid === undefined ? undefined : lists.get(mark.page)?.lookup(mark.mcid)
    const alt = element instanceof PDFDict ? textAt(element, 'Alt') : undefined
    const found = sourceOf(mark, streams.get(mark.picture), pictures) ?? alt
    if (found) names.set(mark.picture, found)
  }
  return names
}

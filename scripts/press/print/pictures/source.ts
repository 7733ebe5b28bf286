/** In: a picture of a document as the browser wrote it, and the pictures of the issue. Out: which of them it is. */
import type { PDFRawStream } from '@cantoo/pdf-lib'
import type { Resource } from '../../../model/manuscript.ts'
import { firstNameAt, numberAt } from '../../pdf/document.ts'

/** JPEG passes through the browser untouched; PNG is told by its size, where no other has the same. */
export function sourceOf({ dict, contents }: PDFRawStream, pictures: readonly Resource[]): Resource | undefined {
  const same = pictures.find(({ data }) => data.length === contents.length && Buffer.compare(data, contents) === 0)
  if (same || firstNameAt(dict, 'Filter') === 'DCTDecode') return same
  const [width, height] = [numberAt(dict, 'Width'), numberAt(dict, 'Height')]
  const alike = pictures.filter((p) => p.mediaType === 'image/png' && p.width === width && p.height === height)
  return alike.length === 1 ? alike[0] : undefined
}

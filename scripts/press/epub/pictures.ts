/** The pictures of an issue in; the same as its EPUB shall carry them, smaller or as they are, out. */
import sharp from 'sharp'
import type { Issue } from '../../model/issue.ts'
import type { Resource } from '../../model/manuscript.ts'

/** `small` for sending by mail and reading on telephones; `original` for archives and large screens. */
export type PictureProfile = 'small' | 'original'

/** Apple takes no picture of more inside a book (itunespartner.apple.com/books). */
const mostPixels = 4_000_000
/** Pixels: more than the longer side of most readers' screens. */
const longestSide = 1600
const quality = 82
/** A PNG that takes this many times the bytes of its JPEG is a photograph; drawings are smaller as PNG, and sharp. */
const photographic = 2

/** By how much a picture is scaled down; 1 where it stays. */
function scaleOf({ width, height }: Resource, profile: PictureProfile): number {
  const byPixels = Math.sqrt(mostPixels / (width * height))
  const bySide = profile === 'small' ? longestSide / Math.max(width, height) : 1
  return Math.min(1, byPixels, bySide)
}

async function prepared(resource: Resource, profile: PictureProfile): Promise<Resource> {
  if (resource.mediaType === 'image/svg+xml') return resource
  const scale = scaleOf(resource, profile)
  if (profile === 'original' && scale === 1) return resource
  const width = Math.max(1, Math.floor(resource.width * scale))
  const height = Math.max(1, Math.floor(resource.height * scale))
  // Upright by its own note of how the camera was held, then in sRGB: what is written anew carries no such notes.
  const pixels = sharp(resource.data).autoOrient().resize(width, height, { fit: 'inside' }).toColourspace('srgb')
  // A JPEG has no transparency; what shone through was the white of the page.
  const opaque = pixels.clone().flatten({ background: '#fff' })
  const jpeg = await opaque
    .jpeg({ quality: profile === 'small' ? quality : 92, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })
  const png = resource.mediaType === 'image/png' ? await pixels.png({ compressionLevel: 9 }).toBuffer() : null
  const drawn = png !== null && (profile === 'original' || png.length < jpeg.data.length * photographic)
  const made: Resource = {
    ...resource,
    mediaType: drawn ? 'image/png' : 'image/jpeg',
    data: new Uint8Array(drawn ? png : jpeg.data),
    width: jpeg.info.width,
    height: jpeg.info.height,
  }
  return scale < 1 || made.data.length < resource.data.length ? made : resource
}

/**
 * Prepares every picture, each on its own; the same picture gives the same bytes. Vector drawings stay as they are.
 * @throws Error where a picture cannot be decoded, which reading the manuscript has ruled out.
 */
export const preparePictures = (issue: Issue, profile: PictureProfile): Promise<readonly Resource[]> =>
  Promise.all(issue.resources.map((resource) => prepared(resource, profile)))

/**
 * In: a print file and its issue. Out: what an editor calls the pictures that it paints. The file says nothing of them but their
 * pixels; figures of the same size are told apart by their order.
 */
import type { Article, Issue } from '../../model/issue.ts'
import type { PrintFile } from './read/file.ts'
import type { Paint } from './read/paint.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** What a camera has laid on its side is stored so, or upright. */
const sizeOf = ({ width, height }: Size): string => `${Math.min(width, height)}×${Math.max(width, height)}`

const figures = (body: Article['body']): readonly string[] => body.flatMap(({ meta }) => meta?.figure?.src ?? [])

/** Pictures by path as they are printed: that of the cover, then figures; the rest of an article after that which it follows. */
function printed({ articles, continuations, cover }: Issue): readonly string[] {
  const parts = articles.map(({ id, body }) => {
    const jumps = continuations.some(({ article }) => article === id)
    const at = jumps ? body.findIndex(({ type }) => type === 'jump') : -1
    return at < 0 ? { id, first: body, rest: [] } : { id, first: body.slice(0, at), rest: body.slice(at) }
  })
  const inside = parts.flatMap(({ id, first }) => {
    const resumed = continuations.filter(({ after }) => after === id).map(({ article }) => article)
    return [first, ...parts.filter((part) => resumed.includes(part.id)).map(({ rest }) => rest)].flatMap(figures)
  })
  return [...(cover.image ? [cover.image.src] : []), ...inside]
}

/** What of a drawing the browser turns into pixels. */
const becomesPixels = /<(?:pattern|filter|mask|image)\b/

/** The file of each picture in quotation marks; all that it may be where its size does not tell; empty where nothing does. */
export function pictureNames({ issue, pages, images }: PrintFile): ReadonlyMap<Paint, string> {
  const resources = new Map(issue.resources.map((resource) => [resource.src, resource]))
  const all = printed(issue).flatMap((src) => resources.get(src) ?? [])
  const drawings = all.filter(
    ({ mediaType, data }) => mediaType === 'image/svg+xml' && becomesPixels.test(new TextDecoder().decode(data)),
  )
  const painted = pages.flatMap(({ paints }) =>
    paints.flatMap((paint) => {
      const facts = paint.image && images.get(paint.image)
      return facts ? { paint, ...facts } : []
    }),
  )
  const named = painted.map((picture, i): [Paint, string] => {
    const isAlike = (other: Size) => sizeOf(other) === sizeOf(picture)
    const files = all.filter((resource) => resource.mediaType !== 'image/svg+xml' && isAlike(resource))
    const inOrder = files.length === painted.filter(isAlike).length
    const own = inOrder ? [files[painted.slice(0, i).filter(isAlike).length]!] : files.length > 0 ? files : drawings
    return [picture.paint, [...new Set(own.map(({ src }) => `“${src}”`))].join('、')]
  })
  return new Map(named)
}

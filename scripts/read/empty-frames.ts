/** For drafts: articles in; the same with an empty frame in the place of each picture that could not be read, out. */
import type { BodyToken } from '../model/body.ts'
import type { ArticleSource, Resource } from '../model/manuscript.ts'

/** A grey frame with its diagonals, as wide as a column wants it. It has a name that no file of the folder can have. */
const frame: Resource = {
  src: 'no-picture/frame.svg',
  mediaType: 'image/svg+xml',
  data: new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 240" width="480" height="240"><path d="M1 1H479V239H1ZL479 239M479 1L1 239" fill="none" stroke="#999" stroke-width="1"/></svg>',
  ),
  width: 480,
  height: 240,
}

export function withFrames(
  articles: readonly ArticleSource[],
  resources: readonly Resource[],
): { articles: readonly ArticleSource[]; resources: readonly Resource[] } {
  const known = new Set(resources.map(({ src }) => src))
  let empty = false
  const framed = (token: BodyToken): BodyToken => {
    const figure = token.meta?.figure
    if (!figure || known.has(figure.src)) return token
    empty = true
    return { ...token, meta: { ...token.meta, figure: { ...figure, src: frame.src } } }
  }
  const shown = articles.map((article) => ({ ...article, body: article.body.map(framed) }))
  return { articles: shown, resources: empty ? [...resources, frame] : resources }
}

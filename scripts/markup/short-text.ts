/** The text of a body and the columns of its layout in; fewer columns, where each of them would hold but a line or two, out. */
import { type BodyToken, inlineText } from '../model/body.ts'
import type { Article, Issue } from '../model/issue.ts'
import type { SettingName } from '../model/measures.ts'
import { type Columns, narrowings, typeArea } from '../model/type-area.ts'
import { rowsOf } from './photo-rows.ts'

/** Lines that a column holds at the least. */
const leastLines = 4
/** A picture or a table fills a column by itself. */
const ofPicture = 8

const settings: Readonly<Record<Article['layout'], SettingName | null>> = {
  feature: 'standard',
  standard: 'standard',
  interview: 'standard',
  brief: 'brief',
  back: 'brief',
  photo: 'brief',
  editorial: null,
  verse: null,
}

/** Latin letters and figures are half as wide as Han. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c < '\u0250' ? 0.5 : 1), 0)

function linesOf(tokens: readonly BodyToken[], characters: number): number {
  let lines = 0
  for (const token of tokens) {
    if (token.type === 'inline') {
      for (const part of inlineText(token.children ?? [], { ruby: false }).split('\n'))
        lines += Math.ceil((widthOf(part) + 2) / characters)
    } else if (token.type === 'fence' || token.type === 'code_block') lines += token.content.split('\n').length
    else if (token.type === 'heading_open') lines += 1
    else if (token.type === 'figure' || token.type === 'table_open') lines += ofPicture
  }
  return lines
}

/** What stands below the text of its article, in lines of the body. */
function tailLines({ references, notes, notesAt, byline }: Article, characters: number): number {
  const small = characters * 1.3
  const texts = [...references.map(({ text }) => text), ...byline.flatMap(({ bio }) => bio ?? [])]
  const ends = notesAt === 'end' ? notes.map((note) => linesOf(note.tokens, small)) : []
  return [...texts.map((text) => Math.ceil(widthOf(text) / small)), ...ends].reduce((a, b) => a + b, 0)
}

/** The fewer columns in which a short article is set; null where those of its layout are right. */
export function fewerColumns(article: Article, issue: Issue): Columns | null {
  const name = settings[article.layout]
  if (name === null) return null
  const area = typeArea(issue.page)
  const all = narrowings(area.columns[name], area.width)
  // Its parts stand on several pages, and must look alike.
  if (issue.continuations.some((continuation) => continuation.article === article.id)) return null
  const rows = article.layout === 'photo' ? rowsOf(article.body) : [{ kind: 'text', tokens: article.body }]
  const texts = rows.filter(({ kind }) => kind === 'text')
  const fits = (columns: Columns): boolean =>
    texts.every(({ tokens }, i) => {
      const tail = i === texts.length - 1 ? tailLines(article, columns.characters) : 0
      return linesOf(tokens, columns.characters) + tail >= leastLines * columns.count
    })
  const found = all.find(fits) ?? all.at(-1)!
  return found === all[0] ? null : found
}

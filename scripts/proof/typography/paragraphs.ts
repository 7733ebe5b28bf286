/** Rules of paragraphs in their columns: P5–P8 (CLREQ: orphans, widows; headings at the foot; balance of the last page). */
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Article } from '../../model/issue.ts'
import { isHan } from '../text/kinds.ts'
import { type AuditContext, each, faultOf, type Rule, whereOf } from './audited.ts'
import type { TypesetColumn, TypesetLine, TypesetPage } from './read/typeset-page.ts'

/** Texts whose last line must hold two characters. */
const paragraphs = new Set<TypesetLine['kind']>(['body', 'heading', 'note', 'front'])

/** P5. A place is a paragraph, heading or note of two lines or more. */
export const loneCharacters: Rule = (context) =>
  each(
    context.lines.filter(({ line }) => paragraphs.has(line.kind) && line.closes && !line.opens),
    (place) => {
      const words = [...place.line.text].filter((c) => isHan(c) || /[\p{L}\p{N}]/u.test(c))
      return words.length >= 2 ? null : faultOf(context, 'typography/lone-character', place)
    },
  )

/** P6. A place is the head of a column that goes on with a paragraph. */
export const widows: Rule = (context) => {
  const heads = context.pages.flatMap(({ number, columns }) =>
    columns.flatMap(({ lines }) => {
      const line = lines.find((other) => other.kind !== 'caption' && other.kind !== 'other')
      return line?.kind === 'body' && !line.opens ? [{ line, page: number }] : []
    }),
  )
  return each(heads, (place) => (place.line.closes ? faultOf(context, 'typography/widow', place) : null))
}

/** P7. A place is a heading, or the label of a list below a text. */
export const headings: Rule = (context) =>
  each(
    context.lines.filter(({ line }) => (line.kind === 'heading' || line.kind === 'label') && line.closes),
    (place) => {
      const { lines } = context.pages[place.page - 1]!
      const below = lines.some((other) => follows(other, place.line))
      return below ? null : faultOf(context, 'typography/heading-at-foot', place)
    },
  )

/** Another text of the same article stands below in the same column, or over all columns; notes only below their label. */
const follows = (other: TypesetLine, heading: TypesetLine): boolean =>
  other.article === heading.article &&
  other.y < heading.y - 1 &&
  other.kind !== 'heading' &&
  other.kind !== 'label' &&
  (other.kind !== 'note' || heading.kind === 'label') &&
  other.column === heading.column

/** Lines that may keep a column from being filled: a heading goes with text, a figure is not cut, an end is kept together. */
const kept = { heading: 4, label: 4, caption: 20, verse: 20, end: 3, whole: 2 }

/** Poems part between their stanzas, pictures where they can. */
const ragged = new Set<Article['layout']>(['verse', 'photo'])

/** P8. A place is the last page of an article in several columns. */
export const balance: Rule = (context) => {
  const places = context.issue.articles.flatMap(({ id, layout }) => {
    const page = context.pages.findLast(({ columns }) => columns.some(({ article }) => article === id))
    const columns = page?.columns.filter(({ article }) => article === id) ?? []
    return page && !ragged.has(layout) && (columns[0]?.setting.count ?? 1) > 1 ? [{ page, columns }] : []
  })
  return each(places, ({ page, columns }) => unbalanced(context, page, columns))
}

function unbalanced(context: AuditContext, page: TypesetPage, columns: readonly TypesetColumn[]): Diagnostic | null {
  const { setting, article } = columns[0]!
  const { title = '', section = '' } = context.issue.articles.find(({ id }) => id === article) ?? {}
  const feet = columns.map((column) => footOf(column, page, section))
  const lowest = Math.min(...feet)
  const short = columns.findIndex((_, i) => {
    const next = columns[i + 1]?.lines
    const first = next?.[0]?.kind
    const ending = next?.some(({ kind }) => kind === 'closing' || kind === 'bio') ? kept.end : 1
    const heads = first === 'heading' || first === 'label' || first === 'caption' || first === 'verse'
    const room = heads ? kept[first] : ending
    const whole = isWhole(next?.slice(0, 2) ?? []) ? kept.whole : 0
    // What does not divide evenly shortens the last column, by a line for each of the others, and by one more where two
    // lines of a paragraph keep together, or by what is not divided at the foot before it.
    const allowed = next ? Math.max(room, whole) : Math.max(setting.count, undivided(columns[i - 1]))
    // Small type below the text fills a part of a line.
    const part = columns[i]!.lines.at(-1)?.kind === 'bio' ? 1 : 0.5
    return (feet[i]! - lowest) / setting.pitch > allowed + part
  })
  const missing = columns.length < setting.count && columns[0]!.lines.length > setting.count
  if (short < 0 && !missing) return null
  const column = short < 0 ? columns.length + 1 : columns[short]!.number
  const lines = short < 0 ? columns[0]!.lines.length : Math.round((feet[short]! - lowest) / setting.pitch)
  const place = { file: context.file, page: page.number }
  return diagnostic('typography/unbalanced', place, { ...whereOf(page.number, column, 0), title, lines })
}

/** Two lines that are all of a text are not divided. */
const isWhole = (lines: readonly TypesetLine[]): boolean =>
  lines.length === 2 && lines[0]!.opens && lines[1]!.closes && lines[0]!.passage === lines[1]!.passage

/** Lines at the foot of a column that stand or go together: a heading with its text, a table, a figure. */
function undivided(column: TypesetColumn | undefined): number {
  const foot = column?.lines ?? []
  const last = foot.at(-1)?.kind
  if (last === 'cell' || last === 'caption') return kept.caption
  return foot.slice(-3).some(({ kind }) => kind === 'heading') ? kept.heading : 0
}

/**
 * The lowest baseline of a column, names and affiliations below its text included. The section's name below it heads the
 * next article of the same section.
 */
function footOf({ article, left, right, lines }: TypesetColumn, page: TypesetPage, section: string): number {
  // What is nobody's belongs to the article that stands lowest.
  const ends = page.columns.every((other) => other.article === article || other.lines[0]!.y > lines[0]!.y)
  const below = page.lines.filter(
    (line) =>
      (line.article === article || (ends && line.article === null && line.kind === 'other')) &&
      line.kind !== 'note' &&
      line.glyphs.map(({ text }) => text).join('') !== section &&
      line.x > left - line.size &&
      line.end < right + line.size &&
      line.y < lines[0]!.y,
  )
  return Math.min(...[...lines, ...below].map(({ y }) => y))
}

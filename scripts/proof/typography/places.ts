/** In: a finished paged file, and faults of its pages or its manuscript. Out: where on the pages each of them shows. */
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Issue } from '../../model/issue.ts'
import type { Mark } from '../../model/mark.ts'
import type { Place } from '../../model/place.ts'
import { readObjects } from '../pdf/objects.ts'
import { PdfSyntaxError } from '../pdf/syntax.ts'
import { readGlyphs } from './read/glyphs.ts'
import { readLines } from './read/lines.ts'
import type { TypesetLine, TypesetPage } from './read/typeset-page.ts'

interface Shown {
  readonly page: number | null
  readonly box: Mark['box']
}

/**
 * The marks in the order of the pages; what shows on none of them comes last.
 * @param openings page on which each article begins, by its id, as the press knows it.
 */
export function marksOf(
  issue: Issue,
  bytes: Uint8Array,
  faults: readonly Diagnostic[],
  openings: ReadonlyMap<string, number>,
): readonly Mark[] {
  const pages = pagesIn(issue, bytes)
  const nowhere: Shown = { page: null, box: null }
  const shown = faults.map((fault) => ({ fault, ...(shownAt(issue, pages, fault, openings) ?? nowhere) }))
  const pageOf = ({ page }: Shown) => page ?? Number.POSITIVE_INFINITY
  const top = ({ box }: Shown) => box?.[3] ?? Number.POSITIVE_INFINITY
  return shown
    .sort((a, b) => (pageOf(a) === pageOf(b) ? (top(a) === top(b) ? 0 : top(b) - top(a)) : pageOf(a) - pageOf(b)))
    .map((one, i) => ({ number: i + 1, ...one }))
}

function pagesIn(issue: Issue, bytes: Uint8Array): readonly TypesetPage[] {
  try {
    return readLines(issue, readGlyphs(readObjects(bytes)))
  } catch (error) {
    if (error instanceof PdfSyntaxError) return []
    throw error
  }
}

function shownAt(
  issue: Issue,
  pages: readonly TypesetPage[],
  fault: Diagnostic,
  openings: ReadonlyMap<string, number>,
): Shown | null {
  const places = [fault.place, ...(fault.related ?? [])].flatMap((place) => place ?? [])
  const { column, line } = fault.facts
  const page = places.find((place) => place.page !== undefined && place.file.endsWith('.pdf'))?.page
  if (page !== undefined) {
    const lines = pages[page - 1]?.lines ?? []
    const here = lines.filter((one) => one.column > 0 && one.column === column && one.number === line)
    const whole = lines.filter((one) => one.column > 0 && one.column === column && !line)
    return { page, box: around(here.length > 0 ? here : whole) }
  }
  // An article that is not there is reported where it is listed, and shows where it would stand.
  const absent = issue.articles.find(({ file }) => file.endsWith(`/${fault.facts.name}`))
  for (const place of [...places, ...(absent ? [{ file: absent.file }] : [])]) {
    const found = inManuscript(issue, pages, place, String(fault.facts.character ?? ''), openings)
    if (found) return found
  }
  return null
}

/** The block that the line of the manuscript belongs to; the first page of the article where that is none of its body. */
function inManuscript(
  issue: Issue,
  pages: readonly TypesetPage[],
  place: Place,
  character: string,
  openings: ReadonlyMap<string, number>,
): Shown | null {
  const article = issue.articles.find(({ file }) => file === place.file)
  if (!article) return null
  const own = pages.flatMap((page) =>
    page.lines.filter((line) => line.article === article.id && line.kind !== 'other').map((line) => ({ page, line })),
  )
  const startOf = ({ line }: { line: TypesetLine }) => line.passage?.source.line ?? 0
  const start = Math.max(0, ...own.map(startOf).filter((from) => from > 0 && from <= (place.line ?? 0)))
  const block = own.filter((one) => start > 0 && startOf(one) === start)
  const saying = block.filter(({ line }) => character !== '' && line.text.includes(character))
  const [first] = saying.length > 0 ? saying : block
  if (first) {
    const together = (saying.length > 0 ? [first] : block).filter(
      ({ page, line }) => page === first.page && line.column === first.line.column,
    )
    return { page: first.page.number, box: around(together.map(({ line }) => line)) }
  }
  const page = openings.get(article.id)
  return page === undefined ? null : { page, box: null }
}

/** A line reaches above its baseline by most of its size, and below it by what is left. */
function around(lines: readonly TypesetLine[]): Mark['box'] {
  if (lines.length === 0) return null
  return [
    Math.min(...lines.map(({ x }) => x)),
    Math.min(...lines.map(({ y, size }) => y - 0.2 * size)),
    Math.max(...lines.map(({ end }) => end)),
    Math.max(...lines.map(({ y, size }) => y + 0.9 * size)),
  ]
}

/** In: facts of a paged PDF and what each article must say. Out: the pages of each article, its flow and its notes, and the rest. */
import type { Issue } from '../model/issue.ts'
import { millimetresToPoints, typeArea } from '../model/type-area.ts'
import { shingles, significant } from './characters.ts'
import type { FoundArticle } from './compare.ts'
import type { Expected } from './expected.ts'
import type { PdfFacts, PdfPage } from './pdf-read.ts'
import { join, part, type Run, runIndexAt, runOf, type Stream, streamOf } from './stream.ts'

export interface PagedArticle extends FoundArticle {
  readonly first: number
  readonly last: number
  /** Index of its first run in the type area of its first page: not 0 where it follows another article on the page. */
  readonly start: number
}

export interface SheetPage {
  readonly number: number
  /** Text inside the type area. */
  readonly area: readonly Run[]
  readonly runningHead: string
  /** As printed below the type area, null where nothing is. */
  readonly folio: string | null
  /** All text of the page. */
  readonly all: Stream
}

export interface PagedEvidence {
  readonly pages: readonly SheetPage[]
  /** In the order of the issue; null where no page begins the article. */
  readonly articles: readonly (PagedArticle | null)[]
}

export function readPages(issue: Issue, all: readonly Expected[], facts: PdfFacts, file: string): PagedEvidence {
  const pages = facts.pages.map((page) => sheet(issue, page, file))
  const texts = pages.map((page) => streamOf(page.area).text)
  const openings = all.map((expected) => openingOf(expected, texts))
  const starts = openings.map((page, i) => (page === null ? 0 : startOn(pages[page - 1]!, all, i)))
  const articles = all.map((expected, i): PagedArticle | null => {
    const first = openings[i] ?? null
    if (first === null) return null
    const start = starts[i]!
    const next = openings
      .flatMap((page, k) => (page === null ? [] : [{ page, start: starts[k]! }]))
      .filter((other) => other.page > first || (other.page === first && other.start > start))
      .sort((a, b) => a.page - b.page || a.start - b.start)[0]
    const last = next ? next.page - (next.start > 0 ? 0 : 1) : lastPageOf(expected, first, texts)
    const areas = pages.slice(first - 1, last).map(({ number, area }) => {
      const end = number === next?.page ? next.start : area.length
      return area.slice(number === first ? start : 0, end)
    })
    return { first, last, start, ...flowOf(expected, areas) }
  })
  return { pages, articles }
}

/**
 * Where an article that follows another on the page begins: at its section's name or its title. What stands before that is
 * its own where a style sheet has its head painted late, and another's where more of another's words are in it.
 */
function startOn(page: SheetPage, all: readonly Expected[], index: number): number {
  const stream = streamOf(page.area)
  const position = stream.text.indexOf(significant(all[index]!.article.title))
  if (position < 0) return 0
  const section = all[index]!.head[0]!.choices[0]!
  const at = stream.text.slice(0, position).endsWith(section) ? position - section.length : position
  const before = [...shingles(stream.text.slice(0, at), ngram)]
  const shares = all.map(({ body, tail }) => {
    const own = shingles(plainText(body) + tail.map((unit) => unit.choices[0]).join(''), ngram)
    return before.filter((shingle) => own.has(shingle)).length
  })
  return shares.some((share, i) => i !== index && share > shares[index]!) ? runIndexAt(stream, at) : 0
}

function sheet(issue: Issue, page: PdfPage, file: string): SheetPage {
  const { trim } = issue.page
  const area = typeArea(issue.page)
  const top = millimetresToPoints(trim.height - area.head) + 0.5
  const bottom = millimetresToPoints(area.foot) - 0.5
  const place = { file, page: page.number }
  let previous: PdfPage['texts'][number] | null = null
  const inside: Run[] = []
  const everything: Run[] = []
  let head = ''
  let foot = ''
  for (const text of page.texts) {
    // A superior figure keeps the line, a lower or a far higher baseline begins a new one.
    const turned = previous !== null && Math.abs(text.y - previous.y) > 0.7 * Math.max(previous.size, text.size)
    const back = previous !== null && text.x < previous.x - 1
    const run = runOf(text.text, {
      y: text.y,
      place,
      font: text.font,
      size: text.size,
      startsLine: previous === null || turned || back,
    })
    if (run.text === '') continue
    previous = text
    everything.push(run)
    if (text.y > top) head += run.text
    else if (text.y < bottom) foot += run.text
    else inside.push(run)
  }
  return {
    number: page.number,
    area: inside,
    runningHead: head,
    folio: foot === '' ? null : foot,
    all: streamOf(everything),
  }
}

const ngram = 6

/** The page where most of an article's beginning stands: its title, its names, the first lines of its text. */
function openingOf(expected: Expected, texts: readonly string[]): number | null {
  const { title, subtitle, lead, abstract, byline } = expected.article
  const words = significant(`${lead ?? ''}${abstract ?? ''}`) + plainText(expected.body)
  const beginning = shingles(words.slice(0, 300), ngram)
  const heading = significant(title)
  // The contents name title, subtitle and authors too, so these alone do not make a page the article's own.
  const own = shingles(words, ngram)
  for (const shingle of shingles(heading + significant(subtitle ?? ''), ngram)) own.delete(shingle)
  let best = { page: null as number | null, score: 0 }
  texts.forEach((text, i) => {
    // The cover may announce anything.
    if (i === 0 || text === '') return
    let score = text.includes(heading) ? 20 : 0
    for (const { name } of byline) if (text.includes(significant(name))) score += 2
    // Another article may quote this one at length, but not under its title or its names.
    if (score === 0) return
    for (const shingle of beginning) if (text.includes(shingle)) score++
    if (score < best.score || score < 4) return
    const evidence = [...shingles(text, ngram)].filter((shingle) => own.has(shingle)).length
    if (evidence >= Math.min(8, own.size)) best = { page: i + 1, score }
  })
  return best.page
}

function lastPageOf(expected: Expected, first: number, texts: readonly string[]): number {
  const own = shingles(
    plainText(expected.body) + plainText(expected.notes) + expected.tail.map((u) => u.choices[0]).join(''),
    ngram,
  )
  let last = first
  for (let page = first + 1; page <= texts.length; page++) {
    const text = texts[page - 1]!
    const hits = [...shingles(text, ngram)].filter((shingle) => own.has(shingle)).length
    if (hits > 0 && hits * 3 >= Math.min(text.length, 200) / 3) last = page
    else if (text !== '') break
  }
  return last
}

const plainText = (blocks: Expected['body']): string =>
  blocks.flatMap((block) => block.pieces.filter((piece) => typeof piece === 'string')).join('')

function flowOf(expected: Expected, areas: readonly (readonly Run[])[]): FoundArticle {
  const size = usualSize(areas.flat())
  const left = [...expected.annotations]
  const annotations: string[] = []
  const flows = areas.map((area, i) => {
    const ordered = i === 0 ? headFirst(area, expected) : area
    const { rest, lifted } = liftAnnotations(ordered, left, 0.75 * size)
    annotations.push(...lifted)
    return streamOf(rest)
  })
  if (expected.notes.length === 0) return { main: join(...flows), notes: streamOf([]), annotations }
  const parts = expected.article.notesAt === 'foot' ? flows : [join(...flows)]
  const main: Stream[] = []
  const notes: Stream[] = []
  let taken = 0
  const judge = judgeOf(expected)
  for (const flow of parts) {
    const at = judge(flow, taken)
    main.push(part(flow, 0, at))
    notes.push(part(flow, at, flow.text.length))
    taken += flow.text.length - at
  }
  return { main: join(...main), notes: join(...notes), annotations }
}

/**
 * Puts the head of the article before its text. What a style sheet positions, Chromium paints after the text of the whole
 * page: so runs that stand above the first line of the body and say nothing but words of the head are read first.
 */
function headFirst(runs: readonly Run[], expected: Expected): readonly Run[] {
  const beginning = plainText(expected.body).slice(0, 12)
  const units = expected.head.flatMap((unit) => [...unit.choices, ...unit.misplaced])
  const first = runs.find((run, i) => beginning.startsWith(run.text.slice(0, 12)) && startsWithin(runs, i, beginning))
  if (!first) return runs
  const isHead = (run: Run): boolean =>
    run.y > first.y + first.size / 2 && units.some((unit) => unit.includes(run.text))
  return [...runs.filter(isHead), ...runs.filter((run) => !isHead(run))]
}

function startsWithin(runs: readonly Run[], from: number, beginning: string): boolean {
  let text = ''
  for (let i = from; i < runs.length && text.length < beginning.length; i++) text += runs[i]!.text
  return text.startsWith(beginning)
}

export function usualSize(runs: readonly Run[]): number {
  const counts = new Map<number, number>()
  for (const run of runs) {
    const size = Math.round(run.size * 4) / 4
    counts.set(size, (counts.get(size) ?? 0) + run.text.length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/**
 * Chromium writes the annotations of a line after all bases of the line (seen in 147 and 156): small runs that are made of
 * annotations of this article are taken out of the flow and compared on their own.
 */
function liftAnnotations(runs: readonly Run[], left: string[], below: number): { rest: Run[]; lifted: string[] } {
  if (left.length === 0) return { rest: [...runs], lifted: [] }
  const rest: Run[] = []
  const lifted: string[] = []
  for (let i = 0; i < runs.length; ) {
    let end = i
    while (end < runs.length && runs[end]!.size <= below) end++
    if (end === i) {
      rest.push(runs[i++]!)
      continue
    }
    const taken = composedOf(
      runs
        .slice(i, end)
        .map((run) => run.text)
        .join(''),
      left,
    )
    if (taken) {
      for (const annotation of taken) left.splice(left.indexOf(annotation), 1)
      lifted.push(...taken)
      i = end
    } else {
      // A run of small type may also hold a note call beside an annotation.
      const own = composedOf(runs[i]!.text, left)
      if (own) {
        for (const annotation of own) left.splice(left.indexOf(annotation), 1)
        lifted.push(...own)
      } else rest.push(runs[i]!)
      i++
    }
  }
  return { rest, lifted }
}

function composedOf(text: string, available: readonly string[]): string[] | null {
  const left = [...available]
  const taken: string[] = []
  for (let position = 0; position < text.length; ) {
    const at = left.findIndex((annotation) => annotation !== '' && text.startsWith(annotation, position))
    if (at < 0) return null
    position += left[at]!.length
    taken.push(...left.splice(at, 1))
  }
  return taken
}

/**
 * Finds where the notes begin on a page: at the line start that leaves most of the article's own text before it and most of
 * its notes after it. What the two parts really say is for the comparison to judge, character by character.
 */
function judgeOf(expected: Expected): (flow: Stream, taken: number) => number {
  const noteText = plainText(expected.notes)
  const units = [...expected.head, ...expected.tail].map((unit) => unit.choices[0]!)
  const ofMain = shingles([...units, plainText(expected.body)].join('\n'), ngram)
  const ofNotes = shingles(noteText, ngram)
  return (flow, taken) => {
    const { text } = flow
    const sums = [0]
    for (let i = 0; i < text.length; i++) {
      const shingle = text.slice(i, i + ngram)
      const whole = shingle.length === ngram
      const vote = whole ? Number(ofMain.has(shingle)) - Number(ofNotes.has(shingle)) : 0
      sums.push(sums[i]! + vote)
    }
    let best = { at: text.length, score: sums[text.length]! }
    flow.runs.forEach((run, i) => {
      if (!run.startsLine) return
      const at = flow.starts[i]!
      const next = noteText.startsWith(text.slice(at), taken) ? ngram : 0
      const smaller = i > 0 && flow.runs[i - 1]!.size - run.size > 0.5 ? 0.5 : 0
      const score = sums[at]! + next + smaller
      if (score > best.score) best = { at, score }
    })
    return best.at
  }
}

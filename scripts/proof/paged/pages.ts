/** In: facts of a paged PDF and what each article must say. Out: the pages of each article, its flow and its notes, and the rest. */
import type { Issue } from '../../model/issue.ts'
import { millimetresToPoints, typeArea } from '../../model/type-area.ts'
import type { PdfFacts, PdfPage } from '../pdf/facts.ts'
import type { FoundArticle } from '../text/compare.ts'
import type { Expected } from '../text/expected.ts'
import {
  type Annotations,
  divide,
  headFirst,
  notesForms,
  notesStretch,
  textStretch,
  usualSize,
  withoutAnnotations,
} from '../text/flow.ts'
import { join, type LocatedText, locatedText, part, type Run, runOf } from '../text/located-text.ts'
import type { PagedArticle, PagedEvidence, SheetPage } from './evidence.ts'
import { withoutLeaving, withoutResuming } from './jump-lines.ts'
import { type Piece, piecesOf } from './pieces.ts'

export function readPages(issue: Issue, all: readonly Expected[], facts: PdfFacts, file: string): PagedEvidence {
  const edges = edgesOf(issue)
  const pages = facts.pages.map((page) => sheet(edges, page, file))
  const texts = pages.map((page) => locatedText(page.area))
  const pieces = piecesOf(pages, texts, all, edges.high)
  const portions = pages.map((page): Portion[] => {
    const on = pieces.filter((piece) => piece.page <= page.number && page.number <= piece.last)
    return on.map((piece, k) => {
      const begins = piece.page === page.number
      return { piece, begins, runs: page.area.slice(begins ? piece.start : 0, on[k + 1]?.start) }
    })
  })
  const flows = all.map((expected, index): Flow => {
    const own = portions.flat().filter(({ piece }) => piece.index === index)
    const below = 0.75 * usualSize(own.flatMap(({ runs }) => runs))
    return {
      main: [],
      rest: [],
      notes: [],
      taken: 0,
      annotations: { left: [...expected.annotations], lifted: [], below },
    }
  })
  const beginnings = portions.map((page, i) => {
    const first = readPage(page, all, flows) ?? texts[i]!
    const piece = page[0]?.piece
    if (!piece) return first.text
    const { article, jump } = all[piece.index]!
    if (piece.rest) return (page[0]!.begins ? withoutResuming(first, article).located : first).text
    return (jump !== null && piece.last === i + 1 ? withoutLeaving(first).located : first).text
  })
  const articles = all.map((expected, index): PagedArticle | null => {
    const main = pieces.find((it) => it.index === index && !it.rest)
    if (!main) return null
    const rest = pieces.find((it) => it.index === index && it.rest)
    const own = portions.flatMap((on, i) => (on.some(({ piece }) => piece.index === index) ? [i + 1] : []))
    const after = rest && pieces[pieces.indexOf(rest) - 1]
    const flow = flows[index]!
    const left = expected.jump === null ? null : withoutLeaving(join(...flow.main))
    const resumed = rest ? withoutResuming(join(...flow.rest), expected.article) : null
    const texts = [left?.located ?? join(...flow.main), ...(resumed ? [resumed.located] : [])]
    const found = notesApart(expected, join(...texts), join(...flow.notes))
    return {
      ...found,
      annotations: flow.annotations.lifted,
      first: main.page,
      last: own.at(-1) ?? main.page,
      pages: own,
      start: main.start,
      jump:
        rest && left && resumed
          ? {
              leaving: { printed: left.printed, page: main.last },
              resuming: { printed: resumed.printed, page: rest.page },
              after: after ? all[after.index]!.article.id : null,
            }
          : null,
    }
  })
  return { pages, articles, owners: portions.map((on) => on[0]?.piece.index ?? null), beginnings }
}

/** What of a piece stands on one page, foot notes included. */
interface Portion {
  readonly piece: Piece
  readonly begins: boolean
  readonly runs: readonly Run[]
}

/** What was read of an article so far, page by page. */
interface Flow {
  readonly main: LocatedText[]
  readonly rest: LocatedText[]
  readonly notes: LocatedText[]
  /** Characters of notes read. */
  taken: number
  readonly annotations: Annotations
}

/** The text of the pieces stands on a page one after another, below it their foot notes in order; gives that of the first. */
function readPage(on: readonly Portion[], all: readonly Expected[], flows: readonly Flow[]): LocatedText | null {
  let first: LocatedText | null = null
  on.forEach(({ piece, begins, runs }, k) => {
    const { index, rest } = piece
    const expected = all[index]!
    const flow = flows[index]!
    const ordered = begins && !rest ? headFirst(runs, expected) : runs
    const text = locatedText(withoutAnnotations(ordered, flow.annotations))
    const target = rest ? flow.rest : flow.main
    const noting = on[k + 1]
      ? []
      : [...new Set(on.map((it) => it.piece.index))].filter((i) => notesLeft(all[i]!, flows[i]!))
    if (noting.length === 0) {
      target.push(text)
      first ??= text
      return
    }
    const stretches = noting.map((i) => notesStretch(all[i]!, flows[i]!.taken))
    const [main, ...divided] = divide(text, [textStretch(expected), ...stretches])
    const last = noting.at(-1)!
    const [lastNotes, closing] = closingApart(divided.at(-1)!, all[last]!, flows[last]!.taken)
    const notes = [...divided.slice(0, -1), lastNotes]
    target.push(join(main!, closing))
    first ??= main!
    noting.forEach((i, n) => {
      const own = flows[i]!
      const found = i === index ? notes[n]! : locatedText(withoutAnnotations(notes[n]!.runs, own.annotations))
      own.notes.push(found)
      own.taken += found.text.length
    })
  })
  return first
}

/** The browser may paint the words that close an article after the notes at the foot of its last page. */
function closingApart(notes: LocatedText, expected: Expected, taken: number): readonly [LocatedText, LocatedText] {
  const { length } = notes.text
  const forms = notesForms(expected).map((text) => text.slice(taken))
  const isWhole = (end: number): boolean => forms.some((text) => text.startsWith(notes.text.slice(0, end)))
  const closings = [...expected.tail, ...expected.either].flatMap(({ choices }) => choices)
  const words = isWhole(length)
    ? ''
    : (closings.find((it) => notes.text.endsWith(it) && isWhole(length - it.length)) ?? '')
  return [part(notes, 0, length - words.length), part(notes, length - words.length, length)]
}

const atFoot = ({ article, notes }: Expected): boolean => notes.length > 0 && article.notesAt === 'foot'

/** What of another article reads like notes that were read in full is no part of them. */
const notesLeft = (expected: Expected, { taken }: Flow): boolean =>
  atFoot(expected) && !notesForms(expected).some(({ length }) => length === taken)

/** Notes that stand after the article, and whatever stands after them, are told apart once its text is whole. */
function notesApart(expected: Expected, main: LocatedText, foot: LocatedText): Pick<FoundArticle, 'main' | 'notes'> {
  if (expected.notes.length === 0 || atFoot(expected)) return { main, notes: foot }
  const text = textStretch(expected)
  const [before, notes, after] = divide(main, [text, notesStretch(expected, 0), text])
  return { main: join(before!, after!), notes: notes! }
}

/** Points: the edges of the type area, and the height above which a page has its first words where nothing stands above them. */
interface Edges {
  readonly top: number
  readonly bottom: number
  readonly high: number
}

function edgesOf({ page }: Issue): Edges {
  const { head, foot, height } = typeArea(page)
  const top = millimetresToPoints(page.trim.height - head)
  return { top: top + 0.5, bottom: millimetresToPoints(foot) - 0.5, high: top - height / 5 }
}

function sheet({ top, bottom }: Edges, page: PdfPage, file: string): SheetPage {
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
    // A mark that opens a vertical line is turned, and its origin stands above the line by half of its size.
    if (text.y > top + 0.6 * text.size) head += run.text
    else if (text.y < bottom) foot += run.text
    else inside.push(run)
  }
  return {
    number: page.number,
    area: inside,
    runningHead: head,
    folio: foot === '' ? null : foot,
    all: locatedText(everything),
  }
}

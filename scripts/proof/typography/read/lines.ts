/** In: the glyphs of a finished PDF and the issue. Out: its lines in their columns, and of each which text it is. */
import type { Issue } from '../../../model/issue.ts'
import { type Columns, millimetresToPoints, typeArea } from '../../../model/type-area.ts'
import { isHan } from '../characters.ts'
import { arrange, columnEdges, type Draft, settingOf } from './columns.ts'
import type { Glyph, GlyphPage } from './glyphs.ts'
import { Matcher } from './match.ts'
import { type Passage, type PassageKind, type Passages, passagesOf, plain } from './passages.ts'
import { type GlyphRun, runsOf } from './runs.ts'

/**
 * What a line says. `body` is running text (paragraphs, lists, quotations, answers); `vertical` is a column of vertical
 * setting; `other` is text in the type area that is no text of an article.
 */
export type LineKind = PassageKind | 'vertical' | 'running-head' | 'folio' | 'other'

export interface TypesetLine {
  /** Origin of the first glyph, points from the lower left corner of the trimmed page; y is the baseline. */
  readonly x: number
  readonly y: number
  /** Where the advance of the last glyph ends by the widths of its font, not trimmed. */
  readonly end: number
  /** Points: of most of its glyphs. */
  readonly size: number
  /** As painted, without superior figures and ruby. */
  readonly text: string
  readonly kind: LineKind
  /** Id of the article; null outside of articles, and for text of the type area that cannot be told from another's. */
  readonly article: string | null
  /** On the page, from 1; 0 where the line stands in no column or spans several. */
  readonly column: number
  /** On its column, from 1, counted by baselines; 0 outside of columns. */
  readonly number: number
  readonly passage: Passage | null
  /** Range of the passage's text; both 0 without a passage. */
  readonly from: number
  readonly to: number
  /** Characters before the passage's own: a label, a list marker, the number of a note. */
  readonly label: number
  /** First and last line of its passage. */
  readonly opens: boolean
  readonly closes: boolean
  readonly glyphs: readonly Glyph[]
  /** Superior figures, note calls and ruby. */
  readonly attached: readonly Glyph[]
}

/** Edges in points from the left edge of the trimmed page. */
export interface Edges {
  readonly left: number
  readonly right: number
}

/** One column of one article on one page; where two articles share a page, each has its own. */
export interface TypesetColumn {
  readonly article: string
  /** From 1. */
  readonly number: number
  /** Where its lines of running text begin and end, as found. */
  readonly left: number
  readonly right: number
  /** The setting that the article is set in. */
  readonly setting: Columns
  /** From the head down; captions, cells and notes of the column included. */
  readonly lines: readonly TypesetLine[]
}

export interface TypesetPage {
  readonly number: number
  /** Article by article, each from left to right. */
  readonly columns: readonly TypesetColumn[]
  /** All lines of the page, also those outside of columns. */
  readonly lines: readonly TypesetLine[]
}

/** @param pages of either paged edition: both share one layout. */
export function readLines(issue: Issue, pages: readonly GlyphPage[]): readonly TypesetPage[] {
  const passages = passagesOf(issue)
  const matcher = new Matcher(passages)
  const area = typeArea(issue.page)
  const top = millimetresToPoints(issue.page.trim.height - area.head) + 0.5
  const bottom = millimetresToPoints(area.foot) - 0.5
  const drafts = pages.map((page): { number: number; lines: Draft[] } => {
    const runs = runsOf(page.glyphs, columnEdges(area, page.number))
    const texts = runs.map((run) => run.glyphs.map((glyph) => glyph.text).join(''))
    const within = (run: GlyphRun) => run.y <= top && run.y >= bottom
    // Cover, masthead and contents say names and titles too, but they are not where an article stands.
    const said = texts.filter((text, i) => within(runs[i]!) && says(passages, text)).join('')
    // A page may hold nothing of its article but the end of an English entry.
    const ofArticle = [...said].filter(isHan).length >= telling || said.length >= tellingLatin
    const lines = runs.map((run, i): Draft => {
      const match = ofArticle && within(run) ? matcher.match(texts[i]!) : null
      const outside = run.y > top ? 'running-head' : 'folio'
      const found: LineKind = match ? match.passage.kind : within(run) ? 'other' : outside
      return { run, text: texts[i]!, match, kind: run.vertical && within(run) ? 'vertical' : found }
    })
    return { number: page.number, lines: rejoined(lines) }
  })
  const settings = new Map(issue.articles.map((article) => [article.id, settingOf(article, drafts, area)]))
  return drafts.map(({ number, lines }) => arrange(number, lines, area, settings))
}

/** A line torn so far apart that its parts were taken for lines of their own: what it says goes on from one to the next. */
function rejoined(lines: readonly Draft[]): Draft[] {
  const whole: Draft[] = []
  for (const next of lines) {
    const last = whole.at(-1)
    const goesOn = last?.match && next.match?.passage === last.match.passage && next.match.from === last.match.to
    if (last?.match && next.match && goesOn && Math.abs(last.run.y - next.run.y) <= 0.25 && next.run.x > last.run.x) {
      const { run } = last
      const glyphs = [...run.glyphs, ...next.run.glyphs]
      const attached = [...run.attached, ...next.run.attached]
      whole[whole.length - 1] = {
        ...last,
        run: { ...run, glyphs, attached, end: next.run.end },
        text: last.text + next.text,
        match: { ...last.match, to: next.match.to },
      }
    } else whole.push(next)
  }
  return whole
}

/** Kinds of text that stand on the pages of their article and nowhere else. */
const own = new Set<LineKind>(['body', 'verse', 'note', 'caption', 'reference', 'closing', 'bio', 'attribution'])

/** Han that make a page an article's. */
const telling = 12
/** The same in characters of any script. */
const tellingLatin = 40

function says({ text, at }: Passages, written: string): boolean {
  const line = plain(written)
  const found = line.length < 6 ? -1 : text.indexOf(line)
  return found >= 0 && own.has(at(found).kind)
}

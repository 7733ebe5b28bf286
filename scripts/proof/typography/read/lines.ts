/** In: the glyphs of a finished PDF and the issue. Out: its lines in their columns, and of each which text it is. */

import type { Issue } from '../../../model/issue.ts'
import { millimetresToPoints, typeArea } from '../../../model/type-area.ts'
import { isHan } from '../../text/kinds.ts'
import { arrange, columnEdges, type Draft, settingOf } from './columns.ts'
import type { GlyphPage } from './glyph-page.ts'
import { Matcher } from './match.ts'
import { type Passages, passagesOf, plain } from './passages.ts'
import { type GlyphRun, runsOf } from './runs.ts'
import type { LineKind, TypesetPage } from './typeset-page.ts'

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

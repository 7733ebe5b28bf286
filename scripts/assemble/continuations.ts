/** A manuscript in; which articles go on after which others, and what does not fit together, out. */
import type { PhraseKey } from '../model/codes/phrases.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Continuation } from '../model/issue.ts'
import type { ArticleSource, Layout, Manuscript } from '../model/manuscript.ts'
import type { Place } from '../model/place.ts'

/** Texts in running columns. What is made for one page, or is set line by line, is not torn. */
const jumping: readonly Layout[] = ['feature', 'standard', 'interview']

/** Place of the jump mark, if the article has one. */
function markOf(source: ArticleSource): Place | undefined {
  const line = source.body.find((token) => token.type === 'jump')?.map?.[0]
  return line === undefined ? undefined : { file: source.file, line, column: 1 }
}

const layoutOf = ({ facts }: ArticleSource): Layout => facts.value.layout ?? 'standard'

/** @param ids file name → article id. Continuations of articles that cannot be continued as they stand are left out. */
export function continuationsOf(
  { manifest, articles }: Manuscript,
  ids: ReadonlyMap<string, string>,
): { continuations: Continuation[]; diagnostics: Diagnostic[] } {
  const sources = new Map(articles.map((source) => [source.name, source]))
  const passed = new Set<string>()
  const continued = new Map<string, Place | undefined>()
  const continuations: Continuation[] = []
  const diagnostics: Diagnostic[] = []
  let last: string | undefined
  manifest.value.sections.forEach((section, i) => {
    section.articles.forEach((entry, j) => {
      if (typeof entry === 'string') {
        // A second listing is not printed.
        if (sources.has(entry) && !passed.has(entry)) last = entry
        passed.add(entry)
        return
      }
      const name = entry.continue
      const place = manifest.places.get(`sections[${i}].articles[${j}].continue`)
      const report = (code: Diagnostic['code'], facts: Diagnostic['facts'] = {}, related?: readonly Place[]): void => {
        diagnostics.push(diagnostic(code, place, { name, ...facts }, related))
      }
      const misplaced = (reason: PhraseKey<'continueOrder'>): void => report('manuscript/continue-order', { reason })
      const again = continued.has(name)
      const earlier = continued.get(name)
      if (!again) continued.set(name, place)
      const source = sources.get(name)
      if (!ids.has(name)) report('manuscript/continue-unlisted')
      else if (again) report('manuscript/continue-twice', {}, earlier && [earlier])
      else if (passed.size === 0) misplaced('nothing')
      else if (!passed.has(name)) misplaced('early')
      else if (last === name) misplaced('next')
      else if (source && !markOf(source)) report('manuscript/continue-unmarked')
      else if (source && jumping.includes(layoutOf(source)) && last !== undefined)
        continuations.push({ article: ids.get(name)!, after: ids.get(last)! })
    })
  })
  for (const source of articles) {
    const mark = markOf(source)
    const layout = layoutOf(source)
    if (mark && !continued.has(source.name))
      diagnostics.push(diagnostic('manuscript/jump-unlisted', mark, { name: source.name }))
    if (mark && !jumping.includes(layout))
      diagnostics.push(diagnostic('manuscript/jump-layout', mark, { layout, allowed: jumping.join('、') }))
  }
  return { continuations, diagnostics }
}

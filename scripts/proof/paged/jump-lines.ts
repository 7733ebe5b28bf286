/** In: the text of an article that goes on after another. Out: the lines 下转 and 上接, and checks that they name the real pages. */
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Article, Continuation, Issue } from '../../model/issue.ts'
import { wordsOf } from '../text/blocks.ts'
import { shingles, significant } from '../text/characters.ts'
import type { Expected } from '../text/expected.ts'
import { ngram } from '../text/flow.ts'
import { join, type LocatedText, part, runIndexAt } from '../text/located-text.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { JumpLine, PagedEvidence } from './evidence.ts'

const leaving = /（下转第(\d+)页）/g
const resuming = /（上接第(\d+)页）/g

/** The title may be named beside the line: its forms. */
const namesOf = ({ title, runningTitle }: Article): string[] =>
  [title, runningTitle].flatMap((text) => [`《${significant(text)}》`, significant(text)])

/** The rest of the line: the title that stands before or after it belongs to it. */
function span(text: string, at: number, end: number, names: readonly string[]): readonly [number, number] {
  const before = names.find((name) => text.slice(0, at).endsWith(name))
  if (before !== undefined) return [at - before.length, end]
  const after = names.find((name) => text.startsWith(name, end))
  return [at, end + (after?.length ?? 0)]
}

/** Where on the pages the rest of an article begins: at its line or, without one, at its first words. */
export function restOpening(
  { article, body, jump }: Expected,
  pages: readonly LocatedText[],
): { page: number; run: number } | null {
  const words = wordsOf(body.slice(jump ?? 0))
  const opening = shingles(words.slice(0, 120), ngram)
  let best = { page: 0, at: 0, score: 3 }
  pages.forEach((located, i) => {
    const { text } = located
    const starts = [...text.matchAll(resuming)].map((match) => {
      const end = match.index + match[0].length
      const [from, to] = span(text, match.index, end, namesOf(article))
      // A line of 上接 is what a reader looks for, the title beside it tells whose; the words decide where there are several.
      return { at: from, end: to, bonus: to - from > match[0].length ? 4 : 2 }
    })
    const plain = text.indexOf(words.slice(0, 12))
    for (const { at, end, bonus } of [...starts, ...(plain >= 0 ? [{ at: plain, end: plain, bonus: 0 }] : [])]) {
      const here = shingles(text.slice(at, end + 200), ngram)
      const score = bonus + [...opening].filter((shingle) => here.has(shingle)).length
      if (score > best.score) best = { page: i + 1, at, score }
    }
  })
  return best.page === 0 ? null : { page: best.page, run: runIndexAt(pages[best.page - 1]!, best.at) }
}

/** Takes 下转 out of the first part: the last that stands there. */
export function withoutLeaving(located: LocatedText): { located: LocatedText; printed: string | null } {
  const match = [...located.text.matchAll(leaving)].at(-1)
  if (!match) return { located, printed: null }
  const end = match.index + match[0].length
  return { located: cut(located, match.index, end), printed: match[1]! }
}

/** Takes 上接, and the title beside it, out of the rest: the first that stands there. */
export function withoutResuming(
  located: LocatedText,
  article: Article,
): { located: LocatedText; printed: string | null } {
  const match = [...located.text.matchAll(resuming)][0]
  if (!match) return { located, printed: null }
  const [from, to] = span(located.text, match.index, match.index + match[0].length, namesOf(article))
  return { located: cut(located, from, to), printed: match[1]! }
}

const cut = (located: LocatedText, from: number, to: number): LocatedText =>
  join(part(located, 0, from), part(located, to, located.text.length))

/** Id of the article after whose text a rest begins: of several listed after one article, each follows the one before it. */
function precedingOf(continuation: Continuation, all: readonly Continuation[]): string {
  const before = all[all.indexOf(continuation) - 1]
  return before?.after === continuation.after ? before.article : continuation.after
}

/** Both lines stand and send the reader to the right page, and the rest stands after the article that it should follow. */
export function checkJumps(verdict: Verdict, issue: Issue, file: string, { articles }: PagedEvidence): void {
  for (const continuation of issue.continuations) {
    const index = issue.articles.findIndex((article) => article.id === continuation.article)
    const article = issue.articles[index]
    const found = articles[index]
    if (!article || !found) continue
    const { title } = article
    if (!found.jump) {
      const lost = diagnostic('proof/continuation-lost', { file, page: found.last }, { title })
      verdict.check('continuation/folio', title, [lost])
      continue
    }
    const { leaving, resuming, after } = found.jump
    const line = (word: string, { printed, page }: JumpLine, other: number): Diagnostic[] => {
      if (printed === String(other)) return []
      const facts = { title, line: `${word}第 ${printed ?? other} 页`, page: other, at: page }
      return [diagnostic(printed === null ? 'proof/jump-line-lost' : 'proof/jump-page-wrong', { file, page }, facts)]
    }
    const preceding = precedingOf(continuation, issue.continuations)
    const before = issue.articles.find(({ id }) => id === preceding)?.title ?? ''
    verdict.check('continuation/folio', title, [
      ...line('下转', leaving, resuming.page),
      ...line('上接', resuming, leaving.page),
      ...(after === preceding
        ? []
        : [diagnostic('proof/continuation-order', { file, page: resuming.page }, { title, before })]),
    ])
  }
}

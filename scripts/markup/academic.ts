/** An article in; what templates need of its academic apparatus out: English block, references, article number, running head. */
import type { Article, Issue } from '../model/issue.ts'
import { displayHtml } from './display.ts'
import type { ArticleView, EnglishView } from './views.ts'

/** With more authors than this a running head names the first and says 等. */
const mostNames = 3

/** 沈砚秋，陆知微：一字之位 — the running head of odd pages in academic journals. */
export function authorsAndTitle({ byline, runningTitle }: Article): string {
  const names = byline.slice(0, mostNames).map(({ name }) => name)
  const authors = byline.length > mostNames ? [names[0]!, '等'] : names
  return `${authors.join('，')}：${runningTitle}`
}

export function englishView({ english, byline }: Article): EnglishView | null {
  if (!english) return null
  const several = english.affiliations.length > 1
  return {
    title: english.title,
    names: english.names.map((name, i) => ({
      name,
      marks: several ? (byline[i]?.affiliations ?? []).map((index) => index + 1).join(',') : '',
    })),
    affiliations: english.affiliations.map((name, i) => ({ mark: several ? String(i + 1) : '', name })),
    abstract: english.abstract ?? '',
    keywords: english.keywords.join('; '),
  }
}

/** Facts that stand in one line below the key words; the others follow as a block, label by label. */
const classifying: ReadonlySet<string> = new Set(['中图分类号', '文献标志码'])

type Apparatus = Pick<
  ArticleView,
  'displayTitle' | 'classification' | 'classified' | 'history' | 'numberStem' | 'english'
>

export function apparatusOf(article: Article): Apparatus {
  const classification = article.facts.filter(({ label }) => classifying.has(label))
  return {
    displayTitle: displayHtml(article.titleWithBreaks),
    classification,
    classified: classification.length > 0 || article.numberStem !== undefined,
    history: article.facts.filter(({ label }) => !classifying.has(label)),
    numberStem: article.numberStem ?? '',
    english: englishView(article),
  }
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

/** Vol. 2, No. 1, January 2026: below the Chinese on the first page of an academic article. */
export function englishNumbering({ numbering }: Issue): string {
  const { volume, number, date } = numbering
  const [year, month] = date.split('-')
  return `${volume === undefined ? '' : `Vol. ${volume}, `}No. ${number}, ${months[Number(month) - 1]} ${year}`
}

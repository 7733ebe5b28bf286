/** An issue that fails and a way to ask whether another still does in; the smallest one found in the time given out. */
import type { Block, DraftArticle, DraftIssue } from './model.ts'

/** Things of one kind that can be left out of an issue, in a fixed order. */
interface Level {
  readonly name: string
  count(issue: DraftIssue): number
  /** The issue with only those of its things whose index is kept. */
  keep(issue: DraftIssue, kept: (index: number) => boolean): DraftIssue
}

const withArticles = (issue: DraftIssue, change: (article: DraftArticle) => DraftArticle): DraftIssue => ({
  ...issue,
  articles: issue.articles.map(change),
})

const counter = (): (() => number) => {
  let next = 0
  return () => next++
}

const needed: readonly string[] = ['title', 'byline', 'layout']
const optionalKeys = (article: DraftArticle): string[] =>
  Object.keys(article.front).filter((key) => !needed.includes(key))

/** Keys of the groups in issue.yaml that are not needed. */
const neededInManifest: readonly string[] = ['journal', 'issue', 'page']

const levels: readonly Level[] = [
  {
    name: 'articles',
    count: ({ articles }) => articles.length,
    keep: (issue, kept) => ({ ...issue, articles: issue.articles.filter((_, i) => kept(i)) }),
  },
  {
    name: 'blocks',
    count: ({ articles }) => articles.reduce((sum, { blocks }) => sum + blocks.length, 0),
    keep: (issue, kept) => {
      const next = counter()
      return withArticles(issue, (one) => ({ ...one, blocks: one.blocks.filter(() => kept(next())) }))
    },
  },
  {
    name: 'keys of issue.yaml',
    count: ({ manifest }) => Object.keys(manifest).filter((key) => !neededInManifest.includes(key)).length,
    keep: (issue, kept) => {
      const next = counter()
      const entries = Object.entries(issue.manifest).filter(([key]) => neededInManifest.includes(key) || kept(next()))
      return { ...issue, manifest: Object.fromEntries(entries) }
    },
  },
  {
    name: 'keys of front matter',
    count: ({ articles }) => articles.reduce((sum, one) => sum + optionalKeys(one).length, 0),
    keep: (issue, kept) => {
      const next = counter()
      return withArticles(issue, (one) => ({
        ...one,
        front: Object.fromEntries(Object.entries(one.front).filter(([key]) => needed.includes(key) || kept(next()))),
      }))
    },
  },
  {
    name: 'credits',
    count: ({ articles }) => articles.reduce((sum, { front }) => sum + (front.byline as unknown[]).length, 0),
    keep: (issue, kept) => {
      const next = counter()
      return withArticles(issue, (one) => ({
        ...one,
        front: { ...one.front, byline: (one.front.byline as unknown[]).filter(() => kept(next())) },
      }))
    },
  },
  {
    name: 'pieces',
    count: ({ articles }) =>
      articles.reduce((sum, { blocks }) => sum + blocks.reduce((inner, { pieces }) => inner + pieces.length, 0), 0),
    keep: (issue, kept) => {
      const next = counter()
      const cut = (block: Block): Block => ({ ...block, pieces: block.pieces.filter(() => kept(next())) })
      return withArticles(issue, (one) => ({
        ...one,
        blocks: one.blocks.map(cut).filter(({ pieces }) => pieces.length > 0),
      }))
    },
  },
]

export interface ShrinkOptions {
  readonly fails: (issue: DraftIssue) => Promise<boolean>
  /** Whether there is still time to try once more. */
  readonly goesOn: () => boolean
}

/** Leaves out halves, quarters and so on down to single things, as long as the issue goes on failing. */
async function shrinkLevel(issue: DraftIssue, level: Level, { fails, goesOn }: ShrinkOptions): Promise<DraftIssue> {
  let smallest = issue
  for (let size = Math.ceil(level.count(issue) / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < level.count(smallest); ) {
      if (!goesOn()) return smallest
      const end = from + size
      const candidate = level.keep(smallest, (index) => index < from || index >= end)
      if (candidate.articles.length > 0 && (await fails(candidate))) smallest = candidate
      else from = end
    }
  }
  return smallest
}

export async function shrink(issue: DraftIssue, options: ShrinkOptions): Promise<DraftIssue> {
  let smallest = issue
  for (const level of levels) smallest = await shrinkLevel(smallest, level, options)
  return smallest
}

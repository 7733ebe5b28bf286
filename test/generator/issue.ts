/** A seed in; a whole issue out: every layout, theme and trim comes up, and the same seed gives the same issue. */
import { article, type LayoutName, layouts } from './article.ts'
import { manifest } from './manifest.ts'
import { type DraftArticle, type DraftIssue, jumpKind } from './model.ts'
import { formats, picture } from './pictures.ts'
import { type Random, seeded } from './random.ts'

export interface Size {
  /** Articles, at least and at most. */
  readonly articles: readonly [number, number]
  /** Blocks of a body, at most. */
  readonly blocks: number
}

/** For the tests that are run each time. */
export const brief: Size = { articles: [4, 5], blocks: 7 }
export const small: Size = { articles: [4, 6], blocks: 14 }
export const large: Size = { articles: [5, 12], blocks: 40 }

const common: readonly (readonly [LayoutName, number])[] = layouts.map((name) => [name, name === 'standard' ? 4 : 1])

const sectionNames = ['特稿', '研究', '笔谈', '访谈', '诗页', '图页', '来函', '书评', '调查'] as const

/** Equal titles, texts and names are made on purpose, as a column under one title every month makes them. */
function alike(random: Random, one: DraftArticle, before: readonly DraftArticle[]): DraftArticle {
  const other = before.length > 0 ? random.pick(before) : null
  if (!other || !random.chance(0.12)) return one
  const title = random.chance(0.6) ? { title: other.front.title } : {}
  const text = random.chance(0.4) ? other.blocks.find(({ kind }) => kind === 'paragraph') : undefined
  return {
    ...one,
    front: { ...one.front, ...title },
    blocks: text
      ? [...one.blocks, { ...text, pieces: text.pieces.map((piece) => piece.replaceAll(/⟦cite:[^⟧]*⟧/g, '')) }]
      : one.blocks,
  }
}

/** An article that jumps goes on after a later one; where there is none it does not jump. */
function continued(random: Random, articles: readonly DraftArticle[]): DraftArticle[] {
  return articles.map((one, index) => {
    if (!one.blocks.some(({ kind }) => kind === jumpKind)) return one
    const later = articles.slice(index + 1)
    if (later.length > 0) return { ...one, continuedAfter: random.pick(later).name }
    return { ...one, blocks: one.blocks.filter(({ kind }) => kind !== jumpKind) }
  })
}

export async function generateIssue(seed: number, size: Size): Promise<DraftIssue> {
  const random = seeded(seed)
  const pictures = new Map<string, Uint8Array>()
  const wanted: string[] = []
  const figure = (): string => {
    // Now and then the same picture again.
    if (wanted.length > 0 && random.chance(0.15)) return random.pick(wanted)
    const path = `figures/p${wanted.length + 1}.${random.pick(formats)}`
    wanted.push(path)
    return path
  }
  const cover = random.chance(0.6) ? figure() : null
  const facts = manifest(random, cover)
  const sections = random.some(sectionNames, random.int(1, 5))
  const articles: DraftArticle[] = []
  const count = random.int(...size.articles)
  for (let i = 0; i < count; i++) {
    const section = sections[Math.floor((i * sections.length) / count)]!
    const context = { random, figure, layout: random.weighted(common), length: random.int(1, size.blocks) }
    articles.push(alike(random, article(context, i + 1, section), articles))
  }
  const clear = (facts.print as { standard?: string } | undefined)?.standard !== 'x-1a'
  for (const path of wanted)
    pictures.set(path, await picture(random, path.split('.').at(-1) as (typeof formats)[number], clear))
  return { seed, id: `g-${seed}`, manifest: facts, articles: continued(random, articles), pictures }
}

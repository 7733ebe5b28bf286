/** Random choices in; one article of a layout out, with the front matter and the blocks that may stand in it. */
import { roles } from '../../scripts/model/schema/article.ts'
import * as blocks from './blocks.ts'
import { type Block, type DraftArticle, jumpKind } from './model.ts'
import * as prose from './prose.ts'
import type { Random } from './random.ts'
import * as words from './words.ts'

export const layouts = ['feature', 'standard', 'brief', 'editorial', 'interview', 'verse', 'photo', 'back'] as const
export type LayoutName = (typeof layouts)[number]

export interface ArticleContext {
  readonly random: Random
  readonly figure: () => string
  readonly layout: LayoutName
  /** Blocks are about this many. */
  readonly length: number
}

function personName(random: Random): string {
  return random.weighted<() => string>([
    [() => prose.name(random), 80],
    [() => random.pick(words.transliterated), 6],
    [() => random.pick(words.foreigners), 6],
    [() => `${prose.name(random)}、`.slice(0, -1), 2],
    [() => `${random.pick(words.units)}编辑部`, 2],
    [() => 'R&D 小组', 1],
    [() => 'A<B工作室', 1],
    [() => '阿不都热依木·买买提艾力·库尔班江', 1],
  ])()
}

interface Person {
  readonly name: string
  readonly pinyin?: string
  readonly role?: string
  readonly affiliation?: string | readonly string[]
  readonly email?: string
  readonly orcid?: string
  readonly bio?: string
}

function person(random: Random, full: boolean, own: boolean): Person {
  const units = random.times(random.chance(0.15) ? 2 : 1, () => prose.unit(random))
  return {
    name: personName(random),
    ...(full && { pinyin: prose.pinyin(random) }),
    ...(random.chance(0.15) && { role: random.pick(roles) }),
    ...(own && { affiliation: units.length > 1 ? [...new Set(units)] : units[0]! }),
    ...(random.chance(0.15) && { email: random.pick(words.mails) }),
    ...(random.chance(0.1) && { orcid: '0000-0002-1825-0097' }),
    ...(random.chance(0.2) && { bio: prose.sentences(random, 1, 2).join('') }),
  }
}

function byline(random: Random, full: boolean, shared: boolean): (string | Person)[] {
  const count = random.weighted([
    [1, 60],
    [2, 20],
    [3, 10],
    [random.int(4, 9), 6],
    [30, 2],
  ])
  const people = random.times(count, () => {
    const own = !shared || random.chance(0.3)
    const made = person(random, full, own)
    return !own && !full && random.chance(0.4) ? made.name : made
  })
  const key = (one: string | Person): string =>
    typeof one === 'string' ? `${one} author` : `${one.name} ${one.role ?? 'author'}`
  return [...new Map(people.map((one) => [key(one), one])).values()]
}

const reference = (random: Random): string => {
  const [author, work, year] = [
    prose.name(random),
    `${random.pick(words.nouns)}${random.pick(words.nouns)}`,
    random.int(1950, 2025),
  ]
  return random.weighted<() => string>([
    [
      () =>
        `${author}. ${work}[M]. ${random.pick(['青石', '江右'])}: ${random.pick(words.units)}, ${year}: ${random.int(1, 90)}-${random.int(91, 200)}.`,
      4,
    ],
    [
      () =>
        `${author}, ${prose.name(random)}, 等. ${work}研究[J]. ${random.pick(words.nouns)}学报, ${year}, ${random.int(1, 40)}(${random.int(1, 12)}): ${random.int(1, 90)}-${random.int(91, 200)}.`,
      4,
    ],
    [
      () =>
        `WREN T, MARLOW E, OKONKWO N, et al. ${prose.englishTitle(random, 5, 16)}[J]. Journal of ${prose.englishTitle(random, 1, 3)}, ${year}, 12(3): 1-20.`,
      2,
    ],
    [() => `${author}. ${work}[EB/OL]. (${year}-03-01)[2026-01-05]. ${random.pick(words.addresses)}.`, 1],
  ])()
}

function title(random: Random): string {
  return random.weighted<() => string>([
    [() => prose.title(random, 1), 50],
    [() => `${random.pick(words.nouns)} ${random.pick(words.nouns)}`, 8],
    [() => `${prose.title(random, 1)}|${prose.title(random, 1)}`, 6],
    [() => prose.title(random, 4), 6],
    [() => prose.title(random, 12), 2],
    [() => random.pick(words.nouns).slice(0, 1), 3],
    [() => '补白', 6],
    [() => `${random.pick(words.nouns)} & ${random.pick(words.nouns)}`, 3],
    [() => `“${random.pick(words.nouns)}”和《${random.pick(words.nouns)}》`, 4],
    [() => `${random.int(1950, 2025)}年的${random.pick(words.nouns)}（${random.pick(['上', '下', '一'])}）`, 4],
    [() => `${prose.englishTitle(random, 1, 3)}与${random.pick(words.nouns)}`, 3],
    [() => prose.englishTitle(random, 3, 8), 2],
  ])()
}

/** Affiliations of a byline as English ones must match them: each once, in the order of the byline. */
function affiliations(people: readonly (string | Person)[], shared: readonly string[]): string[] {
  const all = people.flatMap((one) => (typeof one === 'string' ? shared : [one.affiliation ?? shared].flat()))
  return [...new Set(all)]
}

function front({ random, layout }: ArticleContext): Record<string, unknown> {
  const academic = (layout === 'standard' || layout === 'feature') && random.chance(0.35)
  const full = academic && random.chance(0.7)
  const shared = random.chance(0.6) ? random.times(random.chance(0.2) ? 2 : 1, () => prose.unit(random)) : null
  const people = byline(random, full, shared !== null)
  const named = title(random)
  const longTitle = named.length > 24
  const sharedUnits = [...new Set(shared ?? [])]
  return {
    title: named,
    ...(random.chance(0.2) && { subtitle: prose.title(random, random.int(1, 2)).replaceAll('|', '') }),
    ...(longTitle && random.chance(0.7) && { running: named.replaceAll('|', '').slice(0, 12) }),
    layout,
    ...(random.chance(0.35) && { runOn: true }),
    ...(random.chance(0.2) && { notes: random.pick(['foot', 'end']) }),
    byline: people,
    ...(shared && { affiliation: sharedUnits.length > 1 ? sharedUnits : sharedUnits[0] }),
    ...(random.chance(layout === 'feature' || layout === 'interview' ? 0.7 : 0.15) && {
      lead: prose.sentences(random, 1, 3).join(''),
    }),
    ...(academic && {
      abstract: prose.sentences(random, 2, 5).join(''),
      keywords: random.some(words.nouns, random.int(3, 8)),
    }),
    ...(academic && random.chance(0.6) && { classification: 'G232', documentCode: random.pick(['A', 'B', 'C']) }),
    ...(academic && random.chance(0.5) && { received: '2025-03-02', revised: '2025-06-10', accepted: '2025-09-01' }),
    ...(academic &&
      random.chance(0.4) && { funding: `${random.pick(words.units)}基金项目（${random.int(10000, 99999)}）` }),
    ...(full && {
      english: {
        title: prose.englishTitle(random, 4, 12),
        affiliation: affiliations(people, sharedUnits).map(
          (_, i) => `Institute of ${prose.englishTitle(random, 1, 3)} ${i + 1}`,
        ),
        abstract: random.times(random.int(2, 6), () => prose.englishSentence(random)).join(' '),
        keywords: random.times(3, () => prose.englishWords(random, 1, 2)),
      },
    }),
    ...(random.chance(0.1) && { licence: 'CC BY 4.0' }),
    ...(random.chance(0.1) && { doi: `10.5555/example.${random.int(1, 999)}` }),
  }
}

type Make = (context: blocks.BlockContext) => Block

const running: readonly (readonly [Make, number])[] = [
  [(c) => blocks.paragraph(c), 50],
  [(c) => blocks.paragraph(c, 8, 16), 4],
  [blocks.shortParagraph, 14],
  [blocks.wrappedParagraph, 4],
  [blocks.englishParagraph, 1.5],
  [blocks.list, 7],
  [blocks.quotation, 6],
  [blocks.verse, 2],
  [blocks.definitions, 2],
  [blocks.table, 5],
  [blocks.figure, 6],
  [blocks.code, 1.5],
]

/** Headings among blocks: never two without text between them is not a rule of the format, so sometimes they meet. */
function body(context: ArticleContext, inner: blocks.BlockContext): Block[] {
  const { random, length } = context
  const made: Block[] = []
  let headed = false
  while (made.length < length) {
    if (random.chance(0.12)) {
      const level = headed && random.chance(0.4) ? 3 : 2
      made.push(blocks.heading(inner, level))
      headed = true
    }
    made.push(random.weighted(running)(inner))
  }
  return made
}

function bodyOf(context: ArticleContext, inner: blocks.BlockContext, people: readonly unknown[]): Block[] {
  const { random, layout, length } = context
  switch (layout) {
    case 'interview': {
      const named = people.map((one) => (typeof one === 'string' ? one : (one as Person).name))
      const [asker, answerer] = random.pick([
        ['问', '答'],
        ['记者', named[0]!],
        ['编者', '答'],
      ] as const)
      return random.times(length, () =>
        random.chance(0.85) ? blocks.exchange(inner, asker, answerer) : random.weighted(running)(inner),
      )
    }
    case 'verse':
      return random
        .times(Math.max(1, Math.round(length / 4)), () => blocks.verse(inner))
        .flatMap((one) => (random.chance(0.6) ? [blocks.heading(inner, 2), one] : [one]))
    case 'photo':
      return [
        ...(random.chance(0.7) ? [blocks.paragraph(inner, 2, 6)] : []),
        ...random.times(random.int(1, 6), () => blocks.figure(inner)),
      ]
    case 'brief':
    case 'editorial':
      return [blocks.paragraph(inner), ...random.times(Math.round(length / 4), () => random.weighted(running)(inner))]
    default:
      return body(context, inner)
  }
}

/** @param number two digits of the file's name. */
export function article(context: ArticleContext, number: number, section: string): DraftArticle {
  const { random, layout } = context
  const facts = front(context)
  const references =
    'abstract' in facts || random.chance(0.1) ? random.times(random.int(1, 14), () => reference(random)) : []
  const inner = { random, references: references.length, figure: context.figure }
  const tiny = random.chance(0.06)
  const made = tiny ? [blocks.shortParagraph(inner)] : bodyOf(context, inner, facts.byline as readonly unknown[])
  const jumps =
    made.length > 3 && (layout === 'feature' || layout === 'standard' || layout === 'interview') && random.chance(0.15)
  if (jumps)
    made.splice(random.int(1, made.length - 1), 0, {
      kind: jumpKind,
      head: '',
      pieces: ['{下转}'],
      joint: '',
      tail: '',
    })
  return { name: `${String(number).padStart(2, '0')}-${layout}.md`, front: facts, references, blocks: made, section }
}

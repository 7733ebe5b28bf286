/** A candidate text and the other candidates of its article in, how likely it is a heading out. */
import { balanceOf, endingOf, lengthOf } from '../characters/marks.ts'
import { lastWord } from '../characters/words.ts'
import { enumeratorOf, type NumberKind, runsIn, standingHead, withoutEnumerator } from './numbering.ts'
import { likeness } from './parallel.ts'

export interface Candidate {
  readonly text: string
  /** Indices of the first unit and of the one after the last. */
  readonly from: number
  readonly to: number
}

/** What the article as a whole says about its headings. */
export interface HeadingContext {
  readonly joinLength: number
  readonly candidates: readonly Candidate[]
  /** Numbered units by kind: those that may be headings, and those that are plainly paragraphs. */
  readonly numbered: ReadonlyMap<
    NumberKind,
    { readonly heads: readonly number[]; readonly paragraphs: readonly number[] }
  >
}

/** Numbers that sentences do not begin with. */
const certainKinds: ReadonlySet<NumberKind> = new Set([
  'han',
  'part',
  'section',
  'zero',
  'decimal-2',
  'decimal-3',
  'decimal',
])

const impossible = Number.NEGATIVE_INFINITY

/** What ends a letter, speeches of a conversation, lines that name a day. */
const neverHeading =
  /^(?:此\s*致|敬\s*礼|顺颂|敬颂|即颂|祝好|谨启|敬上|此颂)[！!]?|^(?:问|答|记者|主持人)[：:]|^(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:$|\s*[\p{Script=Han}])|^附件?[：:\d]|^(?:抄?[报送]|主送|印发)[：:]|^(?:采访|访谈|对话|活动)?(?:时间|地点|人物|对象)[：:]/u

/** No full stop, no ，、；： at the end, short, not only a number. Nothing else is excluded outright. */
export function mayBeHeading(text: string, joinLength: number): boolean {
  if (lengthOf(text) > joinLength || lengthOf(withoutEnumerator(text)) < 2 || !/\p{L}/u.test(text)) return false
  if (/[。；]|\p{Script=Han}．/u.test(text) || /^[，、：！？”’）》]/u.test(text)) return false
  if (/^(?:——|[“「『"].*[。！？…!?][”」』"]$)/u.test(text) || neverHeading.test(text)) return false
  const ending = endingOf(text)
  return ending === 'open' || (ending === 'stop' && /[！？!?）”》]$/u.test(text))
}

export function headingContext(
  texts: readonly string[],
  candidates: readonly Candidate[],
  joinLength: number,
): HeadingContext {
  const numbered = new Map<NumberKind, { heads: number[]; paragraphs: number[] }>()
  for (const [at, text] of texts.entries()) {
    const kind = enumeratorOf(text)?.kind
    if (kind === undefined) continue
    const row = numbered.get(kind) ?? { heads: [], paragraphs: [] }
    if (mayBeHeading(text, joinLength)) row.heads.push(at)
    else if (endingOf(text) === 'stop' || /。/u.test(text)) row.paragraphs.push(at)
    numbered.set(kind, row)
  }
  return { joinLength, candidates, numbered }
}

/** Mean likeness to the two candidates elsewhere in the article that are most alike; a single sister counts for seven tenths. */
function kinship(self: Candidate, context: HeadingContext, kind: NumberKind | undefined): number {
  const [first = 0, second] = context.candidates
    .filter((other) => other.to <= self.from || other.from >= self.to)
    .filter((other) => enumeratorOf(other.text)?.kind === kind)
    .map((other) => likeness(self.text, other.text))
    .sort((a, b) => b - a)
  return second === undefined ? 0.7 * first : (first + second) / 2
}

/**
 * Numbered 一、 and 第一部分: a heading unless its sisters are paragraphs. （一） 1. （1）: as its sisters are.
 * Unnumbered: only by likeness to others of the article, and less so where the article numbers its headings. The four unnumbered
 * headings of the first spread are 0.8 alike and more; the first pieces of cut paragraphs below 0.5.
 */
export function headingWeight(self: Candidate, context: HeadingContext): number {
  const { text } = self
  if (!mayBeHeading(text, context.joinLength)) return impossible
  const length = lengthOf(text)
  const enumerator = enumeratorOf(text)
  let weight = 0
  if (length > 30) weight -= 1
  if (balanceOf(text).unclosed.length + balanceOf(text).unopened.length > 0) weight -= 6
  if (/[！？!?]$/u.test(text)) weight -= enumerator ? 0 : 3
  if (runsIn(text)) weight -= 4
  if (/[的和与及或在把被从将使而但且很最更较各每这那其之]$/u.test(text) && lastWord(text).length === 1) weight -= 3
  if (standingHead.test(text)) return weight + 6
  const kin = kinship(self, context, enumerator?.kind)
  if (enumerator === undefined) {
    const system = [...context.numbered.values()].some((row) => row.heads.length >= 2)
    return weight - 2 - (system ? 4 : 0) + 10 * (kin - 0.4)
  }
  const row = context.numbered.get(enumerator.kind)
  const sisters = (all: readonly number[] | undefined): number =>
    (all ?? []).filter((at) => at < self.from || at >= self.to).length
  const [heads, paragraphs] = [sisters(row?.heads), sisters(row?.paragraphs)]
  // Numbers of one kind on lines that follow each other count a list.
  const next = (row?.heads ?? []).some((at) => at === self.from - 1 || at === self.to)
  if (next) weight -= 14
  if (paragraphs > heads) return weight - 6
  const certain = certainKinds.has(enumerator.kind)
  return weight + (certain || heads > paragraphs ? 6 : 2) + 7 * kin
}

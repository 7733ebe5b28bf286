/** In: the text of an article as found, and what its head and tail must say. Out: where the head ends, and where the tail begins. */
import type { Expected, ExpectedString } from './expected.ts'
import { type StringsFound, takeStrings } from './expected-strings.ts'

/** Beginnings of the body that are tried: its first words may stand in the title or the lead too. */
const beginnings = 20

/**
 * The head ends where the body begins: at that of its possible beginnings before which least is lost and least is strange.
 * @param alone whether nothing need follow it.
 */
export function headOf(
  text: string,
  strings: readonly ExpectedString[],
  openings: readonly string[],
  alone: boolean,
): StringsFound {
  let best: { head: StringsFound; cost: number } | null = null
  const words = [...new Set(openings.map((opening) => opening.slice(0, 12)))].filter((opening) => opening !== '')
  const starts = words.flatMap((opening) => occurrences(text, opening, 0).slice(0, beginnings)).sort((a, b) => a - b)
  for (const from of alone ? [...starts, text.length] : starts) {
    const head = takeStrings(text, 0, strings, from)
    const cost = costOf(head)
    if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { head, cost }
    if (cost === 0) break
  }
  return best?.head ?? takeStrings(text, 0, strings, words.length === 0 ? null : -1)
}

/** Characters that are lost and that are strange. */
const costOf = ({ missing, strange }: StringsFound): number =>
  strange.reduce(
    (sum, [a, b]) => sum + b - a,
    missing.reduce((sum, wanted) => sum + wanted.choices[0]!.length, 0),
  )

/** Stands above notes that follow the article; no more than this may be left of its tail. */
const notesLabel = '注释'
const labelsOfTail = ['（作者单位', '作者单位：', '作者简介', '参考文献', 'Abstract']

/**
 * The tail begins with one of its words near the end of the article: with that from which on least is lost and least is
 * strange, so that a broken tail is still told from the body.
 */
export function startOfTail(
  text: string,
  from: number,
  tail: readonly ExpectedString[],
  { notes, article }: Expected,
): number {
  const reach = text.length - tail.reduce((sum, wanted) => sum + wanted.choices[0]!.length + 8, 16)
  const heads = notes.length > 0 && article.notesAt === 'end' && text.endsWith(notesLabel)
  const starts = [...new Set([...tail.flatMap((wanted) => wanted.choices), ...labelsOfTail])]
    .flatMap((start) => occurrences(text, start, Math.max(from, reach)))
    .concat(heads ? [text.length - notesLabel.length] : [])
    .sort((a, b) => a - b)
  let best = { at: text.length, cost: Number.POSITIVE_INFINITY }
  // The end of the text comes last: there all of the tail is lost.
  for (const at of new Set([...starts, text.length])) {
    const cost = costOf(takeStrings(text, at, tail, null))
    if (cost < best.cost) best = { at, cost }
    if (cost === 0) break
  }
  return best.at
}

function occurrences(text: string, word: string, from: number): number[] {
  const all: number[] = []
  if (word === '') return all
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) all.push(at)
  return all
}

/** Random choices in; Chinese sentences, titles and names out, with marks about as frequent as in print. */
import type { Random } from './random.ts'
import * as words from './words.ts'

const maybe = (random: Random, probability: number, make: () => string): string =>
  random.chance(probability) ? make() : ''

export function nounPhrase(random: Random): string {
  const noun = random.pick(words.nouns)
  return random.weighted<() => string>([
    [() => noun, 5],
    [() => `${random.pick(words.adjectives)}的${noun}`, 3],
    [() => `${random.pick(words.measures)}${noun}`, 2],
    [() => `${random.pick(words.people)}的${noun}`, 1],
    [() => `${noun}和${random.pick(words.nouns)}`, 1],
    [() => `${noun}、${random.pick(words.nouns)}、${random.pick(words.nouns)}`, 0.6],
    [() => `“${noun}”`, 0.5],
    [() => `《${random.pick(words.nouns)}${random.pick(words.nouns)}》`, 0.3],
  ])()
}

function clause(random: Random): string {
  const verb = random.pick(words.verbs)
  return random.weighted<() => string>([
    [
      () =>
        `${random.pick(words.people)}${maybe(random, 0.4, () => random.pick(words.adverbs))}${verb}${nounPhrase(random)}`,
      5,
    ],
    [
      () =>
        `${nounPhrase(random)}${maybe(random, 0.5, () => random.pick(words.adverbs))}${verb}${random.pick(words.particles)}`,
      2,
    ],
    [() => `${random.pick(words.places)}${verb}${random.pick(words.particles)}${nounPhrase(random)}`, 2],
    [() => `${nounPhrase(random)}是${nounPhrase(random)}`, 1],
    [() => `把${nounPhrase(random)}${verb}${random.pick(words.particles)}`, 1],
    [() => random.pick(words.idioms), 0.6],
    [() => `不${verb}${random.pick(words.nouns)}`, 0.6],
  ])()
}

const ends = [
  ['。', 80],
  ['？', 6],
  ['！', 4],
  ['；', 6],
  ['……', 2],
] as const

/** One sentence with its stop. */
export function sentence(random: Random, most = 4): string {
  const opening =
    maybe(random, 0.25, () => `${random.pick(words.times)}，`) ||
    maybe(random, 0.15, () => `${random.pick(words.connectors)}，`)
  const body = random.times(random.int(1, most), () => clause(random)).join('，')
  const whole = random.weighted<() => string>([
    [() => `${opening}${body}${random.weighted(ends)}`, 85],
    [() => `“${body}。”${random.pick(words.people)}说。`, 6],
    [
      () =>
        `${random.pick(words.people)}说：“${body}，那句‘${clause(random)}’${random.pick(words.verbs)}${random.pick(words.nouns)}。”`,
      3,
    ],
    [() => `${opening}${body}（${clause(random)}）。`, 4],
    [() => `${opening}${body}——${clause(random)}——${clause(random)}。`, 3],
  ])()
  return whole
}

/** Sentences of one paragraph. */
export const sentences = (random: Random, low: number, high: number): string[] =>
  random.times(random.int(low, high), () => sentence(random))

/** A title without a stop; `length` is about its number of phrases. */
export const title = (random: Random, length: number): string =>
  random.weighted<() => string>([
    [() => random.times(length, () => nounPhrase(random)).join(random.pick(['与', '：', '、'])), 4],
    [() => random.times(length, () => clause(random)).join('，'), 2],
    [() => `${random.pick(words.nouns)}的${random.pick(words.nouns)}`, 2],
  ])()

/** Any phrase that may stand in a cell or a list. */
export const phrase = (random: Random): string => (random.chance(0.5) ? nounPhrase(random) : clause(random))

export const name = (random: Random): string => `${random.pick(words.families)}${random.pick(words.given)}`

/** Pinyin of a made-up person; the letters need not be those of the name. */
export const pinyin = (random: Random): string =>
  `${random.pick(['Shen', 'Lu', 'He', 'Ouyang', 'Moqi', 'Lü', 'Wei'])} ${random.pick(['Yanqiu', 'Zhiwei', 'Bai', 'Xing', "Xi'an", 'Dezhi'])}`

export const unit = (random: Random): string =>
  random.chance(0.5) ? `${random.pick(words.units)}${random.pick(words.departments)}` : random.pick(words.units)

/** English words of running text, without a stop. */
export const englishWords = (random: Random, low: number, high: number): string =>
  random.times(random.int(low, high), () => random.pick(words.english)).join(' ')

export function englishSentence(random: Random): string {
  const text = englishWords(random, 6, 24)
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}

export const englishTitle = (random: Random, low = 3, high = 9): string => {
  const text = englishWords(random, low, high)
  return `${text[0]!.toUpperCase()}${text.slice(1)}`
}

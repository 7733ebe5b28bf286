/** Sentences in; the same with what editors mark and what offices really type put in between out. */
import * as prose from './prose.ts'
import type { Random } from './random.ts'
import * as words from './words.ts'

/** What a piece of text may hold: notes and citations stand in running text only, links not in headings. */
export interface Allowed {
  readonly notes: boolean
  readonly marks: boolean
  readonly typed: boolean
}

/** Stands in a text for a note call; the article gives it a label and knows the note. */
export const noteMark = (text: string): string => `⟦note:${text}⟧`
/** Stands for a citation of entries by their index in the article's stock of references. */
export const citeMark = (entries: readonly number[]): string => `⟦cite:${entries.join(',')}⟧`
/** Stands for a link to the nth article of the issue, which may be gone after shrinking. */
export const linkMark = (article: number, text: string): string => `⟦link:${article}:${text}⟧`

const rubies = ['{刊本|kān běn}', '{缺刻|quēkè}', '{雠|chóu}', '{渡口|dù kǒu}', '{河|hé}{岸|àn}'] as const

/** What carries meaning: written as the manual says. */
const marked = (random: Random): string =>
  random.weighted<() => string>([
    [() => `**${prose.nounPhrase(random)}**`, 3],
    [() => `*${random.pick(words.nouns)}*`, 3],
    [() => `*${prose.englishWords(random, 1, 4)}*`, 1],
    [() => random.pick(rubies), 2],
    [() => `[${prose.name(random)}]{.name}`, 2],
    [() => `[${random.pick(words.transliterated)}]{.name}`, 1],
    [() => `[${random.pick(words.nouns)}集]{.work}`, 2],
    [() => `\`${random.pick(['npm run build', 'x = y + 1', '--lang', 'a|b', '<b>', 'printf("%d\\n")'])}\``, 1],
    [() => `[${prose.nounPhrase(random)}](https://example.org/${random.int(1, 999)})`, 1],
    [() => linkMark(random.int(0, 9), `见《${random.pick(words.nouns)}》`), 1],
  ])()

/** What is typed and not marked: Latin words, numbers, addresses, brackets, marks in the wrong form. */
const typed = (random: Random): string =>
  random.weighted<() => string>([
    [() => `${random.int(1, 9999)}`, 3],
    [() => `${random.int(1, 99)}.${random.int(0, 9)}%`, 2],
    [() => `${random.int(2, 900)} ${random.pick(['km', 'mm', 'kg', 'MPa', '℃', 'm³', 'km/h', 'kW·h'])}`, 2],
    [
      () =>
        `${random.int(1, 90)}${random.pick(['公里', '°C', 'mm', '万元', '余人', '～' + random.int(91, 99) + '岁'])}`,
      2,
    ],
    [() => `${random.int(1850, 2025)}年${random.int(1, 12)}月${random.int(1, 28)}日`, 3],
    [() => `${random.int(1850, 1949)}—${random.int(1950, 2025)}年`, 2],
    [() => `${random.int(1850, 1949)}-${random.int(1950, 2025)}`, 1],
    [() => prose.englishWords(random, 1, 3), 3],
    [() => ` ${prose.englishWords(random, 1, 5)} `, 3],
    [() => `（${prose.englishTitle(random, 1, 4)}）`, 2],
    [() => `(${prose.englishTitle(random, 1, 4)})`, 2],
    [() => `（${random.pick(words.foreigners)}，${random.int(1800, 2000)}）`, 2],
    [() => random.pick(words.longLatin), 1],
    [() => random.pick(words.addresses), 0.7],
    [() => random.pick(words.mails), 0.7],
    [() => '[2]', 0.5],
    [() => `【${random.pick(words.nouns)}】`, 0.5],
    [() => `〔${random.int(1990, 2025)}〕${random.int(1, 99)}号`, 0.5],
    [() => `"${random.pick(words.nouns)}"`, 1],
    [() => `“‘${random.pick(words.nouns)}’‘${random.pick(words.nouns)}’”`, 1],
    [() => `《${random.pick(words.nouns)}〈${random.pick(words.nouns)}〉》`, 1],
    [() => 'A/B', 0.5],
    [() => 'R&D', 0.5],
    [() => 'p \\< 0.05', 0.5],
    [() => `${random.int(1, 9)}×${random.int(10, 99)}=${random.int(10, 900)}`, 0.5],
    [() => '①', 0.5],
    [() => '§3', 0.3],
  ])()

/** Stops in the form that a hurried hand gives them. */
function hurried(random: Random, text: string): string {
  return random.weighted<() => string>([
    [() => text.replace('，', ','), 3],
    [() => text.replace(/。$/, '.'), 1],
    [() => text.replace('——', '--'), 1],
    [() => text.replace('——', '—'), 1],
    [() => text.replace('……', '...'), 1],
    [() => text.replace('，', '， '), 2],
    [() => text.replace('，', '，　'), 1],
    [() => text.replace('，', '\t'), 1],
    [() => text.replace('，', '  '), 1],
    [() => text.replace('：“', ':“'), 1],
  ])()
}

/** Each thing at a place of its own, after a comma or before the last stop, so that nothing is put into another. */
function putIn(random: Random, text: string, things: readonly string[]): string {
  const stop = /[。？！；…”]*$/.exec(text)!.index
  const places = [...text.matchAll(/，/g)].map(({ index }) => index + 1).concat(stop)
  const at = random.some(places, things.length).sort((a, b) => b - a)
  return at.reduce((whole, place, i) => whole.slice(0, place) + things[i]! + whole.slice(place), text)
}

const noteText = (random: Random): string =>
  random.weighted<() => string>([
    [() => prose.sentence(random, 2), 5],
    [() => prose.sentences(random, 3, 7).join(''), 1],
    [
      () =>
        `${prose.name(random)}《${random.pick(words.nouns)}${random.pick(words.nouns)}》，${random.pick(words.units)}${random.int(1950, 2025)}年版，第${random.int(1, 500)}页。`,
      3,
    ],
    [
      () =>
        `${random.pick(words.foreigners)}, *${prose.englishTitle(random)}*, London: Wren & Co., ${random.int(1900, 2020)}, pp. ${random.int(1, 90)}–${random.int(91, 200)}.`,
      1,
    ],
    [() => `见${random.pick(words.addresses)}。`, 0.5],
    [() => '同上。', 1],
  ])()

/** @param references number of entries that can be cited; none where there are none. */
export function dressed(random: Random, text: string, allowed: Allowed, references = 0): string {
  const things: string[] = []
  if (allowed.typed && random.chance(0.25)) things.push(typed(random))
  if (allowed.marks && random.chance(0.15)) things.push(marked(random))
  if (allowed.notes && random.chance(0.06)) things.push(noteMark(noteText(random)))
  if (allowed.notes && references > 0 && random.chance(0.2)) {
    const first = random.int(0, references - 1)
    const entries = random.chance(0.3) ? [first, (first + 1) % references, (first + 2) % references] : [first]
    things.push(citeMark([...new Set(entries)]))
  }
  const typedAgain = allowed.typed && random.chance(0.05) ? hurried(random, text) : text
  return putIn(random, typedAgain, things)
}

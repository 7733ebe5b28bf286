/** Two pieces of text in, their join and what speaks for and against it out. */
import { beginsInside, closesWhatIsOpen, endingOf, han, headOf, lengthOf, tailOf } from '../characters/marks.ts'
import { firstWord, lastWord, wordAcross } from '../characters/words.ts'
import { glue } from '../lines/glue.ts'
import type { RuleName } from '../rules.ts'
import { enumeratorOf, runsIn } from './numbering.ts'
import { type Overlap, overlapAt } from './overlap.ts'

export interface Seam {
  readonly before: string
  readonly after: string
  /** Both sides as one text, without what was printed twice. */
  readonly text: string
  readonly overlap: Overlap
  /** Above 0 speaks for one text that a column's end cut in two, below 0 for two texts. */
  readonly weight: number
  /** The strongest sign for the join. */
  readonly rule: RuleName | undefined
}

/**
 * Weights, from 20 (leaves no doubt) to 1 (a hint), and why:
 * - before any sign, two units are two texts: a page has some eight units for each column's end (8 cuts in 63 units of the first spread that was imported);
 * - a complete sentence ends its unit: a cut directly after 。 cannot be told from a paragraph's end, and is left alone;
 * - no unit begins with 。，” or leaves 《 open that the next one closes: the standard of punctuation forbids both;
 * - no sentence begins with one Han and a mark (页，…), but for interjections, nor with 的, 了, 们; with two Han and a comma
 *   many do (当前，因此，): there two Han alone gave one false join, so it is a hint, and the known openers speak against;
 * - a word across the cut is strong but not certain: the last Han of a heading and the first of its paragraph form one by chance
 *   in 1 of 40 cases;
 * - no heading ends in a word such as 的, 和, 由于.
 */
const weights = {
  prior: -3,
  complete: -20,
  completeUnindented: -4,
  comma: 12,
  inside: 20,
  bracket: 14,
  semicolon: 5,
  colon: 1,
  dash: -2,
  oneHan: 5,
  bound: 5,
  function: 4,
  word: 4,
  longWord: 5,
  overlap: 3,
  overlapWhole: 2,
  repeated: 5,
  digits: 4,
  measure: 6,
  speaker: -9,
  nameLike: -2,
  twoHan: 1,
  opener: -3,
  enumerated: -12,
  runIn: -5,
  indented: -8,
  unindented: 4,
} as const

const interjections = new Set('好是对不啊哦唉哎嗯看听瞧噢喂咳嘿哈呵哼呀行成错')
const oneHan = /^(\p{Script=Han})[，、。；：！？”’）》…]/u

/** Characters and words that cannot open a sentence, with the words that may although they begin alike. */
const boundStart =
  /^(?:的(?![确士话])|了(?![解不然却])|着(?![力眼重手实想急迷])|们|吗|呢|吧(?!台)|么|者|之(?![前后所间类])|得(?![到知益以出])|等(?![到待级于候])|和(?![谐平睦气衷风解善])|及(?![时早至])|与(?![此其会时众人之])|或(?![许者])|以及|上的|中的|性的|化的)/u
/** Words that cannot end a heading or a sentence; of one Han only where ICU takes it for a word of its own (not 温和, 参与). */
const functionEnd = new Set(
  '的 和 与 及 或 在 把 被 对 从 将 使 以 而 但 且 于 很 最 更 较 各 每 这 那 其 之 并 也 又 已 曾 因 由于 关于 限于 对于 以及 并且 而且 因为 如果 只有 只要 通过 随着 为了 不仅 不但 但是 一个 一种 这种 这个 一些'.split(
    ' ',
  ),
)
/** Openers of a sentence that a comma follows. */
const openers =
  /^(?:当前|目前|如今|近年|近年来|近日|今年|去年|今天|昨天|后来|随后|起初|最初|最终|最后|首先|其次|再次|因此|因而|所以|然而|但是|不过|可是|同时|与此同时|此外|另外|总之|其中|例如|比如|譬如|于是|可见|显然|当然|诚然|固然|其实|事实上|实际上|由此|为此|对此|至此|据此|换言之|总的来说|总的来看|一般来讲|一般来说|具体来说|一方面|另一方面|多年来|长期以来|有人说|常言道|俗话说)[，,]/u

/** 编者按： and the like open a paragraph. */
const noteLabel = /^[（(【]?(?:编者按|编者的话|编者注|按语|按|主持人语|导读|提要)[】]?[：:]/u
/** 问：, 记者：, 贺连山：: each speech of a conversation is a paragraph. Two to four other characters may be anything. */
const speaker = /^(?:问|答|记者|主持人)[：:](?=\S)/u
const nameLike = /^\p{Script=Han}{2,4}[：:](?=\S)/u

interface Clue {
  readonly weight: number
  readonly rule?: RuleName
}

function endClues(before: string, after: string, continues: boolean, indents: boolean): Clue[] {
  const ending = endingOf(before)
  if (ending === 'stop') return continues ? [] : [{ weight: indents ? weights.completeUnindented : weights.complete }]
  if (ending === 'comma') return [{ weight: weights.comma, rule: 'join-mark' }]
  if (ending === 'semicolon') return enumeratorOf(after) ? [] : [{ weight: weights.semicolon, rule: 'join-mark' }]
  if (ending === 'colon') return [{ weight: weights.colon, rule: 'join-mark' }]
  if (ending === 'dash') return [{ weight: weights.dash }]
  return functionEnd.has(lastWord(before)) ? [{ weight: weights.function, rule: 'join-grammar' }] : []
}

function startClues(after: string): Clue[] {
  const clues: Clue[] = []
  const single = oneHan.exec(after)?.[1]
  if (single !== undefined && !interjections.has(single)) clues.push({ weight: weights.oneHan, rule: 'join-grammar' })
  if (boundStart.test(after)) clues.push({ weight: weights.bound, rule: 'join-grammar' })
  if (openers.test(after)) clues.push({ weight: weights.opener })
  else if (/^\p{Script=Han}{2}，/u.test(after)) clues.push({ weight: weights.twoHan, rule: 'join-grammar' })
  if (enumeratorOf(after)) clues.push({ weight: weights.enumerated })
  if (runsIn(after)) clues.push({ weight: weights.runIn })
  if (speaker.test(after) || noteLabel.test(after)) clues.push({ weight: weights.speaker })
  else if (nameLike.test(after)) clues.push({ weight: weights.nameLike })
  return clues
}

function crossClues(before: string, after: string): Clue[] {
  if (/[0-9]$/.test(before) && /^(?:[年月日%％‰号元万亿]|[—–-][0-9]|[.．,][0-9])/u.test(after))
    return [{ weight: weights.measure, rule: 'join-word' }]
  if (/[0-9]$/.test(before) && /^[0-9]/u.test(after)) return [{ weight: weights.digits, rule: 'join-word' }]
  if (/[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after)) return [{ weight: weights.digits, rule: 'join-word' }]
  if (!han.test(tailOf(before, 1)) || !han.test(headOf(after, 1))) return []
  const word = wordAcross(before, after)
  if (word === undefined) return []
  return [{ weight: word.length > 2 ? weights.longWord : weights.word, rule: 'join-word' }]
}

/**
 * @param before all text of the block so far, since a bracket may have been opened pieces ago
 * @param indents whether the text sets paragraphs with an indent, and whether `after` has one; undefined where it does not
 * @param blank whether an empty line stands between both: after a complete sentence it says that a paragraph ends
 */
export function seamOf(before: string, after: string, indents: { after: boolean } | undefined, blank = false): Seam {
  const overlap = overlapAt(before, after)
  const rest = after.slice(overlap.drop.length)
  // A quotation of several paragraphs opens the first, and may close only the last: an empty line parts them all the same.
  const closes = closesWhatIsOpen(before, rest) && !(blank && /^[“「『]/u.test(before))
  const inside = beginsInside(after)
  const clues: Clue[] = [
    { weight: weights.prior },
    ...endClues(before, after, closes || inside, !blank && indents !== undefined && !indents.after),
    ...startClues(after),
  ]
  if (closes) clues.push({ weight: weights.bracket, rule: 'join-bracket' })
  if (inside) clues.push({ weight: weights.inside, rule: 'join-mark' })
  // 看稿 | 稿子写完: the second side is whole as it stands, so that 稿子 across the cut proves nothing.
  const whole = overlap.drop !== '' && firstWord(after).length > 1
  if (!whole) clues.push(...crossClues(before, rest))
  if (overlap.drop !== '' && lengthOf(before) > 1)
    clues.push({ weight: whole ? weights.overlapWhole : weights.overlap, rule: 'join-word' })
  // A paragraph may well begin with the last word of the heading over it.
  if (lengthOf(overlap.doubt) > 1 && /[，。；]/u.test(before))
    clues.push({ weight: weights.repeated, rule: 'join-word' })
  if (indents) clues.push({ weight: indents.after ? weights.indented : weights.unindented, rule: 'join-indent' })
  const strongest = clues.filter((clue) => clue.rule && clue.weight > 0).sort((a, b) => b.weight - a.weight)[0]
  return {
    before,
    after,
    text: glue(before, rest).text,
    overlap,
    weight: clues.reduce((sum, clue) => sum + clue.weight, 0),
    rule: strongest?.rule,
  }
}
